"""Measures of change from a child's repeated scores: pure arithmetic, and what each may not say.

Reliable change: Jacobson and Truax 1991, with the square root of two that the version of 1984
lacked. Goal attainment: Kiresuk and Sherman 1968. Overlap of phases: NAP (Parker and Vannest
2009), Tau-U with the trend of the baseline taken off (Parker and others 2011), PND. A measure
that has too few points is None: it is not computed, and the page says so. Knows no record.
"""

from collections.abc import Sequence
from itertools import combinations
from math import sqrt
from typing import NamedTuple

RELIABLE = 1.96  # times the standard error of a difference; beyond it chance is under 5 in 100
CORRELATED = 0.3  # goals with each other, as Kiresuk and Sherman assume
LEAST = 3  # scores in a phase: in fewer neither level nor trend can be seen

Scores = Sequence[float]


class Change(NamedTuple):
    """error: standard error of a difference, in points of the score. ratio: reliable change index.

    better: None when the change is no larger than unsteadiness of the measure may make it.
    """

    error: float
    ratio: float
    better: bool | None


def reliable_change(
    before: float, after: float, sd: float, reliability: float, higher_is_better: bool
) -> Change | None:
    """sd, reliability: of the measure, from a sample like this child. None if they cannot be."""
    if sd <= 0 or not 0 <= reliability < 1:
        return None
    error = sqrt(2) * sd * sqrt(1 - reliability)
    ratio = (after - before) / error
    better = None if abs(ratio) <= RELIABLE else (ratio > 0) is higher_is_better
    return Change(error, ratio, better)


class Cutoffs(NamedTuple):
    """Where clinically significant change may be said to begin: three ways to draw the line.

    a: two deviations from the mean of those who need help. b: two from that of the others.
    c: where both are equally likely. A line that cannot be drawn is None.
    """

    a: float | None
    b: float | None
    c: float | None


def cutoffs(
    helped: tuple[float, float] | None, others: tuple[float, float] | None, higher_is_better: bool
) -> Cutoffs:
    """helped, others: mean and standard deviation of those who need help, and of the others."""
    way = 1 if higher_is_better else -1
    a = helped[0] + way * 2 * helped[1] if helped else None
    b = others[0] - way * 2 * others[1] if others else None
    c = None
    if helped and others and helped[1] + others[1] > 0:
        c = (others[1] * helped[0] + helped[1] * others[0]) / (helped[1] + others[1])
    return Cutoffs(a, b, c)


def goal_attainment(scores: Sequence[int], weights: Scores | None = None) -> float | None:
    """T of a child's goals: 50 when each is reached as expected. scores: from -2 to +2."""
    weights = weights or [1.0] * len(scores)
    if not scores or any(weight <= 0 for weight in weights):
        return None
    sum_of = sum(weight * score for weight, score in zip(weights, scores, strict=True))
    squares = sum(weight * weight for weight in weights)
    spread = (1 - CORRELATED) * squares + CORRELATED * sum(weights) ** 2
    return 50 + 10 * sum_of / sqrt(spread)


def _enough(*phases: Scores) -> bool:
    return all(len(phase) >= LEAST for phase in phases)


def _turned(scores: Scores, higher_is_better: bool) -> Scores:
    """So that higher is better."""
    return scores if higher_is_better else [-score for score in scores]


def _balance(before: Scores, after: Scores) -> int:
    """Pairs in which the later score is better, less those in which it is worse."""
    return sum((late > early) - (late < early) for early in before for late in after)


def nap(before: Scores, after: Scores, higher_is_better: bool) -> float | None:
    """Nonoverlap of all pairs: how often a score of the work is better than one before it."""
    if not _enough(before, after):
        return None
    balance = _balance(_turned(before, higher_is_better), _turned(after, higher_is_better))
    return (balance / (len(before) * len(after)) + 1) / 2


def tau_u(before: Scores, after: Scores, higher_is_better: bool) -> float | None:
    """Tau of the two phases less the trend of the first; may lie outside -1 and 1."""
    if not _enough(before, after):
        return None
    first, second = _turned(before, higher_is_better), _turned(after, higher_is_better)
    trend = sum((late > early) - (late < early) for early, late in combinations(first, 2))
    return (_balance(first, second) - trend) / (len(first) * len(second))


def pnd(before: Scores, after: Scores, higher_is_better: bool) -> float | None:
    """Share of scores of the work that are better than the best one before it."""
    if not _enough(before, after):
        return None
    best = max(_turned(before, higher_is_better))
    return sum(score > best for score in _turned(after, higher_is_better)) / len(after)
