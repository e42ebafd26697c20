"""What the index of the search holds: tokens, documents, concepts, files. The client is tested
in Chromium, by `test_search_browser`.
"""

import json
import re
import tempfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from project import record_text, write_docs
from renya.folder import read_folder
from renya.labels import labels
from renya.library import Library
from renya.records.base import LANGS
from renya.records.kinds import BY_SINGULAR
from renya.search import block, build, concepts, documents, index, shards, tokens, variants

CALL = re.compile(r'renya\("([^"]+)",(.*)\)\n', re.DOTALL)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return read_folder(write_docs(tmp_path / "docs"))


def files(library: Library) -> dict[str, str]:
    """What is written below the folder of the search: path -> text."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        build.write(library, labels(), root, "/")
        made = {
            path.relative_to(root / build.FOLDER).as_posix(): path.read_text(encoding="utf-8")
            for path in root.rglob("*.js")
        }
    return {name: text for name, text in made.items() if not name.startswith("search-")}


def units(library: Library) -> list[documents.Unit]:
    return [documents.unit(library, labels(), one) for one in documents.sources(library)]


def write_term(docs: Path, name: str, **fields: object) -> None:
    """A term with these fields in the place of the first draft's."""
    term = yaml.safe_load(record_text(BY_SINGULAR["term"], name)) | {"status": "active"} | fields
    path = docs / "glossary" / f"{name}.yml"
    path.write_text(yaml.safe_dump(term, allow_unicode=True), encoding="utf-8")


def opened(text: str) -> tuple[str, Any]:
    """(place, value) of a file of the index."""
    call = CALL.fullmatch(text)
    assert call
    return call[1], json.loads(call[2])


# Tokens


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("隔代教养", ["隔代", "代教", "教养", "~隔"]),
        ("国发〔2016〕13号", ["2016_13", "国发"]),
        ("国发[2016]13号", ["2016_13"]),
        ("国发2016年第13号", ["2016_13"]),
        ("PHQ-9", ["phq9", "phq"]),
        ("SDQ筛查", ["sdq", "筛查"]),
        ("bullied, bullying and bullies", ["bulli"]),
        ("The child’s", ["child"]),
        ("ＳＤＱ　Ｔｅｓｔ", ["sdq", "test"]),
        ("Müller", ["muller"]),
    ],
)
def test_a_text_becomes_tokens(text: str, held: list[str]) -> None:
    assert set(held) <= set(tokens.counted(text))


def test_words_without_a_meaning_are_no_tokens() -> None:
    assert not tokens.counted("the and of to what")


@pytest.mark.parametrize(
    "words",
    [
        ("volunteer", "volunteers", "volunteering", "volunteered"),
        ("disability", "disabilities"),
        ("assessment", "assess", "assessing"),
        ("family", "families"),
    ],
)
def test_forms_of_a_word_have_one_stem(words: tuple[str, ...]) -> None:
    assert len({tokens.stem(word) for word in words}) == 1


@given(st.text(max_size=200))
def test_any_text_can_be_counted(text: str) -> None:
    found = tokens.counted(text)
    assert all(token and " " not in token and "\n" not in token for token in found)


def test_levels_rise_with_strength_and_stay_in_their_range() -> None:
    levels = [tokens.level(strength / 10) for strength in range(300)]
    assert levels == sorted(levels)
    assert levels[0] == 1 and levels[-1] == tokens.LEVELS


def test_a_title_says_more_than_a_text_and_a_text_less_the_longer_it_is() -> None:
    title = tokens.weighed({"title": "隔代教养"})["隔代"]
    short = tokens.weighed({"body": "隔代教养"})["隔代"]
    long = tokens.weighed({"body": "隔代教养" + "别的话题" * 900})["隔代"]
    assert title > short > long


def test_more_names_do_not_make_one_of_them_say_less() -> None:
    one = tokens.weighed({"also": "失眠"})["失眠"]
    many = tokens.weighed({"also": "失眠\n" + "\n".join(["做噩梦", "怕黑", "心慌"] * 3)})["失眠"]
    assert many >= one - 1


def test_a_pair_within_a_word_is_told_from_one_across_two() -> None:
    assert "孩子" in tokens.bound("孩子晚上不睡觉")
    assert "子晚" not in tokens.bound("孩子晚上不睡觉")


# Documents


def test_records_and_prose_can_be_found_in_both_languages(library: Library) -> None:
    found = units(library)
    assert {unit.kind for unit in found} > {"cases", "laws", "glossary", documents.PROSE}
    assert all(set(unit.documents) == set(LANGS) for unit in found if unit.kind != documents.PROSE)


def test_drafts_and_withdrawn_records_are_nowhere_in_the_index(tmp_path: Path) -> None:
    docs = write_docs(tmp_path / "docs")
    secret = "暗号丙"
    for name, status in (("a-draft", "draft"), ("withdrawn-one", "withdrawn")):
        write_term(docs, name, status=status, title={"zh": secret, "en": "Xyzzy"})
    made = files(read_folder(docs))
    for word in (secret, "Xyzzy", "xyzzy", "a-draft", "withdrawn-one"):
        assert not [name for name, text in made.items() if word in text]


def test_a_text_is_indexed_as_it_reads() -> None:
    text = "看[这里](../x.yml)，**先**报告[@lpm, art. 11]。"
    assert documents.plain(text) == "看这里， 先 报告。"


def test_search_terms_of_a_prose_page_are_other_names_of_it() -> None:
    matter = "---\ndescription: d\nsearch_terms: 求救、报警\n---\n"
    made = documents.prose(f"{matter}# 先看安全\n\n正文\n")
    assert (made.title, made.summary, made.also) == ("先看安全", "d", ("求救", "报警"))
    assert made.body == (("", "正文"),)


def test_facets_are_the_dilemmas_and_roles_that_a_record_names(library: Library) -> None:
    found = {unit.name: unit.facets for unit in units(library)}
    assert "first-dilemma" in found["first-dilemma"]
    assert {"first-dilemma"} <= set(found["first-case"])


# Concepts and other ways to type a word


def test_every_name_of_a_term_leads_to_what_names_any_other(tmp_path: Path) -> None:
    docs = write_docs(tmp_path / "docs")
    variants_ = {"zh": ["复原力"], "en": ["bouncing back"]}
    write_term(docs, "res", title={"zh": "抗逆力", "en": "resilience"}, variants=variants_)
    definition = {"zh": "说的是抗逆力。[@practice]", "en": "It is resilience. [@practice]"}
    write_term(docs, "other", title={"zh": "另一个", "en": "Other"}, definition=definition)
    library = read_folder(docs)
    found = documents.sources(library)
    packed = block.read(list(enumerate(units(library))), tmp_path).hits
    named = concepts.concepts(found)
    place = next(i for i, one in enumerate(named) if "抗逆力" in one.zh)
    assert {"复原力"} <= set(named[place].zh) and "bouncing back" in named[place].en
    hits = list(concepts.hits(named, packed))[place]
    names = {found[hit >> 5].name: hit & 15 for hit in hits}
    assert names["res"] == tokens.LEVELS and "other" in names


def test_traditional_forms_are_kept_for_characters_of_the_index_alone() -> None:
    old, new = variants.traditional("代教养养")
    assert dict(zip(old, new, strict=True))["養"] == "养"
    assert "國" not in old


def test_sounds_know_which_reading_a_character_has_in_its_word() -> None:
    assert variants.syllables("重新") == ("chong", "xin")
    assert variants.syllables("重要") == ("zhong", "yao")


# Files


def test_the_same_records_make_the_same_files(library: Library) -> None:
    assert files(library) == files(library)


def test_one_changed_word_gives_every_file_a_new_place(tmp_path: Path) -> None:
    """What a browser kept of an older index is never mixed with a newer one."""
    docs = write_docs(tmp_path / "docs")
    before = set(files(read_folder(docs)))
    write_term(docs, "one-more")
    after = set(files(read_folder(docs)))
    assert before & after == {"manifest.js"}


def test_each_file_hands_its_own_place_to_the_client(library: Library) -> None:
    for name, text in files(library).items():
        place, _ = opened(text)
        assert f"{place}.js" == name.rpartition("/")[2]


@given(st.integers(min_value=0, max_value=10**9))
def test_digits_are_read_as_they_were_written(number: int) -> None:
    text = shards.digits(number)
    value, unit = 0, 1
    for sign in text[:-1]:
        value += unit * (shards.MORE.index(sign) + len(shards.FINAL))
        unit *= len(shards.MORE)
    assert value + unit * shards.FINAL.index(text[-1]) == number


def test_of_a_token_that_stands_nearly_everywhere_the_strongest_hits_are_kept() -> None:
    hits = [number << 4 | (15 if number % 100 == 0 else 1) for number in range(2000)]
    kept = index.strongest("孩子", hits, {})
    assert kept.of == 2000
    assert sum(len(documents) for _, documents in kept.by_level) == index.MOST
    assert kept.by_level[0] == (15, tuple(range(0, 2000, 100)))


def test_parts_of_the_token_list_are_in_the_order_of_a_browser() -> None:
    hits = index.Hits(((3, (7,)),), 1)
    many = [f"词{chr(0x4E00 + n)}" for n in range(900)] + ["𠀀a", "\uffee"]
    parts = shards.parts([shards.line(one, hits) for one in sorted(many, key=shards.order)])
    assert len(parts) > 1
    tokens_ = [line.split(" ")[0] for _, lines in parts for line in lines.split("\n")]
    assert tokens_ == sorted(tokens_, key=shards.order)
    assert [first for first, _ in parts] == [lines.split(" ")[0] for _, lines in parts]


def test_comments_of_the_client_stay_at_home_and_its_code_does_not() -> None:
    part = "/** a\n * b */\nconst one = /** @type {X} */ (2);\n// c\nfoo();\n"
    name, text = shards.program([part])
    assert text == "(() => {\nconst one = /** @type {X} */ (2);\nfoo();\n})();\n"
    assert name.startswith("search-")
