"""A folder made beside the old one: the old one serves until the new one is complete."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from renya import beside


def fill(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(text, encoding="utf-8")
    return folder


def test_the_old_folder_serves_until_the_new_one_is_put(tmp_path: Path) -> None:
    site = fill(tmp_path / "site", "old")
    (site / "gone.html").write_text("gone", encoding="utf-8")
    made = fill(beside.begin(site), "new")
    assert (site / "index.html").read_text(encoding="utf-8") == "old"
    beside.put(made, site)
    assert [path.name for path in site.iterdir()] == ["index.html"]
    assert (site / "index.html").read_text(encoding="utf-8") == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert site.stat().st_mode & 0o777 == 0o755


def test_a_first_folder_needs_no_old_one(tmp_path: Path) -> None:
    site = tmp_path / "below" / "site"
    beside.put(fill(beside.begin(site), "new"), site)
    assert (site / "index.html").read_text(encoding="utf-8") == "new"


def test_what_a_killed_build_left_is_swept_and_a_running_one_is_not(tmp_path: Path) -> None:
    dead = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"],
        capture_output=True, text=True, check=True,
    ).stdout.strip()  # fmt: skip
    left = fill(tmp_path / f".site-{dead}-abc", "half")
    running = fill(tmp_path / f".site-{os.getpid()}-abc", "half")
    beside.begin(tmp_path / "site")
    assert not left.exists()
    assert running.exists()


def test_a_folder_that_cannot_be_renamed_is_filled_in_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A volume mounted at `site` is one."""
    site = fill(tmp_path / "site", "old")
    fill(site / "gone", "gone")
    made = fill(beside.begin(site), "new")
    rename = Path.rename

    def busy(path: Path, target: Path) -> Path:
        if path == site:
            raise OSError(16, "Device or resource busy")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", busy)
    beside.put(made, site)
    assert [path.name for path in site.iterdir()] == ["index.html"]
    assert (site / "index.html").read_text(encoding="utf-8") == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
