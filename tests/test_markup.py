"""Texts of records to HTML: Markdown as authors know it, and nothing that could ever run."""

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import Html
from renya.citations import Group
from renya.pages.markup import inline, render
from renya.records.base import LANGS, Lang


def cited(group: Group) -> str:
    return f"<sup>{'+'.join(cite.key for cite in group.cites)}</sup>"


def linked(address: str) -> str | None:
    """As strict as the caller of the real one, and no stricter."""
    if address.startswith(("https://", "http://", "#", "mailto:", "tel:")):
        return address
    return "../../roles/family/" if address == "roles/family.yml" else None


def drawn(text: str, lang: Lang = "zh") -> str:
    return render(text, lang, cited, linked)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("文", "<p>文</p>"),
        ("一\n\n二", "<p>一</p>\n<p>二</p>"),
        ("- 一\n- 二", "<ul>\n<li>一</li>\n<li>二</li>\n</ul>"),
        ("1. 一\n2. 二", "<ol>\n<li>一</li>\n<li>二</li>\n</ol>"),
        ("**重** *轻* `码`", "<p><strong>重</strong> <em>轻</em> <code>码</code></p>"),
        ("看**“重点”**这里", "<p>看<strong>“重点”</strong>这里</p>"),
        ("**注意：**文字", "<p><strong>注意：</strong>文字</p>"),
        ("> 引", "<blockquote>\n<p>引</p>\n</blockquote>"),
        ("1 < 2 & 3 > 2", "<p>1 &lt; 2 &amp; 3 &gt; 2</p>"),
        ("2 * 3 * 4 a_b_c", "<p>2 * 3 * 4 a_b_c</p>"),
    ],
)
def test_markdown_is_drawn(text: str, html: str) -> None:
    assert drawn(text) == html


def test_a_table_is_drawn() -> None:
    for lang in LANGS:
        for rule in ("|---|---|", "| --- | --- |", "| - | - |"):
            made = drawn(f"| a | b |\n{rule}\n| c | d |", lang)
            assert made.startswith("<table>"), (lang, rule)
            assert "<td>d</td>" in made


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("""It's "so".""", "It's &quot;so&quot;.", "It’s “so”."),
        ("weeks 1--4", "weeks 1--4", "weeks 1–4"),
        ("one - two", "one - two", "one – two"),
        ("wait...", "wait...", "wait…"),
        ("follow-up", "follow-up", "follow-up"),
    ],
)
def test_english_gets_printed_quotes_and_dashes_and_chinese_none(
    text: str, zh: str, en: str
) -> None:
    assert drawn(text, "zh") == f"<p>{zh}</p>"
    assert drawn(text, "en") == f"<p>{en}</p>"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("文 [@a]。", "<p>文<sup>a</sup>。</p>"),
        ("文[@a; @b]。[@c]", "<p>文<sup>a+b</sup>。<sup>c</sup></p>"),
        ("**文[@a]**", "<p><strong>文<sup>a</sup></strong></p>"),
        ("- 一[@a]\n- 二[@b]", "<ul>\n<li>一<sup>a</sup></li>\n<li>二<sup>b</sup></li>\n</ul>"),
        ("[@a]", "<p><sup>a</sup></p>"),
        ("*a[@a]b*", "<p><em>a<sup>a</sup>b</em></p>"),
        ("文［@a］", "<p>文［@a］</p>"),
        ("文\ue0000\ue001[@a]", "<p>文0<sup>a</sup></p>"),
    ],
)
def test_citations_stand_where_they_were_written(text: str, html: str) -> None:
    assert drawn(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[文](https://e.org/?a=1&b=2)",
         '<a href="https://e.org/?a=1&amp;b=2" rel="noopener">文</a>'),
        ("<https://e.org>", '<a href="https://e.org" rel="noopener">https://e.org</a>'),
        ("[文](roles/family.yml)", '<a href="../../roles/family/">文</a>'),
        ("[**文**](#art-4)", '<a href="#art-4"><strong>文</strong></a>'),
        ("[120](tel:120)", '<a href="tel:120">120</a>'),
        ('[文](https://e.org "title")', '<a href="https://e.org" rel="noopener">文</a>'),
        ("[文](roles/nobody.yml)", "文"),
        ("[文](javascript:alert(1))", "文"),
        ("[文](JaVaScRiPt:alert(1))", "文"),
        ("[文](&#106;avascript:alert&#40;1&#41;)", "文"),
        ("[文](java\\script:alert)", "文"),
        ("[文](vbscript:x)", "文"),
        ("[文](data:text/html;base64,PHNjcmlwdD4=)", "文"),
        ("[文](file:///etc/passwd)", "文"),
        ("[文](//example.org/a)", "文"),
        ("<javascript:alert(1)>", "javascript:alert(1)"),
        ("[文][a]\n\n[a]: javascript:alert(1)", "文"),
        ("![图](https://e.org/a.png)", "图"),
        ("![图](javascript:alert(1))", "图"),
        ("[![图](https://e.org/a.png)](https://e.org)",
         '<a href="https://e.org" rel="noopener">图</a>'),
        ('![a" onerror="x](b)', "a&quot; onerror=&quot;x"),
    ],
)  # fmt: skip
def test_a_link_leads_outside_by_http_or_inside_by_file_and_images_become_words(
    text: str, html: str
) -> None:
    assert drawn(text) == f"<p>{html}</p>"


HOSTILE = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<b onclick=alert(1)>b</b>",
    "<svg/onload=alert(1)>", "<a href='javascript:alert(1)'>a</a>", "</p></main><script>",
    "<!-- a --><script>", "<![CDATA[<script>]]>", "<style>*{}</style>", "<iframe src=//e.org>",
    "{{ config }}", "{% include 'a' %}", "{# a #}", '"><script>', "<scr\0ipt>", "&lt;script&gt;",
    "<form action=https://e.org><input autofocus onfocus=alert(1)>", "<base href=//e.org>",
    "<meta http-equiv=refresh content=0>", "<details open ontoggle=alert(1)>",
)  # fmt: skip


AROUND = (
    "{}", "文{}字", "- {}", "**{}**", "`{}`", "    {}", "> {}", "[文]({})", "[{}](#a)", "![{}](a)",
    "| a |\n|---|\n| {} |", "# {}", "<{}>",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_html_and_templates_are_shown_as_they_were_typed(text: str) -> None:
    for lang in LANGS:
        for around in AROUND:
            harmless(drawn(around.replace("{}", text), lang))
    if "&" not in text:
        for around in ("文{}字", "`{}`"):
            assert text.replace("\0", "\ufffd") in unescape(drawn(around.replace("{}", text)))


HARMLESS = {
    "p", "ul", "ol", "li", "strong", "em", "code", "pre", "blockquote", "a", "sup", "br", "hr",
    "h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip


def harmless(html: str) -> None:
    """No tag but those of Markdown, no handler, no link but those that `linked` lets through."""
    page = Html(html)
    assert page.tags <= HARMLESS, html
    assert page.handlers == page.loads == page.styles == []
    for address in page.links:
        assert address.startswith(("https://", "http://", "#", "mailto:", "tel:", "../")), html


SIGNS = (
    "[", "]", "(", ")", "<", ">", "!", "*", "**", "_", "`", "```\n", "\n", "\n\n", "- ", "> ", "|",
    "\\", '"', "'", "[@a]", "[@practice]", "javascript:", "https://e.org", "](", "](<", "&#x6a;",
    "&colon;", "\t", "    ", "data:text/html,", "onerror=", "\ue000", "\ue001", "0", "#", ": ",
    "文", "a ", "[a]: ", "![", "\ufeff", "\u202e",
)  # fmt: skip
PIECES = st.lists(st.sampled_from(SIGNS + HOSTILE), max_size=14).map("".join)
PLAIN = st.lists(st.sampled_from(["[@a]", "[@b; @c]", "文", "。", " ", "\n\n", "- ", "**"]))


@given(PIECES | st.text(max_size=80), st.sampled_from(LANGS))
def test_whatever_is_typed_nothing_ever_runs(text: str, lang: Lang) -> None:
    harmless(render(text, lang, cited, linked))
    harmless(inline(text, lang, cited, linked))


@given(
    st.lists(st.sampled_from(["[@a]", "[@b; @c]", "文", "。", " ", "\n\n", "- ", "**"])).map(
        "".join
    )
)
def test_no_citation_is_lost_on_the_way(text: str) -> None:
    made = drawn(text)
    assert made.count("<sup>") == text.count("[@")
    assert "\ue000" not in made


def test_a_text_of_one_paragraph_can_stand_in_a_line() -> None:
    assert inline("一**二**", "zh", cited, linked) == "一<strong>二</strong>"
    assert inline("一\n\n二", "zh", cited, linked) == "<p>一</p>\n<p>二</p>"
    assert inline("- 一", "zh", cited, linked) == "<ul>\n<li>一</li>\n</ul>"
    assert inline("", "zh", cited, linked) == ""


@pytest.mark.parametrize("piece", [">", "- ", "[", "*", "1. ", "(", "`", "|a", "<", "_a_*"])
def test_hostile_depth_is_drawn_too(piece: str) -> None:
    harmless(drawn(piece * 20_000))
