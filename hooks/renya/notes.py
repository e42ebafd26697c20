"""What is looked at while something is made, so that it can be kept until that changes.

Whoever hands out a thing notes its name; whoever makes something opens a list of notes around the
making. Nothing is noted while no list is open. Knows neither things nor makers.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar

Note = tuple[str, str]  # sort of thing, name
Row = TypeVar("Row")

_lists: list[set[Note]] = []


def note(sort: str, name: str) -> None:
    if _lists:
        _lists[-1].add((sort, name))


@contextmanager
def noting() -> Iterator[set[Note]]:
    """The notes made within; an outer list gets them too."""
    made: set[Note] = set()
    _lists.append(made)
    try:
        yield made
    finally:
        _lists.pop()
        if _lists:
            _lists[-1].update(made)


class Table(dict[str, Row], Generic[Row]):
    """A table that notes which rows are looked up; to go through it is to look at `all` of it."""

    def __init__(self, sort: str, rows: dict[str, Row]) -> None:
        super().__init__(rows)
        self.sort = sort

    def __getitem__(self, name: str) -> Row:
        note(self.sort, name)
        return super().__getitem__(name)

    def __contains__(self, name: object) -> bool:
        note(self.sort, str(name))
        return super().__contains__(name)

    def get(self, name: str, default=None):  # type: ignore[no-untyped-def]
        note(self.sort, name)
        return super().get(name, default)

    def __iter__(self) -> Iterator[str]:
        note(f"all {self.sort}", "")
        return super().__iter__()

    def keys(self):  # type: ignore[no-untyped-def]
        note(f"all {self.sort}", "")
        return super().keys()

    def values(self):  # type: ignore[no-untyped-def]
        note(f"all {self.sort}", "")
        return super().values()

    def items(self):  # type: ignore[no-untyped-def]
        note(f"all {self.sort}", "")
        return super().items()
