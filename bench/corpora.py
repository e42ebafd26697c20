"""Guides of any size for measuring: the shipped guide, and more cases recombined from its own.

Each text of a case is drawn from the same field of all shipped cases, so that words, lengths
and links are those of real pages. The same seed and number give the same files.
"""

import argparse
import random
import shutil
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

SHIPPED = Path(__file__).parents[1] / "docs"
Field = tuple[str, ...]


def write(folder: Path, cases: int, seed: int = 1) -> None:
    """folder: becomes a `docs` folder with that many cases in all; it must not exist yet."""
    shutil.copytree(SHIPPED, folder)
    shipped = [
        yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        for path in sorted((SHIPPED / "cases").glob("*.yml"))
    ]
    pool = _pool(shipped)
    for number in range(len(shipped), cases):
        chance = random.Random(f"{seed}-{number}")
        record = _mixed(shipped[number % len(shipped)], (), pool, chance)
        record["id"] = f"case-{number:05}"
        record["title"] = {lang: f"{text} {number}" for lang, text in record["title"].items()}
        record.pop("pseudonyms", None)
        text = yaml.dump(record, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
        (folder / "cases" / f"{record['id']}.yml").write_text(text, encoding="utf-8")


def _pool(records: list[dict[str, Any]]) -> dict[Field, list[dict[str, str]]]:
    pool: dict[Field, list[dict[str, str]]] = defaultdict(list)
    for record in records:
        for field, pair in _pairs(record, ()):
            pool[field].append(pair)
    return pool


def _pairs(value: Any, field: Field) -> Iterator[tuple[Field, dict[str, str]]]:
    if _is_pair(value):
        yield field, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _pairs(inner, (*field, key))
    elif isinstance(value, list):
        for inner in value:
            yield from _pairs(inner, field)


def _mixed(value: Any, field: Field, pool: dict[Field, list[Any]], chance: random.Random) -> Any:
    """A copy whose texts come from the same field of any case. Labels of people stay."""
    if _is_pair(value):
        kept = "genogram" in field or "ecomap" in field
        return dict(value if kept else chance.choice(pool[field]))
    if isinstance(value, dict):
        return {key: _mixed(inner, (*field, key), pool, chance) for key, inner in value.items()}
    if isinstance(value, list):
        return [_mixed(inner, field, pool, chance) for inner in value]
    return value


def _is_pair(value: Any) -> bool:
    return isinstance(value, dict) and set(value) >= {"zh", "en"} and isinstance(value["zh"], str)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cases", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    write(arguments.folder, arguments.cases, arguments.seed)
