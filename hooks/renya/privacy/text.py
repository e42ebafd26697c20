"""A text made plain for the detectors: disguises taken off, every character traced back.

Full-width forms, invisible characters, look-alike letters and traditional characters are
folded, so that each detector sees one spelling.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

import rjieba

DATA = Path(__file__).with_name("data")

_STRANGE = re.compile(r"[^\n -~\u4e00-\u9fff，。：；！？、“”‘’（）《》—…·–]")
_HAN = re.compile("[\u4e00-\u9fff]")
_DOTS = re.compile("[·・][\u4e00-\u9fff][·・]")
_SPREAD = re.compile(
    "[\u4e00-\u9fff](?: |[·・](?=[\u4e00-\u9fff][·・]|[\u4e00-\u9fff](?![\u4e00-\u9fff])))[\u4e00-\u9fff]|[·・][\u4e00-\u9fff][·・]"
)
# Cyrillic and Greek letters that look like Latin ones, in the order of the second string.
_LOOKS = str.maketrans(
    "АВЕКМНОРСТХаеорсухіјѕԁһԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοαν",
    "ABEKMHOPCTXaeopcyxijsdhqwABEZHIKMNOPTYXoav",
)
# NFKC opens these; they are wanted as they are.
_KEPT = "，。：；！？、“”‘’（）《》—…·–"


@dataclass(frozen=True)
class Plain:
    """text: folded. at: place in the raw text of each folded character. raw: as it came."""

    raw: str
    text: str
    at: tuple[int, ...] | None

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        if self.at is None:
            return start, end
        return self.at[start], self.at[end - 1] + 1

    @cached_property
    def tokens(self) -> list["Token"]:
        return list(_tokens(self.text))

    @cached_property
    def starts(self) -> dict[int, int]:
        """Place in the text -> index of the token that begins there."""
        return {token.start: index for index, token in enumerate(self.tokens)}

    @cached_property
    def ends(self) -> dict[int, int]:
        return {token.end: index for index, token in enumerate(self.tokens)}

    def holder(self, place: int) -> "Token":
        """The word in which a place of the text lies."""
        return self.tokens[self.index(place)]

    def index(self, place: int) -> int:
        return bisect_right(self._begins, place) - 1

    @cached_property
    def _begins(self) -> list[int]:
        return [token.start for token in self.tokens]


class Token(NamedTuple):
    """A word of the dictionary, its part of speech in jieba's letters, and where it stands."""

    word: str
    tag: str
    start: int
    end: int


def plain(raw: str) -> Plain:
    if not _STRANGE.search(raw) and not _SPREAD.search(raw):
        text, at = raw, None
    else:
        text, at = _folded(raw)
    simple = text.translate(simplified())
    return Plain(raw, simple, at)


def _folded(raw: str) -> tuple[str, tuple[int, ...]]:
    made: list[str] = []
    at: list[int] = []
    for place, char in enumerate(raw):
        if char in " ·・" and _hides_a_word(raw, place):
            continue
        opened = _opened(char)
        made.append(opened)
        at += [place] * len(opened)
    return "".join(made).translate(_LOOKS), tuple(at)


@lru_cache(65536)
def _opened(char: str) -> str:
    """A character as it is read: nothing if it is drawn as nothing or over the letter before."""
    if unicodedata.category(char) in ("Cf", "Mn", "Me") or char in "\u3164\u115f\u1160":
        return ""
    return char if char in _KEPT else unicodedata.normalize("NFKC", char)


def _hides_a_word(raw: str, place: int) -> bool:
    """A space or dot between two Chinese characters: it only hides a word."""
    return bool(
        place
        and _HAN.match(raw[place - 1])
        and _HAN.match(raw[place + 1 : place + 2])
        and (raw[place] == " " or _DOTS.search(raw[max(0, place - 3) : place + 4]))
    )


@cache
def simplified() -> dict[int, int]:
    traditional, simple = (DATA / "traditional.txt").read_text(encoding="utf-8").split()
    return str.maketrans(traditional, simple)


@cache
def words(name: str) -> frozenset[str]:
    """A list of the data folder, one word a line."""
    return frozenset((DATA / f"{name}.txt").read_text(encoding="utf-8").split())


def _tokens(text: str) -> "list[Token]":
    made: list[Token] = []
    place = 0
    for word, tag in rjieba.tag(text, False):
        end = place + len(word)
        made.append(Token(word, tag, place, end))
        place = end
    return made
