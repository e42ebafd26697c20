"""Questions about the models: which type stands at a path, which words it allows.

Error messages, schemas and skeletons all ask here, so that the models stay the one truth.
"""

import types
import typing
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo


def bare(annotation: Any) -> Any:
    """The type without `Annotated` and without `| None`."""
    if get_origin(annotation) is Annotated:
        return bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, types.UnionType):
        inner = [arg for arg in get_args(annotation) if arg is not type(None)]
        return bare(inner[0]) if len(inner) == 1 else annotation
    return annotation


def is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def item(annotation: Any) -> Any:
    """The type of a list's items, or None."""
    inner = bare(annotation)
    return get_args(inner)[0] if get_origin(inner) is list else None


def choices(annotation: Any) -> tuple[str, ...]:
    """The allowed words of a closed list, or ()."""
    inner = bare(annotation)
    return get_args(inner) if get_origin(inner) is Literal else ()


@cache
def fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """Name as written in YAML -> field, in the order of writing."""
    return {info.alias or name: info for name, info in model.model_fields.items()}


def at(model: type[BaseModel], path: tuple[str | int, ...]) -> Any:
    """The annotation that stands at `path`, or None when the path leaves the model."""
    here: Any = model
    for part in path:
        if isinstance(part, int):
            here = item(here)
        else:
            inner = bare(here)
            known = fields(inner) if is_model(inner) else {}
            here = known[part].annotation if part in known else None
        if here is None:
            return None
    return here


def description(model: type[BaseModel], path: tuple[str | int, ...]) -> str:
    """What the field at `path` is for, as its model says; empty when it says nothing."""
    parent = bare(at(model, path[:-1])) if path else None
    if not path or not is_model(parent) or not isinstance(path[-1], str):
        return ""
    info = fields(typing.cast(type[BaseModel], parent)).get(path[-1])
    return (info.description or "") if info else ""
