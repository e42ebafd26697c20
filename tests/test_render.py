"""Pages from records: everything an author writes is shown, nothing ever runs, every link leads."""

import html
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

import pytest
import yaml
from hypothesis import given, settings

from building import Html, edit
from faults import TERM, says
from full import place_of, write_full
from golden import same_as_golden
from mutations import mutated
from project import write_docs
from renya import checks
from renya.folder import read_folder
from renya.labels import labels
from renya.library import Entry, Library, join, know
from renya.pages.address import Addresses, in_language
from renya.pages.listing import COMPACT
from renya.pages.page import Page
from renya.pages.render import pages
from renya.pages.tools import TOOLS
from renya.problems import errors
from renya.records.base import LANGS, Lang
from renya.records.kinds import BY_NAME, KINDS, Kind
from renya.records.load import Loaded, load

PROSE = ("danger", "method")


class Drawn(NamedTuple):
    library: Library
    pages: dict[tuple[Lang, str], Page]

    def of(self, record_id: str, lang: Lang = "zh") -> str:
        kind = self.library.entries[record_id].kind.name
        return self.pages[lang, f"{kind}/{record_id}/"].body


def drawn(docs: Path, drafts: bool = False) -> Drawn:
    library = read_folder(docs, "docs")
    made = {
        (lang, page.address): page for lang in LANGS for page in pages(library, lang, drafts=drafts)
    }
    return Drawn(library, made)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Drawn:
    """Every field of every kind filled."""
    return drawn(write_full(tmp_path_factory.mktemp("full") / "docs"))


@pytest.fixture(scope="module")
def least(tmp_path_factory: pytest.TempPathFactory) -> Drawn:
    """Only what is required."""
    return drawn(write_docs(tmp_path_factory.mktemp("least") / "docs"))


def test_the_full_records_are_without_fault(full: Drawn) -> None:
    assert checks.run(full.library) == []


# Golden pages: what a change of a template changes


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.singular)
def test_the_page_of_each_kind_is_as_it_was(full: Drawn, kind: Kind, lang: Lang) -> None:
    same_as_golden(
        f"pages/{kind.singular}.{lang}.html", normal(full.of(f"first-{kind.singular}", lang))
    )


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("address", ["", "theory/"], ids=["home", "listing"])
def test_home_and_a_listing_are_as_they_were(full: Drawn, address: str, lang: Lang) -> None:
    name = address.strip("/") or "home"
    same_as_golden(f"pages/{name}.{lang}.html", normal(full.pages[lang, address].body))


def normal(body: str) -> str:
    """One line a line of the page, without indentation and empty lines."""
    lines = (re.sub(r"\s+", " ", line).strip() for line in body.splitlines())
    return "\n".join(line for line in lines if line) + "\n"


# What an author writes is shown

# For those who keep the record, not for readers.
KEPT_BACK = {"case.pseudonyms.1"}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.singular)
def test_every_text_of_a_record_is_shown_in_the_language_of_the_page(
    full: Drawn, kind: Kind
) -> None:
    entry = full.library.entries[f"first-{kind.singular}"]
    for lang in LANGS:
        body = full.of(entry.id, lang)
        texts = {text.split(" [@")[0] for _, written, text in entry.strings if written == lang}
        kept = {place_of(place, lang) for place in KEPT_BACK}
        assert {text for text in texts - kept if html.escape(text) not in body} == set()
        other = "en" if lang == "zh" else "zh"
        texts = {text.split(" [@")[0] for _, written, text in entry.strings if written == other}
        if kind.name != "glossary":  # a term is shown as a pair
            assert {text for text in texts if html.escape(text) in body} == set()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.singular)
def test_every_line_without_a_language_is_shown_too(full: Drawn, kind: Kind) -> None:
    """Numbers of documents, abbreviations, pinyin; a reference's are the citation processor's,
    and the words under which people look for a record are for the search alone.
    """
    entry = full.library.entries[f"first-{kind.singular}"]
    lines = {
        line
        for line in strings(yaml.safe_load(made_of(full, entry)))
        if line.startswith(f"{kind.singular}.")
    }
    texts = {text for _, _, text in entry.strings}
    elsewhere = (".csl.", ".romanised.", ".search_terms.")
    lines -= {line for line in lines if any(part in line for part in elsewhere)}
    for lang in LANGS:
        body = full.of(entry.id, lang)
        assert {line for line in lines - texts if line not in body} == set()


def made_of(full: Drawn, entry: Entry) -> str:
    assert full.library.docs is not None
    return (full.library.docs.parent / entry.located.path).read_text(encoding="utf-8")


def strings(value: object) -> set[str]:
    """Every string in a value from YAML, at any depth."""
    if isinstance(value, dict):
        return {one for inner in value.values() for one in strings(inner)}
    if isinstance(value, list):
        return {one for inner in value for one in strings(inner)}
    return {value} if isinstance(value, str) else set()


def test_every_link_between_records_can_be_followed_from_both_ends(tmp_path: Path) -> None:
    made = drawn(write_full(tmp_path / "docs", cites=False))
    missing = {
        (here, there)
        for link in made.library.links
        for here, there in ((link.source, link.target), (link.target, link.source))
        if address(made, there) not in targets(made, here)
    }
    assert missing == set()


def address(made: Drawn, record_id: str) -> str:
    return f"{made.library.entries[record_id].kind.name}/{record_id}/"


def targets(made: Drawn, record_id: str) -> set[str]:
    here = address(made, record_id)
    return {resolved(here, link)[0] for link in Html(made.of(record_id)).links}


def resolved(here: str, link: str) -> tuple[str, str]:
    """(address from the root, fragment) to which a link on the page `here` leads."""
    target = urlsplit(urljoin(f"https://e.org/site/{here}", link))
    return target.path.removeprefix("/site/"), target.fragment


# Every page is sound


def every(made: Drawn) -> list[Page]:
    return list(made.pages.values())


@pytest.fixture(scope="module")
def tall(tmp_path_factory: pytest.TempPathFactory) -> Drawn:
    """Two paragraphs and a list in every text."""
    more = "\n\nb\n\n- c\n- d"
    return drawn(write_full(tmp_path_factory.mktemp("tall") / "docs", more=more))


@pytest.mark.parametrize("which", ["full", "least", "tall"])
def test_every_page_is_whole_html_with_one_heading_and_unique_ids(
    which: str, request: pytest.FixtureRequest
) -> None:
    for page in every(request.getfixturevalue(which)):
        tree = Tree(page.body)
        assert tree.faults == [], page.address
        assert tree.headings[0] == 1 and tree.headings.count(1) == 1, page.address
        steps = zip(tree.headings, tree.headings[1:], strict=False)
        assert all(after <= before + 1 for before, after in steps), page.address
        twice = [name for name, count in Counter(Html(page.body).ids).items() if count > 1]
        assert twice == [], page.address
        assert page.title and page.description
        for left_over in ("{{", "{%", ">None<", "Markup(", "\ue000", "@@"):
            assert left_over not in page.body, page.address


class Tree(HTMLParser):
    """Whether tags are closed in order, and what stands in what."""

    VOID = {"br", "hr", "img", "input", "link", "meta", "path"}
    LINES = {"p", "h1", "h2", "h3", "h4", "span", "strong", "em", "a"}
    BLOCKS = {"p", "ul", "ol", "dl", "div", "section", "table", "h1", "h2", "h3", "blockquote"}

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.headings: list[int] = []
        self.feed(text)
        self.faults += [f"<{tag}> stays open" for tag in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in self.BLOCKS and self.LINES & set(self.open):
            self.faults.append(f"<{tag}> in {self.open[-2:]}")
        if tag == "a" and "a" in self.open:
            self.faults.append("a link in a link")
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        if tag in self.VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")


@pytest.mark.parametrize("directory_urls", [True, False], ids=["server", "folder"])
def test_every_link_and_every_anchor_leads_somewhere(full: Drawn, directory_urls: bool) -> None:
    addresses = Addresses(directory_urls)
    made = {
        in_language(page.address, lang): Html(page.body)
        for lang in LANGS
        for page in pages(full.library, lang, addresses)
    }
    prose = {in_language(addresses.prose(name), lang) for name in PROSE for lang in LANGS}
    for here, page in made.items():
        for link in page.links:
            if link.startswith("https://"):
                continue
            there, fragment = resolved(here, link)
            assert there in made or there in prose, (here, link)
            assert not fragment or fragment in made[there].ids, (here, link)


@pytest.mark.parametrize("lang", LANGS)
def test_every_page_stands_at_the_same_address_in_both_languages(full: Drawn, lang: Lang) -> None:
    found = {address for written, address in full.pages if written == lang}
    assert found == {
        "",
        *(f"{name}/" for name in TOOLS),
        *(f"{kind.name}/" for kind in KINDS),
        *(f"{entry.kind.name}/{entry.id}/" for entry in full.library.entries.values()),
    }


def test_pages_come_in_a_stable_order(full: Drawn) -> None:
    once = [page.address for page in pages(full.library, "zh")]
    assert once == [page.address for page in pages(full.library, "zh")]
    assert once[0] == ""


# Nothing runs

ATTACK = (
    "<script>alert(1)</script><img src=x onerror=alert(1)>\" onclick='x' {{ 7*7 }} "
    "[a](javascript:b)"
)


def hostile(place: str, lang: str) -> str:
    """The same in every text and line. What a citation processor draws: see test_bibliography."""
    inert = place.startswith(("reference.csl.", "reference.romanised.", "reference.title"))
    return place_of(place, lang) if inert else f"{place} {ATTACK}"


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Drawn:
    docs = write_full(tmp_path_factory.mktemp("attacked") / "docs", hostile)
    edit(docs / "laws" / "first-law.yml", "https://example.org/law",
         '"https://example.org/\\"><script>alert(1)</script>"')  # fmt: skip
    return drawn(docs)


RUNS = {"script", "img", "iframe", "object", "embed", "style", "form", "input", "base", "meta"}


@pytest.mark.parametrize("kind", ["", *BY_NAME])
def test_hostile_words_in_any_field_are_shown_and_never_run(attacked: Drawn, kind: str) -> None:
    assert len(attacked.library.entries) == len(KINDS) + 3, attacked.library.problems
    of_kind = [page for page in every(attacked) if page.section == kind]
    assert of_kind
    for page in of_kind:
        seen = Html(page.body)
        asks = {"form", "input"} if page.kind == "home" else set()  # it asks the search
        ours = {"form", "input", "script"} if page.kind == "tool" else asks
        if page.kind == "tool":
            assert all(one.endswith(".js") for one in re.findall(r'<script src="(.*?)"', page.body))
            assert page.body.count("<script") == page.body.count("<script src=") < 2
            assert seen.tags & RUNS <= ours and seen.handlers == []
            continue
        assert seen.tags & RUNS == ours, page.address
        assert seen.handlers == [], page.address
        assert [
            link
            for link in seen.links
            if ":" in link.split("/")[0] and not link.startswith("https://")
        ] == [], page.address
        if page.kind != "listing" or kind not in COMPACT:  # a line there holds no summary
            assert "7*7" in page.body, "template syntax is shown"
        assert ">49<" not in page.body


@pytest.fixture(scope="module")
def valid(tmp_path_factory: pytest.TempPathFactory) -> list[Loaded]:
    docs = write_docs(tmp_path_factory.mktemp("valid") / "docs")
    return [
        load(kind, f"docs/{kind.name}/{path.name}", path.stem, path.read_bytes())
        for kind in KINDS
        for path in sorted((docs / kind.name).iterdir())
    ]


@settings(max_examples=300)
@given(record=mutated())
def test_whatever_passes_the_checks_can_be_drawn(
    valid: list[Loaded], record: tuple[Kind, str, bytes]
) -> None:
    kind, stem, data = record
    path = f"docs/{kind.name}/{stem}.yml"
    mutant = load(kind, path, stem, data)
    library = join([know(mutant if one.located.path == path else one) for one in valid], [])
    if errors(checks.run(library)):
        return
    for lang in LANGS:
        for page in pages(library, lang):
            assert Tree(page.body).open == []


# What readers are told


def term(docs: Path, lang: Lang = "zh", drafts: bool = False) -> str:
    return drawn(docs, drafts).pages[lang, "glossary/first-term/"].body


def test_a_missing_language_is_shown_in_the_other_with_a_notice(docs: Path) -> None:
    edit(docs / TERM, *says("意思")[1:])
    edit(docs / TERM, '  en: "意思"', "")
    body = term(docs, "en")
    assert "Not yet in English; the Chinese text:" in body
    assert '<div lang="zh-Hans"><p>意思</p></div>' in body
    assert "Not yet in English" not in term(docs, "zh")


def test_what_is_not_known_says_so_first(full: Drawn) -> None:
    assert '<dd><span class="unknown">尚不清楚</span> instrument.ages字' in full.of(
        "first-instrument"
    )
    assert '<p><span class="unknown">Not known</span> instrument.cutoffs_note words' in full.of(
        "first-instrument", "en"
    )


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_what_is_not_published_has_no_page_and_no_link(docs: Path, status: str) -> None:
    edit(docs / "dilemmas" / "first-dilemma.yml", "status: active", f"status: {status}")
    made = drawn(docs)
    assert ("zh", "dilemmas/first-dilemma/") not in made.pages
    assert not any("first-dilemma" in page.body for page in every(made))


def test_a_draft_is_seen_in_the_preview_and_says_that_it_is_one(docs: Path) -> None:
    edit(docs / TERM, "status: active", "status: draft")
    assert "草稿：只在预览里看得到" in term(docs, drafts=True)
    assert (
        '<span class="chip status">draft</span>'
        in drawn(docs, drafts=True).pages["en", "glossary/"].body
    )


def test_a_deprecated_record_says_so_and_names_what_replaces_it(docs: Path) -> None:
    edit(docs / "roles" / "second-role.yml", "status: active",
         "status: deprecated\nreplaced_by: first-role")  # fmt: skip
    body = drawn(docs).of("second-role", "en")
    assert "This record is no longer kept up. See instead:" in body
    assert 'href="../first-role/"' in body


def test_a_retracted_work_says_so(docs: Path) -> None:
    edit(docs / "references" / "first-reference.yml", "# retracted:", "retracted: true")
    assert "这篇文献已被撤回" in drawn(docs).of("first-reference")


def test_a_kind_without_records_has_a_listing_that_says_so(docs: Path) -> None:
    (docs / TERM).unlink()
    assert "这里还没有内容" in drawn(docs).pages["zh", "glossary/"].body


def test_home_names_the_day_of_the_latest_check_of_what_readers_see(docs: Path) -> None:
    edit(docs / TERM, "reviewed: 2026-11-01", "reviewed: 2026-12-24")
    assert "2026-12-24" in drawn(docs).pages["en", ""].body
    edit(docs / TERM, "status: active", "status: draft")
    assert "Last checked on 2026-11-01." in drawn(docs).pages["en", ""].body


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_listing_links_to_each_record_of_its_kind(full: Drawn, kind: Kind) -> None:
    links = Html(full.pages["zh", f"{kind.name}/"].body).links
    for entry in full.library.of(kind.name):
        assert f"{entry.id}/" in links


def test_theory_is_listed_dimensions_first_under_headings(full: Drawn) -> None:
    body = full.pages["en", "theory/"].body
    assert re.findall("<h2>(.*?)</h2>", body) == [
        "Resilience dimension", "Risk factor", "From the thesis’ causes to factors",
    ]  # fmt: skip
    assert body.index("poor outside support") < body.rindex('href="first-concept/"')


def test_dilemmas_and_roles_stand_in_their_order_and_not_by_name(docs: Path) -> None:
    edit(docs / "roles" / "first-role.yml", "order: 1", "order: 2")
    links = Html(drawn(docs).pages["zh", "roles/"].body).links
    assert links.index("second-role/") < links.index("first-role/")


def test_an_intervention_leads_to_the_blank_forms_where_the_guide_has_them(docs: Path) -> None:
    address = ("zh", "interventions/first-intervention/")
    assert "../../forms/" not in Html(drawn(docs).pages[address].body).links
    (docs / "forms.md").write_text("# 表\n", encoding="utf-8")
    (docs / "forms.en.md").write_text("# Forms\n", encoding="utf-8")
    assert "../../forms/" in Html(drawn(docs).pages[address].body).links


def test_terms_stand_by_letter_in_the_order_of_each_language(docs: Path) -> None:
    text = (docs / TERM).read_text(encoding="utf-8")
    other = text.replace("first-term", "a-term").replace("en: Words", "en: Zeal", 1)
    (docs / "glossary" / "a-term.yml").write_text(f"{other}\npinyin: an\n", encoding="utf-8")
    edit(docs / TERM, "en: Words", "en: Mind")
    with (docs / TERM).open("a", encoding="utf-8") as file:
        file.write("\npinyin: zi\n")
    made = drawn(docs)
    found = {
        lang: re.findall("<h2>(.*?)</h2>", made.pages[lang, "glossary/"].body) for lang in LANGS
    }
    assert found == {"zh": ["A", "Z"], "en": ["M", "Z"]}
    links = [one for one in Html(made.pages["en", "glossary/"].body).links if "term/" in one]
    assert links == ["first-term/", "a-term/"]


def test_interventions_stand_under_their_first_form(full: Drawn) -> None:
    body = full.pages["en", "interventions/"].body
    first = full.library.of("interventions")[0].record.formats[0]
    assert f"<h2>{labels()(f'vocabulary.Format.{first}', 'en')}</h2>" in body


def test_causes_lead_to_factors_and_to_no_theory(docs: Path) -> None:
    path = docs / "theory" / "first-concept.yml"
    text = path.read_text(encoding="utf-8")
    assert "type: theory" in text
    path.write_text(f"{text}\ncauses: [absent_carers]\n", encoding="utf-8")
    assert 'id="causes"' not in drawn(docs).pages["zh", "theory/"].body
