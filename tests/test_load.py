"""One file to one record, or to what its author can mend: place, field and way out."""

import pytest
from hypothesis import given

from faults import FAULTS, FILE, LAST, RECORD_ID, VALID, Fault, plus, put
from mutations import mutated
from project import record_text
from renya.problems import Problem
from renya.records import shape, walk
from renya.records.base import Evidence, Pair, Record, Text
from renya.records.case import Case
from renya.records.kinds import BY_MODEL, BY_NAME, BY_SINGULAR, KINDS, Kind
from renya.records.load import Loaded, load

TERM = BY_SINGULAR["term"]


def loaded(kind: Kind, text: str | bytes, stem: str = "") -> Loaded:
    stem = stem or f"first-{kind.singular}"
    data = text.encode() if isinstance(text, str) else text
    return load(kind, f"docs/{kind.name}/{stem}.yml", stem, data)


def edited(singular: str, old: str, new: str) -> tuple[list[Problem], int]:
    """Problems of a small record after an edit, and the line on which `old` stood."""
    kind = BY_SINGULAR[singular]
    text = record_text(kind, f"first-{singular}")
    assert old in text
    line = text[: text.index(old)].count("\n") + 1
    return loaded(kind, text.replace(old, new, 1)).problems, line


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.singular)
def test_a_valid_record_of_each_kind_is_loaded(kind: Kind) -> None:
    made = loaded(kind, record_text(kind, f"first-{kind.singular}"))
    assert made.problems == []
    assert type(made.record) is kind.model


def test_the_valid_record_of_the_faults_is_valid() -> None:
    assert loaded(TERM, VALID, RECORD_ID).problems == []


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_is_said_once_with_its_place_and_a_way_out(name: str) -> None:
    fault: Fault = FAULTS[name]
    made = loaded(TERM, fault.data, RECORD_ID)
    assert made.record is None
    assert [(one.path, one.line, one.field, one.severity) for one in made.problems] == [
        (FILE, fault.line, fault.field, "error")
    ]
    assert fault.message in made.problems[0].message
    assert fault.hint in made.problems[0].hint


def test_all_faults_of_a_file_are_said_in_one_run() -> None:
    data = put("active", "actve").decode().replace("created: 2026", "created: soon\n#")
    made = loaded(TERM, data + "pinyn: a\nsee: b\n", RECORD_ID)
    assert {(one.line, one.field) for one in made.problems} == {
        (5, "status"),
        (9, "created"),
        (LAST + 1, "pinyn"),
        (LAST + 2, "see"),
    }


def test_a_fault_of_reading_is_not_said_again_by_the_model() -> None:
    made = loaded(TERM, put("created: 2026-11-01", "created: 2026-02-30"), RECORD_ID)
    assert len(made.problems) == 1


def test_a_fault_deep_in_a_record_has_its_own_line_and_counts_from_one() -> None:
    problems, line = edited("case", "link: strong", "link: stronk")
    assert [(one.line, one.field) for one in problems] == [(line, "ecomap.1.link")]
    assert problems[0].hint == "did you mean 'strong'?"


@pytest.mark.parametrize(
    ("singular", "old", "new", "field", "message", "hint"),
    [
        ("concept", "type: theory", "type: dimension", "", "without side or order", "side: and o"),
        ("concept", "type: theory", "type: risk_factor", "evidence", "is missing", "none_found"),
        ("law", "    text:", "  - id: change-me\n    text:", "clauses.1.text", "is missing", "add"),
        ("recommendation", "en: Who must", "en: Who may", "text.en", "not say 'must'", "verb"),
        ("recommendation", "谁必须做", "谁可以做", "text.zh", "does not say '必须'", "verb"),
        ("intervention", "design: none_found", "design: one_trial",
         "evidence.1.sources", "names no source", "use design: none_found"),
        ("case", "from_week: 3", "from_week: 9", "stages.3.to_week", "is before", "the two weeks"),
        ("case", "- stage: assessment", "- stage: intake", "stages", "out of order", "intake, ass"),
        ("case", "index: true", "index: false", "genogram.people", "index: true", "mark the one"),
        ("case", "    - id: mother", "    - id: child", "genogram.people", "same id", "their own"),
        ("case", "        - mother\n", "        - aunt\n", "genogram", "not listed (aunt)", "add"),
        ("case", "week: 1", "week: -1", "goals.1.by_week", "greater than", "correct"),
        ("case", "value: 0", "value: true", "measures.1.points.1.value", "is true or", "digits"),
        ("case", "- measure\n", "- hearsay\n", "outcome_evidence.1", "'hearsay'", "measure, obs"),
        ("case", "lessons:\n  - zh: 文字\n    en: Words", "lessons: []", "lessons",
         "has fewer than 1 item", "add what is missing"),
        ("statistic", "year: 1949", "year: 1948", "year", "greater than or equal to 1949", "value"),
        ("statistic", "year: 1949", "year: 1949.5", "year", "is a number where", "digits"),
        ("reference", "title: change-me", "title: a\n  DOI: doi.org/10.1/a", "csl.DOI",
         "'doi.org/10.1/a' has the wrong form", "10"),
        ("reference", "title: change-me", "title: a\n  URL: javascript:alert(1)", "csl.URL",
         "has the wrong form", "http"),
        ("reference", "title: change-me", "title: a\n  author:\n    - given: A", "csl.author.1",
         "has no name", "literal: for a body"),
        ("reference", "title: change-me", "title: a\n  issued: 2018", "csl.issued",
         "is a number where a mapping is due", "date-parts:"),
        ("reference", "title: change-me", "title: a\n  issued:\n    date-parts: [[]]",
         "csl.issued.date-parts.1", "fewer than 1", "add"),
        ("reference", "title: change-me", "title: a\n  issued:\n    date-parts: [[2018, 13]]",
         "csl.issued.date-parts", "", ""),
        ("role", "order: 1", "order: '1'", "order", "is text where a number is due", "digits"),
        ("role", "    legal:\n      - first-law", "    legal:\n      - First Law",
         "duties.1.legal.1", "'First Law' has the wrong form", "small letters"),
        ("term", "# variants:", "variants:\n  zh: 词", "variants.zh", "where a list is due", "- "),
        ("term", "# concept:", "concept: [a]", "concept", "is a list where text is due", "one"),
    ],
)  # fmt: skip
def test_rules_of_each_kind_name_the_field_and_a_way_out(
    singular: str, old: str, new: str, field: str, message: str, hint: str
) -> None:
    problems, _ = edited(singular, old, new)
    told = [one for one in problems if one.field.startswith(field)]
    assert told, problems
    assert any(message in one.message and hint in one.hint for one in told), told
    assert len(set(problems)) <= 3


def test_two_clauses_with_one_id_are_told() -> None:
    text = record_text(BY_SINGULAR["law"], "first-law")
    clause = text[text.index("  # 如 art-4") :]
    (problem,) = loaded(BY_SINGULAR["law"], text + clause).problems
    assert problem.field == "clauses"
    assert "change-me is given twice" in problem.message


@pytest.mark.parametrize("stem", ["Calm", "a_b", "a--b", "-a", "a-", "a b", "词", "", "a.b"])
def test_a_file_name_that_cannot_be_an_address_is_told(stem: str) -> None:
    problems = load(TERM, "docs/glossary/x.yml", stem, VALID.encode()).problems
    assert any("file name that cannot be an address" in one.message for one in problems)


@pytest.mark.parametrize("stem", ["a", "a1", "calm-before-sleep", "12", "sc-2016-13"])
def test_a_file_name_of_small_letters_digits_and_hyphens_is_an_address(stem: str) -> None:
    text = VALID.replace(f"id: {RECORD_ID}", f'id: "{stem}"')
    assert load(TERM, "docs/glossary/x.yml", stem, text.encode()).problems == []


@given(mutated())
def test_whatever_is_typed_gives_a_record_or_problems_that_can_be_followed(
    record: tuple[Kind, str, bytes],
) -> None:
    kind, stem, data = record
    path = f"docs/{kind.name}/{stem}.yml"
    made = load(kind, path, stem, data)
    assert (made.record is None) == bool(made.problems)
    for problem in made.problems:
        assert problem.path == path
        assert problem.message and problem.hint
        assert 0 <= problem.line <= data.count(b"\n") + data.count(b"\r") + 1


@pytest.mark.parametrize(
    "typed",
    ['"\\e[31mred"', '"a\\nb"', '"\\u2028"', "|-\n  a\n  b", "a" * 3000],
    ids=["colour", "line", "separator", "block", "long"],
)
def test_a_problem_is_one_short_line_that_cannot_play_with_the_terminal(typed: str) -> None:
    for field in ("status", "id", "created"):
        text = "\n".join(line for line in VALID.split("\n") if not line.startswith(field))
        made = loaded(TERM, f"{text}{field}: {typed}\n", RECORD_ID)
        assert made.problems
        for problem in made.problems:
            assert str(problem).isprintable()
            assert len(str(problem)) < 500


@pytest.mark.parametrize("typed", [r"a\eb", r"a\x08b", r"\uFFFEa"])
def test_a_control_character_written_as_an_escape_is_refused_too(typed: str) -> None:
    assert loaded(TERM, plus(f'pinyin: "{typed}"'), RECORD_ID).problems


# What the models are asked: shape and walk


def test_a_path_leads_to_its_type_or_out_of_the_model() -> None:
    assert shape.choices(shape.at(Case, ("stages", 0, "stage")))[0] == "intake"
    assert shape.bare(shape.at(Case, ("legal", 0))) is str
    assert shape.at(Case, ("stages", 0, "nothing")) is None
    assert shape.at(Case, ("title", 0)) is None
    assert shape.at(Case, ("title", "zh", "a")) is None
    assert "same as the file name" in shape.description(Case, ("id",))
    assert shape.description(Case, ()) == ""


def every_text(value: object) -> int:
    """How many bilingual texts a dumped record holds, counted without `walk`."""
    if isinstance(value, dict):
        if {"zh", "en"} <= set(value) and not isinstance(value["zh"], list):
            return 1
        return sum(map(every_text, value.values()))
    return sum(map(every_text, value)) if isinstance(value, list) else 0


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.singular)
def test_every_text_of_a_record_is_found_where_it_stands(kind: Kind) -> None:
    record = loaded(kind, record_text(kind, f"first-{kind.singular}")).record
    assert isinstance(record, Record)
    found = dict(walk.texts(record))
    assert len(found) == every_text(record.model_dump())
    for path, text in found.items():
        assert isinstance(text, Text | Pair)
        here: object = record
        for part in path:
            here = here[part] if isinstance(part, int) else getattr(here, part)  # type: ignore[index]
        assert here is text


def test_links_are_found_with_what_they_point_to() -> None:
    record = loaded(BY_SINGULAR["dilemma"], record_text(BY_SINGULAR["dilemma"], "first-dilemma"))
    assert record.record
    found = {path: (mark.kind, mark.relation, to) for path, mark, to in walk.refs(record.record)}
    assert found[("ways", 0, "intervention")] == (
        "interventions", "leads_to", "first-intervention",
    )  # fmt: skip
    assert found[("first_week", 0, "role")] == ("roles", "involves", "first-role")


def test_every_link_points_to_a_kind_that_exists() -> None:
    for kind in KINDS:
        for mark in marks(kind.model):
            assert mark in BY_NAME


def marks(model: type, seen: frozenset[type] = frozenset()) -> set[str]:
    """The kinds that the fields of a model may name, at any depth."""
    found = set()
    for info in shape.fields(model).values():
        pointer = walk.mark(info)
        if pointer:
            found.add(pointer.kind)
        inner = shape.bare(shape.item(info.annotation) or info.annotation)
        if shape.is_model(inner) and inner not in seen:
            found |= marks(inner, seen | {inner})
    return found


def test_the_register_holds_each_kind_once() -> None:
    assert len(BY_NAME) == len(BY_SINGULAR) == len(BY_MODEL) == len(KINDS)


def test_records_never_change_after_loading() -> None:
    record = loaded(TERM, VALID, RECORD_ID).record
    assert record
    with pytest.raises(ValueError, match="frozen"):
        record.status = "draft"


def test_evidence_without_a_source_says_so_itself() -> None:
    with pytest.raises(ValueError, match="names no source"):
        Evidence.model_validate(
            {
                "outcome": {"zh": "a"},
                "design": "one_trial",
                "direction": "benefit",
                "distance": dict.fromkeys(("population", "place", "provider", "time"), "near"),
                "studied": {"zh": "a"},
                "finding": {"zh": "a"},
            }
        )
