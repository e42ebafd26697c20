"""The frame around each page: what the theme shows, and the shell into which pages are poured."""

from xml.etree import ElementTree

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from building import Html
from project import ROOT
from renya.labels import labels
from renya.pages.address import Addresses
from renya.pages.frame import FIRST, Framer, ProseLink, cut, shell_key
from renya.pages.page import Page
from renya.pages.sitemap import sitemap
from renya.records.base import LANGS, Lang
from renya.records.kinds import BY_NAME, KINDS

SITE = "https://e.org/sub/"
BASE = Environment(loader=FileSystemLoader(ROOT / "theme"), autoescape=True,
                   undefined=StrictUndefined).get_template("base.html")  # fmt: skip


def framer(lang: Lang = "zh", site_url: str = SITE, directory_urls: bool = True) -> Framer:
    addresses = Addresses(directory_urls)
    links = tuple(
        ProseLink(addresses.prose(name), title)
        for name, title in (("danger", "先看安全"), ("method", "方法 & <b>"))
    )
    return Framer(lang, labels(), addresses, site_url, links)


def page(lang: Lang = "zh", address: str = "cases/x/", **more: str) -> Page:
    values = {"section": "cases", "title": "题", "description": "述", "body": "<p>文</p>"} | more
    kind = values.pop("kind", "cases")
    return Page(lang=lang, address=address, kind=kind, record_id="x", **values)


def test_a_page_knows_its_place_and_its_other_language() -> None:
    values = framer().values(page())
    assert values["lang"] == "zh-Hans"
    assert values["base"] == "../../"
    assert values["home"] == "../../"
    assert values["canonical"] == "https://e.org/sub/cases/x/"
    assert values["switch"] == "../../en/cases/x/"
    assert values["switch_lang"] == "en"
    assert values["alternates"] == [
        ("zh-Hans", "https://e.org/sub/cases/x/"),
        ("en", "https://e.org/sub/en/cases/x/"),
        ("x-default", "https://e.org/sub/cases/x/"),
    ]
    english = framer("en").values(page("en"))
    assert english["base"] == "../../../"
    assert english["switch"] == "../../../cases/x/"
    assert english["home"] == "../../../en/"


def test_home_links_to_itself_and_not_to_nothing() -> None:
    assert framer().values(page(address=""))["home"] == "./"
    assert framer("en").values(page("en", ""))["switch"] == "../"


def test_without_an_address_of_the_site_there_is_no_canonical_one() -> None:
    values = framer(site_url="").values(page())
    assert (values["canonical"], values["alternates"]) == ("", [])


def test_a_folder_of_files_is_linked_by_file() -> None:
    values = framer("en", directory_urls=False).values(page("en", "cases/x.html"))
    assert values["home"] == "../../en/index.html"
    assert values["switch"] == "../../cases/x.html"
    assert values["danger"] == "../../en/danger.html"


def test_the_open_section_and_page_are_marked() -> None:
    values = framer().values(page())
    assert [one["name"] for one in values["sections"]] == [kind.name for kind in KINDS]
    assert [one["name"] for one in values["sections"] if one["current"]] == ["cases"]
    assert {one["name"] for one in values["sections"] if one["first"]} == set(FIRST)
    assert set(FIRST) <= set(BY_NAME)
    prose = framer().values(page(address="method/", section=""))
    assert [one["href"] for one in prose["prose"] if one["current"]] == ["../method/"]


def test_titles_name_the_site_and_home_says_what_it_is_for() -> None:
    assert framer().values(page())["title"] == "题 · 韧芽"
    assert framer("en").values(page("en", title="T"))["title"] == "T · Renya"
    assert framer().values(page(address="", kind="home"))["title"].startswith("韧芽 · 看见孩子")


def test_the_page_for_wrong_addresses_links_from_the_root_of_the_host() -> None:
    values = framer().not_found("/sub/")
    assert values["base"] == "/sub/"
    assert values["home"] == "/sub/"
    assert values["danger"] == "/sub/danger/"
    assert (values["canonical"], values["alternates"]) == ("", [])
    assert set(values["both"]) == set(LANGS)


HOSTILE = "a \"b\" <script>c</script> & 'd' %%renya-body%% %%renya-title%%"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", ["cases", "listing", "home"])
@pytest.mark.parametrize("title", ["题", HOSTILE])
def test_a_poured_page_is_the_page_that_the_theme_would_draw(
    lang: Lang, kind: str, title: str
) -> None:
    """A shell drawn for one page fits every other of its section and depth."""
    one = framer(lang)
    wanted = page(lang, title=title, description=title, body=f"<p>{title[:5]}</p>", kind=kind)
    shell = cut(BASE.render(renya=one.marked(page(lang, "cases/other/", title="other"))))
    whole = BASE.render(renya=one.values(wanted))
    assert plain(one.pour(shell, wanted)) == plain(whole)
    assert shell_key(wanted) == shell_key(page(lang, "cases/other/"))


def plain(document: str) -> str:
    """Jinja and html.escape write the same quotes differently."""
    return document.replace("&#39;", "&#x27;").replace("&#34;", "&quot;")


def test_pages_share_a_shell_only_within_section_and_depth() -> None:
    keys = {
        shell_key(page()), shell_key(page(address="cases/")), shell_key(page(section="laws")),
        shell_key(page(address="", section="")),
    }  # fmt: skip
    assert len(keys) == 4


def test_hostile_titles_stay_words_in_head_and_menu() -> None:
    document = BASE.render(renya=framer().values(page(title=HOSTILE, description=HOSTILE)))
    seen = Html(document)
    assert "script" not in seen.tags
    assert seen.handlers == []
    assert seen.title == f"{HOSTILE} · 韧芽"
    assert seen.meta["description"] == HOSTILE


def test_the_frame_loads_one_style_sheet_and_one_icon_from_its_own_site() -> None:
    seen = Html(BASE.render(renya=framer().values(page())))
    assert seen.loads == ["../../renya/sprout.svg", "../../renya/renya.css"]
    assert "script" not in seen.tags
    for name in seen.loads:
        assert (ROOT / "theme" / name.removeprefix("../../")).is_file()


def test_the_sitemap_names_every_address_with_its_alternates() -> None:
    tree = ElementTree.fromstring(
        sitemap(SITE, {"zh": ["", "cases/a/?b&c"], "en": ["", "cases/a/?b&c"]})
    )
    name = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    urls = tree.findall(f"{name}url")
    assert [url.findtext(f"{name}loc") for url in urls] == [
        SITE, f"{SITE}cases/a/?b&c", f"{SITE}en/", f"{SITE}en/cases/a/?b&c",
    ]  # fmt: skip
    links = [
        (link.get("hreflang"), link.get("href"))
        for link in urls[3].findall("{http://www.w3.org/1999/xhtml}link")
    ]
    assert links == [
        ("zh-Hans", f"{SITE}cases/a/?b&c"), ("en", f"{SITE}en/cases/a/?b&c"),
    ]  # fmt: skip
    assert list(ElementTree.fromstring(sitemap(SITE, {}))) == []
