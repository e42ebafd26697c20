"""All records by id, with their links in both directions and their claims. Immutable.

Joining the records happens here; finding their files is `folder`'s, judging them is
`checks`'. Knows nothing of pages.
"""

import pickle
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path as FilePath
from pathlib import PurePath
from typing import NamedTuple

from .citations import Claim, claims
from .notes import Table, note
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
    sum: bytes = b""  # of the whole file
    told: bytes = b""  # its claims, packed

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every sentence that names its source."""
        return _claims(self.told)

    @property
    def face_sum(self) -> bytes:
        """Changes when the face does."""
        return self.made.face_sum if isinstance(self.made, Packed) else self.sum

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


@lru_cache(maxsize=16)
def _claims(told: bytes) -> tuple[Claim, ...]:
    made: tuple[Claim, ...] = pickle.loads(told) if told else ()  # made by this very code
    return made


class Link(NamedTuple):
    """A link that a record declares. fragment: the clause of a law, or empty."""

    source: str
    target: str
    fragment: str
    wants: str
    relation: str
    path: Path


@dataclass(frozen=True, slots=True)
class Known:
    """A file as it was read, with what its record alone says.

    rests: (source, clause) on which its claims rest, each once. told: the claims, packed, for
    there are many and few are ever asked for. claims: how many.
    """

    loaded: Loaded
    links: tuple[Link, ...] = ()
    rests: tuple[tuple[str, str], ...] = ()
    told: bytes = b""
    claims: int = 0


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

    links: as declared. back: target id -> links that point to it. claims: how many sentences
    name their source. problems: what was found while reading, not yet sorted.
    resting: id of a source -> record whose claims rest on it -> clauses, or "" for the whole.
    prose: the Markdown pages. files: every file under docs, by its path from there.
    docs: that folder; None when the records came from nowhere. shown: how messages name it.
    faulty: ids of files that could not be read, so that links to them are not blamed too.
    kept: of how many files a former run knew already what they hold.
    """

    entries: dict[str, Entry]
    links: tuple[Link, ...]
    claims: int
    problems: tuple[Problem, ...] = ()
    back: dict[str, list[Link]] = field(default_factory=dict)
    forward: dict[str, list[Link]] = field(default_factory=dict)
    faulty: frozenset[str] = frozenset()
    resting: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    prose: tuple[Prose, ...] = ()
    files: frozenset[str] = frozenset()
    docs: FilePath | None = None
    shown: str = "docs"
    kept: int = field(default=0, compare=False)

    @property
    def shape(self) -> str:
        """What may be looked at without a note: names of prose pages and of faulty files."""
        prose = sorted(f"{page.name}.{page.lang}" for page in self.prose)
        return " ".join([*prose, "|", *sorted(self.faulty)])

    def of(self, kind: str, drafts: bool = False) -> list[Entry]:
        """The records of a kind that readers may see, drafts too when asked for."""
        wanted = ("active", "deprecated", "draft") if drafts else ("active", "deprecated")
        note("kind", f"{kind} drafts" if drafts else kind)
        return [
            entry
            for entry in dict.values(self.entries)
            if entry.kind.name == kind and entry.face.shown_status in wanted
        ]


def know(loaded: Loaded) -> Known:
    """What a file says by itself: the part of `join` that needs no other file."""
    if loaded.made is None:
        return Known(loaded)
    whole = loaded.made.open() if isinstance(loaded.made, Packed) else loaded.made
    made = tuple(
        claim
        for path, lang, text in whole.strings
        for claim in claims(whole.record.id, path, lang, text)
    )
    rests = dict.fromkeys((cite.key, cite.clause) for claim in made for cite in claim.cites)
    told = pickle.dumps(made, pickle.HIGHEST_PROTOCOL) if made else b""
    return Known(loaded, tuple(_links(whole.record)), tuple(rests), told, len(made))


def join(known: list[Known], problems: list[Problem], prose: Sequence[Prose] = ()) -> Library:
    """One library from files: first come, first kept, when an id stands twice."""
    entries: dict[str, Entry] = {}
    found = list(problems)
    links: list[Link] = []
    resting: dict[str, dict[str, list[str]]] = {}
    claims = 0
    for one in known:
        loaded = one.loaded
        found += loaded.problems
        if loaded.made is None:
            continue
        entry = _entry(one, loaded.made)
        first = entries.get(entry.id)
        if first:
            place, line = loaded.located.path, loaded.located.line(("id",))
            message = f"'{entry.id}' already names {first.located.path}"
            found.append(Problem(place, line, "id", message, "an id names one record of the guide"))
            continue
        entries[entry.id] = entry
        links += one.links
        claims += one.claims
        for key, clause in one.rests:
            resting.setdefault(key, {}).setdefault(entry.id, []).append(clause)
    forward: dict[str, list[Link]] = defaultdict(list)
    back: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        forward[link.source].append(link)
        if link.target in entries:
            back[link.target].append(link)
    files = [one.loaded for one in known if one.loaded.made is None]
    return Library(
        Table("entries", entries),
        tuple(links),
        claims,
        tuple(found),
        Table("back", back),
        Table("forward", forward),
        frozenset(PurePath(one.located.path).stem for one in files),
        Table("resting", resting),
        tuple(prose),
    )


def _entry(known: Known, made: Whole | Packed) -> Entry:
    face = made.face if isinstance(made, Packed) else made.record
    loaded = known.loaded
    return Entry(loaded.kind, loaded.located, face, made, loaded.sum, known.told)


def _links(record: Record) -> Iterator[Link]:
    for path, mark, target in walk.refs(record):
        name, _, fragment = target.partition("/")
        yield Link(record.id, name, fragment, mark.kind, mark.relation, path)
