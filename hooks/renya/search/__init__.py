"""The search of the site: an index that Python writes, in small files that a browser asks for.

`documents` says what can be found, `tokens` how a text becomes tokens, `index` which document
holds which, `concepts` and `variants` what else a reader may type, `shards` how it lies in
files. `client/` is what runs in the browser. No module here knows MkDocs.
"""

from . import build, page

__all__ = ["build", "page"]
