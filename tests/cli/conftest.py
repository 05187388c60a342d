"""Profiles for the tests of the command line, which runs in this process."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from presencemap.app.paths import ProfilePaths
from tests.nodes import call, running


@pytest.fixture
def anna(tmp_path: Path) -> ProfilePaths:
    """Anna's profile; she founded Lerend Collectief."""
    call(tmp_path / "anna", "team", "create", "Lerend Collectief", "--as", "Anna Peeters")
    return ProfilePaths.at(tmp_path / "anna")


@pytest.fixture
def bram(anna: ProfilePaths, tmp_path: Path) -> ProfilePaths:
    """Bram's profile; he joined with nobody online."""
    link = call(anna.data, "team", "invite").strip()
    call(tmp_path / "bram", "team", "join", link, "--as", "Bram Claeys")
    return ProfilePaths.at(tmp_path / "bram")


@pytest.fixture
def here(anna: ProfilePaths) -> Iterator[Path]:
    """Anna's profile, with a node that runs."""
    with running(anna):
        yield anna.data
