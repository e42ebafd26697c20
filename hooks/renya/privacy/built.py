"""A built site, file by file, by the milder rules: what is about to leave the house.

The sources were read whole before the build; this is the second net, for what templates,
indexes and downloads add. Pages repeat each other, so each distinct line is read once.
"""

import json
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from .classes import CLASSES
from .readers import ENDINGS, Unread, text_of
from .report import Line
from .repository import IN_PROGRAMS
from .scan import Finding, scan

_CALL = re.compile(r'renya\("[^"]*",(.*)\)\s*', re.DOTALL)


def scan_built(site: Path, allowed: Iterable[str] = ()) -> tuple[list[Line], list[tuple[str, str]]]:
    """What was found below the folder, and the files that could not be read, each with why.

    allowed: exact words that two people let pass, wherever a page repeats them.

    Files of no text (icons) are left: pictures were judged where they came from.
    """
    found: list[Line] = []
    unread: list[tuple[str, str]] = []
    known: dict[str, list[Finding]] = {}
    os.listdir(site)  # a folder that is not there must not look like a clean one
    for path in sorted(site.rglob("*")):
        if path.suffix.lower() not in ENDINGS or not path.is_file():
            continue
        name = path.relative_to(site).as_posix()
        try:
            text = text_of(path.name, path.read_bytes())
        except Unread as error:
            unread.append((name, str(error)))
            continue
        if path.suffix == ".js":
            text = _handed_over(text)
        for words in filter(None, allowed):
            text = text.replace(words, " " * len(words))
        found += _lines(name, text, known)
    return found, unread


def _handed_over(text: str) -> str:
    """Of a file of the search the texts in it, a line each; any other script as it is.

    A file of the search is one call that hands over JSON. Texts lie in nested lists; a single
    string, or an object, is codes made of the words of those same texts.
    """
    call = _CALL.fullmatch(text)
    if not call:
        return text
    try:
        value = json.loads(call[1])
    except ValueError:
        return text
    return "\n".join(_strings(value)) if isinstance(value, list) else ""


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)


def _lines(name: str, text: str, known: dict[str, list[Finding]]) -> Iterator[Line]:
    for number, row in enumerate(text.splitlines(), 1):
        if row not in known:
            known[row] = scan(row, "site")
        for one in known[row]:
            if name.endswith(".js") and one.kind in IN_PROGRAMS:
                continue
            reason = CLASSES[one.kind].reason
            yield Line(name, number, one.start + 1, one.kind, one.action, one.masked, reason)
