"""One text through every detector: what is found, what is done about it, and why.

Never returns the identifier that it found in full: a report is not a second leak.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from . import bodies, dates, english, english_places, names, numbers, places
from .classes import CLASSES, Action, Zone
from .hits import Hit
from .text import Plain, plain

# Characters that are drawn as nothing or turn the line round: nobody types them in a case.
_HIDDEN = re.compile(
    "[\u200b\u200c\u200d\u2060\ufeff\u00ad\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u180e]"
)

# A longer text is read through windows that overlap, so that no detector sees more than this;
# what lies within the edge of a window is left to its neighbour, which sees what stands around.
WINDOW = 6000
EDGE = 200


@dataclass(frozen=True, slots=True)
class Finding:
    """start, end: in the raw text, Python offsets. masked: what was found, unreadable."""

    kind: str
    action: Action
    start: int
    end: int
    masked: str

    @property
    def reason(self) -> str:
        return CLASSES[self.kind].reason


def scan(raw: str, zone: Zone = "case", pseudonyms: Iterable[str] = ()) -> list[Finding]:
    """Everything found in one text, in its order; overlapping finds of a class stand once."""
    declared = frozenset(pseudonyms)
    made: list[Finding] = []
    for start, first, end in windows(len(raw)):
        for one in _scan(raw[start : start + WINDOW], zone, declared):
            if first <= start + one.start < end:
                made.append(replace(one, start=start + one.start, end=start + one.end))
    return made


def windows(length: int) -> Iterator[tuple[int, int, int]]:
    """(where a window begins, the places whose finds are taken from it: first, end)."""
    start = first = 0
    while start + WINDOW < length:
        yield start, first, start + WINDOW - EDGE
        first = start + WINDOW - EDGE
        start = first - EDGE
    yield start, first, length


def _scan(raw: str, zone: Zone, declared: frozenset[str]) -> list[Finding]:
    if not raw.strip():
        return []
    t = plain(raw)
    hits = list(numbers.find(t.text))
    if zone == "case":
        hits += [Hit("hidden_characters", i, i + 1) for i in hidden(raw)]
        hits += _case_hits(t, declared)
    return _findings(t, hits, zone)


def hidden(raw: str) -> Iterator[int]:
    return (match.start() for match in _HIDDEN.finditer(raw))


def _case_hits(t: Plain, declared: frozenset[str]) -> list[Hit]:
    found = [*dates.find(t.text), *bodies.find(t), *places.find(t), *names.find(t)]
    found += [*english_places.find(t.text), *english.find(t.text)]
    return [hit for hit in found if not _declared(t, hit, declared)]


def _declared(t: Plain, hit: Hit, declared: frozenset[str]) -> bool:
    """Exactly a declared pseudonym: with a surname before it, it would be another name."""
    return hit.kind in ("undeclared_nickname", "person_name", "titled_name") and (
        t.text[hit.start : hit.end] in declared
    )


def _findings(t: Plain, hits: list[Hit], zone: Zone) -> list[Finding]:
    made: list[Finding] = []
    taken: dict[str, int] = {}
    for hit in sorted(hits, key=lambda one: (one.start, -one.end, one.kind)):
        known = CLASSES[hit.kind]
        if zone == "site" and not known.everywhere:
            continue
        if hit.start < taken.get(hit.kind, 0):
            continue
        taken[hit.kind] = hit.end
        span = (
            (hit.start, hit.end)
            if hit.kind == "hidden_characters"
            else t.raw_span(hit.start, hit.end)
        )
        made.append(Finding(hit.kind, known.action, *span, masked(t.raw[span[0] : span[1]])))
    return sorted(made, key=lambda one: (one.start, one.end))


def masked(text: str) -> str:
    """The first character and stars: enough to find the place, too little to read it."""
    return text[:1] + "*" * min(len(text) - 1, 8)


def blocked(found: Iterable[Finding]) -> bool:
    return any(one.action == "block" for one in found)
