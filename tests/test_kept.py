"""What a former run made: it may save time and never change a byte, whatever was edited since."""

import os
import re
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from building import contents, differing
from full import write_full
from project import record_text
from renya import checks, kept
from renya.folder import read_folder
from renya.labels import labels
from renya.notes import Table, note, noting
from renya.pages import bibliography
from renya.pages.address import Addresses
from renya.pages.frame import Framer
from renya.pages.page import Page
from renya.pages.press import Press, press
from renya.pages.site import Site
from renya.problems import Problem, errors
from renya.records.base import LANGS
from renya.records.kinds import BY_SINGULAR
from renya.search.build import write

# Notes and shelves


def test_what_is_looked_at_is_noted_and_nothing_else() -> None:
    rows = Table("rows", {"a": 1, "b": 2})
    rows.get("a")
    with noting() as outer:
        rows["a"]
        with noting() as inner:
            assert "c" not in rows
            note("kind", "x")
        assert list(rows.values()) == [1, 2]
    assert inner == {("rows", "c"), ("kind", "x")}
    assert outer == inner | {("rows", "a"), ("all rows", "")}


def shelf(tmp_path: Path, *seal: str) -> kept.Shelf:
    return kept.Shelf(tmp_path / "docs", "things", *seal)


def test_a_shelf_gives_back_what_was_put_there(tmp_path: Path) -> None:
    shelf(tmp_path, "a").save({"x": [1, "二"]})
    assert shelf(tmp_path, "a").kept == {"x": [1, "二"]}
    assert shelf(tmp_path, "b").kept == {}, "another seal"
    path = tmp_path / kept.PLACE / "things"
    assert path.stat().st_mode & 0o077 == 0, "as private as the records"
    assert [one.name for one in path.parent.iterdir()] == ["things"]


def test_a_damaged_shelf_is_empty(tmp_path: Path) -> None:
    shelf(tmp_path).save({"x": "text"})
    path = tmp_path / kept.PLACE / "things"
    good = path.read_bytes()
    for place in range(len(good)):
        path.write_bytes(good[:place] + bytes([good[place] ^ 1]) + good[place + 1 :])
        assert shelf(tmp_path).kept == {}
        path.write_bytes(good[:place])
        assert shelf(tmp_path).kept == {}
    path.write_bytes(good)
    assert shelf(tmp_path).kept == {"x": "text"}


def test_a_shelf_that_cannot_be_written_costs_nothing_but_time(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("in the way", encoding="utf-8")
    shelf(tmp_path).save({"x": 1})
    assert shelf(tmp_path).kept == {}


def test_shelves_that_nobody_used_for_a_month_are_swept_away(tmp_path: Path) -> None:
    shelf(tmp_path).save({})
    folder = tmp_path / kept.PLACE
    for name, days in (("pages-old", 40), ("pages-new", 5), ("privacy.json", 40)):
        (folder / name).write_bytes(b"")
        stamp = (folder / name).stat().st_mtime - days * 24 * 3600
        os.utime(folder / name, (stamp, stamp))
    shelf(tmp_path).save({})
    assert {one.name for one in folder.iterdir()} == {"things", "pages-new", "privacy.json"}


# The library, its pages and its search, without MkDocs


def frame(page: Page) -> str:
    marks = ("title", "description", "kind", "address", "content")
    shell = " ".join(f"%%renya-{name}%%" for name in marks)
    return f"{page.lang} {page.section} {shell}"


def make(project: Path) -> list[Problem]:
    """What `mkdocs build` asks of the core; no site where there are errors."""
    library = read_folder(project / "docs", "docs")
    found = checks.run(library)
    if errors(found):
        return found
    bibliography._known.clear()  # each run of a build is a process of its own
    bibliography.prepare(library)
    last, root = project / "site", Path(tempfile.mkdtemp(dir=project))
    presses = {
        lang: Press(
            Site(library, labels(), Addresses(), lang),
            Framer(lang, labels(), Addresses(), "", ()),
            frame,
        )
        for lang in LANGS
    }
    press(presses, root, last, lambda _at, _of: None)
    write(library, labels(), root, "/", last)
    shutil.rmtree(last, ignore_errors=True)
    root.rename(last)
    return found


def afresh(project: Path) -> tuple[list[Problem], dict[str, str]]:
    """The same records, where nothing was made before."""
    with tempfile.TemporaryDirectory() as folder:
        other = Path(folder)
        shutil.copytree(project / "docs", other / "docs")
        found = make(other)
        return found, contents(other / "site") if (other / "site").exists() else {}


def any_file(project: Path, places: tuple[str, ...], number: int) -> Path | None:
    found = [path for place in places for path in sorted(project.glob(place)) if path.is_file()]
    return found[number % len(found)] if found else None


def some_text(project: Path, number: int) -> None:
    """A sign more in one of the texts of a record."""
    path = any_file(project, ("docs/*/*.yml",), number)
    assert path
    lines = path.read_text(encoding="utf-8").splitlines()
    texts = [place for place, line in enumerate(lines) if re.match(r" *(zh|en): ..", line)]
    at = texts[number // 7 % len(texts)]
    head, text = re.fullmatch(r"( *(?:zh|en): .)(.*)", lines[at]).groups()  # type: ignore[union-attr]
    lines[at] = f"{head}{number % 10}{text}"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def new_record(project: Path, number: int) -> None:
    kind = ("term", "case", "statistic", "role")[number % 4]
    path = project / "docs" / BY_SINGULAR[kind].name / f"added-{number % 5}.yml"
    path.write_text(record_text(BY_SINGULAR[kind], path.stem), encoding="utf-8")


def no_record(project: Path, number: int) -> None:
    path = any_file(project, ("docs/*/added-*.yml", "docs/glossary/*.yml"), number)
    if path:
        path.unlink()


def status(project: Path, number: int) -> None:
    path = any_file(project, ("docs/*/*.yml",), number)
    assert path
    text = path.read_text(encoding="utf-8")
    old, new = ("active", "draft") if "status: active" in text else ("draft", "active")
    path.write_text(text.replace(f"status: {old}", f"status: {new}"), encoding="utf-8")


def prose(project: Path, number: int) -> None:
    path = any_file(project, ("docs/*.md",), number)
    assert path
    path.write_text(path.read_text(encoding="utf-8") + f"\n第{number}\n", encoding="utf-8")


def new_prose(project: Path, number: int) -> None:
    for lang in ("", ".en"):
        (project / "docs" / f"page-{number % 3}{lang}.md").write_text("# 题\n", encoding="utf-8")


def fault(project: Path, number: int) -> None:
    path = any_file(project, ("docs/*/*.yml",), number)
    assert path
    path.write_text(path.read_text(encoding="utf-8") + "unknown: 1\n", encoding="utf-8")


def mended(project: Path, _number: int) -> None:
    for path in project.glob("docs/*/*.yml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("unknown: 1\n", ""), encoding="utf-8")


def damaged(project: Path, number: int) -> None:
    """A byte of what was made, on a shelf or in the site."""
    path = any_file(project, (".cache/renya/*", "site/**/*"), number)
    if path and path.stat().st_size:
        data = bytearray(path.read_bytes())
        data[number % len(data)] ^= 1
        path.unlink()  # another file of that name, as an editor would write it
        path.write_bytes(data)


def lost(project: Path, number: int) -> None:
    path = any_file(project, (".cache/renya/*", "site/**/*"), number)
    if path:
        path.unlink()


EDITS: tuple[Callable[[Path, int], None], ...] = (
    some_text, new_record, no_record, status, prose, new_prose, fault, mended, damaged, lost,
)  # fmt: skip


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record a kind with every field, built once."""
    made = tmp_path_factory.mktemp("kept")
    write_full(made / "docs")
    assert not errors(make(made))
    return made


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    steps=st.lists(
        st.tuples(st.sampled_from(EDITS), st.integers(0, 10_000)), min_size=1, max_size=4
    )
)
def test_whatever_is_edited_a_build_is_as_from_nothing(
    project: Path, steps: list[tuple[Callable[[Path, int], None], int]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        own = Path(folder) / "project"
        shutil.copytree(project, own)
        for change, number in steps:
            change(own, number)
            found = make(own)
        good, clean = afresh(own)
        assert found == good
        if not errors(found):
            assert differing(contents(own / "site"), clean) == []


CITED = "[@first-reference, p. 3; @first-law, art. 4]"


def rewritten(project: Path, old: str, new: str) -> None:
    path = project / "docs" / "cases" / "first-case.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def cited_in_a_case(project: Path) -> None:
    """Its face stays as it is, the page of the reference does not."""
    rewritten(project, CITED, f"1{CITED}")


def cited_no_more(project: Path) -> None:
    rewritten(project, CITED, "[@practice]")


def text_of_a_result_damaged(project: Path) -> None:
    for path in sorted(project.glob("site/search/*/t*.js")):
        data = path.read_bytes()
        path.unlink()
        path.write_bytes(data.replace(b"renya(", b"renya[", 1))


@pytest.mark.parametrize("change", [cited_in_a_case, cited_no_more, text_of_a_result_damaged])
def test_what_chance_seldom_finds(
    project: Path, tmp_path: Path, change: Callable[[Path], None]
) -> None:
    own = tmp_path / "project"
    shutil.copytree(project, own)
    make(own)
    before = contents(own / "site")
    change(own)
    found = make(own)
    good, clean = afresh(own)
    assert found == good and not errors(found)
    assert differing(contents(own / "site"), clean) == []
    if change is not text_of_a_result_damaged:
        assert "references/first-reference/index.html" in differing(before, clean)


def test_to_open_a_packed_record_is_noted(project: Path) -> None:
    library = read_folder(project / "docs", "docs")
    with noting() as notes:
        assert library.entries["first-case"].face
    assert ("whole", "first-case") not in notes
    with noting() as notes:
        assert library.entries["first-case"].record
    assert ("whole", "first-case") in notes
