"""The glossary as a thesaurus: every word of a term, in both languages, is one token.

A reader who types 复原力, 'bouncing back' or 抗逆力 finds the records that speak of the concept
under any of its names. Words to avoid count too: they are what people type. Nothing but the
glossary feeds this; a query that finds too little wants a variant in a term.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..records.term import Term
from .documents import Source
from .index import Hit, Packed, unpacked
from .tokens import LEVELS, counted, normal

_KINDS = ("glossary", "dilemmas", "theory")
MARK = "#"  # before the number of a concept, as a token
_ODD = re.compile(r"[（(].*?[）)]")
_SIGN = re.compile(r"[=＝+×/]")
_WEAK = 3  # level under which two English words of a name may only stand in the same text


@dataclass(frozen=True, slots=True)
class Concept:
    """unit: number of its own unit. zh, en: its names, the locked pair first.

    near: its names are only near to each other, as the words under which one looks for a record.
    """

    unit: int
    zh: tuple[str, ...]
    en: tuple[str, ...]
    near: bool = False


def concepts(sources: Sequence[Source]) -> list[Concept]:
    """One for each term, dilemma and concept of the theory, in the order of the sources."""
    found = []
    for number, source in enumerate(sources):
        record = source.entry.record if source.entry and source.kind in _KINDS else None
        if isinstance(record, Term):
            avoided = [one.word for one in record.avoid]
            zh = _clean([record.title.zh, *record.variants.zh, *avoided])
            found.append(Concept(number, zh, _clean([record.title.en, *record.variants.en])))
        elif record is not None:
            sought = record.search_terms
            zh, en = _clean([record.title.zh, *sought.zh]), _clean([record.title.en, *sought.en])
            found.append(Concept(number, zh, en, near=True))
    return found


def _clean(names: Iterable[str]) -> tuple[str, ...]:
    bare = (_ODD.sub("", name).strip() for name in names)
    return tuple(dict.fromkeys(name for name in bare if len(name) > 1 and not _SIGN.search(name)))


def hits(found: Sequence[Concept], index: Mapping[str, Packed]) -> Iterator[list[Hit]]:
    """For each concept, the units that name it, as hits of the unit's first document."""
    for concept in found:
        best: dict[int, int] = {}
        for names, step in ((concept.zh, 0), (concept.en, 1)):
            for name in names:
                for document, level in _naming(name, index).items():
                    unit = document >> 1 << 1
                    best[unit] = max(best.get(unit, 0), level - step)
        best[2 * concept.unit] = LEVELS  # nothing answers a name better than the term itself
        yield [unit << 4 | level for unit, level in sorted(best.items()) if level > 0]


def _naming(name: str, index: Mapping[str, Packed]) -> dict[int, int]:
    """Document -> level, for documents that hold all tokens of a name: the weakest counts."""
    wanted = [token for token in counted(name) if token[0] != "~"]
    wanted = wanted or list(counted(name))
    if not wanted:
        return {}
    lists = sorted((unpacked(index.get(token, b"")) for token in wanted), key=len)
    held = {hit >> 4: hit & 15 for hit in lists[0]}
    for more in lists[1:]:
        held = {hit >> 4: min(held[hit >> 4], hit & 15) for hit in more if hit >> 4 in held}
    loose = len(wanted) > 1 and normal(name).isascii()
    return {one: level for one, level in held.items() if not loose or level >= _WEAK}
