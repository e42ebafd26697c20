"""One file's bytes -> one record, or the problems that an author can mend.

Translates pydantic's findings into plain sentences with the line of the field.
Knows one file at a time: what lies between records is `library`'s.
"""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

from pydantic import ValidationError

from ..kept import total
from ..problems import Problem, shown
from ..source import Located, Path, did_you_mean, dotted, read
from . import shape
from .base import Record
from .kinds import Kind
from .packed import Packed, Whole, pack

ID_FORM = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")


@dataclass(slots=True)
class Loaded:
    """A record with the places of its parts; `made` is None when the file is faulty.

    sum: of the kind, the path and the bytes.
    """

    kind: Kind
    located: Located
    made: Whole | Packed | None
    problems: list[Problem]
    sum: bytes

    @property
    def record(self) -> Record | None:
        made = self.made.open() if isinstance(self.made, Packed) else self.made
        return made.record if made else None


def load(
    kind: Kind, path: str, stem: str, data: bytes, again: Callable[[], bytes] | None = None
) -> Loaded:
    """Read and validate one file. path: for messages. stem: file name without `.yml`.

    again: reads the bytes once more, when the line of something is asked for.
    """
    located, sum_ = read(path, data, again), total(kind.name, path, data)
    problems = list(located.problems)
    if not located.readable:
        return Loaded(kind, located, None, problems, sum_)
    if not isinstance(located.value, dict):
        problems.append(_not_a_mapping(located))
        return Loaded(kind, located, None, problems, sum_)
    record: Record | None = None
    try:
        record = kind.model.model_validate(located.value)
    except ValidationError as error:
        said = {(problem.line, problem.field) for problem in problems}
        found = [_friendly(kind, located, dict(detail)) for detail in error.errors()]
        problems += [p for p in found if (p.line, p.field) not in said]
    problems += _name_faults(located, stem)
    located.value = None  # the record says the same; a large guide would hold everything twice
    if problems or record is None:
        return Loaded(kind, located, None, problems, sum_)
    made = pack(record) if kind.long else Whole(record)
    return Loaded(kind, located, made, problems, sum_)


def _not_a_mapping(located: Located) -> Problem:
    hint = "start with `title:` and write `field: value` lines"
    if isinstance(located.value, str) and "：" in located.value:
        message, hint = (
            "has full-width colons (：)", "use the plain colon and a space: `title: ...`",
        )  # fmt: skip
    else:
        message = f"is {_what(located.value)} where a mapping is due"
    return Problem(located.path, located.line(()), "", message, hint)


def _name_faults(located: Located, stem: str) -> list[Problem]:
    if not ID_FORM.match(stem):
        hint = "rename it: small letters, digits and hyphens, as calm-before-sleep.yml"
        return [Problem(located.path, 0, "", "has a file name that cannot be an address", hint)]
    given = located.value.get("id")
    if isinstance(given, str) and ID_FORM.match(given) and given != stem:
        line = located.line(("id",))
        message = f"{shown(given)} is not the file name '{stem}'"
        return [
            Problem(located.path, line, "id", message, f"write `id: {stem}` or rename the file")
        ]
    return []


def _what(value: Any) -> str:
    names: tuple[tuple[type, str], ...] = (
        (bool, "true or false"), (int, "a number"), (float, "a number"), (str, "text"),
        (datetime.date, "a date"), (list, "a list"), (dict, "a mapping"),
    )  # fmt: skip
    return next((name for kind, name in names if isinstance(value, kind)), "empty")


class _Finding(NamedTuple):
    """What pydantic found, at the path as the author wrote it."""

    kind: Kind
    located: Located
    path: Path
    type: str
    value: Any
    context: dict[str, Any]
    message: str

    @property
    def typed(self) -> Any:
        """The value as it was typed: `1.10`, not 1.1."""
        return self.located.places.raw.get(self.path, self.value)

    @property
    def annotation(self) -> Any:
        return shape.at(self.kind.model, self.path)

    @property
    def about(self) -> str:
        return shape.description(self.kind.model, self.path)


def _friendly(kind: Kind, located: Located, detail: dict[str, Any]) -> Problem:
    error = detail["type"]
    path: Path = tuple(detail["loc"])
    # Pydantic adds the branch of a union as a last, made-up step.
    while path and not _stands(kind, path, error):
        path = path[:-1]
    found = _Finding(
        kind, located, path, error, detail["input"], detail.get("ctx", {}), detail["msg"]
    )
    message, hint = _SENTENCES.get(error, _other)(found)
    if error == "value_error":
        first, _, rest = message.partition(": ")
        if rest and re.fullmatch(r"[a-z_-]+(\.[a-z]+)?", first):
            path, message = (*path, *first.split(".")), rest
    return Problem(located.path, located.line(path), dotted(path), message, hint)


def _stands(kind: Kind, path: Path, error: str) -> bool:
    if error == "extra_forbidden":
        path = path[:-1]
    return shape.at(kind.model, path) is not None


Sentence = tuple[str, str]


def _missing(found: _Finding) -> Sentence:
    *parents, name = found.path
    language = {"zh": "the Chinese", "en": "the English"}.get(str(name))
    if language and parents:
        return (
            "is missing",
            f"add {language} {parents[-1] if isinstance(parents[-1], str) else 'text'}",
        )
    return "is missing", f"add `{name}:`" + (f" ({found.about})" if found.about else "")


def _extra(found: _Finding) -> Sentence:
    parent = shape.bare(shape.at(found.kind.model, found.path[:-1]))
    known = list(shape.fields(parent)) if shape.is_model(parent) else []
    return "is not a field here", did_you_mean(str(found.path[-1]), known)


def _wants_text(found: _Finding) -> Sentence:
    if found.value is None:
        return "is empty", "write the text, or take the line out"
    if found.path in found.located.places.raw:
        message = f"is {_what(found.value)} ({found.typed}) where text is due"
        return message, f'put it in quotes: "{found.typed}"'
    return f"is {_what(found.value)} where text is due", "write one text"


def _wants_mapping(found: _Finding) -> Sentence:
    model = shape.bare(found.annotation)
    known = list(shape.fields(model))[:4] if shape.is_model(model) else []
    listed = ", ".join(f"{name}:" for name in known)
    return f"is {_what(found.value)} where a mapping is due", f"write {listed} on lines below"


def _wants_list(found: _Finding) -> Sentence:
    return f"is {_what(found.value)} where a list is due", "start each item with `- `"


def _choice(found: _Finding) -> Sentence:
    allowed = [str(word) for word in shape.choices(found.annotation)]
    message = f"{shown(found.typed)} is not one of the words allowed here"
    return message, did_you_mean(str(found.typed), allowed)


def _date(found: _Finding) -> Sentence:
    return (
        f"{shown(found.typed)} is not a date",
        "write year-month-day without quotes, as 2026-03-31",
    )


def _number(found: _Finding) -> Sentence:
    return f"is {_what(found.value)} where a number is due", "write digits without quotes"


def _truth(found: _Finding) -> Sentence:
    return f"is {_what(found.value)} where true or false is due", "write true or false"


def _form(found: _Finding) -> Sentence:
    pattern = found.context["pattern"]
    form = "small letters, digits and hyphens" if "a-z0-9" in pattern else found.about
    return f"{shown(found.value)} has the wrong form", f"use {form or pattern}"


def _own(found: _Finding) -> Sentence:
    """A validator of ours says `message|way out`."""
    message, _, hint = str(found.context["error"]).partition("|")
    return message, hint


def _short(found: _Finding) -> Sentence:
    if found.type == "string_too_short":
        return "is empty", "write the text, or take the line out"
    least = found.context.get("min_length", 1)
    what = "item" if least == 1 else "items"
    return f"has fewer than {least} {what}", "add what is missing" + (
        f" ({found.about})" if found.about else ""
    )


def _other(found: _Finding) -> Sentence:
    return found.message.lower(), found.about or "correct the value"


_SENTENCES: dict[str, Callable[[_Finding], Sentence]] = {
    "missing": _missing,
    "extra_forbidden": _extra,
    "string_type": _wants_text,
    "model_type": _wants_mapping,
    "model_attributes_type": _wants_mapping,
    "dict_type": _wants_mapping,
    "list_type": _wants_list,
    "literal_error": _choice,
    "date_type": _date,
    "date_from_datetime_parsing": _date,
    "int_type": _number,
    "int_from_float": _number,
    "float_type": _number,
    "bool_type": _truth,
    "string_pattern_mismatch": _form,
    "value_error": _own,
    "too_short": _short,
    "string_too_short": _short,
}
