"""Prose pages: their citations and links hold, and each stands in both languages."""

import posixpath
import re
from collections.abc import Iterator

from ..citations import PRACTICE, Cite, parse
from ..labels import labels
from ..library import Library, Prose
from ..problems import Problem
from ..records.base import Record
from ..records.law import Law
from ..source import did_you_mean
from .citations import fault

RECORD_LINK = re.compile(r"\]\((?:\.\./)*(?P<kind>[a-z]+)/(?P<id>[^)#\s]+)\.yml(?:#[^)\s]*)?\)")
_LINK = re.compile(r"\]\(\s*<?(?P<address>[^)>\s]+)")
_OUTSIDE = re.compile(r"[a-z]+:|//|#")
_CODE = re.compile(r"(?ms)^(```|~~~).*?^\1|`[^`\n]*`")


def plain(text: str) -> str:
    """The text with code blanked out, so that lines keep their numbers."""
    return _CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def citations_hold(library: Library) -> Iterator[Problem]:
    """A citation on a prose page keeps the same rules as one in a record."""
    for page in library.prose:
        text = plain(page.text)
        groups, faults = parse(text)
        for bad in faults:
            hint = "write [@id], [@id, art. 4] or [@id; @other], or [@practice]"
            yield _problem(page, text.find(bad), f"'{bad[:40]}' cannot be read as a citation", hint)
        for group in groups:
            for cite in group.cites:
                found = _unusable(library, cite)
                if found:
                    yield _problem(page, group.start, *found)


def _unusable(library: Library, cite: Cite) -> tuple[str, str] | None:
    if cite.key == PRACTICE or cite.key in library.faulty:
        return None
    return fault(library, True, cite)


def links_hold(library: Library) -> Iterator[Problem]:
    """A link to a record names a file that exists, and a clause that its law holds."""
    for page in library.prose:
        for match in RECORD_LINK.finditer(plain(page.text)):
            entry = library.entries.get(match["id"])
            if match["id"] in library.faulty:
                continue
            if entry is None or entry.kind.name != match["kind"]:
                same = [e.id for e in library.entries.values() if e.kind.name == match["kind"]]
                message = f"links to docs/{match['kind']}/{match['id']}.yml, which does not exist"
                yield _problem(page, match.start(), message, did_you_mean(match["id"], same))
            part = match[0].partition("#")[2].rstrip(")")
            if part and entry:
                held = _parts(entry.face)
                if part not in held:
                    message = f"links to '{part}', which is no part of '{entry.id}'"
                    yield _problem(page, match.start(), message, did_you_mean(part, held))


def _parts(record: Record) -> list[str]:
    """What can be linked to on the page of a record: its clauses and its sections."""
    clauses = [one.id for one in record.clauses] if isinstance(record, Law) else []
    return clauses + [
        key.removeprefix("sections.").replace("_", "-")
        for key in labels().flat
        if key.startswith("sections.")
    ]


def files_exist(library: Library) -> Iterator[Problem]:
    """A link to another page, an image or a file names one that lies under docs.

    MkDocs would tell it too, but only after it has written over the last good site.
    """
    pages = sorted(page.name + ".md" for page in library.prose if page.lang == "zh")
    for page in library.prose:
        folder = posixpath.dirname(page.name)
        for match in _LINK.finditer(plain(page.text)):
            address = match["address"]
            path = posixpath.normpath(posixpath.join(folder, address.partition("#")[0]))
            if _OUTSIDE.match(address) or path.endswith(".yml"):
                continue
            if path not in library.files:
                message = f"links to '{address[:60]}', which is no file under docs"
                yield _problem(page, match.start(), message, did_you_mean(path, pages))
            elif path.endswith((".en.md", ".zh.md")):
                hint = f"write {path[:-6]}.md: each language finds its own"
                yield _problem(page, match.start(), f"links to '{path}' by its language", hint)
            elif path.endswith(".md") and "#" in address:
                hint = "link to the page: its parts have other names in the other language"
                yield _problem(page, match.start(), f"links to a part of '{path}'", hint)


def both_languages(library: Library) -> Iterator[Problem]:
    """Each prose page has a `.en.md` beside its `.md`."""
    names = {(page.name, page.lang) for page in library.prose}
    for page in library.prose:
        if page.lang == "zh" and (page.name, "en") not in names:
            hint = f"add {page.path.removesuffix('.md')}.en.md"
            yield Problem(page.path, 0, "", "has no English page beside it", hint, "warning")
        if page.lang == "en" and (page.name, "zh") not in names:
            hint = f"add {page.path.removesuffix('.en.md')}.md"
            yield Problem(page.path, 0, "", "has no Chinese page beside it", hint)


def _problem(page: Prose, position: int, message: str, hint: str) -> Problem:
    line = page.text.count("\n", 0, max(position, 0)) + 1
    return Problem(page.path, line, "", message, hint)


CHECKS = (citations_hold, links_hold, files_exist, both_languages)
