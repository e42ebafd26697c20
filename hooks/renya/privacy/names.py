"""Names of people in Chinese: full names, names with a title, masked ones, nicknames.

The dictionary of the segmenter helps twice: it names what it takes for a name, and what it
leaves as single characters after a surname is one that it does not know.
"""

import re
from collections.abc import Iterator
from functools import cache

from . import fullnames, nicknames
from .fullnames import CITED as _CITED
from .fullnames import COMMON, TOP, surnames
from .hits import Hit
from .patterns import pattern
from .text import DATA, Plain, words

_TITLE = (
    "老师|主任|校长|书记|支书|医生|大夫|护士|社工|督导|同学|奶奶|爷爷|阿姨|叔叔|大爷|大妈|大娘|大叔|大婶|婶婶|婶|伯伯|伯|叔|姨|嫂子|嫂|姐|哥|姑娘|师傅|警官|法官|律师|经理|老板|女士|先生|园长|村长|镇长|所长|站长|"
    "组长|干事|干部|会长|心理师|咨询师|妈妈|爸爸|某某|某"
)
_NO_NAME = words("no_names")
_COUNT = re.compile(r"[\d一二两三四五六七八九十每上下几半本这头前后整多单双当首末次]$")
_TITLED = re.compile(rf"(?P<sur>[\u4e00-\u9fff]{{1,2}}?)(?P<title>{_TITLE})")
_MASKED = re.compile(
    r"(?P<sur>[\u4e00-\u9fff])(?:[*＊×○〇●]{1,2}[\u4e00-\u9fff]?|[xX]{1,2}(?![A-Za-z])[\u4e00-\u9fff]?|某某|某(?=[，。、的说是在今因和与（(,]|$))|(?P<clan>[\u4e00-\u9fff])氏[\u4e00-\u9fff](?=[，。、的说是在今因和与生来住（(,]|$)"
)
_SAID = pattern(
    r"姓[\u4e00-\u9fff]{1,2}[，,\s]*(?:单)?名(?:叫)?[\u4e00-\u9fff]{1,2}(?=[，。、；\s]|$)"
)


@cache
def _minority() -> re.Pattern[str]:
    known = sorted((DATA / "minority_names.txt").read_text(encoding="utf-8").split(), key=len)
    return re.compile(
        rf"[·・•](?<=[\u4e00-\u9fff]{{2}}.)[\u4e00-\u9fff]{{2,8}}|(?:{'|'.join(reversed(known))})"
    )


_JOINS = frozenset("和与向从于对把被给让跟同由以为及或是有")
_LEFT = re.compile(
    r"(?:叫|名|是|姓|同桌|同学|班主任|老师|校长|书记|支书|主任|社工|督导|孩子|女孩|男孩|儿童|姑姑|叔叔|舅舅|舅妈|姨妈|伯父|伯母|姐姐|哥哥|弟弟|妹妹|父亲|母亲|爸爸|妈妈|爷爷|奶奶|外公|外婆|医生|护士|邻居|朋友|好友|室友|"
    r"记录人|填表人|联系人|签名|签字|和|与|跟|对|把|被|给|让|由|请|找|问|喊|陪|，|。|、|：|:|“|\"|（|\(|^|\s|；|村民|表哥|表姐|表弟|表妹|堂哥|堂姐|堂弟|堂妹|代表|志愿者|警官|律师|工作者|员|长|生|人|者|小伙伴|当事人|监护人|对象|个案|案主)$"
)


def find(t: Plain) -> Iterator[Hit]:
    yield from fullnames.find(t)
    yield from nicknames.find(t)
    yield from _titled(t)
    for match in _minority().finditer(t.text):
        if _minority_name(t, match):
            yield Hit("person_name", match.start(), match.end())
    for start, end in _foreign(t):
        if t.text[start:end] not in _AUTHORS and not _CITED.match(t.text[end : end + 24]):
            yield Hit("person_name", start, end)
    for match in _SAID.finditer(t.text):
        yield Hit("person_name", match.start(), match.end())
    for match in _MASKED.finditer(t.text):
        sur = match["sur"] or match["clan"]
        single, _ = surnames()
        if sur in single and (sur not in COMMON or "某" not in match[0] or sur in TOP):
            yield Hit("titled_name" if "某" in match[0] else "person_name", *match.span())


_AUTHORS = words("authors")
# Characters that names of other tongues are written with.
_SOUNDS = frozenset(
    "阿艾巴白贝别卜布才措达丹旦迪丁顿多尔噶甘格更贡古哈赫呼吉加嘉杰卡凯克库拉兰勒里力玛麦曼毛玫米莫木穆那娜乃南尼诺努帕普其恰切仁日如萨赛桑沙斯苏索塔台泰坦提特吐托瓦旺乌西希先雅娅亚央依伊益因尤扎泽增珠卓孜佐"
    "热合买依再比丽肉热孜汗江代孜拜吾甫艾买提巧姆曲洛降初且嘎绒尕藏惹呷支牛哲洪沁根胡斯图敖其高娃"
)


def _foreign(t: Plain) -> Iterator[tuple[int, int]]:
    """Three characters or more that only spell sounds: `Reyhangul`, `Sonam Dolkar`."""
    start = end = -1
    for token in t.tokens:
        sounds = all(char in _SOUNDS for char in token.word) and (
            len(token.word) == 1 or token.tag in ("nr", "nrt", "nz", "nrfg", "ns")
        )
        if sounds and token.start == end:
            end = token.end
            continue
        if end - start >= 3:
            yield start, end
        start, end = (token.start, token.end) if sounds else (-1, -1)
    if end - start >= 3:
        yield start, end


def _minority_name(t: Plain, match: re.Match[str]) -> bool:
    if "·" in match[0] or "・" in match[0] or "•" in match[0]:
        return not re.match(r"\s?[（(]\s?(?:19|20)\d{2}", t.text[match.end() : match.end() + 8])
    if len(match[0]) > 2:
        return True
    inside = [k for k in t.tokens if k.start < match.end() and match.start() < k.end]
    ordinary = all(
        k.tag[:1] in "vadnrt" and k.tag not in ("nr", "nrt", "nz", "ns", "nrfg") and len(k.word) > 1
        for k in inside
    )
    return not ordinary and all(k.start >= match.start() - 3 for k in inside)


def _titled(t: Plain) -> Iterator[Hit]:
    single, double = surnames()
    for match in _TITLED.finditer(t.text):
        sur = match["sur"]
        if sur == "周" and _COUNT.search(t.text[max(0, match.start() - 1) : match.start()]):
            continue
        if (sur not in single and sur not in double) or match[0] in _NO_NAME:
            continue
        if match["title"] in ("某", "某某") and sur in COMMON and sur not in TOP:
            continue
        starts_word = match.start() in t.starts
        if (
            sur in _JOINS
            or not starts_word
            or (
                sur in COMMON
                and not _LEFT.search(t.text[max(0, match.start() - 3) : match.start()])
            )
        ):
            continue
        token = t.tokens[t.starts[match.start()]]
        if len(token.word) > len(sur) and token.tag not in ("nr", "nrt", "nz", "n"):
            continue
        if len(token.word) > len(sur) and token.end < match.end():
            continue
        rare = sur not in TOP and sur not in COMMON
        yield Hit("person_name" if rare else "titled_name", match.start(), match.end())
