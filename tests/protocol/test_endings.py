"""An older status doesn't come back once the one that replaced it has ended."""

import pytest

from presencemap.domain.availability import Availability
from presencemap.domain.status import Activity, Kind, Status
from presencemap.protocol.endings import Endings
from presencemap.protocol.presence import SKEW
from presencemap.protocol.record import MAX_LIFE
from tests.protocol.lan import DAY, Lan, Node

HOUR = 3_600_000


@pytest.fixture
def lan() -> Lan:
    return Lan()


def says(node: Node, text: str, hours: int | None = None) -> None:
    on = Activity(Kind.WORKING_ON, text)
    until = None if hours is None else node.now + hours * HOUR
    node.says(Status(Availability.BUSY, node.now, activity=on, until=until))
    node.lan.settle()


def status_of(node: Node, other: Node) -> str | None:
    return node.sees(other)[1]


def texts(node: Node) -> bytes:
    """All that it stores."""
    return b"".join(data for data, *_ in node.store.records.values())


@pytest.fixture
def team(lan: Lan) -> list[Node]:
    """Cleo was away while Bram said something until a time, after which he has left."""
    anna, bram, cleo = lan.team_of("Bram", "Cleo")
    says(bram, "At the old place")
    lan.pass_time(3_000)
    cleo.crash()
    lan.settle()
    says(bram, "At a client", hours=1)
    lan.pass_time(3_000)
    bram.crash()
    lan.settle()
    assert status_of(anna, bram) == "At a client"
    return [anna, bram, cleo]


def test_who_never_heard_of_it_hears_that_what_they_have_has_ended(
    lan: Lan, team: list[Node]
) -> None:
    anna, bram, cleo = team
    lan.pass_time(HOUR + SKEW, step=60_000)
    assert b"At a client" not in texts(anna)
    cleo.start()
    assert status_of(cleo, bram) == "At the old place", "she can't know better yet"
    lan.meet(anna, cleo)
    lan.pass_time(5_000)
    for node in (anna, cleo):
        assert status_of(node, bram) is None
        assert b"At the old place" not in texts(node)
    assert anna.held() == cleo.held()


def test_before_it_ends_nothing_older_ends(lan: Lan, team: list[Node]) -> None:
    anna, bram, cleo = team
    anna.crash()
    lan.settle()
    cleo.start()
    lan.pass_time(HOUR - 60_000, step=60_000)
    assert status_of(cleo, bram) == "At the old place"
    anna.start()
    lan.meet(anna, cleo)
    lan.pass_time(5_000)
    assert status_of(cleo, bram) == "At a client"


def test_what_its_author_says_later_counts_whenever_they_come_back(
    lan: Lan, team: list[Node]
) -> None:
    anna, bram, cleo = team
    lan.pass_time(DAY, step=600_000)
    bram.start()
    lan.meet(anna, bram)
    says(bram, "Back again")
    lan.pass_time(5_000)
    cleo.start()
    lan.meet(anna, cleo)
    lan.pass_time(5_000)
    assert [status_of(node, bram) for node in (anna, bram, cleo)] == ["Back again"] * 3
    assert anna.held() == bram.held() == cleo.held()


def test_who_lost_their_store_says_theirs_anew_once_they_hear_of_it(
    lan: Lan, team: list[Node]
) -> None:
    anna, bram, _ = team
    lan.pass_time(HOUR + SKEW, step=60_000)
    bram.store.records.clear()
    bram.start()
    bram.says("As if nothing had been")
    lan.meet(anna, bram)
    lan.pass_time(10_000)
    assert status_of(anna, bram) == "As if nothing had been"
    assert anna.held() == bram.held()


def test_it_is_said_once_for_each_status_that_has_an_until(lan: Lan) -> None:
    anna, bram = lan.team_of("Bram")
    endings = anna.endpoint.replica.endings
    says(bram, "Without an end")
    lan.pass_time(5_000)
    assert endings.upto(bram.id) == 0
    for number in (2, 3):
        says(bram, f"With one, {number}", hours=number)
        lan.pass_time(5_000)
        record = anna.endpoint.replica.register("status", bram.id)
        assert record is not None
        assert endings.upto(bram.id) == record.rank[0]
    said = bram.endpoint.replica.register("end", bram.id)
    lan.pass_time(60_000)
    assert bram.endpoint.replica.register("end", bram.id) is said


def test_it_is_never_signed_anew(lan: Lan) -> None:
    anna, bram = lan.team_of("Bram")
    says(bram, "Until later", hours=1)
    lan.pass_time(MAX_LIFE + DAY, step=DAY // 4)
    assert anna.endpoint.replica.register("end", bram.id) is None
    assert isinstance(anna.endpoint.replica.endings, Endings)
    assert anna.endpoint.replica.endings.upto(bram.id) == 0
