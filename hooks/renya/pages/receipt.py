"""What a case page says of its own privacy: computed from the case, never typed."""

from dataclasses import dataclass

from ..privacy import GATE_VERSION
from ..privacy.classes import CLASSES
from ..privacy.combinations import HIDDEN, INDIRECT, Group, group
from ..records.case import Case
from ..records.consent import Review

# Facts that the page shows in a wider form than they are known.
WIDENED = ("age_band", "region")


@dataclass(frozen=True, slots=True)
class Receipt:
    """hidden: facts that the page does not show. widened: shown in bands or regions.

    group: the children who fit what is shown. classes: kinds of identifiers that the gate
    looks for. signed: the sign-offs of a real case, else empty.
    """

    hidden: tuple[str, ...]
    widened: tuple[str, ...]
    group: Group
    classes: int
    gate_version: str
    signed: tuple[Review, ...]


def receipt(case: Case) -> Receipt:
    traits = case.traits.model_dump()
    hidden = tuple(name for name in INDIRECT if traits[name] == HIDDEN)
    return Receipt(
        hidden=hidden,
        widened=tuple(name for name in WIDENED if name not in hidden),
        group=group(traits),
        classes=len(CLASSES),
        gate_version=GATE_VERSION,
        signed=tuple(case.sign_off.reviews) if case.sign_off else (),
    )
