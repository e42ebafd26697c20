"""The privacy gate over facts that are harmless alone: what a case shows about its child.

Real cases are held to the full thresholds. A made-up child must only not be the portrait of
a few hundred real ones. What can be read off counts of real cases is watched here too.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path as FilePath
from typing import NamedTuple

from ..library import Entry, Library
from ..privacy import combinations as by
from ..problems import Problem
from ..records.case import Case
from ..source import read
from .place import problem

# The counts of real cases that readers could see in the last release.
PUBLISHED = "privacy/published.yml"


class Shown(NamedTuple):
    """A published case and what its page shows. sensitive: what a likeness must not give away."""

    entry: Entry
    traits: dict[str, str]
    sensitive: str
    outcome: str
    real: bool


def shown_cases(library: Library) -> list[Shown]:
    made = []
    for entry in library.of("cases"):
        case = entry.face
        if isinstance(case, Case):
            traits = case.traits.model_dump()
            real = case.origin == "real_anonymised"
            made.append(Shown(entry, traits, traits["guardianship"], case.outcome, real))
    return made


def many_children_fit(library: Library) -> Iterator[Problem]:
    """The facts that a case shows together fit thousands of children, by published figures."""
    least = by.settings()["population"]
    for one in shown_cases(library):
        found = by.group(one.traits)
        enough = least["real" if one.real else "made_up"]
        if found.size < enough:
            message = f"fit about {found.size:,} children together; {enough:,} are needed"
            hint = f"make one of them unspecified: {', '.join(found.counted)}"
            yield problem(one.entry, ("traits",), message, hint)
        if one.real:
            for name in found.uncounted:
                message = f"'{one.traits[name]}' has no published figure, so it hides nobody"
                yield problem(one.entry, ("traits", name), message, "write unspecified")
            if found.smallest < least["share"]:
                message = f"show what fewer than {least['share']:.0%} share"
                yield problem(one.entry, ("traits",), message, "make that fact unspecified")


def few_facts_are_shown(library: Library) -> Iterator[Problem]:
    """A real case shows at most five facts by which a neighbour could know the child."""
    most = by.settings()["indirect"]["most"]
    for one in shown_cases(library):
        facts = by.shown(one.traits)
        if one.real and len(facts) > most:
            message = f"show {len(facts)} facts ({', '.join(facts)}); {most} are the most"
            yield problem(one.entry, ("traits",), message, "make the least needed unspecified")


def no_case_is_alone(library: Library) -> Iterator[Problem]:
    """Two facts that one real case alone shows are looked at once more."""
    real = [one for one in shown_cases(library) if one.real]
    if len(real) < 2:
        return  # the first is alone in everything
    for number, facts in by.rare_together([one.traits for one in real]):
        listed = ", ".join(f"{name} {value}" for name, value in facts.items())
        hint = "ask the second reviewer whether they are needed"
        yield problem(
            real[number].entry, ("traits",), f"are alone in the guide: {listed}", hint, "warning"
        )


def likeness_tells_nothing(library: Library) -> Iterator[Problem]:
    """Real cases that look alike differ in guardianship, or the likeness tells it."""
    real = [one for one in shown_cases(library) if one.real]
    for numbers in by.too_alike([(one.traits, one.sensitive) for one in real]):
        for number in numbers:
            message = "show the same facts as another case, and the same state of guardianship"
            yield problem(real[number].entry, ("traits",), message, "make one fact unspecified")


def outcomes(library: Library) -> dict[str, int]:
    """Real cases by outcome: the counts that listings show, as far as they may."""
    return dict(sorted(Counter(one.outcome for one in shown_cases(library) if one.real).items()))


def news_tells_nothing(library: Library) -> Iterator[Problem]:
    """Between two releases no count that readers see changes by one or two real cases."""
    if library.docs is None:
        return
    before, problems = _published(library.docs.parent / PUBLISHED)
    yield from problems
    after = outcomes(library)
    for cell in by.stands_out(_seen(before), _seen(after)):
        message = f"'{cell}' changes from {_seen(before)[cell]} to {_seen(after)[cell]} real cases"
        hint = "publish three or more at a time, so that nobody can tell the new one"
        yield Problem(PUBLISHED, 0, "outcomes", message, hint)


def _seen(counts: dict[str, int]) -> dict[str, int | None]:
    shown, total = by.shown_counts(counts, by.settings()["cells"]["sensitive"])
    return {**shown, "total": total}


def _published(path: FilePath) -> tuple[dict[str, int], list[Problem]]:
    try:
        located = read(PUBLISHED, path.read_bytes())
    except FileNotFoundError:
        return {}, []  # nothing was published yet
    counts = located.value.get("outcomes") if isinstance(located.value, dict) else None
    if located.problems or not isinstance(counts, dict):
        wrong = Problem(PUBLISHED, 1, "outcomes", "is missing", "write it anew: renya published")
        return {}, located.problems or [wrong]
    return {cell: count for cell, count in counts.items() if isinstance(count, int)}, []


CHECKS = (
    many_children_fit,
    few_facts_are_shown,
    no_case_is_alone,
    likeness_tells_nothing,
    news_tells_nothing,
)
