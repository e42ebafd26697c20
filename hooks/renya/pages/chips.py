"""The few words under a title in a list, by kind: what helps to choose before the click."""

from collections.abc import Callable
from typing import Any

from .context import Context

Chips = Callable[[Context, Any], list[str]]


def _case(p: Context, r: Any) -> list[str]:
    return [
        p.word("Origin", r.origin),
        p.word("AgeBand", r.traits.age_band),
        p.word("Carer", r.traits.carer),
        p.word("Outcome", r.outcome),
    ]


def _intervention(p: Context, r: Any) -> list[str]:
    return [
        p.words("Format", r.formats),
        p.ages(r.ages),
        p.word("Tier", r.tier),
    ]


def _recommendation(p: Context, r: Any) -> list[str]:
    return [p.word("Strength", r.strength), p.words("Level", r.levels)]


def _law(p: Context, r: Any) -> list[str]:
    return [r.number or p.plain(r.issuer), p.word("LegalStatus", r.legal_status)]


def _concept(p: Context, r: Any) -> list[str]:
    return [p.word("ConceptType", r.type)] + ([p.word("Side", r.side)] if r.side else [])


def _instrument(p: Context, r: Any) -> list[str]:
    return [p.words("Respondent", r.respondents), p.words("UseFor", r.use_for)]


def _statistic(p: Context, r: Any) -> list[str]:
    return [p.plain(r.value.shown), str(r.year), p.word("Series", r.series)]


def _reference(p: Context, r: Any) -> list[str]:
    year = str(r.csl.issued.date_parts[0][0]) if r.csl.issued else p.t("ui.no_year")
    return [year, p.word("WorkKind", r.kind), p.word("Verification", r.verification)]


def _term(p: Context, r: Any) -> list[str]:
    return [p.other(r.title)]


_BY_KIND: dict[str, Chips] = {
    "cases": _case,
    "interventions": _intervention,
    "policy": _recommendation,
    "laws": _law,
    "theory": _concept,
    "instruments": _instrument,
    "statistics": _statistic,
    "references": _reference,
    "glossary": _term,
}


def chips(p: Context, kind: str, record: Any) -> list[str]:
    made = _BY_KIND.get(kind)
    return made(p, record) if made else []
