"""The page of the search in one language: a form, and below it a listing for want of a script.

Everything that the client says in a language is handed to it here, as data on the page.
"""

from ..pages.address import in_language, to_root
from ..pages.context import Context
from ..pages.page import Page
from ..pages.render import template
from ..pages.site import Site
from ..records.kinds import KINDS
from .build import FOLDER, client
from .documents import PROSE, prose

_FACETS = (("dilemma", "dilemmas"), ("role", "roles"))
_SAID = [
    "recent", "forget", "meant", "nearest", "wait", "results", "best", "more", "other", "found",
    "found_other", "only_other", "none", "none_left", "failed", "also", "text",
]  # fmt: skip


def page(site: Site) -> Page:
    p = Context(site, site.addresses.prose(FOLDER))
    kinds = {kind.name: p.t(f"kinds.{kind.name}.many") for kind in KINDS}
    kinds[PROSE] = p.t("search.prose")
    said = {key: site.labels(f"search.{key}", site.lang) for key in _SAID}
    said |= {f"kind.{name}": title for name, title in kinds.items()}
    name, _ = client()
    body = template("search").render(
        p=p,
        kinds=kinds,
        counts={kind.name: len(site.library.of(kind.name)) for kind in KINDS},
        facets=[(name, site.library.of(kind)) for name, kind in _FACETS],
        prose=[
            (p.href(site.addresses.prose(one.name)), prose(one.text).title)
            for one in site.library.prose
            if one.lang == site.lang
        ],
        said=said,
        root=to_root(in_language(p.address, site.lang)),
        script=f"{FOLDER}/{name}",
    )
    title = p.t("search.heading")
    return Page(site.lang, p.address, "", title, p.t("search.intro"), body, kind="search")
