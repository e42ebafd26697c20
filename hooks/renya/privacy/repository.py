"""What a git repository holds: each version of each file, messages, names; or what is staged.

A file that was deleted is still published with the repository. Runs git; writes nothing.
"""

import hashlib
import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from .classes import CLASSES, Zone
from .media import kinds
from .readers import Unread, text_of
from .report import Line, lines

# Invented numbers stand there on purpose, to prove that the gate finds them.
EXAMPLES = ("tests/", "bench/privacy/", "hooks/renya/privacy/")
# What `@` and `id` mean in a program is no account of a person.
_PROGRAMS = (".py", ".css", ".js", ".html", ".toml", ".json", "Makefile")
IN_PROGRAMS = frozenset(["profile_url", "wechat", "qq"])
_CASE = re.compile(r"(?:^|/)docs/cases/[^/]+\.ya?ml$")
# Sources, and sums of files, whose digits might look like a number.
_CITED = re.compile(r"\[-?@[^\]\n]*\]|\b[0-9a-f]{64}\b|\b[0-9a-f]{40}\b")
_DECLARED = re.compile(r"(?m)^pseudonyms:[^\n]*\n((?:[ \t-][^\n]*\n)*)")
_NAME = re.compile(r"(?:zh|en):\s*[\"']?([^\"',}\n]+?)[\"']?\s*(?=[,}\n]|$)")


class NoRepository(Exception):
    """Why git could not answer, as a sentence for the reader."""


def history(root: Path) -> Iterator[tuple[str, bytes]]:
    """(name, content) of all blobs, commit messages and names of branches and tags."""
    listed = _git(root, "rev-list", "--all", "--objects").decode("utf-8", "replace").splitlines()
    blobs = {sha: path for sha, _, path in (line.partition(" ") for line in listed) if path}
    for sha, content in _blobs(root, list(blobs)):
        if not blobs[sha].startswith(EXAMPLES):
            yield f"{sha[:10]}:{blobs[sha]}", content
    yield "commit messages", _git(root, "log", "--all", "--format=%B%n")
    yield "branches and tags", _git(root, "for-each-ref", "--format=%(refname:short)")


def staged(root: Path) -> Iterator[tuple[str, bytes]]:
    """(name, content) of each file as it would be committed now."""
    named = _git(root, "diff", "--cached", "--name-only", "--diff-filter=ACMR", "-z")
    for path in filter(None, named.decode("utf-8", "surrogateescape").split("\0")):
        if not path.startswith(EXAMPLES):
            yield path, _git(root, "show", f":{path}")


def scan(
    named: Iterator[tuple[str, bytes]], allowed: Iterable[tuple[str, str, str]] = ()
) -> Iterator[Line]:
    """Cases by the strict rules, all else by the mild; what is no text only as a picture.

    allowed: (path, exact words or empty, SHA-256 of a picture or empty) that two people let pass.
    """
    let = list(allowed)
    for name, content in named:
        path = name.partition(":")[2] or name
        own = [one for one in let if one[0] == path]
        seen = any(one[2] and one[2] == hashlib.sha256(content).hexdigest() for one in own)
        for kind in () if seen else kinds(path, content):
            known = CLASSES[kind]
            action = known.action if path.startswith("docs/") else "warn"  # not on the site
            yield Line(name, 1, 1, kind, action, "", known.reason)
        try:
            text = text_of(path, content)
        except Unread:
            continue
        zone: Zone = "case" if _CASE.search(path) else "site"
        text = _CITED.sub(lambda match: " " * len(match[0]), text)
        for _, words, _ in own:
            text = text.replace(words, " " * len(words)) if words else text
        for one in lines(name, text, zone, _pseudonyms(text) if zone == "case" else ()):
            if not (path.endswith(_PROGRAMS) and one.kind in IN_PROGRAMS):
                yield one


def _pseudonyms(text: str) -> list[str]:
    """The declared names of one version of a case, which may no longer be a valid record."""
    declared = _DECLARED.search(text)
    return _NAME.findall(declared[1]) if declared else []


def _blobs(root: Path, shas: list[str]) -> Iterator[tuple[str, bytes]]:
    """One process for all: asking git for each blob would take minutes."""
    asked = "".join(f"{sha}\n" for sha in shas).encode()
    out = _git(root, "cat-file", "--batch", given=asked)
    place = 0
    for sha in shas:
        end = out.index(b"\n", place)
        head = out[place:end].split()
        size = int(head[2]) if len(head) == 3 else 0
        if len(head) == 3 and head[1] == b"blob":
            yield sha, out[end + 1 : end + 1 + size]
        place = end + 1 + size + (1 if len(head) == 3 else 0)


def _git(root: Path, *words: str, given: bytes = b"") -> bytes:
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *words], input=given, capture_output=True, check=True
        )
    except FileNotFoundError as error:
        raise NoRepository("git is not installed") from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip().splitlines()
        raise NoRepository(said[-1] if said else "git gave no answer") from error
    return done.stdout
