"""A file, a folder or the standard input through the gate."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from . import media
from .classes import CLASSES, Zone
from .readers import ENDINGS, Unread, text_of
from .report import Line, lines

_SKIPPED = {".git", ".venv", ".cache", "node_modules", "__pycache__"}


def scan(
    path: str, zone: Zone, pseudonyms: Iterable[str]
) -> tuple[list[Line], list[tuple[str, str]]]:
    """(findings in order, (name, why) of what was not read). path: `-` for the standard input."""
    declared = frozenset(pseudonyms)
    found: list[Line] = []
    unread: list[tuple[str, str]] = []
    for name, data in _inputs(path, unread):
        for kind in media.kinds(name, data):
            known = CLASSES[kind]
            found.append(Line(name, 1, 1, kind, known.action, "", known.reason))
        if Path(name).suffix.lower() in media.PICTURES:
            continue
        try:
            text = text_of(name, data)
        except Unread as error:
            unread.append((name, str(error)))
            continue
        found += lines(name, text, zone, declared)
    return found, unread


def _inputs(path: str, unread: list[tuple[str, str]]) -> Iterator[tuple[str, bytes]]:
    if path == "-":
        yield "-", sys.stdin.buffer.read()
        return
    start = Path(path)
    if not start.exists():
        unread.append((path, "no such file or folder"))
        return
    for file in [start] if start.is_file() else sorted(_below(start)):
        try:
            yield str(file), file.read_bytes()
        except OSError as error:
            unread.append((str(file), f"cannot be read ({error.strerror})"))


def _below(folder: Path) -> Iterator[Path]:
    for file in folder.rglob("*"):
        hidden = _SKIPPED.intersection(file.relative_to(folder).parts)
        if file.is_file() and not hidden and file.suffix.lower() in (*ENDINGS, *media.PICTURES):
            yield file
