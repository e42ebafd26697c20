"""Prose pages before and after a Markdown converter: citations and links to records in place."""

import re

import pytest
from markdown import markdown

from building import Html
from full import write_full
from project import record_text
from renya.folder import read_folder
from renya.labels import labels
from renya.library import Library
from renya.pages.address import Addresses
from renya.pages.prose import clean, prose_page, ready
from renya.pages.site import Site
from renya.records.base import Lang
from renya.records.kinds import BY_SINGULAR


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    docs = write_full(tmp_path_factory.mktemp("full") / "docs")
    text = record_text(BY_SINGULAR["reference"], "second-reference")
    (docs / "references" / "second-reference.yml").write_text(text, encoding="utf-8")
    return read_folder(docs, "docs")


def made(
    library: Library, text: str, lang: Lang = "zh", address: str = "method/"
) -> tuple[str, str]:
    return ready(Site(library, labels(), Addresses(), lang), address, text)


def test_a_citation_becomes_a_mark_that_leads_to_the_list_of_sources(library: Library) -> None:
    text, sources = made(library, "文 [@first-reference]。再[@first-law, art. 4]。")
    assert text.startswith('文<sup class="cite">[<a href="#source-first-reference">1</a>')
    assert '<a href="../laws/first-law/#art-4">' in text
    assert 'id="source-first-reference"' in sources
    assert 'id="source-first-law"' in sources


def test_a_page_that_cites_nothing_has_no_list(library: Library) -> None:
    assert made(library, "文\n") == ("文\n", "")
    assert "经验" in made(library, "文[@practice]。")[1]


def test_works_are_numbered_in_the_order_of_the_text(library: Library) -> None:
    text, sources = made(
        library, "一[@second-reference]。二[@first-reference; @second-reference]。"
    )
    assert re.findall(r"#source-([a-z]+)-reference\">(\d)", text) == [
        ("second", "1"), ("first", "2"), ("second", "1"),
    ]  # fmt: skip
    assert sources.index("source-second-reference") < sources.index("source-first-reference")


@pytest.mark.parametrize(
    ("typed", "link"),
    [
        ("[文](cases/first-case.yml)", '<a href="../cases/first-case/">文</a>'),
        ("[文](../cases/first-case.yml)", '<a href="../cases/first-case/">文</a>'),
        ("[文](laws/first-law.yml#art-4)", '<a href="../laws/first-law/#art-4">文</a>'),
        ("[文](cases/nobody.yml)", "文"),
        ("[文](method.md)", "[文](method.md)"),
        ("[文](https://example.org/a.yml)", "[文](https://example.org/a.yml)"),
    ],
)
def test_a_link_to_a_record_becomes_its_address(library: Library, typed: str, link: str) -> None:
    assert made(library, typed)[0] == link


@pytest.mark.parametrize(
    "code",
    ["`[@first-reference]`", "`[文](cases/first-case.yml)`", "```\n[@first-reference]\n```",
     "```yaml\nzh: 文 [@practice]\n\n[文](cases/first-case.yml)\n```"],
)  # fmt: skip
def test_code_stays_as_it_was_typed(library: Library, code: str) -> None:
    assert made(library, f"一\n\n{code}\n\n二") == (f"一\n\n{code}\n\n二", "")


def test_marks_of_our_own_cannot_be_smuggled_in(library: Library) -> None:
    text, _ = made(library, "\ue0000\ue001 \ue0020\ue003 `a` [@practice]")
    assert text.startswith("0 0 `a`")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_markdown_converter_makes_whole_html_of_it(library: Library, lang: Lang) -> None:
    text, sources = made(
        library, "- *一[@first-reference]* 二[@first-law, art. 4]。\n- 三[@practice]。\n", lang
    )
    page = prose_page(
        Site(library, labels(), Addresses(), lang), "method/", "题", "述", markdown(text), sources,
        [("a", "<b>一</b>"), ("b", "二"), ("c", "三")],
    )  # fmt: skip
    seen = Html(page.body)
    for link in seen.links:
        assert not link.startswith("#") or link[1:] in [*seen.ids, "a", "b", "c"]
    assert "#source-first-reference" in seen.links
    assert '<a href="#a">一</a>' in page.body
    assert (page.lang, page.address, page.kind, page.section) == (lang, "method/", "prose", "")


def test_a_short_page_has_no_outline(library: Library) -> None:
    site = Site(library, labels(), Addresses(), "zh")
    short = prose_page(site, "method/", "题", "述", "<p>文</p>", "", [("a", "一"), ("b", "二")])
    assert "outline" not in short.body
    assert "<p>文</p>" in short.body


# What MkDocs gives its converter: mkdocs.yml and three of its own.
EXTENSIONS = ["abbr", "admonition", "attr_list", "footnotes", "tables", "toc", "fenced_code"]


def converted(library: Library, text: str) -> str:
    return clean(markdown(made(library, text)[0], extensions=EXTENSIONS))


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "文 <img src=x onerror=alert(1)> 字",
        "> <svg/onload=alert(1)>",
        "<!-- a --><script>",
        "[文](javascript:alert(1))",
        "[文](<JavaScript:alert(1)>)",
        "[文](vbscript:a) [文](data:text/html,a)",
        "<javascript:alert(1)>",
        "![文](javascript:alert(1))",
        "[文][a]\n\n[a]: javascript:alert(1)",
        "[文](&#106;avascript:alert(1))",
        "[文](java&#x09;script:alert(1))",
        "# 文 {: onclick=alert(1) }",
        '[文](#a){: onmouseover="alert(1)" }',
        "[<b onclick=alert(1)>文</b>](cases/first-case.yml)",
        "*[HTML]: <script>\n\nHTML",
    ],
)
def test_html_and_scripts_on_a_prose_page_never_run(library: Library, text: str) -> None:
    seen = Html(converted(library, text))
    assert seen.tags.isdisjoint({"script", "img", "svg"})
    assert seen.handlers == []
    for link in seen.links:
        assert (
            not re.sub(r"[\s\x00-\x1f]", "", link)
            .lower()
            .startswith(("javascript:", "vbscript:", "data:"))
        )


@pytest.mark.parametrize("code", ["`<b>`", "```\n<b>\n```", "~~~\n<b>\n~~~", "    <b>"])
def test_code_on_a_prose_page_shows_html_as_it_was_typed(library: Library, code: str) -> None:
    assert re.search("<code>&lt;b&gt;\\s*</code>", converted(library, f"文\n\n{code}\n"))


def test_what_only_looks_like_html_stays_as_it_is(library: Library) -> None:
    shown = converted(library, "1 < 2，a<3，<https://example.org/a>，&lt;b&gt;，**文**")
    assert "1 &lt; 2，a&lt;3，" in shown
    assert '<a href="https://example.org/a" rel="noopener">' in shown
    assert "&lt;b&gt;，<strong>文</strong>" in shown


def test_a_page_is_filtered_and_not_only_by_those_who_remember_to(library: Library) -> None:
    made = prose_page(
        Site(library, labels(), Addresses(), "zh"), "method/", "题", "述",
        '<h1 onclick="a()">题</h1><p onmouseover="a()"><a href="javascript:a()">文</a></p>'
        "<script>a()</script>", "", [],
    )  # fmt: skip
    seen = Html(made.body)
    assert seen.handlers == [] and "script" not in seen.tags
    assert [link for link in seen.links if "javascript" in link] == []
