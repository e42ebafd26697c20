"""What must hold between records and within their texts. One file a family.

Each check is a generator over the library; its docstring is the rule that it keeps.
"""

from collections.abc import Callable, Iterator

from ..cores import spread
from ..library import Entry, Library
from ..problems import Problem, tidy
from . import citations, combinations, completeness, consent, leaks, links, markup, prose
from .place import Each

Check = Callable[[Library], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    *links.CHECKS,
    *citations.CHECKS,
    *markup.CHECKS,
    *completeness.CHECKS,
    *prose.CHECKS,
)

# The privacy gate: each rule has tests of its own.
GATE: tuple[Check, ...] = (*leaks.CHECKS, *combinations.CHECKS, *consent.CHECKS)


def run(library: Library) -> list[Problem]:
    """Everything that is wrong: what reading found and what the checks find, each once."""
    found = list(library.problems)
    each = [check.one for check in (*CHECKS, *GATE) if isinstance(check, Each)]

    def of_one(entry: Entry) -> list[Problem]:
        return [problem for rule in each for problem in rule(library, entry)]

    for problems in spread(of_one, list(library.entries.values())):
        found += problems
    for check in (*CHECKS, *GATE):
        if not isinstance(check, Each):
            found += check(library)
    return tidy(found)
