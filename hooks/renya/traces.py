"""Things made from the library, kept together with what was looked at to make them.

A kept thing is used again if everything that was looked at is as it was: then making it anew
would give the same. Whatever its maker looks at must be noted (`notes`) or stand in the seal.
"""

from array import array
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from .kept import Shelf, total
from .library import Library
from .notes import Note

_Made = tuple[Sequence[int], bytes, Any]  # numbers of the notes, sum of what they name, value
_NOTHING = b""
_MOST = 1_000_000  # notes; then all begins anew


class Sums:
    """The sum of each thing that can be noted, as the library holds it now."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known: dict[Note, bytes] = {}

    def of(self, note: Note) -> bytes:
        if note not in self._known:
            self._known[note] = self._reckon(*note)
        return self._known[note]

    def _reckon(self, sort: str, name: str) -> bytes:
        library = self._library
        if sort == "entries":
            entry = dict.get(library.entries, name)
            return entry.face_sum if entry else _NOTHING
        if sort == "whole":
            entry = dict.get(library.entries, name)
            return entry.sum if entry else _NOTHING
        if sort == "back":
            return total(repr(dict.get(library.back, name, ())))
        if sort == "forward":
            return self.of(("whole", name))
        if sort == "resting":
            rows = dict.get(library.resting, name, {})
            return total(*(self.of(("whole", one)) for one in rows))
        if sort == "kind":
            kind, _, drafts = name.partition(" ")
            return total(*(one.face_sum for one in library.of(kind, drafts == "drafts")))
        if sort == "all entries":
            return self._all
        raise KeyError(sort)  # a table that nobody taught this class

    @cached_property
    def _all(self) -> bytes:
        parts: list[bytes | str] = []
        for name, entry in dict.items(self._library.entries):
            parts += [name, entry.face_sum]
        return total(*parts)


class Traces:
    """Values by name, each good while everything that was looked at to make it is as it was."""

    def __init__(self, shelf: Shelf, library: Library) -> None:
        self._shelf = shelf
        self._sums = Sums(library)
        self._before: dict[str, _Made] = shelf.kept.get("made", {})
        self._names: list[Note] = shelf.kept.get("notes", [])
        if len(self._names) > _MOST:  # most of them of things that are no more
            self._names, self._before = [], {}
        self._numbers = {note: number for number, note in enumerate(self._names)}
        self._now: dict[str, _Made] = {}

    def get(self, name: str, *more: bytes) -> Any:
        """What was kept under the name, or None. more: sums of what it was also made of."""
        found = self._before.get(name)
        if found is None or self._sum(found[0], more) != found[1]:
            return None
        self._now[name] = found
        return found[2]

    def before(self, name: str) -> Any:
        """What was kept under the name, good or not."""
        found = self._before.get(name)
        return found[2] if found else None

    def drop(self, name: str) -> None:
        """What was found good turned out to be lost."""
        self._now.pop(name, None)

    def put(self, name: str, notes: Iterable[Note], value: Any, *more: bytes) -> None:
        numbers = array("I", sorted(self._number(note) for note in notes))
        self._now[name] = (numbers, self._sum(numbers, more), value)

    def save(self) -> None:
        """Keeps only what this run used or made."""
        if self._now != self._before:
            self._shelf.save({"notes": self._names, "made": self._now})
            self._before = {}

    def _number(self, note: Note) -> int:
        if note not in self._numbers:
            self._numbers[note] = len(self._names)
            self._names.append(note)
        return self._numbers[note]

    def _sum(self, numbers: Sequence[int], more: Iterable[bytes]) -> bytes:
        return total(*(self._sums.of(self._names[number]) for number in numbers), *more)
