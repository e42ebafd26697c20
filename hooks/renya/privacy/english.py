"""Names of people in English and in pinyin, capitalised or not.

Patterns are read with ASCII word ends: next to a Chinese character a name has one too.
"""

import re
from collections.abc import Iterator

from . import gazetteer
from .hits import Hit
from .pinyin import PINYIN, TWO, WORD, WORDS, pattern
from .text import words

_SURNAMES = words("latin_surnames")


_NOT_CALLED = words("english_not_called")
# One-syllable given names that are also words.
_ONE_SYLLABLE = frozenset(
    [
        "na",
        "wei",
        "li",
        "jing",
        "min",
        "jie",
        "ying",
        "fang",
        "xia",
        "yan",
        "hui",
        "ling",
        "qiang",
        "jun",
        "yong",
        "lei",
        "tao",
        "hao",
        "rui",
        "xin",
        "yu",
        "xue",
        "bin",
        "nan",
        "yang",
        "ding",
        "ning",
        "ping",
        "bo",
        "chao",
        "kai",
        "bing",
        "hong",
        "gang",
        "long",
        "peng",
        "fei",
        "yue",
        "shan",
        "juan",
    ]
)
_CITE = pattern(
    r"^['’]?s?\s*(?:et al|and colleagues|& |\((?:19|20)\d{2}|,? (?:19|20)\d{2}|(?:and|&) [A-Z][a-z]+ ?(?:\((?:19|20)\d{2}|'s|s['’]|,? (?:19|20)\d{2}))"
)
_CITE_WORDS = pattern(
    r"(?i)^['’]?s?\s(?:[\w-]+ ){0,3}?(?:model|theory|study|scale|framework|review|trial|inventory|questionnaire|meta-analysis|cut-?off|work on|handbook|paper|table|index|method|findings?|data)\b"
)
_PAIR = pattern(r"\b([A-Za-z]{2,7}) ([A-Za-z]{2,6}(?:['’-]?(?!s\b)[A-Za-z]{1,6})?)\b")
_INITIALS = pattern(
    r"\b(?:[A-Z]\.\s?-?){1,3}\s?(?P<after>[A-Z][a-z]+)\b|\b(?P<before>[A-Z][a-z]+),? (?:[A-Z]\.\s?){1,2}(?=[\s,;:.)]|$)|(?<![A-Za-z.])(?:[A-Z]\.){2,3}(?![A-Za-z(])(?=[\s,;:)]|$)|\b[A-Z][a-z]+ [A-Z]\.(?=\s|,|$)"
)
_LITTLE = pattern(
    r"\b(?:Little|Xiao|Ah|Lao|Big|Er)[ -](?!(?:Red|By|Bit|Did|Has|Was|More|Is|Did|House|Prince|Dipper|Match|Women)\b)[A-Z][a-z]+\b|\bA-[A-Z][a-z]+\b|(?i:\b(?:nicknamed?|called|known as|goes by|answers to|named|whose name is|name is|pet name|first name|calls? (?:him|her)|call(?:s|ed)? (?:him|her|the boy|the girl))(?: is| was)?[:,]? )[“\"'‘]?(?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
)
_TITLES = pattern(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Teacher|Uncle|Auntie?|Granny|Grandma|Grandpa|Grandmother|Grandfather|Director|Principal|Headmaster|Officer|Secretary|Old)\.? (?P<name>[A-Z][a-z]+)(?P<more> [A-Z][a-z]+)?\b"
)
_MINORITY = pattern(
    r"\b(?:Ay(?:nur|gul|sha|shem)|Gul(?:nar|nur|bahar|zar|i)?[a-z]*|Mehmet|Memet|Mamat|Abdu[a-z]+|Tursun[a-z]*|Nur(?:gul|bek|lan|mamat)?|Yusup|Rahile|Dilnur|Dilraba|Reyhan[a-z]*|Adil(?:jan)?|Alim(?:jan)?|Ablimit|Patigul|Rizwangul|Kurban|"
    r"Dolma|Drolma|Dolkar|Tashi|Tenzin|Dawa|Tsering|Cering|Yangjin|Yangchen|Lhamo|Nyima|Gesang|Kelsang|Pema|Baima|Sonam|Suolang|Deji|Dekyi|Rinchen|Gonpo|Lobsang|Luosang|Phuntsok|Pingcuo|Wangdue|Karma|Yeshe|Choezin|Quzhen|Namgyal|Caidan|Cairang|Dorje|Dorji|Duoji|Zhuoma|Zhaxi|Ciren|Lamu|Yangzong|Droma|Jampa|Metok|Norbu|Samdrup|Gyatso|Jamyang|"
    r"Bat(?:u|ar|bayar|erdene|zul)[a-z]*|Bateer|Qiqige|Tsetseg|Gerel[a-z]*|Gerile|Oyun[a-z]*|Wuyun|Naren[a-z]*|Saren[a-z]*|Suri[a-z]*|Huhe|Chaolu|Has(?:chaolu|baatar)|Siqin[a-z]*|Tuya|Tuoya|Narisu|Agula|Buhe|Bao[y]in|Erdeni|Menghe|Altan[a-z]*|Mergen|Temuer|Nomin|Sarnai|"
    r"Jike|Shama|Amu|Qubi|Axi|Rihuo|Jimu|Emu|Jiwu|Mahei|Muga|Aga|Wuga|Lageluo|Aniu|Azhi|Erha|Lalong|Gumo|Wuniu|Regu|[A-Z][a-z]+(?:gul|nisa|gerel|tuya|tsetseg|qiqige|zhuoma|lhamo|dolma|tsering|bayar|erdene|mujin))\b"
)
_TWICE = pattern(
    r"\b(?!Baba|Mama|Papa|Nana|Yeye|Gege|Dada|Didi|Bubu|Popo)([A-Z][a-z]{1,5})[ -]?(?i:\1)\b"
)
_KOREAN = pattern(r"\b(?:Kim|Park|Lee|Choi|Jung|Piao|Jin|Cui) [A-Z][a-z]+-[a-z]+\b")
_FILE = pattern(
    r"\b[a-z]{6,14}(?=(?:[_-]\w+)*\.(?:docx?|pdf|jpe?g|png|xlsx?|txt|mp4|zip|amr|mp3|heic)\b)"
)


def find(text: str) -> Iterator[Hit]:
    position = 0
    while pair := _PAIR.search(text, position):  # pairs that overlap: `told Wang Xiaoming`
        yield from _pair(text, pair)
        position = pair.start(2)
    for match in _INITIALS.finditer(text):
        name = (match["after"] or match["before"] or "").lower()
        if name and name not in _SURNAMES:
            continue
        if not _cited(text, match.end()):
            yield Hit("person_name", match.start(), match.end())
    for match in _LITTLE.finditer(text):
        name = match["name"] or match[0]
        if (
            name.split()[0].lower() not in _NOT_CALLED
            and name.split()[0].lower() not in WORDS - {"an", "song", "sun", "long"}
            and not _cited(text, match.end())
        ):
            yield Hit("undeclared_nickname", match.start(), match.end())
    for match in _TITLES.finditer(text):
        name = match["name"].lower()
        if match["more"] and _is_pair(match["name"], match["more"].strip()):
            continue
        if PINYIN.fullmatch(name) and (name in _SURNAMES or name not in WORDS):
            kind = "titled_name" if name in _SURNAMES else "person_name"
            yield Hit(kind, match.start(), match.end())
    for match in _TWICE.finditer(text):
        yield Hit("undeclared_nickname", match.start(), match.end())
    for match in _KOREAN.finditer(text):
        yield Hit("person_name", match.start(), match.end())
    for match in _FILE.finditer(text):
        if any(
            match[0].startswith(sur) and TWO.fullmatch(match[0][len(sur) :]) for sur in _SURNAMES
        ):
            yield Hit("person_name", match.start(), match.end())
    for match in _MINORITY.finditer(text):
        if not _cited(text, match.end()):
            yield Hit("person_name", match.start(), match.end())
    for match in WORD.finditer(text):
        word = match[0].lower().replace("’", "'")
        if word in WORDS or not TWO.fullmatch(word) or gazetteer.latin(word.replace("'", "")):
            continue
        if len(word) > 4 and not _cited(text, match.end()):
            yield Hit("person_name", match.start(), match.end())


def _pair(text: str, match: re.Match[str]) -> Iterator[Hit]:
    if _is_pair(match[1], match[2]) and not _cited(text, match.end()):
        yield Hit("person_name", match.start(), match.end())


def _is_pair(one: str, two: str) -> bool:
    """A surname and a given name in pinyin, in either order."""
    if (one + two).lower() in WORDS:
        return False  # Hong Kong
    for sur, given in ((one, two), (two, one)):
        low, name = sur.lower(), given.lower().replace("'", "").replace("’", "")
        if low not in _SURNAMES or not PINYIN.fullmatch(name):
            continue
        capital = sur[0].isupper() and given[0].isupper()
        if capital and (name not in WORDS or _strong(low)) and not (low in WORDS and name in WORDS):
            return True
        if sur is one and _strong(low) and name in _ONE_SYLLABLE:
            return True
        if not capital and sur.islower() and given.islower() and name not in WORDS:
            if sur is one and _strong(low) and len(name) > 1:
                return True
            if TWO.fullmatch(name) and len(name) > 3 and (sur is one or _strong(low)):
                return True
    return False


# Surnames that are words of English: a name only before two syllables that are none.
_WEAK = frozenset(
    [
        "you",
        "men",
        "she",
        "an",
        "ma",
        "ran",
        "he",
        "long",
        "song",
        "sun",
        "pan",
        "fan",
        "mu",
        "bin",
        "ping",
        "bo",
        "can",
        "pang",
        "hang",
    ]
)


def _strong(surname: str) -> bool:
    return surname not in _WEAK and (surname not in WORDS or surname in _ALSO_WORDS)


# In the list of words for other reasons.
_ALSO_WORDS = frozenset(
    [
        "yuan",
        "xiang",
        "shi",
        "fang",
        "tang",
        "tan",
        "lei",
        "xue",
        "nan",
        "hao",
        "yang",
        "hou",
        "zhen",
        "dan",
        "gao",
        "wan",
        "wen",
    ]
)


def _cited(text: str, end: int) -> bool:
    after = text[end : end + 60]
    return bool(_CITE.match(after) or _CITE_WORDS.match(after))
