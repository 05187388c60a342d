"""Records on their way in: what lacks is asked for, what can't be kept waits."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from presencemap.domain.place import Place, PlaceKind
from presencemap.protocol.codec import record_frames
from presencemap.protocol.effects import Publish, Save, SaveDevice
from presencemap.protocol.events import FeedReceived
from presencemap.protocol.record import Record
from presencemap.protocol.signing import Claim, all_verified
from tests.protocol.lan import Lan, assert_agreed, busy_on

OFFICE = Place("a" * 32, "Office", PlaceKind.OFFICE, lat=51.05, lon=3.72, town="Gent")


@pytest.fixture
def lan() -> Lan:
    return Lan()


def test_a_lost_frame_is_noticed_at_the_next_one(lan: Lan) -> None:
    anna, bram = lan.team_of("Bram")
    anna.do(anna.endpoint.owner.put_place(OFFICE, lan.now))
    lan.lose()
    anna.says("next")
    lan.settle()
    assert_agreed([anna, bram])


def test_a_newcomers_word_that_outruns_the_log_is_asked_about(lan: Lan) -> None:
    """Cleo's record comes over Bram's feed before Anna has heard of Cleo."""
    anna, bram = lan.team_of("Bram")
    cleo = lan.join("Cleo", lan.invited(bram))
    bram.endpoint.membership.add(cleo.endpoint.membership)
    bram.store.statements = [s.data for s in bram.endpoint.membership]
    cleo.says("hello")
    (save, publish, _) = cleo.endpoint.owner.set_status(busy_on("hello"), lan.now)
    assert isinstance(save, Save)
    assert isinstance(publish, Publish)
    bram.do(bram.endpoint.replica.take(save.record, lan.now))
    (link,) = anna.endpoint.peers.standing()
    anna.handle(FeedReceived(link.id, publish.frame))
    lan.settle()
    assert anna.sees(cleo) == ("offline", "hello")


def test_what_was_asked_for_is_on_its_way_until_it_came(lan: Lan) -> None:
    bram = lan.join("Bram")
    lan.anna.do(lan.anna.endpoint.owner.put_place(OFFICE, lan.now))
    lan.meet_neighbours([lan.anna, bram])
    fetching = []
    while lan.step():
        fetching.append(bram.endpoint.intake.is_fetching)
    assert True in fetching
    assert not fetching[-1]
    assert_agreed([lan.anna, bram])


def test_of_a_frame_nothing_is_taken_before_all_its_signatures_are_checked(lan: Lan) -> None:
    anna, bram = lan.team_of("Bram")
    records = [
        effect.record.data
        for place in (OFFICE, replace(OFFICE, id="b" * 32))
        for effect in bram.endpoint.owner.put_place(place, lan.now)
        if isinstance(effect, Save)
    ]
    [link], heads = anna.endpoint.peers.standing(), dict(anna.endpoint.replica.heads)
    checked: list[bool] = []

    def check(claims: Sequence[Claim]) -> bool:
        assert anna.endpoint.replica.heads == heads
        assert len(claims) == len(records)
        checked.append(all_verified(claims))
        return checked[-1]

    anna.endpoint.intake.check = check
    signature = 2 + int.from_bytes(records[1][:2])
    forged = records[1][:signature] + bytes(64) + records[1][signature + 64 :]
    (bad,), (good,) = record_frames([records[0], forged]), record_frames(records)
    anna.handle(FeedReceived(link.id, bad))
    assert anna.errors == ["a record with a wrong signature"]
    assert anna.endpoint.replica.heads == heads
    anna.handle(FeedReceived(link.id, good))
    assert checked == [False, True]
    assert {"a" * 32, "b" * 32} <= {place.id for place in anna.endpoint.replica.places()}


def test_a_copy_of_a_profile_waits_until_its_new_device_can_be_kept(lan: Lan) -> None:
    anna, bram = lan.team_of("Bram")
    old = {**anna.kept(), "statements": list(anna.endpoint.membership)}
    anna.says("Later than the copy")
    lan.settle()
    [later] = [
        record
        for record in (h.record for h in bram.endpoint.replica.held())
        if record.header.author == anna.id and record.header.kind == "status"
    ]
    (frame,) = record_frames([later.data])
    anna.endpoint.restore(**old)  # type: ignore[arg-type]
    [link] = anna.endpoint.peers.standing()
    anna.endpoint.read_only = True
    assert anna.endpoint.handle(FeedReceived(link.id, frame), lan.now) == []
    assert anna.endpoint.me.device == anna.store.device
    anna.endpoint.read_only = False
    effects = anna.endpoint.handle(FeedReceived(link.id, frame), lan.now)
    assert isinstance(effects[0], SaveDevice)


def test_what_is_held_is_not_checked_again(lan: Lan, monkeypatch: pytest.MonkeyPatch) -> None:
    anna, bram = lan.team_of("Bram")
    anna.says("once")
    lan.settle()
    held = bram.endpoint.replica.register("status", anna.id)
    assert held is not None
    (frame,) = record_frames([held.data])
    [link] = bram.endpoint.peers.standing()
    monkeypatch.setattr(Record, "read", None)
    assert bram.endpoint.handle(FeedReceived(link.id, frame), lan.now) == []
