"""The same work on many things, on all cores of the machine. Knows nothing of the work.

Workers are forked: they see everything that was read, and are told only which things are theirs.
Where forking is not to be had (Windows) or not safe (the preview, which runs threads), the
work is done in turn; the results are the same.
"""

import gc
import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

One = TypeVar("One")
Made = TypeVar("Made")

FEW = 64  # things: for fewer, starting workers costs more than it saves
_PARTS = 16  # portions a worker: large ones at the end would leave a core idle
_work: Callable[[Any], Any]
_things: Sequence[Any]


def spread(work: Callable[[One], Made], things: Sequence[One]) -> list[Made]:
    """`[work(one) for one in things]`; what `work` raises is raised here."""
    made = blocks(lambda portion: [work(one) for one in portion], things)
    return [one for portion in made for one in portion]


def blocks(
    work: Callable[[Sequence[One]], Made], things: Sequence[One], few: int = FEW
) -> Iterator[Made]:
    """What `work` makes of the things, portion by portion and in their order.

    few: under so many things the work is done in turn.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    if cores < 2 or len(things) < few or threading.active_count() > 1:
        if things:
            yield work(things)
        return
    global _work, _things
    _work, _things = work, things
    size = max(1, len(things) // (cores * _PARTS))
    portions = [slice(start, start + size) for start in range(0, len(things), size)]
    gc.freeze()  # else the collector would touch, and so copy, every page of memory
    try:
        with multiprocessing.get_context("fork").Pool(cores) as pool:
            yield from pool.imap(_portion, portions)
    finally:
        gc.unfreeze()


def _portion(places: slice) -> Any:
    return _work(_things[places])
