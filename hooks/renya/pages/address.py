"""Where pages stand, and how one names another without a host: always by a relative address."""

import posixpath
from dataclasses import dataclass
from functools import lru_cache

from ..records.base import Lang


@dataclass(frozen=True, slots=True)
class Addresses:
    """directory_urls: `cases/x/` for a web server, or `cases/x.html` for a folder of files."""

    directory_urls: bool = True

    def home(self) -> str:
        return "" if self.directory_urls else "index.html"

    def listing(self, kind: str) -> str:
        return f"{kind}/" if self.directory_urls else f"{kind}/index.html"

    def record(self, kind: str, record_id: str) -> str:
        return self.prose(f"{kind}/{record_id}")

    def prose(self, name: str) -> str:
        """name: path of the Markdown file under docs without its ending."""
        return f"{name}/" if self.directory_urls else f"{name}.html"

    def file(self, address: str) -> str:
        """The file that a server sends for an address."""
        return f"{address}index.html" if address in ("", "en/") or address[-1] == "/" else address


def in_language(address: str, lang: Lang) -> str:
    return f"en/{address}" if lang == "en" else address


def to_root(address: str) -> str:
    """`../` as often as it takes to climb from a page to the root of the site."""
    return "../" * address.count("/")


@lru_cache(maxsize=65536)
def relative(source: str, target: str) -> str:
    """The address of `target` as a link on the page `source`; both from the root of the site."""
    folder = posixpath.dirname(source)
    path = posixpath.relpath(target or ".", folder or ".")
    if target == "" or target.endswith("/"):
        path += "/"
    return path
