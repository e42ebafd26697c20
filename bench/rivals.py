"""The same pages for the generators that Renya is measured against: Hugo, and stock MkDocs.

Both get what `renya export` writes, turned into Markdown, so that text and links are the same.
"""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import yaml
from lxml import etree, html

HUGO_CONFIG = """\
baseURL = "https://bench.example/"
title = "Bench"
defaultContentLanguage = "zh"
disableKinds = ["taxonomy", "term", "RSS"]
[markup.goldmark.renderer]
unsafe = true
[languages.zh]
contentDir = "content/zh"
weight = 1
[languages.en]
contentDir = "content/en"
weight = 2
"""
FRAME = """\
<!doctype html><html lang="{{ .Site.Language.Lang }}"><head><meta charset="utf-8">
<title>{{ .Title }}</title><meta name="description" content="{{ .Params.description }}">
<link rel="stylesheet" href="/renya.css"></head><body>
<header><a href="{{ "/" | relLangURL }}">{{ .Site.Title }}</a><nav>KINDS</nav></header>
<main data-pagefind-body><h1>{{ .Title }}</h1>{{ .Content }}</main><footer>CC BY 4.0</footer>
</body></html>
"""
MKDOCS = """\
site_name: Bench
site_url: https://bench.example/
theme:
  name: material
  font: false
plugins:
  - search
  - i18n:
      docs_structure: suffix
      languages:
        - {locale: zh, name: 中文, default: true, build: true}
        - {locale: en, name: English, build: true}
markdown_extensions: [tables, attr_list, md_in_html]
"""


def exported(folder: Path) -> Iterator[tuple[str, str, dict[str, str], str]]:
    """(language, name, front matter, Markdown) of every page of an export."""
    for name in json.loads((folder / "renya-export.json").read_text(encoding="utf-8")):
        head, _, body = (folder / name).read_text(encoding="utf-8")[4:].partition("\n---\n")
        lang, _, path = name.partition("/")
        stem = re.sub(r"(/?index)?\.(html|md)$", "", path) or "index"
        yield lang, stem, yaml.safe_load(head), markdown(body) if name.endswith(".html") else body


def hugo(export: Path, folder: Path) -> None:
    kinds = set()
    for lang, stem, front, body in exported(export):
        kind = stem.partition("/")[0]
        nested = "/" in stem
        kinds.update([kind] if nested else [])
        name = (
            f"{stem}.md" if nested or stem == "index" or kind not in _KINDS else f"{stem}/_index.md"
        )
        name = "_index.md" if stem == "index" else name
        path = folder / "content" / lang / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            f"---\n{yaml.safe_dump(front, allow_unicode=True)}---\n{body}", encoding="utf-8"
        )
    (folder / "hugo.toml").write_text(HUGO_CONFIG, encoding="utf-8")
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    links = "".join(
        f'<a href="{{{{ "/{kind}/" | relLangURL }}}}">{kind}</a>' for kind in sorted(kinds)
    )
    for name in ("single", "list"):
        (layouts / f"{name}.html").write_text(FRAME.replace("KINDS", links), encoding="utf-8")
    (folder / "layouts" / "index.html").write_text(FRAME.replace("KINDS", links), encoding="utf-8")


_KINDS = ("cases", "dilemmas", "glossary", "instruments", "interventions", "laws", "policy",
          "references", "roles", "statistics", "theory")  # fmt: skip


def stock(export: Path, folder: Path) -> None:
    for lang, stem, front, body in exported(export):
        name = f"{stem}/index" if stem in _KINDS else stem
        path = folder / "docs" / (f"{name}.md" if lang == "zh" else f"{name}.{lang}.md")
        path.parent.mkdir(parents=True, exist_ok=True)
        text = f"# {front['title']}\n\n{body}" if "title" in front else body
        path.write_text(text, encoding="utf-8")
    nav = [{"Home": "index.md"}, *({kind: f"{kind}/index.md"} for kind in _KINDS)]
    config = MKDOCS + yaml.safe_dump({"nav": nav})
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")


def fresh(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


# HTML of our pages -> Markdown: what they are made of, and nothing else.

_HEADS = {f"h{level}": "#" * level for level in range(1, 7)}
_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*", "code": "`"}


def markdown(text: str) -> str:
    tree = html.fragment_fromstring(text, create_parent="div")
    for nav in tree.xpath("//nav"):
        nav.drop_tree()
    return "\n\n".join(_blocks(tree)) + "\n"


def _blocks(node: etree._Element) -> Iterator[str]:
    loose = (node.text or "").strip()
    if loose:
        yield loose
    for child in node:
        if not isinstance(child.tag, str):
            continue
        if child.tag in _HEADS:
            yield f"{_HEADS[child.tag]} {_line(child)}"
        elif child.tag in (
            "p",
            "dt",
            "summary",
            "span",
            "a",
            "strong",
            "sup",
            "b",
            "i",
            "em",
            "code",
        ):
            yield _line(child)
        elif child.tag in ("ul", "ol"):
            yield "\n".join(f"- {' '.join(_blocks(item)) or _line(item)}" for item in child)
        elif child.tag == "table":
            yield _table(child)
        else:
            yield from _blocks(child)
        if (child.tail or "").strip():
            yield child.tail.strip()


def _line(node: etree._Element) -> str:
    parts = [node.text or ""]
    for child in node:
        if child.tag == "a" and child.get("href"):
            parts.append(f"[{_line(child)}]({child.get('href')})")
        elif child.tag in _MARKS and (inner := _line(child)):
            parts.append(f"{_MARKS[child.tag]}{inner}{_MARKS[child.tag]}")
        elif isinstance(child.tag, str):
            parts.append(_line(child))
        parts.append(child.tail or "")
    return re.sub(r"\s+", " ", "".join(parts)).strip()


def _table(node: etree._Element) -> str:
    rows = [[_line(cell).replace("|", "/") for cell in row] for row in node.iter("tr")]
    if not rows:
        return ""
    head, *rest = (f"| {' | '.join(row)} |" for row in rows)
    return "\n".join([head, "|" + " --- |" * len(rows[0]), *rest])
