"""`mkdocs build` of a small project: refused when the content is wrong, the same every time."""

import json
import re
import subprocess
import time
from pathlib import Path

import pytest

from building import BIN, EN, ENVIRONMENT, ZH, Built, Html, build, built, contents, differing, edit
from project import record_text
from renya.records.kinds import BY_SINGULAR

pytestmark = pytest.mark.site

FINAL = re.compile(r"(\d+) errors?: the site was not built, the last good one is untouched")


def plant_errors(docs: Path) -> set[tuple[str, int]]:
    """Faults of several families in several files; where each stands."""
    found = {
        "glossary/first-term.yml": ("status: active", "status: aktive"),
        "cases/first-case.yml": ("  - first-dilemma", "  - no-such-dilemma"),
        "interventions/first-intervention.yml": ("created: 2026-11-01", "created: soon"),
        "laws/first-law.yml": (ZH, f"{ZH} [@nobody2020]"),
        "roles/second-role.yml": ("status: active", "status: active\ncolour: green"),
        "method.md": ("正文。", "正文 [@nobody2020]。"),
        "danger.en.md": ("Text.", "Text [a record](cases/no-such-case.yml)."),
    }
    places = set()
    for name, (old, new) in found.items():
        line = edit(docs / name, old, new) + new.count("\n")
        places.add((f"docs/{name}", line))
    (docs / "glossary" / "broken.yml").write_text("title:\n  zh: [\n", encoding="utf-8")
    return places


@pytest.mark.parametrize("strict", [("--strict",), ()], ids=["strict", "not-strict"])
def test_wrong_content_is_refused_and_the_last_good_site_stays(
    small: Path, strict: tuple[str, ...]
) -> None:
    built(small, *strict)
    good = contents(small / "site")
    sources = {path: path.read_bytes() for path in (small / "docs").rglob("*") if path.is_file()}
    places = plant_errors(small / "docs")

    refused = build(small, *strict)
    printed = refused.stdout + refused.stderr

    assert refused.returncode == 1
    assert "Traceback" not in printed
    lines = re.findall(r"(?m)^.*docs/.*$", printed)
    told = [re.match(r"(docs/[^:]+\.(?:yml|md)):(\d+): \S", line) for line in lines]
    assert all(told), lines
    named = [(match[1], int(match[2])) for match in told if match]
    assert places <= set(named)
    assert named == sorted(named)
    assert {path for path, _ in named} == {path for path, _ in places} | {
        "docs/glossary/broken.yml"
    }
    assert len(lines) == len(set(lines)), "a fault is told once"
    final = FINAL.search(printed)
    assert final
    assert int(final[1]) == len(lines)
    assert differing(contents(small / "site"), good) == []

    (small / "docs" / "glossary" / "broken.yml").unlink()
    for path, data in sources.items():
        path.write_bytes(data)
    built(small, *strict)
    assert differing(contents(small / "site"), good) == []


def test_one_fault_is_enough_to_refuse(small: Path) -> None:
    edit(small / "docs" / "glossary" / "first-term.yml", "status: active", "status: aktive")
    refused = build(small)
    assert refused.returncode == 1
    assert FINAL.search(refused.stdout)
    assert not (small / "site").exists()


@pytest.mark.parametrize(
    "link",
    [
        "no-such-page.md",
        "/danger/",
        "danger.en.md",
        "danger.md#no-such-part",
        "cases/first-case.yml#no-such-part",
    ],
)
def test_broken_link_of_a_prose_page_is_refused_before_the_site_is_touched(
    small: Path, link: str
) -> None:
    """MkDocs itself would tell such a link only after it has written over the last good site."""
    built(small, "--strict")
    good = contents(small / "site")
    edit(small / "docs" / "method.md", "正文。", f"正文，[看这里]({link})。")
    refused = build(small, "--strict")
    assert refused.returncode == 1
    assert "method.md" in refused.stdout + refused.stderr
    assert differing(contents(small / "site"), good) == []


def test_warnings_do_not_refuse_a_strict_build(small: Path) -> None:
    edit(small / "docs" / "glossary" / "first-term.yml", ZH, f"{ZH}<b>")
    done = build(small, "--strict")
    assert done.returncode == 0, done.stdout
    assert "docs/glossary/first-term.yml:8: warning: " in done.stderr


def test_same_content_gives_the_same_bytes(small: Path, tmp_path: Path) -> None:
    """Also when the sources were written again and Python orders its sets otherwise."""
    built(small, "--site-dir", tmp_path / "one", PYTHONHASHSEED="1")
    for path in sorted((small / "docs").rglob("*.yml"), reverse=True):
        data = path.read_bytes()
        path.unlink()
        path.write_bytes(data)
    built(small, "--site-dir", tmp_path / "two", PYTHONHASHSEED="2")
    assert differing(contents(tmp_path / "one"), contents(tmp_path / "two")) == []


def test_a_full_disk_leaves_the_last_good_site(small: Path) -> None:
    built(small)
    good = contents(small / "site")
    full = subprocess.run(
        ["sh", "-c", f"ulimit -f 8; exec {BIN}/mkdocs build"],  # no file above 4 or 8 KB
        cwd=small, env=ENVIRONMENT, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert full.returncode != 0
    assert "File too large" in full.stdout + full.stderr
    assert contents(small / "site") == good
    assert not list(small.glob(".site-*"))


def test_a_killed_build_leaves_the_last_good_site_and_the_next_one_sweeps(small: Path) -> None:
    built(small)
    good = contents(small / "site")
    running = subprocess.Popen(
        [BIN / "mkdocs", "build"], cwd=small, env=ENVIRONMENT, stderr=subprocess.DEVNULL
    )
    while not list(small.glob(".site-*/*")):
        assert running.poll() is None, "the build ended before it could be killed"
        time.sleep(0.005)
    running.kill()
    running.wait()
    assert contents(small / "site") == good
    assert list(small.glob(".site-*"))
    built(small)
    assert contents(small / "site") == good
    assert not list(small.glob(".site-*"))


def test_project_is_built_from_any_folder(small: Path, tmp_path: Path) -> None:
    built(small, "--site-dir", tmp_path / "inside")
    config = small / "mkdocs.yml"
    built(tmp_path, "--config-file", config, "--site-dir", tmp_path / "outside")
    assert differing(contents(tmp_path / "inside"), contents(tmp_path / "outside")) == []


def test_old_pages_leave_with_their_record(small: Path) -> None:
    extra = record_text(BY_SINGULAR["term"], "second-term")
    path = small / "docs" / "glossary" / "second-term.yml"
    path.write_text(extra, encoding="utf-8")
    built(small)
    pages = [small / "site" / lang / "glossary/second-term/index.html" for lang in (".", "en")]
    assert all(page.exists() for page in pages)
    path.unlink()
    built(small)
    assert not any(page.exists() for page in pages)


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_unpublished_records_leave_no_trace(small: Path, status: str) -> None:
    text = record_text(BY_SINGULAR["case"], "hidden-case")
    text = text.replace("status: active", f"status: {status}")
    text = text.replace(ZH, "zh: 暗号甲").replace(EN, "en: Xyzzy")
    assert status in text
    assert "Xyzzy" in text
    (small / "docs" / "cases" / "hidden-case.yml").write_text(text, encoding="utf-8")
    built(small, "--strict")
    site = Built(small / "site", "https://renya.example/")
    assert not [name for name in contents(site.root) if "hidden-case" in name]
    everything = "".join(page.text for page in site.pages.values())
    everything += (site.root / "sitemap.xml").read_text(encoding="utf-8")
    for word in ("hidden-case", "暗号甲", "Xyzzy"):
        assert word not in everything


def test_drafts_are_built_when_asked_for(small: Path) -> None:
    edit(small / "docs" / "glossary" / "first-term.yml", "status: active", "status: draft")
    edit(small / "mkdocs.yml", "drafts: false", "drafts: true")
    built(small)
    page = small / "site" / "glossary" / "first-term" / "index.html"
    assert "草稿" in page.read_text(encoding="utf-8")


HOSTILE = '"><script>alert(1)</script> {{ config }}'
WORSE = f"{HOSTILE} {{% raw %}} [x](javascript:alert(1)) '><img src=x onerror=alert(1)>"
SHOWN = "&gt;&lt;script&gt;alert(1)&lt;/script&gt; {{ config }}"


def test_hostile_text_is_shown_and_never_live(small: Path) -> None:
    """In a title, a summary and a text, in both languages; and on a prose page."""
    path = small / "docs" / "glossary" / "first-term.yml"
    for words in (HOSTILE, HOSTILE, WORSE):  # title, summary, definition
        zh, en = (json.dumps(f"{start} {words}", ensure_ascii=False) for start in ("甲", "A"))
        edit(path, f"{ZH}\n  {EN}", f"zh: {zh}\n  en: {en}")
    edit(small / "docs" / "method.md", "正文。", "正文 {{ config }} {% raw %} {{ renya }}。")
    built(small, "--strict")
    site = Built(small / "site", "https://renya.example/")
    for file, page in site.pages.items():
        own = re.findall(r'<script src="[./]*(?:search|renya)/[a-z0-9-]+\.js" defer', page.text)
        assert "img" not in page.tags and page.text.count("<script") == len(own), file
        assert page.handlers == [], file
        assert [link for link in page.links if "script" in link] == [], file
        assert "mkdocs.yml" not in page.text, file  # what {{ config }} would print
    for lang, start in (("", "甲"), ("en/", "A")):
        term = site.pages[f"{lang}glossary/first-term/index.html"]
        assert term.title.startswith(f"{start} {HOSTILE}")
        assert term.meta["description"] == f"{start} {HOSTILE}"
        assert f"{SHOWN}</h1>" in term.text
        assert f"{SHOWN} {{% raw %}} x " in term.text
        assert SHOWN in site.pages[f"{lang}glossary/index.html"].text
    assert "{{ config }} {% raw %} {{ renya }}" in site.pages["method/index.html"].text


def test_marks_of_the_frame_in_a_text_are_only_text(small: Path) -> None:
    """A page is poured into a shell with marks; an author who writes one changes nothing else."""
    mark = "%%renya-content%% %%renya-title%%"
    edit(small / "docs" / "glossary" / "first-term.yml", ZH, f'zh: "{mark}"')
    built(small, "--strict")
    page = Html((small / "site/glossary/first-term/index.html").read_text(encoding="utf-8"))
    assert page.title == f"{mark} · 韧芽"
    assert page.text.count("<main") == 1
