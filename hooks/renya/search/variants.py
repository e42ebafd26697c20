"""What a reader may type for a character: its traditional form, or its sound.

Traditional forms come from the list that the privacy gate ships (OpenCC), sounds from
pypinyin. Both are cut down to the characters that the index holds.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import Any

from ..privacy.text import simplified
from .tokens import HAN, Levels, normal, summed

SOUND = "^"  # before a token that is two syllables
_RUN = re.compile(f"[{HAN}]{{2,}}")


def traditional(characters: Iterable[str]) -> tuple[str, str]:
    """(traditional, simplified): forms that the index does not hold of characters it holds."""
    held = set(characters)
    pairs = [
        (chr(old), chr(new))
        for old, new in sorted(simplified().items())
        if chr(new) in held and chr(old) not in held
    ]
    return "".join(old for old, _ in pairs), "".join(new for _, new in pairs)


@lru_cache(maxsize=50_000)
def syllables(run: str) -> tuple[str, ...]:
    """Pinyin of a run of characters, without tones; `v` is typed for ü, as everywhere."""
    from pypinyin import lazy_pinyin  # loads its whole dictionary

    return tuple(lazy_pinyin(run, errors=_unknown))


def _unknown(chars: str) -> Any:
    """One syllable for each character, as pypinyin lets it be; its types know a string only."""
    return ["?"] * len(chars)


def sounds(fields: Mapping[str, str]) -> Levels:
    """Tokens for the sound of titles, names and summaries: pairs of syllables."""
    counts = {name: _pairs(fields[name]) for name in ("title", "also", "summary")}
    return summed(counts)


def _pairs(text: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for run in _RUN.findall(normal(text)):
        said = syllables(run)
        found.update(f"{SOUND}{one}{two}" for one, two in pairwise(said))
    return found


def readings(fields: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """(syllable, character) as they were read in titles, names and summaries."""
    for name in ("title", "also", "summary"):
        for run in _RUN.findall(normal(fields[name])):
            yield from zip(syllables(run), run, strict=False)


def by_sound(found: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Syllable -> characters that were read so."""
    made: dict[str, set[str]] = defaultdict(set)
    for said, char in found:
        made[said].add(char)
    return {said: "".join(sorted(made[said])) for said in sorted(made) if said != "?"}
