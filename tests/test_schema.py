"""JSON Schemas for editors: from the models, committed, and never stale."""

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from project import ROOT, record_text
from renya.outputs import schema
from renya.records import shape
from renya.records.kinds import KINDS, Kind

NAMES = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.singular)


@NAMES
def test_the_committed_schema_is_not_stale(kind: Kind) -> None:
    committed = (ROOT / "schemas" / schema.file_name(kind)).read_text(encoding="utf-8")
    assert committed == schema.text(kind), "run `make schemas`"


def test_there_is_a_schema_for_each_kind_and_no_other() -> None:
    found = {path.name for path in (ROOT / "schemas").iterdir()}
    assert found == {schema.file_name(kind) for kind in KINDS}


@NAMES
def test_every_record_of_the_guide_names_the_schema_of_its_kind(kind: Kind) -> None:
    first = f"# yaml-language-server: $schema=../../schemas/{schema.file_name(kind)}"
    for path in (ROOT / "docs" / kind.name).glob("*.yml"):
        assert path.read_text(encoding="utf-8").splitlines()[0] == first, path.name
        assert (path.parent / first.partition("=")[2]).resolve().is_file()


@NAMES
def test_an_editor_knows_every_field_and_warns_of_others(kind: Kind) -> None:
    made = schema.schema(kind)
    fields = shape.fields(kind.model)
    assert list(made["properties"]) == list(fields)
    assert made["required"] == [name for name, info in fields.items() if info.is_required()]
    for part in (made, *made["$defs"].values()):
        if part.get("type") == "object":
            assert part["additionalProperties"] is False
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_words_of_a_closed_list_and_explanations_reach_the_editor() -> None:
    made = schema.schema(KINDS[2])
    assert made["properties"]["status"]["enum"] == ["draft", "active", "deprecated", "withdrawn"]
    assert "draft is not published" in made["properties"]["status"]["description"]


def editor_accepts(value: Any, made: dict[str, Any]) -> bool:
    """With jsonschema where somebody has it; a record must in any case keep to the fields."""
    if importlib.util.find_spec("jsonschema"):
        import jsonschema

        return bool(jsonschema.Draft202012Validator(made).is_valid(value))
    return set(made["required"]) <= set(value) <= set(made["properties"])


@NAMES
def test_a_skeleton_pleases_the_editor(kind: Kind) -> None:
    # As JSON has it: dates are strings.
    value = json.loads(json.dumps(yaml.safe_load(record_text(kind, "a")), default=str))
    made = schema.schema(kind)
    assert editor_accepts(value, made)
    assert not editor_accepts({**value, "colour": "green"}, made)
    assert not editor_accepts({key: value[key] for key in value if key != "title"}, made)


def test_schemas_are_written_into_a_folder(tmp_path: Path) -> None:
    written = schema.write(tmp_path / "new" / "schemas")
    assert [path.name for path in written] == [schema.file_name(kind) for kind in KINDS]
    assert all(json.loads(path.read_text(encoding="utf-8")) for path in written)
