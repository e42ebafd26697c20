"""One text of a record -> HTML. Raw HTML, scripts and images in it are shown, never run.

Citations and links are put in by the caller, who knows what stands where.
"""

import html
import re
from collections.abc import Callable

import comrak

from ..citations import Group, parse
from ..records.base import Lang

_EXTENSIONS = comrak.ExtensionOptions()
_EXTENSIONS.table = True
_EXTENSIONS.cjk_friendly_emphasis = True
_RENDER = comrak.RenderOptions()
_RENDER.escape = True
# English is typed with plain quotes and hyphens and printed with curly quotes and dashes.
_PARSE: dict[Lang, comrak.ParseOptions] = {"zh": comrak.ParseOptions(), "en": comrak.ParseOptions()}
_PARSE["en"].smart = True

_DASH = re.compile(r"(?<=[^\s|]) - (?=[^\s|])")
_MARK = "\ue000{}\ue001"
_MARKED = re.compile("[ \t]*\ue000(\\d+)\ue001")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_IMAGE = re.compile(r'<img src="[^"]*" alt="([^"]*)"[^>]*>')
_LINK = re.compile(r'<a href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)

Cited = Callable[[Group], str]
Linked = Callable[[str], str | None]


def render(text: str, lang: Lang, cited: Cited, linked: Linked) -> str:
    """HTML of a whole text.

    cited: HTML of a citation. linked: address of a link, or None to drop it.
    """
    clean = _PRIVATE.sub("", text)
    groups, _ = parse(clean)
    parts = []
    position = 0
    for number, group in enumerate(groups):
        parts += [clean[position : group.start], _MARK.format(number)]
        position = group.end
    parts.append(clean[position:])
    joined = "".join(parts)
    if lang == "en":
        joined = _DASH.sub(" – ", joined)
    made: str = comrak.render_markdown(
        joined,
        extension_options=_EXTENSIONS,
        parse_options=_PARSE[lang],
        render_options=_RENDER,
    )
    # Most texts have neither; looking first is cheaper than two searches by pattern.
    if "<img" in made:
        made = _IMAGE.sub(r"\1", made)
    if "<a " in made:
        made = _LINK.sub(lambda match: _link(match, linked), made)
    if not groups:
        return made.strip()
    return _MARKED.sub(lambda match: cited(groups[int(match[1])]), made).strip()


def inline(text: str, lang: Lang, cited: Cited, linked: Linked) -> str:
    """HTML of a text that stands inside a line: one paragraph loses its `<p>`."""
    made = render(text, lang, cited, linked)
    if made.startswith("<p>") and made.endswith("</p>") and made.count("<p>") == 1:
        return made[3:-4]
    return made


def _link(match: re.Match[str], linked: Linked) -> str:
    address = linked(html.unescape(match[1]))
    if address is None:
        return match[2]
    outside = ' rel="noopener"' if address.startswith("http") else ""
    return f'<a href="{html.escape(address)}"{outside}>{match[2]}</a>'
