"""Every text and every link of a record, with its path, found from the models' own types."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ..source import Path
from . import shape
from .base import LANGS, Lang, Pair, Record, RefTo, Text

Visit = Callable[[Any, Path], Iterator[Any]]


def texts(record: Record) -> Iterator[tuple[Path, Text | Pair]]:
    """(path, text) for every bilingual text, in the order of the model."""
    yield from _walk(record, (), "text")


def strings(
    found: Iterable[tuple[Path, Text | Pair]],
) -> Iterator[tuple[Path, Lang, str]]:
    """(path, language, string) for every written language of the texts."""
    for path, text in found:
        for lang in LANGS:
            value = getattr(text, lang)
            if value is not None:
                yield (*path, lang), lang, value


def refs(record: Record) -> Iterator[tuple[Path, RefTo, str]]:
    """(path, what it points to, id) for every field that names another record."""
    yield from _walk(record, (), "ref")


def _walk(model: BaseModel, path: Path, want: str) -> Iterator[Any]:
    for name, attribute, mark, deep in _plan(type(model), want):
        value = getattr(model, attribute)
        if value is None:
            continue
        if isinstance(value, list):
            for index, one in enumerate(value):
                yield from _one(one, (*path, name, index), mark, deep, want)
        else:
            yield from _one(value, (*path, name), mark, deep, want)


def _one(value: Any, path: Path, mark: RefTo | None, deep: bool, want: str) -> Iterator[Any]:
    if mark is not None:
        yield path, mark, value
    elif want == "text" and isinstance(value, Text | Pair):
        yield path, value
    elif deep and isinstance(value, BaseModel):
        yield from _walk(value, path, want)


@cache
def _plan(model: type[BaseModel], want: str) -> list[tuple[str, str, RefTo | None, bool]]:
    """Only the fields of a model under which something wanted can stand."""
    plan = []
    for attribute, info in model.model_fields.items():
        pointer = mark(info) if want == "ref" else None
        inner = shape.bare(shape.item(info.annotation) or info.annotation)
        deep = shape.is_model(inner) and (_is_text(inner) or bool(_plan(inner, want)))
        if want == "ref" and shape.is_model(inner) and _is_text(inner):
            deep = False
        if pointer or deep:
            plan.append((info.alias or attribute, attribute, pointer, deep))
    return plan


def _is_text(model: type) -> bool:
    return issubclass(model, Text | Pair)


def mark(info: FieldInfo) -> RefTo | None:
    """The outermost mark wins: a field may narrow the relation of its type."""
    for part in reversed(info.metadata):
        if isinstance(part, RefTo):
            return part
    annotation = info.annotation
    for candidate in (annotation, shape.item(annotation), *_members(annotation)):
        if get_origin(candidate) is Annotated:
            marks = [part for part in get_args(candidate)[1:] if isinstance(part, RefTo)]
            if marks:
                return marks[-1]
    return None


def _members(annotation: Any) -> tuple[Any, ...]:
    return get_args(annotation) if get_origin(annotation) is not list else ()
