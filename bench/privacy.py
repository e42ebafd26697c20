"""Recall, precision and speed of the privacy gate: `python bench/privacy.py`.

`privacy/tuning.jsonl` may be read while the gate is changed. `privacy/kept_aside.jsonl` was
written by the same recipe with other sentences and names; `privacy/fresh.jsonl` came last, when
the gate stood as it is. People, schools and firms in all of them are invented.
"""

import argparse
import json
import time
from collections import Counter
from pathlib import Path

from renya.privacy.scan import blocked, scan

SETS = Path(__file__).with_name("privacy")


def measure(path: Path, show: bool) -> None:
    sentences = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    size = sum(len(one["text"].encode()) for one in sentences) / 1024
    scan("王小明")  # the word lists are loaded before the clock starts
    start = time.perf_counter()
    found = [blocked(scan(one["text"], one.get("zone", "case"))) for one in sentences]
    took = (time.perf_counter() - start) * 1000
    wanted = [one["expect"] == "block" for one in sentences]
    right = sum(a and b for a, b in zip(found, wanted, strict=True))
    print(f"{path.name}: {len(sentences)} sentences, recall {right / sum(wanted):.3f}, "
          f"precision {right / sum(found):.3f}, {took / size:.1f} ms/KB")  # fmt: skip
    missed: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for one, got in zip(sentences, found, strict=True):
        total.update(one["classes"])
        missed.update([] if got else one["classes"])
        if show and got != (one["expect"] == "block"):
            print(f"  {one['id']} should {one['expect']}: {one['text']}")
    print(
        "  missed: "
        + (", ".join(f"{k} {n} of {total[k]}" for k, n in sorted(missed.items())) or "-")
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument(
        "--show", action="store_true", help="print the wrong ones of the tuning set"
    )
    arguments = parser.parse_args()
    measure(SETS / "tuning.jsonl", arguments.show)
    measure(SETS / "kept_aside.jsonl", False)
    measure(SETS / "fresh.jsonl", False)
