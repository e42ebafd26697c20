"""A reference. The fields of the work have CSL's names, so that a citation manager reads them."""

import datetime
from typing import Annotated

from pydantic import Field, model_validator

from . import vocabulary as v
from .base import KnownText, Line, Record, Strict, Text


class CslName(Strict):
    family: Line | None = None
    given: Line | None = None
    literal: Line | None = Field(None, description="机构名 / the name of a body")

    @model_validator(mode="after")
    def some_name(self) -> "CslName":
        if not (self.family or self.literal):
            raise ValueError("has no name|write family: and given:, or literal: for a body")
        return self


DateParts = Annotated[list[int], Field(min_length=1, max_length=3)]


class CslDate(Strict):
    """`date-parts: [[2018, 11]]`, as CSL-JSON has it."""

    date_parts: list[DateParts] = Field(alias="date-parts", min_length=1, max_length=2)

    @model_validator(mode="after")
    def days_exist(self) -> "CslDate":
        for year, month, day in ([*parts, 1, 1][:3] for parts in self.date_parts):
            try:
                datetime.date(year, month, day)
            except ValueError:
                message = f"date-parts: {[year, month, day]} is no day in the calendar"
                raise ValueError(f"{message}|write [[year, month, day]], or [[year]]") from None
        return self


class CslItem(Strict):
    type: v.CslType
    title: Line
    author: list[CslName] = []
    editor: list[CslName] = []
    issued: CslDate | None = Field(None, description="缺年份就不写 / leave out when not known")
    accessed: CslDate | None = None
    container_title: Line | None = Field(None, alias="container-title")
    publisher: Line | None = None
    publisher_place: Line | None = Field(None, alias="publisher-place")
    genre: Line | None = None
    number: Line | None = None
    volume: Line | None = None
    issue: Line | None = None
    page: Line | None = None
    DOI: Line | None = Field(None, pattern=r"^10\.[0-9]{4,9}/[^\s]+$")
    ISBN: Line | None = None
    ISSN: Line | None = None
    PMID: Line | None = None
    URL: Line | None = Field(None, pattern=r"^https?://[^\s]+$")
    language: v.WorkLanguage


class Reference(Record):
    """`title` holds the title in both languages; `csl.title` is the one printed on the work."""

    csl: CslItem = Field(description="CSL 字段 / CSL fields")
    romanised: list[CslName] = Field(
        [], description="作者拼音 / authors in pinyin, for English pages"
    )
    kind: v.WorkKind
    population: KnownText = Field(description="研究了谁 / who was studied")
    verification: v.Verification = Field(description="亲见到什么程度 / how surely it was seen")
    verification_note: Text = Field(description="见到的是摘要、全文还是转述 / what was seen")
    retracted: bool = False
    caution: Text | None = Field(None, description="引用时要当心什么 / what to be careful of")
