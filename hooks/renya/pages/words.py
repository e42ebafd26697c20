"""Words of the interface and of titles, in the language of one page. Knows no links."""

from collections.abc import Iterable
from typing import Any

from ..records.base import Pair, Text
from .site import Site


class Words:
    """The part of a page's context that needs only its language.

    outline: (anchor, heading) of the sections opened so far.
    """

    def __init__(self, site: Site, address: str, record_id: str = "") -> None:
        self.site = site
        self.lang = site.lang
        self.address = address
        self.record_id = record_id
        self.outline: list[tuple[str, str]] = []

    def t(self, key: str, **places: object) -> str:
        return self.site.labels(key, self.lang, **places)

    def word(self, vocabulary: str, value: object) -> str:
        return self.t(f"vocabulary.{vocabulary}.{value}")

    def words(self, vocabulary: str, values: Iterable[object]) -> str:
        return self.t("ui.comma").join(self.word(vocabulary, value) for value in values)

    def ages(self, bands: Iterable[str]) -> str:
        """Age bands in words; neighbours are joined, as 6-8 and 9-11 to 6-11 years."""
        runs: list[list[int]] = []
        for low, high in sorted(tuple(map(int, band.split("-"))) for band in bands):
            if runs and runs[-1][1] + 1 == low:
                runs[-1][1] = high
            else:
                runs.append([low, high])
        return self.t("ui.comma").join(self.t("ui.years", low=a, high=b) for a, b in runs)

    def facts(self, names: Iterable[str]) -> str:
        """Names of facts about a child, as in `sex, region`."""
        return self.t("ui.comma").join(self.t(f"fields.{name}").lower() for name in names)

    def number_of(self, count: int) -> str:
        """A large number as readers say it: 39万 in Chinese, 390,000 in English."""
        if self.lang == "zh" and count >= 10_000:
            return f"{count / 10_000:.3g}万"
        return f"{count:,}"

    def section(self, name: str) -> str:
        """Heading of a section; the page's outline remembers it."""
        title = self.t(f"sections.{name}")
        self.outline.append((name.replace("_", "-"), title))
        return title

    def plain(self, pair: Pair | Text) -> str:
        """The words of a title or label in the language of the page, or in the other."""
        if self.lang == "en" and pair.en:
            return pair.en.replace("'", "’")
        return getattr(pair, self.lang) or pair.zh or pair.en or ""

    def names(self, people: Iterable[Any]) -> dict[str, str]:
        """id -> label, for people or systems of a case."""
        return {one.id: self.plain(one.label) for one in people}

    def other(self, pair: Pair) -> str:
        return pair.en if self.lang == "zh" else pair.zh
