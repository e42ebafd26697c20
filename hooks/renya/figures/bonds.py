"""Lines between people or systems: how close they are is told by the form of the line."""

from collections.abc import Callable
from functools import partial

from . import svg
from .svg import Point


def _lines(count: int, start: Point, end: Point) -> list[str]:
    steps = [(place - (count - 1) / 2) * 4 for place in range(count)]
    return [svg.path(svg.beside(start, end, step), "bond") for step in steps]


def _kind(name: str, start: Point, end: Point) -> list[str]:
    return [svg.path([start, end], f"bond {name}")]


def _zigzag(start: Point, end: Point) -> list[str]:
    return [svg.path(svg.zigzag(start, end), "bond")]


# A genogram's relations (McGoldrick), and the ties of an ecomap (Hartman).
FORMS: dict[str, Callable[[Point, Point], list[str]]] = {
    "close": partial(_lines, 2),
    "very_close": partial(_lines, 3),
    "distant": partial(_kind, "dotted"),
    "conflict": _zigzag,
    "cut_off": svg.broken,
    "strong": partial(_lines, 3),
    "weak": partial(_kind, "dashed"),
    "stressful": _zigzag,
    "broken": svg.broken,
}


def drawn(form: str, start: Point, end: Point) -> list[str]:
    return FORMS[form](start, end)
