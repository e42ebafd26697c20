"""An intervention protocol: all twelve TIDieR items, and what a worker needs beside them."""

from pydantic import Field

from . import vocabulary as v
from .base import (
    ConceptRef,
    DilemmaRef,
    DimensionRef,
    Evidence,
    InstrumentRef,
    KnownText,
    LawRef,
    Record,
    RolePart,
    RoleRef,
    Strict,
    Text,
)


class Step(Strict):
    title: Text
    actor: RoleRef
    action: Text
    say: Text | None = Field(None, description="可以怎么说 / words to say")
    minutes: int | None = Field(None, ge=1, le=600)
    form: Text | None = Field(None, description="用什么表 / the form that is used")
    done_when: Text = Field(description="怎样算完成 / how to tell it is done")
    core: bool = Field(description="true：不可改 / true: must not change")


class Provider(Strict):
    who: Text
    training: KnownText
    supervision: KnownText


class Dose(Strict):
    sessions: KnownText
    minutes: KnownText
    weeks: KnownText
    basis: v.DoseBasis = Field(description="次数有没有研究依据 / whether the dose was tested")


class Adaptation(Strict):
    part: Text
    freedom: v.Freedom


class Obstacle(Strict):
    obstacle: Text
    answer: Text


class Harm(Strict):
    what: Text
    response: Text


class Hours(Strict):
    role: RoleRef
    hours: KnownText = Field(description="每个孩子的工时 / staff hours a child")


class Cost(Strict):
    """Additional spending only, in yuan a child."""

    hours: list[Hours] = Field(min_length=1)
    materials: KnownText
    band: v.CostBand


class Readiness(Strict):
    manual: v.Ready
    training: v.Ready
    forms: v.Ready
    local_contact: v.Ready


class Intervention(Record):
    dilemmas: list[DilemmaRef] = Field(min_length=1)
    dimensions: list[DimensionRef] = Field(min_length=1)
    theory: list[ConceptRef] = Field(min_length=1)
    ages: list[v.AgeBand] = Field(min_length=1)
    away: list[v.Migration] = Field([], description="谁外出；空着表示都行 / empty: any")
    carers: list[v.Carer] = Field([], description="谁照料；空着表示都行 / empty: any")
    stages: list[v.Stage] = Field(min_length=1)
    tier: v.Tier
    red_flags: list[Text] = Field(
        min_length=1, description="见到就停下、报告 / stop and report on seeing this"
    )
    first_action: Text = Field(description="今天就能做的一步 / one thing to do today")
    for_whom: Text
    not_for: Text
    goal: Text
    why: Text = Field(description="TIDieR 2")
    materials: list[Text] = Field(min_length=1, description="TIDieR 3")
    steps: list[Step] = Field(min_length=1, description="TIDieR 4")
    provider: Provider = Field(description="TIDieR 5")
    modes: list[v.Mode] = Field(min_length=1, description="TIDieR 6")
    formats: list[v.Format] = Field(min_length=1, description="TIDieR 6")
    settings: list[v.Setting] = Field(min_length=1, description="TIDieR 7")
    where: Text = Field(description="TIDieR 7")
    dose: Dose = Field(description="TIDieR 8")
    tailoring: KnownText = Field(description="TIDieR 9")
    modifications: KnownText = Field(description="TIDieR 10")
    fidelity_planned: KnownText = Field(description="TIDieR 11")
    fidelity_actual: KnownText = Field(description="TIDieR 12")
    adaptations: list[Adaptation] = Field(min_length=1)
    obstacles: list[Obstacle] = Field(min_length=1)
    harms: list[Harm] = Field(min_length=1)
    harms_studied: bool = Field(description="伤害有没有被研究过 / were harms studied")
    evidence: list[Evidence] = Field(min_length=1)
    cost: Cost
    readiness: Readiness
    roles: list[RolePart] = Field(min_length=1)
    instruments: list[InstrumentRef] = []
    indicators: list[Text] = Field(min_length=1)
    legal: list[LawRef] = []
