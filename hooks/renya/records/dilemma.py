"""A growth dilemma of the thesis, from the first sign to the first week."""

from typing import Annotated

from pydantic import Field

from . import vocabulary as v
from .base import InterventionRef, LawRef, Record, RefTo, RoleRef, Slug, Strict, Text


class Signs(Strict):
    place: v.Place
    items: list[Text] = Field(min_length=1)


class Behind(Strict):
    """One thing that may lie behind the signs; never a single cause."""

    text: Text
    factors: list[Annotated[Slug, RefTo("theory", "explained_by")]] = []


class FirstStep(Strict):
    when: Text = Field(description="如“第一天” / for example: the first day")
    action: Text
    role: RoleRef


class Way(Strict):
    """For this age and this role, start here."""

    ages: list[v.AgeBand] = Field(min_length=1)
    role: RoleRef
    intervention: Annotated[InterventionRef, RefTo("interventions", "leads_to")]
    why: Text


class Dilemma(Record):
    order: int = Field(ge=1, le=9)
    danger: list[Text] = Field(min_length=1, description="先停下、先报告 / stop and report first")
    first_action: Text
    what: Text
    children_say: list[Text] = Field([], description="孩子可能这样说 / how a child may put it")
    signs: list[Signs] = Field(min_length=3)
    behind: list[Behind] = Field(min_length=2)
    not_always: Text = Field(description="不要以为都这样 / what the figures do not say")
    do_not: list[Text] = Field(min_length=1)
    first_week: list[FirstStep] = Field(min_length=1)
    ways: list[Way] = Field(min_length=1)
    progress: list[Text] = Field(min_length=1, description="怎样看出好转 / how change shows")
    legal: list[LawRef] = []
