"""Nicknames in Chinese: what somebody is called, doubled names, Little So-and-so, pet names."""

import re
from collections.abc import Iterator

from .fullnames import given, surnames
from .hits import Hit
from .patterns import pattern
from .text import Plain, words

_NAME_TAGS = ("nr", "nrt", "nz", "nrfg")
_ASKED = re.compile(r"[问找陪带给喊叫见]$|轮到$|说起$")
_CALLED = pattern(
    r"(?:小名|乳名|花名|绰号|外号|昵称|诨名|诨号|网名|艺名|别名|曾用名|(?:大名|学名|本名|原名|姓名|名字|化名)(?=[是为叫\s:：])|名叫|名为|叫做|叫作|人称|(?:都|大家|人们|村里人|同学们?|别人)[叫喊](?:他|她)|都喊(?:他|她)|管(?:他|她)叫|唤作)(?P<is>(?:是|为|叫|就叫|就是|作|做|改成|改为|改叫)?[\s:：“\"'‘「]*)(?P<name>[\u4e00-\u9fff]{1,4}?)(?=[”\"'’」，。、；！？\s的）)（(]|$|是|今年|来|和|说)"
)
_CALLED_SO = pattern(
    r"(?:[喊唤骂]|外号叫)(?:他|她|娃|弟弟|妹妹|孙子|孙女|孩子)(?:作|做|是|“|‘|「)?(?P<name>[\u4e00-\u9fff]{2,4}?)(?=[，。、；！？”’」]|$)"
)
_PRIVATE_NAME = re.compile(r"小名|花名|叫[他她]|乳名|绰号|外号|昵称|诨|网名")
_KIN = re.compile(r"[爸妈爷奶哥姐弟妹叔姨姑舅婶伯公婆娘爹]")
_SMALL = re.compile("[小阿][\u4e00-\u9fff]")
_SMALL_THING = re.compile(
    r"[把被给跟让喊叫]小(?P<name>[\u4e00-\u9fff]{1,3}?)(?=[抱接送带哄背拉扶领喊叫搂放])"
)
_AFTER_SIZE = frozenset("大从最太很更变缩幼弱矮窄细微渺狭")
_NAME_AFTER = re.compile(
    r"(?:\s|[的说讲问答哭笑喊叫想是在有和跟对把被给让也都就还又才从到去来住坐站走写画爱怕会要不没很最，。、：；（(]|的(?:爸|妈|爷|奶|外|姐|哥|弟|妹|叔|姑|舅|姨|家|父|母|老师|班|妈妈|同桌|成绩|病|伤|作业|日记|画|手机|事|情况|照)|今年|出生|同学|一家|家[里的在住]|去年|每[天周次]|第一|第二|$|”|』|」|一个人|告诉|低|突|经常|常|终于|开始|跑|拿|起|那|这|每|先|再|连|曾|平|自|放|上|下|回|进|出|点|摇|抬|接|听|看|见|能|愿|喜|害|生|发|读|念|变|得|受|叔|已|两|三|一)"
)
_PET = pattern(
    r"石头(?=[说问哭跑今和的爸妈爷奶家同]|是)|幺妹(?=[说问哭])|毛豆(?=[说问哭今的])|猴子(?=[说问哭今的爸妈])|静静(?=[说的今是和爸妈奶爷同])|亮亮(?=[说的今是和爸妈奶爷同])|圆圆(?=[说问哭今和爸妈家同])|多多(?=[说问哭和今爸妈])|一一(?=[说问哭今])|[大二三][宝娃]|丫头(?=名|叫)|幺儿(?=说|今)|狗仔(?=[说今的])|三毛(?![钱])|老幺(?=说|今)|老[大二三四五六七幺](?![板师家人年伴爷太汉实是爹话伯不难样])"
)
_DOUBLED = re.compile("([\u4e00-\u9fff])\\1")
_ENDEARED = re.compile("[\u4e00-\u9fff](?:娃|妹子|妹|崽|仔|伢子|伢|妞|丫头|丫|儿)")


def find(t: Plain) -> Iterator[Hit]:
    for start, end in [*_called(t), *_pets(t), *_doubled(t), *_small(t)]:
        yield Hit("undeclared_nickname", start, end)


def _called(t: Plain) -> Iterator[tuple[int, int]]:
    for match in _CALLED.finditer(t.text):
        name = match["name"]
        if name in words("called_words") or name[0] in "的了吗呢吧一不没有这那她他它我你里写记放":
            continue
        token = t.starts.get(match.start("name"))
        word = t.tokens[token] if token is not None else None
        ordinary = word and word.tag[:1] in "vprdcm" and len(word.word) >= len(name)
        stands = match["is"] or t.text[match.start() : match.start() + 2] in ("乳名", "小名")
        if (stands and _PRIVATE_NAME.match(match[0])) or not ordinary:
            yield match.span("name")
    for match in _CALLED_SO.finditer(t.text):
        token = t.starts.get(match.start("name"))
        if token is None or match["name"] in words("called_words") or _KIN.search(match["name"]):
            continue
        word = t.tokens[token]
        if word.end == match.end("name") and word.tag[:1] in "nx":
            yield match.span("name")


def _pets(t: Plain) -> Iterator[tuple[int, int]]:
    for match in _PET.finditer(t.text):
        if match.start() in t.starts and match.end() in t.ends and _follows(t, match.end()):
            yield match.span()
    known = words("pet_names")
    for token in t.tokens:
        if t.text[token.start : token.start + 2] in known:
            end = token.start + 2
            if end in t.ends or t.text[end : end + 1] == "儿":
                yield token.start, end


def _doubled(t: Plain) -> Iterator[tuple[int, int]]:
    """`Tingting`, `Brother Qiangqiang`: a character of names, twice, and a word for itself."""
    for match in _DOUBLED.finditer(t.text):
        start, end = match.span()
        if start not in t.starts or end not in t.ends or not given(match[1]):
            continue
        first = t.tokens[t.starts[start]]
        if (first.end < end or first.tag in _NAME_TAGS) and first.tag[:1] not in "mqvd":
            before = t.text[start - 1 : start] if start else ""
            adverb = t.text[end : end + 1] in ("的", "地") or _KIN.match(match[1])
            if (not before or before not in "一大小很最") and not adverb and _follows(t, end):
                yield start, end


def _small(t: Plain) -> Iterator[tuple[int, int]]:
    for match in _SMALL.finditer(t.text):
        end = _small_end(t, match.start())
        if end:
            yield match.start(), end
    for match in _SMALL_THING.finditer(t.text):
        if "小" + match["name"][:1] not in words("small_words") and not _KIN.match(match["name"]):
            yield match.start("name") - 1, match.end("name")
    for match in _ENDEARED.finditer(t.text):
        start = match.start()
        if start not in t.starts or match.end() not in t.ends or not given(match[0][0]):
            continue
        first = t.tokens[t.starts[start]]
        if (
            (first.end == start + 1 or first.tag in _NAME_TAGS)
            and first.tag[:1] not in "vdpmrc"
            and _follows(t, match.end())
        ):
            yield match.span()


def _follows(t: Plain, end: int) -> bool:
    return end >= len(t.text) or bool(_NAME_AFTER.match(t.text, end, end + 4))


def _small_end(t: Plain, start: int) -> int:
    """Where `Little Yu` that begins here ends; 0 if it is a word and no name."""
    text = t.text
    name = text[start : start + 2]
    if start and name[0] == "小" and text[start - 1] in _AFTER_SIZE:
        return 0
    longer = any(text[start : start + size] in words("small_words") for size in (5, 4, 3))
    if longer or (name in words("small_words") and name not in words("small_names")):
        return 0
    token = t.holder(start)
    if token.start < start:
        return 0
    if token.tag not in _NAME_TAGS and (
        len(token.word) > 2 or (token.word == name and name not in words("small_names"))
    ):
        return 0
    end = start + 2
    if not _follows(t, end) and given(text[end : end + 1]):
        end += 1  # `Xiao Yuhan` is not the declared `Xiao Yu`
    likely = given(name[1]) or name[1] in surnames()[0] or name[0] == "阿"
    asked = _ASKED.search(text[max(0, start - 2) : start])
    if not likely or not (asked or _follows(t, end)):
        return 0
    weather = name in ("小雨", "小雪") and start and text[start - 1] in "下着场阵有"
    return 0 if weather else end
