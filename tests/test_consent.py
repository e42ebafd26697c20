"""Consent and sign-off of real cases: each rule broken once, edits void, withdrawal removes."""

import datetime
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from building import edit
from faults import CASE
from project import record_text
from renya import checks
from renya.checks import consent as gate
from renya.cli import main
from renya.folder import read_folder
from renya.outputs import export
from renya.pages.render import pages
from renya.privacy import GATE_VERSION
from renya.problems import Problem
from renya.records.base import LANGS
from renya.records.case import Case
from renya.records.consent import content_sha256
from renya.records.kinds import BY_NAME, BY_SINGULAR
from renya.records.load import load

MONTH = f"{datetime.date.today():%Y-%m}"
NEXT = f"{datetime.date.today().year + 1}-01"
CONSENT: dict[str, Any] = {
    "guardian": {"given": True, "written": True, "separate": True},
    "child": {"answer": "agreed", "method": "talk"},
    "scope": ["public_web", "zh", "en", "open_licence"],
    "risks_explained": True, "seen_final_text": True,
    "held_by": "agency-a", "ref": "k-seven-f", "review_by": NEXT,
}  # fmt: skip
SIGN_OFF: dict[str, Any] = {
    "reviews": [{"role": "case_worker", "who": "reader-a", "month": MONTH},
                {"role": "independent", "who": "reader-b", "month": MONTH}],
    "intruder": {"who": "reader-c", "minutes": 30, "queries": 12, "found": "nothing"},
    "harm_reviewed_by": "reader-b", "content_sha256": "0" * 64, "gate_version": GATE_VERSION,
}  # fmt: skip
HIDDEN = {"age_band": "9-11", "sex": "girl", "region": "unspecified", "migration": "both_away",
          "carer": "grandparent", "siblings": "unspecified"}  # fmt: skip


def read_yaml(path: Path) -> dict[str, Any]:
    return dict(yaml.safe_load(path.read_text(encoding="utf-8")))


def write(path: Path, record: dict[str, Any]) -> None:
    text = yaml.safe_dump(record, allow_unicode=True, sort_keys=False)
    path.write_text(text, encoding="utf-8")


def case_of(record: dict[str, Any]) -> Case:
    text = yaml.safe_dump(record, allow_unicode=True).encode()
    loaded = load(BY_NAME["cases"], "docs/cases/first-case.yml", "first-case", text)
    assert isinstance(loaded.record, Case), loaded.problems
    return loaded.record


def real(docs: Path, **changes: Any) -> dict[str, Any]:
    """A real case, consented to and signed. changes: dotted with `__`, made before the signing."""
    record = read_yaml(docs / CASE)
    record["origin"] = "real_anonymised"
    record["traits"] |= HIDDEN
    record["consent"] = json.loads(json.dumps(CONSENT))
    record["sign_off"] = json.loads(json.dumps(SIGN_OFF))
    for path, value in changes.items():
        *parents, last = path.split("__")
        here = record
        for part in parents:
            here = here[int(part)] if isinstance(here, list) else here[part]
        here[last] = value
    if "sign_off__content_sha256" not in changes and record["sign_off"]:
        record["sign_off"]["content_sha256"] = content_sha256(case_of(record))
    write(docs / CASE, {key: value for key, value in record.items() if value is not None})
    return record


def found(docs: Path) -> list[Problem]:
    return checks.run(read_folder(docs, "docs"))


def test_a_real_case_with_consent_and_sign_off_is_published(docs: Path) -> None:
    real(docs)
    assert found(docs) == []


def test_its_page_says_who_signed_and_who_may_have_it_taken_down(docs: Path) -> None:
    real(docs)
    library = read_folder(docs, "docs")
    (page,) = [one for one in pages(library, "en") if one.record_id == "first-case"]
    assert f"Signed by the case worker: {MONTH}." in page.body
    assert f"Signed by an independent reader: {MONTH}." in page.body
    assert "The child and the guardian, at any time" in page.body
    assert "about 770,000 children fit the same facts" in page.body
    assert "reader-a" not in page.body
    assert "agency-a" not in page.body


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"consent": None}, "origin", "is a real child's case without consent:"),
        ({"sign_off": None}, "origin", "is a real child's case without sign_off:"),
        ({"origin": "composite"}, "consent", "stands in a made-up case"),
        ({"consent__guardian__given": False}, "consent.guardian.given", "is false"),
        ({"consent__guardian__written": False}, "consent.guardian.written", "is false"),
        ({"consent__guardian__separate": False}, "consent.guardian.separate", "is false"),
        ({"consent__child__answer": "refused"}, "consent.child.answer", "is refused"),
        ({"consent__child__answer": "too_young"}, "consent.child.answer", "too_young at 9-11"),
        ({"consent__scope": ["public_web", "zh"]}, "consent.scope", "lacks en, open_licence"),
        ({"consent__risks_explained": False}, "consent.risks_explained", "is false"),
        ({"consent__seen_final_text": False}, "consent.seen_final_text", "is false"),
        ({"consent__review_by": "2026-01"}, "consent.review_by", "has passed (2026-01)"),
        ({"sign_off__reviews": SIGN_OFF["reviews"][:1]}, "sign_off.reviews", "lack the case"),
        ({"sign_off__reviews__1__who": "reader-a"}, "sign_off.reviews", "are by one person"),
        ({"sign_off__reviews__0__month": "2023-01"}, "sign_off.reviews", "older than 24 months"),
        ({"sign_off__intruder__who": "reader-a"}, "sign_off.intruder.who", "knows the case"),
        ({"sign_off__intruder__found": "something"}, "sign_off.intruder.found", "is something"),
        ({"sign_off__intruder__minutes": 29}, "sign_off.intruder", "is shorter than 30"),
        ({"sign_off__intruder__queries": 0}, "sign_off.intruder", "is shorter than 30"),
        ({"sign_off__harm_reviewed_by": "reader-a"}, "sign_off.harm_reviewed_by", "case worker"),
        ({"sign_off__gate_version": "0.9"}, "sign_off.gate_version", f"the gate is {GATE_VERSION}"),
        ({"sign_off__content_sha256": "0" * 64}, "sign_off.content_sha256", "was edited after"),
    ],
)
def test_each_fault_refuses_the_case_at_its_field(
    docs: Path, changes: dict[str, Any], field: str, message: str
) -> None:
    real(docs, **changes)
    told = {one.field: one for one in found(docs)}
    assert field in told, told
    assert message in told[field].message
    assert (told[field].severity, bool(told[field].hint)) == ("error", True)
    assert told[field].line > 1


def test_a_young_child_need_not_be_asked_and_a_draft_may_wait(docs: Path) -> None:
    real(docs, traits__age_band="6-8", consent__child__answer="too_young")
    assert found(docs) == []
    real(docs, consent=None, sign_off=None, status="draft")
    assert found(docs) == []


# An edit after the sign-off

_BASE = record_text(BY_SINGULAR["case"], "first-case")
_SAID = {
    key: value
    for key, value in dict(yaml.safe_load(_BASE)).items()
    if key not in ("id", "status", "reviewed", "review_due", "created")
}


def leaves(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if isinstance(value, dict):
        return [leaf for key, inner in value.items() for leaf in leaves(inner, (*path, key))]
    if isinstance(value, list):
        return [leaf for n, inner in enumerate(value) for leaf in leaves(inner, (*path, n))]
    return [path]


TEXTS = [path for path in leaves(_SAID) if path[-1] in ("zh", "en")]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(TEXTS), st.text("一丁七万ab", min_size=1, max_size=3))
def test_any_edit_of_a_text_voids_the_sign_off(path: tuple[Any, ...], more: str) -> None:
    record = dict(yaml.safe_load(_BASE))
    before = content_sha256(case_of(record))
    here = record
    for part in path[:-1]:
        here = here[part]
    here[path[-1]] += more
    assert content_sha256(case_of(record)) != before


@pytest.mark.parametrize(
    ("name", "value"),
    [("traits", HIDDEN), ("outcome", "worse"), ("origin", "real_anonymised"),
     ("pseudonyms", [{"zh": "小溪", "en": "Brook"}])],
)  # fmt: skip
def test_any_edit_of_a_fact_voids_it_too(name: str, value: Any) -> None:
    record = dict(yaml.safe_load(_BASE))
    before = content_sha256(case_of(record))
    record[name] = record["traits"] | value if name == "traits" else value
    assert content_sha256(case_of(record)) != before


def test_layout_dates_and_withdrawal_do_not_void_it(docs: Path) -> None:
    record = real(docs)
    before = content_sha256(case_of(record))
    turned = dict(reversed(list(record.items())))
    assert content_sha256(case_of(turned)) == before
    record["consent"]["withdrawn"] = True
    record["reviewed"] = record["created"] + datetime.timedelta(days=1)
    assert content_sha256(case_of(record)) == before


# Withdrawal

NAME = "The word that only this case says"


def everything(docs: Path) -> str:
    library = read_folder(docs, "docs")
    made = [
        page.address + page.body + page.title for lang in LANGS for page in pages(library, lang)
    ]
    made += [name + text for name, text in export.files(library)]
    return "\n".join(made)


def test_withdrawal_removes_page_lists_links_and_exports(docs: Path) -> None:
    edit(docs / "method.en.md", "Text.", "Text [there](cases/first-case.yml).")
    real(docs, title={"zh": "只有这里说的话", "en": NAME})
    assert "cases/first-case/" in everything(docs)
    assert NAME in everything(docs)
    real(docs, title={"zh": "只有这里说的话", "en": NAME}, consent__withdrawn=True)
    left = everything(docs)
    assert "first-case" not in left
    assert NAME not in left
    assert "只有这里说的话" not in left
    told = found(docs)
    assert [(one.path, one.severity) for one in told] == [("docs/method.en.md", "warning")]
    assert "spoke of 'first-case', which is withdrawn" in told[0].message


@pytest.mark.parametrize(
    "name", ["consent-form.pdf", "同意书.jpg", "cases/知情同意_扫描.docx", "a/Consent A7.svg"]
)
def test_consent_forms_stay_out_of_the_repository(docs: Path, name: str) -> None:
    (docs / name).parent.mkdir(exist_ok=True)
    (docs / name).write_bytes(b"x")
    told = list(gate.forms_stay_with_the_agency(read_folder(docs, "docs")))
    assert [one.path for one in told] == [f"docs/{name}"]


# `renya sign`


def test_sign_prints_the_lines_that_make_the_case_good(
    docs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(docs.parent)
    real(docs, sign_off__content_sha256="0" * 64)
    assert main(["sign", f"docs/{CASE}"]) == 0
    printed = capsys.readouterr().out
    lines = yaml.safe_load("\n".join(line.strip() for line in printed.splitlines()))
    real(docs, **{f"sign_off__{key}": value for key, value in lines.items()})
    assert found(docs) == []
    assert re.search(r"(?m)^# .*neighbour", printed)


def test_sign_refuses_what_the_gate_refuses_and_what_is_made_up(
    docs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(docs.parent)
    assert main(["sign", f"docs/{CASE}"]) == 2
    assert "is made up" in capsys.readouterr().err
    real(docs, presenting={"zh": "电话13800004417", "en": "Words"})
    assert main(["sign", f"docs/{CASE}"]) == 1
    told = capsys.readouterr()
    assert "mobile" in told.out
    assert "content_sha256:" not in told.out
    assert main(["sign", "docs/cases/none.yml"]) == 2
