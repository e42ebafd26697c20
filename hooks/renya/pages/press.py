"""Pages of records, drawn, framed and written: the long part of a build, on all cores.

A page of the last good site is used again if nothing changed that was looked at to draw it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path

from ..beside import again
from ..cores import blocks
from ..kept import Shelf, total
from ..notes import Note, noting
from ..records.base import Lang
from ..traces import Traces
from .frame import Framer, cut, shell_key
from .page import Page
from .render import Job, draw, jobs
from .site import Site

_FEW = 16  # pages


@dataclass
class Press:
    """What the pages of one language need. frame: draws the theme around a page with marks.

    shells: the frames drawn so far, cut at their marks.
    """

    site: Site
    framer: Framer
    frame: Callable[[Page], str]
    shells: dict[tuple[str, int], list[str]] = field(default_factory=dict)
    sums: dict[tuple[str, int], bytes] = field(default_factory=dict)

    def path(self, address: str) -> str:
        """Of a page's file, below the root of the site."""
        return self.site.addresses.file(self.framer.local(address))

    def put(self, page: Page, root: Path) -> bytes:
        """Write a page below the root of the site; the sum of the file."""
        path = root / self.path(page.address)
        path.parent.mkdir(parents=True, exist_ok=True)
        data = self.framer.pour(self.shell(page), page).encode()
        path.write_bytes(data)
        return total(data)

    def shell(self, page: Page) -> list[str]:
        key = shell_key(page)
        if key not in self.shells:
            self.shells[key] = cut(self.frame(page))
        return self.shells[key]

    def shell_sum(self, job: Job) -> bytes:
        """Of the frame into which the page of a job goes."""
        kind = job.kind.name if job.kind else ""
        blank = Page(job.lang, job.address(self.site.addresses), kind, "", "", "")
        key = shell_key(blank)
        if key not in self.sums:
            self.sums[key] = total(*self.shell(blank))
        return self.sums[key]


@dataclass(frozen=True)
class Pressed:
    """written: addresses by language, in the order of the jobs. kept: how many were there."""

    written: dict[Lang, list[str]]
    kept: int


def press(
    presses: dict[Lang, Press], root: Path, last: Path, told: Callable[[int, int], None]
) -> Pressed:
    """Write every page that the records make below `root`.

    The home pages are left out: MkDocs has built them. last: the folder of the last good site.
    told: how many are done, and of how many.
    """
    some = next(iter(presses.values()))
    by_lang = [list(jobs(some.site.library, lang, some.site.drafts)) for lang in presses]
    # A record's pages follow each other, so that it is opened once for all of them.
    due = [job for pages in zip(*by_lang, strict=True) for job in pages if job.kind or job.tool]
    traces = _traces(some)
    new = [job for job in due if not _kept(presses[job.lang], job, root, last, traces)]
    waiting = iter(new)
    done = len(due) - len(new)
    for made in blocks(partial(_drawn, presses, root), new, _FEW):
        for job, (notes, sum_) in zip(islice(waiting, len(made)), made, strict=True):
            traces.put(_name(presses[job.lang], job), notes, sum_, presses[job.lang].shell_sum(job))
        done += len(made)
        told(done, len(due))
    traces.save()
    written = {
        lang: [job.address(own.site.addresses) for job in due if job.lang == lang]
        for lang, own in presses.items()
    }
    return Pressed(written, len(due) - len(new))


def _traces(some: Press) -> Traces:
    """Each way of building has its own: where links lead, and whether drafts are shown."""
    site = some.site
    way = (some.framer.site_url, str(site.addresses.directory_urls), str(site.drafts))
    shelf = Shelf(site.library.docs, f"pages-{total(*way).hex()[:8]}", site.library.shape, *way)
    return Traces(shelf, site.library)


def _name(own: Press, job: Job) -> str:
    return own.path(job.address(own.site.addresses))


def _kept(own: Press, job: Job, root: Path, last: Path, traces: Traces) -> bool:
    """Whether the last page is still good, and now below `root`."""
    name = _name(own, job)
    sum_ = traces.get(name, own.shell_sum(job))
    if sum_ is None:
        return False
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    if again(f"{last}/{name}", f"{root}/{name}", lambda data: total(data) == sum_):
        return True
    traces.drop(name)
    return False


def _drawn(
    presses: dict[Lang, Press], root: Path, some: Sequence[Job]
) -> list[tuple[set[Note], bytes]]:
    """What was looked at for each page, and the sum of its file."""
    made = []
    for job in some:
        own = presses[job.lang]
        with noting() as notes:
            page = draw(own.site, job)
        if job.entry:
            notes |= {("entries", job.entry.id), ("whole", job.entry.id)}
        made.append((notes, own.put(page, root)))
    return made
