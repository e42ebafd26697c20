"""What a template may ask while one page is made: citations, links, relations, evidence."""

from pathlib import Path

import pytest

from building import edit
from faults import CLAUSE, REFERENCE, ROLE, STATISTIC
from full import write_full
from renya.citations import parse
from renya.folder import read_folder
from renya.labels import labels
from renya.library import Library
from renya.pages.address import Addresses
from renya.pages.context import Context
from renya.pages.site import Site
from renya.records.base import Evidence, Lang, Pair, Text


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return read_folder(write_full(tmp_path_factory.mktemp("full") / "docs"), "docs")


def page(
    library: Library, lang: Lang = "zh", record: str = "cases/first-case", drafts: bool = False
) -> Context:
    site = Site(library, labels(), Addresses(), lang, drafts)
    return Context(site, f"{record}/" if record else "", record.rpartition("/")[2])


def cite(p: Context, text: str) -> str:
    ((group,), _) = parse(text)
    return p.cite(group)


# Citations


def test_chinese_pages_number_works_in_the_order_of_their_first_citation(docs: Path) -> None:
    text = (docs / REFERENCE).read_text(encoding="utf-8")
    for name in ("work-a", "work-b"):
        other = text.replace("first-reference", name)
        (docs / "references" / f"{name}.yml").write_text(other, encoding="utf-8")
    p = page(read_folder(docs, "docs"))
    first = '<sup class="cite">[<a href="#source-work-b">1</a>]</sup>'
    assert cite(p, "[@work-b]") == first
    assert ">2</a>,<a" in cite(p, "[@work-a; @work-b]").replace("]</sup>", "")
    assert cite(p, "[@work-b]") == first
    assert [(work.number, work.entry.id) for work in p.cited_works()] == [
        (1, "work-b"), (2, "work-a"),
    ]  # fmt: skip


def test_english_pages_name_author_and_year_and_list_by_name(docs: Path) -> None:
    text = (docs / REFERENCE).read_text(encoding="utf-8")
    for name, author in (("work-z", "Abbot"), ("work-a", "Young")):
        other = text.replace("first-reference", name).replace(
            "  language: zh-CN", f"  author:\n    - family: {author}\n  language: en"
        )
        (docs / "references" / f"{name}.yml").write_text(other, encoding="utf-8")
    p = page(read_folder(docs, "docs"), "en")
    assert cite(p, "[@work-a, p. 3; @work-z]") == (
        ' <span class="cite">(<a href="#source-work-a">Young, n.d., p. 3</a>; '
        '<a href="#source-work-z">Abbot, n.d.</a>)</span>'
    )
    assert [work.entry.id for work in p.cited_works()] == ["work-z", "work-a"]


def test_a_source_that_was_not_seen_in_full_is_marked(docs: Path) -> None:
    assert "unsure" not in cite(page(read_folder(docs, "docs")), "[@first-reference]")
    edit(docs / REFERENCE, "verification: seen_text", "verification: secondary")
    marked = cite(page(read_folder(docs, "docs"), "en"), "[@first-reference]")
    assert '<span class="unsure" title="seen as reported by others">' in marked


def test_a_law_is_cited_by_its_short_name_and_the_clause_that_was_meant(library: Library) -> None:
    p = page(library)
    made = cite(p, "[@first-law, art. 4]")
    assert '<a href="../../laws/first-law/#art-4">law.short字，law.clauses.1.number字</a>' in made
    assert made.startswith('<span class="cite law">（')
    assert 'title="只见到转述"' in made, "the clause was seen less surely than the law"
    (law,) = p.cited_laws()
    assert [clause.id for clause in law.clauses] == ["art-4"]
    assert law.html == "law.issuer字，law.title字，law.number，2026-11-01"
    assert p.cited_works() == []


def test_a_clause_cited_twice_is_listed_once_in_the_order_of_the_law(docs: Path) -> None:
    edit(docs / CLAUSE[0], *CLAUSE[1:])
    text = (docs / CLAUSE[0]).read_text(encoding="utf-8")
    second = text[text.index("  - id: art-4") :].replace("art-4", "art-5")
    (docs / CLAUSE[0]).write_text(text + second, encoding="utf-8")
    p = page(read_folder(docs, "docs"))
    for text in ("[@first-law, art. 5]", "[@first-law, art. 4; @first-law, art. 5]"):
        cite(p, text)
    (law,) = p.cited_laws()
    assert [clause.id for clause in law.clauses] == ["art-4", "art-5"]


def test_works_laws_and_practice_may_stand_in_one_bracket(library: Library) -> None:
    p = page(library, "en")
    made = cite(p, "[@first-law, art. 4; @practice; @first-reference]")
    assert made.count('class="cite') == 3
    assert made.endswith('<sup class="cite practice">[practice]</sup>')
    assert p.practice and p.has_sources


def test_practice_alone_needs_no_list_of_sources(library: Library) -> None:
    p = page(library)
    assert cite(p, "[@practice]") == '<sup class="cite practice">[经验]</sup>'
    assert p.practice and not p.has_sources


def test_what_readers_may_not_see_is_not_cited(docs: Path) -> None:
    edit(docs / REFERENCE, "status: active", "status: draft")
    library = read_folder(docs, "docs")
    p = page(library)
    assert cite(p, "[@first-reference; @nobody; @first-role]") == ""
    assert not p.has_sources
    assert "1" in cite(page(library, drafts=True), "[@first-reference]")


# Words and texts


def test_texts_are_drawn_in_the_language_of_the_page(library: Library) -> None:
    text = Text(zh="一**二**", en="It's *so*")
    assert page(library).text(text) == "<p>一<strong>二</strong></p>"
    assert page(library, "en").inline(text) == "It’s <em>so</em>"
    assert page(library, "en").plain(Pair(zh="文", en="it's")) == "it’s"
    assert page(library).plain(Text(en="only")) == "only"
    assert page(library).other(Pair(zh="文", en="word")) == "word"


def test_a_text_in_the_other_language_says_so_in_a_line_too(library: Library) -> None:
    made = page(library, "en").inline(Text(zh="文"))
    assert made.endswith('</span> <span lang="zh-Hans">文</span>')
    assert made.startswith('<span class="missing">Not yet in English')


def test_a_heading_runs_paragraphs_together(library: Library) -> None:
    assert page(library).line(Text(zh="一\n\n二\n\n- 三")).split() == ["一", "二", "三"]


def test_words_of_a_vocabulary_are_joined_as_the_language_has_it(library: Library) -> None:
    assert page(library).words("Mode", ["phone", "video"]) == "电话、视频"
    assert page(library, "en").words("Mode", ["phone", "video"]) == "phone, video"


@pytest.mark.parametrize(
    ("bands", "said"),
    [
        (["6-8"], "6–8 岁"),
        (["9-11", "6-8"], "6–11 岁"),
        (["0-5", "9-11", "12-14"], "0–5 岁、9–14 岁"),
        ([], ""),
    ],
)
def test_neighbouring_age_bands_are_joined(library: Library, bands: list[str], said: str) -> None:
    assert page(library).ages(bands) == said


def test_opened_sections_make_the_outline(library: Library) -> None:
    p = page(library, "en")
    assert p.section("turning_points") == "Turning points"
    assert p.outline == [("turning-points", "Turning points")]


# Links


def test_a_link_has_the_title_of_its_record_escaped(docs: Path) -> None:
    edit(docs / ROLE, "en: Words", 'en: "<b> & \\"c\\""')
    library = read_folder(docs, "docs")
    assert page(library, "en").link("first-role") == (
        '<a href="../../roles/first-role/">&lt;b&gt; &amp; &#34;c&#34;</a>'
    )
    assert page(library).link("nobody") == "nobody"


def test_a_record_that_readers_may_not_see_is_named_without_a_link(docs: Path) -> None:
    edit(docs / ROLE, "status: active", "status: draft")
    library = read_folder(docs, "docs")
    assert page(library).link("first-role") == "文字"
    assert page(library).entry("first-role") is None
    assert "<a " in page(library, drafts=True).link("first-role")


def test_links_of_a_list_stand_once(library: Library) -> None:
    made = page(library).links(["first-role", "second-role", "first-role"])
    assert made.count("<a ") == 2
    assert "</a>、<a " in made


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("tel:120", "tel:120"),
        ("#art-4", "#art-4"),
        ("roles/first-role.yml", "../../roles/first-role/"),
        ("../roles/first-role.yml", "../../roles/first-role/"),
        ("docs/laws/first-law.yml#art-4", "../../laws/first-law/#art-4"),
        ("method.md", "../../method/"),
        ("../danger.md", "../../danger/"),
        ("cases/first-role.yml", None),
        ("roles/nobody.yml", None),
        ("roles/first-role.yaml", None),
        ("javascript:alert(1)", None),
        ("/roles/first-role/", None),
        ("//example.org", None),
        ("", None),
    ],
)
def test_a_link_in_a_text_names_a_file_or_a_web_address(
    library: Library, typed: str, address: str | None
) -> None:
    assert page(library).link_address(typed) == address


def test_addresses_are_seen_from_the_page_in_its_language(library: Library) -> None:
    p = page(library, "en", "")
    assert p.prose("danger") == "danger/"
    assert p.listing("cases") == "cases/"
    assert p.href("cases/", "zh") == "../cases/"
    assert page(library, "zh").href("cases/first-case/", "en") == "../../en/cases/first-case/"


# Relations


def test_related_records_stand_under_what_relates_them_in_both_directions(
    library: Library,
) -> None:
    headings = {
        group.heading: [entry.id for entry in group.entries]
        for group in page(library, "en", "interventions/first-intervention").related()
    }
    assert headings["Dimensions it builds"] == ["first-dimension"]
    assert headings["concepts it rests on"] == ["first-concept"]
    assert headings["growth dilemmas it addresses"] == ["first-dilemma"]
    assert headings["recommendations that use it"] == ["first-recommendation"]
    named = [one for ids in headings.values() for one in ids]
    assert "first-reference" not in named and "first-law" not in named, "they have sections"
    assert "first-intervention" not in named


def test_related_records_come_in_the_order_of_kinds(library: Library) -> None:
    kinds = [entry.kind.name for group in page(library).related() for entry in group.entries]
    order = list(dict.fromkeys(entry.kind.name for entry in library.entries.values()))
    assert kinds == sorted(kinds, key=order.index)
    assert page(library, record="").related() == []


def test_a_page_learns_which_part_of_a_record_points_to_it(library: Library) -> None:
    p = page(library, record="roles/first-role")
    (found,) = p.pointing("involves", "laws")
    entry, clause = found
    assert (entry.id, clause.id) == ("first-law", "art-4")
    parts = p.pointing("involves", "interventions")
    assert {type(part).__name__ for _, part in parts} == {"Step", "Hours", "RolePart"}


def test_a_source_learns_which_sentences_rest_on_it(library: Library) -> None:
    p = page(library, "en", "references/first-reference")
    found = {entry.id: [claim.sentence for claim in claims] for entry, claims in p.claims_on()}
    assert found["first-case"] == ["case.presenting words."]
    assert page(library, "en", "roles/second-role").claims_on() == []


def test_a_clause_learns_what_rests_on_it_once_and_the_law_what_names_no_clause(
    library: Library,
) -> None:
    law = page(library, record="laws/first-law")
    found = law.resting_on("art-4")
    assert {"first-case", "first-role", "first-term"} <= set(found), "by a link or by a claim"
    assert len(found) == len(set(found))
    assert law.resting_on("art-9") == []
    assert law.resting_on("") == ["second-role"]


def test_a_clause_is_found_with_its_law_or_not_at_all(library: Library) -> None:
    p = page(library)
    found = p.clause("first-law/art-4")
    assert found and found[0].id == "first-law" and found[2] and found[2].id == "art-4"
    whole = p.clause("first-law")
    assert whole and whole[2] is None
    assert p.clause("nobody/art-4") is None
    assert p.clause("first-role") is None


# Evidence


@pytest.mark.parametrize(
    ("population", "place", "provider", "time", "direction", "shown"),
    [
        ("same", "same", "same", "same", "benefit", "same"),
        ("same", "near", "same", "same", "benefit", "near"),
        ("near", "unknown", "same", "same", "benefit", "unknown"),
        ("near", "unknown", "same", "far", "benefit", "far"),
        ("same", "same", "far", "same", "mixed", "far"),
        ("same", "same", "far", "same", "association_risk", "same"),
        ("same", "near", "unknown", "same", "association_protective", "near"),
    ],
)
def test_the_farthest_of_four_distances_is_shown(
    library: Library, population: str, place: str, provider: str, time: str, direction: str,
    shown: str,
) -> None:  # fmt: skip
    words = {"zh": "文"}
    evidence = Evidence.model_validate(
        {
            "outcome": words, "studied": words, "finding": words, "design": "none_found",
            "direction": direction,
            "distance": {
                "population": population, "place": place, "provider": provider, "time": time,
            },
        }
    )  # fmt: skip
    assert page(library).distance(evidence) == shown


def test_whole_works_are_cited_after_a_block(docs: Path) -> None:
    edit(docs / STATISTIC, "# sources:", "sources:\n  - first-reference")
    p = page(read_folder(docs, "docs"), record="statistics/first-statistic")
    assert 'href="#source-first-reference">1</a>' in p.cite_all(["first-reference"])
    assert p.cite_all([]) == ""


def test_a_clause_is_followed_to_what_carries_it_out(library: Library) -> None:
    """By links that name the clause, never by those that name the whole law."""
    p = page(library, "zh", "roles/first-role")
    clauses = {link.fragment for link in library.back["first-law"]}
    for clause in clauses | {"art-9"}:
        found = {entry.id for answer in p.answers("first-law", clause) for entry in answer.entries}
        links = [link for link in library.back["first-law"] if link.fragment == clause]
        assert found == {
            link.source
            for link in links
            if link.relation == "legal_basis"
            and library.entries[link.source].kind.name in ("policy", "interventions", "cases")
        }
    answers = p.answers("first-law", "art-4")
    assert [answer.kind for answer in answers] == ["policy", "interventions", "cases"]
    (recommendation,) = answers[0].entries
    assert p.indicators(answers) == [one.text for one in recommendation.record.indicators]
    assert p.answers("first-law", "art-9") == []
