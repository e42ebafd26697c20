"""What is wrong, said so that a social worker can mend it.

A `Problem` is a value: the core collects problems and never raises for bad input.
This module knows nothing of YAML, records or pages.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One fault at one place.

    path: file as the author would type it, relative to the project.
    line: 1 is the first line; 0 when the fault belongs to no line.
    field: dotted path in the record, `title.en` or `steps.2.say`; empty for a whole file.
    message: what is wrong, as the end of a sentence that begins with the field.
    hint: the way out.
    """

    path: str
    line: int
    field: str
    message: str
    hint: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        subject = f"{self.field}: " if self.field else ""
        kind = "warning: " if self.severity == "warning" else ""
        way_out = f" - {self.hint}" if self.hint else ""
        # What an author typed is quoted here: it must not move the cursor of a terminal.
        return printable(f"{place}: {kind}{subject}{self.message}{way_out}")


def printable(text: str) -> str:
    """One line without control characters."""
    return "".join(char if char.isprintable() else "\ufffd" for char in text)


def shown(value: object, most: int = 60) -> str:
    """A value as a message quotes it: one line, and no longer than can be taken in."""
    text = printable(str(value))
    return f"'{text}'" if len(text) <= most else f"'{text[:most]}...'"


def tidy(problems: Iterable[Problem]) -> list[Problem]:
    """Each problem once, in the order in which an author meets them."""
    return sorted(set(problems))


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """The problems that stop a build."""
    return [problem for problem in problems if problem.severity == "error"]


def as_dicts(problems: Sequence[Problem]) -> list[dict[str, object]]:
    """For `--format json`: a list of objects with the fields of `Problem`."""
    return [
        {key: printable(value) if isinstance(value, str) else value for key, value in one.items()}
        for one in map(asdict, problems)
    ]
