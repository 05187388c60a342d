"""Memory and store of an opened team, through commits that fail."""

import pytest

from presencemap.app.chosen import load_chosen
from presencemap.app.clock import now_ms
from presencemap.app.commands import CreateInvite, SetStatus
from presencemap.app.keeping import to_keep
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.domain.availability import Availability, Sharing
from presencemap.domain.errors import EnvironmentFault, SharingNotKept
from presencemap.domain.status import Status
from presencemap.protocol.clones import PATIENCE
from presencemap.protocol.effects import (
    EraseProof,
    Publish,
    Save,
    TellPresence,
    TellRecord,
)
from presencemap.protocol.record import Record
from presencemap.store.chain import CHAIN
from presencemap.store.identity import Identity
from tests.twins import twins

DAY = 86_400_000


def full(*_: object) -> None:
    raise EnvironmentFault("the disk is full")


def test_what_could_not_be_kept_was_never_said(
    anna: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    with StoreDesk(anna) as desk:
        me = desk.team.endpoint.me.person.id
        before = desk.team.endpoint.replica.status(me)

        with monkeypatch.context() as patch:
            patch.setattr(desk.team.records, "apply", full)
            with pytest.raises(EnvironmentFault):
                desk.obey(SetStatus(place="home", until=now_ms() + DAY))
            desk.team.keeping.reload()
        assert desk.team.endpoint.replica.status(me) == before
        desk.obey(SetStatus(place="road", until=now_ms() + DAY))
        said = desk.team.endpoint.replica.status(me)
        assert said is not None
        assert said.place == "road"


def test_an_invite_that_could_not_be_kept_lets_nobody_in(
    anna: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    with StoreDesk(anna) as desk:
        team = desk.team
        before = len(team.endpoint.membership), team.endpoint.membership.invites()
        with monkeypatch.context() as patch:
            patch.setattr(team.records, "apply", full)
            with pytest.raises(EnvironmentFault):
                desk.obey(CreateInvite())
            team.keeping.reload()
        assert (len(team.endpoint.membership), team.endpoint.membership.invites()) == before


def test_a_device_key_that_could_not_be_kept_is_not_used(
    anna: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    with StoreDesk(anna) as desk:
        team = desk.team
        device = team.endpoint.me.device.id
        with monkeypatch.context() as patch:
            patch.setattr(Identity, "save", full)
            with pytest.raises(EnvironmentFault):
                team.keeping.commit(team.endpoint._revive(now_ms()))
            team.keeping.reload()
        assert team.endpoint.me.device.id == team.endpoint.replica.device.id == device
        kept = Identity.load(anna.keys)
        assert kept is not None
        assert kept.device.id == device
        assert team.endpoint.membership.devices(team.endpoint.me.person.id) == {device}


def test_behind_its_store_a_team_takes_back_its_own_and_keeps_what_peers_said(
    anna: ProfilePaths, bram: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    with StoreDesk(bram) as desk:
        peer = desk.team.endpoint
        theirs = [Record.read(data) for data, *_ in desk.team.records.load()]
    with StoreDesk(anna) as desk:
        team, now = desk.team, now_ms()
        before, mine = len(team.endpoint.membership), team.endpoint.owner.status(now)
        with monkeypatch.context() as patch:
            patch.setattr(team.records, "apply", full)
            news = team.endpoint._log.take(list(peer.membership))
            for record in theirs:
                news += team.endpoint.replica.take(record, now)
            own = team.endpoint.owner.set_status(Status(Availability.BUSY, now), now)
            left = TellPresence(peer.me.person.id)
            news += team.endpoint.replica.clones.compare(*twins(peer.me, team.keys.team, now), now)
            with pytest.raises(EnvironmentFault):
                team.keeping.commit([*own, *news, left])
            team.keeping.reload()
            rest = team.keeping.fall_behind([*own, *news, left], now)
            with pytest.raises(EnvironmentFault):
                team.keeping.catch_up()
        assert team.keeping.behind
        assert not [e for e in rest if isinstance(e, Publish)]
        assert {e.record.hash for e in rest if isinstance(e, TellRecord)} == {
            record.hash for record in theirs
        }
        assert rest[-1] == left
        assert team.endpoint.owner.status(now).availability is mine.availability
        assert len(team.endpoint.membership) > before
        assert team.endpoint.cards.of(peer.me.person.id, now).person.name == "Bram Claeys"
        assert team.endpoint.tick(now) is not None
        team.keeping.catch_up()
        assert not team.keeping.behind
    with StoreDesk(anna) as desk:
        card = desk.team.endpoint.cards.of(peer.me.person.id, now + PATIENCE)
        assert (card.person.name, card.cloned) == ("Bram Claeys", True)
        person = peer.me.person.id
        rest = desk.team.keeping.fall_behind([EraseProof(person), TellPresence(person)], now)
        assert rest == [TellPresence(person)]


def test_what_is_done_when_all_is_kept_comes_back_in_order(anna: ProfilePaths) -> None:
    with StoreDesk(anna) as desk:
        team = desk.team
        _, effects = team.obey(SetStatus(place="road", until=now_ms() + DAY), now_ms())
        kept = to_keep(effects)
        assert kept
        assert team.keeping.commit(effects) == [each for each in effects if each not in kept]
        assert {save.record.hash for save in kept if isinstance(save, Save)} <= (
            team.records.hashes()
        )


def test_a_new_device_key_is_kept_and_used_after_a_reload(anna: ProfilePaths) -> None:
    with StoreDesk(anna) as desk:
        team = desk.team
        before = team.endpoint.me.device.id
        team.keeping.commit(team.endpoint._revive(now_ms()))
        renewed = Identity.load(anna.keys)
        assert renewed is not None
        assert renewed.device.id != before
        team.keeping.reload()
        assert team.endpoint.me.device.id == renewed.device.id


def test_a_chain_that_cannot_be_kept_fails_nothing_and_is_kept_the_next_time(
    anna: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    with StoreDesk(anna) as desk:
        team = desk.team
        before = (anna.keys / CHAIN).read_bytes()
        with monkeypatch.context() as patch:
            patch.setattr("presencemap.app.keeping.save_chain", full)
            team.keeping.commit(team.endpoint._revive(now_ms()))
        assert (anna.keys / CHAIN).read_bytes() == before
        team.keeping.keep_chain()
        changed = (anna.keys / CHAIN).read_bytes()
        assert changed != before
        (anna.keys / CHAIN).unlink()
        team.keeping.keep_chain()
        assert not (anna.keys / CHAIN).exists(), "written where it has changed, and only there"


def test_a_purge_leaves_nothing_of_what_was_replaced(anna: ProfilePaths) -> None:
    with StoreDesk(anna) as desk:
        for place in ("road", "home"):
            desk.obey(SetStatus(place=place, until=now_ms() + DAY))
        assert desk.team.keeping.purge()
        wal = anna.database.with_name(anna.database.name + "-wal")
        assert wal.stat().st_size == 0


def test_a_picture_that_could_not_be_kept_is_not_held(
    anna: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    with StoreDesk(anna) as desk:
        team, now = desk.team, now_ms()
        save = team.endpoint.floors.keep(b"drawn")
        with monkeypatch.context() as patch:
            patch.setattr(team.records, "apply", full)
            with pytest.raises(EnvironmentFault):
                team.keeping.commit([save])
            team.keeping.reload()
            assert team.keeping.fall_behind([save], now) == []
        assert team.endpoint.floors.held == {}
        team.keeping.catch_up()
        team.keeping.commit([save])
        assert team.keeping.piece(save.blob, 0) == b"drawn"
        assert team.keeping.piece(save.blob, 1) == b""


def test_whether_one_shares_is_kept_as_soon_as_it_can_be(
    anna: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    with StoreDesk(anna) as desk:
        keeping = desk.team.keeping
        with monkeypatch.context() as patch:
            patch.setattr("presencemap.app.chosen.write_file", full)
            with pytest.raises(SharingNotKept, match="tried again"):
                keeping.keep_sharing(anna.sharing, Sharing.OFF_NETWORK)
            keeping.fall_behind([], now_ms())
            with pytest.raises(SharingNotKept):
                keeping.catch_up()
            assert keeping.behind
        keeping.catch_up()
        assert not keeping.behind
        assert (
            load_chosen(anna.sharing, unsaid=Sharing.ON, unread=Sharing.PAUSED)
            is Sharing.OFF_NETWORK
        )
