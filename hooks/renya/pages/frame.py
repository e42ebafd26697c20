"""The frame around every page: what the theme's `base.html` shows in head, header and footer.

The theme is drawn once for each language, depth and section, with marks where pages differ;
then each page is poured into that shell. Drawing the theme for every page would take most
of the time of a build.
"""

import html
import re
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from ..labels import Labels
from ..records.base import LANGS, Lang
from ..records.kinds import KINDS
from .address import Addresses, in_language, to_root
from .page import Page
from .tools import TOOLS

HTML_LANG: dict[Lang, str] = {"zh": "zh-Hans", "en": "en"}
_MARK = re.compile(r"%%renya-([a-z]+)%%")
# In the header of every page; the other kinds are one click further, in the menu.
FIRST = ("dilemmas", "interventions", "cases", "roles", "policy")


@dataclass(frozen=True, slots=True)
class ProseLink:
    """A prose page in the menu. address: from the root of its language."""

    address: str
    title: str


@dataclass(frozen=True, slots=True)
class Framer:
    """What all frames of one language share. site_url: with a slash at its end, or empty."""

    lang: Lang
    labels: Labels
    addresses: Addresses
    site_url: str
    prose: tuple[ProseLink, ...]

    @property
    def other(self) -> Lang:
        return "en" if self.lang == "zh" else "zh"

    def local(self, address: str) -> str:
        """From the root of the site."""
        return in_language(address, self.lang)

    def values(self, page: Page, base: str | None = None) -> dict[str, Any]:
        """What the theme reads as `renya`. base: the way to the root of the site."""
        base = to_root(self.local(page.address)) if base is None else base

        def to(address: str) -> str:
            return base + self.local(address) or "./"

        return {
            "t": lambda key, **places: self.labels(key, self.lang, **places),
            "lang": HTML_LANG[self.lang],
            "base": base,
            "home": to(self.addresses.home()),
            "title": self._full_title(page),
            "site_name": self.labels("ui.site_name", self.lang),
            "description": page.description,
            "canonical": self.site_url + self.local(page.address) if self.site_url else "",
            "alternates": self._alternates(page.address),
            "switch": base + in_language(page.address, self.other) or "./",
            "switch_lang": HTML_LANG[self.other],
            "sections": [
                {
                    "name": kind.name,
                    "href": to(self.addresses.listing(kind.name)),
                    "title": self.labels(f"kinds.{kind.name}.many", self.lang),
                    "current": kind.name == page.section,
                    "first": kind.name in FIRST,
                }
                for kind in KINDS
            ],
            "prose": [
                {
                    "href": to(link.address),
                    "title": link.title,
                    "current": link.address == page.address,
                }
                for link in self.prose
            ],
            "tools": [
                {
                    "href": to(self.addresses.prose(name)),
                    "title": self.labels(f"tools.{name}", self.lang),
                    "current": self.addresses.prose(name) == page.address,
                }
                for name in TOOLS
            ],
            "danger": to(self.addresses.prose("danger")),
            "search": to(self.addresses.prose("search")),
            "content": Markup(page.body),
            "kind": page.kind,
        }

    def not_found(self, root: str) -> dict[str, Any]:
        """For 404.html, which a server sends for any address. root: path of the site."""
        title = self.labels("ui.not_found", self.lang)
        page = Page(self.lang, self.addresses.home(), "", title, title, "", kind="not-found")
        words = ("ui.not_found", "ui.not_found_text", "ui.home")
        both = {lang: [self.labels(key, lang) for key in words] for lang in LANGS}
        return {**self.values(page, root), "canonical": "", "alternates": [], "both": both}

    def marked(self, like: Page) -> dict[str, Any]:
        """Values for a shell that fits every page of the section and depth of `like`."""
        blank = replace(
            like,
            address="%%renya-address%%",
            description="%%renya-description%%",
            body="%%renya-content%%",
            kind="%%renya-kind%%",
        )
        values = self.values(blank, to_root(self.local(like.address)))
        return {**values, "title": "%%renya-title%%"}

    def pour(self, shell: list[str], page: Page) -> str:
        """The document of a page. shell: text and names of marks in turn."""
        values = {
            "title": html.escape(self._full_title(page)),
            "description": html.escape(page.description),
            "kind": page.kind,
            "address": page.address,
            "content": page.body,
        }
        return "".join(values[part] if index % 2 else part for index, part in enumerate(shell))

    def _full_title(self, page: Page) -> str:
        site = self.labels("ui.site_name", self.lang)
        if page.kind == "home":
            return f"{site} · {self.labels('home.heading', self.lang)}"
        return self.labels("ui.address_title", self.lang, title=page.title, site=site)

    def _alternates(self, address: str) -> list[tuple[str, str]]:
        if not self.site_url:
            return []
        found = [(HTML_LANG[lang], self.site_url + in_language(address, lang)) for lang in LANGS]
        return [*found, ("x-default", self.site_url + address)]


def cut(document: str) -> list[str]:
    """A drawn shell, cut at its marks: text, name, text, name ... text."""
    return _MARK.split(document)


def shell_key(page: Page) -> tuple[str, int]:
    """Pages with the same key share a shell."""
    return page.section, page.address.count("/")
