"""The board: an empty cell has a declared reason, and a declared gap is empty."""

from collections.abc import Iterator

from ..board import board
from ..library import Library
from ..problems import Problem
from .place import problem


def gaps_are_declared(library: Library) -> Iterator[Problem]:
    """Where the guide has nothing for a dimension in the hands of a party, it says why."""
    for row in board(library):
        for cell in row:
            if cell.empty and cell.gap is None:
                message = f"say nothing of '{cell.role.id}', for whom the guide has nothing here"
                hint = "add role: and reason:, or an intervention or recommendation"
                yield problem(cell.dimension, ("gaps",), message, hint)
            elif cell.gap is not None and not cell.empty:
                message = f"name '{cell.role.id}', for whom the guide has something here"
                yield problem(cell.dimension, ("gaps",), message, "take the gap out")


CHECKS = (gaps_are_declared,)
