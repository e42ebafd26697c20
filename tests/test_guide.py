"""The guide itself holds what it promises, and no more is claimed than was seen.

The least numbers are those that the guide sets itself; records that readers cannot see do
not count.
"""

from collections import Counter
from pathlib import Path
from typing import Any, get_args

import pytest

from renya.folder import read_folder
from renya.library import Library
from renya.records import vocabulary as v

DOCS = Path(__file__).parents[1] / "docs"

LEAST = {
    "dilemmas": 4, "interventions": 22, "cases": 16, "roles": 5, "policy": 24, "laws": 30,
    "instruments": 18, "statistics": 18, "references": 180, "glossary": 140,
}  # fmt: skip
CONCEPTS = {"theory": 12, "dimension": 8}
FACTORS = 25
CLAUSES = 100
CASES_A_DILEMMA = 4
RECOMMENDATIONS_A_ROLE = 5
PROSE = {"danger", "process", "forms", "purchased-service", "unknown", "method"}


@pytest.fixture(scope="module")
def guide() -> Library:
    return read_folder(DOCS, "docs")


def published(guide: Library, kind: str) -> list[Any]:
    return [entry.record for entry in guide.of(kind, drafts=False)]


@pytest.mark.parametrize("kind", LEAST)
def test_each_kind_has_its_least_number(guide: Library, kind: str) -> None:
    assert len(published(guide, kind)) >= LEAST[kind]


def test_theories_dimensions_and_factors_on_both_sides(guide: Library) -> None:
    types = Counter(record.type for record in published(guide, "theory"))
    for name, least in CONCEPTS.items():
        assert types[name] >= least
    assert types["risk_factor"] + types["protective_factor"] >= FACTORS
    assert types["risk_factor"] > 5 and types["protective_factor"] > 5


def test_every_factor_has_evidence_with_a_direction(guide: Library) -> None:
    for record in published(guide, "theory"):
        if record.type.endswith("factor"):
            assert all(one.direction for one in record.evidence) and record.evidence, record.id


def test_every_cause_of_the_thesis_leads_to_factors(guide: Library) -> None:
    led = {
        cause
        for record in published(guide, "theory")
        if record.type.endswith("factor")
        for cause in record.causes
    }
    assert led == set(get_args(v.ThesisCause))


def test_a_hundred_clauses_each_said_once(guide: Library) -> None:
    texts = [clause.text.zh for law in published(guide, "laws") for clause in law.clauses]
    assert len(texts) >= CLAUSES
    assert len(set(texts)) == len(texts)


def test_recommendations_for_every_role_from_village_to_nation(guide: Library) -> None:
    records = published(guide, "policy")
    roles = Counter(record.role for record in records)
    for role in ("family", "school", "community", "government"):
        assert roles[role] >= RECOMMENDATIONS_A_ROLE, role
    assert {level for record in records for level in record.levels} == set(get_args(v.Level))
    assert {record.strength for record in records} == set(get_args(v.Strength))


def test_cases_for_every_dilemma_and_many_kinds_of_children(guide: Library) -> None:
    cases = published(guide, "cases")
    main = Counter(case.dilemmas[0] for case in cases)
    for dilemma in published(guide, "dilemmas"):
        assert main[dilemma.id] >= CASES_A_DILEMMA, dilemma.id
    traits = [case.traits for case in cases]
    assert {one.age_band for one in traits} >= {"6-8", "9-11", "12-14", "15-17"}
    assert {one.sex for one in traits} >= {"girl", "boy"}
    assert {one.carer for one in traits} >= {"grandparent", "one_parent", "relative"}
    assert {one.region for one in traits} >= {"east", "central", "west", "northeast"}


def test_a_third_of_the_cases_is_no_clean_success(guide: Library) -> None:
    cases = published(guide, "cases")
    assert sum(case.outcome != "improved" for case in cases) * 3 >= len(cases)


def test_no_case_claims_to_be_a_real_child(guide: Library) -> None:
    assert {case.origin for case in published(guide, "cases")} <= {
        "composite", "constructed_for_teaching",
    }  # fmt: skip


def test_cases_count_again_and_again(guide: Library) -> None:
    for case in published(guide, "cases"):
        assert max(len(measure.points) for measure in case.measures) >= 3, case.id
        assert {goal.baseline < goal.target for goal in case.goals} == {True}, case.id


def test_each_dilemma_shows_home_school_and_village_and_leads_on(guide: Library) -> None:
    for dilemma in published(guide, "dilemmas"):
        assert {signs.place for signs in dilemma.signs} == set(get_args(v.Place)), dilemma.id
        ages = {age for way in dilemma.ways for age in way.ages}
        assert ages >= {"6-8", "9-11", "12-14", "15-17"}, dilemma.id
        assert len({way.role for way in dilemma.ways}) >= 3, dilemma.id


def test_each_role_knows_every_dilemma(guide: Library) -> None:
    wanted = {dilemma.id for dilemma in published(guide, "dilemmas")}
    for role in published(guide, "roles"):
        assert {one.dilemma for one in role.for_dilemmas} == wanted, role.id


def test_a_term_is_one_locked_pair(guide: Library) -> None:
    terms = published(guide, "glossary")
    for lang in ("zh", "en"):
        names = Counter(getattr(term.title, lang).lower() for term in terms)
        assert [name for name, times in names.items() if times > 1] == []


def test_no_work_is_listed_twice(guide: Library) -> None:
    works = published(guide, "references")
    dois = Counter(work.csl.DOI.lower() for work in works if work.csl.DOI)
    assert [doi for doi, times in dois.items() if times > 1] == []


def test_every_work_is_used(guide: Library) -> None:
    """A list of works that nobody cites would only look learned."""
    seen = {key for key, entry in guide.entries.items() if entry.published}
    used = {
        cite.key
        for entry in guide.entries.values()
        if entry.id in seen
        for claim in entry.claims
        for cite in claim.cites
    }
    used |= {link.target for link in guide.links if link.source in seen}
    texts = " ".join(page.text for page in guide.prose)
    works = [work.id for work in published(guide, "references")]
    assert [one for one in works if one not in used and f"@{one}" not in texts] == []


def test_nothing_from_memory_is_a_source(guide: Library) -> None:
    works = published(guide, "references")
    assert [work.id for work in works if work.verification == "memory_only"] == []


def test_prose_pages_of_the_guide_stand_in_both_languages(guide: Library) -> None:
    names = Counter(page.name for page in guide.prose)
    assert {name for name in names if names[name] == 2} >= PROSE
