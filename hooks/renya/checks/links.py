"""Links between records."""

from collections.abc import Iterator

from ..library import Entry, Library
from ..problems import Problem
from ..records.base import Record
from ..records.concept import Concept
from ..records.kinds import BY_NAME
from ..records.law import Law
from ..source import did_you_mean
from .place import Each, problem


@Each
def targets_exist(library: Library, entry: Entry) -> Iterator[Problem]:
    """A link names a record that exists, is of the right kind and is another record."""
    for link in library.forward.get(entry.id, ()):
        target = library.entries.get(link.target)
        if target is None:
            if link.target in library.faulty:
                continue
            message = f"names '{link.target}', which does not exist in docs/{link.wants}"
            hint = did_you_mean(link.target, _ids(library, link.wants))
            if hint == "take it out":
                hint = f"write docs/{link.wants}/{link.target}.yml, or take the name out"
            yield problem(entry, link.path, message, hint)
        elif target.kind.name != link.wants:
            word, known = BY_NAME[link.wants].singular, _ids(library, link.wants)
            message = f"'{link.target}' is a {target.kind.singular}, a {word} is due"
            hint = did_you_mean(link.target, known) if known else f"write a {word} first"
            yield problem(entry, link.path, message, hint)
        elif link.target == link.source:
            yield problem(entry, link.path, "names its own record", "name another, or take it out")


def _ids(library: Library, kind: str) -> list[str]:
    return [one.id for one in library.entries.values() if one.kind.name == kind]


def fits(relation: str, record: Record) -> bool:
    """Whether a record of the right kind may stand at the far end of a relation."""
    return relation != "builds" or (isinstance(record, Concept) and record.type == "dimension")


@Each
def dimensions_are_dimensions(library: Library, entry: Entry) -> Iterator[Problem]:
    """Where one of the eight resilience dimensions is due, a factor or theory does not do."""
    for link in library.forward.get(entry.id, ()):
        target = library.entries.get(link.target)
        if target is None or target.kind.name != link.wants or fits(link.relation, target.face):
            continue
        known = [one.id for one in library.entries.values() if fits("builds", one.face)]
        message = f"'{link.target}' is not a resilience dimension"
        yield problem(entry, link.path, message, did_you_mean(link.target, known))


@Each
def clauses_exist(library: Library, entry: Entry) -> Iterator[Problem]:
    """A link to a clause names a clause that the law record holds."""
    for link in library.forward.get(entry.id, ()):
        target = library.entries.get(link.target)
        if not link.fragment or target is None or not isinstance(target.face, Law):
            continue
        known = [clause.id for clause in target.face.clauses]
        if link.fragment not in known:
            message = f"'{link.target}' has no clause '{link.fragment}'"
            yield problem(entry, link.path, message, did_you_mean(link.fragment, known))


@Each
def targets_are_published(library: Library, entry: Entry) -> Iterator[Problem]:
    """A published record that names a draft loses that link on its page: the author is told."""
    for link in library.forward.get(entry.id, ()):
        target = library.entries.get(link.target)
        if entry.published and target is not None and not target.published:
            message = f"names '{link.target}', which is {target.face.shown_status}"
            yield problem(entry, link.path, message, "readers will not see this link", "warning")


def replacement_exists(library: Library) -> Iterator[Problem]:
    """`replaced_by` names an existing record of the same kind."""
    for entry in library.entries.values():
        name = entry.face.replaced_by
        if name is None:
            continue
        target = library.entries.get(name)
        if name in library.faulty:
            continue
        if target is None or target.kind is not entry.kind or target is entry:
            same = [
                e.id for e in library.entries.values() if e.kind is entry.kind and e is not entry
            ]
            message = f"'{name}' is no other {entry.kind.singular}"
            yield problem(entry, ("replaced_by",), message, did_you_mean(name, same))


CHECKS = (
    targets_exist,
    dimensions_are_dimensions,
    clauses_exist,
    targets_are_published,
    replacement_exists,
)
