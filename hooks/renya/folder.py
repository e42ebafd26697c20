"""The folder of records: which files are read, and which lie where they should not.

Reads every file once and hands the records to `library`; a file that is as it was is not made
into a record again. A file that leads out of the folder, or that would overwrite the page of a
record, is a problem.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from .library import Known, Library, Prose, join
from .problems import Problem
from .reading import File, read
from .records.base import Lang
from .records.kinds import BY_NAME, KINDS
from .source import did_you_mean

# Pages that the guide makes of all records; see `pages.tools` and `search`.
MADE = ("board", "calculator", "finder", "search", "twins")
_OTHER = {"index": "the home page", "README": "the home page"}
# What an author may take for a record, whatever ending the editor gave it.
_YAML = re.compile(r"(?i)\.ya?ml(\.txt)?$")


def read_folder(docs: Path, shown: str = "docs") -> Library:
    """Every record under `docs`. shown: how messages name that folder."""
    problems: list[Problem] = []
    files: list[File] = []
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
            files.append((kind, name, path))
    made, kept = read(files, docs)
    problems += [one for one in made if isinstance(one, Problem)]
    known = [one for one in made if isinstance(one, Known)]
    problems += _stray(docs, shown)
    problems += _overwritten(docs, shown, known)
    if not known and not problems:
        hint = "write one: renya new term my-first-term"
        problems.append(Problem(shown, 0, "", "holds no record", hint))
    prose = list(_prose(docs, shown, problems))
    return replace(
        join(known, problems, prose),
        files=frozenset(_paths(docs)),
        docs=docs,
        shown=shown,
        kept=kept,
    )


def _files(folder: Path, shown: str, problems: list[Problem]) -> list[Path]:
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


def _paths(docs: Path) -> Iterator[str]:
    return (path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file())


def _prose(docs: Path, shown: str, problems: list[Problem]) -> Iterator[Prose]:
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


def _unsafe(path: Path, docs: Path, name: str) -> Problem | None:
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


def _stray(docs: Path, shown: str) -> Iterator[Problem]:
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


def _overwritten(docs: Path, shown: str, known: list[Known]) -> Iterator[Problem]:
    """A page written by hand at the address of a record's page or of a listing."""
    read = [one.loaded for one in known]
    stems = {(one.kind.name, Path(one.located.path).stem) for one in read}
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
    for stem in ("index", "README", *MADE, *BY_NAME):
        for name in (f"{stem}.md", f"{stem}.zh.md", f"{stem}.en.md"):
            if (docs / name).exists():
                place = (
                    "a list of records"
                    if stem in BY_NAME
                    else _OTHER.get(stem, "a page of the guide")
                )
                message = f"stands where {place} is built"
                yield Problem(f"{shown}/{name}", 0, "", message, "move the text to another page")
