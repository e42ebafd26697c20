"""`renya scan`: what could identify a child is found, however it is typed, and never repeated."""

import importlib
import io
import json
import pkgutil
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from re import _parser as re_parser  # type: ignore[attr-defined]

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import renya.privacy
from project import ROOT
from renya.cli import main
from renya.privacy.classes import CLASSES
from renya.privacy.scan import EDGE, WINDOW, blocked, scan, windows
from renya.privacy.text import plain

MOBILE = "13800004417"
RESIDENT = "220122201103050007"


def kinds(text: str, zone: str = "case", pseudonyms: tuple[str, ...] = ()) -> set[str]:
    return {one.kind for one in scan(text, zone, pseudonyms)}  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["tuning", "kept_aside"])
def test_few_sentences_of_the_labelled_sets_slip_through(name: str) -> None:
    """The figures of the day stand in bench/README; these floors only keep them from falling."""
    least = {"tuning": 0.97, "kept_aside": 0.9}[name]
    lines = (ROOT / "bench" / "privacy" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    sentences = [json.loads(line) for line in lines]
    found = [blocked(scan(one["text"], one.get("zone", "case"))) for one in sentences]
    wanted = [one["expect"] == "block" for one in sentences]
    right = sum(a and b for a, b in zip(found, wanted, strict=True))
    assert right / sum(wanted) >= least
    assert right / sum(found) >= 0.98


SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董程曹袁邓许沈曾彭吕苏卢蒋蔡贾丁魏薛叶余潘杜戴夏钟汪田任姜范方石姚"
    "谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹易常武乔贺赖文"
)
CHILDREN = [
    "梓涵",
    "浩然",
    "一诺",
    "子轩",
    "雨桐",
    "思远",
    "可馨",
    "俊杰",
    "梦瑶",
    "嘉豪",
    "语桐",
    "静怡",
    "博文",
    "雅婷",
    "鑫磊",
    "佳慧",
    "明轩",
    "书瑶",
    "泽宇",
    "晓彤",
    "海燕",
    "冬梅",
    "招娣",
    "志远",
    "建军",
    "玉兰",
    "桂芳",
    "福生",
    "倩",
    "蕾",
    "楠",
    "婷",
]
SAID = [
    "{}说她不想去上学。",
    "社工问{}愿不愿意打电话。",
    "同桌{}借给他一块橡皮。",
    "奶奶喊{}吃饭，他没有应。",
    "{}，女，小学在读。",
    "后来{}告诉社工，他怕黑。",
    "老师让{}站起来读课文。",
]


def found(texts: Iterable[str]) -> float:
    """The share that is blocked."""
    answers = [blocked(scan(text)) for text in texts]
    return sum(answers) / len(answers)


def test_names_of_children_are_found_wherever_they_stand() -> None:
    """Everyday surnames too (Gao, Bai, Shi), with given names and sentences in turn."""
    texts = [
        SAID[(i + j) % len(SAID)].format(sur + CHILDREN[(7 * i + j) % len(CHILDREN)])
        for i, sur in enumerate(SURNAMES)
        for j in range(5)
    ]
    assert found(texts) >= 0.97


def test_hamlets_on_no_list_are_found_where_people_live() -> None:
    stems = [
        "柳树",
        "野猫",
        "碾盘",
        "双石",
        "老鹰",
        "桐木",
        "土地",
        "观音",
        "黄泥",
        "上河",
        "王家",
        "打铁",
        "杏花",
        "石门",
    ]
    endings = [
        "沟",
        "湾",
        "坪",
        "塬",
        "垭",
        "坳",
        "峁",
        "岭",
        "洼",
        "垴",
        "圪崂",
        "甸子",
        "寨",
        "屯",
        "村",
        "坝",
    ]
    said = [
        "孩子和奶奶住在{}。",
        "家住{}，父母外出。",
        "我们开车去{}家访。",
        "从{}走到学校要一个多小时。",
    ]
    texts = [
        said[(i + j) % 4].format(stem + end)
        for i, stem in enumerate(stems)
        for j, end in enumerate(endings)
    ]
    assert found(texts) >= 0.95


def test_a_landscape_is_no_hamlet() -> None:
    said = ["他坐在{}上发呆。", "翻过{}才到学校。", "孩子们在{}边玩。"]
    land = ["山坡", "水沟", "田埂", "池塘", "山梁", "小河湾", "石桥", "院坝", "后山坡", "河滩"]
    assert [t for a in said for b in land if blocked(scan(t := a.format(b)))] == []


@pytest.mark.parametrize(
    "number", ["110", "119", "120", "12345", "12355", "12338", "400-810-0000", "800-810-0000"]
)
def test_published_hotlines_pass(number: str) -> None:
    assert not blocked(scan(f"有事请拨打{number}，二十四小时有人接。"))
    assert not blocked(scan(f"If in danger call {number} at once."))


@pytest.mark.parametrize("shown", ["138****4417", "138 **** 4417", "138xxxx4417", "尾号4417"])
def test_a_half_hidden_number_blocks(shown: str) -> None:
    assert blocked(scan(f"电话{shown}。"))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("See the notice at sdqinfo.org for the terms.", False),
        ("The form is kept at example.org until May.", False),
        ("Write to lanlan at 163.com please.", True),
        ("Write to lan.mei at school.edu.cn please.", True),
        ("Write to lanlan at school dot example please.", True),
        ("Write to lanlan@school.example please.", True),
    ],
)
def test_a_place_on_the_web_is_no_mail_address(text: str, wanted: bool) -> None:
    assert ("email" in kinds(text, "site")) is wanted


@given(st.integers(0, 40_000))
def test_windows_take_each_place_once(length: int) -> None:
    taken = list(windows(length))
    assert taken[0][1] == 0 and taken[-1][2] == length
    assert all(a[2] == b[1] for a, b in pairwise(taken))
    for start, first, end in taken:
        assert start <= first <= end <= start + WINDOW or length <= WINDOW


@pytest.mark.parametrize("before", [*range(WINDOW - 2 * EDGE - 20, WINDOW + 20, 37)])
def test_a_number_at_the_edge_of_a_window_is_found_once(before: int) -> None:
    text = "话" * before + f"，电话{MOBILE}，" + "话" * WINDOW
    assert [(one.kind, one.start) for one in scan(text, "site")] == [("mobile", before + 3)]


def test_no_detector_sees_more_than_a_window(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    monkeypatch.setattr("renya.privacy.scan.plain", lambda raw: seen.append(len(raw)) or plain(raw))
    scan("1" * 50_000)
    assert max(seen) <= WINDOW and sum(seen) < 50_000 * 1.2


def test_each_pattern_of_the_gate_has_an_end() -> None:
    """No repetition without a limit: the work at one place is bounded, that of a text linear."""
    for module in pkgutil.iter_modules(renya.privacy.__path__):
        if module.name in ("readers", "report", "repository", "built", "patterns"):
            continue  # read files, not texts
        for name, value in vars(importlib.import_module(f"renya.privacy.{module.name}")).items():
            for one in compiled(value):
                assert longest(re_parser.parse(one.pattern, one.flags)) <= 200, name


def compiled(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from compiled(part)


def longest(node: object) -> int:
    """The greatest number of repetitions anywhere in a parsed pattern."""
    found = 0
    for part in node if isinstance(node, (list, tuple, re_parser.SubPattern)) else ():
        if isinstance(part, tuple) and str(part[0]).endswith("_REPEAT"):
            found = max(found, int(part[1][1]))
        found = max(found, longest(part))
    return found


WIDE = str.maketrans("0123456789Xx", "０１２３４５６７８９Ｘｘ")
CHINESE = str.maketrans("0123456789", "零一二三四五六七八九")


@given(
    number=st.sampled_from([MOBILE, RESIDENT]),
    wide=st.booleans(),
    chinese=st.booleans(),
    between=st.sampled_from(["", " ", "-", "\u200b", ".", "\u2060", " - "]),
    groups=st.sampled_from([1, 3, 4]),
)
def test_a_number_in_disguise_still_blocks(
    number: str, wide: bool, chinese: bool, between: str, groups: int
) -> None:
    parts = [number[i : i + groups] for i in range(0, len(number), groups)]
    text = between.join(parts)
    text = text.translate(CHINESE) if chinese else text.translate(WIDE) if wide else text
    assert blocked(scan(f"联系电话：{text}。"))


@pytest.mark.parametrize("other", ["王小雨", "小雪", "赵梓涵", "小雨涵"])
def test_a_declared_pseudonym_unblocks_no_other_name(other: str) -> None:
    assert not blocked(scan("小雨说她想妈妈。", "case", ["小雨"]))
    assert blocked(scan(f"{other}说她想妈妈。", "case", ["小雨"]))


def test_the_site_zone_looks_for_numbers_and_accounts_only() -> None:
    text = "2016年2月14日印发。农安县第九中学。王小明今年十岁。"
    assert kinds(text, "site") == set()
    assert kinds(f"{text}电话{MOBILE}", "site") == {"mobile"}


def test_every_class_has_a_reason_and_a_way_out() -> None:
    for name, kind in CLASSES.items():
        assert kind.action in ("block", "warn") and len(kind.reason) > 20, name


def written(tmp_path: Path, name: str, data: bytes) -> str:
    path = tmp_path / name
    path.write_bytes(data)
    return str(path)


def word(text: str, author: str = "") -> bytes:
    document = docx.Document()
    document.add_paragraph("第一段。")
    document.add_table(1, 1).cell(0, 0).text = text
    document.core_properties.author = author
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def test_lines_and_columns_are_those_of_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, "a.txt", f"第一行。\n\n奶奶的手机号是{MOBILE}。\n".encode())
    assert main(["scan", path]) == 1
    assert capsys.readouterr().out.startswith(f"{path}:3:8: mobile: block: ")


def test_a_report_is_no_second_leak(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, "a.md", f"电话{MOBILE}，身份证{RESIDENT}，王小明。".encode())
    for options in ([], ["--json"]):
        assert main(["scan", path, *options]) == 1
        shown = capsys.readouterr().out
        for secret in (MOBILE, RESIDENT, "小明", "0000"):
            assert secret not in shown


def test_json_is_a_list_of_objects_with_eight_keys(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, "a.txt", "母亲的邮箱a.b@example.cn".encode())
    assert main(["scan", path, "--json"]) == 1
    (one,) = json.loads(capsys.readouterr().out)
    assert one == {
        "path": path, "line": 1, "column": one["column"], "class": "email", "action": "block",
        "text": one["text"], "reason": CLASSES["email"].reason,
    }  # fmt: skip


def test_pseudonyms_and_a_clean_text(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", "小雨和阿强说好周末去喂羊。".encode())
    assert main(["scan", path]) == 1
    assert main(["scan", path, "--pseudonyms", "小雨,阿强"]) == 0


def test_input_from_a_pipe(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Piped:
        buffer = io.BytesIO(f"电话{MOBILE}".encode())

    monkeypatch.setattr("sys.stdin", Piped)
    assert main(["scan", "-", "--zone", "site"]) == 1
    assert capsys.readouterr().out.startswith("-:1:")


def test_word_documents_are_read_with_tables_and_author(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["scan", written(tmp_path, "a.docx", word(f"电话{MOBILE}"))]) == 1
    assert ": mobile: block: " in capsys.readouterr().out
    assert main(["scan", written(tmp_path, "b.docx", word("正文。", "王小明"))]) == 1
    assert ": person_name: block: " in capsys.readouterr().out


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.txt"])
def test_a_file_that_cannot_be_read_says_so(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["scan", written(tmp_path, name, bytes(range(256)) * 20)]) == 2
    said = capsys.readouterr().err
    assert name in said and "Traceback" not in said
    assert main(["scan", str(tmp_path / "nobody.txt")]) == 2


def test_a_folder_is_read_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "deep").mkdir()
    written(tmp_path / "deep", "a.md", f"电话{MOBILE}".encode())
    written(tmp_path, "b.yml", "zh: 孩子喜欢唱歌。".encode())
    assert main(["scan", str(tmp_path)]) == 1
    assert capsys.readouterr().out.count("\n") == 1


def test_the_cases_of_the_guide_are_clean(capsys: pytest.CaptureFixture[str]) -> None:
    """Constructed cases too: an invented place or number may be somebody's."""
    assert main(["scan", str(ROOT / "docs" / "cases")]) == 0
    assert capsys.readouterr().out == ""
