"""The parts that records of several kinds share."""

import datetime
import re
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from . import vocabulary as v

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")


# What a skeleton puts where text is due; a published record may not hold it.
TO_WRITE: dict[Lang, str] = {"zh": "待写", "en": "To be written"}


class Strict(BaseModel):
    """Unknown keys are faults, types are never bent, values never change after loading."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, hide_input_in_errors=True)


Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


@dataclass(frozen=True, slots=True)
class RefTo:
    """Marks a field that names another record.

    kind: the folder of the record that is named.
    relation: a key of `relations` in `labels.yml`, which words both directions.
    """

    kind: str
    relation: str


class Text(Strict):
    """Bilingual Markdown: paragraphs, lists, emphasis, links and Pandoc citations.

    One language may be missing: the page then shows the other with a notice.
    """

    zh: Line | None = Field(None, description="中文 / Chinese")
    en: Line | None = Field(None, description="英文 / English")

    @model_validator(mode="after")
    def some_language(self) -> "Text":
        if self.zh is None and self.en is None:
            raise ValueError("has no text|write zh: and en:")
        return self


class Pair(Strict):
    """Bilingual words that every page needs: both languages, one line, no citation."""

    zh: Line = Field(description="中文 / Chinese")
    en: Line = Field(description="英文 / English")

    @model_validator(mode="after")
    def one_line(self) -> "Pair":
        if "\n" in self.zh or "\n" in self.en:
            raise ValueError("has more than one line|write it on one line")
        return self


class KnownText(Text):
    """A text that may say openly that the thing is not known."""

    known: bool = Field(
        True, description="false: 尚不清楚，正文说明为什么 / not known, the text says why"
    )


RoleRef = Annotated[Slug, RefTo("roles", "involves")]
DilemmaRef = Annotated[Slug, RefTo("dilemmas", "addresses")]
DimensionRef = Annotated[Slug, RefTo("theory", "builds")]
ConceptRef = Annotated[Slug, RefTo("theory", "rests_on")]
InterventionRef = Annotated[Slug, RefTo("interventions", "uses")]
InstrumentRef = Annotated[Slug, RefTo("instruments", "measures_with")]
SourceRef = Annotated[Slug, RefTo("references", "cites")]
LAW_REF = r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?$"
LawRef = Annotated[
    str,
    StringConstraints(pattern=LAW_REF, max_length=120),
    RefTo("laws", "legal_basis"),
]


class RolePart(Strict):
    role: RoleRef
    part: v.Part = Field(
        description="牵头、执行、支持或知情 / leads, does, supports or is informed"
    )
    does: Text = Field(description="做什么 / what this role does")


class FarFromUs(Strict):
    """Distance between those who were studied and our children."""

    population: v.Distance = Field(description="研究的是谁 / whom it studied")
    place: v.Distance = Field(description="在哪里 / where")
    provider: v.Distance = Field(description="谁来做 / who delivered it")
    time: v.Distance = Field(description="什么时候 / when")


class Evidence(Strict):
    """What is known of one outcome: design, direction and distance, never one score."""

    outcome: Text = Field(description="什么结果 / which outcome")
    design: v.Design = Field(examples=["none_found"])
    direction: v.Direction
    distance: FarFromUs
    studied: Text = Field(description="研究了谁、在哪、谁做、何时 / who, where, by whom, when")
    finding: Text = Field(description="发现了什么，数字照原文 / what was found, figures as printed")
    follow_up_months: int | float | None = Field(None, ge=0)
    sources: list[SourceRef] = Field([], description="文献编号 / ids of references")

    @model_validator(mode="after")
    def tied_to_sources(self) -> "Evidence":
        if self.design != "none_found" and not self.sources:
            raise ValueError("sources: names no source|name a reference, or use design: none_found")
        return self


class SearchTerms(Strict):
    """Words under which people look for a record, beside its title: everyday ones, dialect."""

    zh: list[Line] = []
    en: list[Line] = []


class Record(Strict):
    """The head of every record."""

    title: Pair = Field(description="标题 / title")
    id: Slug = Field(description="与文件名相同 / the same as the file name")
    status: v.Status = Field(description="draft 不发布 / draft is not published")
    summary: Pair = Field(
        description="十秒读完：中文不超过 60 字，英文不超过 35 词 / "
        "readable in ten seconds: at most 60 Chinese characters, 35 English words"
    )
    search_terms: SearchTerms = Field(
        SearchTerms(),
        description="读者会怎么搜它，只供检索 / what readers type to find it; not shown",
    )
    created: datetime.date
    reviewed: datetime.date = Field(description="最近一次核对 / last checked")
    review_due: datetime.date = Field(
        description="最迟何时再核对，不超过 24 个月 / check again by, within 24 months"
    )
    replaced_by: Slug | None = Field(
        None, description="停用时写替代记录 / for a deprecated record: what replaces it"
    )

    # Titles and summaries are metadata: shown in lists and in search results, so without citations.
    metadata: ClassVar[tuple[str, ...]] = ("title", "summary")

    @property
    def shown_status(self) -> v.Status:
        """What readers may see goes by this."""
        return self.status

    @model_validator(mode="after")
    def dates_in_order(self) -> "Record":
        if self.reviewed < self.created:
            raise ValueError("reviewed: is before created|check the two dates")
        if self.review_due <= self.reviewed:
            raise ValueError("review_due: is not after reviewed|name a day to check again")
        if (self.review_due - self.reviewed).days > 731:
            raise ValueError("review_due: is more than 24 months after reviewed|bring it nearer")
        return self


HAN = re.compile(r"[㐀-鿿]")
