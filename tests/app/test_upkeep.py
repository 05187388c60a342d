"""A running node's store: on a disk that is full for a while, and purged of what was replaced."""

import asyncio
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from presencemap.app import upkeep
from presencemap.app.clock import now_ms
from presencemap.app.commands import AddPlace, CreateInvite, ShowMembers
from presencemap.app.driver import Driver
from presencemap.app.node import Node
from presencemap.app.notices import FaultArisen, FaultOver, Notice
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.app.team import OpenTeam
from presencemap.app.upkeep import PURGE_WITHIN, Upkeep
from presencemap.domain.errors import EnvironmentFault
from presencemap.domain.place import PlaceKind
from presencemap.protocol.effects import Effect
from presencemap.protocol.record import Record
from presencemap.protocol.statement import Statement
from tests.app.sights import on, sees_text, texts_told, together
from tests.nodes import eventually, running

FULL = EnvironmentFault("records.db: the disk is full. Free some space")
FAILS = EnvironmentFault("records.db: the disk fails")


News = tuple[list[Statement], list[Record]]


class Disk:
    """A disk that is full while the test says so, under the store of a team."""

    def __init__(self, team: OpenTeam) -> None:
        self.full = True
        self._apply = team.records.apply
        team.records.apply = self.apply  # type: ignore[method-assign]

    def apply(self, effects: Iterable[Any], *more: Any) -> None:
        if self.full:
            raise FULL
        self._apply(effects, *more)


def disk_of(node: Node) -> Disk:
    return node.call(lambda driver: Disk(driver.team)).result(5)


def bytes_kept(paths: ProfilePaths) -> bytes:
    """Every byte in the store's files."""
    files = [p for p in paths.data.rglob("*") if p.is_file() and p != paths.lock]
    return b"".join(map(Path.read_bytes, files))


def test_what_cannot_be_kept_is_not_published_and_memory_goes_back_to_the_store(
    anna: ProfilePaths, bram: ProfilePaths
) -> None:
    with together(anna, bram) as ((node, anna_sees), (_, bram_sees)):
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
    monkeypatch.setattr(upkeep, "CATCH_UP_EVERY", 0.1)
    with together(anna, bram) as ((node, _), (receiver, bram_sees)):
        disk = disk_of(receiver)
        for text in ("While the disk was full", "And still"):
            node.post(on(text)).result(5)
            sees_text(bram_sees, text)
        for command in (on("Refused"), CreateInvite(), AddPlace("Nowhere", PlaceKind.OFFICE)):
            with pytest.raises(EnvironmentFault, match="disk is full"):
                receiver.post(command).result(5)
        members = receiver.post(ShowMembers()).result(5)
        assert isinstance(members, list)
        assert len(members) == 2, "who only asks is answered"
        assert bram_sees.told.count(FaultArisen(FULL)) == 1, "told once"
        assert FaultOver() not in bram_sees.told
        disk.full = False
        bram_sees.until(lambda w: FaultOver() in w.told)
        receiver.post(on("With space again")).result(5)
        node.post(on("Nor is the next one lost")).result(5)
        sees_text(bram_sees, "Nor is the next one lost")
        assert "Refused" not in texts_told(bram_sees)
        assert receiver.call(lambda d: d.team.keeping.behind).result(5) is False
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
    with together(anna, bram) as ((node, _), (receiver, bram_sees)):
        disk = disk_of(receiver)
        node.post(on("Shown")).result(5)
        sees_text(bram_sees, "Shown")
        disk.full = False
        receiver.post(on("Mine")).result(5)
        bram_sees.until(lambda w: FaultOver() in w.told)


def test_what_could_not_be_kept_is_kept_before_it_leaves(
    anna: ProfilePaths, bram: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upkeep, "CATCH_UP_EVERY", 60.0)
    with together(anna, bram) as ((node, _), (receiver, bram_sees)):
        disk = disk_of(receiver)
        node.post(on("Seen at the last moment")).result(5)
        sees_text(bram_sees, "Seen at the last moment")
        disk.full = False
    assert b"Seen at the last moment" in bytes_kept(bram)


def test_no_byte_of_a_replaced_status_stays_with_anybody(
    anna: ProfilePaths, bram: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert PURGE_WITHIN <= 20
    monkeypatch.setattr(upkeep, "PURGE_WITHIN", 0.4)
    old = "A word that shall be gone"
    with together(anna, bram) as ((node, _), (_, bram_sees)):
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
    monkeypatch.setattr(upkeep, "PURGE_WITHIN", 0.05)
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


@pytest.fixture
def news(bram: ProfilePaths) -> News:
    """What Bram says in the end: statements and records."""
    with StoreDesk(bram) as desk:
        desk.obey(on("Heard"))
        records = [Record.read(data) for data, *_ in desk.team.records.load()]
        return list(desk.team.endpoint.membership), records


@pytest.fixture
def team(anna: ProfilePaths, news: News) -> Iterator[OpenTeam]:
    with StoreDesk(anna) as desk:
        yield desk.team


def taken(team: OpenTeam, news: News) -> list[Effect]:
    """What is to be done when a peer has told its news."""
    effects = team.endpoint._log.take(news[0])
    for record in news[1]:
        effects += team.endpoint.replica.take(record, now_ms())
    return effects


def failing(fault: EnvironmentFault) -> Callable[..., None]:
    def fails(*_: object) -> None:
        raise fault

    return fails


def test_what_is_said_again_of_a_disk_is_told_once_and_its_end_once(
    team: OpenTeam,
    news: News,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(upkeep, "CATCH_UP_EVERY", 0.001)
    told: list[Notice] = []
    tries: list[EnvironmentFault] = []

    async def main() -> None:
        kept = Upkeep(team.keeping, told.append)
        with monkeypatch.context() as patch:
            patch.setattr(team.records, "apply", failing(FULL))
            kept.commit_or_fall_behind(taken(team, news), now_ms())
            assert told == [FaultArisen(FULL)]
            with pytest.raises(EnvironmentFault):
                kept.catch_up()
            again = asyncio.Event()

            def fails(*_: object) -> None:
                tries.append(FAILS)
                if len(tries) == 3:
                    again.set()
                raise FAILS

            patch.setattr(team.records, "apply", fails)
            await asyncio.wait_for(again.wait(), 5)
        assert told == [FaultArisen(FULL), FaultArisen(FAILS)]
        kept.catch_up()
        kept.catch_up()
        assert told[2:] == [FaultOver()]
        kept.close()

    asyncio.run(main())


def test_a_command_that_is_refused_is_told_to_who_gave_it_alone(
    team: OpenTeam, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Notice] = []
    before = team.endpoint.owner.status(now_ms())
    _, effects = team.obey(on("Never said"), now_ms())
    monkeypatch.setattr(team.records, "apply", failing(FULL))
    with pytest.raises(EnvironmentFault, match="disk is full"):
        Upkeep(team.keeping, told.append).commit(effects)
    assert told == []
    assert team.endpoint.owner.status(now_ms()) == before
    assert not team.keeping.behind


def test_once_it_is_closed_it_has_tried_a_last_time_and_tries_no_more(
    team: OpenTeam,
    news: News,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(upkeep, "CATCH_UP_EVERY", 0.0)
    monkeypatch.setattr(upkeep, "PURGE_WITHIN", 0.0)
    told: list[Notice] = []

    async def main() -> None:
        kept = Upkeep(team.keeping, told.append)
        kept.commit(team.obey(on("Mine"), now_ms())[1])
        monkeypatch.setattr(team.records, "apply", failing(FULL))
        kept.commit_or_fall_behind(taken(team, news), now_ms())
        kept.close()
        assert team.keeping.behind, "a full disk holds up nobody who leaves"
        monkeypatch.setattr(team.keeping, "purge", failing(FAILS))
        await asyncio.sleep(0.01)

    asyncio.run(main())
    assert told == [FaultArisen(FULL)]


def test_a_piece_that_the_disk_does_not_give_is_none_and_told(
    anna: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Notice] = []
    with StoreDesk(anna) as desk:
        upkeep = Upkeep(desk.team.keeping, told.append)
        save = desk.team.endpoint.floors.keep(b"drawn")
        desk.team.keeping.commit([save])
        assert upkeep.piece(save.blob, 0) == b"drawn"
        monkeypatch.setattr(desk.team.keeping, "piece", failing(FAILS))
        assert upkeep.piece(save.blob, 0) == b""
    assert told == [FaultArisen(FAILS)]
