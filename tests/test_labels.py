"""Words of the interface: in both languages, for all that is asked for, and none for nothing."""

import re
import string
from pathlib import Path
from typing import Literal, get_args, get_origin

import pytest

from project import ROOT
from renya.labels import labels
from renya.pages.tools import TOOLS
from renya.records import shape, vocabulary, walk
from renya.records.base import HAN, LANGS
from renya.records.kinds import KINDS

PAGES = ROOT / "hooks" / "renya" / "pages"
TEMPLATES = [
    *sorted((PAGES / "templates").glob("*.html")),
    *sorted((ROOT / "theme").glob("*.html")),
]
SOURCES = [
    *TEMPLATES,
    *sorted(PAGES.glob("*.py")),
    *sorted((PAGES.parent / "search").glob("*.py")),
]
CODE = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
FLAT = labels().flat
FAMILIES = sorted({key.split(".")[0] for key in FLAT})

# What no reader sees: CSL's own words.
NOT_SHOWN = {"CslType", "WorkLanguage"}
VOCABULARIES = {
    name: get_args(value)
    for name, value in vars(vocabulary).items()
    if get_origin(value) is Literal and name not in NOT_SHOWN
}


def test_every_label_has_words_in_both_languages() -> None:
    for key, words in FLAT.items():
        assert set(words) == set(LANGS), key
        assert all(isinstance(word, str) and word for word in words.values()), key
        assert key.startswith("ui.") or all(word.strip() for word in words.values()), key


def test_both_languages_have_the_same_places_to_fill() -> None:
    def places(words: str) -> set[str | None]:
        return {name for _, name, _, _ in string.Formatter().parse(words) if name is not None}

    for key, words in FLAT.items():
        assert places(words["zh"]) == places(words["en"]), key


def test_chinese_is_chinese_and_english_is_english() -> None:
    for key, words in FLAT.items():
        if not key.startswith("ui.other_language"):
            assert not HAN.search(words["en"]), key
            assert "'" not in words["en"] and '"' not in re.sub(r"<[^>]*>", "", words["en"]), key


def asked() -> set[str]:
    """Every whole key that templates and code name."""
    return set(re.findall(rf"""["']((?:{"|".join(FAMILIES)})\.[a-z_.]*[a-z_])["']""", CODE))


def sections() -> set[str]:
    """Every section that templates open or list."""
    opened = set(re.findall(r"""section\(p, ["'](\w+)["']""", CODE))
    return opened | set(re.findall(r"""p\.section\(["'](\w+)["']\)""", CODE))


def quoted() -> set[str]:
    return set(re.findall(r"""["'](\w+)["']""", CODE))


def test_every_label_that_is_asked_for_exists() -> None:
    assert asked() - set(FLAT) == set()
    assert {f"sections.{name}" for name in sections()} - set(FLAT) == set()


def family(name: str) -> set[str]:
    return {key.removeprefix(f"{name}.") for key in FLAT if key.startswith(f"{name}.")}


def test_every_kind_has_its_words() -> None:
    words = ("many", "in_heading", "intro")
    assert family("kinds") == {f"{kind.name}.{word}" for kind in KINDS for word in words}


def test_every_relation_is_worded_in_both_directions() -> None:
    named = {
        mark.relation
        for kind in KINDS
        for model in models(kind.model)
        for info in shape.fields(model).values()
        if (mark := walk.mark(info))
    }
    assert family("relations") == {f"{name}.{way}" for name in named for way in ("forward", "back")}


def models(model: type) -> set[type]:
    found = {model}
    for info in shape.fields(model).values():
        inner = shape.bare(shape.item(info.annotation) or info.annotation)
        if shape.is_model(inner):
            found |= models(inner)
    return found


@pytest.mark.parametrize("name", VOCABULARIES)
def test_every_word_of_a_vocabulary_has_a_label_and_no_other_has(name: str) -> None:
    assert family(f"vocabulary.{name}") == set(VOCABULARIES[name])


def test_no_label_is_for_a_vocabulary_that_is_gone_and_none_is_shown_without() -> None:
    assert {key.split(".")[0] for key in family("vocabulary")} == set(VOCABULARIES)
    shown = set(re.findall(r"""p\.words?\(\s*["'](\w+)["']""", CODE))
    shown |= set(re.findall(r"""self\.words?\(\s*["'](\w+)["']""", CODE))
    assert shown <= set(VOCABULARIES)


def test_computed_families_have_a_label_for_each_word() -> None:
    assert family("distance") == set(get_args(vocabulary.Distance))
    assert family("origin") == set(get_args(vocabulary.Origin))
    assert family("tools") == {f"{name}{end}" for name in TOOLS for end in ("", "_about")}


def test_no_label_is_unused() -> None:
    computed = {"kinds", "relations", "vocabulary", "distance", "origin", "tools"}
    by_name = {
        "sections",
        "fields",
        "readiness",
        "search",
        "finder",
    }  # asked for by the last part of the key
    used = asked() | {f"sections.{name}" for name in sections()}
    used |= {f"{family}.{name}" for family in by_name for name in quoted()}
    if 'f"ui.not_found{end}"' in CODE:
        used.add("ui.not_found_text")
    left = {key for key in FLAT if key.split(".")[0] not in computed} - used
    assert left == set()


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_word_for_readers_stands_in_a_template(path: Path) -> None:
    """All of them stand in labels.yml, where both languages are seen side by side."""
    text = re.sub(r"(?s)\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", path.read_text(encoding="utf-8"))
    assert not HAN.search(text)
    bare = re.sub(r"(?s)<[^>]*>", "", text)
    assert re.findall(r"[^\W\d_]+", bare) == []


def test_a_label_that_is_missing_is_a_fault_of_the_code() -> None:
    with pytest.raises(KeyError):
        labels()("ui.nothing", "zh")
    assert labels()("ui.weeks", "en", a=1, b=2) == "weeks 1–2"
    assert "ui.home" in labels()
    assert "ui" not in labels()
