"""A page as a value."""

from dataclasses import dataclass

from ..records.base import Lang


@dataclass(frozen=True, slots=True)
class Page:
    """One page in one language.

    address: from the root of its language, `cases/x/`; the same in both languages.
    section: kind that the header marks as open, or empty. body: HTML of the main part.
    source: file that made it, as messages name it; empty for listings.
    """

    lang: Lang
    address: str
    section: str
    title: str
    description: str
    body: str
    source: str = ""
    kind: str = ""
    record_id: str = ""
