"""Sites that several tests read; each is built once."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from browser import Reader, chromium, executable
from building import Built, built
from project import ROOT, write_docs, write_project
from serving import serving

# The same examples at every run: a test fails for what was changed, never by chance.
settings.register_profile("renya", deadline=None, derandomize=True, database=None)
settings.load_profile("renya")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The whole guide, as `make site` builds it."""
    folder = tmp_path_factory.mktemp("site")
    url = "https://renya.example/"
    built(ROOT, "--strict", "--site-dir", folder, RENYA_SITE_URL=url)
    return Built(folder, url)


@pytest.fixture(scope="session")
def served(site: Built) -> Iterator[Built]:
    """The same files on a web server of this machine."""
    with serving(site.root) as url:
        yield Built(site.root, url)


@pytest.fixture(scope="session")
def below(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """The guide built for `/sub/path/` of a host, and served there."""
    parent = tmp_path_factory.mktemp("below")
    folder = parent / "sub" / "path"
    with serving(parent, "/sub/path/") as url:
        built(ROOT, "--strict", "--site-dir", folder, RENYA_SITE_URL=url)
        yield Built(folder, url)


@pytest.fixture(scope="session")
def offline(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The guide for a folder without a server, as `make offline` builds it."""
    folder = tmp_path_factory.mktemp("offline")
    built(ROOT, "--strict", "--config-file", "mkdocs-offline.yml", "--site-dir", folder)
    return Built(folder, f"{folder.as_uri()}/")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small project of its own for each test that edits one."""
    return write_project(tmp_path / "project")


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small records in `docs` of the working folder, without what MkDocs needs."""
    monkeypatch.chdir(tmp_path)
    return write_docs(tmp_path / "docs")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = executable()
    if path is None and os.environ.get("CI"):
        pytest.fail("continuous integration needs a Chromium: see .ci/run")
    if path is None:
        pytest.skip("no Chromium on this machine")
    with chromium(path) as started:
        yield started


@pytest.fixture
def reader(browser: Browser, served: Built) -> Iterator[Reader]:
    """A reader of the served guide, who must meet no fault on the way."""
    with browser.new_context() as context:
        made = Reader(context, served.url)
        yield made
        assert made.faults == []
