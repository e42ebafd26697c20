"""All records by id, with their links in both directions and their claims. Immutable.

Reading the folder and joining the records happens here; judging them is `checks`'. Knows
nothing of pages.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path as FilePath

from .citations import Claim, claims
from .problems import Problem
from .records import walk
from .records.base import Lang, Pair, Record, Text
from .records.kinds import BY_NAME, KINDS, Kind
from .records.load import Loaded, load
from .source import Located, Path, did_you_mean

# What an author may take for a record, whatever ending the editor gave it.
_YAML = re.compile(r"(?i)\.ya?ml(\.txt)?$")


@dataclass(frozen=True, slots=True)
class Entry:
    """A record and where it stands.

    texts: (path, text) of every bilingual text. strings: (path, language, string) of every
    written one. Walked once, because most checks read them.
    """

    kind: Kind
    record: Record
    located: Located
    texts: tuple[tuple[Path, Text | Pair], ...]
    strings: tuple[tuple[Path, Lang, str], ...]

    @property
    def id(self) -> str:
        return self.record.id

    @property
    def published(self) -> bool:
        return self.record.status in ("active", "deprecated")


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

    def of(self, kind: str, drafts: bool = False) -> list[Entry]:
        """The records of a kind that readers may see, drafts too when asked for."""
        wanted = ("active", "deprecated", "draft") if drafts else ("active", "deprecated")
        return [
            entry
            for entry in self.entries.values()
            if entry.kind.name == kind and entry.record.status in wanted
        ]


def read_folder(docs: FilePath, shown: str = "docs") -> Library:
    """Every record under `docs`. shown: how messages name that folder."""
    problems: list[Problem] = []
    loaded: list[Loaded] = []
    if not docs.is_dir():
        hint = "start in the folder that holds mkdocs.yml"
        return join([], [Problem(shown, 0, "", "is not a folder", hint)])
    for kind in KINDS:
        for path in _files(docs / kind.name, f"{shown}/{kind.name}", problems):
            name = f"{shown}/{kind.name}/{path.name}"
            fault = _unsafe(path, docs, name)
            if fault:
                problems.append(fault)
                continue
            try:
                data = path.read_bytes()
            except OSError as error:
                reason = f"cannot be read ({error.strerror})"
                problems.append(
                    Problem(name, 0, "", reason, "check that it is a file you may read")
                )
                continue
            loaded.append(load(kind, name, path.stem, data))
    problems += _stray(docs, shown)
    problems += _overwritten(docs, shown, loaded)
    if not loaded and not problems:
        hint = "write one: renya new term my-first-term"
        problems.append(Problem(shown, 0, "", "holds no record", hint))
    prose = list(_prose(docs, shown, problems))
    return replace(join(loaded, problems, prose), files=frozenset(_paths(docs)))


def join(loaded: list[Loaded], problems: list[Problem], prose: Sequence[Prose] = ()) -> Library:
    """One library from loaded files: first come, first kept, when an id stands twice."""
    entries: dict[str, Entry] = {}
    found = list(problems)
    for one in loaded:
        found += one.problems
        if one.record is None:
            continue
        first = entries.get(one.record.id)
        if first:
            place, line = one.located.path, one.located.line(("id",))
            message = f"'{one.record.id}' already names {first.located.path}"
            found.append(Problem(place, line, "id", message, "an id names one record of the guide"))
        else:
            entries[one.record.id] = _entry(one.kind, one.record, one.located)
    links = tuple(link for entry in entries.values() for link in _links(entry))
    forward: dict[str, list[Link]] = defaultdict(list)
    back: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        forward[link.source].append(link)
        if link.target in entries:
            back[link.target].append(link)
    told = tuple(claim for entry in entries.values() for claim in _claims(entry))
    faulty = frozenset(FilePath(one.located.path).stem for one in loaded if one.record is None)
    resting: dict[str, list[Claim]] = defaultdict(list)
    for claim in told:
        for key in dict.fromkeys(cite.key for cite in claim.cites):
            resting[key].append(claim)
    return Library(
        entries,
        links,
        told,
        tuple(found),
        dict(back),
        dict(forward),
        faulty,
        dict(resting),
        tuple(prose),
    )


def _entry(kind: Kind, record: Record, located: Located) -> Entry:
    texts = tuple(walk.texts(record))
    return Entry(kind, record, located, texts, tuple(walk.strings(texts)))


def _links(entry: Entry) -> Iterator[Link]:
    for path, mark, target in walk.refs(entry.record):
        name, _, fragment = target.partition("/")
        yield Link(entry.id, name, fragment, mark.kind, mark.relation, path)


def _claims(entry: Entry) -> Iterator[Claim]:
    for path, lang, text in entry.strings:
        start = entry.located.starts.get(path) or entry.located.line(path)
        yield from claims(entry.id, path, lang, start, text)


def _files(folder: FilePath, shown: str, problems: list[Problem]) -> list[FilePath]:
    if not folder.is_dir():
        return []
    files = []
    for path in sorted(folder.iterdir()):
        if path.suffix != ".yml" and _YAML.search(path.name):
            message, hint = "has an ending that is not read", "rename it to end in .yml"
            problems.append(Problem(f"{shown}/{path.name}", 0, "", message, hint))
        elif path.is_dir() and not path.is_symlink() and path.suffix != ".yml":
            for deep in sorted(path.rglob("*.y*ml")):
                name = f"{shown}/{deep.relative_to(folder).as_posix()}"
                hint = f"move it to {shown}/"
                problems.append(Problem(name, 0, "", "lies in a folder below its kind", hint))
        elif path.suffix == ".yml":
            files.append(path)
    return files


def _paths(docs: FilePath) -> Iterator[str]:
    return (path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file())


def _prose(docs: FilePath, shown: str, problems: list[Problem]) -> Iterator[Prose]:
    for path in sorted(docs.rglob("*.md")):
        inner = path.relative_to(docs)
        name = f"{shown}/{inner.as_posix()}"
        if inner.parts[0] in BY_NAME or any(part.startswith(".") for part in inner.parts):
            continue  # told by `_overwritten`, or hidden as MkDocs hides it
        fault = _unsafe(path, docs, name)
        if fault:
            problems.append(fault)
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            hint = "save the file as UTF-8"
            problems.append(Problem(name, 0, "", "cannot be read as UTF-8 text", hint))
            continue
        stem = inner.as_posix().removesuffix(".md")
        lang: Lang = "en" if stem.endswith(".en") else "zh"
        yield Prose(name, stem.removesuffix(".en").removesuffix(".zh"), lang, text)


def _unsafe(path: FilePath, docs: FilePath, name: str) -> Problem | None:
    """A link that leads out of the folder would publish what nobody meant to publish."""
    if path.is_dir():
        return Problem(name, 0, "", "is a folder", "a record is one file")
    if path.is_symlink() or path.parent.is_symlink():
        try:
            inside = path.resolve(strict=True).is_relative_to(docs.resolve())
        except (OSError, RuntimeError):
            inside = False
        if not inside:
            return Problem(
                name, 0, "", "is a link that leads out of the folder", "copy the file here"
            )
    return None


def _stray(docs: FilePath, shown: str) -> Iterator[Problem]:
    """YAML under a folder that is no kind would be read by nobody: most often a misspelt folder."""
    kinds = [kind.name for kind in KINDS]
    for path in sorted(docs.rglob("*")):
        inner = path.relative_to(docs)
        folder = inner.parts[0] if len(inner.parts) > 1 else ""
        if folder in BY_NAME or folder.startswith(".") or not _YAML.search(path.name):
            continue
        name = f"{shown}/{inner.as_posix()}"
        if folder:
            message = f"lies in '{folder}', which is no kind of record"
            yield Problem(name, 0, "", message, did_you_mean(folder, kinds))
        else:
            hint = f"move it into the folder of its kind: {', '.join(kinds)}"
            yield Problem(name, 0, "", "lies in no folder of records", hint)


def _overwritten(docs: FilePath, shown: str, loaded: list[Loaded]) -> Iterator[Problem]:
    """A page written by hand at the address of a record's page or of a listing."""
    stems = {(one.kind.name, FilePath(one.located.path).stem) for one in loaded}
    for kind in KINDS:
        folder = docs / kind.name
        for path in sorted(folder.rglob("*.md")) if folder.is_dir() else ():
            inner = path.relative_to(folder).as_posix()
            stem = inner.removesuffix(".md").removesuffix(".en").removesuffix(".zh")
            stem = stem.removesuffix("/index")
            if stem in ("index", "README") or (kind.name, stem) in stems:
                message = "stands where the page of a record is built"
                hint = "rename or delete this page; the record makes its own"
                yield Problem(f"{shown}/{kind.name}/{inner}", 0, "", message, hint)
    for stem in ("index", "README", *BY_NAME):
        for name in (f"{stem}.md", f"{stem}.zh.md", f"{stem}.en.md"):
            if (docs / name).exists():
                place = "a list of records" if stem in BY_NAME else "the home page"
                message = f"stands where {place} is built"
                yield Problem(f"{shown}/{name}", 0, "", message, "move the text to another page")
