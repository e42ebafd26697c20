"""What must hold between records and within their texts. One file a family.

Each check is a generator over the library; its docstring is the rule that it keeps.
"""

from collections.abc import Callable, Iterator

from ..cores import spread
from ..kept import Shelf
from ..library import Entry, Library
from ..notes import Note, noting
from ..problems import Problem, tidy
from ..traces import Traces
from . import board, citations, combinations, completeness, consent, leaks, links, markup, prose
from .place import Each

Check = Callable[[Library], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    *links.CHECKS,
    *citations.CHECKS,
    *markup.CHECKS,
    *completeness.CHECKS,
    *prose.CHECKS,
    *board.CHECKS,
)

# The privacy gate: each rule has tests of its own.
GATE: tuple[Check, ...] = (*leaks.CHECKS, *combinations.CHECKS, *consent.CHECKS)


def run(library: Library) -> list[Problem]:
    """Everything that is wrong: what reading found and what the checks find, each once."""
    found = list(library.problems)
    each = [check.one for check in (*CHECKS, *GATE) if isinstance(check, Each)]

    def of_one(entry: Entry) -> tuple[list[Problem], set[Note]]:
        with noting() as notes:
            return [problem for rule in each for problem in rule(library, entry)], notes

    traces = Traces(Shelf(library.docs, "findings", library.shape), library)
    new = []
    for entry in dict.values(library.entries):
        kept = traces.get(entry.id)
        if kept is None:
            new.append(entry)
        else:
            found += kept
    for entry, (problems, notes) in zip(new, spread(of_one, new), strict=True):
        found += problems
        traces.put(entry.id, {*notes, ("entries", entry.id), ("whole", entry.id)}, problems)
    traces.save()
    for check in (*CHECKS, *GATE):
        if not isinstance(check, Each):
            found += check(library)
    return tidy(found)
