"""The figures of a case page: data of the record and words of a language, handed to `figures`.

Each figure comes with its legend; what it shows also stands as text on the page.
"""

from typing import NamedTuple

from markupsafe import Markup

from ..board import Cell
from ..change import LEAST, goal_attainment, nap, pnd, tau_u
from ..figures import charts, ecomap, genogram
from ..records.case import Case, Measure
from .context import Context


class Drawing(NamedTuple):
    """legend: (sample, words) for each sign that the figure uses."""

    svg: Markup
    legend: list[tuple[Markup, str]]


# Sign of a genogram or an ecomap -> the key of its words.
_SIGNS = {
    **{sex: f"vocabulary.PersonSex.{sex}" for sex in ("male", "female", "unknown")},
    **{mark: f"family.{mark}" for mark in ("index", "away", "deceased", "household")},
    **{status: f"vocabulary.UnionStatus.{status}"
       for status in ("married", "cohabiting", "separated", "divorced", "widowed")},
    **{bond: f"vocabulary.Bond.{bond}"
       for bond in ("close", "very_close", "distant", "conflict", "cut_off")},
    **{link: f"vocabulary.EcomapLink.{link}" for link in ("strong", "weak", "stressful", "broken")},
    "flow": "figure.flow",
}  # fmt: skip


def family(p: Context, case: Case) -> Drawing:
    tree = case.genogram
    people = [
        genogram.Person(
            one.id, p.plain(one.label), p.plain(one.age_band) if one.age_band else "", one.sex,
            one.index, one.deceased, one.away, one.id in tree.household,
        )
        for one in tree.people
    ]  # fmt: skip
    unions = [
        genogram.Union(tuple(one.partners), one.status, tuple(one.children)) for one in tree.unions
    ]
    relations = [(one.between[0], one.between[1], one.bond) for one in tree.relations]
    drawn = genogram.genogram(p.t("figure.family"), people, unions, relations)
    legend = [(Markup(genogram.sample(one)), p.t(_SIGNS[one])) for one in drawn.used]
    return Drawing(Markup(drawn.svg), legend)


def network(p: Context, case: Case, after: bool) -> Drawing | None:
    """The ties at the start, or at the end where the case tells of them."""
    links = [(one, (one.link_after if after else one.link)) for one in case.ecomap]
    systems = [
        ecomap.System(p.plain(one.label), link, one.flow) for one, link in links if link is not None
    ]
    same = all(one.link_after in (None, one.link) for one in case.ecomap)
    if after and (same or len(systems) < 2):
        return None
    key = "figure.network_after" if after else "figure.network"
    drawn = ecomap.ecomap(p.t(key), p.t("figure.child"), systems)
    legend = [(Markup(ecomap.sample(one)), p.t(_SIGNS[one])) for one in drawn.used]
    return Drawing(Markup(drawn.svg), legend)


def timeline(p: Context, case: Case) -> Markup:
    bars = [
        charts.Bar(
            p.word("Stage", one.stage), one.from_week, one.to_week,
            p.t("ui.week", a=one.from_week) if one.from_week == one.to_week
            else p.t("ui.weeks", a=one.from_week, b=one.to_week),
        )
        for one in case.stages
    ]  # fmt: skip
    return Markup(charts.timeline(p.t("figure.timeline"), bars))


def scores(p: Context, measure: Measure) -> Markup:
    points = [charts.Score(one.week, one.phase, one.value) for one in measure.points]
    phases = {one: p.word("Phase", one) for one in ("baseline", "intervention", "follow_up")}
    name = p.t("figure.scores", name=p.plain(measure.name))
    return Markup(charts.scores(name, points, phases, p.t("figure.weeks")))


def goals(p: Context, case: Case) -> Drawing:
    rows = [
        charts.Goal(str(number), one.baseline, one.target, one.achieved)
        for number, one in enumerate(case.goals, 1)
    ]
    legend = [(Markup(charts.sample(one)), p.t(f"goal.{one}")) for one in charts.SAMPLES]
    return Drawing(Markup(charts.goals(p.t("figure.goals"), rows)), legend)


def overview(p: Context, rows: list[list[Cell]]) -> Markup:
    """The board as a picture: how many ways of working each cell holds."""
    names = [p.plain(cell.role.face.title) for cell in rows[0]]
    counts = [
        (
            p.plain(row[0].dimension.face.title),
            [None if cell.empty else len(cell.interventions) for cell in row],
        )
        for row in rows
    ]
    return Markup(charts.grid(p.t("board.picture"), names, counts))


class Overlap(NamedTuple):
    """How far the scores of the work lie from those before it; None where too few were taken."""

    nap: float | None
    tau_u: float | None
    pnd: float | None
    first: int
    second: int


def overlap(measure: Measure) -> Overlap:
    before = [one.value for one in measure.points if one.phase == "baseline"]
    after = [one.value for one in measure.points if one.phase == "intervention"]
    higher = measure.better == "higher"
    return Overlap(
        nap(before, after, higher), tau_u(before, after, higher), pnd(before, after, higher),
        len(before), len(after),
    )  # fmt: skip


def attained(case: Case) -> float | None:
    """T of all goals; None while one of them is open."""
    reached = [one.achieved for one in case.goals if one.achieved is not None]
    if len(reached) < len(case.goals):
        return None
    return goal_attainment(reached, [float(one.weight) for one in case.goals])


least = LEAST
