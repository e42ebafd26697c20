"""The board: eight resilience dimensions by the four parties around a child.

A cell gathers what the guide has for one dimension in the hands of one party. An empty cell is a
gap, and a gap has a reason that its dimension declares. Judges and draws nothing.
"""

from typing import NamedTuple

from .library import Entry, Library
from .records.base import Text
from .records.concept import Concept
from .records.intervention import Intervention
from .records.law import Law
from .records.recommendation import Recommendation
from .records.vocabulary import STAGES, Stage

PARTIES = ("family", "school", "community", "government")


class Cell(NamedTuple):
    """leads, takes_part: interventions. clauses: laws with the clauses that bind the party here.

    stages: in which the interventions are used. gap: why there is nothing, if that is said.
    """

    dimension: Entry
    role: Entry
    leads: list[Entry]
    takes_part: list[Entry]
    cases: list[Entry]
    recommendations: list[Entry]
    clauses: list[tuple[Entry, str]]
    stages: tuple[Stage, ...]
    gap: Text | None

    @property
    def interventions(self) -> list[Entry]:
        return [*self.leads, *self.takes_part]

    @property
    def empty(self) -> bool:
        """Nothing that the party could do: a case alone shows no way."""
        return not self.interventions and not self.recommendations


def board(library: Library, drafts: bool = False) -> list[list[Cell]]:
    """A row a dimension in their order, a cell for each party that has a record."""
    dimensions = [
        entry
        for entry in library.of("theory", drafts)
        if isinstance(entry.face, Concept) and entry.face.type == "dimension"
    ]
    known = {entry.id: entry for entry in library.of("roles", drafts)}
    roles = [known[name] for name in PARTIES if name in known]
    dimensions.sort(key=lambda entry: getattr(entry.face, "order", 0))
    return [[_cell(library, one, role, drafts) for role in roles] for one in dimensions]


def _cell(library: Library, dimension: Entry, role: Entry, drafts: bool) -> Cell:
    leads: list[Entry] = []
    takes_part: list[Entry] = []
    for entry in library.of("interventions", drafts):
        record = entry.record
        if isinstance(record, Intervention) and dimension.id in record.dimensions:
            parts = {one.part for one in record.roles if one.role == role.id}
            if "leads" in parts:
                leads.append(entry)
            elif parts & {"does", "supports"}:  # to be informed is to do nothing
                takes_part.append(entry)
    recommendations = [
        entry
        for entry in library.of("policy", drafts)
        if isinstance(entry.face, Recommendation)
        and entry.face.role == role.id
        and dimension.id in entry.face.dimensions
    ]
    cases = [
        entry
        for entry in library.of("cases", drafts)
        if _names(library, entry, dimension.id) and _names(library, entry, role.id)
    ]
    used = {
        stage
        for entry in (*leads, *takes_part)
        if isinstance(entry.record, Intervention)
        for stage in entry.record.stages
    }
    record = dimension.face
    gaps = record.gaps if isinstance(record, Concept) else []
    return Cell(
        dimension,
        role,
        leads,
        takes_part,
        cases,
        recommendations,
        _clauses(library, [*leads, *takes_part, *recommendations], role.id),
        tuple(stage for stage in STAGES if stage in used),
        next((one.reason for one in gaps if one.role == role.id), None),
    )


def _names(library: Library, entry: Entry, target: str) -> bool:
    """By its links, which are at hand without opening the record."""
    return any(link.target == target for link in library.forward.get(entry.id, ()))


def _clauses(library: Library, entries: list[Entry], role: str) -> list[tuple[Entry, str]]:
    """Clauses on which these records rest and which bind the party."""
    found: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        for link in library.forward.get(entry.id, ()):
            law = library.entries.get(link.target)
            if link.relation != "legal_basis" or law is None or not law.published:
                continue
            if isinstance(law.face, Law):
                for clause in law.face.clauses:
                    if clause.id == link.fragment and role in clause.binds:
                        found[law.id, clause.id] = law
    return [(law, clause) for (_, clause), law in found.items()]
