"""The driver, on real sockets over loopback; what it makes of errors and in which order it acts."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from presencemap.app import driver as driving
from presencemap.app.clock import now_ms
from presencemap.app.commands import AddPlace, CreateInvite, SetStatus
from presencemap.app.driver import PURGE_WITHIN, Driver
from presencemap.app.node import Node
from presencemap.app.notices import Event, FaultArisen, FaultOver, Noted, PeerRefused, RosterChanged
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.domain.availability import Availability, Presence
from presencemap.domain.errors import EnvironmentFault
from presencemap.domain.place import PlaceKind
from presencemap.domain.status import Activity, Kind
from presencemap.net.interfaces import Interface
from presencemap.protocol.events import FrameReceived, LinkLost
from presencemap.protocol.peers import MAX_FAULTS
from tests.nodes import Witness, door_of, eventually, running

HOUR = 3_600_000
FULL = EnvironmentFault("records.db: the disk is full. Free some space")


def on(text: str, until: int | None = None) -> SetStatus:
    return SetStatus(activity=Activity(Kind.WORKING_ON, text), until=until or now_ms() + HOUR)


def sees(witness: Witness, presence: Presence) -> None:
    witness.until(lambda w: (c := w.named("Anna Peeters")) and c.presence is presence)


def sees_text(witness: Witness, text: str | None) -> None:
    def satisfied(w: Witness) -> bool:
        card = w.named("Anna Peeters")
        status = card.status if card else None
        return status is not None and (status.activity.text if status.activity else None) == text

    witness.until(satisfied)


def texts_told(witness: Witness) -> set[str]:
    """The activities in all that was ever told."""
    cards = [c for n in witness.told if isinstance(n, RosterChanged) for c in n.cards]
    return {c.status.activity.text for c in cards if c.status and c.status.activity}


def bytes_kept(paths: ProfilePaths) -> bytes:
    """Every byte in the store's files."""
    files = [p for p in paths.data.rglob("*") if p.is_file() and p != paths.lock]
    return b"".join(map(Path.read_bytes, files))


class Disk:
    """A disk that is full while the test says so, under the store of a driver."""

    def __init__(self, driver: Driver) -> None:
        self.full = True
        self._apply = driver.team.records.apply
        driver.team.records.apply = self.apply  # type: ignore[method-assign]

    def apply(self, effects: Iterable[Any], *more: Any) -> None:
        if self.full:
            raise FULL
        self._apply(effects, *more)


def disk_of(node: Node) -> Disk:
    return node.call(Disk).result(5)


def test_a_peer_that_keeps_sending_rubbish_is_counted_and_cut_and_may_come_again(
    anna: ProfilePaths, bram: ProfilePaths
) -> None:
    with (
        running(anna) as (sender, _, started),
        running(bram, door_of(started)) as (receiver, bram_sees, _),
    ):
        sees(bram_sees, Presence.ONLINE)
        [link] = receiver.call(lambda d: [k.id for k in d.endpoint.peers.standing()]).result(5)

        def rubbish(times: int) -> None:
            def send(driver: Driver) -> None:
                [other] = driver.endpoint.peers.standing()
                for _ in range(times):
                    driver._links.send(other.id, b"\x01\x63rubbish")

            sender.call(send).result(5)

        def counted() -> tuple[int, list[str]]:
            return receiver.call(lambda d: (d._peer_errors, list(d.endpoint.peers.links))).result(5)

        rubbish(MAX_FAULTS - 1)
        eventually(counted, lambda c: c == (MAX_FAULTS - 1, [link]))
        rubbish(1)
        eventually(counted, lambda c: c[0] >= MAX_FAULTS and link not in c[1])
        sees(bram_sees, Presence.UNCERTAIN)
        sees(bram_sees, Presence.ONLINE)
        sender.post(on("Behaving again")).result(5)
        sees_text(bram_sees, "Behaving again")
        assert not [n for n in bram_sees.told if isinstance(n, FaultArisen)], "not our own failure"
        refused = [n for n in bram_sees.told if isinstance(n, PeerRefused)]
        assert refused[0] == PeerRefused("Anna Peeters", "a frame of type 99"), "told once"
        assert all(n.what.startswith("kept out") for n in refused[1:])


def test_what_cannot_be_kept_is_not_published_and_memory_goes_back_to_the_store(
    anna: ProfilePaths, bram: ProfilePaths
) -> None:
    with (
        running(anna) as (node, anna_sees, started),
        running(bram, door_of(started)) as (_, bram_sees, _),
    ):
        sees(bram_sees, Presence.ONLINE)
        said = node.post(on("Before the disk was full")).result(5)
        disk = disk_of(node)
        with pytest.raises(EnvironmentFault, match="disk is full"):
            node.post(on("Never said")).result(5)
        assert node.call(lambda d: d.endpoint.owner.status(now_ms())).result(5) == said
        disk.full = False
        node.post(on("After")).result(5)
        sees_text(bram_sees, "After")
        sees_text(anna_sees, "After")
        for witness in (anna_sees, bram_sees):
            assert texts_told(witness) == {"Before the disk was full", "After"}


def test_what_peers_say_is_shown_though_it_cannot_be_kept_and_is_kept_when_there_is_space(
    anna: ProfilePaths, bram: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(driving, "CATCH_UP_EVERY", 0.1)
    with (
        running(anna) as (node, _, started),
        running(bram, door_of(started)) as (receiver, bram_sees, _),
    ):
        sees(bram_sees, Presence.ONLINE)
        disk = disk_of(receiver)
        for text in ("While the disk was full", "And still"):
            node.post(on(text)).result(5)
            sees_text(bram_sees, text)
        for command in (on("Refused"), CreateInvite(), AddPlace("Nowhere", PlaceKind.OFFICE)):
            with pytest.raises(EnvironmentFault, match="disk is full"):
                receiver.post(command).result(5)
        assert bram_sees.told.count(FaultArisen(FULL)) == 1, "told once"
        assert FaultOver() not in bram_sees.told
        disk.full = False
        bram_sees.until(lambda w: FaultOver() in w.told)
        receiver.post(on("With space again")).result(5)
        node.post(on("Nor is the next one lost")).result(5)
        sees_text(bram_sees, "Nor is the next one lost")
        assert "Refused" not in texts_told(bram_sees)
        assert receiver.call(lambda d: d.team.behind).result(5) is False
    with StoreDesk(bram) as desk:
        replica, me = desk.team.endpoint.replica, desk.team.endpoint.me.person.id
        statuses = [replica.status(person) for person in desk.team.endpoint.membership.people]
        texts = {s.activity.text for s in statuses if s and s.activity}
        assert texts == {"With space again", "Nor is the next one lost"}
        assert [p.name for p in replica.places() if p.name == "Nowhere"] == []
        assert [i for i in desk.team.endpoint.membership.invites() if i.issuer == me] == []


def test_a_command_waits_for_no_timer_once_there_is_space(
    anna: ProfilePaths, bram: ProfilePaths
) -> None:
    with (
        running(anna) as (node, _, started),
        running(bram, door_of(started)) as (receiver, bram_sees, _),
    ):
        sees(bram_sees, Presence.ONLINE)
        disk = disk_of(receiver)
        node.post(on("Shown")).result(5)
        sees_text(bram_sees, "Shown")
        disk.full = False
        receiver.post(on("Mine")).result(5)
        bram_sees.until(lambda w: FaultOver() in w.told)


def test_what_could_not_be_kept_is_kept_before_it_leaves(
    anna: ProfilePaths, bram: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(driving, "CATCH_UP_EVERY", 60.0)
    with (
        running(anna) as (node, _, started),
        running(bram, door_of(started)) as (receiver, bram_sees, _),
    ):
        sees(bram_sees, Presence.ONLINE)
        disk = disk_of(receiver)
        node.post(on("Seen at the last moment")).result(5)
        sees_text(bram_sees, "Seen at the last moment")
        disk.full = False
    assert b"Seen at the last moment" in bytes_kept(bram)


@pytest.mark.expects_log("could not be")
def test_a_bug_of_ours_is_logged_and_the_network_thread_goes_on(
    anna: ProfilePaths, bram: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    with running(anna) as (node, _, started):

        def break_it(driver: Driver) -> None:
            with pytest.MonkeyPatch.context() as broken:
                broken.setattr(driver.endpoint, "handle", lambda *_: 1 / 0)
                driver.take(LinkLost("any"))
            with pytest.MonkeyPatch.context() as broken:
                broken.setattr(driver.team, "commit", lambda *_: 1 / 0)
                driver._due += driver.endpoint.goodbye(now_ms())
                driver.flush()

        node.call(break_it).result(5)
        with running(bram, door_of(started)) as (_, bram_sees, _):
            sees(bram_sees, Presence.ONLINE)


def test_no_byte_of_a_replaced_status_stays_with_anybody(
    anna: ProfilePaths, bram: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert PURGE_WITHIN <= 20
    monkeypatch.setattr(driving, "PURGE_WITHIN", 0.4)
    old = "A word that shall be gone"
    with (
        running(anna) as (node, _, started),
        running(bram, door_of(started)) as (_, bram_sees, _),
    ):
        sees(bram_sees, Presence.ONLINE)
        node.post(on(old)).result(5)
        sees_text(bram_sees, old)
        for paths in (anna, bram):
            assert old.encode() in bytes_kept(paths)
        node.post(on("The word that is there")).result(5)
        sees_text(bram_sees, "The word that is there")
        for paths in (anna, bram):
            eventually(lambda p=paths: old.encode() in bytes_kept(p), lambda there: not there)
            assert b"The word that is there" in bytes_kept(paths)


def test_a_purge_that_finds_no_space_is_said_and_tried_again(
    anna: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(driving, "PURGE_WITHIN", 0.05)
    with running(anna) as (node, anna_sees, _):

        def no_space(driver: Driver) -> None:
            real, tries = driver.team.records.truncate_wal, iter([FULL, False])

            def truncate() -> bool:
                found = next(tries, None)
                if isinstance(found, EnvironmentFault):
                    raise found
                return real() if found is None else found

            driver.team.records.truncate_wal = truncate  # type: ignore[method-assign]

        node.call(no_space).result(5)
        node.post(on("First, to be gone")).result(5)
        node.post(on("Second")).result(5)
        anna_sees.until(lambda w: FaultArisen(FULL) in w.told)
        anna_sees.until(lambda w: FaultOver() in w.told)
        eventually(lambda: b"First, to be gone" in bytes_kept(anna), lambda there: not there)


def test_a_status_that_has_ended_is_taken_back_everywhere(
    anna: ProfilePaths, bram: ProfilePaths
) -> None:
    with (
        running(anna) as (node, anna_sees, started),
        running(bram, door_of(started)) as (_, bram_sees, _),
    ):
        sees(bram_sees, Presence.ONLINE)
        node.post(SetStatus(availability=Availability.BUSY)).result(5)
        node.post(on("For a moment", until=now_ms() + 800)).result(5)
        for witness in (anna_sees, bram_sees):
            sees_text(witness, "For a moment")
            sees_text(witness, None)
            card = witness.named("Anna Peeters")
            assert card is not None
            assert card.status is not None
            assert card.status.availability is Availability.BUSY, "that has no end"
            assert card.status.until is None


def test_a_turn_tells_a_card_once_before_what_was_noted(
    anna: ProfilePaths, bram: ProfilePaths
) -> None:
    with running(anna) as (node, anna_sees, started), running(bram, door_of(started)):
        anna_sees.until(lambda w: (c := w.named("Bram Claeys")) and c.presence is Presence.ONLINE)
        node.post(on("Once")).result(5)
        anna_sees.until(lambda w: isinstance(w.told[-1], Noted) and texts_told(w))
        changed, event = anna_sees.told[-2:]
        assert isinstance(changed, RosterChanged)
        assert isinstance(event, Noted)
        assert changed.cards == (event.card,)
        assert event.event is Event.STATUS


def test_after_its_goodbye_nothing_is_taken_in_any_more(anna: ProfilePaths) -> None:
    with running(anna) as (node, _, _):

        def leave(driver: Driver) -> int:
            driver._leaving = True
            driver.take(FrameReceived("in-1", bytes(32), b"rubbish"))
            return driver._peer_errors

        assert node.call(leave).result(5) == 0


def test_without_multicast_it_says_how_to_find_colleagues(
    anna: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def no_multicast(*_: object) -> None:
        raise OSError(19, "No such device")

    monkeypatch.setattr("presencemap.net.discovery.Discovery.start", no_multicast)
    with running(anna, mdns=True) as (node, anna_sees, _):
        anna_sees.until(lambda w: any(isinstance(n, FaultArisen) for n in w.told))
        [fault] = [n.error for n in anna_sees.told if isinstance(n, FaultArisen)]
        assert "No such device" in str(fault)
        assert "presencemap peer add" in str(fault)
        assert node.post(on("All the same")).result(5)


def test_after_a_sleep_all_are_met_again_within_three_seconds(
    anna: ProfilePaths, bram: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (
        running(anna) as (_, _, started),
        running(bram, door_of(started)) as (node, bram_sees, _),
    ):
        sees(bram_sees, Presence.ONLINE)
        before = node.call(lambda driver: {*driver.endpoint.peers.links}).result(5)

        def sleeps(driver: Driver) -> None:
            monkeypatch.setattr(driver._surroundings, "_asleep", lambda: 2**40)
            monkeypatch.setattr(driving, "now_ms", lambda: now_ms() + 8 * HOUR)

        node.call(sleeps).result(5)

        def new_links(driver: Driver) -> bool:
            standing = {link.id for link in driver.endpoint.peers.standing()}
            return bool(standing) and not standing & before

        eventually(lambda: node.call(new_links).result(5), bool, 3)
        sees(bram_sees, Presence.ONLINE)


def test_a_new_network_is_told_and_dialled_at_once(
    anna: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    with running(anna) as (node, _, _):

        def arrives(driver: Driver) -> None:
            found = (Interface("lo", 1, "127.0.0.1", 8), Interface("eth9", 9, "10.9.9.9", 24))
            monkeypatch.setattr(driver._surroundings, "_look", lambda: found)
            monkeypatch.setattr(driving, "listening_addresses", lambda *_: ("10.9.9.9",))

        node.call(arrives).result(5)

        def listens(driver: Driver) -> list[str]:
            here = driver.endpoint.peers.here
            return [address.host for address in here.listen] if here else []

        eventually(lambda: node.call(listens).result(5), lambda hosts: hosts == ["10.9.9.9"], 5)
