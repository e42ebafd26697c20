"""Numbers that reach one person, however they are typed or told.

Digits may be full-width (already folded), Chinese, English words, letters that look like
digits, spaced, dotted, dashed, or told in prose (`the middle is four zeros`). A wrong check
digit blocks too: birthplace and birth date are in the number all the same.
"""

import re
from collections.abc import Iterator

from . import accounts
from .accounts import ZH_DIGIT
from .hits import Hit
from .patterns import lines_with, pattern

_ZH = dict(zip(ZH_DIGIT, "00001234567891279123456789", strict=True))
_EN = dict(zip(["zero", "oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"], "00123456789",
               strict=True))  # fmt: skip
# A letter among digits, as in 18OOOO4463: same length, so that places stay true.
_MIXED = pattern(r"[\dOolI](?<![A-Za-z].)(?=[OolI\d]{0,8}\d)[\dOolI]{4,40}+(?![A-Za-z])")
_AS_DIGITS = str.maketrans("OolIZzSsB", "001122558")
# In something as long as an identity number more letters are misread digits.
_LONG_MIXED = pattern(
    r"(?<![A-Za-z\d])(?=(?:[A-Za-z]{0,3}\d){9})[\dOolIZzSsB]{15,18}+[Xx]?(?![A-Za-z\d])"
)

_EN_DIGIT = "|".join(_EN)
# A stretch that may spell one number: digits of any kind with little between them.
_UNIT = rf"(?:\d|[{ZH_DIGIT}]|(?<![A-Za-z])(?:double |triple )?(?:{_EN_DIGIT})(?![A-Za-z]))"
_GAP = r"[\s\-—–_.·•,，、/()（）+*~]{0,3}"
_RUN = pattern(rf"{_UNIT}(?:{_GAP}{_UNIT}){{5,60}}+")
_PIECE = re.compile(rf"(double |triple )?({_EN_DIGIT})|(.)", re.DOTALL)
# What a line holds if any number could stand in it.
_SIGN = pattern(
    rf"[\d{ZH_DIGIT}](?<=\d)(?:{_GAP}[\d{ZH_DIGIT}])|[{ZH_DIGIT}]{_GAP}[\d{ZH_DIGIT}]{_GAP}[\d{ZH_DIGIT}]"
)
_SIGN_EN = pattern(
    rf"[zotfsenZOTFSEN](?i:ero|h|ne|wo|hree|our|ive|ix|even|ight|ine)[\s,.-]{{1,3}}(?i:{_EN_DIGIT}|double|triple)(?![a-z])"
)
# Only these may stand inside a number without a word that says what number it is.
_TIGHT = re.compile(r"[\s\-—–_.·•()（）+/]")

_ID18 = re.compile(
    r"[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]?"
)
_ID15 = re.compile(r"[1-6]\d{5}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}")
_MOBILE = re.compile(r"(?:0|0?0?86)?(1[3-9]\d{9})")
_ALMOST = re.compile(r"1[3-9]\d{8,10}")
_LANDLINE = re.compile(
    r"(?:(?:00)?86)?0(?:10|2\d|[3-9]\d{2})\d{7,8}|(?:00)?86(?:10|2\d|[3-9]\d{2})\d{7,8}"
)
_SPLIT_PHONE = {(3, 4, 4), (3, 3, 5), (3, 8), (7, 4), (5, 6), (6, 5), (4, 4, 3), (3, 2, 2, 2, 2),
                (2, 3, 4, 4), (3, 4, 2, 2), (4, 7), (2, 11), (2, 3, 8), (3, 5, 3), (4, 3, 4)}  # fmt: skip

_PHONE_WORD = pattern(
    r"电话|手机|号段|区号|开头|打头|倒着|号码|联系方式|拨|座机|致电|打给|短信|加微|末尾|结尾|中间|tel|phone|mobile|cell|call|number|"
    r"text |whatsapp|dial|ring|reach",
    re.IGNORECASE,
)
_HOME_WORD = pattern(
    r"电话|座机|拨打|拨|致电|打给|号码|\btel\b|phone|\bcall\b|\bdial\b|\bring\b", re.IGNORECASE
)
_CARD_WORD = pattern(
    r"卡号|银行|账号|账户|帐号|存折|打到|汇到|转到|一卡通|社保卡|card|account|bank", re.IGNORECASE
)
_ID_WORD = pattern(r"身份证|证件|户口|公民|resident|identity|\bID\b|citizen", re.IGNORECASE)
_HOTLINE = r"1(?:10|19|20|22|2\d{3}|6\d{3})"  # 110, 12345, 12355 and their like
_HOTLINES = re.compile(r"(?<!\d)(?:400|800)[- ]?\d{3}[- ]?\d{4}(?!\d)")
_LISTED = pattern(
    r"(?:isbn|issn|doi|cn)[\s:：为是]*[\d\-—./xX()a-z]+|10\.\d{4,9}/\S{1,80}|https?://[^\s，。）)]{1,200}",
    re.IGNORECASE,
)


def find(text: str) -> Iterator[Hit]:
    if _MIXED.search(text):
        text = _MIXED.sub(lambda match: match[0].translate(_AS_DIGITS), text)
    if _LONG_MIXED.search(text):
        text = _LONG_MIXED.sub(lambda match: match[0].translate(_AS_DIGITS), text)
    yield from accounts.find(text)
    for sign in (_SIGN, _SIGN_EN):
        for start, end in lines_with(text, sign, 40):
            taken = [m.span() for m in _LISTED.finditer(text, start, end)]
            taken += [m.span() for m in _HOTLINES.finditer(text, start, end)]
            for match in _RUN.finditer(text, start, end):
                if not any(a < match.end() and match.start() < b for a, b in taken):
                    yield from _run(text, match.start(), match.end())
            yield from _told(text, start, end, taken)


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
    x = text[end : end + 1] in tuple("Xx叉×")
    before = text[max(0, start - 14) : start]
    around = before + text[end : end + 8]
    if before[-1:].isascii() and before[-1:].isalpha():
        if _ID18.fullmatch(_digits(shown)):
            yield Hit("resident_id", start, end)  # school rolls put a letter before it
        return  # else the number of a trial or a document
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
    told = not re.search(r"\d", shown)
    if told and (_MOBILE.fullmatch(whole) or _LANDLINE.fullmatch(whole)):
        yield "mobile", 0, len(shown)  # spelled out, commas are only breath
        return
    if not told and all(re.fullmatch(_HOTLINE, one) for one in re.findall(r"\d+", shown)):
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
    if not groups:
        return ""
    whole = len(groups) == 1 or set(groups) == {1} or groups in _SPLIT_PHONE or max(groups) >= 4
    if _MOBILE.fullmatch(digits) and (whole or phone):
        return "mobile"
    if phone and len(groups) > 1 and _ALMOST.fullmatch(digits):
        return "mobile"  # a digit too many or too few, where a telephone is spoken of
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


# A number told in parts: the parts, with anything short between them.
_GROUP = pattern(
    rf"(?P<n>[两二三四五六七八2-8])(?:个|位)(?:连续的?|连着的|数字|都是|全是)?(?P<d>[\d{ZH_DIGIT}])(?![\d{ZH_DIGIT}十百])"
    rf"|(?P<en>two|three|four|five|six) (?P<ed>{_EN_DIGIT})e?s\b|\d{{1,20}}[Xx]?(?![年元岁万%℃个人名次条篇页])|[{ZH_DIGIT}]{{3,20}}(?![年月日岁])"
    rf"|\b(?:(?:double |triple )?(?:{_EN_DIGIT})(?! (?:{_EN_DIGIT})e?s\b)[\s,-]{{1,2}}(?!(?:{_EN_DIGIT}) (?:{_EN_DIGIT})e?s\b)){{2,11}}(?:double |triple )?(?:{_EN_DIGIT})\b",
    re.IGNORECASE,
)
_SPLIT_TOLD = {*_SPLIT_PHONE, (11,), (3, 4, 3, 1), (3, 4, 1, 3), (2, 2, 3, 4), (3, 3, 3, 2), (4, 4, 2, 1), (3, 1, 3, 4)}  # fmt: skip
_STOP = re.compile(r"[。！？!?\n]|\. ")
_HEAD = pattern(
    rf"(?:开头|打头|起头|前[三四五六七]位|头[三四五六七](?:位|个)|starts? with|begins? with|first three)[^\d。\n]{{0,8}}[\d{ZH_DIGIT}]{{3,7}}"
    rf"|[\d{ZH_DIGIT}]{{3,7}}(?:的)?(?:开头|打头|起头|起首|领头|号段)",
    re.IGNORECASE,
)
_TAIL = pattern(
    rf"(?:结尾|收尾|末尾|末[三四]位|后[三四]位|尾[号数巴]|最后|ends? (?:with|in)|ending|last four)[^\d。\n]{{0,10}}[\d{ZH_DIGIT}]{{3,5}}"
    rf"|[\d{ZH_DIGIT}]{{3,5}}(?:来)?(?:结尾|收尾|结束|断后|压尾|收底)",
    re.IGNORECASE,
)


def _told(text: str, start: int, end: int, taken: list[tuple[int, int]]) -> Iterator[Hit]:
    """A number told in words: `starts with 138, then four zeros, and 4417 at the end`."""
    groups = [
        (m.start(), m.end(), _told_digits(m))
        for m in _GROUP.finditer(text, start, end)
        if not any(a < m.end() and m.start() < b for a, b in taken)
    ]
    for first in range(len(groups)):
        digits, sizes = "", []
        for place in range(first, min(first + 8, len(groups))):
            a, b, more = groups[place]
            if place > first:
                gap = text[groups[place - 1][1] : a]
                if len(gap) > 14 or _STOP.search(gap):
                    break
            digits += more
            sizes.append(len(more))
            if len(digits) > 18:
                break
            if len(sizes) > 1 and _told_kind(text, groups[first][0], b, digits, tuple(sizes)):
                kind = "resident_id" if len(digits) == 18 else "mobile"
                yield Hit(kind, groups[first][0], b)
    for head in _HEAD.finditer(text, start, end):
        near = max(start, head.start() - 50), min(end, head.end() + 50)
        tail = _TAIL.search(text, *near)
        if tail and not _STOP.search(text[min(head.end(), tail.end()) : max(head.start(), tail.start())]):  # fmt: skip
            yield Hit("mobile", min(head.start(), tail.start()), max(head.end(), tail.end()))


def _told_digits(match: re.Match[str]) -> str:
    if match["n"]:
        return _digits(match["d"]) * int(_digits(match["n"]))
    if match["en"]:
        return _EN[match["ed"].lower()] * int(_EN[match["en"].lower()])
    return match[0] if match[0][-1] in "Xx" else _digits(match[0])


def _told_kind(text: str, start: int, end: int, digits: str, sizes: tuple[int, ...]) -> bool:
    if len(digits) == 18:
        return bool(_ID18.fullmatch(digits))
    whole = _MOBILE.fullmatch(digits) and sizes in _SPLIT_TOLD
    area = _LANDLINE.fullmatch(digits) and sizes[0] in (3, 4) and len(sizes) <= 3
    if not (whole or area):
        return False
    if _PHONE_WORD.search(text[max(0, start - 24) : end + 12]):
        return True
    years = re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", text[start:end])
    return bool(whole) and sizes in ((3, 4, 4), (3, 8), (7, 4)) and not years and (
        end - start <= 11 + 3 * (len(sizes) - 1)
    )  # fmt: skip
