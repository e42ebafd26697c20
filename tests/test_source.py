"""YAML bytes to values that remember their lines; whatever is wrong is told, never raised."""

import datetime
import subprocess
import sys

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from faults import DEEP, LAUGHS, VALID
from mutations import mutated
from project import ROOT
from renya.records.kinds import Kind
from renya.source import MAX_BYTES, MAX_DEPTH, Located, did_you_mean, dotted, read
from renya.source.careful import parse
from renya.source.quick import Odd, quick


def value(text: str) -> object:
    located = read("a.yml", text.encode())
    assert located.problems == []
    assert located.readable
    return located.value


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("a: 1", 1),
        ("a: -12", -12),
        ("a: 1.5", 1.5),
        ("a: 12345678901234567890", "12345678901234567890"),
        ("a: true", True),
        ("a: False", False),
        ("a: null", None),
        ("a: ~", None),
        ("a:", None),
        ("a: 2026-03-31", datetime.date(2026, 3, 31)),
        ('a: "1"', "1"),
        ("a: '2026-03-31'", "2026-03-31"),
        ('a: "no"', "no"),
        ("a: 012", "012"),
        ("a: 0x1f", "0x1f"),
        ("a: 1_000", "1_000"),
        ("a: 1e5", "1e5"),
        ("a: 12:30", "12:30"),
        ("a: .inf", ".inf"),
        ("a: 2026-3-1", "2026-3-1"),
        ("a: 2026-03-31 12:00", "2026-03-31 12:00"),
        ("a: 文：字", "文：字"),
        ("a: nobody", "nobody"),
        ("a: >-\n  b\n  c", "b c"),
        ("a: |-\n  b\n\n  c", "b\n\nc"),
        ("a: [1, b]", [1, "b"]),
        ("a:\n  - b: c\n    d: 1", [{"b": "c", "d": 1}]),
        ("a: {b: {}}", {"b": {}}),
    ],
)
def test_a_plain_word_means_what_an_author_expects(typed: str, meant: object) -> None:
    found = value(typed + "\n")
    assert found == {"a": meant}
    assert type(found["a"]) is type(meant)  # type: ignore[index]


@pytest.mark.parametrize("word", ["y", "n", "yes", "No", "NO", "on", "Off"])
@pytest.mark.parametrize("form", ["a: {}", "a: [{}]", "a:\n  - {}", "{}"])
def test_a_word_that_yaml_may_take_for_true_or_false_is_asked_about(word: str, form: str) -> None:
    (problem,) = read("a.yml", form.format(word).encode()).problems
    assert f"'{word}' is read as true or false" in problem.message
    assert f'"{word}"' in problem.hint


def test_a_key_may_be_such_a_word() -> None:
    assert value("no: a\non: b\n") == {"no": "a", "on": "b"}


def test_every_part_remembers_its_line() -> None:
    located = read("a.yml", b"# head\na: 1\nb:\n  c: d\n  e:\n    - f\n    - g: h\n")
    assert located.places.lines == {
        (): 2,
        ("a",): 2,
        ("b",): 3,
        ("b", "c"): 4,
        ("b", "e"): 5,
        ("b", "e", 0): 6,
        ("b", "e", 1): 7,
        ("b", "e", 1, "g"): 7,
    }


def test_a_path_that_is_not_in_the_file_has_the_line_of_its_nearest_ancestor() -> None:
    located = read("a.yml", b"a: 1\nb:\n  c: d\n")
    assert located.line(("b", "x", 3, "y")) == 2
    assert located.line(("x",)) == 1
    assert Located("a.yml").line(("x",)) == 1


def test_the_text_of_a_block_begins_on_the_line_below_its_key() -> None:
    located = read("a.yml", "a: 文\nb: |-\n  文\nc: >-\n  文\nd: '文'\n".encode())
    assert located.places.starts == {("a",): 1, ("b",): 3, ("c",): 5, ("d",): 6}


def test_numbers_and_dates_are_kept_as_they_were_typed() -> None:
    located = read("a.yml", b"a: 1.10\nb: 2026-11-01\nc: text\nd: [007, 2.0]\n")
    assert located.places.raw == {("a",): "1.10", ("b",): "2026-11-01", ("d", 1): "2.0"}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_alike_on_every_system(end: str) -> None:
    located = read("a.yml", "a: 1\nb:\n  c: 2\n".replace("\n", end).encode())
    assert located.places.lines[("b", "c")] == 3


def test_a_file_may_be_as_large_and_as_deep_as_the_limit_says() -> None:
    full = b"a: 1\n#" + b"x" * (MAX_BYTES - 6)
    assert read("a.yml", full).problems == []
    assert read("a.yml", full + b"x").problems != []
    deepest = "a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)
    assert read("a.yml", deepest.encode()).problems == []
    assert read("a.yml", deepest.replace("[]", "[[]]").encode()).problems != []


def test_after_a_small_fault_the_rest_of_the_file_is_still_read() -> None:
    located = read("a.yml", b"a: no\nb: 2026-02-30\na: 1\nc: d\n")
    assert located.readable
    assert located.value["c"] == "d"
    assert [(one.line, one.field) for one in located.problems] == [(1, "a"), (2, "b"), (3, "a")]


def test_a_bomb_of_aliases_is_refused_at_its_first_anchor() -> None:
    (problem,) = read("a.yml", LAUGHS.encode()).problems
    assert (problem.line, problem.field) == (1, "a")


@pytest.mark.parametrize(
    "text",
    ["[" * DEEP, "{a: " * DEEP, "- " * DEEP, "? " * DEEP, "[a, " * DEEP, "- - " * DEEP,
     "".join(" " * depth + "a:\n" for depth in range(1000)), "[" * DEEP + "]" * DEEP],
    ids=["brackets", "braces", "list", "keys", "items", "lists", "mapping", "closed"],
)  # fmt: skip
def test_deep_nesting_does_not_kill_the_process(text: str) -> None:
    """libyaml's composer overflows the stack of C here, and no exception tells of it."""
    script = (
        "import sys; from renya.source import read;"
        "print(len(read('a.yml', sys.stdin.buffer.read()).problems))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], input=text.encode(), capture_output=True, check=False
    )
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, b"1", b"")


@pytest.mark.parametrize(
    ("path", "shown"),
    [((), ""), (("title", "en"), "title.en"), (("steps", 1, "say"), "steps.2.say")],
)
def test_people_count_from_one(path: tuple[str | int, ...], shown: str) -> None:
    assert dotted(path) == shown


@pytest.mark.parametrize(
    ("word", "known", "hint"),
    [
        ("tilte", ["title", "status"], "did you mean 'title'?"),
        ("colour", ["title", "status"], "use one of: title, status"),
        ("x", list("abcdefghijklmn"), "use one of: a, b, c, d, e, f, g, h, i, j, k, l, ..."),
        ("x", [], "take it out"),
    ],
)
def test_the_way_out_names_the_nearest_word_or_all_of_them(
    word: str, known: list[str], hint: str
) -> None:
    assert did_you_mean(word, known) == hint


def sound(located: Located, data: bytes) -> None:
    """What holds for every input: a value or a reason, and reasons that an author can follow."""
    assert located.readable or located.problems
    lines = data.count(b"\n") + data.count(b"\r") + 1
    for problem in located.problems:
        assert problem.path == "a.yml"
        assert problem.message and problem.hint
        assert 0 <= problem.line <= lines


@given(st.binary(max_size=400))
def test_random_bytes_are_a_value_or_a_problem(data: bytes) -> None:
    sound(read("a.yml", data), data)


@given(st.text(alphabet="ab: -\n\t'\"[]{}#&*!|>%@`,?：0129.~\\", max_size=120))
def test_random_signs_of_yaml_are_a_value_or_a_problem(text: str) -> None:
    sound(read("a.yml", text.encode()), text.encode())


@given(mutated())
def test_a_mutated_record_is_a_value_or_a_problem(record: tuple[Kind, str, bytes]) -> None:
    sound(read("a.yml", record[2]), record[2])


@given(st.integers(0, len(VALID.encode())))
def test_a_truncated_record_is_a_value_or_a_problem(length: int) -> None:
    data = VALID.encode()[:length]
    sound(read("a.yml", data), data)


# Pieces of YAML, put together at random: most of it is wrong in some way.
PIECES = [
    "a: 1", "a: b", "b:", "  c: d", "  - e", "- f", "  g: 'h'", '  i: "j\\x07"', "k: yes",
    "l: 1.10", "m: 2026-11-01", "n: 2026-13-01", "o: >-", "    text", "p: [1, {q: r}]", "s: *t",
    "u: &v w", "x: !y z", "---", "...", "? [a]", "a : : b", "aa: true", "ab: ~", "ac: 007",
    "ad: 文字：文", "no: 1", '"yes": on', "ae: 'no'", "# comment", "", "\tx: 1", "af: -5",
    "ag: 99999999999999999999",
]  # fmt: skip


def _yaml_like() -> st.SearchStrategy[str]:
    lines = st.lists(st.sampled_from(PIECES), min_size=1, max_size=7)
    return lines.map(lambda found: "\n".join(found) + "\n")


@given(_yaml_like())
def test_both_ways_of_reading_give_the_same(text: str) -> None:
    """The quick one either gives what the careful one gives, without a problem, or steps aside."""
    careful = parse("a.yml", text)
    try:
        found = quick(text)
    except (Odd, yaml.YAMLError, ValueError):
        return
    assert careful.problems == []
    assert repr(found) == repr(careful.value)


def test_every_record_of_the_guide_is_read_the_quick_way() -> None:
    for path in sorted((ROOT / "docs").rglob("*.yml")):
        text = path.read_text(encoding="utf-8")
        assert quick(text) == parse("a.yml", text).value, path


def test_places_are_found_when_they_are_asked_for() -> None:
    data = b"a: 1\nb:\n  - c\n"
    located = read("a.yml", data, again=lambda: data)
    assert located.found is None
    assert located.line(("b", 0)) == 3
    assert located.found is not None


@pytest.mark.parametrize("now", [b"\xff\xfe", b"", b"x: [", None])
def test_a_file_that_changed_meanwhile_has_lines_as_far_as_can_be_found(now: bytes | None) -> None:
    def again() -> bytes:
        if now is None:
            raise FileNotFoundError
        return now

    assert read("a.yml", b"a: 1\nb: 2\n", again).line(("b",)) == 1
