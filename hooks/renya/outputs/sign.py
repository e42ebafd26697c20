"""What two people sign for a real case: the lines to paste, bound to the very text they read."""

import sys
from pathlib import Path

from .. import checks
from ..folder import read_folder
from ..privacy import GATE_VERSION
from ..problems import errors
from ..records.case import Case
from ..records.consent import content_sha256

DECLARED = """\
# Who signs says: I read both languages to the end, as a neighbour and as a classmate would.
# No name, place below the province, school, date or exact age is left, in no disguise.
# Somebody who does not know the case searched for half an hour and found nothing.
# Even unrecognised, the child is not hurt by this page. The family saw this very text.
"""


def run(docs: Path, file: Path) -> int:
    """Exit code: 0 printed, 1 the gate refuses the file, 2 it is no real case."""
    library = read_folder(docs, docs.as_posix().removeprefix("./"))
    found = [e for e in library.entries.values() if Path(e.located.path) == file]
    if not found or not isinstance(found[0].record, Case):
        print(f"renya: {file}: is no case that can be read - try: renya check", file=sys.stderr)
        return 2
    case = found[0].record
    if case.origin != "real_anonymised":
        print(f"renya: {file}: is made up - only real cases are signed", file=sys.stderr)
        return 2
    # What the signature itself will mend is no reason not to give it.
    wrong = [
        one
        for one in errors(checks.run(library))
        if one.path == found[0].located.path and not one.field.startswith(("sign_off", "origin"))
    ]
    if wrong:
        print("\n".join(map(str, wrong)))
        print("not signed: mend this first", file=sys.stderr)
        return 1
    print(f"{DECLARED}  content_sha256: {content_sha256(case)}\n  gate_version: '{GATE_VERSION}'")
    return 0
