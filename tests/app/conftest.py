"""Profiles to test with, made as a person makes them."""

from pathlib import Path

import pytest

from presencemap.app.clock import now_ms
from presencemap.app.commands import CreateInvite
from presencemap.app.entry import create_team, join_team
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.domain.person import Profile
from presencemap.protocol.effects import SaveStatement

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


@pytest.fixture
def colleague(anna: ProfilePaths, bram: ProfilePaths) -> str:
    """The id of Bram, whom Anna knows by the statements of his entry."""
    with StoreDesk(bram) as desk:
        statements = [*desk.team.endpoint.membership]
        person = desk.team.endpoint.me.person.id
    with StoreDesk(anna) as desk:
        desk.team.endpoint.membership.add(statements)
        desk.team.records.apply([SaveStatement(statement.data) for statement in statements])
    return person
