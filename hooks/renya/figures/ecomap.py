"""The people and services around a child as an ecomap, after Hartman.

The child stands in the middle; three lines are a strong tie, a dashed one is weak, a zigzag
stressful, a cut one broken. An arrowhead stands at whoever receives the support.
"""

from collections.abc import Sequence
from math import cos, pi, sin
from typing import NamedTuple

from . import bonds, svg
from .genogram import Drawn
from .svg import Point

_WIDTH = 104.0  # of the widest line of a label
_CHILD = 34.0
_HEADS = {"to_child": (True, False), "from_child": (False, True), "both": (True, True)}


class System(NamedTuple):
    label: str
    link: str
    flow: str


class _Box(NamedTuple):
    at: Point
    half: Point
    lines: list[str]


def ecomap(name: str, child: str, systems: Sequence[System]) -> Drawn:
    """child: the word in the middle."""
    boxes = _round(systems)
    left = min(one.at.x - one.half.x for one in boxes) - 6
    top = min(one.at.y - one.half.y for one in boxes) - 6
    middle = Point(-left, -top)
    parts = []
    for one, system in zip(boxes, systems, strict=True):
        place = Point(one.at.x - left, one.at.y - top)
        start, end = _between(middle, place, one.half)
        parts += bonds.drawn(system.link, start, end)
        to_child, from_child = _HEADS.get(system.flow, (False, False))
        if to_child:
            parts.append(svg.arrow(svg.shortened(start, end, -7, 0)[0], end))
        if from_child:
            parts.append(svg.arrow(svg.shortened(start, end, 0, -7)[1], start))
        half = one.half
        parts.append(
            svg.box(place.x - half.x, place.y - half.y, 2 * half.x, 2 * half.y, "shape", 12)
        )
        first = place.y - (len(one.lines) - 1) * 8.5 + 4.5
        parts.append(svg.text(Point(place.x, first), one.lines))
    parts.append(svg.circle(middle, _CHILD, "shape"))
    lines = svg.wrapped(child, 2 * _CHILD - 10)
    first = middle.y - (len(lines) - 1) * 8.5 + 4.5
    parts.append(svg.text(Point(middle.x, first), lines, kind="strong"))
    width = max(one.at.x + one.half.x for one in boxes) - left + 6
    height = max(one.at.y + one.half.y for one in boxes) - top + 6
    return Drawn(svg.figure(width, height, name, parts), used([one.link for one in systems]))


def used(links: Sequence[str]) -> tuple[str, ...]:
    return (*(one for one in ("strong", "weak", "stressful", "broken") if one in links), "flow")


def _round(systems: Sequence[System]) -> list[_Box]:
    """Boxes around the origin, on an ellipse that grows until none touches another."""
    made = []
    for one in systems:
        lines = svg.wrapped(one.label, _WIDTH)
        width = max(map(svg.wide, lines))
        made.append((lines, Point(width / 2 + 9, len(lines) * 8.5 + 7)))
    size = 96.0
    while True:
        boxes = []
        for number, (lines, half) in enumerate(made):
            turn = 2 * pi * number / len(made) - pi / 2
            boxes.append(_Box(Point(cos(turn) * size * 1.25, sin(turn) * size), half, lines))
        room = [_Box(Point(0, 0), Point(_CHILD + 34, _CHILD + 34), []), *boxes]
        if not any(_touch(one, other) for n, one in enumerate(room) for other in room[:n]):
            return boxes
        size += 6


def _touch(one: _Box, other: _Box) -> bool:
    return (
        abs(one.at.x - other.at.x) < one.half.x + other.half.x + 10
        and abs(one.at.y - other.at.y) < one.half.y + other.half.y + 10
    )


def _between(middle: Point, place: Point, half: Point) -> tuple[Point, Point]:
    """From the edge of the circle to the edge of the box, with room for arrowheads."""
    dx, dy = place.x - middle.x, place.y - middle.y
    length = (dx * dx + dy * dy) ** 0.5
    inside = (
        min(half.x / abs(dx) if dx else float("inf"), half.y / abs(dy) if dy else float("inf"))
        * length
    )
    return svg.shortened(middle, place, _CHILD + 11, inside + 11)


def sample(key: str) -> str:
    start, end = Point(6, 12), Point(52, 12)
    flow = [svg.path([start, end]), svg.arrow(Point(58, 12), start)]
    parts = flow if key == "flow" else bonds.drawn(key, start, end)
    return f'<svg class="drawn" aria-hidden="true" width="64" height="24">{"".join(parts)}</svg>'
