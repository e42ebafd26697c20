"""Rules between records and within their texts: each is said once, where it is broken."""

import json
from pathlib import Path

import pytest

from building import edit
from faults import CASE, CLAUSE, DILEMMA, FAULTS, FILE, REFERENCE, TERM, WRONG, says
from project import record_text
from renya import checks
from renya.folder import read_folder
from renya.problems import Problem, as_dicts, errors
from renya.records.kinds import KINDS


def found(docs: Path) -> list[Problem]:
    return checks.run(read_folder(docs, "docs"))


@pytest.mark.parametrize("name", WRONG)
def test_each_rule_is_said_with_its_place_and_a_way_out(docs: Path, name: str) -> None:
    wrong = WRONG[name]
    line = wrong.apply(docs)
    library = read_folder(docs, "docs")
    told = {
        (check.__name__, problem.line, problem.severity, problem.hint)
        for check in checks.CHECKS
        for problem in check(library)
        if (problem.path, problem.field) == (f"docs/{wrong.where}", wrong.field)
        and wrong.message in problem.message
    }
    assert {one[:3] for one in told} == {(wrong.rule, line, wrong.severity)}
    assert all(hint and wrong.hint in hint for *_, hint in told)


def test_every_rule_is_broken_once_above_and_says_what_it_keeps() -> None:
    assert {check.__name__ for check in checks.CHECKS} == {wrong.rule for wrong in WRONG.values()}
    assert all(check.__doc__ for check in checks.CHECKS)


def test_nothing_is_wrong_with_the_small_records(docs: Path) -> None:
    assert found(docs) == []


def test_a_draft_of_each_kind_may_be_unfinished(docs: Path) -> None:
    for kind in KINDS:
        path = docs / kind.name / f"draft-{kind.singular}.yml"
        text = record_text(kind, path.stem).replace("status: active", "status: draft")
        path.write_text(text.replace("zh: 文字", "zh: 待写"), encoding="utf-8")
        edit(path, "summary:\n  zh: 待写", f"summary:\n  zh: {'长' * 99}")
    edit(docs / "cases" / "draft-case.yml", "origin: composite", "origin: real_anonymised")
    assert found(docs) == []


def test_a_draft_may_cite_a_draft(docs: Path) -> None:
    edit(docs / REFERENCE, "status: active", "status: draft")
    edit(docs / TERM, "status: active", "status: draft")
    edit(docs / TERM, *says("文[@first-reference]。")[1:])
    assert [one for one in found(docs) if one.path == f"docs/{TERM}"] == []


@pytest.mark.parametrize(
    "text",
    [
        "文[@first-law, art. 4]。",
        "文[@first-law, art. 4; @first-reference, p. 3]。",
        "文[@practice]。",
        "`<b>` `{{ a }}` `javascript:a` `![a](b)` `[a](nowhere.yml)`",
        "[文](https://example.org/a) [文](http://example.org) [文](#art-4)",
        "<https://example.org>",
        "[文](roles/first-role.yml) [文](../roles/first-role.yml) [文](docs/roles/first-role.yml)",
        "[文](laws/first-law.yml#art-4) [文](method.md) [文](../danger.md)",
        "a < b > c，1<2，a@b.example，@某人，{a}，(@ home)，[文]（注）",
    ],
)
def test_what_is_right_is_left_in_peace(docs: Path, text: str) -> None:
    edit(docs / CLAUSE[0], *CLAUSE[1:])
    edit(docs / TERM, *says(text)[1:])
    assert found(docs) == []


def test_a_prose_page_may_link_to_pages_files_and_other_sites(docs: Path) -> None:
    (docs / "images").mkdir()
    (docs / "images" / "a.svg").write_bytes(b"<svg/>")
    links = "[文](danger.md) [文](#b) [文](https://example.org/a) [文](mailto:a@example.org)"
    edit(docs / "method.md", "正文。", f"{links} ![文](images/a.svg) [文](cases/first-case.yml)")
    assert found(docs) == []


def test_code_on_a_prose_page_is_no_citation_and_no_link(docs: Path) -> None:
    code = "`[@nobody]` `[a](cases/no-case.yml)`\n\n```\n[@nobody] [a](cases/no-case.yml)\n```\n"
    edit(docs / "method.md", "正文。", code)
    assert found(docs) == []


def test_a_fault_of_a_prose_page_is_named_with_its_line(docs: Path) -> None:
    edit(docs / "method.md", "正文。", "```\n一\n二\n```\n\n正文[@nobody]。")
    assert [(one.path, one.line) for one in found(docs)] == [("docs/method.md", 10)]


def test_a_claim_in_a_long_text_is_named_with_its_own_line(docs: Path) -> None:
    text = "zh: |-\n    第一段。\n\n    第二段[@nobody]。"
    line = edit(docs / TERM, *says("文")[1:])
    edit(docs / TERM, 'zh: "文" # here', text)
    told = [one.line for one in found(docs) if one.field == "definition.zh"]
    assert told == [line + 4]


def test_links_to_a_faulty_file_are_not_blamed_too(docs: Path) -> None:
    """The file itself is told; records, texts and prose pages that name it are in the right."""
    edit(docs / REFERENCE, "status: active", "status: actve")
    edit(docs / DILEMMA, "status: active", "status: actve")
    edit(docs / TERM, *says("文[@first-reference]，[文](dilemmas/first-dilemma.yml)。")[1:])
    edit(docs / "method.md", "正文。", "[@first-reference] [文](dilemmas/first-dilemma.yml)")
    assert {one.path for one in found(docs)} == {f"docs/{REFERENCE}", f"docs/{DILEMMA}"}


def test_a_link_to_a_kind_without_records_says_which_file_to_write(docs: Path) -> None:
    (docs / DILEMMA).unlink()
    told = [one.hint for one in found(docs) if one.path == f"docs/{CASE}"]
    assert told == ["write docs/dilemmas/first-dilemma.yml, or take the name out"]


def test_everything_wrong_is_said_in_one_run_each_once(docs: Path) -> None:
    """Broken files, misplaced files, broken links and pages: none hides another."""
    expected = set()
    for number, fault in enumerate(FAULTS.values()):
        name = f"broken-{number}"
        data = fault.data.replace(b"id: broken", f"id: {name}".encode())
        path = FILE.replace("broken", name)
        (docs.parent / path).write_bytes(data)
        expected.add((path, fault.line, fault.field))
    for name in ("dangling link", "citation of nothing", "page with a citation of nothing"):
        line = WRONG[name].apply(docs)
        expected.add((f"docs/{WRONG[name].where}", line, WRONG[name].field))
    told = found(docs)
    assert expected <= {(one.path, one.line, one.field) for one in told}
    assert len({str(one) for one in told}) == len(told)
    assert told == sorted(told)


def test_warnings_are_no_errors(docs: Path) -> None:
    WRONG["HTML"].apply(docs)
    told = found(docs)
    assert told
    assert errors(told) == []


def test_problems_can_be_written_as_json(docs: Path) -> None:
    WRONG["dangling link"].apply(docs)
    (one,) = json.loads(json.dumps(as_dicts(found(docs))))
    assert set(one) == {"path", "line", "field", "message", "hint", "severity"}
