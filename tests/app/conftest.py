"""Profiles to test with, made as a person makes them."""

from pathlib import Path

import pytest

from presencemap.app.clock import now_ms
from presencemap.app.commands import CreateInvite
from presencemap.app.entry import create_team, join_team
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.domain.person import Profile

NOW = 1_790_000_000_000
ANNA = Profile("Anna Peeters")
BRAM = Profile("Bram Claeys")


@pytest.fixture
def anna(tmp_path: Path) -> ProfilePaths:
    """Anna's profile; she founded Lerend Collectief."""
    paths = ProfilePaths.at(tmp_path / "anna")
    create_team(paths, "Lerend Collectief", ANNA, NOW)
    return paths


@pytest.fixture
def link(anna: ProfilePaths) -> str:
    """An invite link of Anna's."""
    with StoreDesk(anna) as desk:
        return str(desk.obey(CreateInvite()))


@pytest.fixture
def bram(tmp_path: Path, link: str) -> ProfilePaths:
    """Bram's profile; he joined by Anna's link, with nobody online."""
    paths = ProfilePaths.at(tmp_path / "bram")
    join_team(paths, link, BRAM, now_ms())
    return paths
