"""The text of a draft as its author sees it: plain files, Word documents, PDF.

A file that cannot be read is said to be unread: silence would look like a clean file.
"""

import html
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

LARGEST = 20 * 1024 * 1024  # bytes; a case report is thousand times smaller


class Unread(Exception):
    """Why a file was not read, as the end of a sentence that begins with its name."""


def text_of(name: str, data: bytes) -> str:
    """name: with its ending, which tells how to read. Raises Unread."""
    if len(data) > LARGEST:
        raise Unread(f"is larger than {LARGEST // 1024 // 1024} MB - scan its text in parts")
    reader = _READERS.get(Path(name).suffix.lower(), _plain)
    try:
        return reader(data)
    except Unread:
        raise
    except Exception as error:  # a broken file may fail in any way inside a library
        raise Unread(f"cannot be read ({type(error).__name__}) - save it as plain text") from error


def _plain(data: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" in text:
            break
        return text
    raise Unread("is no text - scan txt, md, yml, docx or pdf")


def _word(data: bytes) -> str:
    """Paragraphs and tables in the order of the document, headers, footers, and who wrote it."""
    import docx  # large, as are the others below: loaded when such a file comes

    document = docx.Document(io.BytesIO(data))
    parts = list(_blocks(document))
    for section in document.sections:
        for area in (section.header, section.footer):
            parts += [paragraph.text for paragraph in area.paragraphs]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for extra in ("word/comments.xml", "word/footnotes.xml", "word/endnotes.xml"):
            if extra in archive.namelist():
                parts.append(_xml_text(archive.read(extra)))
    about = document.core_properties
    parts += [value for value in (about.author, about.last_modified_by, about.title) if value]
    return "\n".join(parts)


def _blocks(document: Any) -> Iterator[str]:
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                yield "\t".join(cell.text for cell in row.cells)
        else:
            yield block.text


def _xml_text(data: bytes) -> str:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return "".join(etree.fromstring(data, parser).itertext())


def _pdf(data: bytes) -> str:
    import pypdf

    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        raise Unread("is locked with a password - save an open copy")
    parts = [page.extract_text() for page in reader.pages]
    if not "".join(parts).strip():
        raise Unread("holds pictures of text only - type the text or scan it by eye")
    about = reader.metadata
    parts += [value for value in (about.author, about.title) if value] if about else []
    return "\n".join(parts)


# What a reader of the page never sees, but a copy of it holds: left in, except the marks.
_TAG = re.compile(
    r"<[!/]?[a-zA-Z-][^<>]*?(?:\s(?:alt|title|aria-label|content)=\"([^\"]*)\"[^<>]*)?>"
)


def _page(data: bytes) -> str:
    """The words of an HTML page and of its alt texts and titles; lines stay where they are."""
    text = _TAG.sub(lambda match: f" {match[1] or ''} ", _plain(data))
    return html.unescape(text)


_READERS: dict[str, Callable[[bytes], str]] = {
    ".docx": _word, ".pdf": _pdf, ".html": _page, ".xml": _page,
}  # fmt: skip
ENDINGS = (
    ".txt", ".md", ".markdown", ".yml", ".yaml", ".csv", ".json", ".js", ".svg", *_READERS,
)  # fmt: skip
