"""Files that are no text: pictures, and what a file tells of its author and camera.

A picture is never read; it is refused unless two people looked at that very file.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".bmp", ".tif", ".tiff", ".avif",
            ".mp3", ".m4a", ".wav", ".amr", ".mp4", ".mov", ".avi", ".webm")  # fmt: skip
# EXIF, XMP, IPTC and the text chunks of PNG: where cameras and programs write.
_WRITTEN = re.compile(rb"Exif\0\0|http://ns\.adobe\.com/xap|Photoshop 3\.0|tEXt|iTXt|zTXt|eXIf")
_DRAWN_IN = re.compile(r"<image\b|data:image/", re.IGNORECASE)


def kinds(name: str, data: bytes) -> Iterator[str]:
    """The classes `image` and `metadata`, as far as they hold for this file."""
    ending = Path(name).suffix.lower()
    if ending in PICTURES:
        yield "image"
        if _WRITTEN.search(data[: 512 * 1024]):
            yield "metadata"
    elif ending == ".svg":
        text = data.decode("utf-8", "replace")
        if _DRAWN_IN.search(text):
            yield "image"
        if "<metadata" in text:
            yield "metadata"
    elif ending in (".docx", ".pdf") and _author(ending, data):
        yield "metadata"


def _author(ending: str, data: bytes) -> str:
    """Who wrote a Word or PDF file, as the file says; empty when it says nothing."""
    # Large packages, which a guide without such files never needs.
    import docx
    import pypdf

    try:
        if ending == ".docx":
            about = docx.Document(io.BytesIO(data)).core_properties
            return f"{about.author or ''}{about.last_modified_by or ''}"
        if ending == ".pdf":
            found = pypdf.PdfReader(io.BytesIO(data)).metadata
            return (found.author or "") if found else ""
    except (zipfile.BadZipFile, pypdf.errors.PyPdfError, KeyError, ValueError, OSError):
        return ""  # a broken file is told by the reader of its text
    return ""
