"""How the records of a kind are put in order and under which headings a listing shows them."""

from collections import Counter
from collections.abc import Callable
from typing import Any, NamedTuple, get_args

from ..library import Entry
from ..privacy.combinations import settings, shown_counts
from ..records.case import Case
from ..records.vocabulary import Outcome, ThesisCause
from .context import Context

# Kind -> the heading under which a record stands; kinds without one have a single list.
_GROUPS: dict[str, Callable[[Context, Any], str]] = {
    "cases": lambda p, r: p.link_text(r.dilemmas[0]),
    "glossary": lambda p, r: _letters(p, r)[:1].upper(),
    "interventions": lambda p, r: p.word("Format", r.formats[0]),
    "theory": lambda p, r: p.word("ConceptType", r.type),
    "laws": lambda p, r: p.word("LawLevel", r.level),
    "policy": lambda p, r: p.link_text(r.role),
    "references": lambda p, r: p.word("WorkKind", r.kind),
    "statistics": lambda p, r: p.word("Series", r.series),
}

# Long lists of short things: a line each, without the frame of a card.
COMPACT = {"glossary", "references"}

_FORMATS = ("individual", "pair", "group", "family", "class", "community")
_TYPES = ("dimension", "protective_factor", "risk_factor", "theory")
_LEVELS = (
    "law", "administrative_regulation", "judicial", "state_policy", "department_policy", "local",
    "standard",
)  # fmt: skip

_ORDER: dict[str, Callable[[Context, Any], Any]] = {
    "dilemmas": lambda _, r: r.order,
    "cases": lambda p, r: (p.order_of(r.dilemmas[0]), r.id),
    "glossary": lambda p, r: (_letters(p, r), r.id),
    "interventions": lambda _, r: (_FORMATS.index(r.formats[0]), r.id),
    "roles": lambda _, r: r.order,
    "theory": lambda _, r: (_TYPES.index(r.type), r.order or 0, r.id),
    "laws": lambda _, r: (_LEVELS.index(r.level), str(r.issued or ""), r.id),
    "statistics": lambda _, r: (r.series, r.year),
    "references": lambda _, r: (r.kind, r.id),
    "policy": lambda p, r: (p.order_of(r.role), r.id),
}


def _one_list(_p: Context, _record: Any) -> str:
    return ""


def _by_id(_p: Context, record: Any) -> Any:
    return record.id


def _letters(p: Context, term: Any) -> str:
    """What a dictionary sorts by: pinyin in Chinese, the word itself in English."""
    said = term.pinyin or term.id if p.lang == "zh" else p.plain(term.title)
    return str(said).lower()


def grouped(p: Context, kind: str, entries: list[Entry]) -> list[tuple[str, list[Entry]]]:
    """(heading, records) in reading order; the heading is empty for a single list."""
    order = _ORDER.get(kind, _by_id)
    groups: dict[str, list[Entry]] = {}
    heading = _GROUPS.get(kind, _one_list)
    for entry in sorted(entries, key=lambda one: order(p, one.face)):
        groups.setdefault(heading(p, entry.face), []).append(entry)
    return list(groups.items())


def by_cause(entries: list[Entry]) -> list[tuple[str, list[Entry]]]:
    """The thesis' causes, each with the factors that carry it: its map into this guide."""
    factors = [e for e in entries if getattr(e.face, "type", "").endswith("_factor")]
    named = [(cause, [e for e in factors if cause in getattr(e.face, "causes", ())])
             for cause in get_args(ThesisCause)]  # fmt: skip
    return [(cause, found) for cause, found in named if found]


class Ended(NamedTuple):
    """How many cases ended this way. real: None where the count is too small to be shown."""

    outcome: str
    made_up: int
    real: int | None


def by_outcome(entries: list[Entry]) -> list[Ended]:
    """All outcomes in their order, so that a list of successes would be seen as one."""
    cases = [entry.face for entry in entries if isinstance(entry.face, Case)]
    if not cases:
        return []
    ended = {
        real: Counter(one.outcome for one in cases if (one.origin == "real_anonymised") is real)
        for real in (True, False)
    }
    shown, _ = shown_counts(
        {outcome: ended[True][outcome] for outcome in get_args(Outcome)},
        settings()["cells"]["sensitive"],
    )
    return [Ended(outcome, ended[False][outcome], count) for outcome, count in shown.items()]
