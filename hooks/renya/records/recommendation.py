"""A policy recommendation: who, by which clause, on what grounds, at what price."""

from pydantic import Field, model_validator

from . import vocabulary as v
from .base import (
    ConceptRef,
    DilemmaRef,
    DimensionRef,
    Evidence,
    InterventionRef,
    KnownText,
    LawRef,
    Record,
    RoleRef,
    Strict,
    Text,
)

# The fixed verbs: the strength of a recommendation is heard in its first words.
VERBS: dict[v.Strength, tuple[str, tuple[str, ...]]] = {
    "must": ("必须", ("must",)),
    "should": ("应当", ("should",)),
    "consider": ("可考虑", ("consider", "could consider")),
    "do_not": ("不应", ("do not", "should not", "must not")),
}


class Indicator(Strict):
    text: Text
    source: Text = Field(description="数据从哪来、谁收集 / where the data come from, who collects")
    every: Text = Field(description="多久一次 / how often")


class Price(Strict):
    band: v.CostBand
    text: KnownText = Field(description="钱花在哪 / what the money is for")


class Recommendation(Record):
    strength: v.Strength
    text: Text = Field(
        description="用固定动词：必须、应当、可考虑、不应 / with the fixed verb: must, should, "
        "consider, do not",
        examples=[{"zh": "谁必须做什么。", "en": "Who must do what."}],
    )
    certainty: v.Certainty = Field(description="law：依据是法律 / law: the ground is a law")
    role: RoleRef
    actor: Text = Field(description="哪个部门、哪个岗位 / which department, which post")
    levels: list[v.Level] = Field(min_length=1)
    tool: v.PolicyTool
    dilemmas: list[DilemmaRef] = []
    dimensions: list[DimensionRef] = []
    theory: list[ConceptRef] = []
    legal: list[LawRef] = Field(min_length=1)
    rationale: Text
    evidence: list[Evidence] = Field(min_length=1)
    price: Price
    weeks_to_start: int | None = Field(None, ge=0, le=260)
    quick_win: bool
    first_step: Text
    indicators: list[Indicator] = Field(min_length=1)
    interventions: list[InterventionRef] = []
    opposing_view: Text
    risk_if_wrong: Text
    research_gap: Text

    @model_validator(mode="after")
    def verb_is_heard(self) -> "Recommendation":
        zh, en = VERBS[self.strength]
        if self.text.zh and zh not in self.text.zh:
            raise ValueError(f"text.zh: does not say '{zh}'|word it with the fixed verb")
        if self.text.en and not any(verb in self.text.en.lower() for verb in en):
            raise ValueError(f"text.en: does not say '{en[0]}'|word it with the fixed verb")
        return self
