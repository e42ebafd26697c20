"""What a former build left, in whole sites built by MkDocs: the same bytes, with less work."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from building import BIN, ENVIRONMENT, ZH, build, built, contents, differing, edit

pytestmark = pytest.mark.site

TERM = "glossary/first-term"


def record(root: Path) -> None:
    edit(root / f"docs/{TERM}.yml", ZH, f"{ZH}改")


def template(root: Path) -> None:
    path = root / "hooks/renya/pages/templates/record.html"
    edit(path, '<footer class="care">', '<footer class="care more">')


def label(root: Path) -> None:
    edit(root / "hooks/renya/labels.yml", "首页", "头一页")


def frame(root: Path) -> None:
    edit(root / "theme/base.html", "<main", '<main data-edited="yes"')


def style(root: Path) -> None:
    path = root / "theme/renya/renya.css"
    path.write_text(path.read_text(encoding="utf-8") + "\n.new { color: red }\n", encoding="utf-8")


def setting(root: Path) -> None:
    edit(root / "mkdocs.yml", "https://renya.example/", "https://other.example/")


def prose(root: Path) -> None:
    edit(root / "docs/method.md", "# 方法", "# 另一种方法")


def draft(root: Path) -> None:
    edit(root / f"docs/{TERM}.yml", "status: active", "status: draft")


EDITS: tuple[Callable[[Path], None], ...] = (
    record, template, label, frame, style, setting, prose, draft,
)  # fmt: skip


def from_nothing(root: Path, folder: Path) -> dict[str, str]:
    """The same project built where nothing was built before."""
    left = shutil.ignore_patterns(".cache", "site", "__pycache__")
    shutil.copytree(root, folder, ignore=left)
    built(folder)
    return contents(folder / "site")


def test_after_any_edit_a_site_is_as_from_nothing(small: Path, tmp_path: Path) -> None:
    built(small)
    for number, change in enumerate(EDITS):
        change(small)
        built(small)
        clean = from_nothing(small, tmp_path / f"clean-{number}")
        assert differing(contents(small / "site"), clean) == [], change.__name__


def test_a_build_says_what_it_kept(small: Path) -> None:
    def timings() -> str:
        return build(small, RENYA_SAY="timings").stderr

    assert "from the cache" not in timings()
    before = contents(small / "site")
    assert timings().count("from the cache") == 3, "records, pages, search"
    assert contents(small / "site") == before


def test_a_page_that_somebody_wrote_into_is_drawn_anew(small: Path) -> None:
    built(small)
    before = contents(small / "site")
    page = small / "site" / TERM / "index.html"
    page.write_text("not ours", encoding="utf-8")
    for path in (small / ".cache/renya").iterdir():
        path.write_bytes(path.read_bytes()[:-1] + b"?")
    built(small)
    assert contents(small / "site") == before


def test_two_builds_at_once_end_well_and_leave_one_good_site(small: Path, tmp_path: Path) -> None:
    clean = from_nothing(small, tmp_path / "clean")
    for _ in range(2):  # with nothing kept, and with what the first two left
        started = [
            subprocess.Popen([BIN / "mkdocs", "build", "--quiet"], cwd=small, env=ENVIRONMENT)
            for _ in range(3)
        ]
        assert [one.wait(timeout=120) for one in started] == [0, 0, 0]
        assert differing(contents(small / "site"), clean) == []
    assert [path.name for path in small.glob(".site-*")] == []
