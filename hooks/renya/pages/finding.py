"""What the finder and the twins are given: each record with the facts by which one chooses.

The browser filters and ranks; without a script the same page lists everything.
"""

from collections.abc import Iterable
from typing import NamedTuple

from ..library import Entry
from ..records.base import Evidence
from ..records.case import Case
from ..records.intervention import Intervention
from .context import Context

# Adds up the minutes of all steps: up to two hours, up to five, more.
_HOURS = ((120, "up_to_2"), (300, "up_to_5"), (10**9, "more"))
_DESIGNS = ("several_trials", "one_trial", "comparison", "descriptive", "none_found")
_FAR = ("same", "near", "unknown", "far")


class Facet(NamedTuple):
    """name: key of its words, and of the data on each row. options: (value, words)."""

    name: str
    options: list[tuple[str, str]]


class Row(NamedTuple):
    """facts: facet -> values; none at all fits everybody. said: a line under the summary."""

    entry: Entry
    facts: dict[str, tuple[str, ...]]
    said: str = ""


class Found(NamedTuple):
    facets: list[Facet]
    rows: list[Row]


def strongest(p: Context, evidence: Iterable[Evidence]) -> Evidence | None:
    """The piece of evidence with the strongest design, and of those the nearest to our children."""
    return min(
        evidence,
        key=lambda one: (_DESIGNS.index(one.design), _FAR.index(p.distance(one))),
        default=None,
    )


def badge(p: Context, evidence: Iterable[Evidence]) -> str:
    """Design, direction and distance in one sentence: never design alone."""
    one = strongest(p, evidence)
    if one is None or one.design == "none_found":
        return p.word("Design", "none_found")
    join = p.t("ui.badge_join")
    return join.join(
        [p.word("Design", one.design), p.word("Direction", one.direction),
         p.t(f"distance.{p.distance(one)}")]
    )  # fmt: skip


def interventions(p: Context) -> Found:
    rows = []
    for entry in p.site.library.of("interventions", p.site.drafts):
        record = entry.record
        if not isinstance(record, Intervention):
            continue
        best = strongest(p, record.evidence)
        minutes = sum(step.minutes or 0 for step in record.steps)
        facts: dict[str, tuple[str, ...]] = {
            "dilemma": _shown(p, record.dilemmas),
            "age": tuple(record.ages),
            "away": tuple(record.away),
            "carer": tuple(record.carers),
            "setting": tuple(record.settings),
            "role": _shown(p, (r.role for r in record.roles if r.part in ("leads", "does"))),
            "mode": tuple(record.modes),
            "hours": (next(name for most, name in _HOURS if minutes <= most),),
            "cost": (record.cost.band,),
            "evidence": (best.design if best else "none_found",),
            "lead": _shown(p, (r.role for r in record.roles if r.part == "leads")),
        }
        rows.append(Row(entry, facts, badge(p, record.evidence)))
    facets = [
        _records(p, rows, "dilemma"), _words(p, rows, "age", "AgeBand"),
        _words(p, rows, "away", "Migration", ("father_away", "mother_away", "both_away", "other")),
        _words(p, rows, "carer", "Carer",
               ("grandparent", "one_parent", "relative", "other", "alone")),
        _words(p, rows, "setting", "Setting"), _records(p, rows, "role"),
        _words(p, rows, "mode", "Mode"),
        Facet("hours", [(name, p.t(f"finder.{name}")) for _, name in _HOURS]),
        _words(p, rows, "cost", "CostBand",
               ("none", "under_200", "200_to_1000", "1000_to_5000", "over_5000", "unknown")),
        _words(p, rows, "evidence", "Design", _DESIGNS),
    ]  # fmt: skip
    return Found(facets, rows)


def cases(p: Context) -> Found:
    rows = []
    for entry in p.site.library.of("cases", p.site.drafts):
        case = entry.face
        if not isinstance(case, Case):
            continue
        traits = case.traits
        given = {
            "age": (traits.age_band,), "away": (traits.migration,), "carer": (traits.carer,),
            "guardianship": (traits.guardianship,), "sex": (traits.sex,),
            "dilemma": _shown(p, case.dilemmas),
        }  # fmt: skip
        # A fact that the case does not tell fits everybody, and hides it.
        facts = {k: tuple(one for one in v if one != "unspecified") for k, v in given.items()}
        rows.append(Row(entry, facts, p.word("Outcome", case.outcome)))
    facets = [
        _words(p, rows, "age", "AgeBand"),
        _words(p, rows, "away", "Migration", ("father_away", "mother_away", "both_away", "other")),
        _words(p, rows, "carer", "Carer",
               ("grandparent", "one_parent", "relative", "other", "alone")),
        _records(p, rows, "dilemma"),
        _words(p, rows, "guardianship", "Guardianship",
               ("adequate", "insufficient", "improper", "absent")),
        _words(p, rows, "sex", "Sex", ("girl", "boy")),
    ]  # fmt: skip
    return Found(facets, rows)


def _shown(p: Context, ids: Iterable[str]) -> tuple[str, ...]:
    """Those of the records that readers may see."""
    return tuple(dict.fromkeys(one for one in ids if p.entry(one)))


def _values(rows: Iterable[Row], name: str) -> list[str]:
    return sorted({value for row in rows for value in row.facts[name]}, key=_ages_first)


def _ages_first(value: str) -> tuple[int, str]:
    """Bands of age by age, other values by name."""
    low = value.partition("-")[0]
    return (int(low) if low.isdigit() else 0, value)


def _words(
    p: Context, rows: list[Row], name: str, vocabulary: str, order: tuple[str, ...] = ()
) -> Facet:
    values = list(order) or _values(rows, name)
    return Facet(name, [(one, p.word(vocabulary, one)) for one in values])


def _records(p: Context, rows: list[Row], name: str) -> Facet:
    values = sorted(_values(rows, name), key=lambda one: (p.order_of(one), one))
    return Facet(name, [(one, p.link_text(one)) for one in values])
