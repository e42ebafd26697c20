"""Citations: each can be read, names a source that may be used, and stands in both languages."""

from collections.abc import Iterator

from ..citations import PRACTICE, Cite, parse
from ..library import Entry, Library
from ..problems import Problem
from ..records.law import Law
from ..records.reference import Reference
from ..source import did_you_mean
from .place import Each, problem


@Each
def can_be_read(_library: Library, entry: Entry) -> Iterator[Problem]:
    """A bracket that looks like a citation is one."""
    for path, _, text in entry.strings:
        if "@" in text or "＠" in text:
            for bad in parse(text)[1]:
                hint = "write [@id], [@id, art. 4] or [@id; @other], or [@practice]"
                yield problem(entry, path, f"'{bad[:40]}' cannot be read as a citation", hint)


@Each
def sources_can_be_used(library: Library, entry: Entry) -> Iterator[Problem]:
    """A claim rests on a reference or law that exists, was seen, is published and not retracted;
    a law is cited by its clause."""
    for claim in entry.claims:
        for cite in claim.cites:
            if cite.key == PRACTICE or cite.key in library.faulty:
                continue
            found = fault(library, entry.published, cite)
            if found:
                yield problem(
                    entry, claim.path, *found, line=entry.located.start(claim.path) + claim.line
                )


def fault(library: Library, published: bool, cite: Cite) -> tuple[str, str] | None:
    """Why a source may not be cited, and the way out. published: whether the citing page is."""
    source = library.entries.get(cite.key)
    if source is None:
        known = [e.id for e in library.entries.values() if e.kind.citable]
        return f"cites '{cite.key}', which is no reference or law", did_you_mean(cite.key, known)
    if not source.kind.citable:
        return f"cites the {source.kind.singular} '{cite.key}'", "cite a reference or a law"
    if published and not source.published:
        return (
            f"cites '{cite.key}', which is {source.face.shown_status}",
            "publish it first, or cite another",
        )
    if isinstance(source.face, Reference):
        if source.face.retracted:
            return f"cites '{cite.key}', which was retracted", "take the claim out or find a source"
        if source.face.verification == "memory_only":
            return (f"cites '{cite.key}', which nobody has seen",
                    "look the work up and set its verification, or cite another")  # fmt: skip
    if isinstance(source.face, Law):
        clauses = [clause.id for clause in source.face.clauses]
        if not cite.clause:
            return f"cites '{cite.key}' without a clause", f"write [@{cite.key}, art. N]"
        if cite.clause not in clauses:
            message = f"cites '{cite.key}, {cite.locator}', a clause that is not in its record"
            return message, did_you_mean(cite.clause, clauses)
    return None


@Each
def evidence_was_seen(library: Library, entry: Entry) -> Iterator[Problem]:
    """Evidence does not rest on a retracted work or on one that nobody has seen."""
    for link in library.forward.get(entry.id, ()):
        target = library.entries.get(link.target)
        if link.relation != "cites" or target is None or not isinstance(target.face, Reference):
            continue
        if target.face.retracted or target.face.verification == "memory_only":
            why = "was retracted" if target.face.retracted else "nobody has seen"
            yield problem(entry, link.path, f"names '{link.target}', which {why}", "name another")


@Each
def languages_agree(_library: Library, entry: Entry) -> Iterator[Problem]:
    """Both languages of a text rest on the same sources."""
    for path, text in entry.texts:
        if not (text.zh and text.en) or ("@" not in text.zh and "@" not in text.en):
            continue
        zh, en = (
            {(c.key, c.clause) for g in parse(t)[0] for c in g.cites} for t in (text.zh, text.en)
        )
        if zh != en:
            only = sorted({key for key, _ in zh ^ en})
            message = f"cites {', '.join(only)} in one language only"
            yield problem(entry, path, message, "cite the same sources in zh and en")


@Each
def metadata_is_plain(_library: Library, entry: Entry) -> Iterator[Problem]:
    """Titles and summaries stand in lists and search results, where no citation can be followed."""
    for path, _, text in entry.strings:
        if path[0] in entry.face.metadata and "[@" in text:
            hint = "say it here in plain words and cite the source in a field below"
            yield problem(entry, path, "holds a citation", hint)


CHECKS = (can_be_read, sources_can_be_used, evidence_was_seen, languages_agree, metadata_is_plain)
