"""Pages that gather records to answer one question: board, finder, twins, calculator.

Each is a name, which is its address and its template, and what the template shows.
"""

from collections.abc import Callable
from typing import Any

from ..board import board
from .context import Context
from .finding import cases, interventions

TOOLS: dict[str, Callable[[Context], Any]] = {
    "board": lambda p: board(p.site.library, p.site.drafts),
    "finder": interventions,
    "twins": cases,
    "calculator": lambda _: None,
}
