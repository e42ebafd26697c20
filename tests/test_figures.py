"""Figures: each keeps its conventions, stays legible when large, and is the same every time."""

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from golden import same_as_golden
from renya.figures import charts, ecomap, family, genogram, svg
from renya.figures.genogram import Person, Union

TEXT = "{http://www.w3.org/2000/svg}"


def person(name: str, sex: str = "female", **more: bool) -> Person:
    given_ = {"child": False, "deceased": False, "away": False, "household": False} | more
    return Person(name, name, "", sex, **given_)


# Three generations, fifteen people.
LARGE = [
    person("爷爷", "male", deceased=True), person("奶奶", household=True),
    person("外公", "male"), person("外婆"),
    person("大伯", "male", away=True), person("大伯母"), person("爸爸", "male", away=True),
    person("妈妈", away=True), person("小姨"), person("舅舅", "male"), person("舅妈"),
    person("堂哥", "male"), person("孩子", child=True, household=True),
    person("弟弟", "male", household=True), person("表妹", "unknown"),
]  # fmt: skip
UNIONS = [
    Union(("爷爷", "奶奶"), "widowed", ("大伯", "爸爸")),
    Union(("外公", "外婆"), "married", ("妈妈", "小姨", "舅舅")),
    Union(("大伯", "大伯母"), "separated", ("堂哥",)),
    Union(("爸爸", "妈妈"), "divorced", ("孩子", "弟弟")),
    Union(("舅舅", "舅妈"), "cohabiting", ("表妹",)),
]
RELATIONS = [
    ("孩子", "奶奶", "very_close"),
    ("孩子", "爸爸", "distant"),
    ("爸爸", "妈妈", "conflict"),
]
SYSTEMS = [
    ecomap.System(f"{name}{number}", link, flow)
    for number, (name, link, flow) in enumerate(
        [
            ("学校", "strong", "to_child"), ("镇卫生院", "weak", "to_child"),
            ("姑姑家", "stressful", "both"), ("同班的三个朋友", "strong", "both"),
            ("村儿童主任", "weak", "to_child"), ("爸爸妈妈的电话", "stressful", "from_child"),
        ]
        * 2
    )
]  # fmt: skip


def well_formed(drawn: str) -> ElementTree.Element:
    return ElementTree.fromstring(
        drawn.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ')
    )


def layout() -> tuple[family.Rows, dict[str, float]]:
    couples = [family.Couple(one.partners, one.children) for one in UNIONS]
    names = [one.id for one in LARGE]
    men = frozenset(one.id for one in LARGE if one.sex == "male")
    found = family.ordered(family.rows(names, couples, "孩子"), couples, men)
    return found, family.places(found, couples, dict.fromkeys(names, 40.0))


def test_generations_stand_in_rows() -> None:
    rows, _ = layout()
    assert [set(row) for row in rows] == [
        {"爷爷", "奶奶", "外公", "外婆"},
        {"大伯", "大伯母", "爸爸", "妈妈", "小姨", "舅舅", "舅妈"},
        {"堂哥", "孩子", "弟弟", "表妹"},
    ]


def test_couples_stand_side_by_side_and_nobody_on_another() -> None:
    rows, at = layout()
    for one in UNIONS:
        row = next(row for row in rows if one.partners[0] in row)
        assert abs(row.index(one.partners[0]) - row.index(one.partners[1])) == 1
    for row in rows:
        for left, right in pairwise(row):
            assert at[right] - at[left] >= 79.9


def test_children_hang_below_their_parents_from_the_oldest() -> None:
    _, at = layout()
    assert at["孩子"] < at["弟弟"]
    middle = (at["爸爸"] + at["妈妈"]) / 2
    assert abs((at["孩子"] + at["弟弟"]) / 2 - middle) < 40


def test_conventions_of_a_genogram() -> None:
    drawn = genogram.genogram("家庭图", LARGE, UNIONS, RELATIONS)
    tree = well_formed(drawn.svg)
    shapes = [one.tag.removeprefix(TEXT) for one in tree.iter() if one.get("class") == "shape"]
    men = sum(one.sex == "male" for one in LARGE)
    women = sum(one.sex == "female" for one in LARGE)
    assert shapes.count("rect") == men
    assert shapes.count("circle") == women + 1, "the child has a double outline"
    assert shapes.count("path") == 1, "a diamond where the sex is not said"
    rings = [one for one in tree.iter() if one.get("class") == "ring"]
    assert len(rings) == sum(one.household for one in LARGE)
    words = "".join(tree.itertext())
    assert all(one.label in words for one in LARGE)
    assert set(drawn.used) >= {"index", "deceased", "away", "divorced", "very_close", "conflict"}
    assert "married" in drawn.used and "cut_off" not in drawn.used


def test_large_figures_look_as_they_were_looked_at() -> None:
    drawn = genogram.genogram("家庭图", LARGE, UNIONS, RELATIONS).svg
    same_as_golden("genogram.svg", pretty(drawn))
    same_as_golden("ecomap.svg", pretty(ecomap.ecomap("支持网络", "孩子", SYSTEMS).svg))
    bars = [charts.Bar("接案", 1, 1, "第 1 周"), charts.Bar("介入", 3, 12, "第 3–12 周")]
    same_as_golden("timeline.svg", pretty(charts.timeline("各阶段", bars)))
    points = [charts.Score(1, "a", 5), charts.Score(2, "a", 4), charts.Score(6, "b", 0.5)]
    drawn = charts.scores("次数", points, {"a": "基线", "b": "介入"}, "周")
    same_as_golden("scores.svg", pretty(drawn))
    rows = [charts.Goal("1", -2, 1, 2), charts.Goal("2", 0, 1, -1), charts.Goal("3", -1, 0, None)]
    same_as_golden("goals.svg", pretty(charts.goals("目标", rows)))


def pretty(drawn: str) -> str:
    return drawn.replace("><", ">\n<") + "\n"


def boxes(drawn: str) -> list[tuple[float, ...]]:
    found = re.findall(
        r'<rect class="shape" x="(.+?)" y="(.+?)" width="(.+?)" height="(.+?)"', drawn
    )
    return [tuple(map(float, one)) for one in found]


@pytest.mark.parametrize("count", range(1, 13))
def test_systems_of_an_ecomap_never_touch(count: int) -> None:
    found = boxes(ecomap.ecomap("网络", "孩子", SYSTEMS[:count]).svg)
    assert len(found) == count
    for number, (x, y, width, height) in enumerate(found):
        for other_x, other_y, other_width, other_height in found[:number]:
            apart_x = x + width < other_x or other_x + other_width < x
            apart_y = y + height < other_y or other_y + other_height < y
            assert apart_x or apart_y


@pytest.mark.parametrize(
    ("flow", "heads"), [("to_child", 1), ("from_child", 1), ("both", 2), ("none", 0)]
)
def test_arrowheads_stand_at_the_receiver(flow: str, heads: int) -> None:
    drawn = ecomap.ecomap("网络", "孩子", [ecomap.System("学校", "strong", flow)]).svg
    tips = [float(y) for y in re.findall(r'<path class="solid" d="M[\d.]+ ([\d.]+) ', drawn)]
    assert len(tips) == heads
    ((_, top, _, height),) = boxes(drawn)
    child = float(re.search(r'<circle class="shape" cx=".+?" cy="(.+?)"', drawn)[1])  # type: ignore[index]
    near_child = [tip for tip in tips if abs(child - tip) < abs(tip - top - height)]
    assert len(near_child) == (flow in ("to_child", "both"))


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=40),
    st.integers(30, 120),
)
def test_wrapped_texts_lose_no_sign_and_fit(text: str, most: int) -> None:
    lines = svg.wrapped(text, most)
    assert "".join(lines) == text
    assert all(not line.startswith("）") for line in lines[1:])


@given(st.lists(st.tuples(st.integers(0, 260), st.floats(-50, 500)), min_size=1, max_size=30))
def test_scores_stay_within_the_figure(rows: list[tuple[int, float]]) -> None:
    points = [charts.Score(week, "a", round(value, 1)) for week, value in sorted(rows)]
    drawn = charts.scores("n", points, {"a": "A"}, "w")
    for x, y in re.findall(r'cx="(.+?)" cy="(.+?)"', drawn):
        assert 0 <= float(x) <= 560 and 20 <= float(y) <= 170


def test_names_are_written_and_never_run() -> None:
    evil = '<script>alert("x")</script>'
    drawn = genogram.genogram(evil, [person(evil, child=True)], [], []).svg
    assert "<script" not in drawn and "&lt;script&gt;" in drawn
