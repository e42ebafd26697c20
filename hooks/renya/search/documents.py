"""What can be found: records and prose pages, as plain texts with the names of their fields.

A unit is a record or a prose page in both languages; a document is a unit in one of them.
Drafts and withdrawn records are no documents, whatever the preview shows. Knows no token.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, NamedTuple

from ..citations import without
from ..labels import Labels
from ..library import Entry, Library, Prose
from ..pages.address import Addresses
from ..pages.chips import chips
from ..pages.context import Context
from ..pages.site import Site
from ..records.base import LANGS, Lang
from ..records.kinds import KINDS
from ..records.reference import Reference

PROSE = "prose"

# Fields whose words for readers have another key in labels.yml than their own name.
_LABELS = {
    "red_flags": "sections.danger",
    "genogram": "sections.family",
    "ecomap": "sections.network",
    "outcome_text": "sections.outcome",
    "status_note": "fields.legal_status",
    "addresses": "sections.document",
    "construct_text": "fields.construct",
    "cutoffs_note": "sections.cutoffs",
    "left_behind_norms": "fields.norms",
}
# Names by which a record is also known; the rest of its texts is body.
_NAMES = {"short", "issuer", "value", "original_name"}
_HEAD = {"title", "summary"}

_MARKUP = re.compile(r"\[([^\[\]]*)\]\([^()]*\)|[*_`#>|]+|^\s*(?:[-+]|\d+\.)\s+", re.MULTILINE)
_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_TITLE = re.compile(r"^# +(.+?)(?: *\{[^}]*\})? *$", re.MULTILINE)
_SECTION = re.compile(r"^## +(.+?)(?: *\{[^}]*\})? *$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Document:
    """A unit in one language.

    also: other names, numbers and authors. facts: the words of its vocabularies.
    body: (name of the field, text), as the page shows them.
    """

    title: str
    summary: str
    also: tuple[str, ...] = ()
    facts: str = ""
    body: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """kind: of record, or `prose`. name: record id, or path of the prose page without ending.

    facets: ids of dilemmas and roles under which a reader may look for it.
    """

    kind: str
    name: str
    documents: dict[Lang, Document]
    facets: tuple[str, ...] = ()


class Source(NamedTuple):
    """Where a unit comes from: a record, or prose pages by language."""

    kind: str
    name: str
    entry: Entry | None = None
    pages: Mapping[Lang, Prose] = MappingProxyType({})


def sources(library: Library) -> list[Source]:
    """Everything that can be found, kind by kind, in the order of ids."""
    found = [
        Source(kind.name, entry.id, entry)
        for kind in KINDS
        for entry in sorted(library.of(kind.name), key=lambda one: one.id)
    ]
    pages: dict[str, dict[Lang, Prose]] = defaultdict(dict)
    for page in library.prose:
        pages[page.name][page.lang] = page
    return [*found, *(Source(PROSE, name, pages=pages[name]) for name in sorted(pages))]


def unit(library: Library, words: Labels, source: Source) -> Unit:
    """The texts of a source in its languages."""
    if source.entry is None:
        found = {lang: prose(page.text) for lang, page in source.pages.items()}
        return Unit(source.kind, source.name, found)
    made = {lang: _record(Site(library, words, Addresses(), lang), source.entry) for lang in LANGS}
    return Unit(source.kind, source.name, made, _facets(library, source.entry))


def plain(text: str) -> str:
    """A text as it reads: without citations and Markdown."""
    return _MARKUP.sub(lambda match: match[1] or " ", without(text)).strip()


def prose(text: str) -> Document:
    """A Markdown page, cut at its second headings."""
    matter = _MATTER.match(text)
    text = text[matter.end() :] if matter else text
    described = re.search(r"^description: *(.+)$", matter[1], re.MULTILINE) if matter else None
    title = _TITLE.search(text)
    parts = _SECTION.split(text[title.end() :] if title else text)
    headings = ["", *parts[1::2]]
    body = tuple(
        (plain(heading), plain(part))
        for heading, part in zip(headings, parts[::2], strict=True)
        if part.strip()
    )
    sought = re.search(r"^search_terms: *(.+)$", matter[1], re.MULTILINE) if matter else None
    also = tuple(re.split("[、,] *", sought[1])) if sought else ()
    return Document(
        plain(title[1]) if title else "", described[1] if described else "", also, body=body
    )


def _record(site: Site, entry: Entry) -> Document:
    record, lang = entry.record, site.lang
    p = Context(site, site.addresses.record(entry.kind.name, entry.id), entry.id)
    also: list[str] = []
    body: dict[str, list[str]] = defaultdict(list)
    for path, written, text in entry.strings:
        name = str(path[0])
        if written != lang or name in _HEAD:
            continue
        if name in _NAMES:
            also.append(plain(text))
        else:
            body[_label(site, name)].append(plain(text))
    also += _names(record, lang)
    return Document(
        title=p.plain(record.title),
        summary=plain(p.plain(record.summary)),
        also=tuple(dict.fromkeys(name for name in also if name)),
        facts=" ".join(word for word in chips(p, entry.kind.name, record) if word),
        body=tuple((label, "\n".join(texts)) for label, texts in body.items()),
    )


def _label(site: Site, name: str) -> str:
    keys = (_LABELS.get(name, f"sections.{name}"), f"fields.{name}")
    return next((site.labels(key, site.lang) for key in keys if key in site.labels), "")


def _names(record: Any, lang: Lang) -> Iterator[str]:
    """What a record is called beside its title, by the fields that a kind may have."""
    yield from getattr(record.search_terms, lang)
    if variants := getattr(record, "variants", None):
        yield from getattr(variants, lang)
    for avoided in getattr(record, "avoid", ()):
        yield avoided.word
    yield from (getattr(record, name, None) or "" for name in ("abbreviation", "number"))
    if isinstance(record, Reference):
        work = record.csl
        yield work.title
        names = [*work.author, *work.editor, *(record.romanised if lang == "en" else ())]
        yield from (" ".join(filter(None, (n.literal, n.family, n.given))) for n in names)
        yield from (part or "" for part in (work.container_title, work.publisher, work.DOI))


def _facets(library: Library, entry: Entry) -> tuple[str, ...]:
    wanted = ("dilemmas", "roles")
    found = {link.target for link in library.forward.get(entry.id, ()) if link.wants in wanted}
    if entry.kind.name in wanted:
        found.add(entry.id)
    return tuple(sorted(one for one in found if one in library.entries))
