"""How much each sign of a name or a place counts: natural logarithms, fitted and not written.

The constant of the regression, less the margin that is wanted, is the sign `bias`.
"""

from collections.abc import Iterable
from functools import cache

from .text import DATA


@cache
def _weights(name: str) -> dict[str, float]:
    lines = (DATA / f"{name}_weights.txt").read_text(encoding="utf-8").splitlines()
    return {sign: float(value) for sign, _, value in (line.rpartition(" ") for line in lines)}


def weight(name: str, signs: Iterable[str]) -> float:
    """The sum of the signs: above zero speaks for a name or a place."""
    known = _weights(name)
    return known["bias"] + sum(known.get(sign, 0.0) for sign in signs)
