"""Builds a project in a subprocess, as an author does, and reads what it built."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import yaml

from project import record_text
from renya.records.kinds import BY_SINGULAR, KINDS

BIN = Path(sys.executable).parent
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if name != "RENYA_SITE_URL"},
    "NO_MKDOCS_2_WARNING": "1",
    "DISABLE_MKDOCS_2_WARNING": "true",
}

# What stands in every text of a small project, and what `edit` is asked to replace.
_TITLE = yaml.safe_load(record_text(BY_SINGULAR["term"], "any"))["title"]
ZH, EN = f"zh: {_TITLE['zh']}", f"en: {_TITLE['en']}"


def edit(path: Path, old: str, new: str) -> int:
    """Replaces the first `old` in a file; the line on which it stood."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def build(
    root: Path, *options: object, tool: str = "mkdocs", **environment: str
) -> subprocess.CompletedProcess[str]:
    """`mkdocs build` in the folder `root`, with what it printed."""
    return subprocess.run(
        [BIN / tool, "build", *map(str, options)],
        cwd=root,
        env=ENVIRONMENT | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def built(root: Path, *options: object, tool: str = "mkdocs", **environment: str) -> None:
    """The same, when it has to go well."""
    done = build(root, *options, tool=tool, **environment)
    assert done.returncode == 0, done.stdout + done.stderr


def contents(folder: Path) -> dict[str, str]:
    """Every file below the folder with a hash of its bytes."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def differing(one: dict[str, str], other: dict[str, str]) -> list[str]:
    """Names of the files that are not the same in both, or stand in one alone."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def records(docs: Path) -> Iterator[tuple[str, dict[str, object]]]:
    """(address, record) of each record that readers may see, without the code under test."""
    for kind in KINDS:
        for path in sorted((docs / kind.name).glob("*.yml")):
            record = yaml.safe_load(path.read_text(encoding="utf-8"))
            if record["status"] in ("active", "deprecated"):
                yield f"{kind.name}/{path.stem}", record


# Attributes by which a browser fetches something without being asked to.
_LOADING = {"src", "srcset", "poster", "background", "data", "xlink:href"}
_LOADING_BY_HREF = {"link", "use", "image"}
_NOT_LOADED = {"canonical", "alternate"}


class Html(HTMLParser):
    """What the tests ask of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        self.lang = ""
        self.title = ""
        self.meta: dict[str, str] = {}
        self.canonical = ""
        self.alternates: dict[str, str] = {}
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.styles: list[str] = []
        self.tags: set[str] = set()
        self.handlers: list[str] = []
        self.header_links: dict[str, str] = {}
        self._inside: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        got = {name: value or "" for name, value in attrs}
        self.tags.add(tag)
        if tag in ("title", "style", "header"):
            self._inside.append(tag)
        if "id" in got:
            self.ids.append(got["id"])
        if "style" in got:
            self.styles.append(got["style"])
        self.handlers += [name for name in got if name.startswith("on")]
        rel = got.get("rel", "")
        if rel not in _NOT_LOADED:
            self.loads += [value for name, value in got.items() if name in _LOADING]
            if tag in _LOADING_BY_HREF and "href" in got:
                self.loads.append(got["href"])
        if tag == "html":
            self.lang = got.get("lang", "")
        elif tag == "meta":
            self.meta[got.get("name", "")] = got.get("content", "")
        elif tag == "link" and rel == "canonical":
            self.canonical = got["href"]
        elif tag == "link" and rel == "alternate":
            self.alternates[got["hreflang"]] = got["href"]
        elif tag == "a" and "href" in got:
            self.links.append(got["href"])
            if "header" in self._inside:
                self.header_links.setdefault(got.get("class", ""), got["href"])

    def handle_endtag(self, tag: str) -> None:
        if tag in self._inside:
            self._inside.remove(tag)

    def handle_data(self, data: str) -> None:
        if "title" in self._inside and "header" not in self._inside:
            self.title += data
        if "style" in self._inside:
            self.styles.append(data)


@dataclass(frozen=True)
class Built:
    """A built site. url: where a server would show `root`, with a slash at its end."""

    root: Path
    url: str

    @cached_property
    def pages(self) -> dict[str, Html]:
        """Every page by its file from the root."""
        return {
            path.relative_to(self.root).as_posix(): Html(path.read_text(encoding="utf-8"))
            for path in sorted(self.root.rglob("*.html"))
        }

    def address(self, file: str) -> str:
        """The address of a page, from the root."""
        folder = file.removesuffix("index.html")
        return folder if folder == "" or folder.endswith("/") else file

    def follow(self, file: str, link: str) -> tuple[str, str] | None:
        """(file, fragment) to which a link on a page leads; None when it leaves the site."""
        target = urlsplit(urljoin(self.url + self.address(file), link))
        base = urlsplit(self.url)
        if (target.scheme, target.netloc) != (base.scheme, base.netloc):
            return None
        # A path that climbs out of the site stays absolute and is found nowhere.
        path = unquote(target.path).removeprefix(base.path)
        return (path if path and not path.endswith("/") else f"{path}index.html"), target.fragment
