"""Bytes of a file -> text, or why they are none."""

import re

MAX_BYTES = 512 * 1024
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


class Unreadable(Exception):
    """(line, message, hint)"""

    def __init__(self, line: int, message: str, hint: str) -> None:
        super().__init__(message)
        self.fault = (line, message, hint)


def text_of(data: bytes) -> str:
    if len(data) > MAX_BYTES:
        size = f"{len(data) / 1024 / 1024:.1f} MB"
        limit = f"keep a record under {MAX_BYTES // 1024} KB"
        raise Unreadable(0, f"is too large ({size})", f"{limit}; split it or shorten it")
    if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        hint = "save the file as UTF-8 without BOM"
        raise Unreadable(1, "starts with a byte order mark (BOM)", hint)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable(line, "is not UTF-8 text", "save the file as UTF-8") from error
    control = CONTROL.search(text)
    if control:
        line = text.count("\n", 0, control.start()) + 1
        raise Unreadable(line, f"holds {named(control[0])}", "delete it, or type the line again")
    return text


def named(char: str) -> str:
    return "a NUL byte" if char == "\0" else f"control character U+{ord(char):04X}"
