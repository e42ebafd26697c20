"""The search in Chromium, on the built guide: what it finds, how it is used, what it withstands."""

import json
import random
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from browser import Reader
from building import Built
from renya.records.kinds import KINDS
from renya.search import tokens

pytestmark = pytest.mark.browser

ANSWERED = "typed => document.documentElement.dataset.answered === typed"
STRICT = "default-src 'self'; style-src 'self'; script-src 'self'"


def ask(page: Page, query: str) -> list[str]:
    """The results of the reader's language, as `kind/id`."""
    page.fill("#q", query)
    page.press("#q", "Enter")
    page.wait_for_function(ANSWERED, arg=query)
    links = page.locator(".hit-group:not(.elsewhere) .hit a")
    return links.evaluate_all(
        """all => all.map(one => new URL(one.href).pathname.split('/')
        .filter(Boolean).slice(-2).join('/'))"""
    )


@pytest.fixture
def zh(reader: Reader) -> Page:
    return reader.open("search/")


@pytest.fixture
def en(reader: Reader) -> Page:
    return reader.open("en/search/")


# What it finds. The records are named by what they are about, not by how they rank elsewhere.


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("隔代教养", "glossary/intergenerational-rearing"),
        ("代教养", "glossary/intergenerational-rearing"),
        ("隔代教養", "glossary/intergenerational-rearing"),
        ("gedaijiaoyang", "glossary/intergenerational-rearing"),
        ("ge dai jiao yang", "glossary/intergenerational-rearing"),
        ("复原力", "glossary/resilience"),
        ("心理弹性", "glossary/resilience"),
        ("孩子晚上睡不着怎么办", "theory/sleep-difficulty"),
        ("SDQ筛查", "instruments/sdq"),
        ("sdq", "instruments/sdq"),
        ("ＳＤＱ", "instruments/sdq"),
        ("国发〔2016〕13号", "laws/sc-2016-13"),
        ("国发[2016]13号", "laws/sc-2016-13"),
        ("国发2016 13", "laws/sc-2016-13"),
        ("国发201613号", "laws/sc-2016-13"),
        ("sc-2016-13", "laws/sc-2016-13"),
        ("grandparents", "glossary/intergenerational-rearing"),
        ("校园欺零", "glossary/bullying"),
        ("有危险打什么电话", "danger"),
    ],
)
def test_a_query_in_a_chinese_page_leads_to_its_record(zh: Page, query: str, wanted: str) -> None:
    found = [one.removeprefix("search/") for one in ask(zh, query)]
    assert wanted in found[:5], found[:5]


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("bullied", "interventions/anti-bullying"),
        ("bulying", "interventions/anti-bullying"),
        ("grandpar", "interventions/grandparent-group"),
        ("video calls with parents", "interventions/parent-child-video-call"),
        ("volunteers", "interventions/adult-mentoring"),
        ("PHQ9", "instruments/phq-9"),
        ("抗逆力", "glossary/resilience"),
        ("who must report abuse", "laws/mr-2020"),
    ],
)
def test_a_query_in_an_english_page_leads_to_its_record(en: Page, query: str, wanted: str) -> None:
    assert wanted in ask(en, query)[:5]


# How results are shown


def test_results_show_the_field_that_matched_with_its_words_marked(zh: Page) -> None:
    ask(zh, "箱庭")
    marks = zh.locator(".hit-group:not(.elsewhere) .hit mark").all_text_contents()
    assert "箱庭" in marks and "沙盘" in marks, "the word and another name of the same thing"
    assert all(any(word in mark for word in ("箱庭", "沙", "游戏")) for mark in marks)
    expect(zh.locator(".hit-field .hit-label").first).not_to_be_empty()


def test_the_reader_s_language_comes_first_and_the_other_under_its_own_heading(en: Page) -> None:
    ask(en, "隔代教养")
    groups = en.locator(".hit-group")
    expect(groups.last).to_have_class("hit-group elsewhere")
    assert groups.count() > 1
    assert en.locator(".elsewhere .hit").first.get_attribute("lang") == "zh-Hans"


def test_results_are_grouped_by_kind_and_more_are_shown_on_demand(zh: Page) -> None:
    before = ask(zh, "留守儿童")
    headings = zh.locator(".hit-group h2").all_text_contents()
    assert headings[0] == "最相关" and len(set(headings)) == len(headings) > 3
    group = zh.locator("details.hit-group").first
    count = int(group.locator(".count").text_content() or "0")
    group.locator("summary").click()
    expect(group.locator(".hit")).to_have_count(min(count, 8))
    assert len(ask(zh, "留守儿童")) == len(before), "a new answer is folded again"


def test_filters_narrow_and_stand_in_the_address(zh: Page) -> None:
    ask(zh, "睡觉")
    zh.select_option("select[name=kind]", "cases")
    expect(zh.locator(".hit-group h2").first).to_have_text("结果")
    found = ask(zh, "睡觉")
    assert found and all(one.startswith("cases/") for one in found)
    assert "kind=cases" in zh.url and f"q={quote('睡觉')}" in zh.url
    zh.reload()
    zh.wait_for_function(ANSWERED, arg="睡觉")
    assert zh.input_value("select[name=kind]") == "cases"
    zh.select_option("select[name=dilemma]", "fear-and-anxiety")
    assert set(ask(zh, "睡觉")) < set(found)


def test_the_way_back_leads_to_the_query_before(zh: Page) -> None:
    ask(zh, "欺凌")
    ask(zh, "睡眠")
    zh.go_back()
    zh.wait_for_function(ANSWERED, arg="欺凌")
    assert zh.input_value("#q") == "欺凌"


def test_every_page_can_ask(reader: Reader) -> None:
    reader.width(1280)
    page = reader.open("theory/optimism/")
    page.fill(".find input", "欺凌")
    page.press(".find input", "Enter")
    page.wait_for_function(ANSWERED, arg="欺凌")
    reader.width(360)
    page = reader.open("en/theory/optimism/")
    page.click(".find-link")
    expect(page.locator("#q")).to_be_visible()


def test_nothing_found_offers_the_nearest_and_the_lists(en: Page) -> None:
    assert ask(en, "qqqsilience") == []
    expect(en.locator(".search-hints a").first).to_be_visible()
    expect(en.locator(".search-listing")).to_be_visible()
    expect(en.get_by_role("status")).to_contain_text("Nothing found")


def test_counts_are_announced(zh: Page) -> None:
    ask(zh, "欺凌")
    expect(zh.get_by_role("status")).to_contain_text("找到")


def test_what_was_asked_stays_in_this_browser_and_can_be_forgotten(zh: Page) -> None:
    ask(zh, "家访")
    zh.goto(zh.url.split("?")[0])
    expect(zh.locator(".search-hints a")).to_have_text(["家访"])
    zh.get_by_role("button", name="清除").click()
    expect(zh.locator(".search-hints a")).to_have_count(0)
    assert zh.evaluate("localStorage.getItem('renya-searches')") == "[]"


def test_it_waits_while_an_input_method_composes(zh: Page) -> None:
    zh.focus("#q")
    zh.evaluate(
        """() => { const f = document.querySelector('#q');
        f.dispatchEvent(new CompositionEvent('compositionstart'));
        f.value = 'ge dai'; f.dispatchEvent(new InputEvent('input', {isComposing: true})); }"""
    )
    zh.wait_for_timeout(500)
    assert zh.locator(".hit").count() == 0
    zh.evaluate(
        """() => { const f = document.querySelector('#q'); f.value = '隔代';
        f.dispatchEvent(new CompositionEvent('compositionend')); }"""
    )
    zh.wait_for_function(ANSWERED, arg="隔代")


def test_it_works_by_keyboard_alone(zh: Page) -> None:
    zh.keyboard.press("/")
    expect(zh.locator("#q")).to_be_focused()
    zh.keyboard.insert_text("欺凌")
    zh.keyboard.press("Enter")
    zh.wait_for_function(ANSWERED, arg="欺凌")
    zh.keyboard.press("ArrowDown")
    expect(zh.locator(".hit a").first).to_be_focused()
    zh.keyboard.press("Escape")
    expect(zh.locator("#q")).to_be_focused()
    zh.keyboard.press("ArrowDown")
    zh.keyboard.press("Enter")
    zh.wait_for_url(lambda url: "search" not in url)


@pytest.mark.parametrize("lang", ["", "en/"], ids=["zh", "en"])
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_results_are_accessible_and_fit(reader: Reader, lang: str, width: int) -> None:
    reader.width(width)
    page = reader.open(f"{lang}search/?q={quote('grandparents 隔代')}")
    page.wait_for_function("() => document.documentElement.dataset.explained !== undefined")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert reader.violations(True) == []
    assert not reader.scrolls_sideways()


# Where it works


def test_it_works_from_a_folder_without_a_server(browser: Browser, offline: Built) -> None:
    page = browser.new_page()
    page.goto(f"{offline.url}search.html?q={quote('隔代教养')}")
    page.wait_for_function(ANSWERED, arg="隔代教养")
    page.locator(".hit a").first.click()
    expect(page.locator("h1")).to_have_text("隔代教养")
    page.close()


def test_it_runs_under_a_strict_policy(browser: Browser, served: Built) -> None:
    page = browser.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))

    def strict(route: object) -> None:
        answer = route.fetch()  # type: ignore[attr-defined]
        headers = {**answer.headers, "content-security-policy": STRICT}
        route.fulfill(response=answer, headers=headers)  # type: ignore[attr-defined]

    page.route("**/search/", strict)
    page.goto(f"{served.url}search/")
    assert ask(page, "隔代教养")
    assert faults == []
    page.close()


@pytest.mark.parametrize("lang", ["", "en/"], ids=["zh", "en"])
def test_without_scripts_the_page_lists_everything(
    browser: Browser,
    served: Built,
    lang: str,
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served.url}{lang}search/?q=x")
    links = page.locator(".search-listing a").evaluate_all("all => all.map(one => one.href)")
    for kind in KINDS:
        assert f"{served.url}{lang}{kind.name}/" in links
    assert f"{served.url}{lang}danger/" in links
    context.close()


# What it withstands


def test_no_query_makes_it_throw(reader: Reader) -> None:
    """Any length and any signs; the answer comes, and nothing is written to the page as HTML."""
    page = reader.open("search/")
    chance = random.Random(5)
    signs = "隔代教养的了a e'\"<>&\\/?#%{}[]()|^$*+~\u200b\u0301\ud83d\ude00é ß〔〕２０１６ \t𠮷0"
    queries = [
        "<img src=x onerror=alert(1)>", "__proto__", "constructor", "toString", "^ni", "#1", "~子",
        "\ud800", "的", " ", "a", "'", "'''''", "年" * 3000, "word " * 2000, "1" * 500, "-" * 300,
        *("".join(chance.choices(signs, k=chance.randint(1, 40))) for _ in range(120)),
    ]  # fmt: skip
    for query in queries:
        page.evaluate(
            """typed => { const f = document.querySelector('#q');
            delete document.documentElement.dataset.answered;
            f.value = typed; f.form.requestSubmit(); }""",
            query,
        )
        page.wait_for_function(
            """() => document.documentElement.dataset.answered !== undefined
            || !document.querySelector('#q').value.trim()"""
        )
    assert page.locator("#search img").count() == 0


def test_a_file_that_does_not_come_is_said_and_asked_for_again(
    browser: Browser,
    served: Built,
) -> None:
    page = browser.new_page()
    page.route("**/search/*/s*.js", lambda route: route.abort())
    page.goto(f"{served.url}search/?q={quote('欺凌')}")
    expect(page.get_by_role("status")).to_contain_text("没有取到")
    expect(page.locator(".search-listing")).to_be_visible()
    page.unroute("**/search/*/s*.js")
    assert "glossary/bullying" in ask(page, "欺凌")
    page.close()


def test_an_older_manifest_in_the_browser_is_read_anew(
    browser: Browser,
    served: Built,
) -> None:
    page = browser.new_page()
    real = (served.root / "search" / "manifest.js").read_text(encoding="utf-8")
    version = json.loads(real.partition(",")[2].rpartition(")")[0])["version"]
    old = real.replace(version, "0000000000")
    page.route(
        "**/search/manifest.js",
        lambda route: route.fulfill(body=old, content_type="text/javascript"),
    )
    page.goto(f"{served.url}search/?q={quote('欺凌')}")
    page.wait_for_function(ANSWERED, arg="欺凌")
    assert page.locator(".hit").count() > 0
    page.close()


@pytest.fixture
def inside(browser: Browser, served: Built) -> Iterator[Page]:
    """The client with its own functions in reach."""
    page = browser.new_page()
    name = next((served.root / "search").glob("search-*.js"))
    source = name.read_text(encoding="utf-8")
    opened = source.replace("})();\n", "window.inside = { opened, normal, stem, slots };\n})();\n")
    assert opened != source
    page.route(
        f"**/{name.name}",
        lambda route: route.fulfill(body=opened, content_type="text/javascript"),
    )
    page.goto(f"{served.url}search/")
    page.evaluate("() => inside.opened()")
    yield page
    page.close()


def test_client_and_index_cut_words_alike(inside: Page, served: Built) -> None:
    """Both halves were written apart: every English word of the guide must get the same stem."""
    folder = next(path for path in (served.root / "search").iterdir() if path.is_dir())
    text = (folder / "words.js").read_text(encoding="utf-8")
    words = " ".join(json.loads(text.partition(",")[2].rpartition(")")[0])).split()
    assert len(words) > 3000
    stems = inside.evaluate("words => words.map(one => inside.stem(one))", words)
    assert stems == [tokens.stem(word) for word in words]


@pytest.mark.parametrize(
    "text",
    [
        "隔代教养",
        "国发〔2016〕13号",
        "国发2016年第13号",
        "PHQ-9 ok",
        "SDQ筛查",
        "Müller’s ＡＢＣ",
        "𠮷野家",
    ],
)
def test_client_and_index_cut_texts_alike(inside: Page, text: str) -> None:
    made = inside.evaluate(
        "text => inside.slots(inside.normal(text)).map(one => one.choices[0].token)", text
    )
    held = set(tokens.counted(text))
    assert set(made) <= held
    assert {one for one in held if not one.startswith("~")} <= set(made) | {"13", "2016"}
