"""How the index lies in files: small scripts in a folder that is named after their content.

A script calls `renya(place, value)`: that works from a folder without a server and under a
strict content policy. Only the manifest keeps its name; it says which folder is its own, so
that what a browser kept of an older index is never mixed with a newer one. Same index, same
bytes. `client/03-codec.js` reads what is written here.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

from .index import BOUND, Hits

# Printable ASCII without space, quote, backslash: 15 levels, then final and continuing digits.
_SIGNS = "".join(chr(code) for code in range(0x21, 0x7F) if chr(code) not in '"\\')
LEVEL, FINAL, MORE = _SIGNS[:15], _SIGNS[15:59], _SIGNS[59:]
PART = 3000  # characters of a part of the token list; about two thirds of it when sent
PARTS = 1500  # of them at most: the manifest names the first token of each
CHUNK = 4  # documents whose cards lie in one file


def digits(number: int) -> str:
    """A number of any size: small ones, which are most, take one sign."""
    made = ""
    while number >= len(FINAL):
        number -= len(FINAL)
        made += MORE[number % len(MORE)]
        number //= len(MORE)
    return made + FINAL[number]


_SMALL = [digits(number) for number in range(4096)]


def coded(hits: Hits) -> str:
    """Level, first document, steps to the next; the count of all, where not all are kept.

    Before the first level stands how surely a pair is a word, unless it surely is.
    """
    made: list[str] = [] if hits.binding == BOUND else [FINAL[hits.binding]]
    kept = 0
    for level, documents in hits.by_level:
        made.append(LEVEL[level - 1])
        last = 0
        for document in documents:
            step = document - last
            made.append(_SMALL[step] if step < 4096 else digits(step))
            last = document
        kept += len(documents)
    if kept < hits.of:
        made.append(f" {digits(hits.of)}")
    return "".join(made)


def order(token: str) -> bytes:
    """The order in which a browser compares strings."""
    return token.encode("utf-16-be")


def line(token: str, hits: Hits) -> str:
    return f"{token} {coded(hits)}"


def parts(lines: Sequence[str]) -> list[tuple[str, str]]:
    """(first token, lines) for each part of the token list. lines: in the order of tokens."""
    made: list[tuple[str, str]] = []
    held: list[str] = []
    size = 0
    room = max(PART, sum(map(len, lines)) // PARTS)
    for one in lines:
        if held and size + len(one) > room:
            made.append((held[0].partition(" ")[0], "\n".join(held)))
            held, size = [], 0
        held.append(one)
        size += len(one) + 1 + 2 * (not one.isascii())
    return [*made, (held[0].partition(" ")[0], "\n".join(held))] if held else made


def script(place: str, value: str) -> str:
    """A call that hands a value, written as JSON, to the client."""
    return f'renya("{place}",{value})\n'


def written(value: Any) -> str:
    """JSON that is safe in a script."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def fingerprint(texts: Iterable[str]) -> str:
    made = hashlib.sha256()
    for text in texts:
        made.update(text.encode())
        made.update(b"\0")
    return made.hexdigest()[:10]


# Comments that fill their lines; those within a line are types of the line.
_COMMENT = re.compile(
    r"^[ \t]*(?:/\*\*(?:(?!\*/).)*\*/|//[^\n]*)[ \t]*\n", re.MULTILINE | re.DOTALL
)


def program(parts: Sequence[str]) -> tuple[str, str]:
    """(file name, text) of scripts joined into one, without comments and margins."""
    joined = "\n".join(_COMMENT.sub("", part) for part in parts)
    lines = (line.strip() for line in joined.splitlines())
    text = "(() => {\n" + "\n".join(line for line in lines if line) + "\n})();\n"
    return f"search-{fingerprint([text])}.js", text


def chunks(cards: Sequence[Any]) -> Iterable[Sequence[Any]]:
    return (cards[start : start + CHUNK] for start in range(0, len(cards), CHUNK))
