"""A role around the child: family, school, community, government, and the coordinating worker."""

from pydantic import Field

from .base import DilemmaRef, LawRef, Record, RoleRef, Strict, Text


class Duty(Strict):
    text: Text
    legal: list[LawRef] = Field(min_length=1)


class Act(Strict):
    text: Text
    minutes: int | None = Field(None, ge=1, le=600)


class Partner(Strict):
    role: RoleRef
    text: Text = Field(description="怎样配合 / how to work together")


class ForDilemma(Strict):
    dilemma: DilemmaRef
    text: Text


class Role(Record):
    order: int = Field(ge=1, le=9)
    who: Text = Field(description="包括哪些人 / who this is")
    first_action: Text
    danger: Text = Field(description="见到危险时这个角色做什么 / what this role does in danger")
    duties: list[Duty] = Field(min_length=1, description="法定责任 / duties in law")
    can_do: list[Act] = Field(min_length=1)
    do_not: list[Text] = Field(min_length=1)
    strengths: list[Text] = Field(min_length=1, description="这个角色的长处 / what it is good at")
    limits: list[Text] = Field(min_length=1, description="它做不到的 / what it cannot do")
    partners: list[Partner] = Field(min_length=1)
    for_dilemmas: list[ForDilemma] = []
