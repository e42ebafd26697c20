"""The lines of the token list: coded on all cores, or kept where no document changed.

To code them all takes longer than to read one edited record; most tokens do not stand in it.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from ..cores import blocks
from ..kept import Shelf
from . import block, concepts, index, shards
from .index import Packed

_FEW = 10_000  # tokens; fewer take less time than a second process


def lines(
    packed: Mapping[str, Packed], bindings: Mapping[str, int], read: block.Read, docs: Path | None
) -> list[str]:
    """In the order of the tokens. packed: the postings of each. read: where they come from."""
    ordered = sorted(packed, key=shards.order)
    shelf = Shelf(docs, "lines")
    kept: dict[str, str] = {}
    if read.old is not None and shelf.kept.get("of") == read.before:
        kept = {line.partition(" ")[0]: line for line in shelf.kept["lines"].split("\n")}
        for token in _touched(read):
            kept.pop(token, None)
    # What speaks of a concept is found anew each time.
    new = [token for token in ordered if token not in kept or token[0] == concepts.MARK]

    def some(tokens: Sequence[str]) -> list[str]:
        return [
            shards.line(token, index.strongest(token, index.unpacked(packed[token]), bindings))
            for token in tokens
        ]

    coded = (line for portion in blocks(some, new, _FEW) for line in portion)
    kept |= zip(new, coded, strict=True)
    made = [kept[token] for token in ordered]
    if read.now != shelf.kept.get("of"):
        shelf.save({"of": read.now, "lines": "\n".join(made)})
    return made


def _touched(read: block.Read) -> set[str]:
    """Tokens that stand otherwise than before, and pairs that are a word more or less often."""
    found: set[str] = set()
    for place, packet in (read.old or {}).items():
        old, new = block.opened(packet), block.opened(read.packets[place])
        for was, now in ((old.hits, new.hits), (old.bound, new.bound)):
            found.update(one for one in was.keys() | now.keys() if was.get(one) != now.get(one))
    return found
