"""What authors get wrong, and what they are told.

FAULTS: one file, broken in one place. MISPLACED: files where they should not be. WRONG: what
only shows between records and in their texts. Each is told once, with place and way out.
"""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from building import edit
from project import record_text
from renya.records.kinds import BY_SINGULAR

RECORD_ID = "broken"
FILE = f"docs/glossary/{RECORD_ID}.yml"
VALID = f"""\
title:
  zh: 词
  en: Term
id: {RECORD_ID}
status: active
summary:
  zh: 一句话。
  en: One sentence.
created: 2026-11-01
reviewed: 2026-11-01
review_due: 2027-11-01
definition:
  zh: 意思。
  en: Meaning.
"""
LAST = VALID.count("\n") + 1  # the line of what `plus` adds


class Fault(NamedTuple):
    """data: bytes of the file. message, hint: parts of what is said at `line` and `field`."""

    data: bytes
    line: int
    field: str
    message: str
    hint: str


def put(old: str, new: str) -> bytes:
    assert old in VALID
    return VALID.replace(old, new, 1).encode()


def plus(text: str) -> bytes:
    return f"{VALID}{text}\n".encode()


TEXT = "put the text in quotes"
LOOK = "check indentation, colons and quotes"
ANCHOR = "uses a YAML anchor or alias"
DATE = "write year-month-day"
DEEP = 100_000
LAUGHS = "a: &a [ha, ha]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)

FAULTS: dict[str, Fault] = {
    # What is no YAML, or YAML that is not read
    "tab": Fault(put("  zh: 词", "\tzh: 词"), 2, "", "is indented with a tab", "use spaces"),
    "full-width colon": Fault(put("id: b", "id：b"), 4, "", "full-width colon", "plain colon"),
    "full-width colon, indented": Fault(
        put("  zh: 词", "  zh：词"), 2, "", "full-width colon", "plain colon"
    ),
    "full-width colons only": Fault(
        VALID.replace(": ", "：").replace(":", "：").encode(), 1, "", "full-width colons", "plain"
    ),
    "no space after the colon": Fault(
        put("id: b", "id:b"), 4, "", "no space after the colon", "`key: value`"
    ),
    "colon in text": Fault(plus("pinyin: a: b"), LAST, "", "a colon inside text", TEXT),
    "at sign": Fault(plus("pinyin: @a"), LAST, "", "starts with a character", TEXT),
    "unclosed bracket": Fault(put("zh: 词", "zh: [词"), 3, "", "is not valid YAML", LOOK),
    "unclosed quote": Fault(put("zh: 词", 'zh: "词'), 2, "", "is not valid YAML", LOOK),
    "text after a quote": Fault(put("zh: 词", 'zh: "词" a'), 2, "", "is not valid YAML", LOOK),
    "wrong indentation": Fault(put("  en: T", " en: T"), 3, "", "is not valid YAML", LOOK),
    "second document": Fault(plus("---\na: b"), LAST, "", "second document", "one record a file"),
    "tag": Fault(plus("pinyin: !!str a"), LAST, "pinyin", "uses a YAML tag", "take the tag out"),
    "unsafe tag": Fault(
        plus('pinyin: !!python/object/apply:os.system ["true"]'),
        LAST, "pinyin", "uses a YAML tag (tag:yaml.org,2002:python/", "take the tag out",
    ),
    "anchor": Fault(plus("pinyin: &a b"), LAST, "pinyin", ANCHOR, "write the text out"),
    "alias": Fault(plus("pinyin: *a"), LAST, "pinyin", ANCHOR, "write the text out"),
    "alias bomb": Fault(LAUGHS.encode(), 1, "a", ANCHOR, "write the text out"),
    "key that is no word": Fault(plus("? [a]\n: b"), LAST, "", "not a word", "`key: value`"),
    # What is no text, or too much of it
    "not UTF-8": Fault(VALID.encode("gbk"), 2, "", "is not UTF-8 text", "save the file as UTF-8"),
    "BOM": Fault(VALID.encode("utf-8-sig"), 1, "", "byte order mark", "without BOM"),
    "UTF-16": Fault(VALID.encode("utf-16"), 1, "", "byte order mark", "UTF-8"),
    "NUL": Fault(put("One s", "One\0s"), 8, "", "holds a NUL byte", "delete it"),
    "NUL as an escape": Fault(plus(r'pinyin: "a\0b"'), LAST, "pinyin", "NUL", "delete it"),
    "quote of another encoding": Fault(
        put("One s", "One\x92s"), 8, "", "U+0092", "delete it"
    ),
    "control character": Fault(put("One s", "One\x1bs"), 8, "", "U+001B", "delete it"),
    "5 MB": Fault(plus("#" + "x" * 5 * 1024 * 1024), 0, "", "is too large (5.0 MB)", "split it"),
    "empty": Fault(b"", 1, "", "is empty", "write the record, or delete the file"),
    "only a comment": Fault(b"# to do\n", 1, "", "is empty", "write the record"),
    "deep brackets": Fault(plus("see: " + "[" * DEEP), LAST, "see", "levels deep", "flatten it"),
    "deep braces": Fault(plus("see: " + "{a: " * DEEP), LAST, "see", "levels deep", "flatten it"),
    "deep list": Fault(b"- " * DEEP, 1, "1", "levels deep", "flatten it"),
    "deep mapping": Fault(
        "".join(" " * depth + "a:\n" for depth in range(600)).encode(),
        25, "a", "levels deep", "flatten it",
    ),
    # What is YAML but no record
    "list": Fault(b"- a\n- b\n", 1, "", "is a list where a mapping is due", "start with `title:`"),
    "bare text": Fault(b"hello\n", 1, "", "is text where a mapping is due", "start with `title:`"),
    "duplicate key": Fault(
        plus(f"id: {RECORD_ID}"), LAST, "id", "is given twice (first on line 4)", "keep one"
    ),
    "duplicate key, inside": Fault(
        put("  en: Term", "  en: Term\n  en: T"), 4, "title.en", "is given twice", "keep one"
    ),
    "unknown key": Fault(
        plus("pinyn: a"), LAST, "pinyn", "is not a field here", "did you mean 'pinyin'?"
    ),
    "unknown key, far from any": Fault(
        plus("colour: a"), LAST, "colour", "is not a field here", "use one of: title, id, status,"
    ),
    "merge key": Fault(plus("<<: {a: b}"), LAST, "<<", "is not a field here", "use one of"),
    "missing field": Fault(
        put("created: 2026-11-01\n", ""), 1, "created", "is missing", "add `created:`"
    ),
    "missing language": Fault(
        put("  en: Term\n", ""), 1, "title.en", "is missing", "add the English title"
    ),
    "missing text": Fault(
        put("  zh: 意思。\n  en: Meaning.", "  {}"), 12, "definition", "has no text", "write zh:"
    ),
    "empty text": Fault(
        put("en: Meaning.", 'en: " "'), 14, "definition.en", "is empty", "write the text"
    ),
    "null for text": Fault(put("en: Term", "en:"), 3, "title.en", "is empty", "write the text"),
    "title of two lines": Fault(
        put("zh: 词", "zh: |-\n    a\n    b"), 1, "title", "more than one line", "on one line"
    ),
    "1.10": Fault(
        plus("pinyin: 1.10"), LAST, "pinyin", "is a number (1.10) where text is due", '"1.10"'
    ),
    "no": Fault(
        plus("pinyin: no"), LAST, "pinyin", "'no' is read as true or false", 'in quotes: "no"'
    ),
    "true for text": Fault(
        plus("pinyin: true"), LAST, "pinyin", "is true or false (true) where text", '"true"'
    ),
    "date for text": Fault(
        plus("pinyin: 2026-01-01"), LAST, "pinyin", "is a date (2026-01-01)", '"2026-01-01"'
    ),
    "list for text": Fault(
        plus("pinyin: [a]"), LAST, "pinyin", "is a list where text is due", "one text"
    ),
    "list for a mapping": Fault(
        put("  zh: 意思。\n  en: Meaning.", "  - 意思。"),
        12, "definition", "is a list where a mapping is due", "write zh:, en: on lines below",
    ),
    "mapping for a list": Fault(
        plus("see:\n  a: b"), LAST, "see", "is a mapping where a list is due", "with `- `"
    ),
    "text for a list": Fault(
        plus("see: other"), LAST, "see", "is text where a list is due", "with `- `"
    ),
    "word not allowed": Fault(
        put("active", "actve"), 5, "status", "'actve' is not one of", "did you mean 'active'?"
    ),
    "day that does not exist": Fault(
        put("created: 2026-11-01", "created: 2026-02-30"),
        9, "created", "'2026-02-30' is not a day in the calendar", DATE,
    ),
    "date in another order": Fault(
        put("created: 2026-11-01", "created: 1.11.2026"),
        9, "created", "'1.11.2026' is not a date", DATE,
    ),
    "date in quotes": Fault(
        put("created: 2026-11-01", 'created: "2026-11-01"'),
        9, "created", "is not a date", "without quotes",
    ),
    "reviewed before created": Fault(
        put("created: 2026-11-01", "created: 2026-11-02"),
        10, "reviewed", "is before created", "check the two dates",
    ),
    "due on the day of the review": Fault(
        put("review_due: 2027", "review_due: 2026"), 11, "review_due", "is not after", "name a day"
    ),
    "never to be reviewed": Fault(
        put("review_due: 2027", "review_due: 2029"), 11, "review_due", "more than 24", "nearer"
    ),
    "id of another file": Fault(
        put("id: broken", "id: other"), 4, "id", "'other' is not the file name", "rename the file"
    ),
    "id with capitals": Fault(
        put("id: broken", "id: Broken_1"), 4, "id", "'Broken_1' has the wrong form", "small letters"
    ),
    "id that is a number": Fault(
        put("id: broken", "id: 12"), 4, "id", "is a number (12)", 'in quotes: "12"'
    ),
}  # fmt: skip


class Misplaced(NamedTuple):
    """change: what is done to the small docs. The fault belongs to the file, not to a line."""

    change: Callable[[Path], object]
    path: str
    message: str
    hint: str


def _write(name: str) -> Callable[[Path], object]:
    def change(docs: Path) -> None:
        path = docs / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(VALID, encoding="utf-8")

    return change


def _link(name: str, target: str) -> Callable[[Path], object]:
    def change(docs: Path) -> None:
        (docs.parent / "secret.yml").write_text("password: a", encoding="utf-8")
        (docs / name).symlink_to(target)

    return change


def _folder_outside(docs: Path) -> None:
    shutil.move(docs / "glossary", docs.parent / "elsewhere")
    (docs / "glossary").symlink_to(docs.parent / "elsewhere")


def _no_records(docs: Path) -> None:
    for folder in docs.iterdir():
        if folder.is_dir():
            shutil.rmtree(folder)


BROKEN = "docs/glossary/broken.yml"
ENDING = ("has an ending that is not read", "end in .yml")
PAGE = ("stands where the page of a record is built", "rename or delete this page")
OUT = ("is a link that leads out of the folder", "copy the file here")
NAME = ("has a file name that cannot be an address", "small letters, digits and hyphens")

MISPLACED: dict[str, Misplaced] = {
    ".yaml": Misplaced(_write("glossary/broken.yaml"), "docs/glossary/broken.yaml", *ENDING),
    ".YML": Misplaced(_write("glossary/broken.YML"), "docs/glossary/broken.YML", *ENDING),
    ".Yml": Misplaced(_write("glossary/broken.Yml"), "docs/glossary/broken.Yml", *ENDING),
    ".yml.txt": Misplaced(
        _write("glossary/broken.yml.txt"), "docs/glossary/broken.yml.txt", *ENDING
    ),
    "folder below a kind": Misplaced(
        _write("glossary/letters/broken.yml"), "docs/glossary/letters/broken.yml",
        "lies in a folder below its kind", "move it to docs/glossary/",
    ),
    "misspelt folder": Misplaced(
        _write("glosary/broken.yml"), "docs/glosary/broken.yml",
        "lies in 'glosary', which is no kind of record", "did you mean 'glossary'?",
    ),
    "folder below a misspelt folder": Misplaced(
        _write("glosary/letters/broken.yml"), "docs/glosary/letters/broken.yml",
        "no kind of record", "did you mean 'glossary'?",
    ),
    "folder of no kind": Misplaced(
        _write("songs/broken.yml"), "docs/songs/broken.yml",
        "lies in 'songs', which is no kind of record", "use one of: dilemmas, interventions,",
    ),
    "no folder": Misplaced(_write("broken.yml"), "docs/broken.yml", "", "folder"),
    "name with capitals": Misplaced(
        _write("glossary/Broken.yml"), "docs/glossary/Broken.yml", *NAME
    ),
    "name with a space": Misplaced(_write("glossary/a b.yml"), "docs/glossary/a b.yml", *NAME),
    "name in Chinese": Misplaced(_write("glossary/词.yml"), "docs/glossary/词.yml", *NAME),
    "link to a file outside": Misplaced(
        _link("glossary/broken.yml", "../../secret.yml"), BROKEN, *OUT
    ),
    "link to a page outside": Misplaced(
        _link("aside.md", "../secret.yml"), "docs/aside.md", *OUT
    ),
    "link to a folder outside": Misplaced(
        _folder_outside, "docs/glossary/first-term.yml", *OUT
    ),
    "link to nothing": Misplaced(_link("glossary/broken.yml", "nothing.yml"), BROKEN, *OUT),
    "link to itself": Misplaced(_link("glossary/broken.yml", "broken.yml"), BROKEN, *OUT),
    "folder like a record": Misplaced(
        lambda docs: (docs / "glossary" / "broken.yml").mkdir(),
        BROKEN, "is a folder", "a record is one file",
    ),
    "page of a record": Misplaced(
        _write("glossary/first-term.md"), "docs/glossary/first-term.md", *PAGE
    ),
    "page of a record, English": Misplaced(
        _write("glossary/first-term.en.md"), "docs/glossary/first-term.en.md", *PAGE
    ),
    "page of a record, as a folder": Misplaced(
        _write("glossary/first-term/index.md"), "docs/glossary/first-term/index.md", *PAGE
    ),
    "page of a list": Misplaced(_write("glossary/index.md"), "docs/glossary/index.md", *PAGE),
    "page named like a list": Misplaced(
        _write("glossary.md"), "docs/glossary.md",
        "stands where a list of records is built", "move the text to another page",
    ),
    "home page": Misplaced(
        _write("index.md"), "docs/index.md",
        "stands where the home page is built", "move the text to another page",
    ),
    "page that is not UTF-8": Misplaced(
        lambda docs: (docs / "method.en.md").write_bytes("中文".encode("gbk")),
        "docs/method.en.md", "cannot be read as UTF-8 text", "save the file as UTF-8",
    ),
    "no record": Misplaced(_no_records, "docs", "holds no record", "write one: renya new"),
    "no docs": Misplaced(
        shutil.rmtree, "docs", "is not a folder", "start in the folder that holds mkdocs.yml"
    ),
}  # fmt: skip


class Wrong(NamedTuple):
    """rule: name of the check. edits: (file, old, new), where an empty `old` writes a file.

    at: what stands on the line that is named, in the first edited file or in `file`.
    """

    rule: str
    edits: tuple[tuple[str, str, str], ...]
    at: str
    field: str
    message: str
    hint: str
    severity: str = "error"
    file: str = ""

    @property
    def where(self) -> str:
        return self.file or self.edits[0][0]

    def apply(self, docs: Path) -> int:
        """Make the edits; the line that has to be named, 0 when none."""
        for file, old, new in self.edits:
            if old:
                edit(docs / file, old, new)
            else:
                (docs / file).write_text(new, encoding="utf-8")
        lines = (docs / self.where).read_text(encoding="utf-8").splitlines()
        return next(n for n, line in enumerate(lines, 1) if self.at in line) if self.at else 0


TERM, CASE, ROLE = "glossary/first-term.yml", "cases/first-case.yml", "roles/first-role.yml"
LAW, REFERENCE = "laws/first-law.yml", "references/first-reference.yml"
STATISTIC, DILEMMA = "statistics/first-statistic.yml", "dilemmas/first-dilemma.yml"
GAP = "gaps:\n  - role: family\n    reason: {zh: 文字, en: Words}"
CLAUSE = (LAW, "- id: change-me", "- id: art-4")
UNSEEN = (REFERENCE, "verification: seen_text", "verification: memory_only")
RETRACTED = (REFERENCE, "# retracted:", "retracted: true")
SOURCE = (STATISTIC, "# sources:", "sources:\n  - first-reference")
ZH = "definition.zh"
WRITE = "write [@id], [@id, art. 4] or"
SHOWN = "it is shown as text"


def says(zh: str, en: str = "") -> tuple[str, str, str]:
    """The definition of the small term in other words; the line of the Chinese is `DEFINED`."""
    old = "definition:\n  zh: 文字\n  en: Words"
    texts = [json.dumps(text, ensure_ascii=False) for text in (zh, en or zh)]
    return TERM, old, "definition:\n  zh: {} # here\n  en: {}".format(*texts)


DEFINED = "# here"

WRONG: dict[str, Wrong] = {
    "dangling link": Wrong(
        "targets_exist", ((CASE, "- first-dilemma", "- frist-dilemma"),),
        "- frist-dilemma", "dilemmas.1",
        "names 'frist-dilemma', which does not exist in docs/dilemmas",
        "did you mean 'first-dilemma'?",
    ),
    "dangling link to a law": Wrong(
        "targets_exist", ((ROLE, "- first-law", "- first-lav/art-4"),),
        "- first-lav/art-4", "duties.1.legal.1", "names 'first-lav', which does not exist",
        "did you mean 'first-law'?",
    ),
    "link to another kind": Wrong(
        "targets_exist", ((CASE, "- first-dilemma", "- first-role"),),
        "- first-role", "dilemmas.1", "'first-role' is a role, a dilemma is due",
        "did you mean 'first-dilemma'?",
    ),
    "link to itself": Wrong(
        "targets_exist", ((TERM, "# see:", "see:\n  - first-term"),),
        "- first-term", "see.1", "names its own record", "name another, or take it out",
    ),
    "no dimension": Wrong(
        "dimensions_are_dimensions", ((CASE, "first-dimension", "first-concept"),),
        "- dimension: first-concept", "strengths.1.dimension",
        "'first-concept' is not a resilience dimension", "use one of: first-dimension",
    ),
    "no such clause": Wrong(
        "clauses_exist", ((ROLE, "- first-law", "- first-law/art-9"), CLAUSE),
        "- first-law/art-9", "duties.1.legal.1", "'first-law' has no clause 'art-9'",
        "did you mean 'art-4'?",
    ),
    "link to a draft": Wrong(
        "targets_are_published", ((DILEMMA, "status: active", "status: draft"),),
        "- first-dilemma", "dilemmas.1", "names 'first-dilemma', which is draft",
        "readers will not see this link", "warning", CASE,
    ),
    "nothing for a party": Wrong(
        "gaps_are_declared",
        (("roles/family.yml", "", record_text(BY_SINGULAR["role"], "family")),),
        "title:", "gaps", "say nothing of 'family'", "add role: and reason:",
        file="theory/first-dimension.yml",
    ),
    "a gap that is none": Wrong(
        "gaps_are_declared",
        (
            ("roles/family.yml", "", record_text(BY_SINGULAR["role"], "family")),
            ("interventions/first-intervention.yml", "roles:\n  - role: first-role",
             "roles:\n  - role: family"),
            ("theory/first-dimension.yml", "order: 1", "order: 1\n" + GAP),
        ),
        "gaps:", "gaps", "name 'family', for whom the guide has something", "take the gap out",
        file="theory/first-dimension.yml",
    ),
    "replaced by nothing": Wrong(
        "replacement_exists", ((ROLE, "# replaced_by:", "replaced_by: second-rol"),),
        "replaced_by: s", "replaced_by", "'second-rol' is no other role",
        "did you mean 'second-role'?",
    ),
    "replaced by another kind": Wrong(
        "replacement_exists", ((TERM, "# replaced_by:", "replaced_by: first-role"),),
        "replaced_by: f", "replaced_by", "'first-role' is no other term", "take it out",
    ),
    "full-width brackets": Wrong(
        "can_be_read", (says("文［@first-reference］。"),),
        DEFINED, ZH, "'［@first-reference］' cannot be read as a citation", WRITE,
    ),
    "full-width at sign": Wrong(
        "can_be_read", (says("文[＠first-reference]。"),), DEFINED, ZH, "cannot be read", WRITE
    ),
    "round brackets": Wrong(
        "can_be_read", (says("文(@first-reference)。"),), DEFINED, ZH, "cannot be read", WRITE
    ),
    "space before the at sign": Wrong(
        "can_be_read", (says("文[ @first-reference]。"),), DEFINED, ZH, "cannot be read", WRITE
    ),
    "capitals in a citation": Wrong(
        "can_be_read", (says("文[@First]。"),), DEFINED, ZH, "'[@First]' cannot be read", WRITE
    ),
    "second citation without an at sign": Wrong(
        "can_be_read", (says("文[@practice; first-reference]。"),), DEFINED, ZH, "read", WRITE
    ),
    "word before a citation": Wrong(
        "can_be_read", (says("文[见 @first-reference]。"),), DEFINED, ZH, "cannot be read", WRITE
    ),
    "citation of nothing": Wrong(
        "sources_can_be_used", (says("文[@frist-reference]。"),),
        DEFINED, ZH, "cites 'frist-reference', which is no reference or law",
        "did you mean 'first-reference'?",
    ),
    "citation of a record": Wrong(
        "sources_can_be_used", (says("文[@first-role]。"),),
        DEFINED, ZH, "cites the role 'first-role'", "cite a reference or a law",
    ),
    "citation that is almost a record": Wrong(
        "sources_can_be_used", (says("文[@second-rol]。"),),
        DEFINED, ZH, "cites 'second-rol'", "use one of: first-law, first-reference",
    ),
    "citation of a draft": Wrong(
        "sources_can_be_used",
        (says("文[@first-reference]。"), (REFERENCE, "status: active", "status: draft")),
        DEFINED, ZH, "cites 'first-reference', which is draft", "publish it first",
    ),
    "citation of a retracted work": Wrong(
        "sources_can_be_used", (says("文[@first-reference]。"), RETRACTED),
        DEFINED, ZH, "which was retracted", "take the claim out or find a source",
    ),
    "citation of an unseen work": Wrong(
        "sources_can_be_used", (says("文[@first-reference]。"), UNSEEN),
        DEFINED, ZH, "which nobody has seen", "set its verification",
    ),
    "law without a clause": Wrong(
        "sources_can_be_used", (says("文[@first-law]。"), CLAUSE),
        DEFINED, ZH, "cites 'first-law' without a clause", "write [@first-law, art. N]",
    ),
    "law with another clause": Wrong(
        "sources_can_be_used", (says("文[@first-law, art. 9]。"), CLAUSE),
        DEFINED, ZH, "cites 'first-law, art. 9', a clause that is not in its record",
        "did you mean 'art-4'?",
    ),
    "evidence that nobody has seen": Wrong(
        "evidence_was_seen", (SOURCE, UNSEEN),
        "  - first-reference", "sources.1", "names 'first-reference', which nobody has seen",
        "name another",
    ),
    "evidence that was retracted": Wrong(
        "evidence_was_seen", (SOURCE, RETRACTED),
        "  - first-reference", "sources.1", "names 'first-reference', which was retracted",
        "name another",
    ),
    "source in one language": Wrong(
        "languages_agree", (says("文[@practice]。", "Words."),),
        "definition:", "definition", "cites practice in one language only", "the same sources",
    ),
    "source in English alone": Wrong(
        "languages_agree", (says("文。", "Words [@practice]."),),
        "definition:", "definition", "cites practice in one language only", "the same sources",
    ),
    "another clause in the other language": Wrong(
        "languages_agree", (says("文[@first-law, art. 4]。", "W [@first-law, art. 5]."), CLAUSE),
        "definition:", "definition", "cites first-law in one language only", "the same sources",
    ),
    "citation in a summary": Wrong(
        "metadata_is_plain", ((TERM, "summary:\n  zh: 文字", "summary:\n  zh: 简述[@practice]"),),
        "简述", "summary.zh", "holds a citation", "say it here in plain words",
    ),
    "HTML": Wrong(
        "shown_as_text", (says("a <b onclick='x'>b</b>"),), DEFINED, ZH, "holds HTML (<b", SHOWN,
        "warning",
    ),
    "script": Wrong(
        "shown_as_text", (says("<script>alert(1)</script>"),), DEFINED, ZH,
        "holds HTML (<script>)", SHOWN, "warning",
    ),
    "comment": Wrong(
        "shown_as_text", (says("a <!-- b -->"),), DEFINED, ZH, "holds HTML (<!--)", SHOWN, "warning"
    ),
    "Jinja expression": Wrong(
        "shown_as_text", (says("{{ config }}"),), DEFINED, ZH, "holds template syntax ({{)", SHOWN,
        "warning",
    ),
    "Jinja statement": Wrong(
        "shown_as_text", (says("{% raw %}"),), DEFINED, ZH, "holds template syntax ({%)", SHOWN,
        "warning",
    ),
    "script address": Wrong(
        "shown_as_text", (says("[a](JavaScript:alert(1))"),), DEFINED, ZH,
        "holds a script address (JavaScript:a)", SHOWN, "warning",
    ),
    "data address": Wrong(
        "shown_as_text", (says("[a](data:text/html,x)"),), DEFINED, ZH,
        "holds a script address (data:text/)", SHOWN, "warning",
    ),
    "image": Wrong(
        "shown_as_text", (says("![a](https://example.org/a.png)"),), DEFINED, ZH,
        "holds an image (![a](", "images in records are not shown", "warning",
    ),
    "link to no record": Wrong(
        "links_lead_somewhere", (says("[a](cases/no-case.yml)"),), DEFINED, ZH,
        "links to 'cases/no-case.yml', which is nowhere", "the file of a record",
    ),
    "link to a record of another kind": Wrong(
        "links_lead_somewhere", (says("[a](cases/first-role.yml)"),), DEFINED, ZH,
        "links to 'cases/first-role.yml', which is nowhere", "the file of a record",
    ),
    "link to a built page": Wrong(
        "links_lead_somewhere", (says("[a](/cases/first-case/)"),), DEFINED, ZH,
        "links to '/cases/first-case/', which is nowhere", "the file of a record",
    ),
    "link to no prose page": Wrong(
        "links_lead_somewhere", (says("[a](nowhere.md)"),), DEFINED, ZH,
        "links to 'nowhere.md'", "",
    ),
    "link to no clause": Wrong(
        "links_lead_somewhere", (says("[a](laws/first-law.yml#art-9)"), CLAUSE), DEFINED, ZH,
        "art-9", "",
    ),
    "Chinese summary too long": Wrong(
        "summary_fits", ((TERM, "summary:\n  zh: 文字", "summary:\n  zh: " + "长" * 61),),
        "长", "summary.zh", "has 61 characters", "say it in 60",
    ),
    "English summary too long": Wrong(
        "summary_fits", ((TERM, "summary:\n  zh: 文字\n  en: W", "summary:\n  zh: 短\n  en: a" +
                          " a" * 34 + " w"),),
        " a a", "summary.en", "has 36 words", "say it in 35",
    ),
    "not translated": Wrong(
        "translated", ((TERM, "definition:\n  zh: 文字\n", "definition:\n"),),
        "definition:", ZH, "is missing", "add the Chinese text", "warning",
    ),
    "skeleton left as it was": Wrong(
        "nothing_left_to_write", (says("待写", "Words."),), DEFINED, ZH, "still says '待写'",
        "keep status: draft",
    ),
    "case that stops": Wrong(
        "case_goes_all_the_way", ((CASE, "- stage: closing", "- stage: follow_up"),
                                  (CASE, "  - stage: follow_up\n    from_week: 7\n    to_week: 7\n"
                                   "    summary:\n      zh: 文字\n      en: Words\n", "")),
        "stages:", "stages", "does not tell closing", "say so and why",
    ),
    "deprecated for nothing": Wrong(
        "replaced_by_is_told", ((TERM, "status: active", "status: deprecated"),),
        "status: d", "status", "is deprecated without a successor", "add replaced_by:",
    ),
    "page with a citation that cannot be read": Wrong(
        "citations_hold", (("method.md", "正文。", "正文［@a］。"),), "正文", "",
        "'［@a］' cannot be read as a citation", WRITE,
    ),
    "page with a citation of nothing": Wrong(
        "citations_hold", (("method.en.md", "Text.", "Text [@second-rol]."),), "Text", "",
        "cites 'second-rol'", "use one of: first-law, first-reference",
    ),
    "page with a link to no record": Wrong(
        "links_hold", (("method.md", "正文。", "[文](cases/frist-case.yml)。"),), "frist", "",
        "links to docs/cases/frist-case.yml, which does not exist", "did you mean 'first-case'?",
    ),
    "page with a link to no clause": Wrong(
        "links_hold", (("method.md", "正文。", "[文](laws/first-law.yml#art-9)。"), CLAUSE), "文](",
        "", "links to 'art-9', which is no part of 'first-law'", "did you mean 'art-4'?",
    ),
    "page with a link to no page": Wrong(
        "files_exist", (("method.en.md", "Text.", "[Text](methods.md#a)."),), "methods", "",
        "links to 'methods.md#a', which is no file under docs", "did you mean 'method.md'?",
    ),
    "page with an image that is not there": Wrong(
        "files_exist", (("method.md", "正文。", "![文](images/a.png)"),), "images", "",
        "links to 'images/a.png', which is no file under docs", "",
    ),
    "page in Chinese alone": Wrong(
        "both_languages", (("aside.md", "", "# 文\n"),), "", "", "has no English page beside it",
        "add docs/aside.en.md", "warning",
    ),
    "page in English alone": Wrong(
        "both_languages", (("aside.en.md", "", "# Text\n"),), "", "",
        "has no Chinese page beside it", "add docs/aside.md",
    ),
}  # fmt: skip
