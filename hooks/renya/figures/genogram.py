"""A family as a genogram, after the conventions of McGoldrick, Gerson and Petry.

Squares are male, circles female, diamonds unknown; a double outline is the child of the case, a
cross a death; partners are joined, one stroke is a separation, two a divorce; children hang
below from the oldest. A dotted ring is the household, an arrow somebody away for work.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from . import bonds, family, svg
from .svg import Point

_HALF = 17.0  # of a symbol
_PITCH = 68.0  # between rows, beside their labels
_MARGIN = 14.0
_LABEL = 92.0  # widest line of a label


class Person(NamedTuple):
    """label: who this is. note: in a second line, or empty. child: the one of the case."""

    id: str
    label: str
    note: str
    sex: str
    child: bool
    deceased: bool
    away: bool
    household: bool


class Union(NamedTuple):
    partners: tuple[str, ...]
    status: str
    children: tuple[str, ...]


class Drawn(NamedTuple):
    """used: what the legend has to explain."""

    svg: str
    used: tuple[str, ...]


def genogram(
    name: str,
    people: Sequence[Person],
    unions: Sequence[Union],
    relations: Sequence[tuple[str, str, str]],
) -> Drawn:
    """name: what the picture is called. relations: two people and their bond."""
    couples = [family.Couple(one.partners, one.children) for one in unions]
    by_id = {one.id: one for one in people}
    index = next(one.id for one in people if one.child)
    men = frozenset(one.id for one in people if one.sex == "male")
    rows = family.ordered(family.rows(list(by_id), couples, index), couples, men)
    labels = {one.id: _label(one) for one in people}
    gap = {one: max(_HALF + 16, max(map(svg.wide, lines)) / 2 + 7) for one, lines in labels.items()}
    across = family.places(rows, couples, gap)
    at: dict[str, Point] = {}
    top = _MARGIN + _HALF + 12
    for row in rows:
        at |= {one: Point(_MARGIN + across[one], top) for one in row}
        top += _PITCH + _HALF * 2 + 17 * max(len(labels[one]) for one in row)
    width = max(at[one].x + gap[one] for one in at) + _MARGIN
    order = {one: (number, row.index(one)) for number, row in enumerate(rows) for one in row}
    parts = [
        *(part for one in unions for part in _union(one, at, order)),
        *(part for one in relations for part in _bond(at, order, *one)),
        *(part for one in people for part in _person(one, at[one.id], labels[one.id])),
    ]
    return Drawn(
        svg.figure(width, top - _PITCH + _MARGIN, name, parts), _used(people, unions, relations)
    )


def _label(one: Person) -> list[str]:
    lines = svg.wrapped(one.label, _LABEL)
    return [*lines, *svg.wrapped(one.note, _LABEL)] if one.note else lines


def _used(
    people: Sequence[Person], unions: Sequence[Union], relations: Sequence[tuple[str, str, str]]
) -> tuple[str, ...]:
    seen = {one.sex for one in people} | {one.status for one in unions}
    seen |= {bond for _, _, bond in relations}
    marks = {"index": "child", "deceased": "deceased", "away": "away", "household": "household"}
    for mark, given in marks.items():
        if any(getattr(one, given) for one in people):
            seen.add(mark)
    return tuple(one for one in SAMPLES if one in seen)


def _symbol(sex: str, at: Point, half: float, kind: str = "shape") -> str:
    if sex == "male":
        return svg.box(at.x - half, at.y - half, 2 * half, 2 * half, kind)
    if sex == "female":
        return svg.circle(at, half, kind)
    corners = ((0, -half), (half, 0), (0, half), (-half, 0), (0, -half))
    return svg.path([Point(at.x + dx, at.y + dy) for dx, dy in corners], kind)


def _person(one: Person, at: Point, label: Sequence[str]) -> Iterator[str]:
    if one.household:
        yield svg.circle(at, _HALF + 9, "ring")
    yield _symbol(one.sex, at, _HALF)
    if one.child:
        yield _symbol(one.sex, at, _HALF - 5, "shape")
    if one.deceased:
        yield from _cross(at, _HALF * (0.7 if one.sex == "female" else 1))
    if one.away:
        yield from _away(at)
    yield svg.text(Point(at.x, at.y + _HALF + 24), label)


def _cross(at: Point, half: float) -> Iterator[str]:
    for way in (1, -1):
        ends = (Point(at.x - half, at.y - way * half), Point(at.x + half, at.y + way * half))
        yield svg.path(ends)


def _away(at: Point) -> Iterator[str]:
    start = Point(at.x + _HALF - 3, at.y - _HALF + 3)
    tip = Point(start.x + 15, start.y - 15)
    yield svg.path([start, tip])
    yield svg.arrow(tip, start)


def _union(one: Union, at: dict[str, Point], order: dict[str, tuple[int, int]]) -> Iterator[str]:
    partners = sorted(one.partners, key=lambda each: at[each].x)
    left = at[partners[0]]
    if len(partners) == 1:
        middle = Point(left.x + _HALF + 14, left.y)
        yield svg.path([Point(left.x + _HALF, left.y), middle])
    else:
        right = at[partners[1]]
        apart = abs(order[partners[0]][1] - order[partners[1]][1]) > 1
        line = [Point(left.x + _HALF, left.y), Point(right.x - _HALF, right.y)]
        if apart:  # round whoever stands between them
            over = left.y - _HALF - 10
            line = [Point(left.x, left.y - _HALF), Point(left.x, over),
                    Point(right.x, over), Point(right.x, right.y - _HALF)]  # fmt: skip
        yield svg.path(line, "dashed" if one.status == "cohabiting" else "")
        ends = line[1:3] if apart else line
        middle = svg.along(ends[0], ends[-1], 0.5)
        strokes = {"separated": 1, "divorced": 2}.get(one.status, 0)
        for number in range(strokes):
            shift = middle.x - 8 + number * 5
            yield svg.path([Point(shift - 3, middle.y + 7), Point(shift + 3, middle.y - 7)])
    yield from _children(middle, [at[child] for child in one.children])


def _children(above: Point, children: Sequence[Point]) -> Iterator[str]:
    if not children:
        return
    bar = children[0].y - _HALF - 20
    ends = sorted([above.x, *(child.x for child in children)])
    yield svg.path([above, Point(above.x, bar)])
    if ends[-1] > ends[0]:
        yield svg.path([Point(ends[0], bar), Point(ends[-1], bar)])
    for child in children:
        yield svg.path([Point(child.x, bar), Point(child.x, child.y - _HALF)])


def _bond(
    at: dict[str, Point], order: dict[str, tuple[int, int]], first: str, second: str, bond: str
) -> Iterator[str]:
    start, end = at[first], at[second]
    if order[first][0] != order[second][0]:
        yield from bonds.drawn(bond, *svg.shortened(start, end, _HALF + 11, _HALF + 11))
        return
    left, right = sorted((start, end))
    if abs(order[first][1] - order[second][1]) == 1:  # above the line of the couple
        line = Point(left.x + _HALF + 2, left.y - 12), Point(right.x - _HALF - 2, right.y - 12)
        yield from bonds.drawn(bond, *line)
        return
    over = left.y - _HALF - 16
    yield svg.path([Point(left.x, left.y - _HALF), Point(left.x, over)])
    yield svg.path([Point(right.x, right.y - _HALF), Point(right.x, over)])
    yield from bonds.drawn(bond, Point(left.x, over), Point(right.x, over))


def _pair(status: str) -> list[str]:
    ends = {"left": Point(12, 12), "right": Point(52, 12)}
    place = {"left": (0, 0), "right": (0, 1)}
    return list(_union(Union(("left", "right"), status, ()), _spaced(ends), place))


def _spaced(ends: dict[str, Point]) -> dict[str, Point]:
    """So that the line of a sample reaches from end to end."""
    left, right = ends["left"], ends["right"]
    return {"left": Point(left.x - _HALF, left.y), "right": Point(right.x + _HALF, right.y)}


def _bonded(form: str) -> list[str]:
    return bonds.drawn(form, Point(6, 12), Point(58, 12))


_MIDDLE = Point(32, 12)
# What the legend shows, in the order in which it shows it.
SAMPLES: dict[str, list[str]] = {
    "male": [_symbol("male", _MIDDLE, 9)],
    "female": [_symbol("female", _MIDDLE, 9)],
    "unknown": [_symbol("unknown", _MIDDLE, 10)],
    "index": [_symbol("female", _MIDDLE, 10), _symbol("female", _MIDDLE, 6)],
    "deceased": [_symbol("female", _MIDDLE, 9), *_cross(_MIDDLE, 6)],
    "away": [svg.path([Point(24, 18), Point(40, 5)]), svg.arrow(Point(40, 5), Point(24, 18))],
    "household": [svg.circle(_MIDDLE, 10, "ring")],
    **{status: _pair(status) for status in
       ("married", "cohabiting", "separated", "divorced", "widowed")},
    **{form: _bonded(form) for form in ("close", "very_close", "distant", "conflict", "cut_off")},
}  # fmt: skip


def sample(key: str) -> str:
    """A small picture of a sign, for the legend."""
    parts = "".join(SAMPLES[key])
    return f'<svg class="drawn" aria-hidden="true" width="64" height="24">{parts}</svg>'
