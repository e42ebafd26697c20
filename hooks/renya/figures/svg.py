"""Parts of a figure: shapes, lines of several forms, and texts whose width is reckoned."""

import unicodedata
from collections.abc import Iterable, Sequence
from html import escape
from math import hypot
from typing import NamedTuple

SIZE = 13  # of the letters, in pixels: figures are never drawn smaller than they are


class Point(NamedTuple):
    x: float
    y: float


def wide(text: str, size: float = SIZE) -> float:
    """How wide a text is drawn, in pixels, on the safe side."""
    full = sum(1 for char in text if unicodedata.east_asian_width(char) in "WF")
    return size * (full + 0.58 * (len(text) - full))


def wrapped(text: str, most: float, size: float = SIZE) -> list[str]:
    """Lines no wider than `most`, broken between words, or anywhere in Chinese."""
    lines: list[str] = []
    for piece in _pieces(text):
        if lines and wide((lines[-1] + piece).rstrip(), size) <= most:
            lines[-1] += piece
        else:
            lines.append(piece.lstrip())
    return [line.rstrip() for line in lines if line.strip()]


_CLOSING = "）》」』】〉”’，。、；：？！)]"


def _pieces(text: str) -> Iterable[str]:
    """What must stay on one line: words, and characters with the mark that closes after them."""
    held = ""
    for char in text:
        full = unicodedata.east_asian_width(char) in "WF"
        if held and char not in _CLOSING and (full or held[-1] == " " or _is_full(held)):
            yield held
            held = ""
        held += char
    if held:
        yield held


def _is_full(piece: str) -> bool:
    return unicodedata.east_asian_width(piece[0]) in "WF" and piece[-1] not in "（《「『【〈“‘"


def number(value: float) -> str:
    """Coordinates with one decimal at most: the same figure has the same bytes everywhere."""
    made = f"{value:.1f}".removesuffix(".0")
    return "0" if made == "-0" else made


def text(at: Point, lines: Sequence[str], anchor: str = "middle", kind: str = "") -> str:
    """Lines below each other; `at` is on the base line of the first."""
    spans = [
        f'<tspan x="{number(at.x)}" y="{number(at.y + row * (SIZE + 4))}">{escape(line)}</tspan>'
        for row, line in enumerate(lines)
    ]
    named = f' class="{kind}"' if kind else ""
    return f'<text text-anchor="{anchor}"{named}>{"".join(spans)}</text>'


def path(points: Sequence[Point], kind: str = "") -> str:
    steps = " ".join(f"{number(one.x)} {number(one.y)}" for one in points)
    named = f' class="{kind}"' if kind else ""
    return f'<path{named} d="M{steps}"/>'


def circle(at: Point, radius: float, kind: str = "") -> str:
    named = f' class="{kind}"' if kind else ""
    return f'<circle{named} cx="{number(at.x)}" cy="{number(at.y)}" r="{number(radius)}"/>'


def box(
    left: float, top: float, width: float, height: float, kind: str = "", round_: float = 0
) -> str:
    named = f' class="{kind}"' if kind else ""
    corner = f' rx="{number(round_)}"' if round_ else ""
    return (
        f'<rect{named} x="{number(left)}" y="{number(top)}" width="{number(width)}" '
        f'height="{number(height)}"{corner}/>'
    )


def beside(start: Point, end: Point, step: float) -> tuple[Point, Point]:
    """The same line, moved sideways."""
    length = hypot(end.x - start.x, end.y - start.y) or 1
    dx, dy = -(end.y - start.y) / length * step, (end.x - start.x) / length * step
    return Point(start.x + dx, start.y + dy), Point(end.x + dx, end.y + dy)


def along(start: Point, end: Point, share: float) -> Point:
    return Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)


def shortened(start: Point, end: Point, first: float, last: float) -> tuple[Point, Point]:
    """The line between two shapes: less so many pixels at each end."""
    length = hypot(end.x - start.x, end.y - start.y) or 1
    return along(start, end, first / length), along(start, end, 1 - last / length)


def zigzag(start: Point, end: Point, step: float = 4) -> list[Point]:
    length = hypot(end.x - start.x, end.y - start.y)
    count = max(2, round(length / 7))
    side = [0.0, *((step if n % 2 else -step) for n in range(1, count)), 0.0]
    return [
        beside(along(start, end, n / count), end, side[n])[0] if n < count else end
        for n in range(count + 1)
    ]


def broken(start: Point, end: Point) -> list[str]:
    """A line that is cut, with a bar on each side of the gap."""
    made = []
    for first, last, bar in ((0.0, 0.43, 0.43), (0.57, 1.0, 0.57)):
        made.append(path([along(start, end, first), along(start, end, last)]))
        middle = along(start, end, bar)
        made.append(path([beside(middle, end, 6)[0], beside(middle, end, -6)[0]]))
    return made


def arrow(tip: Point, from_: Point) -> str:
    """A filled head whose point is at `tip`, for a line that comes from `from_`."""
    back = along(tip, from_, 9 / (hypot(tip.x - from_.x, tip.y - from_.y) or 1))
    left, right = beside(back, tip, 4.5)[0], beside(back, tip, -4.5)[0]
    steps = " ".join(f"{number(one.x)} {number(one.y)}" for one in (tip, left, right))
    return f'<path class="solid" d="M{steps}Z"/>'


def figure(width: float, height: float, name: str, parts: Iterable[str]) -> str:
    """The whole as one picture with a name; what it shows in words stands beside it."""
    return (
        f'<svg class="drawn" role="img" aria-label="{escape(name)}" width="{number(width)}" '
        f'height="{number(height)}" viewBox="0 0 {number(width)} {number(height)}">'
        f"{''.join(parts)}</svg>"
    )
