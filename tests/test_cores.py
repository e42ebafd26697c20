"""The same work on many things, on all cores."""

import os
import subprocess
import sys
import threading

import pytest

from renya.cores import spread


def test_results_come_in_the_order_of_the_things() -> None:
    things = list(range(500))
    assert spread(lambda one: one * one, things) == [one * one for one in things]


# In a process of its own: other tests leave threads behind, and then nothing is forked.
SHARED = """
import os
from renya.cores import spread
assert os.getpid() not in spread(lambda _: os.getpid(), range(500))
assert set(spread(lambda _: os.getpid(), range(5))) == {os.getpid()}
"""


@pytest.mark.skipif(len(os.sched_getaffinity(0)) < 2, reason="one core: the work is done in turn")
def test_many_things_are_shared_among_processes_and_few_are_not() -> None:
    subprocess.run([sys.executable, "-c", SHARED], check=True)


def test_work_is_done_in_turn_where_threads_run() -> None:
    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    try:
        assert set(spread(lambda _: os.getpid(), range(500))) == {os.getpid()}
    finally:
        done.set()
        other.join()


def test_what_the_work_raises_is_raised() -> None:
    def work(one: int) -> int:
        if one == 333:
            raise OSError(28, "No space left on device")
        return one

    with pytest.raises(OSError, match="No space"):
        spread(work, range(500))
