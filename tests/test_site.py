"""The built guide as a reader, a search engine and a plain web server meet it."""

import re
import urllib.request
from collections import Counter
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

import pytest

from building import Built, Html, differing, records
from project import ROOT
from renya.labels import labels
from renya.records.kinds import KINDS

pytestmark = pytest.mark.site

LANGS = {"": "zh-Hans", "en/": "en"}
PROSE = sorted(path.name.removesuffix(".en.md") for path in (ROOT / "docs").glob("*.en.md"))
POLICY = """http-equiv="Content-Security-Policy" content="default-src 'self';"""
TOOLS = ("board", "calculator", "finder", "twins")
WITH_SCRIPT = ("search", "calculator", "finder", "twins")
SOURCE_FILES = {".yml", ".yaml", ".md", ".py"}


@pytest.fixture(scope="module")
def expected() -> set[str]:
    """Every page that must stand, by its file from the root."""
    addresses = [
        "",
        "search/",
        *(f"{name}/" for name in TOOLS),
        *(f"{name}/" for name in PROSE),
        *(f"{kind.name}/" for kind in KINDS),
    ]
    addresses += [f"{address}/" for address, _ in records(ROOT / "docs")]
    return {f"{lang}{address}index.html" for lang in LANGS for address in addresses}


def readable(site: Built) -> dict[str, Html]:
    """Pages with an address of their own: all but the one for wrong addresses."""
    return {file: page for file, page in site.pages.items() if file != "404.html"}


def lang_of(file: str) -> str:
    return "en/" if file.startswith("en/") else ""


# What stands in the site


def test_pages_of_every_record_listing_and_prose_in_both_languages(
    site: Built, expected: set[str]
) -> None:
    assert len(expected) > 2 * len(KINDS)
    assert set(readable(site)) == expected


def test_one_page_for_wrong_addresses(site: Built) -> None:
    assert [file for file in site.pages if file.endswith("404.html")] == ["404.html"]


def test_listing_links_every_record_of_its_kind(site: Built) -> None:
    faults = []
    for lang in LANGS:
        for address, _ in records(ROOT / "docs"):
            listing = f"{lang}{address.split('/')[0]}/index.html"
            found = [site.follow(listing, link) for link in site.pages[listing].links]
            if (f"{lang}{address}/index.html", "") not in found:
                faults.append(f"{listing}: no link to {address}")
    assert faults == []


def test_home_leads_to_danger_every_listing_dilemma_and_role(site: Built) -> None:
    """By its own text, not only by the menu that every page has."""
    wanted = {f"{kind.name}/" for kind in KINDS} | {"danger/"}
    wanted |= {f"{a}/" for a, _ in records(ROOT / "docs") if a.startswith(("dilemmas/", "roles/"))}
    for lang in LANGS:
        home = f"{lang}index.html"
        text = site.pages[home].text
        found = {site.follow(home, link) for link in Html(text[text.index("<main") :]).links}
        assert {(f"{lang}{address}index.html", "") for address in wanted} - found == set()


def test_pages_theme_and_sitemap_and_nothing_else(site: Built) -> None:
    """No record, no Markdown; no script but search and tools; no file of Material."""
    files = {path.relative_to(site.root) for path in site.root.rglob("*") if path.is_file()}
    other = {path.as_posix() for path in files if path.suffix != ".html"}
    search = {name for name in other if re.fullmatch(r"search/([0-9a-f]{10}/)?[\w-]+\.js", name)}
    assert len({name.split("/")[1] for name in search if name.count("/") == 2}) == 1
    assert len({name for name in search if name.startswith("search/search-")}) == 1
    style = {"renya/renya.css", "renya/search.css", "renya/sprout.svg"}
    tools = {f"renya/{name}.js" for name in WITH_SCRIPT if name != "search"}
    assert other - search == {"sitemap.xml", *style, *tools}


def test_sitemap_names_every_page_with_its_languages(site: Built) -> None:
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    tree = ElementTree.parse(site.root / "sitemap.xml")
    listed = {}
    for url in tree.iter(f"{space}url"):
        links = url.iter("{http://www.w3.org/1999/xhtml}link")
        listed[url.findtext(f"{space}loc")] = {
            link.get("hreflang"): link.get("href") for link in links
        }
    pages = readable(site)
    assert set(listed) == {site.url + site.address(file) for file in pages}
    for file, page in pages.items():
        named = {lang: page.alternates[lang] for lang in LANGS.values()}
        assert listed[site.url + site.address(file)] == named


# Every page


def test_head_of_every_page(site: Built) -> None:
    faults = []
    for file, page in readable(site).items():
        address = site.address(file)
        bare = address.removeprefix("en/")
        wanted = {
            "lang": (page.lang, LANGS[lang_of(file)]),
            "canonical": (page.canonical, site.url + address),
            "alternates": (
                page.alternates,
                {
                    "zh-Hans": site.url + bare,
                    "en": f"{site.url}en/{bare}",
                    "x-default": site.url + bare,
                },
            ),
        }
        faults += [f"{file}: {name} {got}" for name, (got, right) in wanted.items() if got != right]
        faults += [f"{file}: no title"] * (not page.title.removeprefix("·").strip())
        faults += [f"{file}: no description"] * (not page.meta.get("description", "").strip())
    assert faults == []


def test_every_page_forbids_what_is_not_of_this_site(site: Built) -> None:
    """No inline script, no inline style, nothing from elsewhere: said to the browser itself."""
    for file, page in readable(site).items():
        assert page.text.partition("</head>")[0].count(POLICY) == 1, file
        assert " style=" not in page.text and "<style" not in page.text, file


def test_page_for_wrong_addresses_speaks_both_languages_and_is_no_page(site: Built) -> None:
    page = site.pages["404.html"]
    assert (page.lang, page.canonical, page.alternates) == ("zh-Hans", "", {})
    for lang in ("zh", "en"):
        assert labels()("ui.not_found", lang) in page.text
    # It is sent at any depth, so its links start at the root of the host.
    assert all(link.startswith(("/", "#")) for link in page.links + page.loads)


def test_language_switch_leads_to_the_same_page(site: Built) -> None:
    faults = []
    for file, page in readable(site).items():
        other = file.removeprefix("en/") if lang_of(file) else f"en/{file}"
        if site.follow(file, page.header_links["switch"]) != (other, ""):
            faults.append(f"{file}: {page.header_links['switch']}")
    assert faults == []


def test_danger_is_one_click_from_every_page(site: Built) -> None:
    faults = []
    for file, page in site.pages.items():
        link = page.header_links.get("danger-button", "")
        if site.follow(file, link) != (f"{lang_of(file)}danger/index.html", ""):
            faults.append(f"{file}: {link!r}")
    assert faults == []


def unresolved(site: Built) -> list[str]:
    """Links of all pages that lead to no file of the site, or to no anchor in it."""
    faults = []
    for file, page in site.pages.items():
        for link in page.links + page.loads:
            found = site.follow(file, link)
            if found is None:
                continue
            target, fragment = found
            if not (site.root / target).is_file():
                faults.append(f"{file}: {link} leads nowhere")
            elif fragment and fragment not in site.pages[target].ids:
                faults.append(f"{file}: {link} has no such anchor")
    return faults


def test_internal_links_and_anchors_resolve(site: Built) -> None:
    assert unresolved(site) == []


def test_internal_links_name_no_host(site: Built) -> None:
    """So that a copy of the site works wherever it stands."""
    named = [
        f"{file}: {link}"
        for file, page in site.pages.items()
        for link in page.links + page.loads
        if link.startswith((site.url, "//"))
    ]
    assert named == []


def test_ids_are_unique_on_a_page(site: Built) -> None:
    faults = [
        f"{file}: {name}"
        for file, page in site.pages.items()
        for name, count in Counter(page.ids).items()
        if count > 1
    ]
    assert faults == []


def test_outside_links_are_web_addresses(site: Built) -> None:
    schemes = {urlsplit(link).scheme for page in site.pages.values() for link in page.links}
    assert schemes <= {"", "https", "http", "mailto", "tel"}


def test_nothing_is_loaded_from_another_host(site: Built) -> None:
    faults = [
        f"{file}: {address}"
        for file, page in site.pages.items()
        for address in [*page.loads, *outside(page.styles)]
        if urlsplit(address).netloc or urlsplit(address).scheme
    ]
    assert faults == []
    sheets = [path.read_text(encoding="utf-8") for path in site.root.rglob("*.css")]
    pictures = [path.read_text(encoding="utf-8") for path in site.root.rglob("*.svg")]
    assert outside(sheets) == []
    assert not re.search(r"(?:href|src)\s*=|<script|<style", "".join(pictures))


def outside(styles: list[str]) -> list[str]:
    """What style sheets would fetch."""
    return re.findall(r"(?:url\(|@import)\s*[\"']?([^\"')\s;]+)", " ".join(styles))


def test_pages_run_no_script_and_embed_nothing(site: Built) -> None:
    """But on the pages of the search and of tools; what the header asks leads to the search."""
    active = {"script", "iframe", "object", "embed", "noscript", "base"}
    found = {file: page.tags & active for file, page in site.pages.items() if page.tags & active}
    asks = {"script", "noscript"}
    assert found == {f"{lang}{name}/index.html": asks for lang in LANGS for name in WITH_SCRIPT}
    for file, page in site.pages.items():
        forms = re.findall(r"<form[^>]*>", page.text)
        led = {re.sub(r'.*action="([^"]*)".*', r"\1", form) for form in forms if "action" in form}
        lang = "en/" if file.startswith("en/") else ""
        where = {"/search/"} if file == "404.html" else {f"{lang}search/index.html"}
        got = led if file == "404.html" else {site.follow(file, one)[0] for one in led}
        assert got == where, file
    assert {file: page.handlers for file, page in site.pages.items() if page.handlers} == {}


def test_case_says_that_it_is_no_real_child(site: Built) -> None:
    cases = [(a, r) for a, r in records(ROOT / "docs") if a.startswith("cases/")]
    assert cases
    for address, record in cases:
        for prefix, lang in (("", "zh"), ("en/", "en")):
            text = site.pages[f"{prefix}{address}/index.html"].text
            words = labels()(f"origin.{record['origin']}", lang)
            notice = f'<p class="notice">{words}</p>'
            assert notice in text, f"{prefix}{address}"
            assert text.index(notice) < text.index("<h2"), f"{prefix}{address}: too late"


# Below a path of the host


def test_site_below_a_path_is_walked_from_home_to_every_page(below: Built) -> None:
    """Only by its links, over HTTP, from the home page: nothing is missing, nothing is orphaned."""
    seen: dict[str, Html | None] = {}
    waiting = [below.url]
    faults = []
    while waiting:
        url = waiting.pop()
        if url in seen:
            continue
        try:
            with urllib.request.urlopen(url) as answer:
                is_page = answer.headers.get_content_type() == "text/html"
                page = Html(answer.read().decode("utf-8")) if is_page else None
        except HTTPError as error:
            faults.append(f"{url}: {error.code}")
            continue
        seen[url] = page
        if page:
            targets = (urljoin(url, link).partition("#")[0] for link in page.links + page.loads)
            waiting += [
                one for one in targets if urlsplit(one).netloc == urlsplit(below.url).netloc
            ]
    assert faults == []
    assert all(url.startswith(below.url) for url in seen)
    assert {url for url, page in seen.items() if page} == {
        below.url + below.address(file) for file in readable(below)
    }


def test_site_below_a_path_keeps_its_links_anchors_and_addresses(below: Built) -> None:
    assert unresolved(below) == []
    assert all(page.canonical.startswith(below.url) for page in readable(below).values())
    assert f"<loc>{below.url}</loc>" in (below.root / "sitemap.xml").read_text(encoding="utf-8")


def test_wrong_address_below_a_path_leads_home_and_to_danger(below: Built) -> None:
    with pytest.raises(HTTPError) as caught:
        urllib.request.urlopen(f"{below.url}en/cases/no/such/page/")
    page = Html(caught.value.read().decode("utf-8"))
    assert caught.value.code == 404
    links = {urljoin(caught.value.url, link) for link in page.links}
    assert {below.url, f"{below.url}en/", f"{below.url}danger/"} <= links


def test_pages_below_a_path_differ_in_absolute_addresses_alone(site: Built, below: Built) -> None:
    """Every other link is relative, so the same pages serve at any address."""
    names = readable(site)
    moved = {file: page.text.replace(below.url, site.url) for file, page in readable(below).items()}
    assert differing({file: page.text for file, page in names.items()}, moved) == []


# Without a server


def test_offline_links_name_files_that_exist(offline: Built, expected: set[str]) -> None:
    pages = readable(offline)
    wanted = {offline_name(file) for file in expected}
    assert set(pages) == wanted
    faults = []
    for file, page in pages.items():
        for link in page.links + page.loads:
            if urlsplit(link).scheme or link.startswith("#"):
                continue
            path, _, fragment = link.partition("#")
            target = (offline.root / file).parent.joinpath(path).resolve()
            if link.startswith("/") or not target.is_file():
                faults.append(f"{file}: {link} is no file")
            elif (
                fragment and fragment not in pages[target.relative_to(offline.root).as_posix()].ids
            ):
                faults.append(f"{file}: {link} has no such anchor")
    assert faults == []


def offline_name(file: str) -> str:
    """Listings and home pages stay index.html; records and prose are files of their own."""
    bare = file.removeprefix("en/").removesuffix("/index.html")
    listing = bare in {kind.name for kind in KINDS} or bare == "index.html"
    return file if listing else f"{file.removesuffix('/index.html')}.html"


def test_offline_pages_claim_no_address(offline: Built) -> None:
    for file, page in offline.pages.items():
        assert (page.canonical, page.alternates) == ("", {}), file
    assert not (offline.root / "sitemap.xml").exists()


def test_offline_language_switch_leads_to_the_same_page(offline: Built) -> None:
    for file, page in readable(offline).items():
        other = file.removeprefix("en/") if lang_of(file) else f"en/{file}"
        assert offline.follow(file, page.header_links["switch"]) == (other, "")


def test_offline_copy_holds_no_sources(offline: Built) -> None:
    files = [path for path in offline.root.rglob("*") if path.is_file()]
    assert [path for path in files if path.suffix in SOURCE_FILES or path.name == "LICENSE"] == []
    assert not Path(offline.root, "assets").exists()
