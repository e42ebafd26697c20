"""Places, schools, employers and rare events in English and in pinyin."""

import re
from collections.abc import Iterator

from . import gazetteer
from .hits import Hit
from .pinyin import SHAPED, TWO, WORD, WORDS, pattern
from .text import words

_ADMIN = pattern(
    r"\b(?P<name>(?:[A-Z][\w'’-]*|[a-z]{4,}(?:['’][a-z]+)?)(?: [A-Z][\w'’-]*){0,2}) (?P<kind>(?i:county|township|town|village|district|prefecture|city|banner|hamlet|commune|neighbou?rhood|community))\b"
)

_BEFORE = pattern(
    r"\b(?i:county|township|town|village|city|hamlet) (?:of|called|named) (?P<name>[A-Z][a-z]+)"
)

_GENERIC = words("english_generic_places")

_SCHOOL = pattern(
    r"\b(?P<name>(?:[A-Z][\w'’.-]*|[a-z]{5,})(?: (?:[A-Z][\w'’.-]*|No\. ?\d+|\d+))*|No\. ?\d+|Number \w+) (?P<kind>(?i:(?:central |experimental |hope |boarding |vocational )?(?:primary|middle|high|secondary|junior|elementary|senior|vocational|boarding|nursery|experimental|normal)?(?: middle| high| secondary| primary| boarding)? ?(?:school|kindergarten|academy|college)))\b|\bHope (?:Primary |Middle )?School\b"
)

_SCHOOL_OK = words("english_school_words")

_CLASS = pattern(
    r"(?i)\b(?:class (?:no\. ?)?\d{1,2},? (?:of |in )?(?:grade|year) \w+|(?:grade|year) (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine),? ?(?:class|\()\s?\(?\d{1,2}\)?|class \d{1,2} ?\(\d\)|(?<![a-z])g\d{1,2} ?c\d{1,2}\b|class \d[-.]\d|(?:grade|year) (?:one|two|three|four|five|six|seven|eight|nine|\d),? class (?:one|two|three|four|five|six|\d+)|class (?:one|two|three|four|five|six),? (?:of )?grade \w+|(?:tutor|teacher|pupils?|class) of \d{1,2}[A-F]\b|(?:the )?\d{1,2}(?:st|nd|rd|th) class of (?:the )?\w+ grade)"
)

_EMPLOYER = pattern(
    r"\b(?:[A-Z][\w'’&-]+ )+(?:Co\.(?! ?,? ?L)|Co\.?,? ?(?:Ltd|Limited)\.?|Ltd\.?|Limited|Company|Corporation|Corp\.?|Inc\.?|Group|Electronics|Logistics|Garments?|Textiles?|Shoes|Footwear|Restaurant|Hotel|Factory|Hotpot|Express)(?![\w])|\b[A-Z][a-z]{4,} (?:shoe|toy|garment|electronics|clothing|furniture|brick|food|textile|car|phone|battery|machine|paper|plastics?|printing) (?:factory|works|plant|company)\b"
)

_EMPLOYER_OK = pattern(
    r"^(?:The|A|An|Working|Peer|Support|Self-Help|Control|Intervention|Parent|Parents|Play|Study|Week|Focus|Social|Treatment|Resilience|Toy|Electronics|Garment|Clothing|Shoe|Comparison|Friendship|Art|Small|Task|Steering|Children)\b"
)

_RARE = pattern(
    r"(?i)\b(?:only|sole|lone) (?:\w+ )?(?:survivor|child (?:in|to|who)|one (?:to|who) (?:surviv|live|escape))|triplets?\b|\btwins?\b|quadruplet|\b(?:local|evening|provincial|national|county) (?:news|tv|television|paper|newspaper)|newspapers?\b|\bon (?:the news|television|tv)\b|went viral|viral video|trending|headline|journalists?\b|reporters?\b|made the news|"
    r"television (?:crew|station|report)|\bmedia (?:coverage|report)|only set of|gold medal|national (?:champion|prize|award)|(?:mine|mining) (?:accident|disaster|collapse)|(?:survived|survivor of) the|guinness|tv crew|documentary|\bwon gold|gold medall|(?:landslide|explosion|collapse|shipwreck|poisoning) (?:that|which|survivor|of)|front page"
)

_ADDRESS = pattern(
    r"(?i)\b(?:room|flat|apartment|unit) \d+,? (?:building|block|house|lane)|\bbuilding \d+|\b\d+ [A-Z][a-z]+ (?:road|street|lane|avenue)\b|\b(?-i:[A-Z])[a-z]+ (?:road|street|lane|avenue),? (?:no\. ?)?\d+|\blane \d+|\b\b(?:first|second|third|fourth|fifth|sixth|\d+(?:st|nd|rd|th)) production team|(?:group|team|production team) \d{1,2}\b(?=,? (?:of|in|then|village)| village)|house (?:no\.? ?|number )\d+|home address: "
)

_LANDMARK = pattern(
    r"\b(?:[A-Z][\w'’]+ )+(?:Mountain|Ridge|Hill|Gou|Valley|Creek|Gully|Slope|Cliff|Hollow|Pass|Reservoir|River|Peak|Spring|Wan|Ping|Ling|Cun|Zhuang|Tun|Zhai|Zhen|Xiang|Xian)\b(?! (?:of|Festival))"
)

_LANDMARK_OK = pattern(r"^(?:The )?(?:Yellow|Yangtze|Over|Spring|Long|Three|Daughters?) ")

_PLACE_BEFORE = pattern(
    r"(?:\b(?:in|from|to|at|near|outside|of|around|back to|leave|left|reach|visit|for)|,) (?:rural |nearby |central |the )?$"
)

_WORK = pattern(
    r"(?i)\b(?:work|works|working|worked|job|jobs|employed|migrat|construction|factory|factories|earning|earn)\w*\b"
)

_LOWER = pattern(r"\b(?:[Ii]n|[Ff]rom|at|near|to|of|[Bb]ack in|around|outside) ([a-z]{6,18})\b")


def find(text: str) -> Iterator[Hit]:
    if not re.search(r"[A-Za-z]{3}|[A-Z]\.", text):
        return
    for kind, shape in (("class_name", _CLASS), ("rare_event", _RARE), ("address", _ADDRESS)):
        for match in shape.finditer(text):
            yield Hit(kind, match.start(), match.end())
    for match in _EMPLOYER.finditer(text):
        if not _EMPLOYER_OK.match(match[0]):
            yield Hit("employer", match.start(), match.end())
    yield from _places(text)
    for match in _LOWER.finditer(text):
        if match[1] not in WORDS and TWO.fullmatch(match[1]):
            yield Hit("county_place", match.start(1), match.end(1))


def _places(text: str) -> Iterator[Hit]:
    for match in _ADMIN.finditer(text):
        name = match["name"]
        last = name.split()[-1].lower()
        first = name.split()[0]
        if last in _GENERIC or (first.lower() in _GENERIC and len(name.split()) == 1):
            continue
        if name[0].islower() and not (TWO.fullmatch(name) and name not in WORDS):
            continue
        if match["kind"].lower() in (
            "community",
            "neighbourhood",
            "neighborhood",
        ) and not TWO.fullmatch(last):
            continue
        yield Hit("county_place", match.start(), match.end())
    for match in _BEFORE.finditer(text):
        yield Hit("county_place", match.start(), match.end())
    for match in _SCHOOL.finditer(text):
        name = (match["name"] or "Hope").split()
        first = name[0].lower()
        if name[0][0].islower() and not (TWO.fullmatch(first) and first not in WORDS):
            continue
        if all(
            word.lower().strip(".'’s") in _SCHOOL_OK or word.lower() in _SCHOOL_OK for word in name
        ):
            continue
        vague = match["kind"] == "school" or (match["kind"] == "School" and name[-1].islower())
        if vague and not any(map(_place_shape, name)):
            continue
        if len(name) == 1 and (
            first in _SCHOOL_OK or (match.start() == 0 and not TWO.fullmatch(first))
        ):
            continue
        yield Hit("school", match.start(), match.end())
    for match in _LANDMARK.finditer(text):
        if not _LANDMARK_OK.match(match[0]):
            yield Hit("address", match.start(), match.end())
    for match in WORD.finditer(text):
        word = match[0].lower().replace("'", "").replace("’", "")
        if word in WORDS or not TWO.fullmatch(word):
            continue
        if gazetteer.latin(word) or (
            _PLACE_BEFORE.search(text[max(0, match.start() - 24) : match.start()])
        ):
            near = text[max(0, match.start() - 30) : match.end() + 12]
            at = _PLACE_BEFORE.search(text[max(0, match.start() - 24) : match.start()])
            if at or (gazetteer.latin(word) and not word.endswith(("ing", "ang"))):
                yield Hit(
                    "work_city" if _WORK.search(near) and gazetteer.latin(word) else "county_place",
                    match.start(),
                    match.end(),
                )


def _place_shape(word: str) -> bool:
    low = word.lower()
    return bool(TWO.fullmatch(low) and low not in WORDS and SHAPED.search(low))
