"""What a published record must have beyond its schema. Drafts are let off."""

import re
from collections.abc import Iterator

from ..citations import without
from ..library import Entry, Library
from ..problems import Problem
from ..records.base import TO_WRITE, Pair
from ..records.case import Case
from ..records.vocabulary import STAGES
from .place import Each, problem

SUMMARY_ZH = 60
SUMMARY_EN = 35


@Each
def summary_fits(_library: Library, entry: Entry) -> Iterator[Problem]:
    """A summary is read in ten seconds: at most 60 Chinese characters and 35 English words."""
    if not entry.published:
        return
    summary = entry.face.summary
    zh = len(re.sub(r"\s", "", without(summary.zh)))
    en = len(summary.en.split())
    if zh > SUMMARY_ZH:
        yield problem(entry, ("summary", "zh"), f"has {zh} characters",
                      f"say it in {SUMMARY_ZH}")  # fmt: skip
    if en > SUMMARY_EN:
        yield problem(entry, ("summary", "en"), f"has {en} words", f"say it in {SUMMARY_EN}")


@Each
def translated(_library: Library, entry: Entry) -> Iterator[Problem]:
    """A text stands in both languages; a missing one is shown in the other, with a notice."""
    if not entry.published:
        return
    for path, text in entry.texts:
        if isinstance(text, Pair):
            continue
        for lang, name in (("zh", "Chinese"), ("en", "English")):
            if getattr(text, lang) is None:
                hint = f"add the {name} text; until then readers see the other language"
                yield problem(entry, (*path, lang), "is missing", hint, "warning")


@Each
def nothing_left_to_write(_library: Library, entry: Entry) -> Iterator[Problem]:
    """A published record holds none of the words that a skeleton puts where text is due."""
    if not entry.published:
        return
    for path, lang, text in entry.strings:
        if text == TO_WRITE[lang]:
            yield problem(entry, path, f"still says '{text}'", "write it, or keep status: draft")


@Each
def case_goes_all_the_way(_library: Library, entry: Entry) -> Iterator[Problem]:
    """A published case tells all stages of MZ/T 094-2017 and the follow-up."""
    if not entry.published:
        return
    if isinstance(entry.record, Case):
        given = {stage.stage for stage in entry.record.stages}
        missing = [stage for stage in STAGES if stage not in given]
        if missing:
            message = f"does not tell {', '.join(missing)}"
            hint = "add each stage; where it did not happen, say so and why"
            yield problem(entry, ("stages",), message, hint)


def replaced_by_is_told(library: Library) -> Iterator[Problem]:
    """A deprecated record names what replaces it."""
    for entry in library.entries.values():
        if entry.face.status == "deprecated" and entry.face.replaced_by is None:
            yield problem(entry, ("status",), "is deprecated without a successor",
                          "add replaced_by:, or withdraw the record")  # fmt: skip


CHECKS = (
    summary_fits,
    translated,
    nothing_left_to_write,
    case_goes_all_the_way,
    replaced_by_is_told,
)
