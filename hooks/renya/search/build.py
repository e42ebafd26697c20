"""The whole search of a site as files: manifest, token lists, cards, texts, and the client.

Documents are read in blocks on all cores; what they hand back is joined here, and coded on all
cores again. The folder of the index gets its name, which is a fingerprint of everything in
it, when all is written.
"""

from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from ..labels import Labels
from ..library import Library
from ..records.base import LANGS
from . import block, concepts, documents, index, shards, tokens, variants
from .lines import lines

FORMAT = 2  # of the files; the client refuses another
FOLDER = "search"  # below the root of the site, for both languages
CLIENT = Path(__file__).with_name("client")
_NEW = "new"  # the folder of the index until its name is known


class Written(NamedTuple):
    """units: how many can be found. kept: of how many nothing had to be read."""

    units: int
    kept: int


@dataclass
class _Whole:
    """All blocks in one. packed: the postings of every token."""

    packed: dict[str, bytes | bytearray] = field(default_factory=dict)
    bound: Counter[str] = field(default_factory=Counter)
    spelt: Counter[str] = field(default_factory=Counter)
    sounds: set[tuple[str, str]] = field(default_factory=set)
    cards: list[list[Any]] = field(default_factory=list)
    facets: list[tuple[str, ...]] = field(default_factory=list)

    def add(self, one: block.Block) -> None:
        packed = self.packed
        for token, hits in one.hits.items():
            held = packed.get(token)
            if held is None:
                packed[token] = hits
            elif isinstance(held, bytes):
                packed[token] = bytearray(held + hits)
            else:
                held += hits  # in place: most tokens stand in many blocks
        self.bound.update(one.bound)
        self.spelt.update(one.spelt)
        self.sounds |= one.sounds
        self.cards += one.cards
        self.facets += one.facets

    def add_concepts(self, named: Sequence[concepts.Concept]) -> None:
        for number, found in enumerate(concepts.hits(named, self.packed)):
            if found:
                self.packed[f"{concepts.MARK}{number}"] = array("I", found).tobytes()


def write(
    library: Library,
    words: Labels,
    root: Path,
    suffix: str,
    last: Path | None = None,
    told: Callable[[int, int], None] | None = None,
) -> Written:
    """Write the search of a library below `root`.

    suffix: what follows an address, / or .html. last: the last good site, whose texts are used
    again. told: units read, and of how many.
    """
    folder = root / FOLDER / _NEW
    folder.mkdir(parents=True)
    found = documents.sources(library)
    read = block.read_all(library, words, found, folder, _folder(last), told)
    files = {name: made for _, own in read.packets for name, made in own.items()}
    whole = _Whole()
    for packet in read.packets:
        whole.add(block.opened(packet))
    named = concepts.concepts(found)
    whole.add_concepts(named)
    bindings = index.bindings(whole.bound, whole.packed)
    firsts, parts = _parts(lines(whole.packed, bindings, read, library.docs))
    for name, value in (*parts, *_cards(whole.cards), *_variants(whole)):
        text = shards.script(name, shards.written(value))
        (folder / f"{name}.js").write_text(text, encoding="utf-8")
        files[f"{name}.js"] = shards.fingerprint([text])
    manifest = {
        "format": FORMAT,
        "suffix": suffix,
        "chunk": shards.CHUNK,
        "firsts": " ".join(firsts),
        "kinds": list(Counter(source.kind for source in found).items()),
        "facets": _facets(whole.facets),
        "concepts": [["|".join(one.zh), "|".join(one.en), int(one.near)] for one in named],
        "endings": tokens.ENDINGS,
        "stop": [tokens.ASKING_ZH, tokens.STOP_EN],
    }
    sums = (f"{name} {files[name]}" for name in sorted(files))
    version = shards.fingerprint([shards.written(manifest), *sums])
    folder.rename(folder.with_name(version))
    opening = shards.script("manifest", shards.written({"version": version, **manifest}))
    for name, text in (("manifest.js", opening), client()):
        (root / FOLDER / name).write_text(text, encoding="utf-8")
    return Written(len(found), read.kept)


def _folder(last: Path | None) -> Path | None:
    """Where the index of the last good site lies: the one folder beside the manifest."""
    if last is None or not (last / FOLDER).is_dir():
        return None
    inside = [path for path in (last / FOLDER).iterdir() if (path / "words.js").exists()]
    return inside[0] if len(inside) == 1 else None


@cache
def client() -> tuple[str, str]:
    """(file name, text) of the client: its parts as one script, without their comments."""
    parts = [path.read_text(encoding="utf-8") for path in sorted(CLIENT.glob("*.js"))]
    return shards.program(parts)


def _parts(coded: Sequence[str]) -> tuple[list[str], list[tuple[str, str]]]:
    """First token of each part of the token list; (name, lines) of the parts."""
    made = shards.parts(coded)
    return [first for first, _ in made], [(f"s{n}", text) for n, (_, text) in enumerate(made)]


def _variants(whole: _Whole) -> Iterator[tuple[str, Any]]:
    """What else may be typed: words as spelt, sounds, traditional characters."""
    yield "words", _words(whole.spelt)
    yield "sounds", variants.by_sound(whole.sounds)
    yield "traditional", variants.traditional(one[1:] for one in whole.packed if one[0] == "~")


def _facets(found: Sequence[tuple[str, ...]]) -> dict[str, Any]:
    """ids, the sets of them that occur, and for each unit which set is its own."""
    ids = sorted({one for facets in found for one in facets})
    sets: dict[tuple[str, ...], int] = {(): 0}
    of = "".join(shards.digits(sets.setdefault(facets, len(sets))) for facets in found)
    return {"ids": ids, "sets": [[ids.index(one) for one in own] for own in sets], "of": of}


def _cards(units: Sequence[Sequence[Any]]) -> Iterator[tuple[str, Any]]:
    """What a result shows of a unit, in each language: name, title, summary, other names."""
    for place, lang in enumerate(LANGS):
        cards = [own[place] for own in units]
        for number, chunk in enumerate(shards.chunks(cards)):
            yield f"c{lang}{number}", chunk


def _words(counts: Counter[str]) -> list[str]:
    """English words as spelt, in three lines: frequent, less frequent, rare."""
    lines: list[list[str]] = [[], [], []]
    for word in sorted(counts):
        lines[0 if counts[word] >= 20 else 1 if counts[word] >= 4 else 2].append(word)
    return [" ".join(line) for line in lines]
