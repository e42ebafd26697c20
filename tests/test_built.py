"""`renya scan --built`: the second net, under what templates, indexes and downloads add."""

from pathlib import Path

import pytest

from renya.cli import main

NUMBER = "13800004417"


def built(site: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    code = main(["scan", "--built", str(site)])
    said = capsys.readouterr()
    assert NUMBER not in said.out + said.err
    return code, said.out + said.err


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("cases/a/index.html", f"<p>call <b>{NUMBER}</b></p>"),
        ("cases/a/index.html", f'<img alt="call {NUMBER}" src="a.svg">'),
        ("cases/a/index.html", f'<meta name="description" content="call {NUMBER}">'),
        ("search/a.js", f'renya("call {NUMBER}")'),
        ("feed.xml", f"<title>call {NUMBER}</title>"),
        ("data/cases.json", f'{{"text": "call {NUMBER}"}}'),
        ("data/cases.csv", f"a,call {NUMBER}\n"),
    ],
)
def test_every_kind_of_file_that_leaves_the_house_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, text: str
) -> None:
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("first line\n" + text, encoding="utf-8")
    (tmp_path / "clean.html").write_text("<p>call 12355</p>", encoding="utf-8")
    code, said = built(tmp_path, capsys)
    assert code == 1
    assert said.splitlines()[0].startswith(f"{name}:2:")
    assert "mobile: block" in said
    assert "clean.html" not in said


def test_the_same_line_on_many_pages_is_named_on_each(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_text(f"<p>call {NUMBER}</p>", encoding="utf-8")
    _, said = built(tmp_path, capsys)
    assert [line.split(":")[0] for line in said.splitlines()] == ["a.html", "b.html"]


def test_a_clean_site_passes_and_a_missing_one_does_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.html").write_text("<p>call 12355</p>", encoding="utf-8")
    assert built(tmp_path, capsys)[0] == 0
    assert built(tmp_path / "none", capsys)[0] == 2


def test_what_two_people_let_pass_passes_where_pages_repeat_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    site = tmp_path / "site"
    site.mkdir()
    (site / "a.html").write_text(f"<p>office: {NUMBER}</p>", encoding="utf-8")
    (tmp_path / "privacy").mkdir()
    (tmp_path / "privacy" / "allow.yml").write_text(
        f"allow:\n  - file: notes.md\n    text: '{NUMBER}'\n    reason: a number of an office\n"
        "    reviewers: [AB, CD]\n    until: 2099-01\n",
        encoding="utf-8",
    )
    assert built(site, capsys)[0] == 0


def test_a_file_that_is_no_text_is_said_to_be_unread(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 broken")
    code, said = built(tmp_path, capsys)
    assert code == 2
    assert "a.pdf: cannot be read" in said
