"""Names and places in English and in pinyin, capitalised or not.

Patterns are read with ASCII word ends: next to a Chinese character a name has one too.
"""

import re
from collections.abc import Iterator

from . import gazetteer
from .hits import Hit
from .text import words

_SURNAMES = words("latin_surnames")


def _pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(text, flags | re.ASCII)


_SYLLABLE = "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ueng|ang|eng|ing|ong|iao|ian|uai|uan|van|ai|ei|ao|ou|an|en|in|un|vn|ia|ie|iu|ua|uo|ui|ue|ve|er|a|o|e|i|u|v)"
_PINYIN = _pattern(rf"(?:{_SYLLABLE}['’-]?){{1,4}}", re.IGNORECASE)
_TWO = _pattern(rf"{_SYLLABLE}['’-]?{_SYLLABLE}(?:['’-]?{_SYLLABLE})?", re.IGNORECASE)
# English words that can be read as pinyin: alone they are no name.
_WORDS = words("english_words")
_NOT_CALLED = words("english_not_called")
_CITE = _pattern(
    r"^['’]?s?\s*(?:et al|and colleagues|& |\((?:19|20)\d{2}|,? (?:19|20)\d{2}|(?:and|&) [A-Z][a-z]+ ?(?:\((?:19|20)\d{2}|'s|s['’]|,? (?:19|20)\d{2}))"
)
_CITE_WORDS = _pattern(
    r"(?i)^['’]?s?\s(?:[\w-]+ ){0,3}?(?:model|theory|study|scale|framework|review|trial|inventory|questionnaire|meta-analysis|cut-?off|work on|handbook|paper|table|index|method|findings?|data)\b"
)
_CITE_BEFORE = _pattern(
    r"(?i)(?:see|by|cf\.|after|of|from|in|following|adapted from|according to|translated by|validated by|developed by|edited by|[A-Z][a-z]+ (?:and|&)|,) $"
)
_PAIR = _pattern(r"\b([A-Za-z]{2,7}) ([A-Za-z]{2,6}(?:['’-]?(?!s\b)[A-Za-z]{1,6})?)\b")
_INITIALS = _pattern(
    r"\b(?:[A-Z]\.\s?-?){1,3}\s?(?P<after>[A-Z][a-z]+)\b|\b(?P<before>[A-Z][a-z]+),? (?:[A-Z]\.\s?){1,2}(?=[\s,;:.)]|$)|(?<![A-Za-z.])(?:[A-Z]\.){2,3}(?![A-Za-z(])(?=[\s,;:)]|$)|\b[A-Z][a-z]+ [A-Z]\.(?=\s|,|$)"
)
_LITTLE = _pattern(
    r"\b(?:Little|Xiao|Ah|Lao|Big|Er)[ -](?!(?:Red|By|Bit|Did|Has|Was|More|Is|Did|House|Prince|Dipper|Match|Women)\b)[A-Z][a-z]+\b|\bA-[A-Z][a-z]+\b|(?i:\b(?:nicknamed?|called|known as|goes by|answers to|named|whose name is|name is|pet name|first name|calls? (?:him|her)|call(?:s|ed)? (?:him|her|the boy|the girl))(?: is| was)?[:,]? )[“\"'‘]?(?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
)
_TITLES = _pattern(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Teacher|Uncle|Auntie?|Granny|Grandma|Grandpa|Grandmother|Grandfather|Director|Principal|Headmaster|Officer|Secretary|Old)\.? (?P<name>[A-Z][a-z]+)(?P<more> [A-Z][a-z]+)?\b"
)
_MINORITY = _pattern(
    r"\b(?:Ay(?:nur|gul|sha|shem)|Gul(?:nar|nur|bahar|zar|i)?[a-z]*|Mehmet|Memet|Mamat|Abdu[a-z]+|Tursun[a-z]*|Nur(?:gul|bek|lan|mamat)?|Yusup|Rahile|Dilnur|Dilraba|Reyhan[a-z]*|Adil(?:jan)?|Alim(?:jan)?|Ablimit|Patigul|Rizwangul|Kurban|"
    r"Dolma|Drolma|Dolkar|Tashi|Tenzin|Dawa|Tsering|Cering|Yangjin|Yangchen|Lhamo|Nyima|Gesang|Kelsang|Pema|Baima|Sonam|Suolang|Deji|Dekyi|Rinchen|Gonpo|Lobsang|Luosang|Phuntsok|Pingcuo|Wangdue|Karma|Yeshe|Choezin|Quzhen|Namgyal|Caidan|Cairang|Dorje|Dorji|Duoji|Zhuoma|Zhaxi|Ciren|Lamu|Yangzong|Droma|Jampa|Metok|Norbu|Samdrup|Gyatso|Jamyang|"
    r"Bat(?:u|ar|bayar|erdene|zul)[a-z]*|Bateer|Qiqige|Tsetseg|Gerel[a-z]*|Gerile|Oyun[a-z]*|Wuyun|Naren[a-z]*|Saren[a-z]*|Suri[a-z]*|Huhe|Chaolu|Has(?:chaolu|baatar)|Siqin[a-z]*|Tuya|Tuoya|Narisu|Agula|Buhe|Bao[y]in|Erdeni|Menghe|Altan[a-z]*|Mergen|Temuer|Nomin|Sarnai|"
    r"Jike|Shama|Amu|Qubi|Axi|Rihuo|Jimu|Emu|Jiwu|Mahei|Muga|Aga|Wuga|Lageluo|Aniu|Azhi|Erha|Lalong|Gumo|Wuniu|Regu)\b"
)
_ADMIN = _pattern(
    r"\b(?P<name>(?:[A-Z][\w'’-]*|[a-z]{4,}(?:['’][a-z]+)?)(?: [A-Z][\w'’-]*){0,2}) (?P<kind>(?i:county|township|town|village|district|prefecture|city|banner|hamlet|commune|neighbou?rhood|community))\b"
)
_BEFORE = _pattern(
    r"\b(?i:county|township|town|village|city|hamlet) (?:of|called|named) (?P<name>[A-Z][a-z]+)"
)
_GENERIC = words("english_generic_places")
_SCHOOL = _pattern(
    r"\b(?P<name>(?:[A-Z][\w'’.-]*|[a-z]{5,})(?: (?:[A-Z][\w'’.-]*|No\. ?\d+|\d+))*|No\. ?\d+|Number \w+) (?P<kind>(?i:(?:central |experimental |hope |boarding |vocational )?(?:primary|middle|high|secondary|junior|elementary|senior|vocational|boarding|nursery|experimental|normal)?(?: middle| high| secondary| primary| boarding)? ?(?:school|kindergarten|academy|college)))\b|\bHope (?:Primary )?School (?:in|at|of) [A-Z]"
)
_SCHOOL_OK = words("english_school_words")
_CLASS = _pattern(
    r"(?i)\b(?:class (?:no\. ?)?\d{1,2},? (?:of |in )?(?:grade|year) \w+|(?:grade|year) (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine),? ?(?:class|\()\s?\(?\d{1,2}\)?|class \d{1,2} ?\(\d\)|(?<![a-z])g\d{1,2} ?c\d{1,2}\b|class \d[-.]\d|(?:grade|year) (?:one|two|three|four|five|six|seven|eight|nine|\d),? class (?:one|two|three|four|five|six|\d+)|class (?:one|two|three|four|five|six),? (?:of )?grade \w+|(?:tutor|teacher|pupils?|class) of \d{1,2}[A-F]\b|(?:the )?\d{1,2}(?:st|nd|rd|th) class of (?:the )?\w+ grade)"
)
_EMPLOYER = _pattern(
    r"\b(?:[A-Z][\w'’&-]+ )+(?:Co\.(?! ?,? ?L)|Co\.?,? ?(?:Ltd|Limited)\.?|Ltd\.?|Limited|Company|Corporation|Corp\.?|Inc\.?|Group|Electronics|Logistics|Garments?|Textiles?|Shoes|Footwear|Restaurant|Hotel|Factory|Hotpot|Express)(?![\w])|\b[A-Z][a-z]{4,} (?:shoe|toy|garment|electronics|clothing|furniture|brick|food|textile|car|phone|battery|machine|paper|plastics?|printing) (?:factory|works|plant|company)\b"
)
_EMPLOYER_OK = _pattern(
    r"^(?:The|A|An|Working|Peer|Support|Self-Help|Control|Intervention|Parent|Parents|Play|Study|Week|Focus|Social|Treatment|Resilience|Toy|Electronics|Garment|Clothing|Shoe|Comparison|Friendship|Art|Small|Task|Steering|Children)\b"
)
_RARE = _pattern(
    r"(?i)\b(?:only|sole|lone) (?:\w+ )?(?:survivor|child (?:in|to|who)|one (?:to|who) (?:surviv|live|escape))|triplets?\b|\btwins?\b|quadruplet|\b(?:local|evening|provincial|national|county) (?:news|tv|television|paper|newspaper)|newspapers?\b|\bon (?:the news|television|tv)\b|went viral|viral video|trending|headline|journalists?\b|reporters?\b|made the news|"
    r"television (?:crew|station|report)|\bmedia (?:coverage|report)|only set of|gold medal|national (?:champion|prize|award)|(?:mine|mining) (?:accident|disaster|collapse)|(?:survived|survivor of) the|guinness|tv crew|documentary|\bwon gold|gold medall|(?:landslide|explosion|collapse|shipwreck|poisoning) (?:that|which|survivor|of)|front page"
)
_ADDRESS = _pattern(
    r"(?i)\b(?:room|flat|apartment|unit) \d+,? (?:building|block|house|lane)|\bbuilding \d+|\b\d+ [A-Z][a-z]+ (?:road|street|lane|avenue)\b|\b(?-i:[A-Z])[a-z]+ (?:road|street|lane|avenue),? (?:no\. ?)?\d+|\blane \d+|\b\b(?:first|second|third|fourth|fifth|sixth|\d+(?:st|nd|rd|th)) production team|(?:group|team|production team) \d{1,2}\b(?=,? (?:of|in|then|village)| village)|house (?:no\.? ?|number )\d+|home address: "
)
_LANDMARK = _pattern(
    r"\b(?:[A-Z][\w'’]+ )+(?:Mountain|Ridge|Hill|Gou|Valley|Creek|Gully|Slope|Cliff|Hollow|Pass|Reservoir|River|Peak|Spring|Wan|Ping|Ling|Cun|Zhuang|Tun|Zhai|Zhen|Xiang|Xian)\b(?! (?:of|Festival))"
)
_LANDMARK_OK = _pattern(r"^(?:The )?(?:Yellow|Yangtze|Over|Spring|Long|Three|Daughters?) ")
_PLACE_BEFORE = _pattern(
    r"(?:\b(?:in|from|to|at|near|outside|of|around|back to|leave|left|reach|visit|for)|,) (?:rural |nearby |central |the )?$"
)
_WORD = _pattern(r"\b[A-Z][a-z]+(?:['’-](?!s\b)[A-Za-z]+)?\b")
_TWICE = _pattern(
    r"\b(?!Baba|Mama|Papa|Nana|Yeye|Gege|Dada|Didi|Bubu|Popo)([A-Z][a-z]{1,5})[ -]?(?i:\1)\b"
)
_KOREAN = _pattern(r"\b(?:Kim|Park|Lee|Choi|Jung|Piao|Jin|Cui) [A-Z][a-z]+-[a-z]+\b")
_LOWER = _pattern(r"\b(?:in|from|at|near|to) ([a-z]{6,14})\b")
_FILE = _pattern(
    r"\b[a-z]{6,14}(?=(?:[_-]\w+)*\.(?:docx?|pdf|jpe?g|png|xlsx?|txt|mp4|zip|amr|mp3|heic)\b)"
)
_WORK = _pattern(
    r"(?i)\b(?:work|works|working|worked|job|jobs|employed|migrat|construction|factory|factories|earning|earn)\w*\b"
)


def find(text: str) -> Iterator[Hit]:
    if not re.search(r"[A-Za-z]{3}|[A-Z]\.", text):
        return
    for kind, pattern in (("class_name", _CLASS), ("rare_event", _RARE), ("address", _ADDRESS)):
        for match in pattern.finditer(text):
            yield Hit(kind, match.start(), match.end())
    for match in _EMPLOYER.finditer(text):
        if not _EMPLOYER_OK.match(match[0]):
            yield Hit("employer", match.start(), match.end())
    yield from _places(text)
    yield from _people(text)


def _places(text: str) -> Iterator[Hit]:
    for match in _ADMIN.finditer(text):
        name = match["name"]
        last = name.split()[-1].lower()
        first = name.split()[0]
        if last in _GENERIC or (first.lower() in _GENERIC and len(name.split()) == 1):
            continue
        if name[0].islower() and not (_TWO.fullmatch(name) and name not in _WORDS):
            continue
        if match["kind"].lower() in (
            "community",
            "neighbourhood",
            "neighborhood",
        ) and not _TWO.fullmatch(last):
            continue
        yield Hit("county_place", match.start(), match.end())
    for match in _BEFORE.finditer(text):
        yield Hit("county_place", match.start(), match.end())
    for match in _SCHOOL.finditer(text):
        name = (match["name"] or "Hope").split()
        first = name[0].lower()
        if name[0][0].islower() and not (_TWO.fullmatch(first) and first not in _WORDS):
            continue
        if all(
            word.lower().strip(".'’s") in _SCHOOL_OK or word.lower() in _SCHOOL_OK for word in name
        ):
            continue
        vague = match["kind"] == "school" or (match["kind"] == "School" and name[-1].islower())
        if vague and not any(map(_place_shape, name)):
            continue
        if len(name) == 1 and (
            first in _SCHOOL_OK or (match.start() == 0 and not _TWO.fullmatch(first))
        ):
            continue
        yield Hit("school", match.start(), match.end())
    for match in _LANDMARK.finditer(text):
        if not _LANDMARK_OK.match(match[0]):
            yield Hit("address", match.start(), match.end())
    for match in _WORD.finditer(text):
        word = match[0].lower().replace("'", "").replace("’", "")
        if word in _WORDS or not _TWO.fullmatch(word):
            continue
        if gazetteer.latin(word) or (
            _PLACE_BEFORE.search(text[: match.start()]) and _SHAPED.search(word)
        ):
            near = text[max(0, match.start() - 30) : match.end() + 12]
            at = _PLACE_BEFORE.search(text[: match.start()])
            if at or (gazetteer.latin(word) and not word.endswith(("ing", "ang"))):
                yield Hit(
                    "work_city" if _WORK.search(near) and gazetteer.latin(word) else "county_place",
                    match.start(),
                    match.end(),
                )


# Endings and letters that mark a word as pinyin and not as English.
_SHAPED = _pattern(
    r"(?:zh|x|q(?!ue|ui)|(?:ang|eng|ong|ing|ian|iao|uan|hezi|gou|wan|cun|tun|zhuang|wo|luo|hai|hu|shan|he|zi)$)"
)


def _place_shape(word: str) -> bool:
    low = word.lower()
    return bool(_TWO.fullmatch(low) and low not in _WORDS and _SHAPED.search(low))


def _people(text: str) -> Iterator[Hit]:
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
            and name.split()[0].lower() not in _WORDS - {"an", "song", "sun", "long"}
            and not _cited(text, match.end())
        ):
            yield Hit("undeclared_nickname", match.start(), match.end())
    for match in _TITLES.finditer(text):
        name = match["name"].lower()
        if match["more"] and _is_pair(match["name"], match["more"].strip()):
            continue
        if _PINYIN.fullmatch(name) and (name in _SURNAMES or name not in _WORDS):
            kind = "titled_name" if name in _SURNAMES else "person_name"
            yield Hit(kind, match.start(), match.end())
    for match in _TWICE.finditer(text):
        yield Hit("undeclared_nickname", match.start(), match.end())
    for match in _KOREAN.finditer(text):
        yield Hit("person_name", match.start(), match.end())
    for match in _LOWER.finditer(text):
        if gazetteer.latin(match[1]) and match[1] not in _WORDS and _SHAPED.search(match[1]):
            yield Hit("county_place", match.start(1), match.end(1))
    for match in _FILE.finditer(text):
        if any(
            match[0].startswith(sur) and _TWO.fullmatch(match[0][len(sur) :]) for sur in _SURNAMES
        ):
            yield Hit("person_name", match.start(), match.end())
    for match in _MINORITY.finditer(text):
        if not _cited(text, match.end()):
            yield Hit("person_name", match.start(), match.end())
    for match in _WORD.finditer(text):
        word = match[0].lower().replace("’", "'")
        if word in _WORDS or not _TWO.fullmatch(word) or gazetteer.latin(word.replace("'", "")):
            continue
        if _given_shape(word.replace("'", "").replace("-", "")) and not _cited(text, match.end()):
            yield Hit("person_name", match.start(), match.end())


def _pair(text: str, match: re.Match[str]) -> Iterator[Hit]:
    if _is_pair(match[1], match[2]) and not _cited(text, match.end()):
        yield Hit("person_name", match.start(), match.end())


def _is_pair(one: str, two: str) -> bool:
    """A surname and a given name in pinyin, in either order."""
    for sur, given in ((one, two), (two, one)):
        low, name = sur.lower(), given.lower().replace("'", "").replace("’", "")
        if low not in _SURNAMES or not _PINYIN.fullmatch(name):
            continue
        capital = sur[0].isupper() and given[0].isupper()
        if (
            capital
            and (name not in _WORDS or _strong(low))
            and not (low in _WORDS and name in _WORDS)
        ):
            return True
        if not capital and sur.islower() and given.islower():
            if (
                (_strong(low) or _given_shape(name))
                and name not in _WORDS
                and (len(name) > 4 or _given_shape(name))
                and _TWO.fullmatch(name)
            ):
                return True
            if _strong(low) and name in (
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
            ):
                return True
    return False


def _strong(surname: str) -> bool:
    return surname not in _WORDS and surname not in {
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
        "lei",
        "ping",
    }


def _given_shape(word: str) -> bool:
    """Two syllables that are Chinese and hardly English: `xiaoming`, `zihan`."""
    return bool(re.search(r"^(?:xiao|zi|zhi|yu|xin|hao|jia|jun|mei|li|xue|ting|hui|jing|yi|shu|qi|xi|zh|q[iu]|x)", word) and
                re.search(r"(?:zh|x|q(?!u)|iao|uang|iang|ong|ian|ing|han|xuan|hao|ang|jun|lin|yu|mei|hua|qiu)", word) and _TWO.fullmatch(word)
                and len(word) >= 5)  # fmt: skip


def _cited(text: str, end: int) -> bool:
    after = text[end : end + 60]
    return bool(_CITE.match(after) or _CITE_WORDS.match(after))
