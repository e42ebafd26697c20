"""The names of counties, townships, villages and cities; loaded when the first one is asked for.

The lists come from the national divisions as published in JioNLP 1.5.31 (Apache-2.0); see
`data/README.md`.
"""

import lzma
from functools import cache

from .text import DATA, words

LONGEST = 10


@cache
def _lists() -> dict[str, frozenset[str]]:
    text = lzma.decompress((DATA / "places.txt.xz").read_bytes()).decode()
    parts = text.split("[")[1:]
    return {
        name: frozenset(lines.split()) for name, _, lines in (part.partition("]") for part in parts)
    }


def county(name: str) -> bool:
    """A county, district or prefecture by its full name."""
    return name in _lists()["county"]


def township(name: str) -> bool:
    return name in _lists()["town"]


def village(stem: str) -> bool:
    """The name of a village or neighbourhood without its ending."""
    return stem in _lists()["village"]


def short(name: str) -> bool:
    """A county or city without its ending, where that is no ordinary word."""
    return name in words("short_places")


def latin(letters: str) -> bool:
    """A county or city in pinyin: small letters, no spaces."""
    return letters in words("latin_places")
