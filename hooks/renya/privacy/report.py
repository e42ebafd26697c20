"""Findings as an author reads them: where, what, and what to do; as lines or as JSON objects."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from .classes import Action, Zone
from .scan import scan

# Stars of Markdown are no mask over a name; as spaces they keep every column.
_BOLD = re.compile(r"\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*")


@dataclass(frozen=True, slots=True)
class Line:
    """line, column: from 1; column counts characters. text: masked."""

    path: str
    line: int
    column: int
    kind: str
    action: Action
    text: str
    reason: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.kind}: {self.action}: {self.reason}"

    def as_dict(self) -> dict[str, object]:
        return {
            "path": self.path, "line": self.line, "column": self.column, "class": self.kind,
            "action": self.action, "text": self.text, "reason": self.reason,
        }  # fmt: skip


def lines(path: str, text: str, zone: Zone, pseudonyms: Iterable[str]) -> list[Line]:
    """Paragraph by paragraph, so that a number broken over two lines is still one number."""
    made: list[Line] = []
    declared = frozenset(pseudonyms)
    line = 1
    for part in _paragraphs(_BOLD.sub(r"  \1  ", text)):
        for one in scan(part, zone, declared):
            before = part[: one.start]
            column = one.start - (before.rfind("\n") + 1) + 1
            made.append(
                Line(path, line + before.count("\n"), column, one.kind, one.action, one.masked,
                     one.reason)
            )  # fmt: skip
        line += part.count("\n")
    return made


def _paragraphs(text: str) -> list[str]:
    """Cut after empty lines; nothing is lost, so that places add up."""
    made: list[str] = [""]
    for row in text.splitlines(keepends=True):
        made[-1] += row
        if not row.strip() or len(made[-1]) > 4000:
            made.append("")
    return made
