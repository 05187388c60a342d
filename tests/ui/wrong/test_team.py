"""What is refused of what one asks about the team, in both languages."""

from functools import partial
from pathlib import Path

import pytest

from presencemap.app.clock import now_ms
from presencemap.app.commands import (
    AppointSteward,
    Command,
    CreateInvite,
    LeaveTeam,
    RemoveMember,
    SetSharing,
    SetStatus,
    ShowWords,
    WithdrawInvite,
)
from presencemap.app.entry import create_team
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.app.safety import check_words
from presencemap.domain.availability import Sharing
from presencemap.domain.contact import ContactKind, ContactWay, contact_way
from presencemap.domain.map_server import MapServer
from presencemap.domain.person import MAX_CONTACTS, MAX_TALENTS, Profile, profile_said
from tests.ui.wrong.conftest import Reading


def test_the_team(desk: StoreDesk, read: Reading) -> None:
    me, nobody = desk.team.endpoint.me.person.id, "0" * 64
    asked: list[tuple[Command, str]] = [
        (LeaveTeam(), "Geen collega is er"),
        (ShowWords(me), "Dat ben jij"),
        (RemoveMember(me), "Dat ben jij"),
        (RemoveMember(nobody), "niet meer in het team"),
        (AppointSteward(nobody), "niet meer in het team"),
        (WithdrawInvite(nobody), "niet meer"),
        (CreateInvite(days=0), "geldt 1 tot"),
        (CreateInvite(uses=0), "keer"),
        (CreateInvite(hints=("office-pc",) * 9), "passen"),
        (CreateInvite(hints=("office-pc:0",)), "office-pc:0"),
    ]
    for command, part in asked:
        _, dutch = read(partial(desk.obey, command))
        assert part in dutch
    desk.obey(SetSharing(Sharing.PAUSED))
    assert "gepauzeerd" in read(partial(desk.obey, SetStatus(place="home")))[1]


def test_profiles(read: Reading, tmp_path: Path) -> None:
    many = tuple(ContactWay(ContactKind.MAIL, f"a{n}@b.example") for n in range(MAX_CONTACTS + 1))
    talents = tuple(f"t{n}" for n in range(MAX_TALENTS + 1))
    assert "naam nodig" in read(lambda: profile_said(" ", (), ()))[1]
    assert "talenten" in read(lambda: profile_said("Anna", talents, ()))[1]
    assert "contactwegen" in read(lambda: profile_said("Anna", (), many))[1]
    founding = partial(create_team, ProfilePaths.at(tmp_path / "b"), " ", Profile("B"), now_ms())
    assert "Een team" in read(founding)[1]


@pytest.mark.parametrize(
    ("kind", "address", "part"),
    [
        (ContactKind.PHONE, "x", "telefoonnummer"),
        (ContactKind.MAIL, "x", "geen adres"),
        (ContactKind.WEB, "ftp://x", "webadres"),
        (ContactKind.WEB, f"https://team.example/{'x' * 300}", "hooguit"),
    ],
)
def test_contact_ways(kind: ContactKind, address: str, part: str, read: Reading) -> None:
    assert part in read(lambda: contact_way(kind, address))[1]


def test_whose_map_it_is(read: Reading) -> None:
    address = "https://tiles.example/{z}/{x}/{y}.png"
    assert "van wie" in read(lambda: MapServer.said(address, ""))[1]


def test_words_that_differ(read: Reading) -> None:
    assert "niet de woorden" in read(lambda: check_words("a b", ("c", "d")))[1]
