"""Places below the province in Chinese: by their endings, by list, and short names in context."""

import re
from collections.abc import Iterator

from . import gazetteer, settlements
from .hits import Hit
from .patterns import lines_with, pattern
from .text import Plain, Token, words

_PROVINCE = re.compile(
    r"(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|"
    r"内蒙古|广西|西藏|宁夏|新疆|香港|澳门|台湾)(?:省|市|自治区)?|东北|西北|西南|华北|华南|华东|华中|长三角|珠三角|沿海"
)
# What may stand before an ending without naming a place.
_GENERIC = re.compile(
    r"(?:全|各|某|本|该|同|邻|外|进|回|出|到|新农|城|乡|小|大|山|农|渔|每个|这个|那个|一个|个|隔壁|附近|下|在|的|当地|老家|几个|两个|三个|驻|整个?|他|她|你|我|"
    r"贫困|自然|行政|中心|示范|牧|隔|离|入|走|此|两|三|几|多|上|外出|空心|古|老|旧|原|所在|我们|他们|咱们?|咱|一|二|四|五|六|七|八|九|十|穿|遍|满|住|帮|们|与|和|从|向|由|"
    r"省|市|县|区|镇|街|户|家|周边|偏远|边远|山区|试点|样本|别|另|哪个|哪|有的|许多|很多|不少|部分|其他|其它|之|不同|不|邻近|边|本地|现|"
    r"乡镇|村|寨|庄|屯|近|远|前|后|沿|大街小|多个|若干|国家|重点|脱贫|易地搬迁|搬迁|移民|民族|少数民族|山|水|平原|城郊|郊|城中|学|校|社|工业|开发|新|景|牧|农业|林|赶|来|去|是|有|用|做|让|把|被|了|着|过|"
    r"生活|居民|住宅|休息|活动|阅读|游戏|学习|办公|等候|功能|安全|服务|公共|自习|图书|绘本|情绪|角落|专|片|禁|误|雷|盲|病|灾|库|厂|校|分|地|时|教)$"
)
_ENDING = re.compile(
    r"自治[县州旗]|街道|社区|苏木|嘎查|[县区旗镇乡村屯庄寨堡市盟州](?![长委庄]|民(?!政))|[县区镇乡村](?=[长委](?!会))"
)
_N = r"[\d一二三四五六七八九十百]"
_ROAD_SIGN = re.compile(rf"{_N}\s?(?:[号弄栋幢单室组队楼-]|小组|村民)|组[，。]|路与|门牌")
_ROAD = pattern(
    rf"(?<=[村湾沟坪坝庄寨屯岭坡冲塆垸])第?{_N}{{1,3}}\s?组|(?<!\d)\d{{1,3}}组\d{{1,4}}号|第{_N}{{1,3}}(?:村民)?小组|(?:牧业|农业|生产){_N}{{1,3}}队"
    rf"|(?<=[\u4e00-\u9fff]{{2}})(?:路|街|大道|巷|弄|胡同|小区|花园|新村|公寓)甲?\s?{_N}{{1,5}}\s?(?:号|弄|栋|幢|单元|室)"
    r"|(?<=[\u4e00-\u9fff]{2})(?:苑|园|庭|城|里|院)[一二三四五\d]{0,2}期?\d{1,3}-\d{1,4}|(?<=[\u4e00-\u9fff]{2})路与[\u4e00-\u9fff]{2,4}(?:路|巷|街)"
    rf"|住[上下前后]?河?[\u4e00-\u9fff]{{1,2}}组(?=[，。])|(?<!{_N}){_N}{{1,4}}\s?(?:号楼|栋|幢|单元)\s?{_N}{{0,4}}\s?(?:室|号|单元|楼)?(?=[，。、\d\s]|$)"
    r"|(?:组|村|屯|街)\s?\d{1,4}\s?号|门牌[号是为\s]{0,4}\d{1,5}"
)
_AT = words("words_before_places")
_AT_END = re.compile(r"[在回到去来住从离往于自赴]$")
_AFTER = re.compile(
    r"县|城|人(?![为心群类口])|的|老家|这边|那边|一带|附近|农村|乡下|山区|打工|务工|上班|读书|上学|上初中|民政|妇联|教育局|公安|派出所|火车站|车站|汽车站|医院|话|口音|本地|下面|郊区|某|做|开|工地|干活|一家"
)
_WORK = re.compile(
    r"务工|打工|上班|工作|做工|干活|挣钱|工地|外出|进厂|厂里|跑车|做生意|摆摊|送外卖|跑运输|当保安|当保姆|出差"
)


def find(t: Plain) -> Iterator[Hit]:
    yield from _by_ending(t)
    yield from _by_short_name(t)
    for kind, start, end in settlements.find(t):
        if kind == "school":
            yield Hit("school", start, end)
        elif not _GENERIC.fullmatch(t.text[start:end]) and not _PROVINCE.fullmatch(
            t.text[start:end]
        ):
            yield Hit(_work_city(t, _CLASS_OF.get(kind, "address"), start, end), start, end)
    for match in _STATES.finditer(t.text):
        yield Hit("county_place", match.start(), match.end())
    for start, end in lines_with(t.text, _ROAD_SIGN):
        for match in _ROAD.finditer(t.text, start, end):
            yield Hit("address", match.start(), match.end())


_CLASS_OF = {"county": "county_place", "town": "county_place"}


def _by_ending(t: Plain) -> Iterator[Hit]:
    for match in _ENDING.finditer(t.text):
        end = match.end()
        start = _named_from(t, match.start(), end)
        if start is None:
            continue
        name = t.text[start:end]
        if name in words("landscape_words"):
            continue
        place = _PROVINCE.match(name)
        if place and place.end() == len(name):
            continue
        kind = "county_place" if match[0][-1] in "县区旗市盟州镇乡道木" else "address"
        yield Hit(_work_city(t, kind, start, end), start, end)


def _work_city(t: Plain, kind: str, start: int, end: int) -> str:
    """Where parents work is told about them, and counts less than where the child lives."""
    near = t.text[max(0, start - 8) : end + 8]
    if t.text[end - 1] == "市" and _WORK.search(near):
        return "work_city"
    return kind


def _named_from(t: Plain, stem_end: int, end: int) -> int | None:
    """Where the name begins whose ending stands at stem_end, or None for `a village`."""
    first = max(0, end - gazetteer.LONGEST)
    cut = max(t.text.rfind(mark, first, stem_end) for mark in "，。：；！？、“”‘’（）《》 \n·")
    first = max(first, cut + 1)
    ending = t.text[stem_end:end]
    for start in range(first, stem_end):
        name, stem = t.text[start:end], t.text[start:stem_end]
        if _GENERIC.fullmatch(stem):
            return None
        listed = (
            gazetteer.village(stem) if ending in ("村", "社区", "嘎查")
            else gazetteer.county(name) or gazetteer.township(name)
        )  # fmt: skip
        if listed and _stands_free(t, start, end):
            return start
    return _unknown_name(t, stem_end, end)


def _stands_free(t: Plain, start: int, end: int) -> bool:
    """The name does not begin in the middle of a longer word."""
    token = t.holder(start)
    return token.start == start or token.end >= end


def _unknown_name(t: Plain, stem_end: int, end: int) -> int | None:
    """A name that no list has: what stands before the ending is no ordinary word."""
    holder = t.holder(stem_end)
    if holder.start < stem_end:
        ordinary = holder.tag not in ("ns", "nr", "nz", "nrt", "nrfg")
        stem = t.text[holder.start : stem_end]
        if holder.end != end or (
            ordinary or _GENERIC.fullmatch(stem) or _PROVINCE.match(holder.word)
        ):
            return None
        return holder.start
    index = t.starts[holder.start]
    start = stem_end
    while index > 0 and start - t.tokens[index - 1].start <= 6:
        before = t.tokens[index - 1]
        if not _may_name(before) or before.end != start:
            break
        start, index = before.start, index - 1
    stem = t.text[start:stem_end]
    if len(stem) < 2 or _GENERIC.search(stem) or _PROVINCE.fullmatch(stem):
        return None
    return start


def _may_name(token: Token) -> bool:
    if len(token.word) == 1:
        return (token.tag[:1] in "nga" or token.word in "场家道口门花河") and not re.match(
            r"[的了在是个这那每各某全本]", token.word
        )
    return token.tag in ("ns", "nr", "nz", "nrt", "nrfg") and not _PROVINCE.fullmatch(token.word)


_STATES = re.compile(
    r"(?:凉山|甘孜|阿坝|恩施|湘西|延边|黔东南|黔南|黔西南|楚雄|红河|文山|西双版纳|大理|德宏|怒江|迪庆|临夏|甘南|海北|黄南|果洛|玉树|海西|昌吉|伊犁|[博巴克])州"
)


def _by_short_name(t: Plain) -> Iterator[Hit]:
    for index, token in enumerate(t.tokens):
        if token.word < "\u4e00" or len(token.word) > 4:
            continue
        for span in (1, 2):
            last = t.tokens[index + span - 1] if index + span <= len(t.tokens) else token
            start, end = token.start, last.end
            name = t.text[start:end]
            if not 2 <= len(name) <= 4 or not gazetteer.short(name) or _PROVINCE.fullmatch(name):
                continue
            if span == 2 and (len(token.word) > 2 or len(last.word) > 2):
                continue
            if _as_place(t, index, span, start, end):
                near = t.text[max(0, start - 8) : end + 8]
                yield Hit("work_city" if _WORK.search(near) else "county_place", start, end)
                break


def _as_place(t: Plain, index: int, span: int, start: int, end: int) -> bool:
    """A short name that stands as a place does, and not as the everyday word that it may be."""
    token = t.tokens[index]
    before = t.tokens[index - 1].word if index else ""
    after = t.text[end : end + 4]
    lone = not re.search(r"[\u4e00-\u9fff]", t.text[max(0, start - 2) : start] + after[:2])
    strong = lone or (token.tag == "ns" and span == 1) or end - start > 2
    if (before[-1:] or " ") >= "\u4e00" and token.tag[:1] in "vad" and before not in _AT:
        return False
    at = before in _AT or _AT_END.search(t.text[max(0, start - 2) : start])
    return strong or bool(at and (_AFTER.match(after) or before not in "，,：:、（("))
