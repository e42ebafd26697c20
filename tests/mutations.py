"""Valid records made wrong at random, as a tired author or a broken disk makes them."""

from hypothesis import strategies as st

from project import record_text
from renya.records.kinds import KINDS, Kind

VALUES = (
    "", "~", "no", "true", "-1", "0", "1.10", "9" * 400, "1." + "0" * 400, "2026-02-30", "a: b",
    "[", "[[[]]]", "{}", "{a: {b: [c]}}", "- a", '"', "'", '"a\\0b"', '"\\e[31m"', "|", ">", "&a b",
    "*a", "!!python/name:os.system x", "!a b", "@a", "%a", "`a`", "：", "# a", "<b>", "{{ a }}",
    "文[@practice]。", "[@a; @b", "［@a］", "first-role", "2026-11-01", "a" * 3000, "\U0001f331",
    '"a\\nb"', "<<", "? a",
)  # fmt: skip
PIECES = (
    "\t",
    "：",
    ":",
    " ",
    "\n",
    "\r",
    "\0",
    "\ufeff",
    "---\n",
    "...\n",
    "- ",
    "\u2028",
    "\x1b",
)


@st.composite
def mutated(draw: st.DrawFn) -> tuple[Kind, str, bytes]:
    """(kind, file name without ending, bytes) of a record with one to four mutations."""
    kind = draw(st.sampled_from(KINDS))
    stem = f"first-{kind.singular}"
    text = record_text(kind, stem)
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, max(len(lines) - 1, 0)))
        match draw(st.integers(0, 7)):
            case 0:
                del lines[at : at + draw(st.integers(1, 3))]
            case 1:
                lines.insert(at, draw(st.sampled_from(lines or [""])))
            case 2:
                lines[at : at + 1] = [
                    line.partition(":")[0] + ": " + draw(st.sampled_from(VALUES))
                    for line in lines[at : at + 1]
                ]
            case 3:
                lines[at : at + 1] = [" " * draw(st.integers(0, 6)) + line.lstrip()
                                      for line in lines[at : at + 1]]  # fmt: skip
            case 4:
                lines[at : at + 1] = [
                    line + draw(st.text(max_size=8)) for line in lines[at : at + 1]
                ]
            case 5:
                lines.insert(at, draw(st.sampled_from(PIECES)))
            case 6:
                lines = lines[: max(at, 1)]
            case 7:
                lines.insert(at, "  " * draw(st.integers(0, 2)) + draw(st.sampled_from(VALUES)))
    data = "\n".join(lines).encode("utf-8", "replace")
    if draw(st.integers(0, 5)) == 0:
        cut = draw(st.integers(0, len(data)))
        data = data[:cut] + draw(st.binary(max_size=6)) + data[draw(st.integers(cut, len(data))) :]
    return kind, stem, data
