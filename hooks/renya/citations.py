"""Pandoc's citation syntax in a text, and the claims that it marks.

`[@fellmeth2018]`, `[@sc-2016-13, art. 4]`, `[@a; @b, p. 3]`, `[@practice]`. A citation
belongs to the sentence in which it stands or which it directly follows. Pure text: knows
neither records nor which sources exist.
"""

import re
from dataclasses import dataclass
from typing import NamedTuple

from .records.base import Lang
from .source import Path

PRACTICE = "practice"

_GROUP = re.compile(r"\[(@[^\[\]]*)\]")
_ONE = re.compile(r"@([a-z0-9]+(?:-[a-z0-9]+)*)(?:,\s*(\S[^;@]*?))?\s*\Z")
_LOOKALIKE = re.compile(
    r"[［【]\s*[@＠][^］】\]]*[］】\]]|\[\s*＠[^\]]*\]|\[\s+@[^\]]*\]|(?<!\])\(@[a-z0-9-]+\)"
    r"|\[[^\[\]@\n]*\s@[a-z0-9-]+[^\[\]\n]*\](?!\()"
    r"|\[-@[^\[\]\n]*\]?|\[@[^\[\]]*(?=\[|\Z)"
)
_SENTENCE_END = re.compile(
    r"[。！？!?]+[”’」』）)\"]*|\.[”’)\"]*(?=\s+[^a-z\s]|\s*$|\s*\[@)|\n\s*\n|\n\s*(?=[-*0-9])"
)
_TRAILING = re.compile(r"(\s*\[@[^\[\]]*\])+[。.；;，,]?")
_LABELS = (
    (re.compile(r"(?:article|art\.?|第)\s*"), "art-"),
    (re.compile(r"(?:section|sec\.?)\s*"), "sec-"),
    (re.compile(r"(?:item)\.?\s*"), "item-"),
)


class Cite(NamedTuple):
    """One source in a citation. key: id of a reference or a law, or `practice`."""

    key: str
    locator: str = ""

    @property
    def clause(self) -> str:
        """The clause id that the locator names: `art. 4` -> `art-4`; empty when none."""
        text = self.locator.strip().lower()
        for label, prefix in _LABELS:
            match = label.match(text)
            if match:
                return prefix + re.sub(r"[^a-z0-9]+", "-", text[match.end() :]).strip("-")
        return ""


@dataclass(frozen=True, slots=True)
class Group:
    """One pair of brackets. start, end: where it stands in the text."""

    start: int
    end: int
    cites: tuple[Cite, ...]


class Claim(NamedTuple):
    """A factual sentence with its sources, and where it stands.

    record: id. path: field. line: below that on which the text of the field begins.
    sentence: without citations.
    """

    record: str
    path: Path
    lang: Lang
    line: int
    sentence: str
    cites: tuple[Cite, ...]


def parse(text: str) -> tuple[list[Group], list[str]]:
    """All citations of a text, and each bracket that looks like one but cannot be read."""
    groups: list[Group] = []
    if "@" not in text and "＠" not in text:
        return groups, []
    faults: list[str] = [match[0] for match in _LOOKALIKE.finditer(text)]
    for match in _GROUP.finditer(text):
        cites = [_ONE.match(part.strip()) for part in match[1].split(";")]
        good = [Cite(one[1], (one[2] or "").strip()) for one in cites if one]
        if len(good) == len(cites):
            groups.append(Group(match.start(), match.end(), tuple(good)))
        else:
            faults.append(match[0])
    return groups, faults


def without(text: str) -> str:
    """The text as it reads without its citations."""
    return re.sub(r"[ \t]*\[@[^\[\]]*\]", "", text)


def sentences(text: str) -> list[tuple[int, str]]:
    """(offset, sentence), each with the citations that stand in it or directly follow it."""
    found: list[tuple[int, str]] = []
    # The full stop of "art. 4" ends no sentence: citations are blanked for the search.
    blank = _GROUP.sub(lambda match: "[@" + "-" * (len(match[0]) - 3) + "]", text)
    start = 0
    position = 0
    while position < len(text):
        match = _SENTENCE_END.search(blank, position)
        end = match.end() if match else len(text)
        trailing = _TRAILING.match(text, end)
        end = trailing.end() if trailing else end
        if text[start:end].strip():
            found.append((start, text[start:end]))
        start = position = max(end, position + 1)
    return found


def claims(record: str, path: Path, lang: Lang, text: str) -> list[Claim]:
    """The claims of one text."""
    if "[@" not in text:
        return []
    found = []
    for offset, sentence in sentences(text):
        groups, _ = parse(sentence)
        if groups:
            lead = len(sentence) - len(sentence.lstrip())
            line = text.count("\n", 0, offset + lead)
            cites = tuple(dict.fromkeys(cite for group in groups for cite in group.cites))
            found.append(Claim(record, path, lang, line, without(sentence).strip(), cites))
    return found
