"""A Markdown page made ready for any Markdown converter: citations and record links in place.

What the converter sees is Markdown with a few inline HTML elements, and the list of
sources at its end.
"""

import re
from collections.abc import Sequence

import nh3
from markupsafe import Markup

from ..citations import parse
from .context import Context
from .page import Page
from .render import template
from .site import Site

_CODE = re.compile(r"(?ms)^(```|~~~).*?^\1|`[^`\n]*`")
_LINK = re.compile(r"\[([^\[\]]+)\]\((?:\.\./)*([a-z]+/[a-z0-9-]+\.yml(?:#[\w-]+)?)\)")
_TAGS = nh3.ALLOWED_TAGS - {"img"} | {"section"}
_ATTRIBUTES = nh3.ALLOWED_ATTRIBUTES | {"*": {"id", "class", "lang", "title"}, "a": {"href"}}
_SCHEMES = {"http", "https", "mailto", "tel"}
_HELD = re.compile("\ue000(\\d+)\ue001")


def ready(site: Site, address: str, markdown: str) -> tuple[str, str]:
    """(Markdown, HTML of the sources). address: of the page, from the root of its language."""
    p = Context(site, address)
    held: list[str] = []

    def hold(text: str) -> str:
        held.append(text)
        return f"\ue000{len(held) - 1}\ue001"

    clean = re.sub("[\ue000-\uf8ff]", "", markdown)  # the marks below are ours alone
    text = _CODE.sub(lambda match: hold(match[0]), clean)
    groups, _ = parse(text)
    for group in reversed(groups):
        start = len(text[: group.start].rstrip(" "))
        text = text[:start] + f"\ue002{group.start}\ue003" + text[group.end :]
    made = {str(group.start): p.cite(group) for group in groups}
    text = re.sub("\ue002(\\d+)\ue003", lambda match: made[match[1]], text)
    text = _LINK.sub(lambda match: _link(p, match), text)
    text = _HELD.sub(lambda match: held[int(match[1])], text)
    sources = template("sources").render(p=p) if p.has_sources or p.practice else ""
    return text, sources


def clean(made: str) -> str:
    """What a converter made, without what could run or load: scripts, handlers, images."""
    return nh3.clean(
        made, tags=_TAGS, attributes=_ATTRIBUTES, link_rel="noopener", url_schemes=_SCHEMES
    )


def _link(p: Context, match: re.Match[str]) -> str:
    address = p.link_address(match[2])
    if address is None:
        return match[1]
    return str(Markup('<a href="{}">{}</a>').format(address, Markup(match[1])))


def prose_page(
    site: Site,
    address: str,
    title: str,
    description: str,
    content: str,
    sources: str,
    toc: Sequence[tuple[str, str]],
) -> Page:
    """The converted page as a value. toc: (anchor, heading) of the second level."""
    p = Context(site, address)
    content = clean(content)
    heading, end, rest = content.partition("</h1>")
    body = template("prose").render(
        p=p, heading=heading + end if end else "", content=rest if end else content,
        sources=sources, toc=toc,
    )  # fmt: skip
    return Page(site.lang, address, "", title, description, body, kind="prose")
