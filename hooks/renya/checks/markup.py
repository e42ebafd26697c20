"""Text that a page will show as it was typed, though its author may have meant something else."""

import re
from collections.abc import Iterator

from ..library import Entry, Library
from ..problems import Problem
from .place import Each, problem

_CODE = re.compile(r"(`+)(?:.(?!\1))*.\1", re.DOTALL)
_LINK = re.compile(r"(?<!!)\[[^\[\]]*\]\(\s*<?([^)\s>]*)>?[^)]*\)")
_OUTSIDE = re.compile(r"https?://|#|mailto:|tel:|(?i:javascript|vbscript|data)\s*:")
_RECORD = re.compile(
    r"(?:\.\./|docs/)*(?P<kind>[a-z]+)/(?P<id>[a-z0-9-]+)\.yml(?:#(?P<part>[\w-]+))?"
)
_PAGE = re.compile(r"(?:\.\./)*(?P<name>[\w/-]+)\.md(?:#[\w-]+)?")
_RULES = (
    (re.compile(r"<(?!https?://|mailto:)/?[a-zA-Z][^>]*>|<!--"), "holds HTML ({})",
     "it is shown as text; use Markdown, or put it between backticks"),
    (re.compile(r"\{\{|\{%|\{#"), "holds template syntax ({})",
     "it is shown as text; write the words, or put it between backticks"),
    (re.compile(r"(?i)\b(?:javascript|vbscript)\s*:\s*\S|\bdata:[a-z]+/"),
     "holds a script address ({})",
     "it is shown as text; link to an address that starts with https://"),
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), "holds an image ({})",
     "images in records are not shown; describe it in words"),
)  # fmt: skip


@Each
def shown_as_text(_library: Library, entry: Entry) -> Iterator[Problem]:
    """HTML, template syntax, script addresses and images in a text are never run, only shown."""
    for path, _, text in entry.strings:
        bare = _CODE.sub("", text)
        for pattern, message, hint in _RULES:
            match = pattern.search(bare)
            if match:
                found = message.format(match[0][:30])
                yield problem(entry, path, found, hint, "warning")


@Each
def links_lead_somewhere(library: Library, entry: Entry) -> Iterator[Problem]:
    """A link in a text leads to a web address, to a prose page or to a record that exists."""
    hint = "write https://..., or the file of a record: interventions/home-visiting.yml"
    for path, _, text in entry.strings:
        for match in _LINK.finditer(_CODE.sub("", text)):
            if not _leads(library, match[1]):
                message = f"links to '{match[1][:60]}', which is nowhere"
                yield problem(entry, path, message, hint)


def _leads(library: Library, address: str) -> bool:
    # A script address is told by `shown_as_text` and never becomes a link.
    if _OUTSIDE.match(address):
        return True
    page = _PAGE.fullmatch(address)
    if page:
        return any(prose.name == page["name"] for prose in library.prose)
    name = _RECORD.fullmatch(address)
    if name is None or name["id"] in library.faulty:
        return name is not None
    target = library.entries.get(name["id"])
    if target is None or target.kind.name != name["kind"]:
        return False
    clauses = getattr(target.face, "clauses", None)
    return not name["part"] or clauses is None or name["part"] in {one.id for one in clauses}


CHECKS = (shown_as_text, links_lead_somewhere)
