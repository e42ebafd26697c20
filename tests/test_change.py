"""Measures of change against worked examples from their sources."""

from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renya import change

A, B = [20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29]  # Parker, Vannest and Davis 2011
scores = st.lists(st.integers(0, 12), min_size=3, max_size=8)


def test_reliable_change_with_the_square_root_of_two() -> None:
    found = change.reliable_change(32.5, 47.5, 7.5, 0.8, True)
    assert found
    assert found.error == pytest.approx(4.7434, abs=1e-4)
    assert found.ratio == pytest.approx(3.1623, abs=1e-4)
    assert found.better is True
    worse = change.reliable_change(32.5, 47.5, 7.5, 0.8, False)
    assert worse and worse.better is False


@pytest.mark.parametrize(
    ("moved", "index"), [(-8, -2.52982), (-4, -1.26491), (0, 0), (4, 1.26491), (8, 2.52982)]
)
def test_a_small_change_says_nothing(moved: float, index: float) -> None:
    found = change.reliable_change(20, 20 + moved, 5, 0.8, True)
    assert found and found.ratio == pytest.approx(index, abs=1e-5)
    assert found.better is (None if abs(index) < 1.96 else index > 0)


@pytest.mark.parametrize(
    ("sd", "reliability"), [(0, 0.8), (-1, 0.8), (5, 1.0), (5, -0.1), (5, nan)]
)
def test_without_a_spread_or_a_reliability_nothing_is_computed(
    sd: float, reliability: float
) -> None:
    assert change.reliable_change(1, 2, sd, reliability, True) is None


def test_lines_of_clinically_significant_change() -> None:
    assert change.cutoffs((40, 7.5), (60, 7.5), True) == (55, 45, 50)
    found = change.cutoffs((35.48, 8.16), (7.69, 7.52), False)
    assert found.c == pytest.approx(21.018, abs=1e-3)
    assert change.cutoffs(None, (60, 7.5), True) == (None, 45, None)
    assert change.cutoffs(None, None, True) == (None, None, None)


@pytest.mark.parametrize(
    ("levels", "t"),
    [
        ([2, 2, 2], 77.38613), ([0, -1, 1], 50), ([0, 1, 1], 59.12871), ([2, 1, 2], 72.82177),
        ([-1, -1, -1], 36.30694), ([-2, -2, -2], 22.61387), ([2], 70),
    ],
)  # fmt: skip
def test_goal_attainment(levels: list[int], t: float) -> None:
    assert change.goal_attainment(levels) == pytest.approx(t, abs=1e-5)


def test_goal_attainment_with_weights() -> None:
    assert change.goal_attainment([1, -1, 2], [3, 2, 1]) == pytest.approx(56.60979, abs=1e-5)
    assert change.goal_attainment([]) is None


def test_overlap_of_two_phases() -> None:
    assert change.nap(A, B, True) == pytest.approx(38.5 / 42)
    assert change.nap([5, 7, 8, 5, 7], [12, 16, 18, 15, 14, 19], True) == 1
    assert change.pnd(A, B, True) == pytest.approx(5 / 7)
    assert change.tau_u([3, 3, 4, 5], [4, 5, 6, 7, 7], True) == pytest.approx(11 / 20)
    assert change.tau_u([2, 3, 5, 3], [4, 5, 5, 7, 6], True) == pytest.approx(0.65)
    assert change.tau_u([1, 2, 3, 4, 5], [6, 7, 8, 9, 10], True) == pytest.approx(0.6)


@pytest.mark.parametrize("measure", [change.nap, change.tau_u, change.pnd])
def test_two_scores_are_too_few(measure: object) -> None:
    assert measure([1, 2], [3, 4, 5], True) is None  # type: ignore[operator]
    assert measure([1, 2, 3], [3, 4], True) is None  # type: ignore[operator]


@given(before=scores, after=scores)
def test_turning_the_scale_round_changes_nothing(before: list[int], after: list[int]) -> None:
    """Fewer bad nights and more good ones are the same change."""
    other = [-score for score in before], [-score for score in after]
    for measure in (change.nap, change.tau_u, change.pnd):
        assert measure(before, after, True) == measure(*other, False)


@given(before=scores, after=scores)
def test_shares_stay_between_none_and_all(before: list[int], after: list[int]) -> None:
    found = change.nap(before, after, True)
    swapped = change.nap(after, before, True)
    assert found is not None and swapped is not None and 0 <= found <= 1
    assert found + swapped == pytest.approx(1)
