"""References as printed: GB/T 7714 on Chinese pages, APA on English ones, each in its language."""

import re
from typing import Any, get_args

import pytest
import yaml

from building import Html
from full import Whole
from golden import same_as_golden
from project import record_text
from renya.pages.bibliography import Formatted, csl, formatted
from renya.records.base import LANGS
from renya.records.kinds import BY_SINGULAR
from renya.records.load import load
from renya.records.reference import Reference
from renya.records.vocabulary import CslType, WorkLanguage

# Invented works. `title` is what the record calls them in English.
WORKS = """
english-article:
  type: article-journal
  title: A study of something small
  author:
    - {family: Doe, given: Ann B.}
    - {family: Roe, given: Ben}
    - {family: Poe, given: Cara}
    - {family: Moe, given: Dan}
  issued: {date-parts: [[2018, 3]]}
  container-title: Journal of Examples
  volume: "12"
  issue: "3"
  page: 45-67
  DOI: 10.1000/182
  language: en
chinese-article:
  type: article-journal
  title: 一项小小的研究
  author:
    - {family: 赵, given: 甲}
    - {family: 钱, given: 乙}
    - {family: 孙, given: 丙丙}
    - {family: 李, given: 丁}
  issued: {date-parts: [[2021]]}
  container-title: 示例学报
  volume: "20"
  issue: "2"
  page: 261-267
  language: zh-CN
chinese-article-without-pinyin:
  type: article-journal
  title: 另一项研究
  author:
    - {family: 欧阳, given: 甲}
  issued: {date-parts: [[2022]]}
  container-title: 示例学报
  language: zh-CN
chapter:
  type: chapter
  title: A chapter on examples
  author:
    - {family: Doe, given: Ann}
    - {family: Roe, given: Ben}
  editor:
    - {family: Poe, given: Cara}
  issued: {date-parts: [[1987]]}
  container-title: A book of examples
  publisher: Example Press
  publisher-place: London
  page: 316-331
  language: en
web-page-of-a-body:
  type: webpage
  title: 关于示例的通知
  author:
    - {literal: 示例局}
  issued: {date-parts: [[2020, 4, 16]]}
  accessed: {date-parts: [[2026, 11, 1]]}
  URL: https://example.org/a?b=1&c=2
  language: zh-CN
english-web-page-of-a-body:
  type: webpage
  title: On examples
  author:
    - {literal: Example Office}
  accessed: {date-parts: [[2026, 11, 1]]}
  URL: https://example.org/on-examples
  language: en
without-year:
  type: report
  title: Report without a year
  author:
    - {family: Doe, given: Ann}
  publisher: Example Office
  language: en
without-author:
  type: webpage
  title: A page by nobody
  issued: {date-parts: [[2019]]}
  URL: https://example.org/nobody
  language: en
thesis:
  type: thesis
  title: 示例研究
  author:
    - {family: 赵, given: 甲}
  genre: 博士学位论文
  publisher: 示例大学
  issued: {date-parts: [[2019]]}
  language: zh-CN
"""
PINYIN = {
    "chinese-article": [("Zhao", "Jia"), ("Qian", "Yi"), ("Sun", "Bingbing"), ("Li", "Ding")],
    "thesis": [("Zhao", "Jia")],
    "web-page-of-a-body": [],
}
ITEMS: dict[str, dict[str, Any]] = yaml.safe_load(WORKS)


def reference(item: dict[str, Any], name: str = "a-work") -> Reference:
    kind = BY_SINGULAR["reference"]
    record = yaml.safe_load(record_text(kind, name))
    record["title"]["en"] = f"English title of {name}"
    record["csl"] = item
    record["romanised"] = [
        {"family": family, "given": given} for family, given in PINYIN.get(name, [])
    ]
    made = load(kind, "a.yml", name, yaml.dump(record, Dumper=Whole, allow_unicode=True).encode())
    assert made.problems == []
    assert isinstance(made.record, Reference)
    return made.record


def both(name: str) -> tuple[Formatted, Formatted]:
    work = reference(ITEMS[name], name)
    return formatted(work, "zh"), formatted(work, "en")


def text(entry: str) -> str:
    return re.sub("<[^>]*>", "", entry)


def test_references_are_printed_as_they_were() -> None:
    lines = []
    for name in ITEMS:
        zh, en = both(name)
        lines += [name, f"  zh  {zh.entry}", f"  en  {en.entry}", f"  ({en.label})", ""]
    same_as_golden("bibliography.txt", "\n".join(lines))


def test_and_others_stands_in_the_language_of_the_work() -> None:
    assert "赵甲, 钱乙, 孙丙丙, 等. 一项小小的研究" in text(both("chinese-article")[0].entry)
    assert "DOE A B, ROE B, POE C, et al. A study" in text(both("english-article")[0].entry)
    for name, item in ITEMS.items():
        zh, en = both(name)
        assert "et al" not in zh.entry or item["language"] == "en"
        assert ", 等" not in zh.entry or item["language"] == "zh-CN"
        assert "等" not in en.entry


def test_the_mark_of_a_type_stands_without_an_address_too() -> None:
    for name, mark in (
        ("chinese-article", "[J]."),
        ("english-article", "[J"),
        ("chapter", "[M]//"),
        ("thesis", "[D]."),
        ("without-year", "[R]."),
        ("web-page-of-a-body", "[EB/OL]."),
    ):
        assert mark in text(both(name)[0].entry), name
    for name in ITEMS:
        for made in both(name):
            assert not re.search("[\ue000-\uf8ff]", made.entry + made.label)
            assert "/]" not in made.entry


def test_an_english_page_names_a_chinese_work_in_pinyin_and_in_translation() -> None:
    _, en = both("chinese-article")
    shown = text(en.entry)
    assert shown.startswith("Zhao, J., Qian, Y., Sun, B., &amp; Li, D. (2021). 一项小小的研究 ")
    assert "[English title of chinese-article]" in shown
    assert en.label == "Zhao et al., 2021"


def test_without_pinyin_a_chinese_name_stands_whole_in_its_own_script() -> None:
    zh, en = both("chinese-article-without-pinyin")
    assert text(zh.entry).startswith("欧阳甲. ")
    assert text(en.entry).startswith("欧阳甲. (2022)")


def test_a_body_is_one_name() -> None:
    zh, en = both("web-page-of-a-body")
    assert text(zh.entry).startswith("示例局. 关于示例的通知[EB/OL].")
    assert text(en.entry).startswith("示例局. (2020, April 16)")
    assert both("english-web-page-of-a-body")[1].label == "Example Office, n.d."


def test_a_year_that_is_not_known_is_not_invented() -> None:
    zh, en = both("without-year")
    assert "(n.d.)" in en.entry
    assert en.label == "Doe, n.d."
    assert not re.search(r"\b(19|20)\d\d\b", zh.entry)


def test_a_title_is_printed_once() -> None:
    """Without an author it takes the author's place in APA, and leaves its own."""
    for name, item in ITEMS.items():
        for made in both(name):
            assert text(made.entry).count(item["title"]) == 1, made.entry


def test_a_number_that_is_not_there_is_not_announced() -> None:
    assert "(Publication)" not in both("thesis")[1].entry


def test_addresses_are_links_and_their_full_stop_is_not() -> None:
    for name, item in ITEMS.items():
        for made in both(name):
            links = Html(made.entry).links
            wanted = {item.get("URL"), f"https://doi.org/{item.get('DOI')}"}
            assert set(links) <= wanted, made.entry
            assert "http" not in text(made.entry) or links
    for made in both("web-page-of-a-body"):
        assert Html(made.entry).links == ["https://example.org/a?b=1&c=2"]


def test_an_english_label_is_plain_words_for_a_bracket() -> None:
    for name in ITEMS:
        label = both(name)[1].label
        assert not re.search(r"[<>()]|&\w+;", label), label
    assert both("chapter")[1].label == "Doe & Roe, 1987"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_hostile_fields_are_printed_and_never_run(lang: Any, language: str) -> None:
    attack = "a <script>alert(1)</script><img src=x onerror=alert(1)> & \" ' b"
    item = {
        "type": "article-journal", "title": attack, "container-title": attack, "language": language,
        "author": [{"family": attack, "given": attack}, {"literal": attack}], "volume": attack,
        "issue": attack, "page": attack, "publisher": attack, "genre": attack, "number": attack,
        "editor": [{"family": attack}], "issued": {"date-parts": [[2018]]},
        "URL": "https://example.org/\"onmouseover=alert(1)//'><script>alert(1)</script>",
        "DOI": '10.1000/"onmouseover=alert(1)><script>',
    }  # fmt: skip
    work = reference(item)
    work = work.model_copy(update={"title": work.title.model_copy(update={"en": attack})})
    made = formatted(work, lang)
    seen = Html(made.entry)
    assert seen.tags <= {"i", "b", "a", "span", "div", "sup", "sub"}, made.entry
    assert seen.handlers == []
    assert all(link.startswith(("https://example.org/", "https://doi.org/")) for link in seen.links)


def test_signs_of_html_in_a_title_are_printed_as_they_are() -> None:
    work = reference({"type": "book", "title": "p < 0.05 & q > 1", "language": "en"})
    for lang in LANGS:
        assert "p &lt; 0.05 &amp; q &gt; 1" in formatted(work, lang).entry


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("kind", get_args(CslType))
def test_every_type_of_work_can_be_printed_with_little_and_with_much(kind: str) -> None:
    little = {"type": kind, "title": "T1tle"}
    names = [{"family": "Doe", "given": "A"}, {"literal": "Body"}]
    much = little | {
        "author": names, "editor": names, "container-title": "C", "publisher": "P",
        "publisher-place": "L", "genre": "G", "number": "3", "volume": "1", "issue": "2",
        "page": "1-2", "ISBN": "i", "ISSN": "s", "PMID": "p", "URL": "https://example.org/",
        "issued": {"date-parts": [[2018, 12, 31], [2019]]},
        "accessed": {"date-parts": [[2026, 1, 1]]},
    }  # fmt: skip
    for item in (little, much):
        for language in get_args(WorkLanguage):
            work = reference({**item, "language": language})
            for lang in LANGS:
                made = formatted(work, lang)
                assert "T1tle" in made.entry
                assert made.label


def test_a_citation_manager_reads_the_fields_as_they_are() -> None:
    item = csl(reference(ITEMS["chinese-article"], "chinese-article"))
    assert item == {"id": "chinese-article", **ITEMS["chinese-article"]}
    assert "author" not in csl(reference(ITEMS["without-author"]))
