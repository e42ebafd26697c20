"""A glossary term: one locked pair a concept, with the usages that differ."""

from typing import Annotated

from pydantic import Field

from .base import Line, Record, RefTo, Slug, Strict, Text


class Variants(Strict):
    zh: list[Line] = []
    en: list[Line] = []


class Avoid(Strict):
    word: Line
    why: Text
    instead: Line


class Term(Record):
    """`title` is the locked pair."""

    definition: Text
    variants: Variants = Field(Variants(), description="可以用的别名 / allowed variants")
    avoid: list[Avoid] = Field([], description="不用的说法 / words not to use")
    usage: Text | None = Field(None, description="各家用法的不同 / usages that differ")
    pinyin: Line | None = Field(None, description="拼音，检索用 / pinyin, for search")
    see: list[Annotated[Slug, RefTo("glossary", "see_also")]] = []
    concept: Annotated[Slug, RefTo("theory", "explains")] | None = None
