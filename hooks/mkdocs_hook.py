"""The only file that MkDocs loads: its events in, calls to the core out. No rule lives here.

MkDocs builds the prose pages and the home page; pages of records are drawn by the core and
poured into the theme's frame. static-i18n runs every event once a language. A refused
build raises in `on_config`, where MkDocs has not yet touched the old site.
"""

import gc
import logging
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.exceptions import Abort
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files

from renya import beside, checks, search
from renya.folder import read_folder
from renya.labels import labels
from renya.library import Library
from renya.pages import bibliography
from renya.pages.address import Addresses
from renya.pages.frame import Framer, ProseLink
from renya.pages.page import Page
from renya.pages.press import Press, press
from renya.pages.prose import prose_page, ready
from renya.pages.render import home
from renya.pages.site import Site
from renya.pages.sitemap import sitemap
from renya.problems import Problem, errors
from renya.records.base import LANGS, Lang
from renya.stages import SAY, Stage, Stages

log = logging.getLogger("mkdocs.hooks.renya")


@dataclass
class _Build:
    """What one build remembers between events."""

    library: Library
    addresses: Addresses
    drafts: bool
    place: Path
    stages: Stages
    began: float = field(default_factory=time.perf_counter)  # after the checks
    open: int = 1  # languages that are being built, one inside the other
    written: dict[Lang, list[str]] = field(default_factory=dict)
    presses: dict[Lang, Press] = field(default_factory=dict)
    not_found: dict[str, Any] = field(default_factory=dict)
    nav: Any = None
    env: Any = None


_serving = False
_build: _Build
_opened: list[Path] = []  # the folder that is being filled


def on_startup(command: str, dirty: bool) -> None:  # noqa: ARG001 - MkDocs passes it by name
    global _serving
    _serving = command == "serve"
    if not _serving:
        gc.disable()  # a build makes millions of values and few cycles, and then it ends


def on_config(config: Any) -> Any:
    global _build
    if config.plugins["i18n"].current_language is not None:
        _build.open += 1
        return config  # the second language of the same build
    docs = Path(config.docs_dir)
    stages = Stages()
    with stages.stage("records read") as now:
        library = read_folder(docs, docs.name)
        now.things, now.kept = len(library.entries), library.kept
    with stages.stage("records checked") as now:
        _refuse_or_tell(checks.run(library))
        now.things = len(library.entries)
    drafts = _serving or bool(config.extra.get("renya", {}).get("drafts"))
    with stages.stage("sources formatted"):
        bibliography.prepare(library, drafts)
    _build = _Build(
        library, Addresses(config.use_directory_urls), drafts, Path(config.site_dir), stages
    )
    _opened.append(beside.begin(_build.place))
    config.site_dir = str(_opened[-1])
    return config


def _refuse_or_tell(found: list[Problem]) -> None:
    wrong = errors(found)
    for problem in found:
        if problem not in wrong:
            log.info(str(problem))  # as a warning it would make --strict fail after the build
    if wrong:
        count = "1 error" if len(wrong) == 1 else f"{len(wrong)} errors"
        listed = "\n".join(map(str, wrong))
        raise Abort(f"{listed}\n{count}: the site was not built, the last good one is untouched")


@event_priority(100)
def _before_i18n(files: Files, config: Any) -> Files:
    """static-i18n wants a home page in every language: files that it finds by their suffix.

    The records are no files of MkDocs; static-i18n would look at each of them many times.
    """
    for file in list(files):
        if file.src_uri.endswith(".yml"):
            files.remove(file)
    for name in ("index.zh.md", "index.en.md"):
        files.append(File(name, config.docs_dir, config.site_dir, config.use_directory_urls))
    return files


@event_priority(-150)
def _after_i18n(files: Files, config: Any) -> Files:
    """The home pages have no text of their own; Material's scripts and styles are not used."""
    for file in list(files):
        if file.src_uri in ("index.zh.md", "index.en.md"):
            file.content_string = ""
        elif file.src_uri.startswith("assets/") and file.src_dir != config.theme.custom_dir:
            files.remove(file)
    return files


on_files = CombinedEvent(_before_i18n, _after_i18n)


def on_nav(nav: Any, config: Any, files: Files) -> Any:  # noqa: ARG001
    _build.nav = nav
    return nav


def on_env(env: Any, config: Any, files: Files) -> Any:  # noqa: ARG001
    _build.env = env
    return env


def on_page_markdown(markdown: str, page: Any, config: Any, files: Files) -> str:  # noqa: ARG001
    lang = _lang(config)
    text, page.renya_sources = ready(_site(lang), _address(page, lang), markdown)
    return text


def on_page_context(context: Any, page: Any, config: Any, nav: Any) -> Any:  # noqa: ARG001
    lang = _lang(config)
    address = _address(page, lang)
    if address == _build.addresses.home():
        made = home(_site(lang))
    else:
        about = page.meta.get("description", "")
        toc = [(item.id, item.title) for top in page.toc for item in top.children]
        made = prose_page(
            _site(lang), address, page.title, about, page.content, page.renya_sources, toc
        )
    context["renya"] = _framer(config).values(made)
    _build.written.setdefault(lang, []).append(address)
    return context


def on_template_context(context: Any, template_name: str, config: Any) -> Any:
    """404.html is sent for any address: one file in both languages, links from the host's root."""
    if template_name == "404.html":
        if _lang(config) == "zh":
            _build.not_found = _framer(config).not_found(urlsplit(config.site_url or "/").path)
        context["renya"] = _build.not_found
    return context


def _draw_records(config: Any) -> None:
    """Runs before static-i18n starts the next language in an on_post_build of its own.

    Each language leaves its frames; once the last is here, all record pages are drawn.
    """
    lang = _lang(config)
    _build.presses[lang] = _press(config)
    if len(_build.presses) == len(LANGS):
        _note_prose()
        with _build.stages.stage("record pages") as now:
            told = partial(_build.stages.step, now.name)
            pressed = press(_build.presses, Path(config.site_dir), _build.place, told)
            for lang, addresses in pressed.written.items():
                _build.written.setdefault(lang, []).extend(addresses)
                now.things += len(addresses)
            now.kept = pressed.kept
        with _build.stages.stage("search") as now:
            made = _write_search(Path(config.site_dir), partial(_build.stages.step, now.name))
            now.things, now.kept = made
        _write_sitemap(Path(config.site_dir), config.site_url)


@event_priority(-200)
def _switch(config: Any) -> None:
    """Runs after static-i18n: once the outermost language is done, the new site is complete."""
    _build.open -= 1
    if _build.open == 0 and _opened:
        beside.put(_opened.pop(), _build.place)
        config.site_dir = str(_build.place)
        said = {"timings": _build.stages.table, "summary": _build.stages.summary}
        if (wanted := os.environ.get(SAY)) in said:
            print(said[wanted](), file=sys.stderr)


on_post_build = CombinedEvent(_draw_records, _switch)


def on_build_error(error: Exception) -> None:  # noqa: ARG001
    if _opened:
        beside.drop(_opened.pop())


def _press(config: Any) -> Press:
    framer, template = _framer(config), _build.env.get_template("base.html")

    def frame(page: Page) -> str:
        return str(template.render(config=config, renya=framer.marked(page)))

    return Press(_site(_lang(config)), framer, frame)


def _note_prose() -> None:
    """MkDocs has built them between its own events: all that is no stage of ours."""
    took = time.perf_counter() - _build.began
    pages = sum(map(len, _build.written.values()))
    _build.stages.done.append(Stage("prose pages", took, pages))


def _write_search(root: Path, told: Callable[[int, int], None]) -> search.build.Written:
    for lang, own in _build.presses.items():
        page = search.page.page(own.site)
        own.put(page, root)
        _build.written[lang].append(page.address)
    suffix = "/" if _build.addresses.directory_urls else ".html"
    return search.build.write(_build.library, labels(), root, suffix, _build.place, told)


def _write_sitemap(root: Path, site_url: str | None) -> None:
    """In the place of MkDocs' own, which knows no page of a record."""
    for name in ("sitemap.xml", "sitemap.xml.gz"):
        (root / name).unlink(missing_ok=True)
    if site_url:
        text = sitemap(site_url, _build.written)
        (root / "sitemap.xml").write_text(text, encoding="utf-8")


def _lang(config: Any) -> Lang:
    lang: Lang = "en" if config.plugins["i18n"].current_language == "en" else "zh"
    return lang


def _site(lang: Lang) -> Site:
    return Site(_build.library, labels(), _build.addresses, lang, _build.drafts)


def _framer(config: Any) -> Framer:
    named = [(_address(page, _lang(config)), page.title) for page in _build.nav.pages]
    links = tuple(ProseLink(*one) for one in named if one[0] != _build.addresses.home())
    return Framer(_lang(config), labels(), _build.addresses, config.site_url or "", links)


def _address(page: Any, lang: Lang) -> str:
    """From the root of the language: static-i18n puts English under `en/`."""
    url = str(page.url).removeprefix("./")
    return url.removeprefix("en/") if lang == "en" else url
