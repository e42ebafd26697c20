"""Consent and sign-off of a real case: who agreed to what, who looked, at which very text.

Holds no personal data: people appear as opaque marks, the signed forms stay with the agency.
"""

import hashlib
import json
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from . import vocabulary as v
from .base import Record, Slug, Strict

Month = Annotated[str, StringConstraints(pattern=r"^20[0-9]{2}-(0[1-9]|1[0-2])$")]
Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Scope = Literal["public_web", "zh", "en", "open_licence"]

# What may change without anybody having to look at the story again.
_NOT_SIGNED = frozenset(["consent", "sign_off", "status", "reviewed", "review_due", "replaced_by"])


class GuardianConsent(Strict):
    given: bool
    written: bool = Field(description="书面 / in writing")
    separate: bool = Field(description="单独同意，不夹在别的表里 / asked for separately")


class ChildConsent(Strict):
    answer: Literal["agreed", "refused", "too_young"] = Field(
        description="8 岁起要孩子自己同意 / from the age of eight the child is asked too"
    )
    method: Literal["talk", "talk_with_pictures", "in_writing"]


class Consent(Strict):
    guardian: GuardianConsent
    child: ChildConsent
    scope: list[Scope] = Field(
        min_length=1, description="公开网页、两种语言、开放许可 / web, both languages, open licence"
    )
    risks_explained: bool = Field(
        description="说清收不回来、搜得到、邻居认得出 / copies stay, search finds them"
    )
    seen_final_text: bool = Field(description="看过要发布的全文 / saw the text to be published")
    held_by: Slug = Field(description="哪家机构保管同意书 / which agency keeps the form")
    ref: Slug = Field(description="随机编号，与孩子无关 / a random mark, not made from the child")
    review_by: Month = Field(description="几月前再问一次 / ask again by this month, as 2027-06")
    withdrawn: bool = Field(False, description="true: 撤回，全站不再出现 / it leaves the site")


class Review(Strict):
    role: v.ReviewerRole
    who: Slug = Field(description="代号，不写姓名 / a mark, not a name")
    month: Month


class IntruderTest(Strict):
    """Somebody who knows the county and not the case tries to find the child by searching."""

    who: Slug
    minutes: int = Field(ge=0)
    queries: int = Field(ge=0)
    found: Literal["nothing", "something"]


class SignOff(Strict):
    reviews: list[Review] = Field(min_length=1)
    intruder: IntruderTest
    harm_reviewed_by: Slug = Field(
        description="即使认不出，发布会不会伤到孩子 / could it hurt the child even unrecognised"
    )
    content_sha256: Digest = Field(description="renya sign 给出 / as printed by renya sign")
    gate_version: str = Field(pattern=r"^[0-9]+\.[0-9]+$")


def content_sha256(record: Record) -> str:
    """What a sign-off is bound to: all that a case says, however its file is laid out."""
    said: dict[str, Any] = record.model_dump(mode="json", exclude=set(_NOT_SIGNED))
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
