"""Addresses without a host: one output for a root, a sub-path and a folder of files."""

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renya.pages.address import Addresses, in_language, relative, to_root
from renya.records.kinds import KINDS

SERVER, FOLDER = Addresses(), Addresses(directory_urls=False)


def test_pages_stand_where_a_server_or_a_folder_wants_them() -> None:
    for addresses, home, listing, record, prose in (
        (SERVER, "", "cases/", "cases/x/", "method/"),
        (FOLDER, "index.html", "cases/index.html", "cases/x.html", "method.html"),
    ):
        assert addresses.home() == home
        assert addresses.listing("cases") == listing
        assert addresses.record("cases", "x") == record
        assert addresses.prose("method") == prose


@pytest.mark.parametrize(
    ("address", "file"),
    [("", "index.html"), ("en/", "en/index.html"), ("cases/x/", "cases/x/index.html"),
     ("cases/x.html", "cases/x.html"), ("index.html", "index.html")],
)  # fmt: skip
def test_each_address_is_a_file(address: str, file: str) -> None:
    assert SERVER.file(address) == FOLDER.file(address) == file


def test_english_stands_below_en() -> None:
    assert in_language("cases/x/", "zh") == "cases/x/"
    assert in_language("cases/x/", "en") == "en/cases/x/"
    assert in_language("", "en") == "en/"


@pytest.mark.parametrize(
    ("source", "target", "link"),
    [
        ("", "cases/x/", "cases/x/"),
        ("cases/x/", "", "../../"),
        ("cases/x/", "cases/y/", "../y/"),
        ("cases/x/", "en/cases/x/", "../../en/cases/x/"),
        ("", "", "./"),
        ("cases/", "cases/", "./"),
        ("cases/x.html", "cases/y.html", "y.html"),
        ("cases/x.html", "index.html", "../index.html"),
    ],
)
def test_a_link_climbs_only_as_far_as_it_must(source: str, target: str, link: str) -> None:
    assert relative(source, target) == link


NAMES = st.sampled_from(["x", "calm-before-sleep", "sc-2016-13", "index"])
ADDRESSES = st.builds(
    lambda addresses, kind, name, lang, which: in_language(
        {
            0: addresses.home(),
            1: addresses.listing(kind.name),
            2: addresses.record(kind.name, name),
            3: addresses.prose(name),
            4: addresses.prose(f"about/{name}"),
        }[which],
        lang,
    ),
    st.sampled_from([SERVER, FOLDER]),
    st.sampled_from(KINDS),
    NAMES,
    st.sampled_from(["zh", "en"]),
    st.integers(0, 4),
)


@given(ADDRESSES, ADDRESSES)
def test_a_link_leads_from_any_page_to_any_other_below_any_root(source: str, target: str) -> None:
    for root in ("https://e.org/", "https://e.org/sub/path/", "file:///home/a/site/"):
        assert urljoin(root + source, relative(source, target)) == root + target
        assert urljoin(root + source, to_root(source) or "./") == root
    assert not relative(source, target).startswith("/")
