"""How well and how fast the search answers, in Chromium, on a built site.

    python bench/search.py [SITE] [--queries FILE] [--slow]

Prints recall at five and mean reciprocal rank for each kind of query, the bytes of a first
query and the time of a warm one. A query's answers are the links of the results page in the
reader's language, in the order in which they stand there; `want` holds the right ones.
recall at five = right ones among the first five / min(5, right ones). Never prints a query:
whoever tunes the search is not to read them.
"""

import argparse
import functools
import gzip
import http.server
import json
import statistics
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).parent
SLOW = {"latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000, "offline": False}
ANSWERED = "typed => document.documentElement.dataset.answered === typed"
LINKS = (
    """() => [...document.querySelectorAll('.hit-group:not(.elsewhere) .hit a')].map(a => a.href)"""
)

TIMED = """typed => new Promise((done) => {
  const field = document.querySelector("#q"), root = document.documentElement;
  delete root.dataset.answered;
  const watch = new MutationObserver(() => {
    if (root.dataset.answered !== typed) return;
    watch.disconnect();
    done(performance.now() - before);
  });
  watch.observe(root, { attributes: true });
  field.value = typed;
  const before = performance.now();
  field.form.requestSubmit();
})"""


class Query(NamedTuple):
    kind: str
    text: str
    lang: str
    want: tuple[str, ...]


class _Zipped(http.server.SimpleHTTPRequestHandler):
    """Files as a static host sends them: compressed, kept by the browser."""

    sent: dict[str, int] = {}

    def log_message(self, *_: Any) -> None:
        pass

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        data = gzip.compress(path.read_bytes(), 6)
        self.sent[self.path] = len(data)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path.name))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@contextmanager
def served(site: Path) -> Iterator[str]:
    handler = functools.partial(_Zipped, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def read(path: Path) -> list[Query]:
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [Query(row["kind"], row["q"], row["lang"], tuple(row["want"])) for row in rows]


def place(lang: str) -> str:
    return "en/search/" if lang == "en" else "search/"


def answers(page: Page, base: str, query: Query) -> list[str]:
    """Names of the results, as `want` names them."""
    page.fill("#q", query.text)
    page.press("#q", "Enter")
    page.wait_for_function(ANSWERED, arg=query.text)
    root = base + ("en/" if query.lang == "en" else "")
    return [link.removeprefix(root).rstrip("/") for link in page.evaluate(LINKS)]


def judged(found: list[str], query: Query) -> tuple[float, float]:
    """(recall at five, reciprocal rank). Terms of the glossary take no rank: who judged the
    queries had not seen them, so that none could be named.
    """
    found = [one for one in found if not one.startswith("glossary/")]
    right = sum(one in query.want for one in found[:5])
    ranks = [rank for rank, one in enumerate(found[:10], 1) if one in query.want]
    return right / min(5, len(query.want)), 1 / ranks[0] if ranks else 0.0


def quality(page: Page, base: str, queries: list[Query]) -> None:
    results: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for lang in ("zh", "en"):
        page.goto(base + place(lang))
        for query in (one for one in queries if one.lang == lang):
            results[query.kind].append(judged(answers(page, base, query), query))
    every = [one for found in results.values() for one in found]
    print("| kind | queries | recall at 5 | MRR |\n|---|---|---|---|")
    for name, found in [*sorted(results.items()), ("all", every)]:
        recall, rank = (statistics.fmean(column) for column in zip(*found, strict=True))
        print(f"| {name} | {len(found)} | {recall:.3f} | {rank:.3f} |")


def weight(browser: Any, base: str, queries: list[Query]) -> None:
    """Bytes of the search for one query, in a browser that has nothing yet."""
    sizes = []
    for query in queries[:: max(1, len(queries) // 40)]:
        context = browser.new_context()
        page = context.new_page()
        _Zipped.sent.clear()
        page.goto(f"{base}{place(query.lang)}?q={quote(query.text)}")
        page.wait_for_function("() => document.documentElement.dataset.explained !== undefined")
        sizes.append(sum(size for name, size in _Zipped.sent.items() if "/search/" in name))
        context.close()
    sizes.sort()
    print(
        f"first query, KB with client, page and texts: median {sizes[len(sizes) // 2] / 1000:.1f}, "
        f"most {sizes[-1] / 1000:.1f}"
    )


def warm(page: Page, base: str, queries: list[Query]) -> None:
    """Milliseconds from the query to the drawn answer, its files having come before."""
    page.goto(base + place("zh"))
    own = [one for one in queries if one.lang == "zh"]
    for query in own:
        answers(page, base, query)
    times = sorted(page.evaluate(TIMED, one.text) for one in own)
    middle, late = times[len(times) // 2], times[int(len(times) * 0.95)]
    print(f"warm query, ms: median {middle:.2f}, 95 % {late:.2f}")


def slow(browser: Any, base: str, query: str) -> None:
    """Seconds to the first answer at 400 kbit/s and 400 ms, and to the next one."""
    context = browser.new_context()
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    page.goto(base + place("zh"))
    session.send("Network.emulateNetworkConditions", SLOW)
    clock = "() => performance.now()"
    for text in (query, query + "的"):
        page.fill("#q", text)
        before = page.evaluate(clock)
        page.press("#q", "Enter")
        page.wait_for_function(ANSWERED, arg=text, timeout=60_000)
        print(f"400 kbit/s, 400 ms: {(page.evaluate(clock) - before) / 1000:.2f} s")
    context.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", nargs="?", type=Path, default=HERE.parent / "site")
    parser.add_argument("--queries", type=Path, default=HERE / "search" / "queries.jsonl")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    parser.add_argument("--only-quality", action="store_true")
    options = parser.parse_args()
    queries = read(options.queries)
    with served(options.site) as base, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=options.chromium)
        quality(browser.new_page(), base, queries)
        if not options.only_quality:
            weight(browser, base, queries)
            warm(browser.new_page(), base, queries)
            slow(browser, base, "隔代教养")
        browser.close()


if __name__ == "__main__":
    main()
