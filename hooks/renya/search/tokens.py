"""How a text becomes tokens, and how much each token says about it. Pure, and without memory.

Chinese is cut into characters (`~哭`) and pairs of them (`隔代`), everything else into words
without their endings. Numbers of documents and compounds get a token of their own, so that
`国发〔2016〕13号`, `国发[2016]13` and `PHQ-9`, `phq9` meet. `client/04-tokens.js` does the same
to a query, with the endings and stop words that the index hands to it.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import pairwise
from math import log2
from operator import add

import rjieba

HAN = "\u3007\u3400-\u9fff\U00020000-\U0003ffff"
_HAN_RUN = re.compile(f"[{HAN}]+")
_WORD = re.compile(rf"[^\W_{HAN}]+(?:’[^\W_{HAN}]+)?")
_COMPOUND = re.compile(rf"[^\W_{HAN}]+(?:[-–./]+[^\W_{HAN}]+){{1,9}}|[a-z]+[0-9][a-z0-9]*")
_ACCENTED = re.compile("[\u00c0-\u024f\u1e00-\u1eff]")
_MARKS = re.compile("[\u0300-\u036f]")
_SPELT = re.compile(r"(?<![^\W_])[a-z]{4,24}(?![^\W_])")
_PIECE = re.compile(r"[0-9]+|[^\W\d_]+")
# A year and the number of a document after it, with or without brackets between them.
_NUMBERED = re.compile(r"((?:19|20)[0-9]{2})(?:年|[^\w]){0,3}第?\s?0{0,3}([0-9]{1,4})(?![0-9])")

# Endings and what stands in their place; in each step the first that fits, if that many
# letters stay before it.
ENDINGS: tuple[tuple[tuple[str, str, int], ...], ...] = (
    (
        ("sses", "ss", 1), ("ies", "y", 2), ("xes", "x", 2), ("ches", "ch", 2), ("shes", "sh", 2),
        ("ss", "ss", 1), ("us", "us", 1), ("is", "is", 1), ("s", "", 3),
    ),
    (("ied", "y", 2), ("eed", "ee", 2), ("ing", "", 3), ("ed", "", 3)),
    tuple((two, two[0], 2) for two in ("bb", "dd", "gg", "ll", "mm", "nn", "pp", "rr", "tt")),
    (
        ("ational", "", 4), ("ation", "", 4), ("iveness", "", 4), ("fulness", "", 4),
        ("ness", "", 4), ("ment", "", 4), ("ience", "i", 4), ("ient", "i", 4), ("ency", "", 4),
        ("ence", "", 4), ("ance", "", 4), ("ent", "", 4), ("ant", "", 4), ("ful", "", 4),
        ("ally", "", 5), ("ly", "", 5), ("ility", "", 3), ("ity", "", 4),
    ),
    (("e", "", 3), ("y", "i", 2)),
)  # fmt: skip

# Words without a meaning of their own. English: articles, pronouns, auxiliaries, prepositions,
# question words. Chinese: question words, particles, pronouns. No word of the subject.
STOP_EN = (
    "a an the and or but if of to in on at by for from with about as into than then that this "
    "these those it its is are was were be been being am do does did doing done have has had "
    "having i me my we us our you your he him his she her they them their who whom whose what "
    "which when where why how can could shall should will would may might must not no nor so "
    "there here such any some all each very just also too s t re ve ll d m"
)
# Questions are cut out of a query.
ASKING_ZH = (
    "怎么办 怎么样 为什么 是不是 有没有 能不能 可不可以 有哪些 是什么 什么样 什么 怎么 怎样 如何 "
    "哪些 哪里 哪个 多少 请问 是否 我们 你们 他们 她们 它们 这个 那个 这些 那些"
)

# How much a hit says by where it stands, how soon more hits stop counting, and how long a
# text of that sort usually is, in tokens; a longer one says less with each.
FIELDS: dict[str, tuple[float, float, float]] = {
    "title": (6.0, 0.6, 8),
    "also": (4.0, 0.5, 200),  # a list of names: none says less because there are more
    "summary": (2.5, 0.8, 25),
    "facts": (1.5, 0.5, 10),
    "body": (2.0, 1.2, 600),
}
_LONGEST = 4.0
LEVELS = 15  # strengths of a hit; with a few of them a list of hits takes a byte a document
_FINE = 4.0

Levels = dict[str, int]


def level(strength: float) -> int:
    return max(1, min(LEVELS, round(_FINE * log2(1 + strength))))


def strength(level: int) -> float:
    """What a level stands for; `client/03-codec.js` reckons it the same way."""
    return float(2 ** (level / _FINE) - 1)


def normal(text: str) -> str:
    """One form for full-width and accented letters, capitals and apostrophes."""
    made = unicodedata.normalize("NFKC", text).lower().replace("'", "’")
    if _ACCENTED.search(made):
        made = _MARKS.sub("", unicodedata.normalize("NFD", made))
    return made


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """A word without its ending: `bullied`, `bullying` and `bullies` are one."""
    word = word.removesuffix("’s")
    if not word.isascii() or len(word) < 4 or word.isdigit():
        return word
    for step in ENDINGS:
        for ending, instead, least in step:
            if word.endswith(ending) and len(word) - len(ending) >= least:
                word = word[: len(word) - len(ending)] + instead
                break
    return word


_STOP = frozenset(STOP_EN.split())


def counted(text: str) -> Counter[str]:
    """Tokens of a text, and how often each stands in it."""
    text = normal(text)
    found: Counter[str] = Counter()
    for run in _HAN_RUN.findall(text):
        found.update(map(add, run, run[1:]))
        found.update(map("~".__add__, run))
    for word, times in Counter(_WORD.findall(text)).items():
        if word not in _STOP:
            found[stem(word)] += times
    for compound in _COMPOUND.findall(text):
        found.update(_compound(compound))
    for year, number in _NUMBERED.findall(text):
        found[f"{year}_{number}"] += 1
    return found


def is_pair(token: str) -> bool:
    """Whether a token is two characters."""
    return len(token) == 2 and _HAN_RUN.fullmatch(token) is not None


def spellings(text: str) -> set[str]:
    """English words as they are written: what a misspelt one may have been meant to be."""
    found = set(_SPELT.findall(normal(text)))
    return found - _STOP


def bound(text: str) -> list[str]:
    """Pairs of characters that stand mostly within one word of a text: 孩子, and not 子晚."""
    words = rjieba.cut(normal(text), hmm=False)
    between = Counter(before[-1] + after[0] for before, after in pairwise(words))
    within: Counter[str] = Counter()
    for word, times in Counter(words).items():
        if len(word) > 1 and _HAN_RUN.fullmatch(word):
            for pair in map(add, word, word[1:]):
                within[pair] += times
    return [pair for pair, times in within.items() if times >= between[pair]]


def _compound(text: str) -> Iterable[str]:
    pieces = _PIECE.findall(text)
    if len(pieces) > 1:
        yield "".join(pieces)
        if any(piece.isdigit() for piece in pieces):
            yield from (stem(piece) for piece in pieces if piece not in _STOP)


def weighed(fields: Mapping[str, str]) -> Levels:
    """Token -> level for a document. fields: sort of field (a key of FIELDS) -> its text."""
    return summed({name: counted(text) for name, text in fields.items() if text})


def summed(counts: Mapping[str, Counter[str]]) -> Levels:
    """The same, when the tokens of each field have been counted."""
    body = counts.get("body", _NONE)
    table = _by_count(*FIELDS["body"], body.total())
    levels = [level(one) for one in table]
    made = {token: levels[times if times < 30 else 30] for token, times in body.items()}
    head: dict[str, float] = {}
    for name, found in counts.items():
        if name != "body":
            strengths = _by_count(*FIELDS[name], found.total())
            for token, times in found.items():
                head[token] = head.get(token, 0.0) + strengths[min(times, 30)]
    for token, sum_of in head.items():
        made[token] = level(sum_of + (table[min(body[token], 30)] if token in body else 0.0))
    return made


_NONE: Counter[str] = Counter()


def _by_count(weight: float, soon: float, usual: float, length: int) -> list[float]:
    """Strength of a token by how often it stands in a text of that length."""
    long = min(length / usual, _LONGEST)
    damp = soon * (0.25 + 0.75 * long)
    return [weight * times / (times + damp) for times in range(31)]
