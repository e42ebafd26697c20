"""A figure: what was counted, by whom, and what it must not be joined with."""

from pydantic import Field

from . import vocabulary as v
from .base import LawRef, Pair, Record, SourceRef, Strict, Text


class Value(Strict):
    number: int | float
    unit: Pair
    shown: Pair = Field(description="页面上怎么写 / as shown, 902 万 / 9.02 million")


class Statistic(Record):
    value: Value
    year: int = Field(ge=1949, le=2100)
    series: v.Series = Field(description="不同系列不可连成一条线 / series are never joined")
    place: Pair
    counted: Text = Field(description="数的是谁 / who is counted")
    caution: Text
    sources: list[SourceRef] = []
    legal: list[LawRef] = []
    verification: v.Verification
