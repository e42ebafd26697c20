"""A commented first draft of a record of any kind, written from its model.

Every required field stands with a value that passes the schema, every optional one of the
first level as a comment. Links name records that exist, so that a new draft is clean in
`renya check`.
"""

import datetime
from collections.abc import Callable, Iterator
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ..records import shape
from ..records.base import TO_WRITE, Pair, RefTo, Text
from ..records.kinds import Kind
from ..records.walk import mark

WIDTH = 96
FindId = Callable[[RefTo], str | None]

_HEAD = (
    "# 草稿：填好以后把 status 改成 active，再运行 make check。",
    "# A draft: when it is complete, set status to active and run make check.",
    "# 每句事实后面写来源 / Name the source after each fact: [@id], [@id, art. 4], [@practice]",
    "# 不写真名、地名、校名、日期 / No real name, place, school or date.",
)


def skeleton(kind: Kind, record_id: str, today: datetime.date, find: FindId) -> str:
    """YAML text. find: gives the id of a record that a link may name, or None."""
    fixed = {
        "id": record_id, "status": "draft", "created": today, "reviewed": today,
        "review_due": today + datetime.timedelta(days=365),
    }  # fmt: skip
    lines = [f"# yaml-language-server: $schema=../../schemas/{kind.singular}.schema.json", *_HEAD]
    for name, info in shape.fields(kind.model).items():
        lines += _comments(info)
        if name in fixed:
            lines += _yaml(name, fixed[name], 0)
        elif info.is_required():
            lines += _field(name, info, 0, find)
        else:
            lines.append(f"# {name}:")
    return "\n".join(lines) + "\n"


def _field(name: str, info: FieldInfo, indent: int, find: FindId) -> Iterator[str]:
    """A required field with an example, nested models with their own comments."""
    if info.examples:
        yield from _yaml(name, info.examples[0], indent)
        return
    item = shape.item(info.annotation)
    inner = shape.bare(item or info.annotation)
    if shape.is_model(inner) and not issubclass(inner, Text | Pair):
        yield f"{' ' * indent}{name}:"
        for _ in range(_least(info) if item else 1):
            lines = list(_model(inner, indent + (4 if item else 2), find))
            yield from _dashed(lines, indent + 2) if item else lines
    elif item:
        sample = _sample(item, mark(info), find, info)
        yield from _yaml(name, [sample] * _least(info), indent)
    else:
        yield from _yaml(name, _sample(inner, mark(info), find, info), indent)


def _model(model: type[BaseModel], indent: int, find: FindId) -> Iterator[str]:
    for name, info in shape.fields(model).items():
        if info.is_required():
            for comment in _comments(info):
                yield " " * indent + comment
            yield from _field(name, info, indent, find)


def _dashed(lines: list[str], indent: int) -> Iterator[str]:
    """The lines of a mapping as a list item: `- ` before the first that is no comment."""
    first = next(i for i, line in enumerate(lines) if not line.lstrip().startswith("#"))
    pad = " " * indent
    yield from (pad + line.lstrip() for line in lines[:first])
    yield f"{pad}- {lines[first].lstrip()}"
    yield from lines[first + 1 :]


def _least(info: FieldInfo) -> int:
    return max(next((m.min_length for m in info.metadata if hasattr(m, "min_length")), 1), 1)


def _comments(info: FieldInfo) -> Iterator[str]:
    words = shape.choices(info.annotation) or shape.choices(shape.item(info.annotation))
    for text in (info.description or "", " | ".join(words)):
        rest = text
        while len(rest) > WIDTH:
            cut = rest.rfind(" ", 0, WIDTH)
            yield f"# {rest[:cut]}"
            rest = rest[cut + 1 :]
        if rest:
            yield f"# {rest}"


def _sample(annotation: Any, link: RefTo | None, find: FindId, info: FieldInfo) -> Any:
    kind = shape.bare(annotation)
    words = shape.choices(annotation)
    if link:
        return find(link) or "change-me"
    if words:
        return words[0]
    if shape.is_model(kind):
        return TO_WRITE
    least = next((m.ge for m in info.metadata if hasattr(m, "ge")), 0)
    samples: dict[Any, Any] = {
        bool: False, int: least, float: least, datetime.date: datetime.date(2026, 1, 1),
    }  # fmt: skip
    return samples.get(kind, "change-me" if kind is str else least)


def _yaml(name: str, value: Any, indent: int) -> Iterator[str]:
    pad = " " * indent
    if isinstance(value, dict):
        yield f"{pad}{name}:"
        for key, inner in value.items():
            yield from _yaml(key, inner, indent + 2)
    elif isinstance(value, list):
        yield f"{pad}{name}:"
        for one in value:
            if isinstance(one, dict):
                lines = [line for key, v in one.items() for line in _yaml(key, v, indent + 4)]
                yield from _dashed(lines, indent + 2)
            else:
                yield f"{pad}  - {_scalar(one)}"
    else:
        yield f"{pad}{name}: {_scalar(value)}"


def _scalar(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
