"""The privacy gate over everything under docs: cases by the strict rules, all else by the mild.

Whole files are read, comments and ids included; what YAML makes of a text that the eye does
not see (a broken line, an escape) is scanned as well. Findings never quote what they found.
"""

import datetime
import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..cores import spread
from ..kept import code, total
from ..library import Entry, Library
from ..privacy import media
from ..privacy.classes import CLASSES, Zone
from ..privacy.finer import told_in_one_language
from ..privacy.readers import Unread, text_of
from ..privacy.report import Line
from ..privacy.verdicts import Verdicts
from ..problems import Problem
from ..records.case import Case
from ..source import MAX_BYTES
from .allowances import Allowance, read_allowances
from .place import Each, problem

CASES = "cases"
CACHE = ".cache/renya/privacy.json"
# Sources, and the sum under a sign-off, whose digits might look like a number.
_CITED = re.compile(r"\[-?@[^\]\n]*\]|\b[0-9a-f]{64}\b")


def nobody_can_be_recognised(library: Library) -> Iterator[Problem]:
    """No text, picture or file under docs holds what could identify a child."""
    if library.docs is None:
        return
    root = library.docs.parent
    allowed, problems = read_allowances(root, datetime.date.today())
    yield from problems
    by_file = {e.located.path: e for e in library.entries.values() if isinstance(e.face, Case)}
    verdicts = Verdicts(root / CACHE)
    docs = library.docs

    def one(inner: str) -> tuple[list[Problem], dict[str, list[list[object]]]]:
        name = f"{library.shown}/{inner}"
        own = [one for one in allowed if one.file == inner]
        part = verdicts.part()
        found = list(_file(docs / inner, name, inner, own, by_file.get(name), part))
        return found, part.asked

    gate = code()
    sums = {entry.located.path: entry.sum for entry in library.entries.values()}

    def key(inner: str) -> str:
        """All that the verdict on a file of a record rests on; of others, nothing is kept."""
        name = f"{library.shown}/{inner}"
        own = [repr(one) for one in allowed if one.file == inner]
        return total(gate, sums[name], inner, *own).hex() if name in sums else ""

    hidden = re.compile(r"(?:^|/)\.")  # as MkDocs hides it
    names = [name for name in sorted(library.files) if not hidden.search(name)]
    new = [name for name in names if not verdicts.clean(key(name))]
    for inner, (found, asked) in zip(new, spread(one, new), strict=True):
        verdicts.join(asked, "" if found else key(inner))
        yield from found
    verdicts.save()


def _file(
    path: Path, name: str, inner: str, own: list[Allowance], case: Entry | None, verdicts: Verdicts
) -> Iterator[Problem]:
    if not path.resolve().is_relative_to(path.parents[inner.count("/")].resolve()):
        return  # `folder` tells of links that lead out, and nothing of theirs is published
    try:
        data = path.read_bytes()
        if len(data) > MAX_BYTES and inner.endswith(".yml"):
            return  # refused unread by the reader of records, so nothing of it is published
        for kind in media.kinds(inner, data):
            if not any(one.sha256 == hashlib.sha256(data).hexdigest() for one in own):
                yield _problem(name, 0, kind, CLASSES[kind].reason)
        if Path(inner).suffix.lower() in media.PICTURES:
            return
        text = text_of(inner, data)
    except OSError:
        return  # told by `folder`
    except Unread as error:
        if not inner.endswith((".yml", ".md")):  # those are told by their own readers
            hint = "publish it as text, or leave it out"
            yield Problem(name, 0, "", f"{error}, so the gate cannot vouch for it", hint)
        return
    zone: Zone = "case" if inner.partition("/")[0] == CASES else "site"
    stem = Path(inner).stem.encode("utf-8", "replace").decode()  # a name may be no text at all
    words = re.sub(r"[-_.]+", " ", stem).title()
    for one in verdicts.lines(name, words, zone, pseudonyms(case)):
        if one.action == "block":
            hint = "rename it to what the case is about; the name becomes its address"
            yield Problem(
                name, 0, "", f"{one.kind.replace('_', ' ')} in the name of the file", hint
            )
    for one in _lines(name, _blanked(text, own), zone, case, verdicts):
        severity = "error" if one.action == "block" else "warning"
        yield _problem(name, one.line, one.kind, one.reason, severity)


def _lines(
    name: str, text: str, zone: Zone, case: Entry | None, verdicts: Verdicts
) -> Iterator[Line]:
    declared = pseudonyms(case)
    yield from verdicts.lines(name, text, zone, declared)
    if case is None:
        return
    for path, _, written in case.strings:
        if written not in text:  # YAML joins lines and opens escapes
            for one in verdicts.lines(name, _blanked(written, ()), zone, declared):
                yield Line(
                    name, case.located.line(path), 1, one.kind, one.action, one.text, one.reason
                )


def pseudonyms(case: Entry | None) -> frozenset[str]:
    """The made-up names that a case declares, in both languages."""
    if case is None or not isinstance(case.face, Case):
        return frozenset()
    return frozenset(name for pair in case.face.pseudonyms for name in (pair.zh, pair.en) if name)


def _blanked(text: str, own: Iterable[Allowance]) -> str:
    """Sources and what two people allowed as spaces, so that every place stays where it is."""
    text = _CITED.sub(lambda match: " " * len(match[0]), text)
    for one in own:
        if one.text:
            text = text.replace(one.text, re.sub(r"[^\n]", " ", one.text))
    return text


def _problem(name: str, line: int, kind: str, reason: str, severity: str = "error") -> Problem:
    message, _, hint = reason.partition("; ")
    return Problem(name, line, "", f"{kind.replace('_', ' ')}: {message}", hint, severity)  # type: ignore[arg-type]


@Each
def both_languages_tell_the_same(_library: Library, entry: Entry) -> Iterator[Problem]:
    """A case names no province in one language alone: the finer text would give it away."""
    if entry.kind.name != "cases" or not entry.published:
        return
    for path, text in entry.texts:
        for name in told_in_one_language(text.zh or "", text.en or ""):
            if text.zh and text.en:
                message = f"names {name} in one language alone"
                hint = "say 'another province' in both, or name it in both"
                yield problem(entry, path, message, hint)


CHECKS = (nobody_can_be_recognised, both_languages_tell_the_same)
