"""The whole search of a site as files: manifest, token lists, cards, texts, and the client."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from ..cores import spread
from ..labels import Labels
from ..library import Library
from ..records.base import LANGS, Lang
from . import concepts, index, shards, tokens, variants
from .documents import Document, Unit, units

FORMAT = 1  # of the files; the client refuses another
CLIENT = Path(__file__).with_name("client")


class _Read(NamedTuple):
    """What is known of a document by itself: tokens, and how its English words are spelt."""

    levels: tokens.Levels
    spelt: set[str]
    bound: list[str]


FOLDER = "search"  # below the root of the site, for both languages


def write(library: Library, words: Labels, root: Path, suffix: str) -> int:
    """Write the search of a library below `root`; how many files.

    suffix: what follows an address, / or .html.
    """
    folder = root / FOLDER
    made = files(library, words, suffix)
    for parent in {(folder / name).parent for name in made}:
        parent.mkdir(parents=True, exist_ok=True)
    for name, text in made.items():
        (folder / name).write_text(text, encoding="utf-8")
    name, text = client()
    (folder / name).write_text(text, encoding="utf-8")
    return len(made) + 1


def files(library: Library, words: Labels, suffix: str) -> dict[str, str]:
    """Path below the folder of the search -> text."""
    found = list(units(library, words))
    read = _read(found)
    made = {**dict(_cards(found)), **dict(_texts(found))}
    turned = index.turned((document, one.levels) for document, one in read.items())
    named = concepts.concepts(found, library)
    for number, hits in enumerate(concepts.hits(named, turned)):
        if hits:
            turned[f"{concepts.MARK}{number}"] = hits
    bindings = index.binding((one.bound for one in read.values()), turned)
    compact = index.compact(turned, bindings)
    firsts = []
    for number, (first, lines) in enumerate(shards.parts(compact)):
        firsts.append(first)
        made[f"s{number}"] = lines
    made["words"] = _words(read.values())
    made["sounds"] = variants.by_sound(run for text in _heads(found) for run in variants.runs(text))
    made["traditional"] = variants.traditional(one[1:] for one in turned if one[0] == "~")
    manifest = {
        "format": FORMAT,
        "suffix": suffix,
        "chunk": shards.CHUNK,
        "firsts": " ".join(firsts),
        "kinds": _kinds(found),
        "facets": _facets(found),
        "concepts": [["|".join(one.zh), "|".join(one.en), int(one.near)] for one in named],
        "endings": tokens.ENDINGS,
        "stop": [tokens.ASKING_ZH, tokens.STOP_EN],
    }
    values = {name: shards.written(value) for name, value in made.items()}
    version = shards.fingerprint([shards.written(manifest), *values, *values.values()])
    scripts = {
        f"{version}/{name}.js": shards.script(f"{version}/{name}", value)
        for name, value in values.items()
    }
    opening = shards.written({"version": version, **manifest})
    return {**scripts, "manifest.js": shards.script("manifest", opening)}


@cache
def client() -> tuple[str, str]:
    """(file name, text) of the client: its parts as one script, without their comments."""
    parts = [path.read_text(encoding="utf-8") for path in sorted(CLIENT.glob("*.js"))]
    return shards.program(parts)


def _read(found: Sequence[Unit]) -> dict[int, _Read]:
    """Every document by its number, read on all cores."""
    due = [
        (index.number(number, lang), unit, lang)
        for number, unit in enumerate(found)
        for lang in LANGS
        if lang in unit.documents
    ]
    read = spread(lambda job: _one(job[1], job[2]), due)
    return {job[0]: one for job, one in zip(due, read, strict=True)}


def _one(unit: Unit, lang: Lang) -> _Read:
    """Depends on the document alone, so that its result may be kept."""
    document = unit.documents[lang]
    levels = index.levels(unit, document)
    if lang == "zh":
        levels |= variants.sounds(index.fields(unit, document))
    everything = "\n".join([*_head(document), *(text for _, text in document.body)])
    bound = tokens.bound(everything) if lang == "zh" else []
    return _Read(levels, tokens.spellings(everything), bound)


def _head(document: Document) -> list[str]:
    return [document.title, *document.also, document.summary]


def _heads(found: Sequence[Unit]) -> Iterator[str]:
    return (
        text for unit in found if "zh" in unit.documents for text in _head(unit.documents["zh"])
    )


def _kinds(found: Sequence[Unit]) -> list[list[Any]]:
    """(kind, how many units) in order: a unit's number tells its kind."""
    counts: dict[str, int] = {}
    for unit in found:
        counts[unit.kind] = counts.get(unit.kind, 0) + 1
    return [[kind, count] for kind, count in counts.items()]


def _facets(found: Sequence[Unit]) -> dict[str, Any]:
    """ids, the sets of them that occur, and for each unit which set is its own."""
    ids = sorted({one for unit in found for one in unit.facets})
    sets: dict[tuple[str, ...], int] = {(): 0}
    of = "".join(shards.digits(sets.setdefault(unit.facets, len(sets))) for unit in found)
    return {"ids": ids, "sets": [[ids.index(one) for one in own] for own in sets], "of": of}


def _cards(found: Sequence[Unit]) -> Iterator[tuple[str, Any]]:
    """What a result shows of a unit, in each language: name, title, summary, other names."""
    for lang in LANGS:
        cards = [_card(unit, lang) for unit in found]
        for number, chunk in enumerate(shards.chunks(cards)):
            yield f"c{lang}{number}", chunk


def _card(unit: Unit, lang: Lang) -> list[Any]:
    document = unit.documents.get(lang)
    if document is None:
        return [unit.name]
    return [unit.name, document.title, document.summary, *document.also]


def _texts(found: Sequence[Unit]) -> Iterator[tuple[str, Any]]:
    """The body of each document by field, from which a result shows what matched."""
    for number, unit in enumerate(found):
        for lang, document in unit.documents.items():
            yield f"t{index.number(number, lang)}", document.body


def _words(read: Iterator[_Read] | Any) -> list[str]:
    """English words as spelt, in three lines: frequent, less frequent, rare."""
    counts: dict[str, int] = {}
    for one in read:
        for word in one.spelt:
            counts[word] = counts.get(word, 0) + 1
    lines: list[list[str]] = [[], [], []]
    for word in sorted(counts):
        lines[0 if counts[word] >= 20 else 1 if counts[word] >= 4 else 2].append(word)
    return [" ".join(line) for line in lines]
