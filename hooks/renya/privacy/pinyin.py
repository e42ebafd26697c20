"""What is written in pinyin: patterns and words that the detectors of English share."""

import re

from .text import words


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(text, flags | re.ASCII)


_SYLLABLE = "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ueng|ang|eng|ing|ong|iao|ian|uai|uan|van|ai|ei|ao|ou|an|en|in|un|vn|ia|ie|iu|ua|uo|ui|ue|ve|er|a|o|e|i|u|v)"

PINYIN = pattern(rf"(?:{_SYLLABLE}['’-]?){{1,4}}", re.IGNORECASE)

TWO = pattern(rf"{_SYLLABLE}['’-]?{_SYLLABLE}(?:['’-]?{_SYLLABLE})?", re.IGNORECASE)

# English words that can be read as pinyin: alone they are no name.
WORDS = words("english_words")

WORD = pattern(r"\b[A-Z][a-z]+(?:['’-](?!s\b)[A-Za-z]+)?\b")

# Endings and letters that mark a word as pinyin and not as English.
SHAPED = pattern(
    r"(?:zh|x|q(?!ue|ui)|(?:ang|eng|ong|ing|ian|iao|uan|hezi|gou|wan|cun|tun|zhuang|wo|luo|hai|hu|shan|he|zi)$)"
)
