"""JSON Schemas for editors, from the same models that validate."""

import json
from pathlib import Path
from typing import Any

from ..records.kinds import KINDS, Kind


def file_name(kind: Kind) -> str:
    return f"{kind.singular}.schema.json"


def schema(kind: Kind) -> dict[str, Any]:
    """The JSON Schema (2020-12) of one kind."""
    made = kind.model.model_json_schema(by_alias=True, mode="validation")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def text(kind: Kind) -> str:
    return json.dumps(schema(kind), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def write(folder: Path) -> list[Path]:
    """Write one file a kind into `folder`; give their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for kind in KINDS:
        path = folder / file_name(kind)
        path.write_text(text(kind), encoding="utf-8")
        written.append(path)
    return written
