"""The classes of what the gate looks for: what is done about each, and why, as a table."""

from dataclasses import dataclass
from typing import Literal

Action = Literal["block", "warn"]
Zone = Literal["case", "site"]


@dataclass(frozen=True, slots=True)
class Kind:
    """everywhere: looked for on the whole site, not only in cases."""

    action: Action
    reason: str
    everywhere: bool = False


CLASSES: dict[str, Kind] = {
    "resident_id": Kind("block", "a resident ID names one person; take it out", True),
    "passport": Kind("block", "a passport number names one person; take it out", True),
    "student_number": Kind("block", "a number of a file or school roll; take it out"),
    "mobile": Kind("block", "a mobile number reaches one person; take it out", True),
    "landline": Kind("block", "a telephone number reaches one household; take it out", True),
    "qq": Kind("block", "a QQ number reaches one person; take it out", True),
    "wechat": Kind("block", "a WeChat account reaches one person; take it out", True),
    "email": Kind("block", "an e-mail address reaches one person; take it out", True),
    "profile_url": Kind("block", "a profile shows who it is; take it out", True),
    "plate": Kind("block", "a number plate leads to its owner; take it out", True),
    "bank_card": Kind("block", "an account number names its owner; take it out", True),
    "gps": Kind("block", "coordinates show the house; take them out", True),
    "masked_number": Kind("block", "a half-hidden number can be completed; hide all of it"),
    "birth_date": Kind("block", "a date of birth; give an age band"),
    "exact_date": Kind("block", "a calendar date; write 'week 3' or the season"),
    "exact_age": Kind("block", "an exact age; give a band such as 9-11"),
    "address": Kind("block", "a place below the province; write 'a village'"),
    "county_place": Kind("block", "a place below the province; write 'a county'"),
    "work_city": Kind("warn", "a city where parents work; the province is enough"),
    "school": Kind("block", "a named school; give its type, such as a township primary school"),
    "class_name": Kind("block", "a class can be found; leave it out"),
    "employer": Kind("block", "a named employer; give the trade"),
    "person_name": Kind("block", "a name; use a role word or a declared pseudonym"),
    "titled_name": Kind("warn", "a surname with a title; a role word says as much"),
    "undeclared_nickname": Kind("block", "a nickname that is not declared under pseudonyms"),
    "rare_event": Kind("block", "a rare or reported event is found by a search; make it general"),
    "ethnicity": Kind("warn", "a named ethnic group narrows the circle; leave it out"),
    "hidden_characters": Kind("block", "invisible characters can hide a name; type it anew"),
    "image": Kind("block", "a picture that is not on the reviewed list"),
    "metadata": Kind("block", "a file that carries its author or camera; strip it"),
}
