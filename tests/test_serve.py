"""`mkdocs serve`: an author sees an edit without starting anything again."""

import contextlib
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from building import BIN, EN, ENVIRONMENT, ZH, edit
from project import write_project

pytestmark = pytest.mark.site

PATIENCE = 20  # seconds until an edit must be seen
TERM = "glossary/first-term/"


@dataclass
class Preview:
    root: Path
    url: str
    log: Path
    process: subprocess.Popen[bytes]

    def get(self, path: str) -> str:
        with urllib.request.urlopen(self.url + path, timeout=PATIENCE) as answer:
            return str(answer.read().decode("utf-8"))

    def shows(self, path: str, words: str) -> bool:
        """Waits until the page holds the words."""
        return self._waits(lambda: words in self.get(path))

    def says(self, words: str) -> bool:
        """Waits until the words are printed."""
        return self._waits(lambda: words in self.log.read_text(encoding="utf-8"))

    def _waits(self, seen: Callable[[], bool]) -> bool:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.process.poll() is None:
            with contextlib.suppress(OSError):  # not up yet
                if seen():
                    return True
            time.sleep(0.2)
        return False


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    folder = tmp_path_factory.mktemp("serve")
    root = write_project(folder / "project")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{probe.getsockname()[1]}"
    log = folder / "log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [BIN / "mkdocs", "serve", "--dev-addr", place],
            cwd=root,
            env=ENVIRONMENT | {"PYTHONUNBUFFERED": "1"},
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    made = Preview(root, f"http://{place}/", log, process)
    try:
        assert made.shows("", "<main"), log.read_text(encoding="utf-8")
        yield made
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def test_edit_of_a_record_is_seen_in_both_languages(preview: Preview) -> None:
    edit(preview.root / f"docs/{TERM[:-1]}.yml", f"{ZH}\n  {EN}", "zh: 新词甲\n  en: New word")
    assert preview.shows(TERM, "新词甲")
    assert preview.shows(f"en/{TERM}", "New word")


def test_edit_of_a_prose_page_is_seen(preview: Preview) -> None:
    edit(preview.root / "docs/method.md", "正文。", "新的正文。")
    assert preview.shows("method/", "新的正文。")


def test_edit_of_a_label_is_seen(preview: Preview) -> None:
    edit(preview.root / "hooks/renya/labels.yml", "跳到正文", "直接看正文")
    assert preview.shows(TERM, "直接看正文")


def test_edit_of_a_page_template_is_seen(preview: Preview) -> None:
    edit(
        preview.root / "hooks/renya/pages/templates/record.html", "<article ", "<article data-new "
    )
    assert preview.shows(TERM, "<article data-new ")


def test_edit_of_the_frame_is_seen(preview: Preview) -> None:
    edit(preview.root / "theme/base.html", '<main id="main"', '<main data-new id="main"')
    assert preview.shows(TERM, "<main data-new")


def test_edit_of_the_style_sheet_is_seen(preview: Preview) -> None:
    edit(preview.root / "theme/renya/renya.css", ":root {", ":root { --new: 1;")
    assert preview.shows("renya/renya.css", "--new: 1")


def test_preview_shows_drafts_marked_as_drafts(preview: Preview) -> None:
    edit(preview.root / "docs/statistics/first-statistic.yml", "status: active", "status: draft")
    assert preview.shows("statistics/first-statistic/", "草稿：只在预览里看得到")


def test_wrong_record_is_told_and_mending_it_shows(preview: Preview) -> None:
    """Until then MkDocs holds its answers back, so the author reads what it prints."""
    name = "docs/roles/second-role.yml"
    edit(preview.root / name, "status: active", "status: aktive")
    assert preview.says(f"{name}:")
    edit(preview.root / name, "status: aktive", "status: deprecated\nreplaced_by: first-role")
    assert preview.shows("roles/second-role/", "已停用")
    assert "Traceback" not in preview.log.read_text(encoding="utf-8")
