"""A translation must not know more than its source: a province named in one language alone."""

import re
from functools import cache
from pathlib import Path

DATA = Path(__file__).with_name("data")


def told_in_one_language(zh: str, en: str) -> list[str]:
    """Provinces, in the language that names them, which the other text leaves out."""
    found = []
    for han, latin in _provinces():
        in_zh = han in zh
        in_en = re.search(rf"\b{latin}\b", en) is not None
        if in_zh != in_en:
            found.append(han if in_zh else latin)
    return found


@cache
def _provinces() -> tuple[tuple[str, str], ...]:
    lines = (DATA / "provinces.txt").read_text(encoding="utf-8").splitlines()
    return tuple((han, latin) for han, _, latin in (line.partition(" ") for line in lines))
