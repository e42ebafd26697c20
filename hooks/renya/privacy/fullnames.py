"""Full names in Chinese: a surname and a given name, weighed against the words around them.

Each sign adds to a score or takes from it; what reaches zero is a name. The weights were
fitted by logistic regression: names put in the place of role words in the prose of the guide,
against the same prose as it is.
"""

import re
from collections.abc import Iterator
from functools import cache

from .hits import Hit
from .text import DATA, Plain, words
from .weights import weight

# Surnames that are also everyday characters, and those that are small words of grammar.
COMMON = frozenset(
    "查群照安高金白常马江田水关应有成都才连单别那能来当门家问管干种生解代自年包车全党满支路宁强游云花木沙古台原官国东文明华石洪温平左项位计终居容易季舒越利须相公丰空简步师保乐麻皮米谷房谈商边万千百后过通老"
    "晋尚冷池井银沿红扬桑封农养益幸祖束练充阳卫伏苗宫武钟花席景植薄巢融隆广爱鱼权费祝祁童盛符蓝侯雷龙段毛范史任余许曾陈施孔辛申牛章甘司方林何叶黄钱金夏秋汤康严"
)
_GRAMMAR = frozenset(
    "和与于向从对时那能都来在有问后过才别自又及由被让把给跟同以或如若所将再会要还没不到为因这应当连越须终"
)
TOP = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
CITED = re.compile(
    r"^[\u4e00-\u9fff、，,和与及\s·]{0,16}?等?(?:人|学者)?\s?[（(]\s?(?:19|20)\d{2}|^(?:[、和与及][\u4e00-\u9fff]{2,3}){0,3}(?:等人?)?(?:所?编制|修订|编著|主编|翻译|提出的|译|版|合著|所著|的(?:研究|量表|理论|论文|元分析|综述|问卷|《))|^[、，和与及][\u4e00-\u9fff]{2,3}\s?[（(]\s?(?:19|20)\d{2}"
)
_COUNT = re.compile(r"[\d一二两三四五六七八九十每上下几半本这头前后整多单双当首末次]$")
_HAN = re.compile("[\u4e00-\u9fff]{1,2}")
_NAME_TAGS = frozenset(["nr", "nrt", "nrfg", "nz"])
_KIN = re.compile(
    r"(?:叫|名|姓|同桌|同学|班主任|老师|校长|书记|支书|主任|社工|督导|孩子|女孩|男孩|儿童|姑姑|叔叔|舅舅|舅妈|姨妈|伯父|伯母|姐姐|哥哥|弟弟|妹妹|父亲|母亲|爸爸|妈妈|爷爷|奶奶|外公|外婆|医生|护士|邻居|朋友|好友|室友|"
    r"人|签名|签字|落款|村民|[表堂][哥姐弟妹]|代表|志愿者|警官|律师|工作者|员|长|生|伙伴|对象|个案|案主|哥|姐|弟|妹|叔|舅|姑|姨|嫂|婶)$"
)
# What may be wrongly joined with a surname that follows.
_CALLS = frozenset("问叫喊给让陪找对和跟与把被是后当像连因从向替比请听见看带送接帮等轮")
_NAMED = re.compile(
    r"(?:叫|名叫|就叫|称呼?(?:他|她)?为|姓名|名字[是叫：:]{1,2}|大名|学名|名为|叫[做作]|署名|签名|落款)[是：:“]?$"
)
_DONE_TO = re.compile(
    r"(?:把|被|给|让|由|请|找|问|喊|陪|叫|和|与|跟|对|向|比|替|为|是|说|听|见|看|抱|带|送|接|骂|打|帮|等|当|除了|因为|连|像|轮到|到|后来|昨天|今天|那天|的|了|着|里|后|前|时)$"
)


@cache
def surnames() -> tuple[frozenset[str], frozenset[str]]:
    lines = (DATA / "surnames.txt").read_text(encoding="utf-8").splitlines()
    return frozenset("".join(lines[:2])), frozenset(lines[2].split())


@cache
def _tiers() -> dict[str, str]:
    """Characters of given names: Seldom elsewhere, Medium, or everyday words."""
    lines = (DATA / "given_names.txt").read_text(encoding="utf-8").splitlines()
    return {char: tier for tier, line in zip("SMW", lines, strict=True) for char in line}


def given(char: str) -> bool:
    return char in _tiers()


def find(t: Plain) -> Iterator[Hit]:
    taken = -1
    for start, end, _ in candidates(t):
        if start >= taken and not CITED.match(t.text[end : end + 24]):
            taken = end
            yield Hit("person_name", start, end)


def candidates(t: Plain) -> Iterator[tuple[int, int, float]]:
    """(start, end, score) of the better reading of each surname that may be one."""
    single, double = surnames()
    for start in _starts(t):
        for length in (2, 1):
            if t.text[start : start + length] not in (double if length == 2 else single):
                continue
            scored = [
                (weight("name", signs(t, start, length, size)), size)
                for size in (2, 1)
                if possible(t, start, length, size)
            ]
            if scored and max(scored)[0] >= 0:
                score, size = max(scored)
                yield start, start + length + size, score
                break


def _starts(t: Plain) -> Iterator[int]:
    """Where words begin; and the second half of a word such as `asked Cheng`, wrongly joined."""
    for token in t.tokens:
        yield token.start
        if len(token.word) == 2 and token.word[0] in _CALLS:
            yield token.start + 1


def possible(t: Plain, start: int, length: int, size: int) -> bool:
    """A given name of this size may follow: Chinese, up to the end of a word, no known phrase."""
    end = start + length + size
    name = t.text[start:end]
    if len(name) < length + size or not _all_han(name[length:]):
        return False
    if not _ends(t, end) or name in words("no_names") or name[:2] in words("no_names"):
        return False
    if name[0] in "周段成元年项" and _COUNT.search(t.text[max(0, start - 1) : start]):
        return False  # `week 8` and not the surname
    return any(char in _tiers() for char in name[length:])


def _ends(t: Plain, end: int) -> bool:
    """At the end of a word; or in the middle of two characters that are wrongly joined."""
    if end in t.ends:
        return True
    holder = t.holder(end)
    seldom = _tiers().get(t.text[end - 1]) == "S"
    return len(holder.word) == 2 and seldom and holder.word[1] in words("after_names")


def _all_han(text: str) -> bool:
    return all("\u4e00" <= char <= "\u9fff" for char in text)


def signs(t: Plain, start: int, length: int, size: int) -> Iterator[str]:
    """What speaks for and against a name, as keys of `data/name_weights.txt`."""
    text, end = t.text, start + length + size
    sur = text[start : start + length]
    if length == 2:
        yield "sur double"
    elif sur in _GRAMMAR:
        yield "sur grammar"
    else:
        yield ("sur common" if sur in COMMON else "sur pure") + (" top" if sur in TOP else "")
    yield f"given {''.join(sorted(_tiers().get(c, '-') for c in text[start + length : end]))}"
    if start not in t.starts:
        yield "torn left"
    if end not in t.ends:
        yield "torn right"
    yield f"built {size} {_built(t, start, length, end)}"
    yield "left " + _left(text, start)
    yield "right " + _right(text, end)


def _built(t: Plain, start: int, length: int, end: int) -> str:
    """How the dictionary cuts the name."""
    first = t.index(start)
    token = t.tokens[first]
    if token.end >= end:
        return "whole name" if token.tag in _NAME_TAGS else "whole word"
    if token.end > start + length:
        return "merged name" if token.tag in _NAME_TAGS else "merged word"
    after = t.tokens[first + (1 if token.end == start + length else 2) : t.index(end - 1) + 1]
    if len(after) == 1 and len(after[0].word) == 2:
        tag = after[0].tag
        return "pair name" if tag in _NAME_TAGS else f"pair {tag[:1]}"
    small = sum(
        k.tag in ("uj", "ul", "uz", "ug", "p", "c", "m", "d", "r", "f", "q", "y") for k in after
    )
    return f"singles small {small}"


def _left(text: str, start: int) -> str:
    before = text[max(0, start - 4) : start]
    if _COUNT.search(before):
        return "count"
    if not before or not "\u4e00" <= before[-1] <= "\u9fff":
        return "open"
    if _NAMED.search(text[max(0, start - 8) : start]):
        return "named"
    if _KIN.search(before):
        return "kin"
    return "verb" if _DONE_TO.search(before) else "other"


def _right(text: str, end: int) -> str:
    after = text[end : end + 1]
    if not after or not "\u4e00" <= after <= "\u9fff":
        return "open"
    return (
        "after"
        if after in words("after_names")
        else "never"
        if after in words("never_after_names")
        else "other"
    )
