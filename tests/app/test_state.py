"""What changes seldom is told when it is another, and once."""

import pytest

from presencemap.app.notices import (
    CatchingUp,
    Event,
    InvitingChanged,
    MapServerChanged,
    NetworkChanged,
    Noted,
    Notice,
)
from presencemap.app.state import State
from presencemap.domain.map_server import MapServer
from presencemap.domain.team import Inviters
from tests.protocol.lan import NOW, Lan

FIRST = [InvitingChanged(True, Inviters.MEMBERS), MapServerChanged(None, mine=True)]


class Told:
    """A state and what it told since it was last asked."""

    def __init__(self) -> None:
        lan = Lan()
        lan.team_of("Bram")
        self.endpoint = lan.anna.endpoint
        self.told: list[Notice] = []
        self.state = State(self.endpoint, self.told.append)

    def by(self, now: int, *, connected: bool = True, ready: bool = True) -> list[Notice]:
        self.told.clear()
        self.state.look(now, connected=connected, ready=ready)
        return list(self.told)

    def network(self, event: Event, now: int) -> Noted:
        return Noted(event, self.endpoint.me.person.id, now, now)


@pytest.fixture
def node() -> Told:
    return Told()


def test_each_is_told_once_and_again_when_it_changes(
    node: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert node.by(NOW) == FIRST, "nothing to catch up with, and a network: as it is anyway"
    assert node.by(NOW + 1) == []
    monkeypatch.setattr(node.endpoint, "still_to_come", lambda: 7)
    assert node.by(NOW + 2) == [CatchingUp(7)]
    assert node.by(NOW + 3) == []
    monkeypatch.setattr(node.endpoint, "still_to_come", lambda: 0)
    assert node.by(NOW + 4) == [CatchingUp(0)]


def test_a_network_that_was_never_there_is_gone_since_nobody_knows_when(node: Told) -> None:
    assert node.by(NOW, connected=False, ready=False) == FIRST, "it isn't ready"
    lost = [node.network(Event.NO_NETWORK, NOW + 1), NetworkChanged(False, None)]
    assert node.by(NOW + 1, connected=False) == lost
    back = [node.network(Event.NETWORK, NOW + 2), NetworkChanged(True, NOW + 2)]
    assert node.by(NOW + 2) == back


def test_one_that_was_there_before_the_node_was_ready_is_gone_since_then(node: Told) -> None:
    assert node.by(NOW, ready=False) == FIRST
    lost = [node.network(Event.NO_NETWORK, NOW + 1), NetworkChanged(False, NOW + 1)]
    assert node.by(NOW + 1, connected=False) == lost
    assert node.by(NOW + 2, connected=False) == []


def test_a_map_server_is_told_when_it_is_chosen_and_when_its_chooser_goes(node: Told) -> None:
    assert node.by(NOW) == FIRST
    server = MapServer("https://maps/{z}/{x}/{y}", "© Us")
    node.endpoint.owner.choose_map_server(server, NOW + 1)
    assert node.by(NOW + 1) == [MapServerChanged(server, mine=True)]
    assert node.by(NOW + 2) == []
    node.endpoint.authority.leave(NOW + 3)
    assert MapServerChanged(None, mine=False) in node.by(NOW + 3)
