"""ProperDocs, the continuation of MkDocs 1.x, builds the same files from the same configuration."""

from pathlib import Path

import pytest

from building import Built, build, built, contents, differing
from project import ROOT

pytestmark = pytest.mark.site


@pytest.mark.parametrize("config", ["mkdocs.yml", "mkdocs-offline.yml"])
def test_small_project_comes_out_the_same(small: Path, tmp_path: Path, config: str) -> None:
    made = {}
    for tool in ("mkdocs", "properdocs"):
        folder = tmp_path / tool
        built(small, "--strict", "--config-file", config, "--site-dir", folder, tool=tool)
        made[tool] = contents(folder)
    assert made["mkdocs"]
    assert differing(made["mkdocs"], made["properdocs"]) == []


def test_whole_guide_comes_out_the_same(site: Built, tmp_path: Path) -> None:
    options = ("--strict", "--config-file", "mkdocs.yml", "--site-dir", tmp_path)
    built(ROOT, *options, tool="properdocs", RENYA_SITE_URL=site.url)
    assert differing(contents(site.root), contents(tmp_path)) == []


def test_configuration_under_the_name_of_properdocs_builds_too(small: Path, tmp_path: Path) -> None:
    built(small, "--site-dir", tmp_path / "old", tool="mkdocs")
    (small / "mkdocs.yml").rename(small / "properdocs.yml")
    built(small, "--strict", "--site-dir", tmp_path / "new", tool="properdocs")
    assert differing(contents(tmp_path / "old"), contents(tmp_path / "new")) == []


def test_wrong_content_is_refused_with_the_same_words(small: Path) -> None:
    built(small, "--config-file", "mkdocs.yml", tool="properdocs")
    good = contents(small / "site")
    term = small / "docs" / "glossary" / "first-term.yml"
    term.write_text(term.read_text(encoding="utf-8").replace("active", "aktive"), encoding="utf-8")
    told = {}
    for tool in ("mkdocs", "properdocs"):
        refused = build(small, "--config-file", "mkdocs.yml", tool=tool)
        assert refused.returncode == 1
        told[tool] = refused.stdout
        assert differing(contents(small / "site"), good) == []
    assert "docs/glossary/first-term.yml:" in told["mkdocs"]
    assert told["mkdocs"] == told["properdocs"]
