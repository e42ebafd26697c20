"""A text made plain for the detectors: disguises taken off, every character traced back.

Full-width forms, invisible characters, look-alike letters and traditional characters are
folded, so that each detector sees one spelling.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import rjieba

DATA = Path(__file__).with_name("data")

_PLAIN = re.compile(r"[\n -~\u4e00-\u9fff，。：；！？、“”‘’（）《》—…·–]*")
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


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the dictionary, its part of speech in jieba's letters, and where it stands."""

    word: str
    tag: str
    start: int
    end: int


def plain(raw: str) -> Plain:
    if _PLAIN.fullmatch(raw) and not _SPREAD.search(raw):
        text, at = raw, None
    else:
        text, at = _folded(raw)
    simple = text.translate(_simplified())
    return Plain(raw, simple, at)


def _folded(raw: str) -> tuple[str, tuple[int, ...]]:
    made: list[str] = []
    at: list[int] = []
    for place, char in enumerate(raw):
        if unicodedata.category(char) in ("Cf", "Mn", "Me") or char in "\u3164\u115f\u1160":
            continue  # drawn as nothing, or over the letter before it
        if (
            char in " ·・"
            and (char == " " or _DOTS.search(raw[max(0, place - 3) : place + 4]))
            and place
            and _HAN.match(raw[place - 1])
            and _HAN.match(raw[place + 1 : place + 2])
        ):
            continue  # a space between two Chinese characters only hides a word
        for one in char if char in _KEPT else unicodedata.normalize("NFKC", char):
            made.append(one)
            at.append(place)
    return "".join(made).translate(_LOOKS), tuple(at)


@cache
def _simplified() -> dict[int, int]:
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
        made.append(Token(word, tag, place, place + len(word)))
        place += len(word)
    return made
