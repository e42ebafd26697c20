"""All records of a folder, joined: what is read, what is refused, and links in both directions."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given

from building import edit
from faults import CASE, MISPLACED, REFERENCE, ROLE, TERM, VALID, says
from mutations import mutated
from project import write_docs
from renya import checks
from renya.folder import read_folder
from renya.library import Library, join, know
from renya.records.kinds import KINDS, Kind
from renya.records.load import Loaded, load


def read(docs: Path) -> Library:
    return read_folder(docs, "docs")


@pytest.mark.parametrize("name", MISPLACED)
def test_each_misplaced_file_is_told_once_and_never_read(docs: Path, name: str) -> None:
    misplaced = MISPLACED[name]
    misplaced.change(docs)
    library = read(docs)
    told = [one for one in library.problems if one.path == misplaced.path]
    assert [(one.line, one.field, one.severity) for one in told] == [(0, "", "error")]
    assert misplaced.message in told[0].message
    assert misplaced.hint in told[0].hint
    assert "broken" not in library.entries
    assert not any("password" in page.text for page in library.prose)


def test_a_link_that_stays_in_the_folder_is_followed(docs: Path) -> None:
    (docs / TERM).rename(docs / "kept.txt")
    (docs / TERM).symlink_to("../kept.txt")
    assert "first-term" in read(docs).entries


def test_a_file_that_may_not_be_read_is_told(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Path.read_bytes

    def read_bytes(path: Path) -> bytes:
        if path.name == "first-term.yml":
            raise PermissionError(13, "Permission denied")
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    (problem,) = read(docs).problems
    assert (problem.path, problem.line) == (f"docs/{TERM}", 0)
    assert "Permission denied" in problem.message
    assert problem.hint


def test_one_id_names_one_record_of_the_guide(docs: Path) -> None:
    text = (docs / ROLE).read_text(encoding="utf-8")
    (docs / "roles" / "first-term.yml").write_text(
        text.replace("id: first-role", "id: first-term"), encoding="utf-8"
    )
    library = read(docs)
    lines = (docs / TERM).read_text(encoding="utf-8").splitlines()
    (problem,) = library.problems
    assert (problem.path, problem.line, problem.field) == (
        f"docs/{TERM}", lines.index("id: first-term") + 1, "id",
    )  # fmt: skip
    assert problem.message == "'first-term' already names docs/roles/first-term.yml"
    assert problem.hint
    assert library.entries["first-term"].kind.name == "roles"


def test_records_stand_in_the_order_of_kinds_and_ids(docs: Path) -> None:
    found = [(entry.kind.name, entry.id) for entry in read(docs).entries.values()]
    order = [kind.name for kind in KINDS]
    assert found == sorted(found, key=lambda one: (order.index(one[0]), one[1]))
    assert len(found) == len(KINDS) + 2


def test_links_are_known_from_both_ends(docs: Path) -> None:
    library = read(docs)
    assert library.links
    for link in library.links:
        assert link in library.forward[link.source]
        assert link in library.back[link.target]
    assert sum(map(len, library.back.values())) == len(library.links)
    (link,) = [one for one in library.back["first-intervention"] if one.relation == "leads_to"]
    assert (link.source, link.wants, link.path) == (
        "first-dilemma", "interventions", ("ways", 0, "intervention"),
    )  # fmt: skip


def test_a_link_to_a_clause_names_the_law_and_the_clause(docs: Path) -> None:
    edit(docs / ROLE, "- first-law", "- first-law/art-4")
    (link,) = [one for one in read(docs).forward["first-role"] if one.target == "first-law"]
    assert (link.fragment, link.wants, link.relation) == ("art-4", "laws", "legal_basis")


def test_claims_are_known_by_the_source_that_they_rest_on(docs: Path) -> None:
    edit(docs / TERM, *says("一[@first-reference]。二。三[@practice]。", "A [@b; @b].")[1:])
    library = read(docs)
    assert library.resting["first-reference"] == {"first-term": [""]}
    assert {key: len(found) for key, found in library.resting.items()} == {
        "first-reference": 1, "practice": 1, "b": 1,
    }  # fmt: skip
    assert library.claims == 3


def test_a_faulty_file_is_no_entry_but_its_id_is_known(docs: Path) -> None:
    edit(docs / REFERENCE, "status: active", "status: actve")
    library = read(docs)
    assert "first-reference" not in library.entries
    assert library.faulty == {"first-reference"}


@pytest.mark.parametrize(
    ("status", "readers", "preview"),
    [("active", True, True), ("deprecated", True, True), ("draft", False, True),
     ("withdrawn", False, False)],
)  # fmt: skip
def test_readers_see_what_is_published_and_a_preview_drafts_too(
    docs: Path, status: str, readers: bool, preview: bool
) -> None:
    edit(docs / TERM, "status: active", f"status: {status}")
    library = read(docs)
    assert bool(library.of("glossary")) == library.entries["first-term"].published == readers
    assert bool(library.of("glossary", drafts=True)) == preview


def test_prose_pages_are_read_in_their_language_with_their_address(docs: Path) -> None:
    (docs / "about").mkdir()
    (docs / "about" / "us.zh.md").write_text("# 文", encoding="utf-8")
    (docs / ".hidden").mkdir()
    (docs / ".hidden" / "a.md").write_text("# 文", encoding="utf-8")
    found = {(page.path, page.name, page.lang) for page in read(docs).prose}
    assert found == {
        ("docs/danger.md", "danger", "zh"),
        ("docs/danger.en.md", "danger", "en"),
        ("docs/method.md", "method", "zh"),
        ("docs/method.en.md", "method", "en"),
        ("docs/about/us.zh.md", "about/us", "zh"),
    }


def test_other_files_are_left_alone(docs: Path) -> None:
    for name in ("LICENSE", "glossary/note.txt", "glossary/.first-term.yml.swp", "files/a.pdf"):
        (docs / name).parent.mkdir(exist_ok=True)
        (docs / name).write_text("a", encoding="utf-8")
    assert read(docs).problems == ()


def test_messages_name_the_folder_as_it_was_given(docs: Path) -> None:
    edit(docs / CASE, "status: active", "status: actve")
    library = read_folder(docs, "elsewhere/texts")
    assert [one.path for one in library.problems] == [f"elsewhere/texts/{CASE}"]


def test_reading_twice_gives_the_same(docs: Path) -> None:
    os.utime(docs / TERM)
    assert read(docs) == read(docs)
    assert [str(one) for one in checks.run(read(docs))] == []


@pytest.fixture(scope="module")
def valid(tmp_path_factory: pytest.TempPathFactory) -> list[Loaded]:
    """The small records, loaded."""
    docs = write_docs(tmp_path_factory.mktemp("valid") / "docs")
    return [
        load(kind, f"docs/{kind.name}/{path.name}", path.stem, path.read_bytes())
        for kind in KINDS
        for path in sorted((docs / kind.name).iterdir())
    ]


@given(record=mutated())
def test_a_mutated_record_among_others_is_told_and_stops_nothing(
    valid: list[Loaded], record: tuple[Kind, str, bytes]
) -> None:
    kind, stem, data = record
    path = f"docs/{kind.name}/{stem}.yml"
    mutant = load(kind, path, stem, data)
    library = join([know(mutant if one.located.path == path else one) for one in valid], [])
    found = checks.run(library)
    assert all(one.path and one.message and one.hint for one in found)
    assert len(found) == len(set(found))
    if mutant.record is None:
        assert {one.path for one in found} == {path}
    assert len(library.entries) == len(valid) - (mutant.record is None)


@given(record=mutated())
def test_a_mutated_folder_is_read(
    tmp_path_factory: pytest.TempPathFactory, record: tuple[Kind, str, bytes]
) -> None:
    """The same through the file system, with a valid record beside."""
    kind, stem, data = record
    docs = tmp_path_factory.getbasetemp() / "folder" / "docs"
    for name, content in ((f"{kind.name}/{stem}.yml", data), ("glossary/broken.yml", VALID)):
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        raw = content.encode() if isinstance(content, str) else content
        (docs / name).write_bytes(raw)
    library = read(docs)
    (docs / kind.name / f"{stem}.yml").unlink()
    assert "broken" in library.entries
    assert json.dumps([str(one) for one in checks.run(library)])
