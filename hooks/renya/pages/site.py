"""What all pages of one language share."""

from dataclasses import dataclass

from ..labels import Labels
from ..library import Entry, Library
from ..records.base import Lang
from .address import Addresses


@dataclass(frozen=True)
class Site:
    """What all pages of one language share. drafts: whether readers see drafts too."""

    library: Library
    labels: Labels
    addresses: Addresses
    lang: Lang
    drafts: bool = False

    def shows(self, entry: Entry | None) -> bool:
        return entry is not None and (
            entry.published or (self.drafts and entry.face.shown_status == "draft")
        )
