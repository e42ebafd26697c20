"""Texts of a record on a page, with their citations, and what was cited.

Remembers the sources of the page in the order in which they were cited.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup, escape

from ..citations import PRACTICE, Cite, Group
from ..library import Entry
from ..records.base import KnownText, Lang, Text
from ..records.law import Clause, Law
from ..records.reference import Reference
from . import markup
from .bibliography import formatted
from .links import Links
from .site import Site

_BLOCK = re.compile(r"\s*</?(?:p|ul|ol|li|blockquote|table|tr|td|th|thead|tbody)\b[^>]*>\s*")


class Work(NamedTuple):
    """A cited reference. number: on Chinese pages, in order of citation."""

    number: int
    entry: Entry
    html: Markup


class CitedLaw(NamedTuple):
    """A cited law with the clauses that were cited."""

    entry: Entry
    html: Markup
    clauses: list[Clause]


class Citing(Links):
    """The part of a page's context that draws texts.

    works: ids of cited references. laws: id of a law -> ids of its cited clauses.
    practice: whether a sentence rests on practice wisdom.
    """

    def __init__(self, site: Site, address: str, record_id: str = "") -> None:
        super().__init__(site, address, record_id)
        self.works: list[str] = []
        self.laws: dict[str, list[str]] = {}
        self.practice = False

    def text(self, text: Text) -> Markup:
        """A block: paragraphs and lists."""
        return self._in_some_language(text, block=True)

    def inline(self, text: Text) -> Markup:
        """A text that stands in a line, a list item or a table cell."""
        return self._in_some_language(text, block=False)

    def line(self, text: Text) -> Markup:
        """A text where only a line may stand, as in a heading: paragraphs are run together."""
        return Markup(_BLOCK.sub(" ", self.inline(text)).strip())

    def _in_some_language(self, text: Text, block: bool) -> Markup:
        draw = markup.render if block else markup.inline
        written = getattr(text, self.lang)
        if written is not None:
            made = Markup(draw(written, self.lang, self.cite, self.link_address))
        else:
            other: Lang = "en" if self.lang == "zh" else "zh"
            inner = Markup(draw(getattr(text, other), other, self.cite, self.link_address))
            tag = "div" if block else "span"
            note = Markup('<span class="missing">{}</span> ').format(self.t("ui.untranslated"))
            made = Markup('{}<{} lang="{}">{}</{}>').format(
                note, Markup(tag), self.t("ui.lang_tag_other"), inner, Markup(tag)
            )
        if isinstance(text, KnownText) and not text.known:
            mark = Markup('<span class="unknown">{}</span> ').format(self.t("ui.not_known"))
            opened = made.startswith("<p>")
            made = Markup("<p>") + mark + made[3:] if opened else mark + made
        return made

    def cite(self, group: Group) -> str:
        works = [cite for cite in group.cites if self._work(cite)]
        laws = [
            self._law(entry, entry.record, cite)
            for cite in group.cites
            if (entry := self.entry(cite.key)) and isinstance(entry.record, Law)
        ]
        made = self._works(works) if works else Markup("")
        if laws:
            made += Markup(self.t("ui.law_cite")).format(Markup(self.t("ui.semicolon")).join(laws))
        if any(cite.key == PRACTICE for cite in group.cites):
            self.practice = True
            made += Markup('<sup class="cite practice">[{}]</sup>').format(self.t("ui.practice"))
        return made

    def _work(self, cite: Cite) -> Reference | None:
        entry = self.entry(cite.key)
        return entry.record if entry and isinstance(entry.record, Reference) else None

    def number(self, key: str) -> int:
        """The number of a source on this page; it gets one when first cited."""
        if key not in self.works:
            self.works.append(key)
        return self.works.index(key) + 1

    def _works(self, cites: list[Cite]) -> Markup:
        made = []
        for cite in cites:
            work = self._work(cite)
            if work is None:
                continue
            number = self.number(cite.key)
            label = str(number) if self.lang == "zh" else formatted(work, "en").label
            locator = f", {cite.locator}" if cite.locator else ""
            unsure = work.verification not in ("seen_text", "computed")
            mark = Markup('<span class="unsure" title="{}">&#42;</span>').format(
                self.word("Verification", work.verification)
            )
            made.append(
                Markup('<a href="#source-{}">{}{}</a>{}').format(
                    cite.key, label, locator, mark if unsure else ""
                )
            )
        if self.lang == "zh":
            return Markup('<sup class="cite">[{}]</sup>').format(Markup(",").join(made))
        return Markup(' <span class="cite">({})</span>').format(Markup("; ").join(made))

    def _law(self, entry: Entry, law: Law, cite: Cite) -> Markup:
        clause = next((one for one in law.clauses if one.id == cite.clause), None)
        cited = self.laws.setdefault(cite.key, [])
        if clause and clause.id not in cited:
            cited.append(clause.id)
        name = self.plain(law.short)
        where = self.plain(clause.number) if clause else cite.locator
        verification = clause.verification if clause else law.verification
        unsure = verification not in ("seen_text", "computed")
        mark = Markup('<span class="unsure" title="{}">&#42;</span>').format(
            self.word("Verification", verification)
        )
        return Markup('<a href="{}">{}{}</a>{}').format(
            self.to(entry, cite.clause if clause else ""),
            name,
            self.t("ui.clause_of", clause=where) if where else "",
            mark if unsure else "",
        )

    def cite_all(self, ids: Iterable[str]) -> Markup:
        """A citation of whole works, as after a block of evidence."""
        return Markup(self.cite(Group(0, 0, tuple(Cite(one) for one in ids))))

    def cited_works(self) -> list[Work]:
        """The references cited so far: by number in Chinese, by name in English."""
        listed = []
        for number, key in enumerate(self.works, 1):
            entry = self.entry(key)
            if entry is not None and isinstance(entry.record, Reference):
                listed.append(Work(number, entry, self.formatted(entry.record)))
        return listed if self.lang == "zh" else sorted(listed, key=lambda w: str(w.html).lower())

    def cited_laws(self) -> list[CitedLaw]:
        """The laws cited so far, each with its cited clauses in the order of the law."""
        listed = []
        for key, cited in self.laws.items():
            entry = self.entry(key)
            if entry is not None and isinstance(entry.record, Law):
                clauses = [one for one in entry.record.clauses if one.id in cited]
                listed.append(CitedLaw(entry, self.law_entry(entry.record), clauses))
        return listed

    @property
    def has_sources(self) -> bool:
        return bool(self.works or self.laws)

    def formatted(self, reference: Reference) -> Markup:
        return Markup(formatted(reference, self.lang).entry)

    def law_entry(self, law: Law) -> Markup:
        parts = [self.plain(law.issuer), self.plain(law.title), law.number or ""]
        issued = [law.issued.isoformat()] if law.issued else []
        return escape(self.t("ui.stop").join([part for part in parts if part] + issued))
