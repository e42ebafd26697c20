"""A folder made beside the old one and then put in its place: the old one serves until then.

A full disk or a killed build leaves the last good folder as it was.
"""

import os
import shutil
import tempfile
from collections.abc import Callable
from itertools import count
from pathlib import Path

_TURNS = 50  # builds that may be faster than this one


def begin(folder: Path) -> Path:
    """An empty folder on the same disk. What killed builds left behind is swept away."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    for left in folder.parent.glob(f".{folder.name}-*-*"):
        if not _alive(left.name.removeprefix(f".{folder.name}-").partition("-")[0]):
            shutil.rmtree(left, ignore_errors=True)
    made = Path(tempfile.mkdtemp(prefix=f".{folder.name}-{os.getpid()}-", dir=folder.parent))
    made.chmod(0o755)  # a web server reads it
    return made


def put(made: Path, folder: Path) -> None:
    """Put `made` where `folder` is. Two renames: for a moment neither has the name."""
    for turn in count():
        old = made.with_name(f"{made.name}-old{turn}")
        try:
            folder.rename(old)
        except FileNotFoundError:
            pass  # there is none yet, or another build is just putting its own
        except OSError:  # a mounted volume cannot be renamed
            _pour(made, folder)
            return
        try:
            made.rename(folder)
        except OSError:
            if turn < _TURNS and folder.exists():  # another build was faster: its site is the old
                shutil.rmtree(old, ignore_errors=True)
                continue
            if old.exists():
                old.rename(folder)
            raise
        shutil.rmtree(old, ignore_errors=True)
        return


def again(old: str, new: str, good: Callable[[bytes], bool]) -> bool:
    """Put a file of the last good folder into the new one, if it is what it should be.

    Both folders then share it: nothing may write into a file once it is made.
    """
    try:
        try:
            os.link(old, new)
        except FileExistsError:
            return False
        except OSError:  # a disk without links
            shutil.copyfile(old, new)
        with open(new, "rb") as file:  # noqa: PTH123 - by the new name: the old may be replaced
            if good(file.read()):
                return True
        os.unlink(new)  # noqa: PTH108
    except OSError:
        pass  # it is not there, or another build has just replaced it
    return False


def drop(made: Path) -> None:
    shutil.rmtree(made, ignore_errors=True)


def _pour(made: Path, folder: Path) -> None:
    for inside in folder.iterdir():
        if inside.is_dir() and not inside.is_symlink():
            shutil.rmtree(inside)
        else:
            inside.unlink()
    shutil.copytree(made, folder, dirs_exist_ok=True)
    drop(made)


def _alive(process: str) -> bool:
    try:
        os.kill(int(process), 0)
    except (ProcessLookupError, ValueError):
        return False
    except OSError:
        return True  # it is somebody else's
    return True
