"""Figures over time and levels: the stages of a case, repeated scores, goals."""

from collections.abc import Sequence
from typing import NamedTuple

from . import svg
from .svg import Point

_LEFT = 34.0


class Bar(NamedTuple):
    """A stage and its weeks. note: how the weeks are said."""

    label: str
    first: int
    last: int
    note: str


def timeline(name: str, bars: Sequence[Bar], width: float = 560) -> str:
    """A row a stage, from left to right by weeks."""
    left = max(svg.wide(one.label) for one in bars) + 14
    note = max(svg.wide(one.note) for one in bars) + 12
    last = max(one.last for one in bars)
    first = min(one.first for one in bars)
    step = (width - left - note) / max(1, last - first + 1)
    parts = []
    for number, one in enumerate(bars):
        top = 8 + number * 30
        start = left + (one.first - first) * step
        long = max(6.0, (one.last - one.first + 1) * step)
        parts.append(svg.text(Point(left - 10, top + 15), [one.label], "end"))
        parts.append(svg.path([Point(left, top + 22), Point(width - 4, top + 22)], "faint"))
        parts.append(svg.box(start, top + 3, long, 14, "filled", 3))
        parts.append(svg.text(Point(start + long + 6, top + 15), [one.note], "start", "small"))
    return svg.figure(width, 14 + len(bars) * 30, name, parts)


class Score(NamedTuple):
    week: int
    phase: str
    value: float


def scores(
    name: str, points: Sequence[Score], phases: dict[str, str], week: str, width: float = 560
) -> str:
    """Repeated scores by week, cut where a phase ends. phases: key -> word. week: what x counts."""
    height, top, floor = 210.0, 34.0, 168.0
    low, high = min(0.0, *(p.value for p in points)), max(1.0, *(p.value for p in points))
    first, last = min(p.week for p in points), max(p.week for p in points)
    ticks = _ticks(low, high)
    low, high = min(ticks[0], low), max(ticks[-1], high)

    def at(one: Score) -> Point:
        x = _LEFT + 18 + (width - _LEFT - 42) * ((one.week - first) / max(1, last - first))
        return Point(x, floor - (floor - top - 12) * (one.value - low) / (high - low))

    parts = [svg.path([Point(_LEFT, top), Point(_LEFT, floor), Point(width - 6, floor)])]
    for tick in ticks:
        y = at(Score(first, "", tick)).y
        parts.append(svg.text(Point(_LEFT - 6, y + 4), [f"{tick:g}"], "end", "small"))
        parts.append(svg.path([Point(_LEFT, y), Point(width - 6, y)], "faint"))
    groups = [(phase, [p for p in points if p.phase == phase]) for phase in phases]
    groups = [(phase, own) for phase, own in groups if own]
    edge = _LEFT
    for number, (phase, own) in enumerate(groups):
        places = [at(one) for one in own]
        if len(places) > 1:
            parts.append(svg.path(places, "curve"))
        for one, place in zip(own, places, strict=True):
            parts.append(svg.circle(place, 4, "filled"))
            parts.append(svg.text(Point(place.x, place.y - 9), [f"{one.value:g}"], kind="small"))
            parts.append(svg.text(Point(place.x, floor + 16), [str(one.week)], kind="small"))
        end = width - 6
        if number + 1 < len(groups):
            end = (places[-1].x + at(groups[number + 1][1][0]).x) / 2
            parts.append(svg.path([Point(end, 10), Point(end, floor)], "dashed"))
        lines = svg.wrapped(phases[phase], max(40, end - edge - 6), 12)
        parts.append(svg.text(Point((edge + end) / 2, 16), lines[:1], kind="small strong"))
        edge = end
    parts.append(svg.text(Point(width - 6, floor + 34), [week], "end", "small"))
    return svg.figure(width, height, name, parts)


def _ticks(low: float, high: float) -> list[float]:
    """Three to six round numbers from below the lowest score to above the highest."""
    span = high - low
    size = 1.0
    while span / size > 5:
        size *= 2.5 if str(size).lstrip("0.").startswith("2") else 2
    first = int(low // size)
    made = [first * size]
    while made[-1] < high:
        made.append(made[-1] + size)
    return made


class Goal(NamedTuple):
    """Levels from -2 to +2. achieved: None when it is not known."""

    label: str
    baseline: int
    target: int
    achieved: int | None


def goals(name: str, rows: Sequence[Goal], width: float = 360) -> str:
    """A scale a goal: an open circle at the start, a bar at the target, a full circle reached."""
    left, step = 34.0, (width - 68) / 4
    parts = []
    for number, one in enumerate(rows):
        y = 40.0 + number * 46

        def at(level: int, y: float = y) -> Point:
            return Point(left + (level + 2) * step, y)

        parts.append(svg.text(Point(8, y + 4), [one.label], "start", "strong"))
        parts.append(svg.path([at(-2), at(2)], "faint"))
        for level in range(-2, 3):
            parts.append(svg.path([Point(at(level).x, y - 4), Point(at(level).x, y + 4)], "faint"))
        target = at(one.target)
        parts.append(svg.path([Point(target.x, y - 13), Point(target.x, y + 13)], "curve"))
        if one.achieved is not None and one.achieved != one.baseline:
            start, end = at(one.baseline), at(one.achieved)
            side = 9 if end.x > start.x else -9
            parts.append(svg.path([Point(start.x + side, y), Point(end.x - side, y)], "curve"))
        parts.append(svg.circle(at(one.baseline), 7, "shape"))
        if one.achieved is not None:
            parts.append(svg.circle(at(one.achieved), 5, "filled"))
    for level in range(-2, 3):
        said = f"{level:+d}" if level else "0"
        parts.append(svg.text(Point(left + (level + 2) * step, 16), [said], kind="small"))
    return svg.figure(width, 40 + len(rows) * 46 - 14, name, parts)


def grid(
    name: str, columns: Sequence[str], rows: Sequence[tuple[str, Sequence[int | None]]]
) -> str:
    """Counts by row and column: the larger, the wider the circle; a gap is a dashed one, empty."""
    left = max(svg.wide(label) for label, _ in rows) + 16
    step = max(62.0, *(svg.wide(one) * 1.1 + 18 for one in columns))
    most = max(1, *(count or 0 for _, counts in rows for count in counts))
    parts = []
    for number, label in enumerate(columns):
        parts.append(svg.text(Point(left + (number + 0.5) * step, 18), [label], kind="strong"))
    for row, (label, counts) in enumerate(rows):
        y = 50.0 + row * 40
        parts.append(svg.text(Point(left - 10, y + 4), [label], "end"))
        for column, count in enumerate(counts):
            at = Point(left + (column + 0.5) * step, y)
            if count is None:
                parts.append(svg.circle(at, 12, "dashed"))
                continue
            parts.append(svg.circle(at, 8 + 10 * (count / most) ** 0.5, "shape"))
            parts.append(svg.text(Point(at.x, at.y + 4.5), [str(count)], kind="small"))
    return svg.figure(left + len(columns) * step + 6, 36 + len(rows) * 40, name, parts)


# What the legend of the goals shows.
SAMPLES: dict[str, list[str]] = {
    "baseline": [svg.circle(Point(32, 12), 7, "shape")],
    "target": [svg.path([Point(32, 3), Point(32, 21)], "curve")],
    "achieved": [svg.circle(Point(32, 12), 5, "filled")],
}


def sample(key: str) -> str:
    parts = "".join(SAMPLES[key])
    return f'<svg class="drawn" aria-hidden="true" width="64" height="24">{parts}</svg>'
