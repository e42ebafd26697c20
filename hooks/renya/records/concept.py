"""A concept: a theory, a risk or protective factor, or one of the eight resilience dimensions."""

from typing import Annotated

from pydantic import Field, model_validator

from . import vocabulary as v
from .base import DilemmaRef, Evidence, InstrumentRef, Record, RefTo, RoleRef, Slug, Strict, Text


class Sign(Strict):
    role: RoleRef
    text: Text = Field(description="这个角色会看到什么 / what this role would see")


class Gap(Strict):
    """Nothing is known that this party could do for the dimension, and why."""

    role: RoleRef
    reason: Text = Field(description="为什么还没有 / why there is nothing yet")


class Concept(Record):
    type: v.ConceptType
    side: v.Side | None = Field(None, description="内在或外在 / inner strength or outer support")
    order: int | None = Field(None, ge=1, le=99, description="维度的次序 / order of the dimension")
    ecology: list[v.Ecology] = Field(min_length=1)
    says: Text = Field(description="讲了什么 / what it says")
    origin: Text = Field(description="谁提出的 / who says so")
    at_home: Text = Field(description="放到饭桌上怎么说 / what it means at the kitchen table")
    mechanism: Text | None = Field(None, description="怎样起作用 / how it is meant to work")
    signs: list[Sign] = Field(min_length=1)
    in_practice: Text = Field(description="工作里怎么用 / how to use it at work")
    misuse: Text = Field(description="常见误用 / how it is misused")
    debate: Text | None = None
    evidence: list[Evidence] = []
    causes: list[v.ThesisCause] = Field(
        [], description="论文所说的成因 / causes named by the thesis"
    )
    dilemmas: list[DilemmaRef] = []
    related: list[Annotated[Slug, RefTo("theory", "related")]] = []
    instruments: list[InstrumentRef] = []
    gaps: list[Gap] = Field(
        [], description="维度：哪一方还没有办法 / of a dimension: which party has nothing yet"
    )

    @model_validator(mode="after")
    def dimension_is_placed(self) -> "Concept":
        if self.type == "dimension" and (self.side is None or self.order is None):
            raise ValueError("is a dimension without side or order|add side: and order:")
        if self.gaps and self.type != "dimension":
            raise ValueError("gaps: stand in a dimension|take them out")
        if self.type in ("risk_factor", "protective_factor") and not self.evidence:
            raise ValueError("evidence: is missing for a factor|say what is known, or none_found")
        return self
