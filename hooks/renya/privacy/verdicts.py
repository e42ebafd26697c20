"""What the gate found in a text that it has seen before: kept by content and gate, never trusted.

A verdict belongs to the text, the zone, the declared pseudonyms and the very code and word
lists of the gate; whatever changes, the text is scanned anew. A whole file in which nothing was
found is kept by a key of its own, so that it need not be opened. What is damaged is thrown away.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from .classes import CLASSES, Zone
from .report import Line, lines


@cache
def fingerprint() -> str:
    """SHA-256 of the gate itself: its modules and its data."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.rglob("*")):
        if path.suffix in (".py", ".txt", ".xz", ".yml"):
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


class Verdicts:
    """The findings of each text; `save` keeps only those that this run asked for."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._known, self._files = _read(path) if path else ({}, {})
        self._asked: dict[str, list[list[object]]] = {}
        self._clean: dict[str, list[str]] = {}  # key of a file -> keys of its texts

    def lines(self, name: str, text: str, zone: Zone, pseudonyms: Iterable[str]) -> list[Line]:
        declared = sorted(pseudonyms)
        key = hashlib.sha256("\0".join([zone, *declared, text]).encode()).hexdigest()
        if key not in self._asked:
            found = _trusted(self._known.get(key))
            if found is None:
                fresh = lines(name, text, zone, declared)
                found = [[one.line, one.column, one.kind, one.text] for one in fresh]
            self._asked[key] = found
        return [_line(name, *one) for one in self._asked[key]]  # type: ignore[arg-type]

    def clean(self, file: str) -> bool:
        """Whether nothing was found in a file. file: a key of all that its verdict rests on."""
        texts = self._files.get(file)
        if texts is None or not all(key in self._known for key in texts):
            return False
        self._asked |= {key: self._known[key] for key in texts}
        self._clean[file] = texts
        return True

    def part(self) -> "Verdicts":
        """The same knowledge for a part of the work, perhaps in another process."""
        made = Verdicts(None)
        made._known = self._known
        return made

    @property
    def asked(self) -> dict[str, list[list[object]]]:
        """What this part was asked, for `join`."""
        return self._asked

    def join(self, asked: dict[str, list[list[object]]], file: str = "") -> None:
        """Take over what a part was asked. file: the key of the file, if nothing was found."""
        self._asked |= asked
        if file:
            self._clean[file] = list(asked)

    def save(self) -> None:
        """Beside and then in place, so that two runs at once cannot mix their files."""
        if self._path is None or (self._asked, self._clean) == (self._known, self._files):
            return
        kept = {"gate": fingerprint(), "verdicts": self._asked, "files": self._clean}
        text = json.dumps(kept, ensure_ascii=False)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            handle, beside = tempfile.mkstemp(dir=self._path.parent, prefix=".verdicts")
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
            Path(beside).replace(self._path)
        except OSError:
            return  # a folder that cannot be written to costs time, not safety


def _read(path: Path) -> tuple[dict[str, list[list[object]]], dict[str, list[str]]]:
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        verdicts, files = kept["verdicts"], kept["files"]
        fits = kept["gate"] == fingerprint() and isinstance(verdicts, dict)
        fits = fits and all(isinstance(texts, list) for texts in files.values())
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}, {}
    return (verdicts, files) if fits else ({}, {})


def _trusted(found: object) -> list[list[object]] | None:
    """A kept verdict of the right shape, or None: then the text is scanned again."""
    if not isinstance(found, list):
        return None
    for one in found:
        shape = [type(part) for part in one] if isinstance(one, list) else []
        if shape != [int, int, str, str] or one[2] not in CLASSES:
            return None
    return found


def _line(name: str, line: int, column: int, kind: str, text: str) -> Line:
    known = CLASSES[kind]
    return Line(name, line, column, kind, known.action, text, known.reason)
