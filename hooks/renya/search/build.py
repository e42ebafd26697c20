"""The whole search of a site as files: manifest, token lists, cards, texts, and the client.

Documents are read in portions on all cores; what they hand back is joined here, and coded on
all cores again. The folder of the index gets its name, which is a fingerprint of everything in
it, when all is written.
"""

from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any

from .. import cores
from ..labels import Labels
from ..library import Library
from ..records.base import LANGS
from . import block, concepts, documents, index, shards, tokens, variants

FORMAT = 2  # of the files; the client refuses another
FOLDER = "search"  # below the root of the site, for both languages
CLIENT = Path(__file__).with_name("client")
_NEW = "new"  # the folder of the index until its name is known


def write(
    library: Library,
    words: Labels,
    root: Path,
    suffix: str,
    told: Callable[[int, int], None] | None = None,
) -> int:
    """Write the search of a library below `root`; how many files.

    suffix: what follows an address, / or .html. told: documents read, and of how many.
    """
    folder = root / FOLDER / _NEW
    folder.mkdir(parents=True)
    found = documents.sources(library)
    units = [partial(documents.unit, library, words, source) for source in found]
    blocks: list[block.Block] = []
    for one in cores.blocks(lambda some: block.read(some, folder), list(enumerate(units))):
        blocks.append(one)
        if told:
            told(sum(len(made.cards) for made in blocks), len(units))
    files = {name: made for one in blocks for name, made in one.files.items()}
    named = concepts.concepts(found)
    packed = _joined(blocks, named)
    bindings = index.bindings(sum((one.bound for one in blocks), Counter()), packed)
    firsts, parts = _parts(packed, bindings)
    for name, value in (*parts, *_cards(blocks), *_variants(blocks, packed)):
        text = shards.script(name, shards.written(value))
        (folder / f"{name}.js").write_text(text, encoding="utf-8")
        files[name] = shards.fingerprint([text])
    manifest = {
        "format": FORMAT,
        "suffix": suffix,
        "chunk": shards.CHUNK,
        "firsts": " ".join(firsts),
        "kinds": list(Counter(source.kind for source in found).items()),
        "facets": _facets([own for one in blocks for own in one.facets]),
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
    return len(files) + 2


@cache
def client() -> tuple[str, str]:
    """(file name, text) of the client: its parts as one script, without their comments."""
    parts = [path.read_text(encoding="utf-8") for path in sorted(CLIENT.glob("*.js"))]
    return shards.program(parts)


def _joined(blocks: Sequence[block.Block], named: Sequence[concepts.Concept]) -> dict[str, bytes]:
    """The postings of all portions, and of the concepts that they speak of."""
    packed: dict[str, bytes] = {}
    for one in blocks:
        for token, hits in one.hits.items():
            packed[token] = packed[token] + hits if token in packed else hits
        one.hits = {}
    for number, found in enumerate(concepts.hits(named, packed)):
        if found:
            packed[f"{concepts.MARK}{number}"] = array("I", found).tobytes()
    return packed


def _parts(
    packed: Mapping[str, bytes], bindings: Mapping[str, int]
) -> tuple[list[str], list[tuple[str, str]]]:
    """First token of each part of the token list; (name, lines) of the parts."""

    def lines(some: Sequence[str]) -> list[str]:
        return [
            shards.line(token, index.strongest(token, index.unpacked(packed[token]), bindings))
            for token in some
        ]

    ordered = sorted(packed, key=shards.order)
    coded = [line for portion in cores.blocks(lines, ordered) for line in portion]
    made = shards.parts(coded)
    return [first for first, _ in made], [(f"s{n}", text) for n, (_, text) in enumerate(made)]


def _variants(
    blocks: Sequence[block.Block], packed: Mapping[str, bytes]
) -> Iterator[tuple[str, Any]]:
    """What else may be typed: words as spelt, sounds, traditional characters."""
    spelt: Counter[str] = sum((one.spelt for one in blocks), Counter())
    yield "words", _words(spelt)
    yield "sounds", variants.by_sound({pair for one in blocks for pair in one.sounds})
    yield "traditional", variants.traditional(one[1:] for one in packed if one[0] == "~")


def _facets(found: Sequence[tuple[str, ...]]) -> dict[str, Any]:
    """ids, the sets of them that occur, and for each unit which set is its own."""
    ids = sorted({one for facets in found for one in facets})
    sets: dict[tuple[str, ...], int] = {(): 0}
    of = "".join(shards.digits(sets.setdefault(facets, len(sets))) for facets in found)
    return {"ids": ids, "sets": [[ids.index(one) for one in own] for own in sets], "of": of}


def _cards(blocks: Sequence[block.Block]) -> Iterator[tuple[str, Any]]:
    """What a result shows of a unit, in each language: name, title, summary, other names."""
    for place, lang in enumerate(LANGS):
        cards = [own[place] for one in blocks for own in one.cards]
        for number, chunk in enumerate(shards.chunks(cards)):
            yield f"c{lang}{number}", chunk


def _words(counts: Counter[str]) -> list[str]:
    """English words as spelt, in three lines: frequent, less frequent, rare."""
    lines: list[list[str]] = [[], [], []]
    for word in sorted(counts):
        lines[0 if counts[word] >= 20 else 1 if counts[word] >= 4 else 2].append(word)
    return [" ".join(line) for line in lines]
