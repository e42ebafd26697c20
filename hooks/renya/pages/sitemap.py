"""sitemap.xml: every address in every language, each with its alternates."""

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from ..records.base import LANGS, Lang
from .address import in_language
from .frame import HTML_LANG


def sitemap(site_url: str, written: Mapping[Lang, Sequence[str]]) -> str:
    """written: addresses from the root of their language. site_url ends with a slash."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        ' xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    for lang in LANGS:
        for address in written.get(lang, ()):
            lines.append(f"<url><loc>{escape(site_url + in_language(address, lang))}</loc>")
            lines += [
                f'<xhtml:link rel="alternate" hreflang="{HTML_LANG[other]}"'
                f" href={quoteattr(site_url + in_language(address, other))}/>"
                for other in LANGS
            ]
            lines.append("</url>")
    lines.append("</urlset>")
    return "\n".join(lines) + "\n"
