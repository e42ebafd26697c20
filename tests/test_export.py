"""The same pages for any other generator; a folder is replaced whole, or not at all."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from building import edit
from faults import TERM, says
from project import write_docs
from renya.folder import read_folder
from renya.outputs import export
from renya.pages.render import pages
from renya.records.base import LANGS


def front(text: str) -> tuple[dict[str, object], str]:
    """Front matter and body, as Jekyll, Hugo and others cut them."""
    assert text.startswith("---\n")
    head, _, body = text[4:].partition("\n---\n")
    return yaml.safe_load(head), body


def written(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    docs = write_docs(tmp_path_factory.mktemp("export") / "docs")
    edit(docs / "method.md", "# 方法", '---\ntitle: "方法: 一"\ntags: [a]\n---\n# 方法')
    edit(docs / "method.md", "正文。", "正文[@first-reference]，[个案](cases/first-case.yml)。")
    return dict(export.files(read_folder(docs, "docs")))


def test_every_page_is_a_file_in_the_folder_of_its_language(
    files: Mapping[str, str], tmp_path: Path
) -> None:
    library = read_folder(write_docs(tmp_path / "docs"), "docs")
    wanted = {f"{lang}/{page.address}index.html" for lang in LANGS for page in pages(library, lang)}
    prose = {f"{lang}/{name}.md" for lang in LANGS for name in ("danger", "method")}
    assert set(files) == wanted | prose


def test_a_page_begins_with_what_a_generator_asks_for(files: Mapping[str, str]) -> None:
    meta, body = front(files["en/cases/first-case/index.html"])
    assert meta == {
        "title": "Words", "description": "Words", "lang": "en", "address": "cases/first-case/",
        "kind": "cases", "id": "first-case", "source": "docs/cases/first-case.yml",
    }  # fmt: skip
    assert body.startswith("<article ")
    assert "<html" not in body and "<head>" not in body, "the frame is the generator's"
    meta, _ = front(files["zh/cases/index.html"])
    assert "id" not in meta and "source" not in meta


def test_prose_keeps_its_own_front_matter_and_gets_its_links_and_sources(
    files: Mapping[str, str],
) -> None:
    meta, body = front(files["zh/method.md"])
    assert meta == {
        "title": "方法: 一", "tags": ["a"], "lang": "zh", "address": "method/", "kind": "prose",
        "source": "docs/method.md",
    }  # fmt: skip
    assert body.startswith("# 方法\n")
    assert '<a href="../cases/first-case/">个案</a>' in body
    assert 'id="source-first-reference"' in body
    assert front(files["zh/danger.md"])[1].startswith("# 先看安全")


@pytest.mark.parametrize(
    "head", ["---\n[\n---\n文", "---\n- a\n---\n文", "---\n没有结束", "# A\nb: c\n---\n文"]
)
def test_what_is_no_front_matter_stays_in_the_text(docs: Path, head: str) -> None:
    (docs / "danger.md").write_text(head, encoding="utf-8")
    made = dict(export.files(read_folder(docs, "docs")))["zh/danger.md"]
    meta, body = front(made)
    assert set(meta) == {"lang", "address", "kind", "source"}
    assert body.strip() == head.strip()


def test_a_title_with_signs_of_yaml_stays_one_title(docs: Path) -> None:
    edit(docs / TERM, "title:\n  zh: 文字", 'title:\n  zh: "a: b # \'c\' \\"d\\" ---"')
    made = dict(export.files(read_folder(docs, "docs")))["zh/glossary/first-term/index.html"]
    assert front(made)[0]["title"] == "a: b # 'c' \"d\" ---"


def test_drafts_are_not_exported(docs: Path) -> None:
    edit(docs / TERM, "status: active", "status: draft")
    assert not [
        name for name in dict(export.files(read_folder(docs, "docs"))) if "first-term" in name
    ]


def test_a_new_folder_is_filled_and_marked(
    docs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "deep" / "out"
    assert export.run(docs, out) == 0
    made = written(out)
    listed = json.loads(made.pop(export.MANIFEST))
    assert listed == sorted(made)
    assert out.stat().st_mode & 0o777 == 0o755, "a web server may read it"
    assert f"{len(made)} files are in" in capsys.readouterr().out
    assert [path.name for path in out.parent.iterdir()] == ["out"], "nothing is left beside it"


def test_exporting_again_replaces_all_and_gives_the_same(docs: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    export.run(docs, out)
    before = written(out)
    (out / "zh" / "stale.html").write_text("a", encoding="utf-8")
    assert export.run(docs, out) == 0
    assert written(out) == before


def test_a_folder_with_files_of_somebody_else_is_left_alone(
    docs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "thesis.doc").write_text("years of work", encoding="utf-8")
    assert export.run(docs, out) == 2
    assert written(out) == {"thesis.doc": "years of work"}
    assert "name an empty or new folder" in capsys.readouterr().err


def test_an_empty_folder_may_be_used(docs: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert export.run(docs, tmp_path / "out") == 0


def test_wrong_content_is_told_and_the_last_good_export_stays(
    docs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    export.run(docs, out)
    before = written(out)
    edit(docs / TERM, *says("文[@nobody]。")[1:])
    capsys.readouterr()
    assert export.run(docs, out) == 1
    assert written(out) == before
    told = capsys.readouterr()
    assert "cites 'nobody'" in told.out
    assert "nothing was exported" in told.err


def test_a_disk_that_fills_up_leaves_the_last_good_export(
    docs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    export.run(docs, out)
    before = written(out)
    whole = Path.write_text

    def write_text(path: Path, text: str, **more: str) -> int:
        if path.name == "method.md":
            raise OSError(28, "No space left on device", str(path))
        return whole(path, text, **more)

    monkeypatch.setattr(Path, "write_text", write_text)
    with pytest.raises(OSError, match="No space"):
        export.run(docs, out)
    assert written(out) == before
    assert {path.name for path in tmp_path.iterdir()} == {".cache", "docs", "out"}
