"""Names of settlements and schools that no list has: a stem before a known ending, weighed.

`Willow Bend` stands on no list, but it is built like the villages that do, and it stands where
a place stands. The weights were fitted like those of `fullnames.py`.
"""

import re
from collections.abc import Iterator
from functools import cache

from . import gazetteer
from .text import DATA, Plain, words
from .weights import weight

# The ending of a name, and what kind of place it makes.
_ENDINGS = {
    "village": "村 社区 嘎查 村委会 居委会",
    "town": "镇 乡 街道 苏木",
    "county": "县 区 旗 市 自治县 自治旗 盟",
    "hamlet": "屯 庄 寨 堡 庄子 寨子 堡子 圩子 自然村 新村 农场 牧场 林场 屋场 大院 胡同 山庄 老屋 大屋 祠堂 厝 铺子 店子 窑子 棚子 房子",
    # Seldom in prose, at times, and often: the last need a stem that is built like a name.
    "loess": "塬 峁 垭 峪 坳 垴 圩 垸 塆 垱 凼 坞 磅 圪崂 圪塔 圪垯 甸子 塅 墕 堖 峒 垅 碥 砭 箐 崀 坨 浜 厝 沱 碛 硐 漕 垌 坭 陂 塝 坂 圐圙 圪塄 旮旯 埠 垡 淖 泊子 海子",
    "ridge": "崖 坝 梁 岭 岗 坪 洼 沟 湾 坎 窝 坡 冲 垄 埂 塘 滩 岔 荡 咀 嘴 槽 嘴子 台子 岭子 沟子 湾子 坡子 塬子 河子 江子 泉子 井子 洼子 岗子 坑子 脖子 鼻子 场坝 河坝 院坝 川 岩 堰 凹 泡子 屋场 窝棚 子地 岭上 坝上 坪上 坡上 湾里 沟里 冲里 岔口 河口 渡口 坳口 坪里 屋基 田坝 坝子 坪子 垭口 山垭 墩子 圈子 林子 滩子 岔子",
    "brook": "脑 隅 墩 渠 桥 渡 浦 港 溪 泉 潭 口 关 铺 店 营 集 坟 庙 窑 林 园 坊 井 屋 墟 浩 隘 沥 涌 庵 寺 亭 观 楼 阁 塔 碾 磨 油坊 磨坊 染坊 代销店 供销社 老街 院子",
    "school": "小学 中学 初中 高中 幼儿园 完小 中心校 教学点 学校 附小 附中 职高 职中 技校 中专 特校 书院 实小 初级中学 高级中学 完中 幼教点 小学部 初中部",
}  # fmt: skip
_KIND = {ending: kind for kind, row in _ENDINGS.items() for ending in row.split()}
_LONGEST = max(map(len, _KIND))
_LAST = frozenset(ending[-1] for ending in _KIND)
# What kind of school it is stands between the name and the ending.
_TYPE_BEFORE = re.compile(
    r"(?:九年一贯制|特殊教育|高级职业|职业技术|寄宿制|一贯制|外国语|中心|希望|实验|完全|职业|寄宿|九年|民族|双语|第一|第二|第三|第四|第五|初级|高级|附属|春蕾|逸夫|国际|艺术|爱心|红军|乡镇|镇|乡|村|县|市|区)$"
)
_STOP = re.compile("[^\u4e00-\u9fff]")
_AT = re.compile(
    r"(?:在|到|去|回|住|从|来自|往|进|至|离|过|出|家|叫|于|由|地址|老家|籍|落户|抵达|经|途经|翻过|自|迁|搬[来去回进到]?|嫁[到去]?|送|赶|上|下|入|转|赴|路过|穿过|走过)$"
)
_AFTER = re.compile(
    r"[的人家里上下口这那离走有没只还要通一到以属也是在去来出读上组村镇乡小学中队住边头附东南西北近距往长几]"
)
_LAND = ("loess", "ridge", "brook")
_NAME_TAGS = frozenset(["ns", "nr", "nz", "nrt", "nrfg", "nt", "zg"])
_PROVINCES = re.compile(
    r"(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|台湾|中国|美国|英国|全国|东北|西北|西南|华北|华南|华东|华中|苏格兰|澳大利亚|日本)[省市区]?的?"
)
_SAYS = re.compile("[没不了着的们]|归$")
_COUNTED = re.compile("[一两几这那某每][条道座个片口间层块]")
_NUMBER = re.compile("^[一二两三四五六七八九十百几数多半双]")


@cache
def _place_tiers() -> dict[str, int]:
    """Characters by how much more often they stand in names of villages than in prose."""
    lines = (DATA / "place_characters.txt").read_text(encoding="utf-8").splitlines()
    return {char: 3 - place for place, line in enumerate(lines) for char in line}


def find(t: Plain) -> Iterator[tuple[str, int, int]]:
    """(what kind of place, start, end)"""
    taken = -1
    for kind, start, end, _ in candidates(t):
        if start >= taken:
            taken = end
            yield kind, start, end


def _ordinary(t: Plain, kind: str, start: int, stem_end: int, end: int) -> bool:
    """A landscape, `three schools`, `a town in Jiangxi`: no name."""
    name, stem = t.text[start:end], t.text[start:stem_end]
    if name in words("landscape_words") or stem in words("no_stems") or _PROVINCES.fullmatch(stem):
        return True
    if name.endswith(("城市", "城镇", "城乡", "乡镇")) or (kind == "school" and len(stem) < 2):
        return True
    if (len(stem) == 1 and _NUMBER.match(stem)) or _SAYS.search(stem):
        return True
    if kind in _LAND and name[-1] in "上里下边" and name[:-1] in words("landscape_words"):
        return True
    if stem == "三道" and t.text[start - 1 : start] in ("过", "有", "修", "挖", "是", "了"):
        return True  # three ridges to cross; else a hamlet of that name
    first = t.tokens[t.starts[start]]
    if stem in ("", "一") or (first.word in words("no_stems") and first.end < stem_end):
        return True
    small = len(first.word) == 1 or first.tag[:1] in "fdpr" or bool(_COUNTED.match(first.word))
    return small and first.end < end and t.text[first.end : end] in words("landscape_words")


def candidates(t: Plain) -> Iterator[tuple[str, int, int, float]]:
    for kind, stem_end, end, index in endings(t):
        scored = [
            (weight("place", signs(t, kind, start, stem_end, end)), start)
            for start in starts(t, index, stem_end)
            if not _ordinary(t, kind, start, stem_end, end)
        ]
        if scored and max(scored)[0] >= 0:
            yield kind, max(scored)[1], end, max(scored)[0]


def endings(t: Plain) -> Iterator[tuple[str, int, int, int]]:
    """(kind, where the stem ends, where the ending ends, the token that holds the ending's start)."""
    text = t.text
    for index, token in enumerate(t.tokens):
        if token.word[-1] not in _LAST and token.word[0] not in _LAST:
            continue
        found = _ending_of(t, index)
        if found is None:
            continue
        kind, stem_end, end = found
        if kind == "school":
            while kinds := _TYPE_BEFORE.search(text, max(0, stem_end - 5), stem_end):
                stem_end = kinds.start()
        first = index
        while first and t.tokens[first].start > stem_end:
            first -= 1
        if stem_end and not _STOP.match(text[stem_end - 1]):
            yield kind, stem_end, end, first


def _ending_of(t: Plain, index: int) -> tuple[str, int, int] | None:
    token = t.tokens[index]
    if len(token.word) == 2 and token.word[0] in _KIND and token.word[1] in "口上里下边头外内":
        kind = _KIND[token.word[0]]
        if kind in ("ridge", "loess") and token.word not in _KIND:
            return kind, token.start, token.start + 1
    for length in range(min(_LONGEST, token.end), 0, -1):
        found = _KIND.get(t.text[token.end - length : token.end])
        if found:
            return found, token.end - length, token.end
    return None


def starts(t: Plain, index: int, stem_end: int) -> Iterator[int]:
    """Where the stem may begin: at a word, at most four characters before the ending."""
    token = t.tokens[index]
    if token.start < stem_end:
        yield token.start
    place = index
    while place > 0:
        place -= 1
        token = t.tokens[place]
        if stem_end - token.start > 4 or _STOP.search(token.word):
            break
        yield token.start


def signs(t: Plain, kind: str, start: int, stem_end: int, end: int) -> Iterator[str]:
    stem = t.text[start:stem_end]
    index = t.starts[start]
    token = t.tokens[index]
    yield f"kind {kind}"
    yield f"length {len(stem)} {'land' if kind in _LAND else 'admin'}"
    tiers = [_place_tiers().get(char, 0) for char in stem]
    yield f"chars {round(2 * sum(tiers) / len(tiers))}"
    yield f"least {min(tiers)}"
    if (
        gazetteer.village(stem)
        or gazetteer.village(t.text[start:end])
        or gazetteer.township(t.text[start:end])
    ):
        yield f"listed {min(len(stem), 3)}"
    yield "cut " + _cut(t, index, stem_end, end)
    if _NUMBER.match(stem):
        yield "number"
    before = t.text[max(0, start - 3) : start]
    open_left = not before or bool(_STOP.match(before[-1]))
    left = (
        "open"
        if open_left
        else "at"
        if _AT.search(before)
        else "de"
        if before[-1] == "的"
        else "other"
    )
    after = t.text[end : end + 1]
    right = (
        "open" if not after or _STOP.match(after) else "after" if _AFTER.match(after) else "other"
    )
    yield f"left {left}"
    yield f"right {right}"
    yield f"stands {kind} {left} {right}"
    if token.tag[:1] in "rpcuyde" and len(token.word) < 4:
        yield "begins small"


def _cut(t: Plain, index: int, stem_end: int, end: int) -> str:
    """How the dictionary cuts stem and ending."""
    token = t.tokens[index]
    if token.end >= end:
        return "whole name" if token.tag in _NAME_TAGS else f"whole {token.tag[:1]}"
    inside = []
    while index < len(t.tokens) and t.tokens[index].start < stem_end:
        inside.append(t.tokens[index])
        index += 1
    tags = [
        ("1" if len(k.word) == 1 else "2") + ("N" if k.tag in _NAME_TAGS else k.tag[:1])
        for k in inside
    ]
    return " ".join(tags[-2:]) + (" joined" if inside[-1].end > stem_end else "")
