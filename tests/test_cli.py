"""The command line: what is printed, what is written, and the exit code for each."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from building import edit
from faults import FAULTS, FILE, MISPLACED, ROLE, TERM, WRONG, says
from project import ROOT, write_docs
from renya.cli import main
from renya.outputs.schema import file_name
from renya.records.kinds import KINDS, Kind

Captured = pytest.CaptureFixture[str]


def run(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """The installed command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "renya.cli", *arguments],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="surrogateescape",
        check=False,
    )


# renya check: bad input


def told(path: str, line: int, field: str, printed: str) -> list[str]:
    place = f"{path}:{line}: " if line else f"{path}: "
    start = place + (f"{field}: " if field else "")
    lines = printed.splitlines()
    return [one for one in lines if one.startswith((start, f"{place}warning: {field}"))]


@pytest.mark.parametrize("name", FAULTS)
def test_a_faulty_file_is_told_with_place_and_way_out(
    docs: Path, capsys: Captured, name: str
) -> None:
    fault = FAULTS[name]
    (docs.parent / FILE).write_bytes(fault.data)
    assert main(["check"]) == 1
    printed = capsys.readouterr()
    (line,) = told(FILE, fault.line, fault.field, printed.out)
    assert fault.message in line
    assert fault.hint in line.partition(" - ")[2]
    assert printed.err == ""
    assert printed.out.splitlines()[-1].endswith(": 1 error, no warnings")


@pytest.mark.parametrize("name", MISPLACED)
def test_a_misplaced_file_is_told_with_a_way_out(docs: Path, capsys: Captured, name: str) -> None:
    misplaced = MISPLACED[name]
    misplaced.change(docs)
    assert main(["check"]) == 1
    printed = capsys.readouterr()
    found = told(misplaced.path, 0, "", printed.out)
    (line,) = [one for one in found if misplaced.message in one]
    assert misplaced.hint in line.partition(" - ")[2]
    assert printed.err == ""


@pytest.mark.parametrize("name", WRONG)
def test_a_broken_rule_is_told_with_place_and_way_out(
    docs: Path, capsys: Captured, name: str
) -> None:
    wrong = WRONG[name]
    line = wrong.apply(docs)
    assert main(["check"]) == (wrong.severity == "error")
    printed = capsys.readouterr()
    found = [
        one
        for one in told(f"docs/{wrong.where}", line, wrong.field, printed.out)
        if wrong.message in one
    ]
    assert len(found) == 1
    assert wrong.hint in found[0].partition(" - ")[2]
    assert printed.err == ""


def test_an_id_that_stands_twice_is_told(docs: Path, capsys: Captured) -> None:
    text = (docs / ROLE).read_text(encoding="utf-8").replace("id: first-role", "id: first-term")
    (docs / "roles" / "first-term.yml").write_text(text, encoding="utf-8")
    assert main(["check"]) == 1
    (line, _) = capsys.readouterr().out.splitlines()
    place = (docs / TERM).read_text(encoding="utf-8").splitlines().index("id: first-term") + 1
    assert line == (
        f"docs/{TERM}:{place}: id: 'first-term' already names docs/roles/first-term.yml"
        " - an id names one record of the guide"
    )


def test_everything_is_told_in_one_run_each_once(docs: Path, capsys: Captured) -> None:
    for number, fault in enumerate(FAULTS.values()):
        path = docs.parent / FILE.replace("broken", f"broken-{number}")
        path.write_bytes(fault.data.replace(b"id: broken", f"id: broken-{number}".encode()))
    MISPLACED["misspelt folder"].change(docs)
    WRONG["dangling link"].apply(docs)
    assert main(["check"]) == 1
    *lines, last = capsys.readouterr().out.splitlines()
    assert len(lines) == len(set(lines)) == len(FAULTS) + 2
    assert last == f"13 records, 0 claims with a source: {len(lines)} errors, no warnings"


def test_no_traceback_reaches_an_author(docs: Path) -> None:
    """In a process of its own, as a crash of C code would show only there."""
    for number, fault in enumerate(FAULTS.values()):
        (docs.parent / FILE.replace("broken", f"broken-{number}")).write_bytes(fault.data)
    done = run("check", cwd=docs.parent)
    assert (done.returncode, done.stderr) == (1, "")
    assert "Traceback" not in done.stdout


def test_a_file_name_that_is_no_text_is_told_too(docs: Path) -> None:
    (docs / "glossary" / os.fsdecode(b"\xff.yml")).write_text("a", encoding="utf-8")
    for options in ((), ("--format", "json")):
        done = run("check", *options, cwd=docs.parent, PYTHONIOENCODING="utf-8:strict")
        assert (done.returncode, done.stderr) == (1, "")


# renya check: what is printed


def test_the_small_records_are_clean(docs: Path, capsys: Captured) -> None:
    edit(docs / TERM, *says("文[@practice]。")[1:])
    assert main(["check"]) == 0
    last = "13 records, 2 claims with a source: no errors, no warnings\n"
    assert capsys.readouterr().out == last


def test_the_records_of_the_guide_are_without_errors(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(ROOT)
    assert main(["check"]) == 0, capsys.readouterr().out


def test_a_warning_is_told_and_is_no_error(docs: Path, capsys: Captured) -> None:
    WRONG["HTML"].apply(docs)
    assert main(["check"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [": warning: definition." in line for line in lines] == [True, True, False]
    assert lines[-1].endswith("no errors, 2 warnings")


def test_json_has_the_same_problems(docs: Path, capsys: Captured) -> None:
    WRONG["dangling link"].apply(docs)
    WRONG["HTML"].apply(docs)
    assert main(["check", "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert [one["severity"] for one in found] == ["error", "warning", "warning"]
    assert found[0] == {
        "path": "docs/cases/first-case.yml", "line": found[0]["line"], "field": "dilemmas.1",
        "message": "names 'frist-dilemma', which does not exist in docs/dilemmas",
        "hint": "did you mean 'first-dilemma'?", "severity": "error",
    }  # fmt: skip


def test_json_of_nothing_wrong_is_an_empty_list(docs: Path, capsys: Captured) -> None:
    del docs
    assert main(["check", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


@pytest.mark.parametrize(
    ("paths", "code", "shown"),
    [
        (["docs/cases/first-case.yml"], 1, ["docs/cases/first-case.yml"]),
        (["docs/cases"], 1, ["docs/cases/first-case.yml"]),
        (["docs/glossary"], 0, []),
        (["docs"], 1, ["docs/cases/first-case.yml", "docs/roles/second-role.yml"]),
        (["docs/roles/", "./docs/cases/"], 1,
         ["docs/cases/first-case.yml", "docs/roles/second-role.yml"]),
    ],
)  # fmt: skip
def test_only_the_files_that_were_named_are_shown(
    docs: Path, capsys: Captured, paths: list[str], code: int, shown: list[str]
) -> None:
    """All are read, since links lead from one to another."""
    edit(docs / "cases" / "first-case.yml", "- first-dilemma", "- nowhere")
    edit(docs / "roles" / "second-role.yml", "status: active", "status: actve")
    assert main(["check", *paths]) == code
    lines = capsys.readouterr().out.splitlines()[:-1]
    assert [line.partition(":")[0] for line in lines] == shown


def test_a_path_that_does_not_exist_is_told(docs: Path, capsys: Captured) -> None:
    del docs
    assert main(["check", "docs/nowhere.yml"]) == 2
    assert "docs/nowhere.yml: no such file or folder" in capsys.readouterr().err


def test_the_records_may_lie_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    write_docs(tmp_path / "texts" / "here")
    edit(tmp_path / "texts" / "here" / TERM, "status: active", "status: actve")
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--docs", "./texts/here"]) == 1
    assert capsys.readouterr().out.startswith("texts/here/glossary/first-term.yml:")


# renya new


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.singular)
def test_a_new_record_of_each_kind_is_clean_from_the_start(
    docs: Path, capsys: Captured, kind: Kind
) -> None:
    assert main(["new", kind.singular, "my-first"]) == 0
    path = f"docs/{kind.name}/my-first.yml"
    assert f"renya check {path}" in capsys.readouterr().out
    assert (docs.parent / path).is_file()
    assert main(["check", path]) == 0
    assert capsys.readouterr().out.endswith("no errors, no warnings\n")


def test_the_first_record_of_all_is_clean_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    """What an empty folder is told to do leads out of the fault."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").mkdir()
    assert main(["check"]) == 1
    assert "renya new term my-first-term" in capsys.readouterr().out
    assert main(["new", "term", "my-first-term"]) == 0
    assert main(["check"]) == 0


@pytest.mark.parametrize("name", ["My-Term", "a_b", "a b", "词", "", "../a", "a--b", "a.yml"])
def test_an_id_that_cannot_be_an_address_is_refused(
    docs: Path, capsys: Captured, name: str
) -> None:
    before = sorted(docs.rglob("*"))
    assert main(["new", "term", name]) == 2
    assert "use small letters, digits and hyphens" in capsys.readouterr().err
    assert sorted(docs.rglob("*")) == before


@pytest.mark.parametrize("kind", ["term", "case"])
def test_an_id_that_is_taken_is_refused_whatever_the_kind(
    docs: Path, capsys: Captured, kind: str
) -> None:
    before = (docs / TERM).read_bytes()
    assert main(["new", kind, "first-term"]) == 2
    assert f"already names docs/{TERM}" in capsys.readouterr().err
    assert (docs / TERM).read_bytes() == before
    assert not (docs / "cases" / "first-term.yml").exists()


def test_a_faulty_file_is_not_overwritten_and_its_id_is_taken(docs: Path, capsys: Captured) -> None:
    (docs / TERM).write_text("half done", encoding="utf-8")
    for kind in ("term", "case"):
        assert main(["new", kind, "first-term"]) == 2
    assert "already names" in capsys.readouterr().err
    assert (docs / TERM).read_text(encoding="utf-8") == "half done"


def test_a_kind_that_does_not_exist_is_refused_with_those_that_do(
    docs: Path, capsys: Captured
) -> None:
    del docs
    with pytest.raises(SystemExit) as stopped:
        main(["new", "story", "a"])
    assert stopped.value.code == 2
    assert "intervention" in capsys.readouterr().err


# renya schema, renya export, renya


def test_schemas_are_written_and_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["schema", "schemas"]) == 0
    named = capsys.readouterr().out.splitlines()
    assert named == [f"schemas/{file_name(kind)}" for kind in KINDS]
    for name in named:
        assert (tmp_path / name).read_bytes() == (ROOT / name).read_bytes()


def test_an_export_is_written_or_refused(docs: Path, capsys: Captured) -> None:
    assert main(["export", "out"]) == 0
    assert (docs.parent / "out" / "zh" / "cases" / "first-case" / "index.html").is_file()
    (docs / "glossary" / "broken.yml").write_text("a", encoding="utf-8")
    assert main(["export", "out"]) == 1
    assert main(["export", "docs"]) in (1, 2)
    assert (docs / TERM).is_file()
    assert "docs/glossary/broken.yml:1:" in capsys.readouterr().out


def test_a_folder_that_cannot_be_written_is_told_in_a_line(docs: Path, capsys: Captured) -> None:
    (docs.parent / "out").write_text("a file", encoding="utf-8")
    assert main(["export", "out"]) == 2
    assert main(["schema", "out/schemas"]) == 2
    for line in capsys.readouterr().err.splitlines():
        assert line.startswith("renya: ")
        assert "None" not in line


@pytest.mark.parametrize("arguments", [[], ["chek"], ["check", "--format", "xml"]])
def test_a_command_that_is_not_understood_says_how_it_is_used(
    capsys: Captured, arguments: list[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert "usage: renya" in capsys.readouterr().err


def test_help_names_every_command(capsys: Captured) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--help"])
    assert stopped.value.code == 0
    shown = capsys.readouterr().out
    assert all(f"\n    {name}" in shown for name in ("check", "new", "schema", "export"))


def test_build_makes_the_site_and_says_what_it_made(small: Path) -> None:
    done = run("build", "--timings", cwd=small)
    assert done.returncode == 0, done.stderr
    stages = [line.split()[0] for line in done.stderr.splitlines() if " s" in line]
    assert stages[-1] == "all" and {"records", "prose", "record", "search"} <= set(stages)
    assert (small / "site" / "search" / "manifest.js").is_file()


def test_a_refused_build_ends_with_one_and_leaves_the_site(small: Path) -> None:
    site = small / "site"
    site.mkdir()
    (site / "index.html").write_text("good", encoding="utf-8")
    edit(small / "docs" / "glossary" / "first-term.yml", "id: first-term", "id: other")
    done = run("build", cwd=small)
    assert done.returncode == 1
    assert "first-term.yml" in done.stdout + done.stderr
    assert (site / "index.html").read_text(encoding="utf-8") == "good"
