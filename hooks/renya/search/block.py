"""What a few documents put into the index: the work that all cores share, and that is kept.

A block hands back little: its postings packed as bytes, counts, and what results show. The
texts of its documents it writes itself. Blocks are cut by number, so that an edited record
leaves all blocks but its own as they were.
"""

import pickle
import zlib
from array import array
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from ..beside import again
from ..cores import blocks
from ..kept import Shelf, total
from ..labels import Labels
from ..library import Library
from ..notes import Note, noting
from ..records.base import LANGS, Lang
from ..traces import Traces
from . import documents, index, shards, tokens, variants
from .documents import Document, Source, Unit

UNITS = 16  # in a block
_FEW = 8  # blocks; one takes a twentieth of a second


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


Packet = tuple[bytes, dict[str, str]]  # a block, packed, and its files


class Read(NamedTuple):
    """All blocks in their order. kept: of how many units nothing had to be read.

    now, before: what stands for the content of all blocks, and of those of the run before.
    old: of blocks that are new, what they were; None when blocks came or went.
    """

    packets: list[Packet]
    kept: int
    now: bytes
    before: bytes
    old: dict[int, Packet] | None


def opened(packet: Packet) -> Block:
    made: Block = pickle.loads(zlib.decompress(packet[0]))  # made by this very code
    return made


def read_all(
    library: Library,
    words: Labels,
    sources: Sequence[Source],
    folder: Path,
    last: Path | None,
    told: Callable[[int, int], None] | None = None,
) -> Read:
    """The blocks of all sources.

    folder: where their texts are written. last: where those of the last good site lie.
    told: how many units are read, and of how many.
    """
    traces = Traces(Shelf(library.docs, "search"), library)
    starts = range(0, len(sources), UNITS)
    made: dict[int, Packet] = {}
    for start in starts:
        packet = _kept(traces, start, sources, folder, last)
        if packet:
            made[start] = packet
    kept = len(made)
    new = [start for start in starts if start not in made]
    waiting = iter(new)
    read = partial(_packed, library, words, sources, folder)
    for packets in blocks(lambda some: [read(start) for start in some], new, _FEW):
        for notes, packet in packets:
            start = next(waiting)
            made[start] = packet
            traces.put(str(start), notes, packet, _sum(sources, start))
        if told:
            told(min(len(made) * UNITS, len(sources)), len(sources))
    was = [traces.before(str(start)) for start in starts]
    whole = None not in was and traces.before(str(len(starts) * UNITS)) is None
    traces.save()
    return Read(
        packets=[made[start] for start in starts],
        kept=min(kept * UNITS, len(sources)),
        now=total(*(made[start][0] for start in starts)),
        before=total(*(data for data, _ in was)) if whole else b"",
        old={start // UNITS: was[start // UNITS] for start in new} if whole else None,
    )


def _sum(sources: Sequence[Source], start: int) -> bytes:
    """Of what a block is made of beside what is noted: the names of its units, and its prose."""
    parts: list[str] = [str(start)]
    for one in sources[start : start + UNITS]:
        parts += [one.kind, one.name]
        for lang, page in one.pages.items():
            parts += [lang, page.text]
    return total(*parts)


def _kept(
    traces: Traces, start: int, sources: Sequence[Source], folder: Path, last: Path | None
) -> Packet | None:
    """A block that is as it was, when the files of its texts are there too."""
    packet: Packet | None = traces.get(str(start), _sum(sources, start)) if last else None
    if packet is None or last is None:
        return None
    for name, sum_ in packet[1].items():
        if not again(f"{last}/{name}", f"{folder}/{name}", partial(_is, sum_)):
            traces.drop(str(start))
            return None
    return packet


def _is(fingerprint: str, data: bytes) -> bool:
    return shards.fingerprint([data.decode("utf-8", "replace")]) == fingerprint


def _packed(
    library: Library, words: Labels, sources: Sequence[Source], folder: Path, start: int
) -> tuple[set[Note], Packet]:
    some = sources[start : start + UNITS]
    with noting() as notes:
        units = [(start + n, documents.unit(library, words, one)) for n, one in enumerate(some)]
    for one in some:
        if one.entry:
            notes |= {("entries", one.name), ("whole", one.name)}
    made = read(units, folder)
    data = zlib.compress(pickle.dumps(made, pickle.HIGHEST_PROTOCOL), 1)
    return notes, (data, made.files)


def read(units: Sequence[tuple[int, Unit]], folder: Path) -> Block:
    """units: number of a unit, and the unit."""
    hits: dict[str, array[int]] = {}
    made = Block({})
    for number, unit in units:
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
            name, text = f"t{place}.js", shards.script(f"t{place}", shards.written(document.body))
            (folder / name).unlink(missing_ok=True)  # the last site may share it
            (folder / name).write_text(text, encoding="utf-8")
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
