"""The gate in `renya check` and in the build: what it names, what two people may allow."""

import datetime
import hashlib
import json
from pathlib import Path

import pytest

from building import EN, ZH, build, contents, edit
from faults import CASE, TERM
from project import write_docs, write_project
from renya import checks
from renya.checks.leaks import CACHE
from renya.folder import read_folder
from renya.privacy import verdicts
from renya.problems import Problem

NUMBER = "138 0000 4417"
UNTIL = f"{datetime.date.today().year + 1}-01"


def found(docs: Path) -> list[Problem]:
    return checks.run(read_folder(docs, "docs"))


def allow(docs: Path, *lines: str) -> None:
    path = docs.parent / "privacy" / "allow.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_text("allow:\n" + "\n".join(lines) + "\n", encoding="utf-8")


def entry(file: str, what: str, until: str = UNTIL, reviewers: str = "[AB, CD]") -> list[str]:
    return [
        f"  - file: {file}",
        f"    {what}",
        "    reason: the number of an office, printed by it",
        f"    reviewers: {reviewers}",
        f"    until: {until}",
    ]


@pytest.mark.parametrize(
    ("file", "text", "kind"),
    [
        (CASE, "家在向阳沟镇。", "county place"),
        (CASE, "孩子叫王梓涵。", "person name"),
        (CASE, f"电话{NUMBER}", "mobile"),
        (TERM, f"电话{NUMBER}", "mobile"),
    ],
)
def test_a_leak_is_an_error_at_its_line_and_is_not_quoted(
    docs: Path, file: str, text: str, kind: str
) -> None:
    line = edit(docs / file, ZH, f"zh: {text}")
    (one,) = [p for p in found(docs) if p.message.startswith(kind)]
    assert (one.path, one.line, one.severity) == (f"docs/{file}", line, "error")
    assert one.hint
    assert not any(part in str(one) for part in (NUMBER, "王梓涵", "向阳沟"))


def test_policy_may_name_places_and_people(docs: Path) -> None:
    edit(docs / TERM, ZH, "zh: 王梓涵在梨树县说")
    assert found(docs) == []


def test_comments_are_published_with_the_repository(docs: Path) -> None:
    path = docs / CASE
    path.write_text(f"{path.read_text(encoding='utf-8')}# 电话{NUMBER}\n", encoding="utf-8")
    assert [p.message.partition(":")[0] for p in found(docs)] == ["mobile"]


def test_what_yaml_joins_or_opens_is_scanned_too(docs: Path) -> None:
    edit(docs / CASE, ZH, 'zh: "孩子叫\\u738b\\u6893\\u6db5。"')
    assert [p.message.partition(":")[0] for p in found(docs)] == ["person name"]


def test_prose_pages_other_texts_and_pictures_are_read(docs: Path) -> None:
    edit(docs / "method.md", "正文。", f"电话{NUMBER}")
    (docs / "list.csv").write_text(f"tel\n{NUMBER}\n", encoding="utf-8")
    (docs / "home.jpg").write_bytes(b"\xff\xd8Exif\0\0")
    told = {(p.path, p.message.partition(":")[0]) for p in found(docs)}
    assert told == {("docs/method.md", "mobile"), ("docs/list.csv", "mobile"),
                    ("docs/home.jpg", "image"), ("docs/home.jpg", "metadata")}  # fmt: skip


def test_a_file_that_cannot_be_read_is_said_to_be_unread(docs: Path) -> None:
    (docs / "form.docx").write_bytes(b"PK broken")
    (one,) = found(docs)
    assert "cannot be read" in one.message
    assert "vouch" in one.message


def test_a_declared_pseudonym_passes_and_no_other_name(docs: Path) -> None:
    case = docs / CASE
    edit(case, ZH, "zh: 王梓涵说好。")
    text = case.read_text(encoding="utf-8")
    assert len(found(docs)) == 1
    case.write_text(f"{text}pseudonyms:\n  - {{zh: 王梓涵, en: Zihan}}\n", encoding="utf-8")
    assert found(docs) == []
    case.write_text(f"{text}pseudonyms:\n  - {{zh: 张浩然, en: Haoran}}\n", encoding="utf-8")
    assert {p.message.partition(":")[0] for p in found(docs)} >= {"person name"}


def test_two_people_may_allow_exact_words_in_one_file(docs: Path) -> None:
    edit(docs / TERM, ZH, f"zh: 电话{NUMBER}")
    edit(docs / CASE, ZH, f"zh: 电话{NUMBER}")
    allow(docs, *entry(TERM, f"text: {NUMBER}"))
    assert [p.path for p in found(docs)] == [f"docs/{CASE}"]


def test_a_picture_is_allowed_by_its_hash_alone(docs: Path) -> None:
    data = b"\x89PNG drawn by us"
    (docs / "tree.png").write_bytes(data)
    allow(docs, *entry("tree.png", f"sha256: {hashlib.sha256(data).hexdigest()}"))
    assert found(docs) == []
    (docs / "tree.png").write_bytes(data + b"!")
    assert [p.path for p in found(docs)] == ["docs/tree.png"]


@pytest.mark.parametrize(
    ("lines", "field", "message"),
    [
        (entry(TERM, f"text: {NUMBER}", until="2020-01"), "allow.1.until", "has passed"),
        (entry(TERM, f"text: {NUMBER}", reviewers="[AB, ab]"), "allow.1.reviewers", "two people"),
        (entry(TERM, "text: '220122201503050004'"), "allow.1.text", "identity number"),
        (entry(TERM, "note: x"), "allow.1", "neither words nor a picture"),
        (entry("", f"text: {NUMBER}"), "allow.1.file", "missing"),
        (["  - one"], "allow.1", "no entry"),
    ],
)
def test_an_allowance_that_does_not_hold_is_named_and_allows_nothing(
    docs: Path, lines: list[str], field: str, message: str
) -> None:
    edit(docs / TERM, ZH, f"zh: 电话{NUMBER}")
    allow(docs, *lines)
    told = found(docs)
    assert any(p.field == field and message in p.message and p.line for p in told)
    assert f"docs/{TERM}" in {p.path for p in told}


def test_verdicts_are_kept_and_never_trusted_when_damaged(
    docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(docs / CASE, ZH, f"zh: 电话{NUMBER}")
    first = found(docs)
    kept = docs.parent / CACHE
    with monkeypatch.context() as patch:
        patch.setattr(verdicts, "lines", lambda *_: pytest.fail("scanned again"))
        assert found(docs) == first
    good = json.loads(kept.read_text(encoding="utf-8"))
    nothing, nonsense = [(dict.fromkeys(good["verdicts"], found)) for found in ([], [[1, "x"]])]
    damaged = [
        *("", "{", "[]", '{"gate": 1}'),
        json.dumps({**good, "gate": "older", "verdicts": nothing}),
        json.dumps({**good, "verdicts": nonsense}),
    ]
    for text in damaged:
        kept.write_text(text, encoding="utf-8")
        assert found(docs) == first


def test_a_mended_text_is_scanned_anew(docs: Path) -> None:
    edit(docs / CASE, ZH, f"zh: 电话{NUMBER}")
    assert found(docs)
    edit(docs / CASE, NUMBER, "")
    assert found(docs) == []
    edit(docs / CASE, "zh: 电话", f"zh: 电话{NUMBER}")
    assert found(docs)


def test_a_planted_leak_stops_the_build_and_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    assert build(root).returncode == 0
    before = contents(root / "site")
    edit(root / "docs" / CASE, EN, "en: Her mother can be called on 138 0000 4417")
    done = build(root)
    assert done.returncode == 1
    assert "mobile: a mobile number reaches one person" in done.stdout + done.stderr
    assert "0000" not in done.stdout + done.stderr
    assert contents(root / "site") == before


def test_docs_of_another_folder_are_scanned_where_they_lie(tmp_path: Path) -> None:
    docs = write_docs(tmp_path / "texts")
    edit(docs / TERM, ZH, f"zh: 电话{NUMBER}")
    (one,) = checks.run(read_folder(docs, "texts"))
    assert one.path == f"texts/{TERM}"


@pytest.mark.parametrize(
    ("zh", "en", "told"),
    [
        ("爸爸在广东。", "Father is in Guangdong.", None),
        ("爸爸在外省。", "Father is in Guangdong.", "Guangdong"),
        ("爸爸在广东。", "Father is away.", "广东"),
        ("妈妈在江西，后来去了山西。", "Mother was in Jiangxi, then in Shanxi.", None),
        ("妈妈在江西。", "Mother was in Shaanxi.", "江西"),
    ],
)
def test_a_translation_does_not_know_more_than_its_source(
    docs: Path, zh: str, en: str, told: str | None
) -> None:
    edit(
        docs / CASE, "presenting:\n  zh: 文字\n  en: Words", f"presenting:\n  zh: {zh}\n  en: {en}"
    )
    alone = [one for one in found(docs) if "in one language alone" in one.message]
    assert bool(alone) == bool(told)
    if told:
        assert any(f"names {told} " in one.message for one in alone)
        assert (alone[0].field, alone[0].severity) == ("presenting", "error")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("wang-xiaoming", "person name"),
        ("zihan-and-her-aunt", "person name"),
        ("the-boy-from-dehui", "county place"),
        ("20260317-visit", "exact date"),
        ("two-apples", None),
    ],
)
def test_the_name_of_a_file_becomes_an_address_and_names_nobody(
    docs: Path, name: str, kind: str | None
) -> None:
    text = (docs / CASE).read_text(encoding="utf-8").replace("first-case", name, 1)
    (docs / "cases" / f"{name}.yml").write_text(text, encoding="utf-8")
    told = [one for one in found(docs) if "in the name of the file" in one.message]
    assert [one.message.split(" in the")[0] for one in told] == ([kind] if kind else [])
    assert all(one.path == f"docs/cases/{name}.yml" for one in told)
