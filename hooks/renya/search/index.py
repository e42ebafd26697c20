"""Which document holds which token: the tokens of all documents, turned round.

A document is a number: twice the number of its unit, and one more in English. A list of hits
names the documents by how strongly they hold the token; of a token that stands nearly
everywhere only the strongest are kept, since it cannot tell documents apart. Knows no file.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..records.base import LANGS
from .documents import Document, Unit
from .tokens import LEVELS, Levels, is_pair, weighed

MOST = 320  # documents in one list
MOST_OF_CHARACTER = 160  # a single character says little
BOUND = 3

Hit = int  # document << 4 | level
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


def levels(unit: Unit, document: Document) -> Levels:
    """The tokens of one document: a pure function, whose result may be kept."""
    return weighed(fields(unit, document))


def number(unit: int, lang: str) -> int:
    return unit * 2 + LANGS.index(lang)


def turned(documents: Iterable[tuple[int, Levels]]) -> dict[str, list[Hit]]:
    """Token -> hits, in the order of the documents' numbers."""
    found: dict[str, list[Hit]] = defaultdict(list)
    for document, tokens in documents:
        base = document << 4
        for token, level in tokens.items():
            found[token].append(base | level)
    return found


def binding(bound: Iterable[Iterable[str]], found: Mapping[str, list[Hit]]) -> dict[str, int]:
    """Pair -> how surely it is one word: the share of the texts where it is. bound: by text."""
    counts = Counter(pair for pairs in bound for pair in pairs)
    return {
        pair: round(BOUND * min(1, n / len(found[pair])))
        for pair, n in counts.items()
        if pair in found
    }


def strongest(token: str, hits: list[Hit], binding: int = BOUND) -> Hits:
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


def compact(found: Mapping[str, list[Hit]], bindings: Mapping[str, int]) -> dict[str, Hits]:
    """bindings: of pairs of characters; a pair that is not in it is never a word."""
    return {
        token: strongest(token, hits, bindings.get(token, 0) if is_pair(token) else BOUND)
        for token, hits in found.items()
    }
