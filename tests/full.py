"""Records in which every field is filled, made from their models: each text names its own place."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic.fields import FieldInfo

from project import TODAY, find, write_docs
from renya.records import shape
from renya.records.base import KnownText, Pair, RefTo, Text
from renya.records.kinds import KINDS, Kind
from renya.records.walk import mark

# What rules between the fields of a kind ask for; the rest follows from the types.
CHOSEN: dict[str, Any] = {
    "status": "active",
    "created": TODAY,
    "reviewed": TODAY,
    "review_due": TODAY + datetime.timedelta(days=365),
    "replaced_by": None,
    "case.genogram": {
        "people": [
            {"id": "child", "label": {"zh": "孩子", "en": "Child"}, "sex": "unknown",
             "index": True},
            {"id": "gran", "label": {"zh": "奶奶", "en": "Gran"}, "sex": "female",
             "age_band": {"zh": "六十多岁", "en": "in her sixties"}},
            {"id": "gramps", "label": {"zh": "爷爷", "en": "Grandad"}, "sex": "male",
             "deceased": True},
            {"id": "mum", "label": {"zh": "妈妈", "en": "Mum"}, "sex": "female", "away": True},
            {"id": "dad", "label": {"zh": "爸爸", "en": "Dad"}, "sex": "male"},
        ],
        "unions": [
            {"partners": ["mum", "dad"], "status": "separated", "children": ["child"]},
            {"partners": ["gran", "gramps"], "status": "widowed"},
        ],
        "relations": [{"between": ["child", "gran"], "bond": "very_close"}],
        "household": ["child", "gran"],
    },
    "case.origin": "constructed_for_teaching",
    "case.consent": None,  # of real cases: see test_consent
    "case.sign_off": None,
    "case.goals.weight": 3,
    "case.goals.baseline": -2,
    "case.goals.target": 1,
    "case.goals.achieved": 2,
    "case.stages.to_week": 3,
    "concept.type": "risk_factor",
    "concept.gaps": [],  # of dimensions: see test_board
    "evidence.design": "comparison",
    "evidence.direction": "mixed",
    "intervention.harms_studied": False,
    "law.clauses.id": "art-4",
    "law.clauses.verification": "secondary",
    "recommendation.strength": "should",
    "reference.retracted": False,
    "reference.verification": "seen_partial",
    "reference.csl.type": "article-journal",
    "reference.csl.language": "zh-CN",
    "reference.csl.issued": {"date-parts": [[2018, 11]]},
    "reference.csl.accessed": {"date-parts": [[2026, 11, 1]]},
    "reference.csl.DOI": "10.1000/182",
    "reference.csl.URL": "https://example.org/work?a=1&b=2",
    "law.addresses.url": "https://example.org/law",
    "statistic.year": 2018,
}  # fmt: skip
STAGES = ("intake", "assessment", "planning", "intervention", "evaluation", "closing", "follow_up")


@dataclass
class Maker:
    """word: text for a place, in a language or none. cited: whether it needs no citation more.

    more: what follows in every text that may have several paragraphs.
    """

    kind: Kind
    word: Callable[[str, str], str]
    cited: bool = False
    more: str = ""

    def record(self) -> dict[str, Any]:
        made = self.model(self.kind.model, self.kind.singular)
        made["id"] = f"first-{self.kind.singular}"
        if self.kind.singular == "case":
            made["stages"] = [
                {**self.model(shape.item(shape.fields(self.kind.model)["stages"].annotation),
                              f"case.stages.{number}"),
                 "stage": stage, "from_week": 1, "to_week": number}
                for number, stage in enumerate(STAGES, 1)
            ]  # fmt: skip
        if self.kind.singular == "recommendation":
            made["text"] = {"zh": "应当" + made["text"]["zh"], "en": "should " + made["text"]["en"]}
        return made

    def model(self, model: Any, place: str) -> dict[str, Any]:
        found = {}
        for name, info in shape.fields(model).items():
            value = self.field(info, f"{place}.{name}")
            if value is not None:
                found[name] = value
        return found

    def field(self, info: FieldInfo, place: str) -> Any:
        parts = [part for part in place.split(".") if not part.isdigit()]
        head = parts[-1] if len(parts) == 2 else ""
        for key in (".".join(parts), ".".join(parts[-2:]), head):
            if key in CHOSEN:
                return CHOSEN[key]
        item = shape.item(info.annotation)
        if item is None:
            return self.one(info.annotation, mark(info), info, place)
        least = max((m.min_length for m in info.metadata if hasattr(m, "min_length")), default=1)
        return [self.one(item, mark(info), info, f"{place}.{n}") for n in range(1, least + 1)]

    def one(self, annotation: Any, link: RefTo | None, info: FieldInfo, place: str) -> Any:
        inner = shape.bare(annotation)
        if link:
            return self.target(link)
        if shape.choices(annotation):
            return shape.choices(annotation)[-1]
        if shape.is_model(inner) and issubclass(inner, Text | Pair):
            return self.text(inner, place)
        if shape.is_model(inner):
            return self.model(inner, place)
        least = next((m.ge for m in info.metadata if hasattr(m, "ge")), 1)
        values: dict[Any, Any] = {bool: True, int: least, datetime.date: TODAY}
        if inner is str:
            return "any" if place.endswith(".id") else self.word(place, "")
        return values.get(inner, least)

    def text(self, kind: Any, place: str) -> dict[str, Any]:
        zh, en = self.word(place, "zh"), self.word(place, "en")
        if issubclass(kind, Text) and not self.cited:
            self.cited = True
            cites = "[@first-reference, p. 3; @first-law, art. 4] [@practice]"
            zh, en = f"{zh} {cites}。", f"{en} {cites}."
        if issubclass(kind, Text):
            zh, en = zh + self.more, en + self.more
        return {"zh": zh, "en": en} | ({"known": False} if kind is KnownText else {})

    def target(self, link: RefTo) -> str:
        name = find(link)
        if link.kind == "laws":
            name += "/art-4"
        if name == f"first-{self.kind.singular}":
            return {"role": "second-role", "concept": "first-dimension"}.get(
                self.kind.singular, "second-term"
            )
        return name


def place_of(place: str, lang: str) -> str:
    """`case.needs.1` is written `case.needs.1字` and `case.needs.1 words`."""
    return place + {"zh": "字", "en": " words", "": ""}[lang]


class Whole(yaml.SafeDumper):
    """Writes the same value twice rather than an anchor."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


def write_full(
    docs: Path,
    word: Callable[[str, str], str] = place_of,
    cites: bool = True,
    more: str = "",
) -> Path:
    """The small docs with every field of `first-*` filled; a second term to be named.

    cites: whether each record cites a work, a clause and practice in its first text.
    more: what follows in every text that may have several paragraphs.
    """
    write_docs(docs)
    glossary = docs / "glossary"
    second = (glossary / "first-term.yml").read_text(encoding="utf-8")
    second = second.replace("id: first-term", "id: second-term")
    (glossary / "second-term.yml").write_text(second, encoding="utf-8")
    for kind in KINDS:
        path = docs / kind.name / f"first-{kind.singular}.yml"
        record = Maker(kind, word, not cites, more).record()
        text = yaml.dump(record, Dumper=Whole, allow_unicode=True, sort_keys=False, width=10_000)
        path.write_text(text, encoding="utf-8")
    return docs
