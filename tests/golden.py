"""Files that hold what was right; `RENYA_UPDATE_GOLDEN=1 pytest` writes them anew, to be read."""

import os
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"


def same_as_golden(name: str, text: str) -> None:
    path = GOLDEN / name
    if os.environ.get("RENYA_UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.is_file(), f"no {path.name}: run with RENYA_UPDATE_GOLDEN=1"
    assert text == path.read_text(encoding="utf-8"), "if this is meant: RENYA_UPDATE_GOLDEN=1"
