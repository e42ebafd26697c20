"""Pages of records, drawn, framed and written: the long part of a build, on all cores."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from ..cores import blocks
from ..records.base import Lang
from . import bibliography
from .frame import Framer, cut, shell_key
from .page import Page
from .render import Job, draw, jobs
from .site import Site


@dataclass
class Press:
    """What the pages of one language need. frame: draws the theme around a page with marks.

    shells: the frames drawn so far, cut at their marks.
    """

    site: Site
    framer: Framer
    frame: Callable[[Page], str]
    shells: dict[tuple[str, int], list[str]] = field(default_factory=dict)

    def put(self, page: Page, root: Path) -> str:
        """Write a page below the root of the site; its address."""
        path = root / self.site.addresses.file(self.framer.local(page.address))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self.document(page), encoding="utf-8")
        return page.address

    def document(self, page: Page) -> str:
        key = shell_key(page)
        if key not in self.shells:
            self.shells[key] = cut(self.frame(page))
        return self.framer.pour(self.shells[key], page)


def press(
    presses: dict[Lang, Press], root: Path, told: Callable[[int, int], None]
) -> dict[Lang, list[str]]:
    """Write every page that the records make below `root`; their addresses, by language.

    The home pages are left out: MkDocs has built them. told: how many are done, and of how many.
    """
    some = next(iter(presses.values())).site
    by_lang = [list(jobs(some.library, lang, some.drafts)) for lang in presses]
    # A record's pages follow each other, so that it is opened once for all of them.
    due = [job for pages in zip(*by_lang, strict=True) for job in pages if job.kind is not None]
    bibliography.prepare(some.library, some.drafts)
    written: dict[Lang, list[str]] = {lang: [] for lang in presses}

    def one(job: Job) -> str:
        own = presses[job.lang]
        return own.put(draw(own.site, job), root)

    done = 0
    for addresses in blocks(lambda some: [one(job) for job in some], due):
        for address in addresses:
            written[due[done].lang].append(address)
            done += 1
        told(done, len(due))
    return written
