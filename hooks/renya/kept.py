"""What an earlier run made, kept in files below `.cache/renya`: safe to delete at any time.

A file is read only if its own sum is right and its seal is the one asked for: a fingerprint of
this code, of the packages around it, and of whatever else the maker names. A file is written
beside the old one and then put in its place, so that two runs at once cannot mix theirs.
It is as private as the records: only its owner may read it.
"""

import hashlib
import os
import pickle
import sys
import sysconfig
import tempfile
import time
from array import array
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import IO, Any

PLACE = Path(".cache") / "renya"  # beside the folder of the records
_SIZE = 16  # bytes of a sum
_MONTH = 30 * 24 * 3600  # seconds after which a file that nobody wrote again is swept away
_LIVE = ("labels.yml",)
_MADE_OF = (".py", ".html", ".js", ".css", ".yml", ".txt", ".xz")


def total(*parts: bytes | str) -> bytes:
    """One sum over all parts; where one ends and the next begins counts."""
    all_ = [one.encode("utf-8", "surrogatepass") if isinstance(one, str) else one for one in parts]
    lengths = array("Q", map(len, all_)).tobytes()
    return hashlib.blake2b(lengths + b"".join(all_), digest_size=_SIZE).digest()


def code() -> bytes:
    """The fingerprint of this program as it runs, and of the packages with which it runs.

    Templates and labels are read again while the preview runs; all else was read once.
    """
    return total(_program(), *_files(live=True))


@cache
def _program() -> bytes:
    packages = Path(sysconfig.get_paths()["purelib"])
    names = sorted(path.name for path in packages.glob("*.dist-info"))
    return total(sys.version, *names, *_files(live=False))


def _files(live: bool) -> Iterator[bytes | str]:
    here = Path(__file__).parents[1]
    for path in sorted(here.rglob("*")):
        if path.suffix in _MADE_OF and live is (path.suffix == ".html" or path.name in _LIVE):
            yield path.relative_to(here).as_posix()
            yield path.read_bytes()


class Shelf:
    """One such file. kept: what the last run left, empty if it cannot be used.

    docs: the folder of the records; None when they came from nowhere and leave nothing behind.
    """

    def __init__(self, docs: Path | None, name: str, *seal: bytes | str) -> None:
        self._path = docs.parent / PLACE / name if docs else None
        self._seal = total(code(), *seal)
        self.kept: dict[Any, Any] = _read(self._path, self._seal) if self._path else {}

    def save(self, made: dict[Any, Any]) -> None:
        """Put `made` in the place of what was kept; where nothing can be written, costs time."""
        if self._path is None:
            return
        beside = ""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            handle, beside = tempfile.mkstemp(dir=self._path.parent, prefix=f".{self._path.name}-")
            with os.fdopen(handle, "wb") as file:
                file.write(self._seal + bytes(_SIZE))
                written = _Summed(file)
                pickle.dump(made, written, pickle.HIGHEST_PROTOCOL)
                file.seek(len(self._seal))
                file.write(written.sum.digest())
            Path(beside).replace(self._path)
        except OSError:
            if beside:
                Path(beside).unlink(missing_ok=True)
            return
        _sweep(self._path.parent)


class _Summed:
    """A file that is summed while it is written: a shelf may be too large to be held twice."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.sum = hashlib.blake2b(digest_size=_SIZE)

    def write(self, data: Any) -> int:
        self.sum.update(data)
        return self._file.write(data)


def _read(path: Path, seal: bytes) -> dict[Any, Any]:
    try:
        with path.open("rb") as file:
            if file.read(len(seal)) != seal:
                return {}
            sum_, found = file.read(_SIZE), hashlib.blake2b(digest_size=_SIZE)
            while part := file.read(1 << 20):
                found.update(part)
            if found.digest() != sum_:
                return {}
            file.seek(len(seal) + _SIZE)
            made: dict[Any, Any] = pickle.load(file)  # whole, and written by this very code
    except OSError:
        return {}
    with suppress(OSError):
        os.utime(path)  # it is in use: `_sweep` goes by this
    return made


def _sweep(folder: Path) -> None:
    """Take away what killed runs, and settings that nobody builds with any more, have left."""
    for path in (*folder.glob(".*-*"), *folder.glob("*-*")):
        with suppress(OSError):  # another run was faster
            if time.time() - path.stat().st_mtime > _MONTH:
                path.unlink()
