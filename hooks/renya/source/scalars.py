"""What a plain word of YAML stands for: a small part of the standard, and dates."""

import datetime
import re

_INT = re.compile(r"-?(0|[1-9][0-9]*)\Z")
_FLOAT = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+\Z")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
AMBIGUOUS = frozenset(["y", "n", "yes", "no", "on", "off"])
_CONSTANTS: dict[str, bool | None] = {
    "true": True, "false": False, "null": None, "~": None, "": None,
}  # fmt: skip


def certainly_text(word: str) -> bool:
    """Too long and wordy to be a number, a date or a constant: the common case."""
    return len(word) > 5 and word[0] > "9"


def value(word: str) -> str | int | float | bool | datetime.date | None:
    """Raises ValueError for a day that no calendar holds."""
    if word.lower() in _CONSTANTS:
        return _CONSTANTS[word.lower()]
    if _INT.match(word):
        return int(word) if len(word) < 20 else word
    if _FLOAT.match(word):
        return float(word)
    if _DATE.match(word):
        return datetime.date.fromisoformat(word)
    return word
