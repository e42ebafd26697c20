"""`renya scan --history` and `--staged`: what git holds is published with it."""

import subprocess
import sys
from pathlib import Path

import pytest

from renya.cli import main

PROJECT = Path(__file__).parents[1]
NUMBER = "13800004417"
AS = ("-c", "user.name=Renya", "-c", "user.email=renya@example.invalid")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    git("init", "--quiet", "--initial-branch=main")
    return tmp_path


def git(*words: str) -> None:
    subprocess.run(["git", *AS, *words], check=True, capture_output=True)


def commit(path: str, text: str | bytes, message: str = "A step") -> None:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    git("add", "--all")
    git("commit", "--quiet", "--message", message)


def history(capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    code = main(["scan", "--history"])
    said = capsys.readouterr()
    assert NUMBER not in said.out + said.err
    return code, said.out + said.err


@pytest.mark.usefixtures("repository")
def test_a_deleted_file_is_still_found(capsys: pytest.CaptureFixture[str]) -> None:
    commit("docs/notes.md", f"电话{NUMBER}\n")
    Path("docs/notes.md").unlink()
    commit("docs/other.md", "正文。\n")
    code, said = history(capsys)
    assert code == 1
    assert ":docs/notes.md:1:" in said
    assert "mobile: block" in said


@pytest.mark.usefixtures("repository")
def test_messages_and_names_of_branches_are_read(capsys: pytest.CaptureFixture[str]) -> None:
    commit("docs/notes.md", "正文。\n", f"Called {NUMBER}")
    git("branch", f"call-{NUMBER}")
    code, said = history(capsys)
    assert code == 1
    assert "commit messages:1:" in said


@pytest.mark.usefixtures("repository")
def test_cases_are_read_by_the_strict_rules_with_their_pseudonyms(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = "pseudonyms:\n  - {zh: 王梓涵, en: Zihan}\nneeds: 王梓涵说好。\n"
    commit("docs/cases/one.yml", text)
    commit("docs/theory/one.yml", "zh: 张浩然在梨树县说\n")
    assert history(capsys)[0] == 0
    commit("docs/cases/one.yml", text.replace("needs: 王梓涵", "needs: 张浩然"))
    assert history(capsys)[0] == 1


@pytest.mark.usefixtures("repository")
def test_pictures_and_binary_files_do_not_stop_the_scan(capsys: pytest.CaptureFixture[str]) -> None:
    commit("docs/home.jpg", b"\xff\xd8\x00\x01")
    commit("data.bin", b"\x00\x01\x02\xff")
    code, said = history(capsys)
    assert code == 1
    assert "docs/home.jpg:1:1: image: block" in said


@pytest.mark.usefixtures("repository")
def test_examples_of_tests_and_programs_pass(capsys: pytest.CaptureFixture[str]) -> None:
    commit("tests/test_one.py", f"assert '{NUMBER}'\n")
    commit("hooks/one.py", "@dataclass\nclass One:\n    pass\n")
    assert history(capsys) == (0, "")


@pytest.mark.usefixtures("repository")
def test_only_what_is_staged_is_read_before_a_commit(capsys: pytest.CaptureFixture[str]) -> None:
    commit("docs/notes.md", f"电话{NUMBER}\n")
    Path("docs/new.md").write_text("正文。\n", encoding="utf-8")
    git("add", "docs/new.md")
    assert main(["scan", "--staged"]) == 0
    Path("docs/new.md").write_text(f"电话{NUMBER}\n", encoding="utf-8")
    assert main(["scan", "--staged"]) == 0  # not staged yet
    git("add", "docs/new.md")
    assert main(["scan", "--staged"]) == 1
    assert "docs/new.md:1:" in capsys.readouterr().out


def test_outside_a_repository_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert main(["scan", "--history"]) == 2
    assert "not a git repository" in capsys.readouterr().err


@pytest.mark.parametrize("words", [[], ["a.txt", "--history"], ["--history", "--staged"]])
def test_one_thing_at_a_time(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scan", *words]) == 2
    assert "--staged" in capsys.readouterr().err


@pytest.mark.usefixtures("repository")
def test_what_two_people_let_pass_passes_in_that_file_alone(
    capsys: pytest.CaptureFixture[str],
) -> None:
    allow = f"allow:\n  - file: notes.md\n    text: '{NUMBER}'\n    reason: a number of an office\n"
    commit("docs/notes.md", f"电话{NUMBER}\n")
    Path("privacy").mkdir()
    for people, code in (("[AB]", 1), ("[AB, CD]", 0)):
        text = f"{allow}    reviewers: {people}\n    until: 2099-01\n"
        Path("privacy/allow.yml").write_text(text, encoding="utf-8")
        assert history(capsys)[0] == code
    commit("docs/others.md", f"电话{NUMBER}\n")
    assert main(["scan", "--history"]) == 1
    assert "docs/notes.md" not in capsys.readouterr().out


@pytest.mark.usefixtures("repository")
def test_sums_of_files_are_no_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    hidden = f"{'0a' * 20}{NUMBER}{'b' * 13}"
    assert len(hidden) == 64
    commit("requirements.txt", f"a==1 --hash=sha256:{hidden}\n")
    assert history(capsys)[0] == 0


@pytest.mark.usefixtures("repository")
def test_the_hook_refuses_a_commit_and_lets_a_clean_one_pass() -> None:
    Path(".venv/bin").mkdir(parents=True)
    Path(".venv/bin/renya").symlink_to(Path(sys.executable).with_name("renya"))
    Path(".git/info/exclude").write_text(".venv\n", encoding="utf-8")
    git("config", "core.hooksPath", str(PROJECT / ".githooks"))
    Path("notes.md").write_text(f"电话{NUMBER}\n", encoding="utf-8")
    git("add", "--all")
    with pytest.raises(subprocess.CalledProcessError) as refused:
        git("commit", "--message", "Notes")
    said = refused.value.stdout + refused.value.stderr
    assert b"notes.md:1:3: mobile: block" in said
    assert NUMBER.encode() not in said
    Path("notes.md").write_text("正文。\n", encoding="utf-8")
    git("add", "--all")
    git("commit", "--message", "Notes")


@pytest.mark.usefixtures("repository")
def test_the_hook_refuses_where_the_gate_is_not_installed() -> None:
    git("config", "core.hooksPath", str(PROJECT / ".githooks"))
    Path("notes.md").write_text("正文。\n", encoding="utf-8")
    git("add", "--all")
    with pytest.raises(subprocess.CalledProcessError) as refused:
        git("commit", "--message", "Notes")
    assert b"run 'make hook'" in refused.value.stderr
