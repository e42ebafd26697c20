"""A Markdown page made ready for any Markdown converter: citations and record links in place.

What the converter sees is Markdown with a few inline HTML elements, and the list of
sources at its end.
"""

import re
from collections.abc import Sequence

from markupsafe import Markup

from ..citations import parse
from .context import Context
from .page import Page
from .render import template
from .site import Site

_CODE = re.compile(r"(?ms)^```.*?^```|`[^`\n]*`")
_LINK = re.compile(r"\[([^\[\]]+)\]\((?:\.\./)*([a-z]+/[a-z0-9-]+\.yml(?:#[\w-]+)?)\)")
_TAG = re.compile(r"<(?!https?://|mailto:)(?=[a-zA-Z/!?])")
_SCRIPT = re.compile(r"(?i)\[([^\[\]]*)\]\(\s*<?(?:javascript|vbscript|data)\s*:[^\s]*\)")
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
    # HTML and script addresses are shown as text here too, as they are in records.
    text = _TAG.sub("&lt;", text)
    text = _SCRIPT.sub(r"\1", text)
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
    heading, end, rest = content.partition("</h1>")
    body = template("prose").render(
        p=p, heading=heading + end if end else "", content=rest if end else content,
        sources=sources, toc=toc,
    )  # fmt: skip
    return Page(site.lang, address, "", title, description, body, kind="prose")
