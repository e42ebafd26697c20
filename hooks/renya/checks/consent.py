"""A real case is published only with consent and two people's sign-off, both still good.

Consent opens nothing that the other rules close: name, image, home and school of a child stay
out of the guide whoever agreed (Law on the Protection of Minors, art. 103).
"""

import datetime
import re
from collections.abc import Iterator
from typing import get_args

from ..library import Entry, Library
from ..privacy import GATE_VERSION
from ..problems import Problem
from ..records.case import Case
from ..records.consent import Consent, Scope, SignOff, content_sha256
from .place import problem

MONTHS_GOOD = 24  # a sign-off is looked at again after two years
INTRUDER_MINUTES = 30
_FORM = re.compile(r"(?i)同意书|知情同意|授权书|consent|assent")
# Bands in which every child is eight or older, and so is asked.
_ASKED = frozenset(["9-11", "12-14", "15-17"])


def today() -> datetime.date:
    return datetime.date.today()


def _cases(library: Library) -> Iterator[tuple[Entry, Case]]:
    """Those that are real, or say that they are."""
    for entry in library.of("cases"):
        if not isinstance(entry.face, Case):
            continue
        if entry.face.origin == "real_anonymised" or entry.face.consent or entry.face.sign_off:
            assert isinstance(entry.record, Case)
            yield entry, entry.record


def only_real_cases_are_signed(library: Library) -> Iterator[Problem]:
    """Consent and sign-off stand in real cases, and in no others."""
    for entry, case in _cases(library):
        real = case.origin == "real_anonymised"
        for name in ("consent", "sign_off"):
            given = getattr(case, name) is not None
            if real and not given:
                hint = "write it as docs/contribute.md says, or keep status: draft"
                yield problem(entry, ("origin",), f"is a real child's case without {name}:", hint)
            elif given and not real:
                hint = "take it out: nobody real could agree to this case"
                yield problem(entry, (name,), "stands in a made-up case", hint)


def consent_is_whole(library: Library) -> Iterator[Problem]:
    """Guardian and child agreed, in writing and separately, to all that this guide does."""
    for entry, case in _cases(library):
        if case.consent is None:
            continue
        for path, message, hint in _consent_faults(case.consent, case.traits.age_band):
            yield problem(entry, ("consent", *path), message, hint)


Fault = tuple[tuple[str, ...], str, str]
_KEEP = "without it the case stays with the agency"


def _consent_faults(consent: Consent, age_band: str) -> Iterator[Fault]:
    guardian, child = consent.guardian, consent.child
    for name in ("given", "written", "separate"):
        if not getattr(guardian, name):
            yield ("guardian", name), "is false (Personal Information Law, art. 25, 29, 31)", _KEEP
    if child.answer == "refused":
        yield ("child", "answer"), "is refused", "the child's no stands: withdraw the case"
    if child.answer == "too_young" and age_band in _ASKED:
        yield ("child", "answer"), f"is too_young at {age_band}", "from eight on the child is asked"
    missing = [one for one in get_args(Scope) if one not in consent.scope]
    if missing:
        yield ("scope",), f"lacks {', '.join(missing)}", "ask again; this guide is all of that"
    for name in ("risks_explained", "seen_final_text"):
        if not getattr(consent, name):
            yield (name,), "is false", _KEEP
    if consent.review_by < f"{today():%Y-%m}":
        yield ("review_by",), f"has passed ({consent.review_by})", "ask the family again"


def two_people_signed(library: Library) -> Iterator[Problem]:
    """A case worker and somebody independent signed this very text, with a search for the child."""
    for entry, case in _cases(library):
        if case.sign_off is None:
            continue
        for path, message, hint in _sign_off_faults(case.sign_off, content_sha256(case)):
            yield problem(entry, ("sign_off", *path), message, hint)


def _sign_off_faults(signed: SignOff, digest: str) -> Iterator[Fault]:
    roles = {review.role: review.who for review in signed.reviews}
    if set(roles) != {"case_worker", "independent"}:
        yield ("reviews",), "lack the case worker or the independent reader", "both have to look"
    elif roles["case_worker"] == roles["independent"]:
        yield ("reviews",), "are by one person", "the independent reader is somebody else"
    if signed.intruder.who == roles.get("case_worker"):
        yield ("intruder", "who"), "knows the case", "somebody who does not has to search"
    if signed.intruder.found == "something":
        yield ("intruder", "found"), "is something", "take out what led there, and search again"
    if signed.intruder.minutes < INTRUDER_MINUTES or not signed.intruder.queries:
        yield ("intruder",), f"is shorter than {INTRUDER_MINUTES} minutes", "search on"
    if signed.harm_reviewed_by == roles.get("case_worker"):
        yield ("harm_reviewed_by",), "is the case worker", "somebody else has to ask about harm"
    oldest = min(review.month for review in signed.reviews)
    if _months_ago(oldest) > MONTHS_GOOD:
        yield ("reviews",), f"are older than {MONTHS_GOOD} months ({oldest})", "look again and sign"
    if signed.gate_version.partition(".")[0] != GATE_VERSION.partition(".")[0]:
        message = f"is {signed.gate_version}; the gate is {GATE_VERSION}"
        yield ("gate_version",), message, "both look again, then: renya sign FILE"
    if signed.content_sha256 != digest:
        message = "is not that of this text: it was edited after the sign-off"
        yield ("content_sha256",), message, "both look again, then: renya sign FILE"


def _months_ago(month: str) -> int:
    now = today()
    return (now.year - int(month[:4])) * 12 + now.month - int(month[5:])


def forms_stay_with_the_agency(library: Library) -> Iterator[Problem]:
    """No consent form, filled in or scanned, lies in the repository."""
    for name in sorted(library.files):
        if _FORM.search(name.rpartition("/")[2]) and not name.endswith((".yml", ".md")):
            hint = "delete it here and in git; the agency keeps it"
            message = "looks like a consent form"
            yield Problem(f"{library.shown}/{name}", 0, "", message, hint)


def words_of_a_withdrawn_case_are_looked_at(library: Library) -> Iterator[Problem]:
    """Links to a withdrawn case vanish by themselves; the author's words around them do not."""
    for entry in library.entries.values():
        if entry.face.shown_status != "withdrawn" or entry.kind.name != "cases":
            continue
        link = f"cases/{entry.id}.yml"
        message, hint = f"spoke of '{entry.id}', which is withdrawn", "see that no word tells of it"
        for other in library.entries.values():
            for path, _, text in other.strings if other.published else ():
                if link in text:
                    yield problem(other, path, message, hint, "warning")
        for page in library.prose:
            for number, line in enumerate(page.text.splitlines(), 1):
                if link in line:
                    yield Problem(page.path, number, "", message, hint, "warning")


CHECKS = (
    only_real_cases_are_signed,
    consent_is_whole,
    two_people_signed,
    forms_stay_with_the_agency,
    words_of_a_withdrawn_case_are_looked_at,
)
