"""Where a problem of a record stands."""

from typing import Literal

from ..library import Entry
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
