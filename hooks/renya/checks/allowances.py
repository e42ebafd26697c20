"""The one reviewed file of what the gate may let pass: `privacy/allow.yml` beside docs.

Each entry names the file, and the exact words or the SHA-256 of a picture, with the reason,
the initials of two people and the month until which it holds. What two people may allow,
the gate still names once it expires; identity numbers nobody can allow.
"""

import datetime
import re
from dataclasses import dataclass
from pathlib import Path

from ..privacy.scan import scan
from ..problems import Problem
from ..source import Located, dotted, read
from ..source import Path as Field

PLACE = "privacy/allow.yml"
_NEVER = frozenset(["resident_id", "passport", "student_number", "masked_number"])
_FIELDS = {
    "file": (re.compile(r"[^\s].*\.\w+\Z"), "the path of the file under docs, as cases/x.yml"),
    "reason": (re.compile(r".{10,}", re.DOTALL), "say in a sentence why it can identify nobody"),
    "until": (re.compile(r"20\d\d-(?:0[1-9]|1[0-2])\Z"), "write a month, as 2027-06"),
}


@dataclass(frozen=True, slots=True)
class Allowance:
    """file: below docs. text: exact words, or empty. sha256: of a picture, or empty."""

    file: str
    text: str
    sha256: str


def read_allowances(root: Path, today: datetime.date) -> tuple[list[Allowance], list[Problem]]:
    """What is allowed today, and what is wrong with the file. root: the folder above docs."""
    path = root / PLACE
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return [], []
    except OSError as error:
        hint = "check that it is a file you may read"
        return [], [Problem(PLACE, 0, "", f"cannot be read ({error.strerror})", hint)]
    located = read(PLACE, data)
    listed = located.value.get("allow") if isinstance(located.value, dict) else None
    if located.problems or not isinstance(listed, list):
        hint = "start with `allow:` and a list below it"
        wrong = Problem(PLACE, 1, "allow", "is not a list", hint)
        return [], located.problems or [wrong]
    made: list[Allowance] = []
    problems: list[Problem] = []
    for number, one in enumerate(listed):
        found = _faults(located, ("allow", number), one, today)
        problems += found
        if not found:
            made.append(Allowance(one["file"], one.get("text", ""), one.get("sha256", "")))
    return made, problems


def _faults(located: Located, at: Field, one: object, today: datetime.date) -> list[Problem]:
    def wrong(field: str, message: str, hint: str) -> Problem:
        place = (*at, field) if field else at
        return Problem(PLACE, located.line(place), dotted(place), message, hint)

    if not isinstance(one, dict):
        return [wrong("", "is no entry", "write file, text, reason, reviewers and until")]
    found = [
        wrong(field, "is missing or unclear", hint)
        for field, (form, hint) in _FIELDS.items()
        if not form.match(str(one.get(field, "")))
    ]
    people = one.get("reviewers")
    if not isinstance(people, list) or len({str(each).strip().upper() for each in people}) < 2:
        found.append(wrong("reviewers", "names fewer than two people", "two people look, two sign"))
    text, picture = one.get("text"), one.get("sha256")
    if isinstance(text, str) == isinstance(picture, str):
        found.append(wrong("", "allows neither words nor a picture, or both",
                           "give text: in quotes, or sha256:"))  # fmt: skip
    if isinstance(text, str) and any(hit.kind in _NEVER for hit in scan(text)):
        found.append(wrong("text", "is an identity number", "take it out of the file it stands in"))
    if not found and one["until"] < f"{today:%Y-%m}":
        found.append(wrong("until", f"has passed ({one['until']})",
                           "look at it again: mend the file, or give a new month"))  # fmt: skip
    return found
