"""A small project in a temporary folder, written by the skeleton generator: one record a kind."""

import datetime
import re
import shutil
from pathlib import Path

from renya.outputs.skeleton import skeleton
from renya.records.base import RefTo
from renya.records.kinds import BY_NAME, BY_SINGULAR, KINDS, Kind

ROOT = Path(__file__).resolve().parent.parent
TODAY = datetime.date(2026, 11, 1)


def find(link: RefTo) -> str:
    if link.relation == "builds":
        return "first-dimension"
    return f"first-{BY_NAME[link.kind].singular}"


def record_text(kind: Kind, record_id: str) -> str:
    """A valid published record, whose links name the other records of `write_docs`."""

    def other(link: RefTo) -> str:
        return "second-role" if find(link) == record_id else find(link)

    text = skeleton(kind, record_id, TODAY, other)
    text = text.replace("待写", "文字").replace("To be written", "Words")
    return text.replace("status: draft", "status: active")


def write_docs(docs: Path) -> Path:
    """One record a kind, a dimension and a second role, all linked; prose pages beside."""
    for kind in KINDS:
        folder = docs / kind.name
        folder.mkdir(parents=True)
        record_id = f"first-{kind.singular}"
        (folder / f"{record_id}.yml").write_text(record_text(kind, record_id), encoding="utf-8")
    second = record_text(BY_SINGULAR["role"], "second-role")
    (docs / "roles" / "second-role.yml").write_text(second, encoding="utf-8")
    dimension = record_text(BY_SINGULAR["concept"], "first-dimension")
    dimension = dimension.replace("type: theory", "type: dimension\nside: inner\norder: 1")
    (docs / "theory" / "first-dimension.yml").write_text(dimension, encoding="utf-8")
    for name, zh, en in (("danger", "先看安全", "Danger first"), ("method", "方法", "Method")):
        (docs / f"{name}.md").write_text(f"# {zh}\n\n## 一\n\n正文。\n", encoding="utf-8")
        (docs / f"{name}.en.md").write_text(f"# {en}\n\n## One\n\nText.\n", encoding="utf-8")
    return docs


def write_project(root: Path) -> Path:
    """A project that MkDocs can build: our configuration, hook and theme with the small docs."""
    write_docs(root / "docs")
    shutil.copytree(ROOT / "theme", root / "theme")
    shutil.copytree(ROOT / "hooks", root / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "schemas", root / "schemas")
    for name in ("mkdocs.yml", "mkdocs-offline.yml"):
        text = (ROOT / name).read_text(encoding="utf-8")
        text = re.sub(r"  - (?!index|danger|method)[a-z-]+\.md\n", "", text)  # pages it has not
        (root / name).write_text(text, encoding="utf-8")
    return root
