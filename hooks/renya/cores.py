"""The same work on many things, on all cores of the machine. Knows nothing of the work.

Workers are forked: they see everything that was read, and nothing has to be copied to them.
Where forking is not to be had (Windows) or not safe (the preview, which runs threads), the
work is done in turn; the results are the same.
"""

import gc
import multiprocessing
import os
import threading
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

One = TypeVar("One")
Made = TypeVar("Made")

_FEW = 64  # things: for fewer, starting workers costs more than it saves
_PARTS = 16  # portions a worker: large ones at the end would leave a core idle
_work: Callable[[Any], Any]


def spread(work: Callable[[One], Made], things: Sequence[One]) -> list[Made]:
    """`[work(one) for one in things]`; what `work` raises is raised here."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    if cores < 2 or len(things) < _FEW or threading.active_count() > 1:
        return [work(one) for one in things]
    global _work
    _work = work
    size = max(1, len(things) // (cores * _PARTS))
    portions = [things[start : start + size] for start in range(0, len(things), size)]
    gc.freeze()  # else the collector would touch, and so copy, every page of memory
    try:
        with multiprocessing.get_context("fork").Pool(cores) as pool:
            return [made for portion in pool.imap(_portion, portions) for made in portion]
    finally:
        gc.unfreeze()


def _portion(things: Sequence[Any]) -> list[Any]:
    return [_work(one) for one in things]
