"""A record kept small: its face at hand, all of it packed until somebody reads it.

A case is a hundred times longer than a term, and a large guide holds thousands of them. Lists,
links and most rules need only the face: what stands in short fields. A whole record is opened
for its own page and its own checks, and the last few stay open.
"""

import pickle
import zlib
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Any

from ..kept import total
from ..notes import note
from ..source import Path
from . import shape, walk
from .base import Lang, Pair, Record, Text

_OPEN = 16  # records that stay open


@dataclass(frozen=True)
class Whole:
    """A record with its texts, walked once because most checks read them."""

    record: Record

    def __reduce__(self) -> tuple[type["Whole"], tuple[Record]]:
        """Without the texts: they are found again."""
        return Whole, (self.record,)

    @cached_property
    def texts(self) -> tuple[tuple[Path, Text | Pair], ...]:
        """(path, text) of every bilingual text."""
        return tuple(walk.texts(self.record))

    @cached_property
    def strings(self) -> tuple[tuple[Path, Lang, str], ...]:
        """(path, language, string) of every written one."""
        return tuple(walk.strings(self.texts))


@dataclass(frozen=True, slots=True)
class Packed:
    """face: the record without its long fields; asking for one of them raises AttributeError.

    face_sum: changes when the face does.
    """

    face: Record
    data: bytes
    face_sum: bytes

    def open(self) -> Whole:
        note("whole", self.face.id)
        return _opened(self.data)


def pack(record: Record) -> Packed:
    short: dict[str, Any] = {name: getattr(record, name) for name in _short(type(record))}
    face = type(record).model_construct(_fields_set=set(), **short)
    for name in type(record).model_fields:
        if name not in short:
            vars(face).pop(name, None)  # a default would pass for what the author wrote
    data = zlib.compress(pickle.dumps(record, pickle.HIGHEST_PROTOCOL), 1)
    return Packed(face, data, total(repr(sorted(short.items()))))


@lru_cache(maxsize=_OPEN)
def _opened(data: bytes) -> Whole:
    record: Record = pickle.loads(zlib.decompress(data))  # made by this process or its parent
    return Whole(record)


@cache
def _short(model: type[Record]) -> tuple[str, ...]:
    """The fields without a text of many lines and without a list of parts that hold words."""
    return tuple(name for name, info in model.model_fields.items() if not _long(info.annotation))


def _long(annotation: Any) -> bool:
    item = shape.item(annotation)
    inner = shape.bare(item or annotation)
    if not shape.is_model(inner) or issubclass(inner, Pair):
        return False
    if issubclass(inner, Text) or (item and _worded(inner)):
        return True
    return any(_long(info.annotation) for info in inner.model_fields.values())


def _worded(model: Any) -> bool:
    found = (info.annotation for info in model.model_fields.values())
    kinds = [shape.bare(shape.item(one) or one) for one in found]
    return any(
        shape.is_model(one) and (issubclass(one, Text | Pair) or _worded(one)) for one in kinds
    )
