"""A card for a measuring instrument. Never holds its items."""

from pydantic import Field

from . import vocabulary as v
from .base import DilemmaRef, DimensionRef, KnownText, Pair, Record, SourceRef, Strict, Text


class Cutoff(Strict):
    text: Text
    sources: list[SourceRef] = Field(min_length=1)


class AfterScoring(Strict):
    band: Text = Field(description="哪个分数段 / which range of scores")
    action: Text


class Instrument(Record):
    abbreviation: str | None = Field(None, min_length=1)
    original_name: Pair | None = None
    construct_text: Text = Field(description="测什么 / what it measures")
    subscales: list[Pair] = []
    items: KnownText = Field(description="多少题，不写题目 / how many items, never the items")
    respondents: list[v.Respondent] = Field(min_length=1)
    ages: KnownText
    minutes: KnownText
    scoring: KnownText
    cutoffs: list[Cutoff] = []
    cutoffs_note: KnownText
    reliability: KnownText
    validity: KnownText
    left_behind_norms: KnownText = Field(description="有没有留守儿童常模 / norms for our children")
    chinese_version: KnownText
    licence: v.Licence
    licence_text: KnownText
    training: KnownText
    use_for: list[v.UseFor] = Field(min_length=1)
    not_for: list[Text] = Field(min_length=1)
    after_scoring: list[AfterScoring] = Field(min_length=1)
    sources: list[SourceRef] = Field(min_length=1)
    dilemmas: list[DilemmaRef] = []
    dimensions: list[DimensionRef] = []
