"""What is written in pinyin: patterns and words that the detectors of English share."""

import re

from .patterns import pattern as bounded
from .text import words


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    return bounded(text, flags | re.ASCII)


# The syllables of standard Chinese: each beginning with the endings that it takes.
_SYLLABLES = {
    "b": "a ai an ang ao ei en eng i ian iao ie in ing o u",
    "p": "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
    "m": "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
    "f": "a an ang ei en eng o ou u",
    "d": "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo",
    "t": "a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo",
    "n": "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo v ve",
    "l": "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan ue un uo v ve",
    "g k h": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "j q x": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "zh ch": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
    "sh": "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
    "r": "an ang ao e en eng i ong ou u uan ui un uo",
    "z c s": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "y": "a an ang ao e i in ing o ong ou u uan ue un",
    "w": "a ai an ang ei en eng o u",
    "": "a ai an ang ao e ei en er o ou",
}  # fmt: skip


def _syllable() -> str:
    made = []
    for starts, endings in _SYLLABLES.items():
        longest = sorted(endings.split(), key=len, reverse=True)
        made.append(f"(?:{'|'.join(starts.split())})(?:{'|'.join(longest)})")
    return f"(?:{'|'.join(made)})"


_SYLLABLE = _syllable()

PINYIN = pattern(rf"(?:{_SYLLABLE}['’-]?){{1,4}}", re.IGNORECASE)

TWO = pattern(rf"{_SYLLABLE}['’-]?{_SYLLABLE}(?:['’-]?{_SYLLABLE})?", re.IGNORECASE)

# English words that can be read as pinyin: alone they are no name.
WORDS = words("english_words")

WORD = pattern(
    r"\b[A-Z][a-z]+(?:['’-](?!(?:s|re|ll|ve|d|m|t)\b)[A-Za-z]+)?\b(?!['’](?:re|ll|ve|d|m|t)\b)"
)

# Endings and letters that mark a word as pinyin and not as English.
SHAPED = pattern(
    r"(?:zh|x|q(?!ue|ui)|(?:ang|eng|ong|ing|ian|iao|uan|hezi|gou|wan|cun|tun|zhuang|wo|luo|hai|hu|shan|he|zi)$)"
)
