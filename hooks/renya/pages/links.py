"""Addresses from one page to others, and links to records that readers may see."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from ..library import Entry
from ..records.base import Lang
from .address import in_language, relative, to_root
from .words import Words


class Links(Words):
    """The part of a page's context that knows where it stands."""

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

    def script(self, name: str) -> str:
        """The address of a script of the theme."""
        return to_root(in_language(self.address, self.lang)) + f"renya/{name}.js"

    def has_prose(self, name: str) -> bool:
        return any(page.name == name for page in self.site.library.prose)

    def entry(self, record_id: str) -> Entry | None:
        """The record, when readers may see it."""
        found = self.site.library.entries.get(record_id)
        return found if self.site.shows(found) else None

    def link(self, record_id: str) -> Markup:
        """A link to a record by its title; only the title when readers may not see the record."""
        found = self.site.library.entries.get(record_id)
        if found is None:
            return escape(record_id)
        title = self.plain(found.face.title)
        if not self.site.shows(found):
            return escape(title)
        return Markup(f'<a href="{escape(self.to(found))}">{escape(title)}</a>')

    def link_text(self, record_id: str) -> str:
        found = self.site.library.entries.get(record_id)
        return self.plain(found.face.title) if found else record_id

    def order_of(self, record_id: str) -> int:
        """Place of a role or dilemma among its kind."""
        found = self.site.library.entries.get(record_id)
        return getattr(found.face, "order", 0) if found else 0

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
