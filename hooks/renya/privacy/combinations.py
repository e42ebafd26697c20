"""Facts that identify nobody alone and somebody together: how many children share them.

The population, not the collection, is what hides a child: with sixty cases almost each is
alone of its kind (k-map). Small counts in what the site shows are hidden as well. Works on
plain words and numbers; knows neither records nor pages.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any, TypeVar

from ..source import read

DATA = Path(__file__).with_name("data")
# The facts about a child that a page may show, and that a neighbour would know.
INDIRECT = ("age_band", "sex", "region", "migration", "carer", "siblings")
HIDDEN = "unspecified"  # fits everybody

Traits = Mapping[str, str]
Cell = TypeVar("Cell")


@dataclass(frozen=True, slots=True)
class Group:
    """The children who fit the shown facts.

    size: how many, by published figures, cut to two digits. counted: facts that made it smaller.
    uncounted: facts for which no figure was found. smallest: the lowest share among the counted.
    sources: ids of the references behind it.
    """

    size: int
    counted: tuple[str, ...]
    uncounted: tuple[str, ...]
    smallest: float
    sources: tuple[str, ...]


@cache
def settings() -> dict[str, dict[str, Any]]:
    """The thresholds of `data/settings.yml`."""
    return _table("settings.yml")


@cache
def _margins() -> dict[str, Any]:
    return _table("margins.yml")


def _table(name: str) -> dict[str, Any]:
    path = DATA / name
    located = read(name, path.read_bytes())
    if located.problems:  # ours, not an author's
        raise ValueError(str(located.problems[0]))
    return dict(located.value)


def shown(traits: Traits) -> tuple[str, ...]:
    """The indirect identifiers that a page with these traits shows."""
    return tuple(name for name in INDIRECT if traits.get(name, HIDDEN) != HIDDEN)


def group(traits: Traits) -> Group:
    """Population x share x share ... over the shown facts: nominal, shares taken as independent."""
    margins = _margins()
    base = margins["migration"].get(traits.get("migration", HIDDEN))
    population = margins["populations"][base or "both_away"]
    size, smallest = float(population["children"]), 1.0
    counted, sources = [], [population["source"]]
    uncounted = [] if base else ["migration"]
    for name in shown(traits):
        if name == "migration":
            counted += [name] if base else []
            continue
        table = margins["shares"][base or "both_away"][name]
        share = table.get(traits[name])
        if share is None:
            uncounted.append(name)
            continue
        counted.append(name)
        sources.append(table["source"])
        size *= share
        smallest = min(smallest, share)
    return Group(_two_digits(size), tuple(counted), tuple(uncounted), smallest,
                 tuple(dict.fromkeys(sources)))  # fmt: skip


def _two_digits(size: float) -> int:
    """Downwards, never up: 394,812 is shown as 390,000."""
    unit: int = 10 ** max(len(str(int(size))) - 2, 0)
    return int(size) // unit * unit


def rare_together(all_traits: Sequence[Traits], most: int = 2) -> Iterator[tuple[int, Traits]]:
    """(number of the case, facts) for each minimal set of at most `most` facts that one case alone
    shows (minimal sample uniques; SUDA)."""
    counts: Counter[frozenset[tuple[str, str]]] = Counter()
    for traits in all_traits:
        counts.update(_sets(traits, most))
    for number, traits in enumerate(all_traits):
        alone: list[frozenset[tuple[str, str]]] = []
        for some in _sets(traits, most):
            if counts[some] == 1 and not any(less < some for less in alone):
                alone.append(some)
        yield from ((number, dict(sorted(some))) for some in alone)


def _sets(traits: Traits, most: int) -> list[frozenset[tuple[str, str]]]:
    facts = [(name, traits[name]) for name in shown(traits)]
    sizes = range(1, most + 1)
    return [frozenset(some) for size in sizes for some in combinations(facts, size)]


def too_alike(cases: Sequence[tuple[Traits, str]]) -> list[list[int]]:
    """Cases that show the same facts and share the one sensitive value (no l-diversity).

    cases: (traits, sensitive value). Gives the numbers of the cases of each such class.
    """
    rule = settings()["diversity"]
    classes: dict[frozenset[tuple[str, str]], list[int]] = defaultdict(list)
    for number, (traits, _) in enumerate(cases):
        classes[frozenset((name, traits[name]) for name in shown(traits))].append(number)
    return [
        numbers
        for numbers in classes.values()
        if len(numbers) >= rule["alike"]
        and len({cases[number][1] for number in numbers}) < rule["different"]
    ]


def shown_counts(
    counts: Mapping[Cell, int], least: int
) -> tuple[dict[Cell, int | None], int | None]:
    """Counts and their total as a page may show them; None stands for "not shown".

    A cell below `least` is hidden; a zero tells of nobody and stays. When the total would give
    the hidden cell away, the next smallest is hidden too, and at last the total itself.
    """
    hidden = {cell for cell, count in counts.items() if 0 < count < least}
    larger = sorted(
        (cell for cell, count in counts.items() if count >= least),
        key=lambda cell: (counts[cell], str(cell)),
    )
    while hidden and larger and not _open([counts[cell] for cell in hidden], least):
        hidden.add(larger.pop(0))
    told = not hidden or _open([counts[cell] for cell in hidden], least)
    shown = {cell: None if cell in hidden else count for cell, count in counts.items()}
    return shown, sum(counts.values()) if told else None


def _open(hidden: Sequence[int], least: int) -> bool:
    """Whether the sum of the hidden cells leaves open what stands in each of them."""
    return len(hidden) > 1 and sum(hidden) >= least


def stands_out(before: Mapping[Cell, int | None], after: Mapping[Cell, int | None]) -> list[Cell]:
    """Shown cells that changed by fewer than three between two publications (differencing).

    Who kept the old page and reads the new one learns the facts of the one case that came.
    """
    changed = {
        cell: abs(now - was)
        for cell, now in after.items()
        if now is not None and (was := before.get(cell)) is not None
    }
    return [cell for cell, much in changed.items() if 0 < much < 3]
