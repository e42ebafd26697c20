"""Dates and ages that would place a child in time. Relative time and age bands pass."""

import re
from collections.abc import Iterator

from .hits import Hit
from .patterns import lines_with, pattern

_N = r"[\d一二三四五六七八九十廿卅〇零○两]"
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
)
# (the sign that a line must hold, how a date is written there)
_DATES = (
    (re.compile(r"[\d一二三四五六七八九十廿〇零○两] ?月"), pattern(
        rf"(?:(?:19|20)?\d{{2}}\s*年|[一二三四五六七八九〇零○]{{2,4}}年)\s*{_N}{{1,3}}\s*月\s*(?:{_N}{{1,3}}\s*[日号]?|初{_N}|廿{_N})"
        rf"|{_N}{{1,3}}月\s?{_N}{{1,3}}[日号]", re.ASCII)),
    (re.compile(r"\d ?[-/.] ?\d"), pattern(
        r"(?:19|20)(?<![\d.]..)\d{2}\s*[-/.]\s*(?:0?[1-9]|1[0-2])\s*[-/.]\s*(?:0?[1-9]|[12]\d|3[01])(?!\d|\.\d)"
        r"|(?<![\d.])\d{2}\.(?:0[1-9]|1[0-2])\.(?:0[1-9]|[12]\d|3[01])(?!\d|\.\d)"
        r"|(?<![\d/.-])(?:0?[1-9]|[12]\d|3[01])[/.](?:0?[1-9]|1[0-2])[/.](?:19|20)\d{2}(?![\d/])"
        r"|(?<![\d/.-])(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])/(?:19|20)?\d{2}(?![\d/])"
        r"|(?<![\d/.-])\d{2}/(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])(?![\d/])", re.ASCII)),
    (re.compile(rf"\d[a-z]{{0,2}}(?: of)? (?:{_MONTHS})|(?:{_MONTHS})\.? (?:the )?\d"), pattern(
        rf"\b(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTHS})\b\.?(?:,? (?:19|20)\d{{2}})?"
        rf"|\b(?:{_MONTHS})\.? (?:the )?\d{{1,2}}(?:st|nd|rd|th)?\b(?!\s*(?:hours|children|%|per|percent))(?:,? (?:19|20)\d{{2}})?", re.ASCII)),
    (re.compile(r"(?:19|20)\d{6}"), pattern(
        r"(?:19|20)(?<!\d..)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)", re.ASCII)),
)  # fmt: skip
_LUNAR = pattern(
    rf"(?:农历|阴历|旧历)?(?:[正腊冬一二三四五六七八九十]|十[一二]|闰[一二三四五六七八九十])月(?:初{_N}|十{_N}?|二十{_N}?|廿{_N}?|三十)(?![日号天个人名])"
)
_BIRTH = pattern(
    r"出生|生于|生日|生辰|birthday|诞生|落地|降生|(?:年|月|日|号|初.|[一二三四五六七八九十]|所|的|天)生(?:的|人|$|[，。；])|(?i:\bborn\b|birth)"
)
_HOME = re.compile(
    r"(?:农历)?(?:正月(?:初[一二三四五六七八]|十[五六])|腊月(?:二十|廿)[二三四五六七八九]|腊月(?:三十|初八))"
)
_FESTIVAL = re.compile(r"除夕|元宵|中秋|端午|重阳|小年|春节|过年|清明|七夕|腊八|节")
# What happened on one day and is remembered with it.
_EVENT = re.compile(
    r"(?:那天|当天|晚上|早上|夜里)?[^，。]{0,2}(?:下葬|出殡|去世|过世|走的|没了|结婚|离婚|办事|摔|住院|出事|被|手术)"
)
_FEAST_DAY = pattern(
    r"(?:去年|前年|今年|大前年|那年|\d年)(?:的)?(?:除夕|元宵|中秋|端午|重阳|小年|清明|七夕|腊八|冬至|夏至|立[春夏秋冬]|元旦|国庆|五一|六一)(?:节)?(?:次日|当天|那天|当晚|前一天|前夜|第二天|后一天|头一天)"
)
_YEAR = pattern(
    r"(?<!\d)(?:19[5-9]\d|20[0-2]\d)(?!\d)|[一二][九〇零○][一二三四五六七八九〇零○]{2}年|[〇零○][一二三四五六七八九]年|(?<!\d)\d{2}年(?=[一-十]?.{0,4}(?:出生|生))|[〇零一]\w年生"
)
_STEM = re.compile(r"[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年")
_DAY = pattern(rf"(?:上个?月|下个?月|本月|这个月|[\d一二三四五六七八九十]+月){_N}{{1,3}}[日号]?")
_AGE_SHEET = pattern(
    rf"(?i)(?:(?:年龄|岁数)(?:一栏)?(?:填的?)?[是为]?\s*[:：]?|\bage\s*[:：]|虚岁|周岁|芳龄|年方)\s*(?:{_N}{{1,2}}|\d{{1,2}})(?![\d\-–—~～至到段般直定样])"
    r"|今年(?:才|刚|满|也|都|已经?)?(?:[5-9]|1[0-7]|[五六七八九十]|十[一二三四五六七])(?=[，。；了]|$)|(?:他|她|孩子|老[大二三])(?:也|都|才|刚)?(?:十[一二三四五六七]|[七八九])了(?=[，。；]|$)"
    rf"|[壹贰叁肆伍陆柒捌玖拾]+岁|(?:six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen) ?岁"
    rf"|(?:过完年|翻过年|过了年|开春|翻年|年后)[^。，]{{0,4}}?(?:就|快|该|要)(?:满|到)?(?:\d{{1,2}}|十?[一二三四五六七八九十])(?:岁)?了"
)
_ZODIAC = pattern(
    r"属(?:鼠|牛|虎|兔|龙|蛇|马|羊|猴|鸡|狗|猪)(?!于)|(?i:(?:born in|year of) the (?:year of the )?(?:rat|ox|tiger|rabbit|dragon|snake|horse|goat|sheep|monkey|rooster|dog|pig))|(?i:\w+ day of the \w+ month)"
)
_AGE = pattern(
    rf"(?:实岁|虚岁|周岁|年仅|刚满|刚过|今年|年满|现年|满)?\s{{0,2}}(?<![\d\-–—~～至到.．第])(?<![十一二三四五六七八九])(?:\d{{1,2}}|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])\s*(?:周|虚)?岁"
    rf"(?:零?{_N}{{1,2}}个月|半|{_N}{{1,2}}个多?月)?(?!\s*(?:以[上下内前后]|左右|上下|前后|至|到|[-–—~～]|之前|之后|或|及以|的法定|以外))"
)
_AGE_EN = pattern(
    r"(?i)(?<![\d\-–])\b(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen)"
    r"(?:[\s-]+and[\s-]+a[\s-]+half)?[\s-]?(?:years?[\s-]old|year[\s-]olds?|yrs? old|y/?o\b|years? of age|years? and \w+ months?(?: old)?|years?,? \w+ months?)"
    r"|\baged? (?:of |is )?(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)\b(?!\s*(?:to|and|or|-|–|/|months))"
    r"|\b(?:girl|boy|child|son|daughter|brother|sister|grandson|granddaughter|lad|pupil) of (?:\d{1,2}|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen)\b"
    r"|\b(?:he|she|who|brother|sister|boy|girl|child|son|daughter)(?:'s| is| was) (?:now |only |just |still )?(?:1[0-7]|[4-9]|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen)(?: and a half)?(?=[\s,.;]|$)(?! (?:minutes|times|weeks?|days?|o.clock|per|points?|of|km|kilomet|metres?|cent|kilos?|in the|out|months?|years? (?:away|later)|hours?))"
    r"|\b(?:boy|girl|child|son|daughter|pupil|student|brother|sister|grandson|granddaughter|cousin|one|youngest|eldest|oldest|twin)(?:,| is| was|:) ?(?:just |only |now )?(?:[4-9]|1[0-7]|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen)(?=[,;.)]|$)"
    r"|\b(?:\d{1,2}|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen) ?(?:yo|y\.o\.)(?![a-z])|\b\d{1,2} years(?:,| and)? \w{1,6} months\b"
    r"|\bin (?:his|her) \w+th year\b|^(?:six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen),|\b(?:one|elder|younger|brother|sister|boy|girl|son|daughter) \((?:[4-9]|1[0-7])\)"
    r"|\b(?:turn(?:s|ed)?|will be|has just turned|birthday,? (?:he|she) (?:is|was)) (\d{1,2}|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen)\b(?!\s*(?:out|into|to|up|week|point|minute|year of))",
    re.ASCII,
)
# What a line holds if it could tell an age, a day of the moon, a year of a beast.
_YEARS = re.compile("[岁龄芳]|今年|[七八九一-六]了|年方|[开翻]|年后|年就|年快|(?i:age)")
_MOON = re.compile("月[初十二廿三]")
_BEAST = re.compile("属|year of|day of")
_NUMBERS = re.compile(
    r"[\dtfsenTFSEN](?:(?<=\d)|(?i:wo|hree|our|ive|ix|even|ight|ine|en|leven|welve)(?![a-su-z]))"
)
_TOLD_OF = re.compile(r"(?i)(?:he|she|who|brother|sister|boy|girl|child|son|daughter)\b")
_LEGAL_AGE = re.compile("入学|义务教育|法定|施行|刑事|行为能力|就业年龄|最低")
# What stands before an age in a law or a band: not the age of one person.
_BAND_BEFORE = pattern(
    r"(?:不满|未满|年满|已满|以满|满|低于|不到|超过|大于|小于|超|约|大约|近|将近|快|差不多|过了|过|到|推迟到|[\d一二三四五六七八九十]\s*[-–—~～至到、或和]\s*|到了|上下)\s*$"
)
_BAND_BEFORE_EN = pattern(
    r"(?i)(?:under|over|below|above|from|about|around|roughly|nearly|almost|before|until|after|between|least|to|or|and|than|children of|at|by|some|perhaps)\s*(?:the age of\s*)?$"
)
_LAW = pattern(
    r"created: |reviewed: |review_due: |《|》|〔|〕|施行|实施|印发|发布|公布|颁布|修订|修正|通过|生效|废止|条例|办法|意见|通知|统计|普查|截至|儿童节|妇女节|国庆|劳动节|"
    r"元旦|植树节|教师节|宪法日|(?i:in force|took effect|takes effect|came into|issued|promulgated|adopted|published|amended|accessed|retrieved|"
    r"census|statist|regulation|\blaw\b|\bact\b|notice|guideline|children.s day|women.s day|national day|teachers. day|mental health day|version|updated)"
)


def find(text: str) -> Iterator[Hit]:
    yield from _written(text)
    yield from _born(text)
    for start, end in lines_with(text, _MOON):
        for match in _LUNAR.finditer(text, start, end):
            around = text[max(0, match.start() - 10) : match.end() + 10]
            feast = _FESTIVAL.search(around) or _HOME.match(match[0])
            if not feast or _EVENT.match(text[match.end() : match.end() + 8]):
                yield Hit("exact_date", match.start(), match.end())
    for match in _FEAST_DAY.finditer(text):
        yield Hit("exact_date", match.start(), match.end())
    for start, end in lines_with(text, _BEAST):
        for match in _ZODIAC.finditer(text, start, end):
            yield Hit("birth_date", match.start(), match.end())
    yield from _ages(text)


def _written(text: str) -> Iterator[Hit]:
    """Dates of the calendar."""
    for sign, shape in _DATES:
        for start, end in lines_with(text, sign):
            for match in shape.finditer(text, start, end):
                around = text[max(0, match.start() - 25) : match.end() + 25]
                if _BIRTH.search(text[max(0, match.start() - 16) : match.end() + 8]):
                    yield Hit("birth_date", match.start(), match.end())
                elif not _LAW.search(around):
                    yield Hit("exact_date", match.start(), match.end())


def _born(text: str) -> Iterator[Hit]:
    for match in _BIRTH.finditer(text):
        around = text[max(0, match.start() - 14) : match.end() + 16]
        found = any(one.search(around) for one in (_LUNAR, _YEAR, _STEM, _DAY))
        if found and not _LAW.search(around):
            yield Hit("birth_date", match.start(), match.end())


def _ages(text: str) -> Iterator[Hit]:
    for start, end in lines_with(text, _YEARS):
        for match in _AGE.finditer(text, start, end):
            if _LEGAL_AGE.search(text[max(0, match.start() - 24) : match.end() + 16]):
                continue
            band = _BAND_BEFORE.search(text[max(0, match.start() - 6) : match.start()])
            if not band and not match[0].startswith(("年满", "满")):
                yield Hit("exact_age", match.start(), match.end())
        for match in _AGE_SHEET.finditer(text, start, end):
            yield Hit("exact_age", match.start(), match.end())
    for start, end in lines_with(text, _NUMBERS):
        for match in _AGE_EN.finditer(text, start, end):
            told = _TOLD_OF.match(match[0])  # `and he is 10`: the band would stand after `he`
            if told or not _BAND_BEFORE_EN.search(text[max(0, match.start() - 14) : match.start()]):
                yield Hit("exact_age", match.start(), match.end())
