"""A web server on 127.0.0.1 for a folder: unknown addresses get the site's 404.html."""

import contextlib
import threading
from collections.abc import Iterator
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *rest: Any, not_found: Path, **named: Any) -> None:
        self.not_found = not_found
        super().__init__(*rest, **named)

    def log_message(self, *_: Any) -> None:
        """Says nothing: pytest shows what went wrong."""

    def send_error(self, code: int, *rest: Any) -> None:
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, *rest)
            return
        body = self.not_found.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextlib.contextmanager
def serving(folder: Path, path: str = "/") -> Iterator[str]:
    """Address of the site that stands, or will stand, at `path` below the served folder."""
    not_found = folder / path.strip("/") / "404.html"
    handler = partial(_Handler, directory=str(folder), not_found=not_found)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{path}"
        server.shutdown()
