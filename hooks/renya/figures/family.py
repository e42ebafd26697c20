"""Where each person of a family stands in its genogram: rows by generation, no two on one place.

Rows follow from who is whose child. Within a row the order is searched that keeps couples side by
side, brothers and sisters together, and lines uncrossed; then everybody is moved as near as
room allows to the middle of their children or parents. Same family, same layout. Pure.
"""

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple


class Couple(NamedTuple):
    """One or two partners, by id, and their children from the oldest."""

    partners: tuple[str, ...]
    children: tuple[str, ...]


Rows = list[list[str]]


def rows(people: Sequence[str], couples: Sequence[Couple], index: str) -> Rows:
    """People by generation, the oldest first. index: the child whose family this is."""
    level = {index: 0}
    _spread(level, couples)
    for one in people:  # whoever is tied to nobody stands beside the child's parents
        if one not in level:
            level[one] = min(0, level[index] - 1) if len(set(level.values())) > 1 else 0
            _spread(level, couples)
    lowest = min(level.values())
    made: Rows = [[] for _ in range(max(level.values()) - lowest + 1)]
    for one in people:
        made[level[one] - lowest].append(one)
    return [row for row in made if row]


def _spread(level: dict[str, int], couples: Sequence[Couple]) -> None:
    changed = True
    while changed:
        changed = False
        for couple in couples:
            known = [level[one] for one in couple.partners if one in level]
            known += [level[one] - 1 for one in couple.children if one in level]
            if not known:
                continue
            for one, place in [
                *((partner, known[0]) for partner in couple.partners),
                *((child, known[0] + 1) for child in couple.children),
            ]:
                if one not in level:
                    level[one] = place
                    changed = True


def ordered(found: Rows, couples: Sequence[Couple], men: frozenset[str]) -> Rows:
    """The same rows, each in the order that costs least; moves one person at a time."""
    best = [list(row) for row in found]
    least = _cost(best, couples, men)
    while True:
        better = None
        for number, row in enumerate(best):
            for old in range(len(row)):
                for new in range(len(row)):
                    if old == new:
                        continue
                    moved = row[:old] + row[old + 1 :]
                    moved.insert(new, row[old])
                    tried = [*best[:number], moved, *best[number + 1 :]]
                    cost = _cost(tried, couples, men)
                    if cost < least - 1e-9:
                        better, least = tried, cost
        if better is None:
            return best
        best = better


def _cost(found: Rows, couples: Sequence[Couple], men: frozenset[str]) -> float:
    place = {one: (at + 0.5) / len(row) for row in found for at, one in enumerate(row)}
    step = {one: at for row in found for at, one in enumerate(row)}
    level = {one: number for number, row in enumerate(found) for one in row}
    cost = 0.0
    lines: dict[int, list[tuple[float, float]]] = {}
    for couple in couples:
        if len(couple.partners) == 2:
            left, right = couple.partners
            cost += 10 * (abs(step[left] - step[right]) - 1)
            if (left in men) != (right in men):
                man, other = (left, right) if left in men else (right, left)
                cost += 0.5 * (step[man] > step[other])
        if not couple.children:
            continue
        above = sum(place[one] for one in couple.partners) / len(couple.partners)
        own = [step[one] for one in couple.children]
        cost += 4 * (max(own) - min(own) - len(own) + 1)
        cost += 0.6 * sum(a > b for a, b in combinations(own, 2))
        for one in couple.children:
            lines.setdefault(level[one], []).append((above, place[one]))
            cost += abs(above - place[one])
    for drawn in lines.values():
        cost += 8 * sum((a - b) * (c - d) < 0 for (a, c), (b, d) in combinations(drawn, 2))
    return cost


def places(found: Rows, couples: Sequence[Couple], gap: dict[str, float]) -> dict[str, float]:
    """Person -> how far from the left. gap: half of the room that a person needs."""
    at: dict[str, float] = {}
    for row in found:
        left = 0.0
        for one in row:
            at[one] = left + gap[one]
            left += 2 * gap[one]
    for _ in range(60):
        wanted = {one: [place] for one, place in at.items()}
        for couple in couples:
            if not couple.children:
                continue
            above = sum(at[one] for one in couple.partners) / len(couple.partners)
            below = sum(at[one] for one in couple.children) / len(couple.children)
            for one in couple.partners:
                wanted[one].append(at[one] + below - above)
            for one in couple.children:
                wanted[one].append(at[one] + above - below)
        for row in found:
            at |= _apart([(one, sum(wanted[one]) / len(wanted[one])) for one in row], gap)
    least = min(at[one] - gap[one] for one in at)
    return {one: place - least for one, place in at.items()}


def _apart(row: Sequence[tuple[str, float]], gap: dict[str, float]) -> dict[str, float]:
    """The places nearest to those wanted at which nobody stands too near to the next one."""
    offset, blocks = 0.0, []
    for number, (one, place) in enumerate(row):
        if number:
            offset += gap[row[number - 1][0]] + gap[one]
        blocks.append((place - offset, 1))
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (mean, count), (before, many) = blocks.pop(), blocks.pop()
            blocks.append(((mean * count + before * many) / (count + many), count + many))
    means = [mean for mean, count in blocks for _ in range(count)]
    made, offset = {}, 0.0
    for number, (one, _) in enumerate(row):
        if number:
            offset += gap[row[number - 1][0]] + gap[one]
        made[one] = means[number] + offset
    return made
