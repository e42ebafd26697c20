"""The board: who can do what for each dimension, and that what is counted is what is opened."""

import re
from pathlib import Path

import pytest

from project import ROOT
from renya.board import PARTIES, Cell, board
from renya.folder import read_folder
from renya.labels import labels
from renya.library import Library
from renya.pages.address import Addresses
from renya.pages.render import tool
from renya.pages.site import Site


@pytest.fixture(scope="module")
def guide() -> Library:
    return read_folder(ROOT / "docs")


@pytest.fixture(scope="module")
def cells(guide: Library) -> list[Cell]:
    return [cell for row in board(guide) for cell in row]


def test_eight_dimensions_by_four_parties(guide: Library) -> None:
    rows = board(guide)
    assert len(rows) == 8
    assert all(tuple(cell.role.id for cell in row) == PARTIES for row in rows)
    orders = [getattr(row[0].dimension.face, "order", None) for row in rows]
    assert orders == sorted(orders)


def test_a_cell_holds_what_its_records_say(guide: Library, cells: list[Cell]) -> None:
    for cell in cells:
        for entry in guide.of("interventions"):
            record = entry.record
            parts = {one.part for one in record.roles if one.role == cell.role.id}
            here = cell.dimension.id in record.dimensions
            assert (entry in cell.leads) == (here and "leads" in parts)
            acts = here and "leads" not in parts and bool(parts & {"does", "supports"})
            assert (entry in cell.takes_part) == acts


def test_gaps_are_empty_cells_and_the_other_way_round(cells: list[Cell]) -> None:
    assert {cell.empty for cell in cells} == {True, False}, "or this test shows nothing"
    assert all(cell.empty == (cell.gap is not None) for cell in cells)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_count_equals_what_it_opens(guide: Library, cells: list[Cell], lang: str) -> None:
    page = tool(Site(guide, labels(), Addresses(), lang), "board").body  # type: ignore[arg-type]
    for cell in cells:
        place = f"{cell.dimension.id}-{cell.role.id}"
        shown = re.search(rf'href="#{place}">(.*?)</a>', page, re.DOTALL)
        opened = re.search(rf'<section id="{place}".*?</section>', page, re.DOTALL)
        assert shown and opened, place
        counts = sorted(map(int, re.findall(r"\d+", re.sub("<.*?>", "", shown[1]))))
        lists = re.findall(r"<dt>[^<]*?(\d+)</dt><dd>(.*?)</dd>", opened[0], re.DOTALL)
        assert all(int(count) == made.count("<a ") for count, made in lists), place
        if not cell.empty:
            found = [one for one in (cell.leads, cell.takes_part) if one]
            found += [cell.recommendations, cell.cases]
            assert counts == sorted(map(len, found)), place


def test_no_study_is_named_without_its_distance(guide: Library) -> None:
    """What a list says of evidence: design and distance, or that none was found."""
    said = labels()
    far = [said(f"distance.{step}", "zh") for step in ("same", "near", "far", "unknown")]
    for name in ("board", "finder"):
        page = tool(Site(guide, said, Addresses(), "zh"), name).body
        lines = re.findall(r'<(?:span|p) class="small">([^<]*)</(?:span|p)>', page)
        lines = [line for line in lines if said("vocabulary.Design.one_trial", "zh") in line]
        assert lines
        assert all(any(step in line for step in far) for line in lines)


def test_a_page_of_that_name_is_refused(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "board.md").write_text("# 板\n", encoding="utf-8")
    (problem,) = [one for one in read_folder(docs).problems if one.path == "docs/board.md"]
    assert problem.message == "stands where a page of the guide is built"
