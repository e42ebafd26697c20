"""Patterns that end: each repetition has a limit, so that no text can make the gate slow.

`*` and `+` are written as usual and limited here. An attempt at one place then costs no more
than a fixed number of steps, and a text of any length is read in linear time.
"""

import re
from collections.abc import Iterator

# More than any name, number or gap that a detector looks for.
MOST = 24
_OPEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\{(\d+),\}|([*+])", re.DOTALL)


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """Compiled, with `*`, `+` and `{n,}` limited to MOST repetitions."""
    return re.compile(_OPEN.sub(_limited, source), flags)


def _limited(found: re.Match[str]) -> str:
    if found[1]:
        return f"{{{found[1]},{max(MOST, int(found[1]))}}}"
    if found[2]:
        # The `+` of a possessive `*+` or `{1,3}+` follows a repetition and stays as it is.
        before = found.string[: found.start()]
        if found[2] == "+" and before[-1:] in ("*", "+", "}", "?") and before[-2:-1] != "\\":
            return "+"
        return f"{{{'0' if found[2] == '*' else '1'},{MOST}}}"
    return found[0]


def lines_with(text: str, sign: re.Pattern[str], around: int = 0) -> Iterator[tuple[int, int]]:
    """Stretches of whole lines that hold the sign; neighbours within `around` characters joined.

    The cheap search that goes before the dear ones: most lines hold nothing.
    """
    start, end = -1, -1
    place = 0
    while found := sign.search(text, place):
        first = text.rfind("\n", 0, max(0, found.start() - around)) + 1
        last = text.find("\n", found.end() + around)
        last = len(text) if last < 0 else last
        if first <= end:
            end = last
        else:
            if end >= 0:
                yield start, end
            start, end = first, last
        place = max(last, found.end())
        if place >= len(text):
            break
    if end >= 0:
        yield start, end
