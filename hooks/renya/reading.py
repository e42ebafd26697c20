"""The files of records read on all cores; of those that did not change, what was known is kept.

A file that is faulty is read anew each time: what is wrong with it is told from the file itself.
"""

import pickle
from pathlib import Path

from .cores import spread
from .kept import Shelf, total
from .library import Known, know
from .problems import Problem
from .records.kinds import Kind
from .records.load import load

File = tuple[Kind, str, Path]  # its kind, how messages name it, where it lies
_Packet = tuple[bytes, bytes]  # the sum of a file, and what is known of it


def read(files: list[File], docs: Path) -> tuple[list[Known | Problem], int]:
    """What is known of each file, in their order, and of how many it was known before."""
    shelf = Shelf(docs, "records", str(docs.resolve()))
    same = {one: found for one in files if (found := _same(one, shelf.kept))}
    new = [one for one in files if one not in same]
    read_now = dict(zip(new, spread(_packed, new), strict=True))
    clean = {one[1]: packet for one, packet in read_now.items() if isinstance(packet, tuple)}
    if clean or len(same) < len(shelf.kept):
        shelf.save({one[1]: packet for one, packet in same.items()} | clean)
    shelf.kept.clear()
    made: list[Known | Problem] = []
    for one in files:
        now = same.pop(one) if one in same else read_now.pop(one)
        made.append(pickle.loads(now[1]) if isinstance(now, tuple) else now)
    return made, len(files) - len(new)


def _same(file: File, kept: dict[str, _Packet]) -> _Packet | None:
    kind, name, path = file
    if name not in kept:
        return None
    try:
        sum_ = total(kind.name, name, path.read_bytes())
    except OSError:
        return None
    return kept[name] if kept[name][0] == sum_ else None


def _packed(file: File) -> _Packet | Known | Problem:
    """A clean file as bytes, which is how it comes from another process and how it is kept."""
    kind, name, path = file
    try:
        data = path.read_bytes()
    except OSError as error:
        hint = "check that it is a file you may read"
        return Problem(name, 0, "", f"cannot be read ({error.strerror})", hint)
    known = know(load(kind, name, path.stem, data, path.read_bytes))
    if known.loaded.made is None or known.loaded.problems:
        return known
    return known.loaded.sum, pickle.dumps(known, pickle.HIGHEST_PROTOCOL)
