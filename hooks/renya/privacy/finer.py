"""A translation must not know more than its source: a province named in one language alone."""

import re
from functools import cache
from pathlib import Path

DATA = Path(__file__).with_name("data")


def told_in_one_language(zh: str, en: str) -> list[str]:
    """Provinces, in the language that names them, which the other text leaves out."""
    in_zh, in_en = (
        set(named.findall(text)) for named, text in zip(_named(), (zh, en), strict=True)
    )
    if not in_zh and not in_en:
        return []
    return [
        han if han in in_zh else latin
        for han, latin in _provinces()
        if (han in in_zh) != (latin in in_en)
    ]


@cache
def _named() -> tuple[re.Pattern[str], re.Pattern[str]]:
    han, latin = zip(*_provinces(), strict=True)
    return re.compile("|".join(han)), re.compile(rf"\b(?:{'|'.join(latin)})\b")


@cache
def _provinces() -> tuple[tuple[str, str], ...]:
    lines = (DATA / "provinces.txt").read_text(encoding="utf-8").splitlines()
    return tuple((han, latin) for han, _, latin in (line.partition(" ") for line in lines))
