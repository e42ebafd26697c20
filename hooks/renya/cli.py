"""The command line: `renya build`, `check`, `new`, `schema`, `export`, `scan`, `sign`, `published`.

Prints; decides nothing.
"""

import argparse
import datetime
import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from . import checks
from .checks import combinations, links
from .checks.allowances import Allowance, read_allowances
from .folder import read_folder
from .library import Library
from .outputs import schema, skeleton
from .privacy.report import Line
from .problems import Problem, as_dicts, errors, printable
from .records.base import RefTo
from .records.kinds import BY_SINGULAR
from .records.load import ID_FORM
from .stages import SAY


def main(argv: Sequence[str] | None = None) -> int:
    """Exit code: 0 all well, 1 the content has errors, 2 the command was not understood."""
    arguments = _parser().parse_args(argv)
    try:
        return int(arguments.run(arguments))
    except OSError as error:
        print(f"renya: {error.filename}: {error.strerror}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="renya", description="Records in, a bilingual guide out.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    build = commands.add_parser("build", help="build the site, and scan it before it leaves")
    build.add_argument("--offline", action="store_true", help="for a folder without a server")
    build.add_argument("--timings", action="store_true", help="say how long each stage took")
    build.set_defaults(run=_build)

    check = commands.add_parser("check", help="say everything that is wrong with the records")
    check.add_argument("paths", nargs="*", metavar="PATH", help="show only these files or folders")
    check.add_argument("--format", choices=("text", "json"), default="text")
    check.add_argument("--docs", type=Path, default=Path("docs"), help="the folder of the records")
    check.set_defaults(run=_check)

    new = commands.add_parser("new", help="write the skeleton of a record")
    new.add_argument("kind", choices=sorted(BY_SINGULAR), metavar="KIND",
                     help=", ".join(BY_SINGULAR))  # fmt: skip
    new.add_argument("id", metavar="ID", help="small letters, digits and hyphens")
    new.add_argument("--docs", type=Path, default=Path("docs"), help="the folder of the records")
    new.set_defaults(run=_new)

    schemas = commands.add_parser("schema", help="write the JSON Schemas for editors")
    schemas.add_argument("folder", type=Path, metavar="DIR")
    schemas.set_defaults(run=_schema)

    export = commands.add_parser("export", help="write all pages as HTML with front matter")
    export.add_argument("folder", type=Path, metavar="DIR")
    export.add_argument("--docs", type=Path, default=Path("docs"), help="the folder of the records")
    export.set_defaults(run=_export)

    sign = commands.add_parser("sign", help="print the lines with which two people sign a case")
    sign.add_argument("file", type=Path, metavar="CASE")
    sign.add_argument("--docs", type=Path, default=Path("docs"), help="the folder of the records")
    sign.set_defaults(run=_sign)

    published = commands.add_parser("published", help="print the counts that this release shows")
    published.add_argument(
        "--docs", type=Path, default=Path("docs"), help="the folder of the records"
    )
    published.set_defaults(run=_published)

    scan = commands.add_parser("scan", help="find what could identify a child, before it is shared")
    scan.add_argument(
        "path",
        metavar="FILE|FOLDER|-",
        nargs="?",
        default="",
        help="txt, md, yml, html, docx or pdf; - is stdin",
    )
    scan.add_argument("--history", action="store_true", help="all versions of all files in git")
    scan.add_argument("--staged", action="store_true", help="what git would commit now")
    scan.add_argument(
        "--built", metavar="SITE", default="", help="a built site, before it goes out"
    )
    scan.add_argument("--json", action="store_true", help="print a list of objects")
    scan.add_argument("--pseudonyms", default="", metavar="A,B", help="made-up names in the text")
    scan.add_argument("--zone", choices=("case", "site"), default="case",
                      help="site: the milder rules of policy and theory texts")  # fmt: skip
    scan.set_defaults(run=_scan)
    return parser


def _build(arguments: argparse.Namespace) -> int:
    """MkDocs in a process of its own: a build that dies takes nothing with it."""
    from .privacy import built

    config = Path("mkdocs-offline.yml" if arguments.offline else "mkdocs.yml")
    site = Path("site-offline" if arguments.offline else "site")
    words = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--config-file"]
    said = {SAY: "timings" if arguments.timings else "summary", "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run([*words, str(config)], env={**os.environ, **said}, check=False)
    if done.returncode:
        return 1
    return _told(*built.scan_built(site, [one.text for one in _allowed()]), as_json=False)


def _check(arguments: argparse.Namespace) -> int:
    library = read_folder(arguments.docs, _shown(arguments.docs))
    found, unknown = _chosen(checks.run(library), arguments.paths)
    for path in unknown:
        print(f"renya: {path}: no such file or folder", file=sys.stderr)
    if arguments.format == "json":
        print(json.dumps(as_dicts(found), ensure_ascii=False, indent=1))
    else:
        _say(found, library)
    if unknown:
        return 2
    return 1 if errors(found) else 0


def _shown(docs: Path) -> str:
    return docs.as_posix().removeprefix("./")


def _chosen(found: list[Problem], paths: list[str]) -> tuple[list[Problem], list[str]]:
    """The problems of the chosen paths, and the paths that exist nowhere."""
    if not paths:
        return found, []
    unknown = [path for path in paths if not Path(path).exists()]
    wanted = [Path(path).resolve() for path in paths]
    chosen = [
        problem
        for problem in found
        if any(Path(problem.path).resolve().is_relative_to(path) for path in wanted)
    ]
    return chosen, unknown


def _say(found: list[Problem], library: Library) -> None:
    for problem in found:
        print(problem)
    wrong = len(errors(found))
    warned = len(found) - wrong
    print(
        f"{len(library.entries)} records, {library.claims} claims with a source: "
        f"{_count(wrong, 'error')}, {_count(warned, 'warning')}"
    )


def _count(number: int, word: str) -> str:
    return f"{number or 'no'} {word}{'' if number == 1 else 's'}"


def _new(arguments: argparse.Namespace) -> int:
    kind = BY_SINGULAR[arguments.kind]
    if not ID_FORM.match(arguments.id):
        print(f"renya: '{arguments.id}' cannot be an id - use small letters, digits and hyphens, "
              "as quiet-after-the-call", file=sys.stderr)  # fmt: skip
        return 2
    library = read_folder(arguments.docs, _shown(arguments.docs))
    path = arguments.docs / kind.name / f"{arguments.id}.yml"
    taken = library.entries.get(arguments.id)
    if path.exists() or taken or arguments.id in library.faulty:
        where = taken.located.path if taken else f"a file of {_shown(arguments.docs)}"
        print(f"renya: '{arguments.id}' already names {where} - choose another", file=sys.stderr)
        return 2

    def find(link: RefTo) -> str | None:
        fitting = (e for e in library.of(link.kind) if links.fits(link.relation, e.face))
        return next((entry.id for entry in fitting), None)

    path.parent.mkdir(parents=True, exist_ok=True)
    text = skeleton.skeleton(kind, arguments.id, datetime.date.today(), find)
    path.write_text(text, encoding="utf-8")
    print(f"{path.as_posix()} is written. Next: fill it in, then: renya check {path.as_posix()}")
    return 0


def _schema(arguments: argparse.Namespace) -> int:
    for path in schema.write(arguments.folder):
        print(path.as_posix())
    return 0


def _export(arguments: argparse.Namespace) -> int:
    from .outputs import export  # templates and citation styles load slowly; only this needs them

    return export.run(arguments.docs, arguments.folder)


def _sign(arguments: argparse.Namespace) -> int:
    from .outputs import sign

    return sign.run(arguments.docs, arguments.file)


def _published(arguments: argparse.Namespace) -> int:
    library = read_folder(arguments.docs, _shown(arguments.docs))
    counts = combinations.outcomes(library)
    listed = "".join(f"\n  {outcome}: {count}" for outcome, count in counts.items()) or " {}"
    print(f"# Real cases by outcome, as released: {combinations.PUBLISHED}\noutcomes:{listed}")
    return 0


def _allowed() -> list[Allowance]:
    """What two people let pass in this project; a faulty list lets nothing pass."""
    made, problems = read_allowances(Path(), datetime.date.today())
    return [] if problems else made


def _scan(arguments: argparse.Namespace) -> int:
    # Loads the segmenter and its word lists, which no other command needs.
    from .privacy import built, files, repository

    ways = [bool(arguments.path), bool(arguments.built), arguments.history, arguments.staged]
    if sum(ways) != 1:
        print("renya: name one of FILE, FOLDER, -, --built SITE, --history, --staged",
              file=sys.stderr)  # fmt: skip
        return 2
    declared = [name.strip() for name in re.split("[,，、]", arguments.pseudonyms) if name.strip()]
    unread: list[tuple[str, str]] = []
    if arguments.path:
        found, unread = files.scan(arguments.path, arguments.zone, declared)
    elif arguments.built:
        found, unread = built.scan_built(Path(arguments.built), [one.text for one in _allowed()])
    else:
        which = repository.history if arguments.history else repository.staged
        try:
            let = [(f"docs/{one.file}", one.text, one.sha256) for one in _allowed()]
            found = list(repository.scan(which(Path()), let))
        except repository.NoRepository as error:
            print(printable(f"renya: {error}"), file=sys.stderr)
            return 2
    return _told(found, unread, arguments.json)


def _told(found: list[Line], unread: list[tuple[str, str]], as_json: bool) -> int:
    if as_json:
        print(json.dumps([one.as_dict() for one in found], ensure_ascii=False, indent=1))
    else:
        for one in found:
            print(printable(str(one)))
    for name, why in unread:
        print(printable(f"renya: {name}: {why}"), file=sys.stderr)
    if unread:
        return 2
    return 1 if any(one.action == "block" for one in found) else 0


if __name__ == "__main__":
    sys.exit(main())
