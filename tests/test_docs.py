"""What the pages say shows something is there: tests by their names, and what links lead to.

This mirrors no one module.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.integration.attacks import ATTACKS

ROOT = Path(__file__).parents[1]
PAGES = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]
NAMED = re.compile(r"`(?:tests/[\w/]+/)?(test_\w+\.py)((?:::\w+)*)`")
LINK = re.compile(r"\]\(([^)#:]+)\)")
MEASURED = re.compile(r"^\| ([^|]+) \| \d+ \| \d+ \|", re.MULTILINE)


def missing(words: str) -> Iterator[str]:
    """What a page names that no file of tests has."""
    for file, path in NAMED.findall(words):
        sources = "".join(each.read_text("utf-8") for each in (ROOT / "tests").rglob(file))
        if not sources:
            yield file
        for name in filter(None, path.split("::")):
            if not re.search(rf"^\s*(def|class) {name}\b", sources, re.MULTILINE):
                yield f"{file}::{name}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_names_and_links_to_is_there(page: Path) -> None:
    words = page.read_text("utf-8")
    assert [*missing(words)] == []
    assert [link for link in LINK.findall(words) if not (page.parent / link).exists()] == []


def test_what_is_missing_is_found() -> None:
    there = "`tests/test_docs.py::test_what_is_missing_is_found`, `test_docs.py`"
    assert [*missing(there)] == []
    gone = "`test_gone.py`, `test_docs.py::TestGone::test_x`"
    assert [*missing(gone)] == ["test_gone.py", "test_docs.py::TestGone", "test_docs.py::test_x"]


def test_every_attack_that_is_tried_has_its_row() -> None:
    words = (ROOT / "docs" / "attacks.md").read_text("utf-8")
    assert set(MEASURED.findall(words)) == set(ATTACKS)
