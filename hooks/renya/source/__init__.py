"""Bytes of a YAML file in, plain values that know their lines out.

Reads a small, strict part of YAML: mappings, lists and scalars. Anchors, tags and
several documents are refused, because an author never needs them and each is a way to
hide something. Parser events are used instead of composed nodes, as libyaml's
composer overflows the C stack on deep nesting.

`quick` reads a clean file, `careful` any file, with the line of every part. Knows nothing of
records.
"""

from collections.abc import Callable
from functools import partial

import yaml

from ..problems import Problem
from .careful import parse
from .decoding import MAX_BYTES, Unreadable, text_of
from .located import Located, Path, Places, did_you_mean, dotted
from .quick import MAX_DEPTH, Odd, quick

__all__ = [
    "MAX_BYTES", "MAX_DEPTH", "Located", "Path", "Places", "did_you_mean", "dotted", "read",
]  # fmt: skip


def read(path: str, data: bytes, again: Callable[[], bytes] | None = None) -> Located:
    """Parse one file. Never raises for bad input: see `Located.problems`.

    again: reads the bytes once more when a line is asked for; without it they are kept.
    """
    try:
        text = text_of(data)
    except Unreadable as error:
        line, message, hint = error.fault
        return Located(path, problems=[Problem(path, line, "", message, hint)], readable=False)
    try:
        value = quick(text)
    except (Odd, yaml.YAMLError, ValueError):
        return parse(path, text)
    # No closure: what was read in another process must come over whole.
    return Located(path, value, find=partial(_places, path, again or partial(bytes, data)))


def _places(path: str, again: Callable[[], bytes]) -> Places:
    """Of a file that was clean; if it has changed since, as far as they can be found."""
    try:
        return parse(path, text_of(again())).places
    except (Unreadable, OSError):
        return Places()
