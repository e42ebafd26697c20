"""The same pages for any other generator: HTML or Markdown with front matter, a folder a language.

Pages of records become `.html`, prose pages `.md`; both begin with YAML front matter and
hold no frame. `renya-export.json` lists what was written and marks the folder as ours.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

from .. import beside, checks
from ..folder import read_folder
from ..labels import labels
from ..library import Library
from ..pages.address import Addresses
from ..pages.page import Page
from ..pages.prose import ready
from ..pages.render import pages
from ..pages.site import Site
from ..problems import errors
from ..records.base import LANGS, Lang

MANIFEST = "renya-export.json"


def run(docs: Path, folder: Path) -> int:
    """Export code: 0 written, 1 the content has errors, 2 the folder is not ours to replace."""
    library = read_folder(docs, docs.as_posix().removeprefix("./"))
    wrong = errors(checks.run(library))
    for problem in wrong:
        print(problem)
    if wrong:
        print(f"{len(wrong)} errors: nothing was exported", file=sys.stderr)
        return 1
    if folder.exists() and any(folder.iterdir()) and not (folder / MANIFEST).is_file():
        print(f"renya: {folder} holds other files - name an empty or new folder", file=sys.stderr)
        return 2
    written = replace(folder, dict(files(library)))
    print(f"{written} files are in {folder.as_posix()}")
    return 0


def replace(folder: Path, made: dict[str, str]) -> int:
    """Write everything beside `folder`, then put it in its place; give the number of files."""
    fresh = beside.begin(folder)
    try:
        for name, text in made.items():
            path = fresh / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        listed = json.dumps(sorted(made), ensure_ascii=False, indent=1)
        (fresh / MANIFEST).write_text(listed + "\n", encoding="utf-8")
        beside.put(fresh, folder)
    except BaseException:
        beside.drop(fresh)
        raise
    return len(made)


def files(library: Library) -> Iterator[tuple[str, str]]:
    """(path, text) of every file, in a stable order."""
    for lang in LANGS:
        for page in pages(library, lang):
            yield f"{lang}/{page.address}index.html", _front(_meta(page)) + page.body + "\n"
        yield from _prose(library, lang)


def _meta(page: Page) -> dict[str, str]:
    meta = {
        "title": page.title,
        "description": page.description,
        "lang": page.lang,
        "address": page.address,
        "kind": page.kind,
        "id": page.record_id,
        "source": page.source,
    }
    return {key: value for key, value in meta.items() if value}


def _prose(library: Library, lang: Lang) -> Iterator[tuple[str, str]]:
    addresses = Addresses()
    site = Site(library, labels(), addresses, lang)
    for page in library.prose:
        if page.lang != lang:
            continue
        meta, body = _split(page.text)
        address = addresses.prose(page.name)
        text, sources = ready(site, address, body)
        front = {**meta, "lang": lang, "address": address, "kind": "prose", "source": page.path}
        yield (
            f"{lang}/{page.name}.md",
            f"{_front(front)}{text.strip()}\n\n{sources}".rstrip() + "\n",
        )


def _front(meta: dict[str, str]) -> str:
    listed = yaml.safe_dump(meta, allow_unicode=True, sort_keys=False, width=1000)
    return f"---\n{listed}---\n"


def _split(text: str) -> tuple[dict[str, str], str]:
    """Front matter and the rest of a Markdown file."""
    if not text.startswith("---\n") or "\n---\n" not in text[4:]:
        return {}, text
    head, _, body = text[4:].partition("\n---\n")
    try:
        meta = yaml.safe_load(head)
    except yaml.YAMLError:
        return {}, text
    return (meta, body) if isinstance(meta, dict) else ({}, text)
