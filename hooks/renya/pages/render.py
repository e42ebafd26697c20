"""All pages of a library in one language: home, a listing a kind, a page a record."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from ..citations import without
from ..labels import Labels, labels
from ..library import Entry, Library
from ..records.base import Lang
from ..records.kinds import KINDS, Kind
from . import drawing
from .address import Addresses
from .chips import chips
from .context import Context
from .finding import badge
from .listing import COMPACT, by_cause, by_outcome, grouped
from .page import Page
from .receipt import receipt
from .site import Site
from .tools import TOOLS

TEMPLATES = Path(__file__).with_name("templates")


class Job(NamedTuple):
    """A page to draw. kind: None for the home page and the tools. entry: None for a listing.

    tool: name of a tool, which is its address too.
    """

    lang: Lang
    kind: Kind | None
    entry: Entry | None
    tool: str = ""

    def address(self, addresses: Addresses) -> str:
        """From the root of its language."""
        if self.tool:
            return addresses.prose(self.tool)
        if self.kind is None:
            return addresses.home()
        if self.entry is None:
            return addresses.listing(self.kind.name)
        return addresses.record(self.kind.name, self.entry.id)


def jobs(library: Library, lang: Lang, drafts: bool = False) -> Iterator[Job]:
    """Every page that the records make, in a stable order."""
    yield Job(lang, None, None)
    for name in TOOLS:
        yield Job(lang, None, None, name)
    for kind in KINDS:
        yield Job(lang, kind, None)
        for entry in library.of(kind.name, drafts):
            yield Job(lang, kind, entry)


def draw(site: Site, job: Job) -> Page:
    """One page, in the language of the site."""
    if job.tool:
        return tool(site, job.tool)
    if job.entry is not None:
        return record_page(site, job.entry)
    if job.kind is not None:
        return listing(site, job.kind, site.library.of(job.kind.name, site.drafts))
    return home(site)


def pages(
    library: Library,
    lang: Lang,
    addresses: Addresses | None = None,
    drafts: bool = False,
    words: Labels | None = None,
) -> Iterator[Page]:
    """All of them, one after the other."""
    site = Site(library, words or labels(), addresses or Addresses(), lang, drafts)
    return (draw(site, job) for job in jobs(library, lang, drafts))


def home(site: Site) -> Page:
    p = Context(site, site.addresses.home())
    counts = {kind.name: len(site.library.of(kind.name, site.drafts)) for kind in KINDS}
    reviewed = [entry.face.reviewed for entry in site.library.entries.values() if entry.published]
    body = template("home").render(
        p=p,
        kinds=KINDS,
        tools=list(TOOLS),
        counts=counts,
        dilemmas=_in_order(p, site, "dilemmas"),
        roles=_in_order(p, site, "roles"),
        reviewed=max(reviewed, default=None),
        chips=chips,
    )
    return Page(
        site.lang, p.address, "", p.t("ui.site_name"), p.t("ui.site_description"), body, kind="home"
    )


def _in_order(p: Context, site: Site, kind: str) -> list[Entry]:
    return [e for _, group in grouped(p, kind, site.library.of(kind, site.drafts)) for e in group]


def tool(site: Site, name: str) -> Page:
    """A page that gathers records to answer one question; without a script it is a listing."""
    p = Context(site, site.addresses.prose(name))
    body = template(name).render(p=p, chips=chips, found=TOOLS[name](p))
    title, about = p.t(f"tools.{name}"), p.t(f"tools.{name}_about")
    return Page(site.lang, p.address, "", title, about, body, kind="tool")


def listing(site: Site, kind: Kind, entries: list[Entry]) -> Page:
    p = Context(site, site.addresses.listing(kind.name))
    body = template("listing").render(
        p=p,
        kind=kind,
        groups=grouped(p, kind.name, entries),
        chips=chips,
        compact=kind.name in COMPACT,
        causes=by_cause(entries),
        ended=by_outcome(entries),
    )
    title = p.t(f"kinds.{kind.name}.many")
    intro = p.t(f"kinds.{kind.name}.intro")
    return Page(site.lang, p.address, kind.name, title, intro, body, kind="listing")


def record_page(site: Site, entry: Entry) -> Page:
    record = entry.record
    p = Context(site, site.addresses.record(entry.kind.name, entry.id), entry.id)
    # The main part comes first: it tells which sections and sources the frame has to list.
    main = template(entry.kind.singular).render(p=p, r=record, entry=entry, chips=chips)
    body = template("record").render(p=p, r=record, entry=entry, main=main, chips=chips)
    return Page(
        lang=site.lang,
        address=p.address,
        section=entry.kind.name,
        title=p.plain(record.title),
        description=without(p.plain(record.summary)),
        body=body,
        source=entry.located.path,
        kind=entry.kind.name,
        record_id=entry.id,
    )


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["receipt"] = receipt
    made.filters["badge"] = lambda evidence, p: badge(p, evidence)
    made.globals["drawing"] = drawing
    made.filters["named"] = lambda ids, names: [names[one] for one in ids]
    return made


def template(name: str) -> Template:
    return _environment().get_template(f"{name}.html")
