"""Which document holds which token: the tokens of all documents, turned round.

A document is a number: twice the number of its unit, and one more in English. A list of hits
names the documents by how strongly they hold the token; of a token that stands nearly
everywhere only the strongest are kept, since it cannot tell documents apart. Knows no file.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..records.base import LANGS
from .documents import Document, Unit
from .tokens import LEVELS, is_pair

MOST = 320  # documents in one list
MOST_OF_CHARACTER = 160  # a single character says little
BOUND = 3

Hit = int  # document << 4 | level
Packed = bytes | bytearray  # hits, four bytes each
_LEVEL = 15
assert LEVELS <= _LEVEL


@dataclass(frozen=True, slots=True)
class Hits:
    """Documents by falling level, within a level by number. of: how many hold the token.

    binding: of a pair of characters, how surely it is one word, from 0 to BOUND.
    """

    by_level: tuple[tuple[int, tuple[int, ...]], ...]
    of: int
    binding: int = BOUND


def fields(unit: Unit, document: Document) -> dict[str, str]:
    """The texts of a document by sort of field, as `tokens.FIELDS` weighs them."""
    return {
        "title": document.title,
        "also": "\n".join((unit.name, *document.also)),
        "summary": document.summary,
        "facts": document.facts,
        "body": "\n".join(f"{name}\n{text}" for name, text in document.body),
    }


def number(unit: int, lang: str) -> int:
    return unit * 2 + LANGS.index(lang)


def unpacked(packed: Packed) -> Sequence[Hit]:
    """Hits as they are handed from one process to another: four bytes each."""
    return memoryview(packed).cast("I")


def bindings(bound: Mapping[str, int], packed: Mapping[str, Packed]) -> dict[str, int]:
    """Pair -> how surely it is one word: the share of its texts in which it is.

    bound: in how many texts a pair is one word.
    """
    return {
        pair: round(BOUND * min(1, texts * 4 / len(packed[pair])))
        for pair, texts in bound.items()
        if pair in packed
    }


def strongest(token: str, hits: Sequence[Hit], bindings: Mapping[str, int]) -> Hits:
    """bindings: of pairs of characters; a pair that is not among them is never a word."""
    binding = bindings.get(token, 0) if is_pair(token) else BOUND
    most = MOST_OF_CHARACTER if token[0] == "~" else MOST
    if len(hits) == 1:
        return Hits(((hits[0] & _LEVEL, (hits[0] >> 4,)),), 1, binding)
    by_level: dict[int, list[int]] = {}
    for hit in hits:
        by_level.setdefault(hit & _LEVEL, []).append(hit >> 4)
    kept = []
    left = most
    for level in sorted(by_level, reverse=True):
        if left <= 0:
            break
        kept.append((level, tuple(by_level[level][:left])))
        left -= len(by_level[level])
    return Hits(tuple(kept), len(hits), binding)
