"""What a template may ask while one page is made: the `p` of the templates.

Words, links and citations come from the classes below it; relations between records are
added here. Knows no template.
"""

from collections.abc import Iterable
from functools import cached_property
from typing import Any, NamedTuple

from ..citations import Claim
from ..library import Entry
from ..records.base import Evidence
from ..records.kinds import BY_NAME
from ..records.law import Clause, Law
from ..records.recommendation import Recommendation
from .citing import Citing

# Links that a page shows in a section of its own and not among the related records.
SHOWN_ELSEWHERE = frozenset({"cites", "legal_basis"})


# Kinds that carry out a clause, in the order in which a reader asks for them.
ANSWERING = ("policy", "interventions", "cases")


class Answer(NamedTuple):
    kind: str
    entries: list[Entry]


class Related(NamedTuple):
    heading: str
    entries: list[Entry]


class Context(Citing):
    """All that a template may ask."""

    def related(self, skip: Iterable[str] = ()) -> list[Related]:
        """Links in both directions, grouped by what they mean and by kind."""
        groups: dict[tuple[str, str, str], dict[str, Entry]] = {}
        here = self.site.library.entries.get(self.record_id)
        if here is None:
            return []
        hidden = SHOWN_ELSEWHERE | set(skip)
        for link in self.site.library.forward.get(here.id, []):
            self._group(groups, "forward", link.relation, link.target, hidden)
        for link in self.site.library.back.get(here.id, []):
            self._group(groups, "back", link.relation, link.source, hidden)
        order = {name: number for number, name in enumerate(BY_NAME)}
        return [
            Related(
                self.t(f"relations.{relation}.{way}", kind=self.t(f"kinds.{kind}.in_heading")),
                list(found.values()),
            )
            for (way, relation, kind), found in sorted(groups.items(), key=lambda g: order[g[0][2]])
        ]

    def _group(
        self,
        groups: dict[tuple[str, str, str], dict[str, Entry]],
        way: str,
        relation: str,
        record_id: str,
        hidden: frozenset[str],
    ) -> None:
        other = self.entry(record_id)
        if other is None or record_id == self.record_id or relation in hidden:
            return
        # One record is listed once, under the first relation that it has in this direction.
        kind = other.kind.name
        if any(record_id in found for key, found in groups.items() if key[2] == kind):
            return
        groups.setdefault((way, relation, kind), {})[record_id] = other

    def pointing(self, relation: str, kind: str) -> list[tuple[Entry, Any]]:
        """(record, part of it that holds the link) for links to this page's record."""
        return [
            (entry, _holder(entry.record, link.path))
            for link in self.site.library.back.get(self.record_id, [])
            if link.relation == relation
            and (entry := self.entry(link.source))
            and entry.kind.name == kind
        ]

    def resting_on(self, clause: str) -> list[str]:
        """Ids of records that rest on a clause of this law, or on no clause but the whole law."""
        return self._resting.get(clause, [])

    @cached_property
    def _resting(self) -> dict[str, list[str]]:
        """Clause -> ids of records that rest on it: those that name it, then those that cite it."""
        found: dict[str, dict[str, None]] = {}
        for link in self.site.library.back.get(self.record_id, []):
            if link.relation == "legal_basis" and self.entry(link.source):
                found.setdefault(link.fragment, {})[link.source] = None
        for record, clauses in self.site.library.resting.get(self.record_id, {}).items():
            if self.entry(record):
                for clause in clauses:
                    found.setdefault(clause, {})[record] = None
        return {clause: list(ids) for clause, ids in found.items()}

    def claims_on(self) -> list[tuple[Entry, list[Claim]]]:
        """Claims in the page's language that rest on this page's record, by record."""
        found = []
        for record in self.site.library.resting.get(self.record_id, {}):
            entry = self.entry(record)
            claims = entry.claims if entry else ()
            here = [one for one in claims if one.lang == self.lang and self._cited_in(one)]
            if entry and here:
                found.append((entry, here))
        return found

    def _cited_in(self, claim: Claim) -> bool:
        return any(cite.key == self.record_id for cite in claim.cites)

    def clause(self, target: str) -> tuple[Entry, Law, Clause | None] | None:
        """`sc-2016-13/art-4` -> the law and the clause, when readers may see them."""
        name, _, fragment = target.partition("/")
        entry = self.entry(name)
        if entry is None or not isinstance(entry.record, Law):
            return None
        law = entry.record
        return entry, law, next((one for one in law.clauses if one.id == fragment), None)

    def answers(self, law: str, clause: str) -> list[Answer]:
        """What carries out a clause, by kind: recommendations first, cases last."""
        found: dict[str, dict[str, Entry]] = {kind: {} for kind in ANSWERING}
        for link in self.site.library.back.get(law, []):
            entry = self.entry(link.source)
            rests = link.relation == "legal_basis" and link.fragment == clause
            if rests and entry and entry.kind.name in found:
                found[entry.kind.name][entry.id] = entry
        return [Answer(kind, list(entries.values())) for kind, entries in found.items() if entries]

    def indicators(self, answers: list[Answer]) -> list[Any]:
        """How one would see that it is done, as the recommendations among the answers say."""
        return [
            one.text
            for answer in answers
            for entry in answer.entries
            if isinstance(entry.record, Recommendation)
            for one in entry.record.indicators
        ]

    def distance(self, evidence: Evidence) -> str:
        """How far those who were studied are from our children: the farthest of four fields.

        An association has no provider, so that field says nothing about its distance.
        """
        fields = evidence.distance
        given = [fields.population, fields.place, fields.time]
        if not evidence.direction.startswith("association"):
            given.append(fields.provider)
        return next(step for step in ("far", "unknown", "near", "same") if step in given)


def _holder(record: Any, path: tuple[str | int, ...]) -> Any:
    """The part of a record in which a link stands: the nearest model above the field."""
    here, holder = record, record
    for part in path[:-1]:
        here = here[part] if isinstance(part, int) else getattr(here, part)
        if not isinstance(here, list):
            holder = here
    return holder
