"""Long records are kept packed: what is opened is what was packed, and the face is honest."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from full import write_full
from mutations import mutated
from project import ROOT
from renya.folder import read_folder
from renya.records.kinds import BY_SINGULAR, Kind
from renya.records.load import load
from renya.records.packed import Packed, Whole, pack


def test_every_case_of_the_guide_opens_as_it_was() -> None:
    kind = BY_SINGULAR["case"]
    for path in sorted((ROOT / "docs" / "cases").glob("*.yml")):
        made = load(kind, path.name, path.stem, path.read_bytes()).made
        assert isinstance(made, Packed)
        record = made.open().record
        assert made.open() == Whole(record)
        assert pack(record).open().record == record


@settings(max_examples=150)
@given(record=mutated())
def test_whatever_is_valid_opens_as_it_was(record: tuple[Kind, str, bytes]) -> None:
    kind, stem, data = record
    made = load(kind, "docs/x.yml", stem, data).record
    if made is not None:
        assert pack(made).open().record == made


def test_the_face_says_what_the_record_says_and_nothing_of_the_rest(tmp_path: Path) -> None:
    library = read_folder(write_full(tmp_path / "docs"))
    entry = library.entries["first-case"]
    held = vars(entry.face)
    assert held == {name: getattr(entry.record, name) for name in held}
    assert {"id", "title", "summary", "status", "traits", "outcome", "consent"} <= set(held)
    for name in set(type(entry.record).model_fields) - set(held):
        with pytest.raises(AttributeError):
            getattr(entry.face, name)
    assert "stages" not in held
