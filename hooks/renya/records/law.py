"""A document of law or policy and its clauses, paraphrased."""

import datetime

from pydantic import Field, model_validator

from . import vocabulary as v
from .base import Line, Pair, Record, RoleRef, Slug, Strict, Text


class Address(Strict):
    url: str = Field(pattern=r"^https?://[^\s]+$")
    kind: v.AddressKind
    note: Text | None = None


class Clause(Strict):
    id: Slug = Field(description="如 art-4、sec-3-1 / for example art-4, sec-3-1")
    number: Pair = Field(description="如“第四条” / for example Art. 4")
    text: Text = Field(
        description="用自己的话转述，不长段照抄 / a plain paraphrase, no long quotation"
    )
    binds: list[RoleRef] = Field([], description="约束谁 / whom it binds")
    verification: v.Verification


class Law(Record):
    short: Pair = Field(description="引用时的简称 / the short name in citations")
    number: Line | None = Field(None, description="文号 / document number, as 国发〔2016〕13号")
    issuer: Pair
    level: v.LawLevel
    issued: datetime.date | None = None
    in_force: datetime.date | None = None
    legal_status: v.LegalStatus
    status_note: Text = Field(description="效力与变化 / status, and what changed")
    verification: v.Verification
    verification_note: Text | None = None
    addresses: list[Address] = []
    clauses: list[Clause] = Field(min_length=1)

    @model_validator(mode="after")
    def clauses_once(self) -> "Law":
        ids = [clause.id for clause in self.clauses]
        twice = sorted({i for i in ids if ids.count(i) > 1})
        if twice:
            raise ValueError(f"clauses: the id {', '.join(twice)} is given twice|rename one")
        return self
