"""All records by id, with their links in both directions and their claims. Immutable.

Joining the records happens here; finding their files is `folder`'s, judging them is
`checks`'. Knows nothing of pages.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from pathlib import PurePath

from .citations import Claim, claims
from .problems import Problem
from .records import walk
from .records.base import Lang, Pair, Record, Text
from .records.kinds import Kind
from .records.load import Loaded
from .records.packed import Packed, Whole
from .source import Located, Path


@dataclass(frozen=True, slots=True)
class Entry:
    """A record and where it stands.

    face: the record, or of a long one its short fields: enough for lists and links.
    """

    kind: Kind
    located: Located
    face: Record
    made: Whole | Packed

    @property
    def whole(self) -> Whole:
        return self.made.open() if isinstance(self.made, Packed) else self.made

    @property
    def record(self) -> Record:
        return self.whole.record

    @property
    def texts(self) -> tuple[tuple[Path, Text | Pair], ...]:
        return self.whole.texts

    @property
    def strings(self) -> tuple[tuple[Path, Lang, str], ...]:
        return self.whole.strings

    @property
    def id(self) -> str:
        return self.face.id

    @property
    def published(self) -> bool:
        return self.face.shown_status in ("active", "deprecated")


@dataclass(frozen=True, slots=True)
class Link:
    """A link that a record declares. fragment: the clause of a law, or empty."""

    source: str
    target: str
    fragment: str
    wants: str
    relation: str
    path: Path


@dataclass(frozen=True, slots=True)
class Prose:
    """A Markdown page. name: path under docs without language and ending, `method`."""

    path: str
    name: str
    lang: Lang
    text: str


@dataclass(frozen=True)
class Library:
    """entries: every valid record by id, in the order of kinds and ids.

    links: as declared. back: target id -> links that point to it. claims: every sentence
    that names its source. problems: what was found while reading, not yet sorted.
    resting: id of a source -> claims that rest on it.
    prose: the Markdown pages. files: every file under docs, by its path from there.
    docs: that folder; None when the records came from nowhere. shown: how messages name it.
    faulty: ids of files that could not be read, so that links to them are not blamed too.
    """

    entries: dict[str, Entry]
    links: tuple[Link, ...]
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...] = ()
    back: dict[str, list[Link]] = field(default_factory=dict)
    forward: dict[str, list[Link]] = field(default_factory=dict)
    faulty: frozenset[str] = frozenset()
    resting: dict[str, list[Claim]] = field(default_factory=dict)
    prose: tuple[Prose, ...] = ()
    files: frozenset[str] = frozenset()
    docs: FilePath | None = None
    shown: str = "docs"

    def of(self, kind: str, drafts: bool = False) -> list[Entry]:
        """The records of a kind that readers may see, drafts too when asked for."""
        wanted = ("active", "deprecated", "draft") if drafts else ("active", "deprecated")
        return [
            entry
            for entry in self.entries.values()
            if entry.kind.name == kind and entry.face.shown_status in wanted
        ]


def join(loaded: list[Loaded], problems: list[Problem], prose: Sequence[Prose] = ()) -> Library:
    """One library from loaded files: first come, first kept, when an id stands twice."""
    entries: dict[str, Entry] = {}
    found = list(problems)
    links: list[Link] = []
    told: list[Claim] = []
    for one in loaded:
        found += one.problems
        if one.made is None:
            continue
        entry = _entry(one.kind, one.located, one.made)
        first = entries.get(entry.id)
        if first:
            place, line = one.located.path, one.located.line(("id",))
            message = f"'{entry.id}' already names {first.located.path}"
            found.append(Problem(place, line, "id", message, "an id names one record of the guide"))
            continue
        entries[entry.id] = entry
        links += _links(entry)
        told += _claims(entry)
    forward: dict[str, list[Link]] = defaultdict(list)
    back: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        forward[link.source].append(link)
        if link.target in entries:
            back[link.target].append(link)
    faulty = frozenset(PurePath(one.located.path).stem for one in loaded if one.made is None)
    resting: dict[str, list[Claim]] = defaultdict(list)
    for claim in told:
        for key in dict.fromkeys(cite.key for cite in claim.cites):
            resting[key].append(claim)
    return Library(
        entries,
        tuple(links),
        tuple(told),
        tuple(found),
        dict(back),
        dict(forward),
        faulty,
        dict(resting),
        tuple(prose),
    )


def _entry(kind: Kind, located: Located, made: Whole | Packed) -> Entry:
    face = made.face if isinstance(made, Packed) else made.record
    return Entry(kind, located, face, made)


def _links(entry: Entry) -> Iterator[Link]:
    for path, mark, target in walk.refs(entry.record):
        name, _, fragment = target.partition("/")
        yield Link(entry.id, name, fragment, mark.kind, mark.relation, path)


def _claims(entry: Entry) -> Iterator[Claim]:
    for path, lang, text in entry.strings:
        yield from claims(entry.id, path, lang, text)
