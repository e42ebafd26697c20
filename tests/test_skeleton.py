"""A first draft of a record: whole, explained, and clean in `renya check` from the start."""

from pathlib import Path

import pytest
import yaml

from project import TODAY, find
from renya import checks
from renya.checks.links import fits
from renya.folder import read_folder
from renya.outputs.skeleton import skeleton
from renya.records import shape
from renya.records.base import RefTo
from renya.records.kinds import BY_SINGULAR, KINDS, Kind
from renya.records.load import load
from renya.source import MAX_DEPTH

NAMES = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.singular)


@NAMES
def test_a_draft_of_each_kind_is_clean(docs: Path, kind: Kind) -> None:
    (docs / kind.name / "a-draft.yml").write_text(
        skeleton(kind, "a-draft", TODAY, find), encoding="utf-8"
    )
    library = read_folder(docs, "docs")
    assert checks.run(library) == []
    assert library.entries["a-draft"].record.status == "draft"


@NAMES
def test_a_draft_of_each_kind_is_valid_when_there_is_nothing_to_name(kind: Kind) -> None:
    text = skeleton(kind, "a-draft", TODAY, lambda _: None)
    assert load(kind, "a.yml", "a-draft", text.encode()).problems == []


@NAMES
def test_a_draft_shows_every_field_in_the_order_of_the_model(kind: Kind) -> None:
    lines = skeleton(kind, "a", TODAY, find).splitlines()
    places = []
    for name, info in shape.fields(kind.model).items():
        line = f"{name}:" if info.is_required() else f"# {name}:"
        (place,) = [n for n, one in enumerate(lines) if one == line or one.startswith(f"{line} ")]
        places.append(place)
        for word in (info.description or "").split()[:3]:
            assert word in "\n".join(lines[:place])
    assert places == sorted(places)


@NAMES
def test_a_draft_is_easy_to_read(kind: Kind) -> None:
    text = skeleton(kind, "a", TODAY, find)
    lines = text.splitlines()
    assert all(len(line) <= 100 and line == line.rstrip() and "\t" not in line for line in lines)
    assert lines[0] == f"# yaml-language-server: $schema=../../schemas/{kind.singular}.schema.json"
    assert text.endswith("\n") and not text.endswith("\n\n")
    assert max(len(line) - len(line.lstrip()) for line in lines) < 2 * MAX_DEPTH


@NAMES
def test_words_to_choose_from_stand_above_the_field(kind: Kind) -> None:
    lines = skeleton(kind, "a", TODAY, find).splitlines()
    status = lines.index("status: draft")
    assert lines[status - 1] == "# draft | active | deprecated | withdrawn"


def test_a_draft_is_dated_today_and_due_in_a_year() -> None:
    made = yaml.safe_load(skeleton(BY_SINGULAR["term"], "a", TODAY, find))
    assert made["created"] == made["reviewed"] == TODAY
    assert (made["review_due"] - TODAY).days == 365


def test_links_name_records_that_fit() -> None:
    asked: list[RefTo] = []

    def name(link: RefTo) -> str:
        asked.append(link)
        return f"a-{link.relation}".replace("_", "-")

    made = yaml.safe_load(skeleton(BY_SINGULAR["intervention"], "a", TODAY, name))
    assert made["dimensions"] == ["a-builds"]
    assert made["theory"] == ["a-rests-on"]
    assert made["roles"][0]["role"] == "a-involves"
    assert {(link.kind, link.relation) for link in asked} >= {("theory", "builds")}


def test_a_dimension_fits_where_one_is_due_and_a_theory_does_not(docs: Path) -> None:
    entries = read_folder(docs, "docs").entries
    assert fits("builds", entries["first-dimension"].record)
    assert not fits("builds", entries["first-concept"].record)
    assert not fits("builds", entries["first-role"].record)
    assert fits("rests_on", entries["first-concept"].record)


def test_a_case_starts_with_all_stages_and_a_family() -> None:
    made = yaml.safe_load(skeleton(BY_SINGULAR["case"], "a", TODAY, find))
    assert [one["stage"] for one in made["stages"]] == [
        "intake", "assessment", "planning", "intervention", "evaluation", "closing", "follow_up",
    ]  # fmt: skip
    assert sum(person.get("index", False) for person in made["genogram"]["people"]) == 1
    assert len(made["ecomap"]) == 3
