"""Where a problem of a record stands; rules that look at one record at a time."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import update_wrapper
from typing import Literal

from ..library import Entry, Library
from ..problems import Problem
from ..source import Path, dotted


def problem(
    entry: Entry,
    path: Path,
    message: str,
    hint: str,
    severity: Literal["error", "warning"] = "error",
    line: int = 0,
) -> Problem:
    """A problem at a field of a record, with the line of that field."""
    at = line or entry.located.line(path)
    return Problem(entry.located.path, at, dotted(path), message, hint, severity)


@dataclass
class Each:
    """A rule for a record: `run` asks all such rules while the record is open.

    Called with a library it is a check like any other.
    """

    one: Callable[[Library, Entry], Iterator[Problem]]

    def __post_init__(self) -> None:
        update_wrapper(self, self.one)

    def __call__(self, library: Library) -> Iterator[Problem]:
        for entry in library.entries.values():
            yield from self.one(library, entry)
