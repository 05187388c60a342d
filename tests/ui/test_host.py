"""One profile, as the window asks for it: the real thing on loopback."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from presencemap.app.commands import CreateInvite, SetStatus
from presencemap.app.notices import Notice, PrecisionChanged, Started, Stopped
from presencemap.app.options import Options
from presencemap.app.paths import ProfilePaths
from presencemap.domain.availability import Availability
from presencemap.domain.errors import AlreadyInTeam, InviteUnreadable, NoTeam
from presencemap.domain.person import Profile
from presencemap.domain.precision import Precision
from presencemap.domain.team import Inviters
from presencemap.protocol.address import Address
from presencemap.ui.host import ProfileHost

WAIT = 15
LOOPBACK = Options(Address("127.0.0.1", 0), interfaces=("127.0.0.1",), mdns=False)


def host(folder: Path) -> ProfileHost:
    return ProfileHost(ProfilePaths.at(folder), LOOPBACK)


def test_from_nothing_to_a_team_that_others_can_join(tmp_path: Path) -> None:
    anna, bram = host(tmp_path / "anna"), host(tmp_path / "bram")
    assert not anna.in_team()
    anna.create_team(
        "Lerend Collectief", Profile("Anna Peeters"), Inviters.STEWARDS, Precision.TOWN
    )
    assert anna.in_team()
    with pytest.raises(AlreadyInTeam):
        anna.create_team("Another", Profile("Anna Peeters"), Inviters.MEMBERS, Precision.ROOM)
    told: list[Notice] = []
    node = anna.start_node(told.append)
    # Asked at once: it answers when it is ready.
    status = node.post(SetStatus(availability=Availability.BUSY)).result(WAIT)
    assert status.availability is Availability.BUSY
    assert node.search("").result(WAIT).examples == ()
    link = node.post(CreateInvite(days=3)).result(WAIT)
    assert node.stop(WAIT)
    assert isinstance(told[0], Started)
    assert PrecisionChanged(Precision.TOWN) in told
    assert isinstance(told[-1], Stopped)
    assert told[-1].error is None
    preview = bram.preview_invite(link)
    assert (preview.team, preview.inviter) == ("Lerend Collectief", "Anna Peeters")
    assert not bram.in_team()
    bram.join_team(link, Profile("Bram Claeys"), Precision.HIDDEN)
    assert bram.in_team()


def test_a_cut_link_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    bram = host(tmp_path / "bram")
    with pytest.raises(InviteUnreadable):
        bram.preview_invite("presencemap://join#cut")
    assert not (tmp_path / "bram").exists()


def test_a_node_that_can_not_start_answers_why(tmp_path: Path, qtbot: QtBot) -> None:
    told: list[Notice] = []
    node = host(tmp_path / "nobody").start_node(told.append)
    with pytest.raises(NoTeam):
        node.post(SetStatus()).result(WAIT)
    assert node.stop(WAIT)
    assert isinstance(told[-1], Stopped)
    assert isinstance(told[-1].error, NoTeam)


def test_the_window_s_file_and_the_towns(tmp_path: Path) -> None:
    anna = host(tmp_path / "anna")
    assert anna.preferences.parent == tmp_path / "anna"
    assert anna.cache == tmp_path / "anna" / "cache" / "map"
    found = anna.towns.find("Den Bosch")
    assert found is not None


def test_the_network_is_looked_into_once_the_node_is_ready(tmp_path: Path) -> None:
    anna = host(tmp_path / "anna")
    anna.create_team("Lerend Collectief", Profile("Anna Peeters"), Inviters.MEMBERS, Precision.ROOM)
    node = anna.start_node(lambda _: None)
    report = node.examine().result(WAIT)
    assert report.facts.running
    assert node.stop(WAIT)
