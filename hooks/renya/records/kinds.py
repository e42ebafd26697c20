"""The register of kinds: a folder under `docs/`, its model, and where its pages stand.

A new kind is a line here, a model file, a template and its labels.
"""

from collections.abc import Callable
from dataclasses import dataclass

from .base import Record
from .case import Case
from .concept import Concept
from .dilemma import Dilemma
from .instrument import Instrument
from .intervention import Intervention
from .law import Law
from .recommendation import Recommendation
from .reference import Reference
from .role import Role
from .statistic import Statistic
from .term import Term


@dataclass(frozen=True, slots=True)
class Kind:
    """name: folder under `docs/` and first part of the address. singular: for `renya new`."""

    name: str
    singular: str
    model: type[Record]
    citable: bool = False
    long: bool = False  # its records are kept packed

    def __reduce__(self) -> tuple[Callable[[str], "Kind"], tuple[str]]:
        """A kind stays the same object when what refers to it comes from elsewhere."""
        return _named, (self.name,)


def _named(name: str) -> Kind:
    return BY_NAME[name]


KINDS: tuple[Kind, ...] = (
    Kind("dilemmas", "dilemma", Dilemma),
    Kind("interventions", "intervention", Intervention),
    Kind("cases", "case", Case, long=True),
    Kind("roles", "role", Role),
    Kind("policy", "recommendation", Recommendation),
    Kind("laws", "law", Law, citable=True),
    Kind("theory", "concept", Concept),
    Kind("instruments", "instrument", Instrument),
    Kind("statistics", "statistic", Statistic),
    Kind("references", "reference", Reference, citable=True),
    Kind("glossary", "term", Term),
)
BY_NAME: dict[str, Kind] = {kind.name: kind for kind in KINDS}
BY_SINGULAR: dict[str, Kind] = {kind.singular: kind for kind in KINDS}
BY_MODEL: dict[type[Record], Kind] = {kind.model: kind for kind in KINDS}
