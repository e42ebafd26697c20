"""A case: a child's situation followed through the stages of MZ/T 094-2017, plus follow-up."""

from typing import Annotated

from pydantic import Field, model_validator

from . import vocabulary as v
from .base import (
    TO_WRITE,
    DilemmaRef,
    DimensionRef,
    InstrumentRef,
    InterventionRef,
    LawRef,
    Pair,
    Record,
    RefTo,
    RolePart,
    RoleRef,
    Slug,
    Strict,
    Text,
)
from .consent import Consent, SignOff


class Traits(Strict):
    """The few facts that a page may show. `unspecified` matches everyone and hides the fact."""

    age_band: v.AgeBand
    sex: v.Sex
    region: v.Region
    migration: v.Migration = Field(description="谁外出 / who is away")
    carer: v.Carer = Field(description="谁照料 / who cares for the child")
    siblings: v.Siblings
    guardianship: v.Guardianship = Field(description="监护状况 / state of guardianship")


class Strength(Strict):
    dimension: Annotated[DimensionRef, RefTo("theory", "builds")]
    text: Text = Field(description="看得见的长处 / a strength that someone saw")


class Action(Strict):
    role: RoleRef
    action: Text
    response: Text = Field(description="孩子或家人的回应 / how the child or family responded")
    intervention: InterventionRef | None = None


class StageEntry(Strict):
    """One stage. Time is relative (week 1 is the first contact): dates would identify the child."""

    stage: v.Stage
    from_week: int = Field(ge=0, le=260)
    to_week: int = Field(ge=0, le=260)
    summary: Text
    actions: list[Action] = []

    @model_validator(mode="after")
    def weeks_in_order(self) -> "StageEntry":
        if self.to_week < self.from_week:
            raise ValueError("to_week: is before from_week|check the two weeks")
        return self


STAGES_EXAMPLE = [
    {
        "stage": stage,
        "from_week": week,
        "to_week": week,
        "summary": TO_WRITE,
    }
    for week, stage in enumerate(v.STAGES, 1)
]


class Person(Strict):
    id: Slug
    label: Pair = Field(description="只写身份，如“奶奶” / a role word such as grandmother")
    sex: v.PersonSex
    age_band: Pair | None = Field(None, description="年龄段 / age band, never an exact age")
    index: bool = Field(False, description="这个孩子 / the child of this case")
    deceased: bool = False
    away: bool = Field(False, description="在外务工 / away for work")


class Union(Strict):
    partners: list[Slug] = Field(min_length=1, max_length=2)
    status: v.UnionStatus
    children: list[Slug] = []


class Relation(Strict):
    between: list[Slug] = Field(min_length=2, max_length=2)
    bond: v.Bond


class Genogram(Strict):
    """Data of a family diagram; people are drawn by generation from the unions."""

    people: list[Person] = Field(min_length=2)
    unions: list[Union] = Field(min_length=1)
    relations: list[Relation] = []
    household: list[Slug] = Field(min_length=1, description="住在一起的人 / who lives together")

    @model_validator(mode="after")
    def people_exist(self) -> "Genogram":
        ids = [person.id for person in self.people]
        named = [p for u in self.unions for p in (*u.partners, *u.children)]
        named += [p for r in self.relations for p in r.between] + list(self.household)
        missing = sorted(set(named) - set(ids))
        if len(set(ids)) < len(ids):
            raise ValueError("people: two people have the same id|give each their own")
        if missing:
            raise ValueError(f"names people who are not listed ({', '.join(missing)})|add them")
        if sum(person.index for person in self.people) != 1:
            raise ValueError("people: no or several people have index: true|mark the one child")
        return self


GENOGRAM_EXAMPLE = {
    "people": [
        {"id": "child", "label": {"zh": "孩子", "en": "Child"}, "sex": "unknown", "index": True},
        {"id": "mother", "label": {"zh": "妈妈", "en": "Mother"}, "sex": "female", "away": True},
    ],
    "unions": [{"partners": ["mother"], "status": "married", "children": ["child"]}],
    "household": ["child"],
}


class EcomapSystem(Strict):
    id: Slug
    label: Pair
    kind: v.EcomapKind
    link: v.EcomapLink = Field(description="开始时的联系 / the tie at the start")
    link_after: v.EcomapLink | None = Field(None, description="结束时 / the tie at the end")
    flow: v.Flow = Field(description="支持流向谁 / where support flows")


class GoalLevels(Strict):
    """Goal attainment scale: what each level would look like, from -2 to +2."""

    minus_2: Text
    minus_1: Text
    zero: Text = Field(description="预期水平 / the expected level")
    plus_1: Text
    plus_2: Text


class Goal(Strict):
    text: Text
    dimension: DimensionRef
    weight: int = Field(1, ge=1, le=5)
    by_week: int = Field(ge=1, le=260)
    levels: GoalLevels
    baseline: int = Field(ge=-2, le=2)
    target: int = Field(ge=-2, le=2)
    achieved: int | None = Field(None, ge=-2, le=2)


class Point(Strict):
    week: int = Field(ge=0, le=260)
    phase: v.Phase
    value: int | float


class Measure(Strict):
    """Something counted again and again. Composite cases use invented values and say so."""

    name: Pair
    unit: Pair
    instrument: InstrumentRef | None = None
    better: v.Better = Field(description="高好还是低好 / whether higher or lower is better")
    points: list[Point] = Field(min_length=1)


class TurningPoint(Strict):
    stage: v.Stage
    choice: Text
    not_taken: list[Text] = Field(min_length=1, description="没有选的路 / the options not taken")
    reason: Text
    happened: Text
    if_not: Text = Field(description="若没有这样选 / what if not")


class Referral(Strict):
    to: Text
    kind: v.ReferralKind = Field(description="机构内或机构外 / inside or outside the agency")
    accepted: bool | None = None
    result: Text


class Ethics(Strict):
    dilemma: Text
    options: list[Text] = Field(min_length=2)
    decision: Text


class Case(Record):
    origin: v.Origin
    dilemmas: list[DilemmaRef] = Field(min_length=1)
    pseudonyms: list[Pair] = Field([], description="文中用到的化名 / made-up names in the text")
    traits: Traits
    presenting: Text = Field(description="为什么来 / what brought the case")
    strengths: list[Strength] = Field(min_length=2)
    needs: list[Text] = Field(min_length=1)
    danger: Text = Field(description="先看安全：查了什么 / safety first: what was checked")
    genogram: Genogram = Field(examples=[GENOGRAM_EXAMPLE])
    ecomap: list[EcomapSystem] = Field(min_length=3)
    goals: list[Goal] = Field(min_length=1)
    measures: list[Measure] = Field(min_length=1)
    stages: list[StageEntry] = Field(min_length=1, examples=[STAGES_EXAMPLE])
    turning_points: list[TurningPoint] = Field(min_length=1)
    roles: list[RolePart] = Field(min_length=1)
    referrals: list[Referral] = []
    outcome: v.Outcome
    outcome_evidence: list[v.OutcomeEvidence] = Field(min_length=1)
    outcome_text: Text
    ethics: list[Ethics] = []
    lessons: list[Text] = Field(min_length=1)
    supervisor_questions: list[Text] = Field(min_length=1)
    limits: Text = Field(description="这个个案不能说明什么 / what this case cannot show")
    legal: list[LawRef] = []
    consent: Consent | None = Field(None, description="只用于真实个案 / real cases only")
    sign_off: SignOff | None = Field(None, description="只用于真实个案 / real cases only")

    @property
    def shown_status(self) -> v.Status:
        """A family's withdrawal stands above what the file says."""
        return "withdrawn" if self.consent and self.consent.withdrawn else self.status

    @model_validator(mode="after")
    def stages_in_order(self) -> "Case":
        given = [entry.stage for entry in self.stages]
        if given != [stage for stage in v.STAGES if stage in given]:
            raise ValueError(
                "stages: are repeated or out of order|give each stage once, in the order "
                + ", ".join(v.STAGES)
            )
        return self
