"""The careful way to read YAML: the place of every part, and every fault with a way out."""

import re
from dataclasses import dataclass
from typing import Any

import yaml

from ..problems import Problem
from .decoding import CONTROL, named
from .located import Located, Path, Places, dotted
from .quick import MAX_DEPTH
from .scalars import AMBIGUOUS, certainly_text, value


def parse(path: str, text: str) -> Located:
    """Never raises for bad input."""
    located = Located(path, found=Places())
    _Parser(located).run(text)
    if located.value is None and not located.problems:
        _fault(located, 1, (), "is empty", "write the record, or delete the file")
    located.readable = located.readable and located.value is not None
    return located


def _fault(located: Located, line: int, path: Path, message: str, hint: str) -> None:
    """A fault after which the rest of the file can still be checked."""
    located.problems.append(Problem(located.path, line, dotted(path), message, hint))


def _broken(located: Located, line: int, path: Path, message: str, hint: str) -> None:
    """A fault after which nothing more can be said of the file."""
    located.readable = False
    _fault(located, line, path, message, hint)


class _Stop(Exception):
    """The rest of the file would only give follow-up faults."""


class _Parser:
    """Builds the value with an explicit stack: deep input cannot exhaust Python's."""

    def __init__(self, located: Located) -> None:
        self.located = located
        self.places = located.places
        self.stack: list[_Frame] = []

    def run(self, text: str) -> None:
        try:
            documents = 0
            for event in yaml.parse(text, Loader=yaml.CSafeLoader):
                if isinstance(event, yaml.DocumentStartEvent):
                    documents += 1
                    if documents > 1:
                        self.stop(event, "holds a second document (---)", "keep one record a file")
                elif isinstance(event, yaml.NodeEvent | yaml.CollectionEndEvent):
                    self.take(event)
        except yaml.MarkedYAMLError as error:
            self.syntax(text, error)
        except (yaml.YAMLError, ValueError) as error:
            _broken(self.located, 1, (), f"is not YAML ({error})", "look at the first lines")
        except _Stop:
            pass

    def take(self, event: Any) -> None:
        kind = event.__class__
        if kind is yaml.ScalarEvent:
            if event.anchor or event.tag not in (None, "!"):
                self.refuse(event)
            self.place(event, self.scalar(event))
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self.stack.pop()
        else:
            self.refuse(event)
            if len(self.stack) >= MAX_DEPTH:
                self.stop(event, f"is nested more than {MAX_DEPTH} levels deep", "flatten it")
            made: Any = {} if kind is yaml.MappingStartEvent else []
            self.stack.append(_Frame(made, self.place(event, made)))

    def refuse(self, event: Any) -> None:
        """Anchors, aliases and tags: an author never needs them."""
        if event.__class__ is yaml.AliasEvent or event.anchor:
            self.stop(event, "uses a YAML anchor or alias (& or *)",
                      "write the text out; put text that starts with & or * in quotes")  # fmt: skip
        if event.tag not in (None, "!"):
            self.stop(event, f"uses a YAML tag ({event.tag[:40]})", "take the tag out")

    def place(self, event: Any, value: Any) -> Path:
        """Put a finished or opened value where it belongs; give its path."""
        line = event.start_mark.line + 1
        if not self.stack:
            self.located.value = value
            self.places.lines[()] = line
            return ()
        frame = self.stack[-1]
        if isinstance(frame.value, list):
            path: Path = (*frame.path, len(frame.value))
            frame.value.append(value)
            self.places.lines[path] = line
        elif frame.key is None:
            frame.key = self.key(event, frame)
            return frame.path
        else:
            path = (*frame.path, frame.key)
            frame.value[frame.key] = value
            frame.key = None
        if isinstance(event, yaml.ScalarEvent):
            self.remember(event, path, value)
        return path

    def remember(self, event: Any, path: Path, value: Any) -> None:
        first = event.start_mark.line + 1
        self.places.starts[path] = first + (event.style in ("|", ">"))
        if not isinstance(value, str):
            self.places.raw[path] = event.value

    def key(self, event: Any, frame: "_Frame") -> str:
        if not isinstance(event, yaml.ScalarEvent):
            self.stop(event, "has a key that is not a word", "write `key: value`")
        name = str(event.value)
        path = (*frame.path, name)
        line = event.start_mark.line + 1
        if name in frame.value:
            first = self.places.lines[path]
            _fault(self.located, line, path, f"is given twice (first on line {first})",
                   "keep one of the two")  # fmt: skip
        else:
            self.places.lines[path] = line
        return name

    def scalar(self, event: Any) -> Any:
        text: str = event.value
        if event.style == '"':
            self.escaped(event, text)
        if event.style or certainly_text(text):
            return text
        if text.lower() in AMBIGUOUS:
            path = self.next_path()
            if self.stack and isinstance(self.stack[-1].value, dict) and self.stack[-1].key is None:
                return text  # a key such as `no:` is caught as an unknown key
            _fault(self.located, event.start_mark.line + 1, path,
                   f"'{text}' is read as true or false by many YAML programs",
                   f'write true or false, or put the word in quotes: "{text}"')  # fmt: skip
            return text
        try:
            return value(text)
        except ValueError:
            message = f"'{text}' is not a day in the calendar"
            hint = "write year-month-day, as 2026-03-31"
            _fault(self.located, event.start_mark.line + 1, self.next_path(), message, hint)
            return None

    def escaped(self, event: Any, text: str) -> None:
        """Double quotes can spell what the bytes of a file may not hold."""
        control = CONTROL.search(text)
        if control:
            _fault(
                self.located,
                event.start_mark.line + 1,
                self.next_path(),
                f"holds {named(control[0])}",
                "delete it, or type the line again",
            )

    def next_path(self) -> Path:
        if not self.stack:
            return ()
        frame = self.stack[-1]
        if isinstance(frame.value, list):
            return (*frame.path, len(frame.value))
        return (*frame.path, frame.key) if frame.key is not None else frame.path

    def stop(self, event: Any, message: str, hint: str) -> None:
        path = self.next_path()
        shown = path if len(path) < 8 else path[:1]  # hostile nesting would fill the screen
        _broken(self.located, event.start_mark.line + 1, shown, message, hint)
        raise _Stop

    def syntax(self, text: str, error: yaml.MarkedYAMLError) -> None:
        mark = error.problem_mark or error.context_mark
        number = (mark.line if mark else 0) + 1
        lines = text.split("\n")
        start = error.context_mark.line + 1 if error.context_mark else number
        for message, hint, wrong in _SYNTAX_RULES:
            for at in (number, number - 1, start):
                if 0 < at <= len(lines) and wrong.search(lines[at - 1]):
                    _broken(self.located, at, (), message, hint)
                    return
        what = (error.problem or "cannot be read").strip()
        # A quote that is never closed is found at the end of the file and stands where it began.
        at = start if "end of stream" in what else number
        _broken(self.located, min(at, len(lines)), (), f"is not valid YAML ({what})",
               "check indentation, colons and quotes on this line and the one above")  # fmt: skip


@dataclass(slots=True)
class _Frame:
    value: Any
    path: Path
    key: str | None = None


# Message, way out, and the line that shows it: what authors get wrong most often, first match wins.
_SYNTAX_RULES = (
    ("is indented with a tab", "use spaces", re.compile(r"^[ ]*\t")),
    ("has a full-width colon (：) after a key", "use the plain colon and a space: `key: value`",
     re.compile(r"^\s*(- )?[A-Za-z_]+\s*：")),
    ("has no space after the colon", "write `key: value`",
     re.compile(r"^\s*(- )?[A-Za-z_]+:[^\s:/]")),
    ("has a colon inside text without quotes", 'put the text in quotes: "..."',
     re.compile(r"^\s*(- )?[A-Za-z_]+: [^\"'|>\[{].*: ")),
    ("starts with a character that YAML keeps for itself", 'put the text in quotes: "..."',
     re.compile(r"^\s*(- )?([A-Za-z_]+: )?[@`%]")),
)  # fmt: skip
