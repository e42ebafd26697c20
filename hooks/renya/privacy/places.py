"""Places below the province in Chinese: by their endings, by list, and short names in context."""

import re
from collections.abc import Iterator

from . import gazetteer
from .hits import Hit
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
_HILLS = re.compile(
    r"(?<![\u4e00-\u9fff])?(?:顺着|沿着|住下|叫|放羊的|种地的|住在|家在|住|在|来自|回|回到|到|去|从|离|老家是|老家在|叫|是|家住|走到|翻过|过)(?P<name>[\u4e00-\u9fff]{1,4}?(?:沟|湾|坡|梁|岭|坪|坝|洼|峪|崖下的庄|崖|岗|塬|峁|垭口|垭|冲|垄|埂|坎|窝棚|窑|营子|店子|林子|河子|泉眼|嘴子|嘴|庄子|堡子|塘|坳|圩|垸|滩|台子|甸子|岔|坨子|荡|浜|圪塔|窑子|岩|川|鞍子地))"
    r"(?=[，。、；：！？\s（）的上下里那边住长一附近走种放挑砍背爬往]|离|$|小学|读|上学|生活|以)"
)
_HILL_WORDS = words("landscape_words")
_ROAD = re.compile(
    r"(?<=村)第?[一二三四五六七八九十\d]{1,3}\s?组|\d+组\d+号|第[一二三四五六七八九十]+(?:村民)?小组|(?:牧业|农业|生产)[一二三四五六七八九十\d]+队|[\u4e00-\u9fff]{2,5}(?:路|街|巷)甲?\d+号|[\u4e00-\u9fff]{2,4}(?:苑|园|庭|城|里|院)[一二三四五\d]*期?\d+-\d+-?\d*|[\u4e00-\u9fff]{2,4}[东西南北中]?路与[\u4e00-\u9fff]{2,4}(?:路|巷|街)|住[上下前后]?河?[\u4e00-\u9fff]{1,2}组(?=[，。])|"
    r"[\u4e00-\u9fff]{2,6}(?:路|街|大道|巷|弄|胡同|小区|花园|新村|公寓)\s?[\d一二三四五六七八九十百]+\s?(?:号|弄|栋|幢|单元|室)|"
    r"[\d一二三四五六七八九十]+\s?(?:号楼|栋|幢|单元)\s?[\d一二三四五六七八九十]*\s?(?:室|号|单元|楼)?(?=[，。、\d\s]|$)|(?:组|村|屯|街)\s?\d+\s?号|(?<=门牌)[号是为\s]*\d+"
)
_AT = words("words_before_places")
_AT_END = re.compile(r"[在回到去来住从离往于自赴]$")
_AFTER = re.compile(
    r"县|城|人(?![为心群类口])|的|老家|这边|那边|一带|附近|农村|乡下|山区|打工|务工|上班|读书|上学|上初中|民政|妇联|教育局|公安|派出所|火车站|车站|汽车站|医院|话|口音|本地|下面|郊区|某|做|开|工地|干活|一家"
)
_WORK = re.compile(
    r"务工|打工|上班|工作|做工|干活|挣钱|工地|外出|进厂|厂里|跑车|做生意|摆摊|送外卖|跑运输|当保安|当保姆|出差"
)


PLAIN = True


_RIDGE = re.compile(r"[塬峁垭峪坳崖坝梁岭岗坪洼垴沟湾坎窝]|圪崂|圪塔|脖子|咀")


def _ridges(t: Plain) -> Iterator[Hit]:
    """`Widow's Loess`: a word and the ending of a hamlet that no dictionary joins."""
    for index, token in enumerate(t.tokens[1:], 1):
        if not _RIDGE.fullmatch(token.word):
            continue
        before = t.tokens[index - 1]
        lead = t.tokens[index - 2].word if index > 1 else ""
        named = (
            before.tag[:1] in "na"
            or before.tag in ("zg", "ns", "nr", "nz")
            or before.word in ("断头", "二道", "三道", "头道", "四道")
        )
        if (
            not named
            or not re.fullmatch(r"[\u4e00-\u9fff]{1,3}", before.word)
            or before.word in _NEAR
        ):
            continue
        if lead in _AT or lead[-1:] in "在回到去来住从过的去" or index == 1:
            yield Hit("address", before.start, token.end)


_NEAR = frozenset(
    [
        "小",
        "大",
        "山",
        "土",
        "石",
        "河",
        "水",
        "前面",
        "后面",
        "那",
        "一",
        "后",
        "前",
        "旁",
        "门前",
        "屋后",
        "门口",
        "公路",
        "铁路",
        "高",
        "陡",
        "长",
        "短",
        "深",
        "浅",
        "田",
        "地",
        "屋",
        "家",
        "房",
        "鼻",
        "脊",
    ]
)


def find(t: Plain) -> Iterator[Hit]:
    yield from _by_ending(t)
    yield from _by_short_name(t)
    yield from _ridges(t)
    for match in _ROAD.finditer(t.text):
        yield Hit("address", match.start(), match.end())
    for match in _HILLS.finditer(t.text):
        if match["name"] not in _HILL_WORDS and not _words_only(t, match):
            yield Hit("address", match.start("name"), match.end("name"))


def _words_only(t: Plain, match: re.Match[str]) -> bool:
    """`over two ridges` is a landscape; a name is no word of the dictionary."""
    tokens = [k for k in t.tokens if k.start < match.end("name") and match.start("name") < k.end]
    last = tokens[-1]
    if (
        re.match(r"[一二两三四几这那][条道个座片面]|一|这|那|哪|某", match["name"])
        or "的" in match["name"]
    ):
        return True
    return (
        len(last.word) > 1
        and last.tag[:1] in "nvstf"
        and last.tag not in ("ns", "nr", "nz")
        and last.start <= match.start("name")
    )


def _by_ending(t: Plain) -> Iterator[Hit]:
    for match in _ENDING.finditer(t.text):
        end = match.end()
        start = _named_from(t, match.start(), end)
        if start is None:
            continue
        name = t.text[start:end]
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
    for token in t.tokens:
        if token.start < start < token.end:
            return token.end >= end
        if token.start >= start:
            break
    return True


def _unknown_name(t: Plain, stem_end: int, end: int) -> int | None:
    """A name that no list has: what stands before the ending is no ordinary word."""
    holder = next((k for k in t.tokens if k.start <= stem_end < k.end), None)
    if holder is None:
        return None
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


def _by_short_name(t: Plain) -> Iterator[Hit]:
    for index, token in enumerate(t.tokens):
        for span in (1, 2):
            part = t.tokens[index : index + span]
            name = "".join(k.word for k in part)
            if not 2 <= len(name) <= 4 or not gazetteer.short(name) or _PROVINCE.fullmatch(name):
                continue
            if span == 2 and any(len(k.word) > 2 for k in part):
                continue
            start, end = token.start, part[-1].end
            before = t.tokens[index - 1].word if index else ""
            after = t.text[end : end + 4]
            lone = not re.search(r"[\u4e00-\u9fff]", t.text[max(0, start - 2) : start] + after[:2])
            strong = lone or (token.tag == "ns" and span == 1) or len(name) > 2
            if (before[-1:] or " ") >= "\u4e00" and token.tag[:1] in "vad" and before not in _AT:
                continue
            at = before in _AT or _AT_END.search(t.text[max(0, start - 2) : start])
            if strong or (at and (_AFTER.match(after) or before not in "，,：:、（(")):
                near = t.text[max(0, start - 8) : end + 8]
                yield Hit("work_city" if _WORK.search(near) else "county_place", start, end)
                break
