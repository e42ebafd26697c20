"""What a template may ask while one page is made: words, texts, links, citations, relations.

Holds the little state that a page has: which sources were cited so far and which
sections were opened. Knows no template.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from markupsafe import Markup, escape

from ..citations import PRACTICE, Cite, Claim, Group
from ..labels import Labels
from ..library import Entry, Library
from ..records.base import Evidence, KnownText, Lang, Pair, Text
from ..records.kinds import BY_NAME
from ..records.law import Clause, Law
from ..records.reference import Reference
from . import markup
from .address import Addresses, in_language, relative
from .bibliography import formatted

_BLOCK = re.compile(r"\s*</?(?:p|ul|ol|li|blockquote|table|tr|td|th|thead|tbody)\b[^>]*>\s*")

# Links that a page shows in a section of its own and not among the related records.
SHOWN_ELSEWHERE = frozenset({"cites", "legal_basis"})


class Related(NamedTuple):
    heading: str
    entries: list[Entry]


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


@dataclass(frozen=True)
class Site:
    """What all pages of one language share. drafts: whether readers see drafts too."""

    library: Library
    labels: Labels
    addresses: Addresses
    lang: Lang
    drafts: bool = False

    def shows(self, entry: Entry | None) -> bool:
        return entry is not None and (
            entry.published or (self.drafts and entry.record.status == "draft")
        )


class Context:
    """The `p` of the templates."""

    def __init__(self, site: Site, address: str, record_id: str = "") -> None:
        self.site = site
        self.lang = site.lang
        self.address = address
        self.record_id = record_id
        self.works: list[str] = []
        self.laws: dict[str, list[str]] = {}
        self.outline: list[tuple[str, str]] = []
        self.practice = False

    # Words

    def t(self, key: str, **places: object) -> str:
        return self.site.labels(key, self.lang, **places)

    def word(self, vocabulary: str, value: object) -> str:
        return self.t(f"vocabulary.{vocabulary}.{value}")

    def words(self, vocabulary: str, values: Iterable[object]) -> str:
        return self.t("ui.comma").join(self.word(vocabulary, value) for value in values)

    def section(self, name: str) -> str:
        """Heading of a section; the page's outline remembers it."""
        title = self.t(f"sections.{name}")
        self.outline.append((name.replace("_", "-"), title))
        return title

    # Texts

    def plain(self, pair: Pair | Text) -> str:
        """The words of a title or label in the language of the page, or in the other."""
        if self.lang == "en" and pair.en:
            return pair.en.replace("'", "’")
        return getattr(pair, self.lang) or pair.zh or pair.en or ""

    def names(self, people: Iterable[Any]) -> dict[str, str]:
        """id -> label, for people or systems of a case."""
        return {one.id: self.plain(one.label) for one in people}

    def other(self, pair: Pair) -> str:
        return pair.en if self.lang == "zh" else pair.zh

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

    # Addresses and links

    def href(self, address: str, lang: Lang | None = None) -> str:
        here = in_language(self.address, self.lang)
        return relative(here, in_language(address, lang or self.lang))

    def to(self, entry: Entry, fragment: str = "") -> str:
        address = self.site.addresses.record(entry.kind.name, entry.id)
        return self.href(address) + (f"#{fragment}" if fragment else "")

    def listing(self, kind: str) -> str:
        return self.href(self.site.addresses.listing(kind))

    def prose(self, name: str) -> str:
        return self.href(self.site.addresses.prose(name))

    def entry(self, record_id: str) -> Entry | None:
        """The record, when readers may see it."""
        found = self.site.library.entries.get(record_id)
        return found if self.site.shows(found) else None

    def link(self, record_id: str) -> Markup:
        """A link to a record by its title; only the title when readers may not see the record."""
        found = self.site.library.entries.get(record_id)
        if found is None:
            return escape(record_id)
        title = self.plain(found.record.title)
        if not self.site.shows(found):
            return escape(title)
        return Markup('<a href="{}">{}</a>').format(self.to(found), title)

    def link_text(self, record_id: str) -> str:
        found = self.site.library.entries.get(record_id)
        return self.plain(found.record.title) if found else record_id

    def order_of(self, record_id: str) -> int:
        """Place of a role or dilemma among its kind."""
        found = self.site.library.entries.get(record_id)
        return getattr(found.record, "order", 0) if found else 0

    def links(self, ids: Iterable[str]) -> Markup:
        return Markup(self.t("ui.comma")).join(self.link(one) for one in dict.fromkeys(ids))

    def link_address(self, address: str) -> str | None:
        """A link written in a text: outside by https, inside by the name of the file."""
        if address.startswith(("https://", "http://", "#", "mailto:", "tel:")):
            return address
        path, _, fragment = address.partition("#")
        kind, _, name = path.removesuffix(".yml").rpartition("/")
        kind = kind.rpartition("/")[2]
        found = self.entry(name)
        if path.endswith(".yml") and found is not None and found.kind.name == kind:
            return self.to(found, fragment)
        if path.endswith(".md"):
            page = path.removesuffix(".md").lstrip("./")
            known = any(prose.name == page for prose in self.site.library.prose)
            return self.prose(page) + (f"#{fragment}" if fragment else "") if known else None
        return None

    # Citations

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

    # Relations

    def related(self, skip: Iterable[str] = ()) -> list[Related]:
        """Links in both directions, grouped by what they mean and by kind."""
        groups: dict[tuple[str, str, str], dict[str, Entry]] = {}
        here = self.site.library.entries.get(self.record_id)
        if here is None:
            return []
        hidden = SHOWN_ELSEWHERE | set(skip)
        for link in self.site.library.forward.get(here.id, []):
            self._group(groups, "forward", link.relation, link.target, hidden)
        for link in self.site.library.back.get(here.id, []):
            self._group(groups, "back", link.relation, link.source, hidden)
        order = {name: number for number, name in enumerate(BY_NAME)}
        return [
            Related(
                self.t(f"relations.{relation}.{way}", kind=self.t(f"kinds.{kind}.in_heading")),
                list(found.values()),
            )
            for (way, relation, kind), found in sorted(groups.items(), key=lambda g: order[g[0][2]])
        ]

    def _group(
        self,
        groups: dict[tuple[str, str, str], dict[str, Entry]],
        way: str,
        relation: str,
        record_id: str,
        hidden: frozenset[str],
    ) -> None:
        other = self.entry(record_id)
        if other is None or record_id == self.record_id or relation in hidden:
            return
        # One record is listed once, under the first relation that it has in this direction.
        kind = other.kind.name
        if any(record_id in found for key, found in groups.items() if key[2] == kind):
            return
        groups.setdefault((way, relation, kind), {})[record_id] = other

    def pointing(self, relation: str, kind: str) -> list[tuple[Entry, Any]]:
        """(record, part of it that holds the link) for links to this page's record."""
        return [
            (entry, _holder(entry.record, link.path))
            for link in self.site.library.back.get(self.record_id, [])
            if link.relation == relation
            and (entry := self.entry(link.source))
            and entry.kind.name == kind
        ]

    def resting_on(self, clause: str) -> list[str]:
        """Ids of records that rest on a clause of this law, or on no clause but the whole law."""
        back = self.site.library.back.get(self.record_id, [])
        linked = [
            link.source
            for link in back
            if link.relation == "legal_basis" and link.fragment == clause
        ]
        cited = [
            claim.record
            for claim in self.site.library.resting.get(self.record_id, [])
            if any(cite.key == self.record_id and cite.clause == clause for cite in claim.cites)
        ]
        return [one for one in dict.fromkeys(linked + cited) if self.entry(one)]

    def claims_on(self) -> list[tuple[Entry, list[Claim]]]:
        """Claims in the page's language that rest on this page's record, by record."""
        found: dict[str, list[Claim]] = {}
        for claim in self.site.library.resting.get(self.record_id, []):
            if claim.lang == self.lang:
                found.setdefault(claim.record, []).append(claim)
        return [(entry, made) for key, made in found.items() if (entry := self.entry(key))]

    def clause(self, target: str) -> tuple[Entry, Law, Clause | None] | None:
        """`sc-2016-13/art-4` -> the law and the clause, when readers may see them."""
        name, _, fragment = target.partition("/")
        entry = self.entry(name)
        if entry is None or not isinstance(entry.record, Law):
            return None
        law = entry.record
        return entry, law, next((one for one in law.clauses if one.id == fragment), None)

    # Evidence

    def distance(self, evidence: Evidence) -> str:
        """How far those who were studied are from our children: the farthest of four fields.

        An association has no provider, so that field says nothing about its distance.
        """
        fields = evidence.distance
        given = [fields.population, fields.place, fields.time]
        if not evidence.direction.startswith("association"):
            given.append(fields.provider)
        return next(step for step in ("far", "unknown", "near", "same") if step in given)


def _holder(record: Any, path: tuple[str | int, ...]) -> Any:
    """The part of a record in which a link stands: the nearest model above the field."""
    here, holder = record, record
    for part in path[:-1]:
        here = here[part] if isinstance(part, int) else getattr(here, part)
        if not isinstance(here, list):
            holder = here
    return holder
