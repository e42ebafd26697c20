"""Pandoc citations in a text, and the sentences that rest on them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renya.citations import Cite, claims, parse, sentences, without


@pytest.mark.parametrize(
    ("text", "cites"),
    [
        ("文[@fellmeth2018]。", [("fellmeth2018", "")]),
        ("A [@sc-2016-13, art. 4] b.", [("sc-2016-13", "art. 4")]),
        ("A [@a; @b, p. 3].", [("a", ""), ("b", "p. 3")]),
        ("A [@a;@b].", [("a", ""), ("b", "")]),
        ("A [@a] b [@practice].", [("a", ""), ("practice", "")]),
        ("A [@a][@b].", [("a", ""), ("b", "")]),
        ("A [@a, pp. 3–4, 7].", [("a", "pp. 3–4, 7")]),
        ("A [@a ; @b ].", [("a", ""), ("b", "")]),
        ("A [@a,\np. 3].", [("a", "p. 3")]),
        ("[link](https://example.org/@a) a@b.example @a [a] (a)", []),
    ],
)
def test_citations_are_read_in_the_order_of_the_text(
    text: str, cites: list[tuple[str, str]]
) -> None:
    groups, faults = parse(text)
    assert [(cite.key, cite.locator) for group in groups for cite in group.cites] == cites
    assert faults == []
    assert all(text[group.start] == "[" and text[group.end - 1] == "]" for group in groups)


@pytest.mark.parametrize(
    "bad",
    ["［@a］", "【@a】", "[＠a]", "［＠a］", "[ @a]", "(@a)", "[@A]", "[@a b]", "[@a;b]", "[@a;]",
     "[@]", "[@a_b]", "[@-a]", "[@a-]", "[@a,]", "[@a; b, art. 4]", "[@词]"],
)  # fmt: skip
def test_what_looks_like_a_citation_and_cannot_be_read_is_told(bad: str) -> None:
    groups, faults = parse(f"文{bad}。")
    assert (groups, faults) == ([], [bad])


@pytest.mark.parametrize("bad", ["[见 @a]", "[see @a, p. 3]", "[-@a]", "[a; @b]", "[@a"])
def test_no_bracket_with_a_source_is_passed_over(bad: str) -> None:
    """Pandoc reads these; here they would be shown as text, and the sentence without its source."""
    groups, faults = parse(f"文{bad}。")
    assert groups == []
    assert faults


@pytest.mark.parametrize(
    ("locator", "clause"),
    [
        ("art. 4", "art-4"),
        ("Art. 3.2", "art-3-2"),
        ("art 4", "art-4"),
        ("art.4", "art-4"),
        ("article 4", "art-4"),
        ("第4条", "art-4"),
        ("sec. 3.1", "sec-3-1"),
        ("section 3", "sec-3"),
        ("item 2", "item-2"),
        ("art. 3(2)", "art-3-2"),
        ("p. 4", ""),
        ("4", ""),
        ("", ""),
    ],
)
def test_a_locator_names_a_clause(locator: str, clause: str) -> None:
    assert Cite("a", locator).clause == clause


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("一[@a]。二。三[@b]。", ["一[@a]。", "二。", "三[@b]。"]),
        ("一。[@a]二。", ["一。[@a]", "二。"]),
        ("一[@a]。[@b]二。", ["一[@a]。[@b]", "二。"]),
        ("“一。”[@a]二。", ["“一。”[@a]", "二。"]),
        ("One [@a]. Two. Three [@b].", ["One [@a].", " Two.", " Three [@b]."]),
        ("One. [@a] Two.", ["One. [@a]", " Two."]),
        ("One [@a, art. 4] goes on. Two.", ["One [@a, art. 4] goes on.", " Two."]),
        ("It rose to 3.5 points [@a]. Two.", ["It rose to 3.5 points [@a].", " Two."]),
        ("See e.g. this one [@a]. Two.", ["See e.g. this one [@a].", " Two."]),
        ("Is it? [@a] Yes!", ["Is it? [@a]", " Yes!"]),
        ("- one [@a]\n- two", ["- one [@a]\n", "- two"]),
        ("One [@a]\n\nTwo", ["One [@a]\n\n", "Two"]),
        ("", []),
        ("  \n ", []),
    ],
)
def test_a_citation_belongs_to_its_sentence_or_to_the_one_before(
    text: str, parts: list[str]
) -> None:
    assert [part for _, part in sentences(text)] == parts
    assert all(text[at : at + len(part)] == part for at, part in sentences(text))


def test_a_claim_has_its_sentence_its_sources_and_the_line_below_its_start() -> None:
    text = "第一句。\n第二句[@a; @b, p. 3]。\n\n第三句 [@practice]。[@a]"
    found = claims("home-visiting", ("why", "zh"), "zh", text)
    assert [(one.line, one.sentence, [c.key for c in one.cites]) for one in found] == [
        (1, "第二句。", ["a", "b"]),
        (3, "第三句。", ["practice", "a"]),
    ]
    assert {(one.record, one.path, one.lang) for one in found} == {
        ("home-visiting", ("why", "zh"), "zh")
    }


def test_a_source_named_twice_in_a_sentence_is_one_source() -> None:
    (claim,) = claims("a", ("b",), "en", "One [@a] and two [@a; @b].")
    assert [cite.key for cite in claim.cites] == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "plain"),
    [("文 [@a]。", "文。"), ("文[@a; @b, art. 4]。", "文。"), ("A [@a], b [@b].", "A, b."),
     ("a@b.example [a]", "a@b.example [a]")],
)  # fmt: skip
def test_a_text_can_be_read_without_its_citations(text: str, plain: str) -> None:
    assert without(text) == plain


TEXT = st.lists(
    st.sampled_from(
        ["[@a]", "[@a; @b, art. 4]", "[@practice]", "［@a］", "[@A]", "[", "]", "@", "。", "！”",
         ".",
         ". ", "?", " ", "\n", "\n\n", "- ", "1. ", "文字", "Word", "word", "；", ",", "(@a)", "`",
         "art. 4", "[@", "[a](b)", '"'],
    ),
    max_size=24,
).map("".join) | st.text(max_size=60)  # fmt: skip


@given(TEXT)
def test_sentences_lose_nothing_and_no_citation(text: str) -> None:
    parts = sentences(text)
    assert "".join("".join(part for _, part in parts).split()) == "".join(text.split())
    whole = [group.cites for group in parse(text)[0]]
    assert [group.cites for _, part in parts for group in parse(part)[0]] == whole


@given(TEXT)
def test_claims_hold_every_source_of_a_text(text: str) -> None:
    found = claims("a", ("b", "zh"), "zh", text)
    told = {cite for claim in found for cite in claim.cites}
    assert told == {cite for group in parse(text)[0] for cite in group.cites}
    assert all(0 <= claim.line <= text.count("\n") for claim in found)
    assert all(claim.sentence == without(claim.sentence) for claim in found)
