"""What a long piece of work says of itself: on a terminal while it runs, in a log at its end."""

import io
import itertools

import pytest

from renya.stages import Stages


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def stages(out: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> Stages:
    monkeypatch.delenv("CI", raising=False)
    ticks = itertools.count()
    return Stages(out=out, clock=lambda: float(next(ticks)))


def test_a_terminal_shows_the_stage_and_its_count_on_one_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = Terminal()
    made = stages(out, monkeypatch)
    with made.stage("record pages"):
        made.step("record pages", 64, 1882)
    said = out.getvalue()
    assert "record pages 64/1882" in said
    assert "\n" not in said and said.endswith("\r\033[K")


@pytest.mark.parametrize("quiet", ["log", "CI"])
def test_a_log_and_ci_are_told_nothing_meanwhile(
    monkeypatch: pytest.MonkeyPatch, quiet: str
) -> None:
    out = Terminal() if quiet == "CI" else io.StringIO()
    made = stages(out, monkeypatch)
    if quiet == "CI":
        monkeypatch.setenv("CI", "1")
    with made.stage("search"):
        made.step("search", 1, 2)
    assert out.getvalue() == ""


def test_the_table_sums_what_happened_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    made = stages(io.StringIO(), monkeypatch)
    for _ in range(2):
        with made.stage("record pages") as now:
            now.things += 10
    with made.stage("search") as now:
        now.things, now.kept = 5, 3
    rows = made.table().splitlines()
    assert [row.split()[0] for row in rows] == ["record", "search", "all"]
    assert rows[0].endswith("s  20") and rows[1].endswith("s  5 (3 from the cache)")
    assert made.summary().startswith("20 record pages, 5 search in ")


def test_a_stage_that_fails_leaves_the_line_clean(monkeypatch: pytest.MonkeyPatch) -> None:
    out = Terminal()
    with pytest.raises(ValueError), stages(out, monkeypatch).stage("search"):
        raise ValueError
    assert out.getvalue().endswith("\r\033[K")
