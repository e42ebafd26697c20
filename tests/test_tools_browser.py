"""Board, finder, twins and calculator in Chromium: the everyday tasks that they serve."""

import pytest
from playwright.sync_api import Browser, Page, expect

from browser import Reader
from building import Built

pytestmark = pytest.mark.site

WIDTHS = ((360, 740), (1280, 800))
BY = [(lang, size) for lang in ("zh", "en") for size in WIDTHS]


def opened(reader: Reader, lang: str, size: tuple[int, int], path: str) -> Page:
    page = reader.page
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(reader.home + ("en/" if lang == "en" else "") + path)
    return page


@pytest.mark.parametrize(("lang", "size"), BY)
def test_a_worry_leads_to_a_first_action_in_four_clicks(
    reader: Reader, lang: str, size: tuple[int, int]
) -> None:
    """Task 1: home, finder, two facts, the protocol with its danger signs and first action."""
    page = opened(reader, lang, size, "")
    page.locator(".tools a[href*='finder']").click()
    page.locator("select[name=dilemma]").select_option("fear-and-anxiety")
    page.locator("select[name=age]").select_option("9-11")
    page.locator(".found .card a").first.click()
    expect(page.locator("#danger")).to_be_visible()
    expect(page.locator("#first-action")).to_be_visible()


@pytest.mark.parametrize(("lang", "size"), BY)
def test_counts_before_the_click_are_what_the_click_gives(
    reader: Reader, lang: str, size: tuple[int, int]
) -> None:
    page = opened(reader, lang, size, "finder/")
    role = page.locator("select[name=role]")
    said = role.locator("option[value=school]").inner_text()
    role.select_option("school")
    count = page.locator(".found .card").count()
    assert said.endswith(f"({count})") and 0 < count < 22
    assert "role=school" in page.url
    page.reload()
    assert page.locator(".found .card").count() == count, "the address holds the choice"
    lead = page.locator(".found .card").first.get_attribute("data-lead")
    assert lead and "school" in lead.split(), "who leads comes before who helps"
    expect(page.locator(".found .card .why").first).to_be_visible()


def test_nothing_fits_and_the_nearest_are_offered(reader: Reader) -> None:
    page = opened(reader, "zh", WIDTHS[0], "finder/?carer=grandparent&cost=over_5000")
    expect(page.locator(".found .card")).to_have_count(0)
    page.locator(".nearest button").first.click()
    assert page.locator(".found .card").count() > 0


def test_an_odd_address_shows_everything(reader: Reader) -> None:
    page = opened(reader, "en", WIDTHS[1], "finder/?age=%3Cscript%3E&x=y&dilemma=nothing")
    expect(page.locator(".found .card")).to_have_count(22)


@pytest.mark.parametrize(("lang", "size"), BY)
def test_each_case_is_its_own_nearest_twin(
    reader: Reader, lang: str, size: tuple[int, int]
) -> None:
    """Task 3: facts ticked, the nearest case with why it matches and how it differs."""
    page = opened(reader, lang, size, "twins/")
    facts = page.eval_on_selector_all(
        ".found .card",
        "all => all.map(one => [one.querySelector('a').href, {...one.dataset}])",
    )
    assert len(facts) == 17
    for href, own in facts if size == WIDTHS[1] else facts[:3]:
        asked = "&".join(f"{name}={value.split(' ')[0]}" for name, value in own.items() if value)
        page.goto(f"{page.url.partition('?')[0]}?{asked}")
        best = page.locator(".found .card").first
        same = page.locator(".found .card").evaluate_all(
            "(all, facts) => all.filter(one => JSON.stringify({...one.dataset}) === facts)"
            ".map(one => one.querySelector('a').href)",
            best.evaluate("one => JSON.stringify({...one.dataset})"),
        )
        assert href in same
        expect(best.locator(".why")).to_be_visible()
    assert page.locator(".found .card").count() == 5


@pytest.mark.parametrize(("lang", "size"), BY)
def test_a_cell_of_the_board_opens_what_it_counts(
    reader: Reader, lang: str, size: tuple[int, int]
) -> None:
    """Tasks 4 and 7: a dimension in the hands of the school, what is there and how well known."""
    page = opened(reader, lang, size, "")
    page.locator(".tools a[href*='board']").click()
    page.locator("a.cell[href='#peer-support-school']").click()
    cell = page.locator("#peer-support-school")
    expect(cell).to_be_in_viewport()
    cell.locator("li a").first.click()
    expect(page.locator("#evidence, #danger").first).to_be_attached()


def test_calculator_reckons_as_the_guide_does(reader: Reader) -> None:
    page = opened(reader, "en", WIDTHS[0], "calculator/")
    sums = page.locator("#overlap form")
    sums.get_by_label("Before").fill("20 20 26 25 22 23")
    sums.get_by_label("During").fill("28, 25；24 ２７ 30 30 29")
    sums.get_by_role("button").click()
    answer = page.locator("#overlap .answer")
    expect(answer).to_contain_text("92%")
    expect(answer).to_contain_text("71%")
    sums.get_by_label("During").fill("3 4")
    sums.get_by_role("button").click()
    expect(answer).to_contain_text("At least 3")
    goals = page.locator("#goals form")
    for number, (level, weight) in enumerate(((1, 3), (-1, 2), (2, 1))):
        goals.locator("[name=level]").nth(number).select_option(str(level))
        goals.locator("[name=weight]").nth(number).fill(str(weight))
    goals.get_by_role("button").click()
    expect(page.locator("#goals .answer")).to_contain_text("T = 57")
    form = page.locator("#reliable form")
    for name, value in (("before", 32.5), ("after", 47.5), ("sd", 7.5), ("reliability", 0.8)):
        form.locator(f"[name={name}]").fill(str(value))
    form.get_by_role("button").click()
    expect(page.locator("#reliable .answer")).to_contain_text("3.16")
    expect(page.locator("#reliable .answer")).to_contain_text("for the better")


def test_without_a_script_everything_is_listed(browser: Browser, served: Built) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        for path, count in (("finder/", 22), ("twins/", 17)):
            page.goto(served.url + path)
            expect(page.locator(".found .card")).to_have_count(count)
            expect(page.locator("form.choose")).to_be_hidden()
            expect(page.locator("main .notice").first).to_be_visible()


@pytest.mark.parametrize("path", ["board/", "finder/", "twins/", "calculator/"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_tools_fit_a_narrow_screen_and_axe_finds_nothing(
    reader: Reader, lang: str, path: str
) -> None:
    page = opened(reader, lang, (320, 640), path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert reader.violations() == []
    page.emulate_media(color_scheme="dark")
    assert reader.violations() == []
