"""What a portion of the documents puts into the index: the work that all cores share.

A portion hands back little: its postings packed as bytes, counts, and what results show. The
texts of its documents it writes itself.
"""

from array import array
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..records.base import LANGS, Lang
from . import index, shards, tokens, variants
from .documents import Document, Unit


@dataclass
class Block:
    """hits: of each token, four bytes each, in the order of the documents.

    bound: pair of characters -> texts in which it is a word. spelt: English word -> texts.
    sounds: (syllable, character). cards: of each unit, by language.
    facets: of each unit. files: name -> fingerprint of the texts that were written.
    """

    hits: dict[str, bytes]
    bound: Counter[str] = field(default_factory=Counter)
    spelt: Counter[str] = field(default_factory=Counter)
    sounds: set[tuple[str, str]] = field(default_factory=set)
    cards: list[list[Any]] = field(default_factory=list)
    facets: list[tuple[str, ...]] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)


def read(units: Sequence[tuple[int, Callable[[], Unit]]], folder: Path) -> Block:
    """units: number of a unit, and how to get it."""
    hits: dict[str, array[int]] = {}
    made = Block({})
    for number, get in units:
        unit = get()
        made.facets.append(unit.facets)
        made.cards.append([_card(unit, lang) for lang in LANGS])
        for lang, document in unit.documents.items():
            place = index.number(number, lang)
            for token, level in _document(unit, lang, document, made).items():
                hit = place << 4 | level
                if token in hits:
                    hits[token].append(hit)
                else:
                    hits[token] = array("I", (hit,))
            name = f"t{place}"
            text = shards.script(name, shards.written(document.body))
            (folder / f"{name}.js").write_text(text, encoding="utf-8")
            made.files[name] = shards.fingerprint([text])
    made.hits = {token: packed.tobytes() for token, packed in hits.items()}
    return made


def _document(unit: Unit, lang: Lang, document: Document, made: Block) -> tokens.Levels:
    fields = index.fields(unit, document)
    everything = "\n".join(fields[name] for name in ("title", "also", "summary", "body"))
    made.spelt.update(tokens.spellings(everything))
    if lang == "en":
        return tokens.weighed(fields)
    made.bound.update(tokens.bound(everything))
    made.sounds.update(variants.readings(fields))
    return tokens.weighed(fields) | variants.sounds(fields)


def _card(unit: Unit, lang: Lang) -> list[str]:
    document = unit.documents.get(lang)
    if document is None:
        return [unit.name]
    return [unit.name, document.title, document.summary, *document.also]
