"""The stages of a long piece of work: how long each took, and where it is now.

On a terminal the present stage and its count stand on one line that is written over; in a log
or in CI nothing is said until `table` is asked for. Knows nothing of the work.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TextIO

SAY = "RENYA_SAY"  # environment: `summary` or `timings` at the end of a build
_EVERY = 0.1  # seconds between two looks at the clock of the terminal


@dataclass
class Stage:
    """seconds: wall clock. things: how many it dealt with. kept: how many came from a cache."""

    name: str
    seconds: float = 0.0
    things: int = 0
    kept: int = 0


@dataclass
class Stages:
    """out: where progress is shown, when it is a terminal."""

    out: TextIO = field(default_factory=lambda: sys.stderr)
    done: list[Stage] = field(default_factory=list)
    clock: Callable[[], float] = time.perf_counter
    _shown: float = 0.0

    @contextmanager
    def stage(self, name: str) -> Iterator[Stage]:
        """The same name twice (once a language) is one stage."""
        now = next((one for one in self.done if one.name == name), None)
        if now is None:
            now = Stage(name)
            self.done.append(now)
        start = self.clock()
        self.show(name)
        try:
            yield now
        finally:
            now.seconds += self.clock() - start
            self.clear()

    def step(self, name: str, at: int, of: int) -> None:
        """Progress within a stage."""
        if self.clock() - self._shown > _EVERY:
            self.show(f"{name} {at}/{of}")

    def show(self, text: str) -> None:
        if self.visible:
            self._shown = self.clock()
            print(f"\r\033[K{text}", end="", file=self.out, flush=True)

    def clear(self) -> None:
        if self.visible:
            print("\r\033[K", end="", file=self.out, flush=True)

    @property
    def visible(self) -> bool:
        return self.out.isatty() and not os.environ.get("CI")

    def summary(self) -> str:
        """One line: what was made, and how long all took."""
        made = ", ".join(f"{one.things} {one.name}" for one in self.done if one.things)
        return f"{made} in {sum(one.seconds for one in self.done):.1f} s"

    def table(self) -> str:
        """A line a stage: seconds, things, and how many of them were kept from before."""
        width = max((len(one.name) for one in self.done), default=0)
        lines = [_line(one, width) for one in self.done]
        return "\n".join(
            [*lines, _line(Stage("all", sum(one.seconds for one in self.done)), width)]
        )


def _line(one: Stage, width: int) -> str:
    things = f"  {one.things}" if one.things else ""
    kept = f" ({one.kept} from the cache)" if one.kept else ""
    return f"{one.name:<{width}} {one.seconds:7.2f} s{things}{kept}"
