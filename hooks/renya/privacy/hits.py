"""What a detector reports, before anybody decides about it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """start, end: in the plain text, Python offsets, end exclusive."""

    kind: str
    start: int
    end: int
