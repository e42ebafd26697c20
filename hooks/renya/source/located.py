"""A file's value, and on demand the line of every part of it.

Most files are clean, and then nobody asks for a line: places are found when a problem is told.
"""

import difflib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from ..problems import Problem

Path = tuple[str | int, ...]


@dataclass(slots=True)
class Places:
    """lines: path -> line of the key (mapping) or of the item (list), first line 1.

    starts: path -> line on which a scalar's own text begins.
    raw: path -> the characters of a number or date as they were typed.
    """

    lines: dict[Path, int] = field(default_factory=dict)
    starts: dict[Path, int] = field(default_factory=dict)
    raw: dict[Path, str] = field(default_factory=dict)


@dataclass(slots=True)
class Located:
    """value: dict, list or scalar, as far as the file could be read.

    readable: False when nothing more can be said of the file than `problems`.
    find: gives the places of a file that was read without them.
    """

    path: str
    value: Any = None
    problems: list[Problem] = field(default_factory=list)
    readable: bool = True
    find: Callable[[], Places] = field(default=Places, compare=False)
    found: Places | None = field(default=None, compare=False)

    @property
    def places(self) -> Places:
        if self.found is None:
            self.found = self.find()
        return self.found

    def line(self, path: Path) -> int:
        """The line of `path`, or of its nearest ancestor that stands in the file."""
        lines = self.places.lines
        while path and path not in lines:
            path = path[:-1]
        return lines.get(path, 1)

    def start(self, path: Path) -> int:
        """The line on which the text of `path` begins."""
        return self.places.starts.get(path) or self.line(path)


def dotted(path: Path) -> str:
    """`('steps', 2, 'say')` -> `steps.3.say`: people count from one."""
    return ".".join(str(part + 1) if isinstance(part, int) else part[:40] for part in path)


def did_you_mean(word: str, known: list[str]) -> str:
    """A hint that names the nearest allowed word, or lists the allowed words."""
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    if near:
        return f"did you mean '{near[0]}'?"
    listed = ", ".join(known[:12]) + (", ..." if len(known) > 12 else "")
    return f"use one of: {listed}" if known else "take it out"
