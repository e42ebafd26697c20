"""Every word of the interface, from `labels.yml`. A key that is missing is a fault of the code."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from .records.base import Lang

FILE = Path(__file__).with_name("labels.yml")


class Labels:
    """label("ui.skip", "zh") -> the words, with `{name}` places filled."""

    def __init__(self, flat: dict[str, dict[Lang, str]]) -> None:
        self.flat = flat

    def __call__(self, key: str, lang: Lang, **places: object) -> str:
        words = self.flat[key][lang]
        return words.format(**places) if places else words

    def __contains__(self, key: str) -> bool:
        return key in self.flat


def labels() -> Labels:
    """Read once, and again when the file was edited: the preview shows new words at once."""
    return _read(FILE.stat().st_mtime_ns)


@lru_cache(maxsize=1)
def _read(_changed: int) -> Labels:
    tree = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return Labels(dict(_flatten(tree, "")))


def _flatten(tree: dict[str, Any], prefix: str) -> Iterator[tuple[str, dict[Lang, str]]]:
    for key, value in tree.items():
        name = f"{prefix}{key}"
        if set(value) <= {"zh", "en"} and value:
            yield name, value
        else:
            yield from _flatten(value, f"{name}.")
