"""Numbers and accounts that reach one person, however they are typed or told.

Digits may be full-width (already folded), Chinese, English words, letters that look like
digits, spaced, dotted, dashed, or told in prose (`the middle is four zeros`). A wrong check
digit blocks too: birthplace and birth date are in the number all the same.
"""

import re
from collections.abc import Iterator

from .hits import Hit

_ZH = dict(
    zip(
        "零〇○洞一二三四五六七八九幺两拐勾壹贰叁肆伍陆柒捌玖",
        "00001234567891279123456789",
        strict=True,
    )
)
_EN = dict(zip(["zero", "oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"], "00123456789",
               strict=True))  # fmt: skip
# A letter among digits, as in 18OOOO4463: same length, so that places stay true.
_MIXED = re.compile(r"(?<![A-Za-z])(?=[OolI]*\d[OolI]*\d)[\dOolI]{5,}(?![A-Za-z])")
_AS_DIGITS = str.maketrans("OolI", "0011")

_ZH_DIGIT = "".join(_ZH)
_EN_DIGIT = "|".join(_EN)
# A stretch that may spell one number: digits of any kind with little between them.
_UNIT = rf"(?:\d|[{_ZH_DIGIT}]|(?<![A-Za-z])(?:double |triple )?(?:{_EN_DIGIT})(?![A-Za-z]))"
_GAP = r"[\s\-—–_.·•,，、/()（）+*~]{0,3}"
_RUN = re.compile(rf"{_UNIT}(?:{_GAP}{_UNIT}){{5,}}")
_PIECE = re.compile(rf"(double |triple )?({_EN_DIGIT})|(.)", re.DOTALL)
# Only these may stand inside a number without a word that says what number it is.
_TIGHT = re.compile(r"[\s\-—–_.·•()（）+/]")

_ID18 = re.compile(
    r"[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]?"
)
_ID15 = re.compile(r"[1-6]\d{5}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}")
_MOBILE = re.compile(r"(?:0|0?0?86)?(1[3-9]\d{9})")
_LANDLINE = re.compile(
    r"(?:(?:00)?86)?0(?:10|2\d|[3-9]\d{2})\d{7,8}|(?:00)?86(?:10|2\d|[3-9]\d{2})\d{7,8}"
)
_SPLIT_PHONE = {(3, 4, 4), (3, 3, 5), (3, 8), (7, 4), (5, 6), (6, 5), (4, 4, 3), (3, 2, 2, 2, 2),
                (2, 3, 4, 4), (3, 4, 2, 2), (4, 7), (2, 11), (2, 3, 8), (3, 5, 3), (4, 3, 4)}  # fmt: skip

_PHONE_WORD = re.compile(
    r"(?i)电话|手机|号段|区号|开头|倒着|号码|联系方式|拨打|座机|致电|打给|短信|加微|tel|phone|mobile|cell|call|number|"
    r"text |whatsapp|dial|ring|reach"
)
_HOME_WORD = re.compile(r"(?i)电话|座机|拨打|拨|致电|打给|\btel\b|phone|\bcall\b|\bdial\b|\bring\b")
_CARD_WORD = re.compile(
    r"(?i)卡号|银行|账号|账户|帐号|存折|打到|汇到|转到|一卡通|社保卡|card|account|bank"
)
_ID_WORD = re.compile(r"(?i)身份证|证件|户口|公民|resident|identity|\bID\b|citizen")
_QQ = re.compile(
    r"(?i)(?:qq|扣扣|扣扣号|企鹅|球球|(?<![a-z])q)\s*(?:号码|号|群|id|number|account|空间)?[\s:：,，]*(?:is|was|为|是|叫|加|写的?是|：)?[\s:：(（]*"
    rf"((?:[\d{_ZH_DIGIT}][\s\-.]?){{5,12}})(?![\d岁次个年月天分周节名元条块点])"
)
_QQ_AFTER = re.compile(
    r"(?i)\bq上[^。]{0,8}?号\s?\d{5,11}|(?<!\d)(?:\d ?){6,11}(?!\d)[^。.\n\d]{0,10}?(?:qq|扣扣|企鹅)"
)
_WECHAT_NEAR = re.compile(
    r"(?i)(?:微信|薇信|威信|v信|(?<![a-z])v\s?x(?![a-z])|(?<![a-z])w\s?x(?![a-z])|绿泡泡|微x|薇[^\u4e00-\u9fff]{0,2}|we\s?chat|weixin|微[^\u4e00-\u9fffa-z\d]{1,2})[^。.!?！？\n]{0,14}?"
    r"(?<![a-z\d_-])(?=[a-z\d_-]*[a-z])(?=[a-z\d_-]*[\d_])[a-z][a-z\d_-]{5,19}"
    r"|(?:搜|搜索|加|添加|\badd) ?[:：]?\s?(?=[a-z_-]*\d)[a-z][a-z\d_-]{5,19}(?![a-z\d@.])|(?<![a-z\d_])(?=[a-z_-]*\d)[a-z][a-z\d_-]{5,19}[^。.\n]{0,8}?(?:微信|we\s?chat)"
)
_WECHAT = re.compile(
    r"(?i)(?:微信|薇信|威信|微芯|卫星|v信|v\s?x|wx|we\s?chat|weixin)"
    r"\s*(?P<label>号码|号|id|account|handle|name|账号|帐号|名)?\s*(?P<is>[:：]|is|was|为|是|叫|加|→|=)?\s*(?:号|id)?\s*[:：]?\s*"
    r"(?P<id>[a-z][-_a-z0-9]{4,19}|(?<=[:：是为号])\d{6,12})"
)
_EMAIL = re.compile(
    r"(?i)[\w.+-]{2,}\s*(?:@|\(at\)|\[at\]|\bat\b|\(AT\)|艾特|#at#|\(a\)|圈a|\{at\})\s*"
    r"(?:[\w-]+\s*(?:[.。]|点|\(dot\)|\[dot\]|\bdot\b|\(\.\))\s*)+(?:com|cn|net|org|edu|gov|example|test|info|me|co|vip|top|cc|hk|tw)(?![A-Za-z])"
)
_SITES = (
    r"weibo|douyin|kuaishou|gifshow|xiaohongshu|xhslink|bilibili|qzone|zhihu|tieba|facebook|instagram|"
    r"twitter|tiktok|youtube|space\.|t\.me|momo|zhiniu"
)
_PROFILE = re.compile(
    rf"(?i)(?:https?://)?(?:[\w-]+\.)*(?:{_SITES})[\w.-]*/[\w@/?=&.-]+|(?i:\b|(?<=[\u4e00-\u9fff]))(?:t\.cn|dwz\.cn|url\.cn|b23\.tv|weixin\.qq\.com)/[\w/?=&.-]+|"
    r"(?:抖音|快手|小红书|微博|火山|B站|陌陌|douyin|kuaishou|tiktok|weibo|xiaohongshu)\s*(?:号|id|账号|昵称|帐号|名|account|handle|user ?name|name)\s*"
    r"(?:[:：]|是|为|叫|is)?\s*@?[\w\u4e00-\u9fff-]{3,}|"
    r"(?<![\w.\[])(?<!; )@[A-Za-z_\u4e00-\u9fff][\w\u4e00-\u9fff-]{2,}+(?!\s*(?:[\];]|,\s+(?:art|item)))"
)
_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_PLATE = re.compile(
    rf"(?i)[{_PROVINCES}][\s·•]?[A-HJ-NP-Z]\s?[·•.\-—*]?\s?(?=[A-Z\d\s*·]{{0,6}}\d)(?:[A-HJ-NP-Z\d][\s·•]?){{4,5}}[A-HJ-NP-Z\d挂学警]"
    r"|(?:plate|licen[cs]e|registration)\w*[^.,\n]{0,24}?\b(?=[A-Z\s·-]*\d)(?-i:[A-Z]{1,6}\s?[A-Z]?[ ·.-]{0,2}[A-Z\d]{5,6})\b"
)
_GPS = re.compile(
    r"(?i)(?:北纬|东经|南纬|西经|纬度|经度|latitude|longitude|\blat\b|\blon\b|\blng\b)[\s:：为是约of]*"
    rf"(?:\d{{1,3}}(?:\.\d+)?|[{_ZH_DIGIT}十百点]{{2,}})"
    r"|(?<![\d.])-?(?:[1-4]?\d|5[0-3])\.\d{3,}\s*°?\s*[NS北]?[\s,，、;/和]{1,4}(?:E|东经)?\s*-?(?:7[3-9]|[89]\d|1[0-2]\d|13[0-5])\.\d{3,}"
    r"|(?<![\d.])(?:7[3-9]|[89]\d|1[0-2]\d|13[0-5])\.\d{3,}\s*°?\s*E?[\s,，、;/和]{1,4}(?:N|北纬)?\s*(?:[1-4]?\d|5[0-3])\.\d{3,}"
    r"|\d{1,3}\s*[°度]\s*\d{1,2}(?:\.\d+)?\s*[′'’分](?:\s*\d{1,2}(?:\.\d+)?\s*[″\"”秒])?\s*[NSEW东西南北]?"
)
_PASSPORT = re.compile(
    r"(?i)(?:护照|通行证|证件|passport)[^\d\n]{0,12}?[A-Z]{0,2}\s?(?:\d\s?){7,9}|(?<![A-Za-z\d])(?-i:[EG][A-Z]?)\d{7,8}(?!\d)"
)
_FILE_NUMBER = re.compile(
    r"(?i)(?:学号|学籍号?|学籍编号|准考证号?|考号|病历号?|住院号|门诊号|就诊卡号?|户口本?编?号|户号|社保号|医保号|低保证?号|残疾证号?|"
    r"救助证号?|借书证号?|学生证号?|学生编号|pupil (?:no|number|id)|student (?:no|number|id)|(?:school |enrol\w* )?roll (?:no|number)|"
    r"(?:hospital|medical|case file|patient|admission|enrol\w*) (?:record )?(?:no|number|id)|exam(?:ination)? number)"
    r"[^\w\n]{0,4}(?:is|was|no|为|是|号|编号|号码)?[^\w\n]{0,3}(?=[A-Za-z\-]{0,8}\d)[A-Za-z\d][A-Za-z\d\-]{3,}"
)
_MASKED = re.compile(
    r"(?i:身份证|证件|卡号|手机|号码|\bID\b|card|phone)[^。.\d\n]{0,8}?(?:开头|前[几一-十\d]{1,2}位|头[几一-十\d]{1,2}位|starts? with|begins? with)\s?[是为:：]?\s?\d{4,}|"
    r"(?<![\d.])\d{2,}[\s\-]?[*＊×xX•●#_＿?]{2,}[\s\-]?(?:\d{2,}[Xx]?)?(?![\w])|[*＊×•●]{3,}[\s\-]?\d{3,}[Xx]?|"
    rf"(?:尾号|后四位|末四位|last four digits|ending (?:in|with))[\s:：是为]*(?:are |is )?[\d{_ZH_DIGIT}]{{4}}"
)
_TIMES = re.compile(rf"([\d{_ZH_DIGIT}])个(?:连续的|数字)?([\d{_ZH_DIGIT}])")
_HOTLINE = r"1(?:10|19|20|22|2\d{3}|6\d{3})"  # 110, 12345, 12355 and their like
_HOTLINES = re.compile(r"(?<!\d)(?:400|800)[- ]?\d{3}[- ]?\d{4}(?!\d)")
_LISTED = re.compile(
    r"(?i)(?:isbn|issn|doi|cn)[\s:：为是]*[\d\-—./xX()a-z]+|10\.\d{4,9}/\S+|https?://[^\s，。）)]+"
)


def find(text: str) -> Iterator[Hit]:
    text = _MIXED.sub(lambda match: match[0].translate(_AS_DIGITS), text)
    if not re.search(
        rf"[\d{_ZH_DIGIT}@艾#/圈]|(?i:\bat\b|zero|double|wx|vx|wechat|微信|薇信|v信)", text
    ):
        return
    for kind, pattern in _SHAPES:
        for match in pattern.finditer(text):
            yield Hit(kind, match.start(), match.end())
    for match in _WECHAT.finditer(text):
        if _an_account(match):
            yield Hit("wechat", match.start(), match.end())
    taken = [m.span() for m in _LISTED.finditer(text)] + [
        m.span() for m in _HOTLINES.finditer(text)
    ]
    for match in _RUN.finditer(text):
        if not any(a < match.end() and match.start() < b for a, b in taken):
            yield from _run(text, match.start(), match.end())
    yield from _told(text)


_SHAPES = (
    ("qq", _QQ), ("wechat", _WECHAT_NEAR), ("email", _EMAIL), ("profile_url", _PROFILE), ("plate", _PLATE), ("gps", _GPS),
    ("qq", _QQ_AFTER), ("passport", _PASSPORT), ("student_number", _FILE_NUMBER), ("masked_number", _MASKED),
)  # fmt: skip


def _an_account(match: re.Match[str]) -> bool:
    """`WeChat account lonely_2011`, but not `WeChat before bedtime`."""
    odd = bool(re.search(r"[\d_]", match["id"]))
    return odd or bool(match["label"] and match["is"])


def _digits(text: str) -> str:
    made = ""
    for times, word, char in _PIECE.findall(text.lower() if text.isascii() else text):
        if word:
            made += _EN[word] * {"": 1, "double ": 2, "triple ": 3}[times]
        elif char.isdigit() and char.isascii():
            made += char
        elif char in _ZH:
            made += _ZH[char]
    return made


def _run(text: str, start: int, end: int) -> Iterator[Hit]:
    shown = text[start:end]
    x = text[end : end + 1] in ("X", "x")
    before = text[max(0, start - 14) : start]
    around = before + text[end : end + 8]
    if text[start - 1 : start].isascii() and text[start - 1 : start].isalpha():
        return  # the number of a trial or a document
    for kind, a, b in _spelled(shown, around, x):
        yield Hit(kind, start + a, start + b)


def _spelled(shown: str, around: str, x: bool) -> Iterator[tuple[str, int, int]]:
    """(class, start, end) of the number that a stretch spells, or nothing."""
    whole = _digits(shown)
    if _ID18.fullmatch(whole) or (x and len(whole) == 17):
        yield "resident_id", 0, len(shown)
        return
    named = _ID_WORD.search(around)
    if _ID15.fullmatch(whole) or (named and 14 <= len(whole) <= 20):
        yield "resident_id", 0, len(shown)
        return
    if not re.search(r"\d", shown) and (_MOBILE.fullmatch(whole) or _LANDLINE.fullmatch(whole)):
        yield "mobile", 0, len(shown)  # spelled out, commas are only breath
        return
    if all(re.fullmatch(_HOTLINE, one) for one in re.findall(r"\d+", shown)) and re.search(
        r"\d", shown
    ):
        return
    tight = [piece for piece in re.split(r"[,，、~*]|(?<=[^\d])\s{2,}", shown) if piece]
    phone = _PHONE_WORD.search(around)
    home = bool(_HOME_WORD.search(around))
    place = 0
    for piece in tight:
        place = shown.index(piece, place)
        kind = _number(piece, bool(phone), home, bool(_CARD_WORD.search(around)))
        if kind:
            yield kind, place, place + len(piece)
        place += len(piece)
    if phone and "倒" in around and _MOBILE.fullmatch(whole[::-1]):
        yield "mobile", 0, len(shown)
    if len(tight) > 1 and phone and _MOBILE.fullmatch(whole):
        yield "mobile", 0, len(shown)


def _number(piece: str, phone: bool, home: bool, card: bool) -> str:
    digits = _digits(piece)
    if _ID18.search(digits) and len(digits) >= 18 and not card:
        return "resident_id"
    groups = tuple(len(_digits(part)) for part in _TIGHT.split(piece) if _digits(part))
    whole = len(groups) == 1 or set(groups) == {1} or groups in _SPLIT_PHONE or max(groups) >= 4
    if _MOBILE.fullmatch(digits) and (whole or phone):
        return "mobile"
    if _LANDLINE.fullmatch(digits) and (phone or groups[0] in (3, 4) or len(groups) == 1):
        return "landline"
    if home and len(digits) in (7, 8) and len(groups) <= 2 and not re.search(r"[年月日.]", piece):
        return "landline"
    if 16 <= len(digits) <= 19 and (card or digits.startswith("62") or _luhn(digits)):
        return "bank_card"
    if card and 12 <= len(digits) <= 22:
        return "bank_card"
    return ""


def _luhn(digits: str) -> bool:
    """ISO/IEC 7812-1: doubled every second digit from the right, the sum ends in 0."""
    if digits[0] not in "3456":
        return False
    total = sum(int(d) if i % 2 == 0 else sum(divmod(int(d) * 2, 10))
                for i, d in enumerate(reversed(digits)))  # fmt: skip
    return total % 10 == 0


_FILLER = re.compile(
    r"(?:前|后|头|末|末尾|最后|中间)?[一二三四五六七八几\d]位|区号|后头|跟着|接着是|先拨|再拨|先|拨|来|"
    r"开头|中间|最后|末尾|后面|前面|接着|然后|尾数|头三位|后四位|末四位|前三位|再|是|四位|三位|加上|跟着|结尾|数字|个|后|"
    r"(?i:then|and|followed by|starts? with|ends? with|ending|in the middle|the|last four|first three|digits?|are|is|with|in|by)"
)


def _told(text: str) -> Iterator[Hit]:
    """A number told in words: `starts with 138, then four zeros, and 4417 at the end`."""
    for word in _PHONE_WORD.finditer(text):
        window = text[word.start() : word.end() + 60].partition("。")[0]
        told = _TIMES.sub(lambda m: _digits(m[2]) * int(_digits(m[1]) or 0), window)
        told = re.sub(r"(?i)(two|three|four|five|six) (zero|one|two|three|four|five|six|seven|eight|nine)e?s\b",
                      lambda m: _EN[m[2].lower()] * int(_EN[m[1].lower()]), told)  # fmt: skip
        if told == window and not _FILLER.search(window[word.end() - word.start() :]):
            continue
        rest = _FILLER.sub(" ", told[word.end() - word.start() :])
        for match in re.finditer(rf"(?:{_UNIT}[\s,，、;；：:\-]{{0,6}}){{6,}}", rest):
            digits = _digits(match[0])
            if _MOBILE.fullmatch(digits) or _LANDLINE.fullmatch(digits):
                yield Hit("mobile", word.start(), min(len(text), word.start() + len(window)))
                return
