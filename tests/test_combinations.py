"""Facts that are harmless alone: how many children share them, and what counts give away."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import edit
from faults import CASE
from project import record_text
from renya.checks import combinations as gate
from renya.folder import read_folder
from renya.pages.render import pages
from renya.privacy import combinations as by
from renya.problems import Problem
from renya.records.case import Traits
from renya.records.kinds import BY_SINGULAR
from renya.records.shape import choices

WORDS = {name: choices(Traits.model_fields[name].annotation) for name in by.INDIRECT}
TRAITS = st.fixed_dictionaries({name: st.sampled_from(words) for name, words in WORDS.items()})
NOTHING = dict.fromkeys(by.INDIRECT, by.HIDDEN) | {"migration": "both_away"}


def group(**traits: str) -> by.Group:
    return by.group(NOTHING | traits)


def test_groups_are_those_of_the_published_figures() -> None:
    """Civil affairs 2018: 6.97 million, girls 45.5 %, 96 % with grandparents, 4 % with others."""
    assert group().size == 6_900_000  # 6.97 million, cut to two digits
    assert group(sex="girl").size == 3_100_000
    assert group(age_band="0-5", sex="girl").size == 680_000
    assert group(sex="girl", carer="grandparent").size == 3_000_000
    assert group(sex="girl", carer="relative").size == 120_000
    assert group(sex="girl", carer="relative").smallest == 0.04


def test_what_no_figure_tells_hides_nobody() -> None:
    found = group(region="northeast", siblings="none", sex="boy")
    assert found.uncounted == ("region", "siblings")
    assert found.size == group(sex="boy").size
    assert by.group({"migration": "other"}).uncounted == ("migration",)


def test_the_two_populations_are_never_mixed() -> None:
    assert group().sources == ("mca-2018-count",)
    assert "acwf2013-xinhua" in group(migration="father_away").sources
    assert group(migration="father_away").size == 32_000_000


@given(TRAITS, st.sampled_from(by.INDIRECT))
def test_a_hidden_fact_never_makes_a_group_smaller(traits: dict[str, str], name: str) -> None:
    if name != "migration":  # it names the population
        assert by.group(traits | {name: by.HIDDEN}).size >= by.group(traits).size


@given(TRAITS)
def test_every_shown_fact_is_counted_or_named_as_uncounted(traits: dict[str, str]) -> None:
    found = by.group(traits)
    assert set(found.counted) | set(found.uncounted) == set(by.shown(traits))
    assert not set(found.counted) & set(found.uncounted)


def test_every_value_of_every_fact_stands_in_the_margins() -> None:
    margins = by._margins()
    for population in margins["populations"]:
        for name in by.INDIRECT:
            table = margins["migration" if name == "migration" else "shares"]
            table = table if name == "migration" else table[population][name]
            assert {one for one in WORDS[name] if one != by.HIDDEN} <= set(table), name


def test_margins_name_references_of_the_guide() -> None:
    ids = {path.stem for path in Path("docs/references").glob("*.yml")}
    shares = by._margins()["shares"]
    named = {table["source"] for tables in shares.values() for table in tables.values()} - {None}
    assert named | {one["source"] for one in by._margins()["populations"].values()} <= ids


def test_a_fact_that_one_case_alone_shows_is_found_and_not_its_supersets() -> None:
    cases = [
        NOTHING | {"sex": "girl", "carer": "grandparent"},
        NOTHING | {"sex": "girl", "carer": "relative"},
        NOTHING | {"sex": "boy", "carer": "grandparent"},
        NOTHING | {"sex": "boy", "carer": "grandparent"},
    ]
    found = list(by.rare_together(cases))
    assert (1, {"carer": "relative"}) in found
    assert (0, {"carer": "grandparent", "sex": "girl"}) in found
    assert {number for number, _ in found} == {0, 1}
    assert not any({"carer", "sex"} <= facts.keys() for number, facts in found if number == 1)


# Counts that a page shows

CELLS = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 40), min_size=1)


@pytest.mark.parametrize(
    ("counts", "shown", "total"),
    [
        ({"a": 12, "b": 20}, {"a": 12, "b": 20}, 32),
        ({"a": 0, "b": 20}, {"a": 0, "b": 20}, 20),
        ({"a": 3, "b": 20, "c": 7}, {"a": None, "b": 20, "c": None}, 30),
        ({"a": 3, "b": 20}, {"a": None, "b": None}, 23),
        ({"a": 1, "b": 1, "c": 9}, {"a": None, "b": None, "c": None}, 11),
        ({"a": 1, "b": 1}, {"a": None, "b": None}, None),
        ({"a": 3}, {"a": None}, None),
    ],
)
def test_small_cells_are_hidden_and_cannot_be_reckoned(
    counts: dict[str, int], shown: dict[str, int | None], total: int | None
) -> None:
    assert by.shown_counts(counts, 5) == (shown, total)


@given(CELLS, st.integers(2, 12))
def test_no_small_cell_can_be_derived_from_what_is_shown(
    counts: dict[str, int], least: int
) -> None:
    shown, total = by.shown_counts(counts, least)
    hidden = [cell for cell, count in shown.items() if count is None]
    for cell, count in counts.items():
        assert shown[cell] is not None or cell in hidden
        assert not (0 < count < least) or cell in hidden
        assert shown[cell] in (None, count)
    if hidden and total is not None:
        rest = total - sum(count for count in shown.values() if count is not None)
        assert len(hidden) > 1
        assert rest >= least  # so that no hidden cell is known to be small


def test_a_count_that_grows_by_one_is_told_and_a_hidden_one_is_not() -> None:
    assert by.stands_out({"a": 12, "b": 12}, {"a": 13, "b": 15}) == ["a"]
    assert by.stands_out({"a": 13}, {"a": 11}) == ["a"]
    assert by.stands_out({"a": None}, {"a": 11}) == []
    assert by.stands_out({}, {"a": 1}) == []


# The rules, over records

REAL = ("origin: composite", "origin: real_anonymised")


def trait(docs: Path, name: str, value: str, case: str = CASE) -> None:
    text = (docs / case).read_text(encoding="utf-8")
    head, _, rest = text.partition("\ntraits:\n")
    lines = rest.split("\n")
    (at,) = [n for n, line in enumerate(lines[:30]) if line.strip().startswith(f"{name}:")]
    lines[at] = f"  {name}: {value}"
    (docs / case).write_text(f"{head}\ntraits:\n" + "\n".join(lines), encoding="utf-8")


def only(docs: Path, **shown: str) -> None:
    """A real case that shows these facts and hides the others."""
    edit(docs / CASE, *REAL)
    plain = {"age_band": "9-11", "carer": "grandparent"}
    for name, value in (NOTHING | plain | shown).items():
        trait(docs, name, value)


def found(docs: Path) -> list[Problem]:
    library = read_folder(docs, "docs")
    assert not library.problems, library.problems
    return [problem for check in gate.CHECKS for problem in check(library)]


def test_a_real_case_that_many_children_fit_passes(docs: Path) -> None:
    only(docs, sex="girl")
    assert found(docs) == []


def test_a_real_case_that_few_children_fit_is_refused_with_the_number(docs: Path) -> None:
    only(docs, sex="girl", region="east", carer="relative")
    told = [str(one) for one in found(docs) if one.severity == "error"]
    assert len(told) == 1
    assert "traits: fit about 3,000 children together; 10,000 are needed" in told[0]
    assert "make one of them unspecified" in told[0]


def test_a_made_up_case_is_held_to_the_lower_number(docs: Path) -> None:
    only(docs, sex="girl", region="east", carer="relative")
    edit(docs / CASE, REAL[1], REAL[0])
    assert found(docs) == []
    trait(docs, "age_band", "15-17")
    (one,) = found(docs)
    assert "fit about 880 children together; 1,000 are needed" in str(one)


def test_a_fact_without_a_figure_is_refused_in_a_real_case(docs: Path) -> None:
    only(docs, region="northeast")
    (one,) = [one for one in found(docs) if one.severity == "error"]
    assert one.field == "traits.region"
    assert "'northeast' has no published figure" in one.message


def test_six_facts_are_too_many(docs: Path) -> None:
    only(docs, sex="girl", region="west", siblings="one")
    told = [one.message for one in found(docs) if one.severity == "error"]
    assert any(message.startswith("show 6 facts") for message in told)


def second_case(docs: Path) -> None:
    text = record_text(BY_SINGULAR["case"], "second-case")
    (docs / "cases" / "second-case.yml").write_text(text, encoding="utf-8")
    lines = (docs / CASE).read_text(encoding="utf-8").replace("first-case", "second-case", 1)
    (docs / "cases" / "second-case.yml").write_text(lines, encoding="utf-8")


def test_real_cases_that_look_alike_must_differ_in_what_is_sensitive(docs: Path) -> None:
    only(docs)
    second_case(docs)
    told = [one for one in found(docs) if "the same facts as another case" in one.message]
    assert {one.path for one in told} == {f"docs/{CASE}", "docs/cases/second-case.yml"}
    text = (docs / "cases" / "second-case.yml").read_text(encoding="utf-8")
    other = "insufficient" if "guardianship: adequate" in text else "adequate"
    trait(docs, "guardianship", other, "cases/second-case.yml")
    assert not [one for one in found(docs) if "same facts" in one.message]


def test_a_real_case_alone_of_its_kind_is_looked_at_again(docs: Path) -> None:
    only(docs, sex="girl")
    second_case(docs)
    trait(docs, "sex", "boy", "cases/second-case.yml")
    told = [one for one in found(docs) if one.severity == "warning"]
    assert any("are alone in the guide: sex girl" in one.message for one in told)


def test_a_count_that_tells_of_the_newest_case_is_refused(docs: Path) -> None:
    only(docs)
    outcome = gate.outcomes(read_folder(docs, "docs"))
    (name,) = outcome
    for number in range(11):
        text = (docs / CASE).read_text(encoding="utf-8").replace("first-case", f"case-{number}", 1)
        (docs / "cases" / f"case-{number}.yml").write_text(text, encoding="utf-8")
    kept = docs.parent / gate.PUBLISHED
    kept.parent.mkdir(exist_ok=True)
    for before, told in ((12, 0), (11, 2), (9, 0)):
        kept.write_text(f"outcomes:\n  {name}: {before}\n", encoding="utf-8")
        library = read_folder(docs, "docs")
        assert len(list(gate.news_tells_nothing(library))) == told, before


def test_the_shipped_cases_pass() -> None:
    assert found(Path("docs")) == []


def test_damaged_counts_are_told(docs: Path) -> None:
    kept = docs.parent / gate.PUBLISHED
    kept.parent.mkdir(exist_ok=True)
    for text in ("", "outcomes: 3", "a: [", "- 1"):
        kept.write_text(text, encoding="utf-8")
        told = list(gate.news_tells_nothing(read_folder(docs, "docs")))
        assert told
        assert told[0].path == gate.PUBLISHED


def test_the_list_of_cases_shows_all_outcomes_and_hides_few_real_ones(docs: Path) -> None:

    def table() -> str:
        library = read_folder(docs, "docs")
        (page,) = [one for one in pages(library, "en") if one.address == "cases/"]
        return page.body

    assert "Real cases" not in table()
    assert table().count("<td>1</td>") == 1
    edit(docs / CASE, *REAL)
    assert "Real cases" in table()
    assert "<td>too few to show</td>" in table()
    assert "<td>1</td>" not in table()
