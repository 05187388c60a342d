"""The endpoint as a whole: what one says the other sees, and what time and trouble make of it."""

from datetime import date

import pytest

from presencemap.domain.availability import Availability, Presence, Reach, Sharing
from presencemap.domain.place import Place, PlaceKind
from presencemap.domain.plan import Plan
from presencemap.domain.status import Status
from presencemap.protocol.charter import appointment
from presencemap.protocol.codec import FrameType, Word, opened, split_signed
from presencemap.protocol.effects import Publish, Save, SaveDevice, SaveSeen, TellPresence
from presencemap.protocol.endpoint import SEEN_EVERY, TELL_AGAIN
from presencemap.protocol.events import FeedReceived, LinkLost
from presencemap.protocol.membership import Standing
from presencemap.protocol.presence import (
    LEASE_EVERY,
    MESH_LEASE_EVERY,
    UNCERTAIN_FOR,
    word_frame,
)
from tests.protocol.lan import DAY, NOW, Lan, Node, assert_agreed, busy_on, signer

HOUR = 3_600_000
OFFICE = Place("a" * 32, "Office", PlaceKind.OFFICE, lat=51.05, lon=3.72, town="Gent")


@pytest.fixture
def lan() -> Lan:
    return Lan()


def stranger_word(lan: Lan, frame_type: FrameType, node: Node, **changed: object) -> bytes:
    fields = {
        "team": lan.team.id,
        "person": node.id,
        "device": node.store.device.id,
        "counter": NOW + 10**6,
        "head": 0,
        "addresses": (),
        "asks": (),
        "answers": (),
    }
    device = changed.pop("by", node.store.device)
    return word_frame(device, frame_type, Word.model_validate({**fields, **changed}))  # type: ignore[arg-type]


class TestTwoPeople:
    def test_see_each_others_profile_status_and_places(self, lan: Lan) -> None:
        anna, bram = lan.team_of("Bram")
        anna.do(anna.endpoint.owner.put_place(OFFICE, lan.now))
        anna.says(busy_on("#peppol"))
        lan.settle()
        card = bram.endpoint.cards.of(anna.id, lan.now)
        assert (card.person.name, card.presence, card.reach) == (
            "Anna",
            Presence.ONLINE,
            Reach.DIRECT,
        )
        assert card.status == busy_on("#peppol")
        assert bram.endpoint.replica.places().get(OFFICE.id) == OFFICE
        me = bram.endpoint.cards.of(bram.id, lan.now)
        assert (me.me, me.presence, me.last_seen) == (True, Presence.ONLINE, lan.now)

    def test_save_before_they_publish(self, lan: Lan) -> None:
        effects = lan.anna.endpoint.owner.set_status(busy_on("x"), lan.now)
        assert [type(effect) for effect in effects][:2] == [Save, Publish]
        assert isinstance(effects[0], Save)
        assert effects[0].own

    def test_who_was_offline_at_a_change_sees_it_on_return_even_from_a_third(
        self, lan: Lan
    ) -> None:
        anna, bram, cleo = lan.team_of("Bram", "Cleo")
        cleo.crash()
        lan.settle()
        anna.says("while Cleo was away")
        lan.settle()
        anna.crash()
        cleo.start()
        lan.meet()
        assert cleo.sees(anna) == ("offline", "while Cleo was away")
        assert bram.sees(cleo)[0] == "online"

    def test_admit_whom_they_meet_in_time(self, lan: Lan) -> None:
        bram = lan.join("Bram")
        assert bram.endpoint.membership.standing(bram.id, NOW) is Standing.PROVISIONAL
        lan.meet()
        assert bram.endpoint.membership.standing(bram.id, NOW) is Standing.ADMITTED
        lan.now += 30 * DAY
        bram.crash()
        bram.start()
        lan.meet()
        assert lan.anna.sees(bram)[0] == "online"


class TestLeaving:
    def test_a_goodbye_counts_at_once(self, lan: Lan) -> None:
        anna, bram = lan.team_of("Bram")
        anna.do(anna.endpoint.goodbye(lan.now))
        lan.settle()
        assert bram.sees(anna)[0] == "offline"
        anna.crash()
        lan.settle()
        assert bram.sees(anna)[0] == "offline"

    def test_the_last_word_keeps_who_was_here(self, lan: Lan) -> None:
        anna, bram = lan.team_of("Bram")
        (seen, _) = anna.endpoint.goodbye(lan.now + HOUR)
        assert seen == SaveSeen(bram.id, lan.now + HOUR)

    def test_a_crash_is_offline_where_the_dial_is_refused(self, lan: Lan) -> None:
        anna, bram = lan.team_of("Bram")
        lan.pass_time(20_000)
        anna.crash()
        lan.settle()
        assert bram.sees(anna)[0] == "offline"
        assert TellPresence(anna.id) in bram.told

    def test_a_pulled_cable_is_uncertain_for_twelve_seconds(self, lan: Lan) -> None:
        anna, bram = lan.team_of("Bram")
        lan.pass_time(20_000)
        lan.wall(anna, bram)
        lan.settle()
        assert bram.sees(anna)[0] == "uncertain"
        lan.pass_time(UNCERTAIN_FOR - 1)
        assert bram.sees(anna)[0] == "uncertain"
        lan.pass_time(1)
        assert bram.sees(anna)[0] == "offline"
        lan.walls.clear()
        lan.pass_time(31_000)
        assert bram.sees(anna)[0] == anna.sees(bram)[0] == "online"

    def test_the_last_proof_is_known_after_a_restart(self, lan: Lan) -> None:
        anna, bram = lan.team_of("Bram")
        lan.pass_time(SEEN_EVERY + 1_000)
        anna.running = bram.running = False  # the power fails
        lan.wires.clear()
        bram.start()
        seen = bram.endpoint.cards.of(anna.id, lan.now).last_seen
        assert seen is not None
        assert lan.now - seen <= SEEN_EVERY

    def test_a_lease_goes_out_each_half_minute_also_when_the_clock_was_put_back(
        self, lan: Lan
    ) -> None:
        anna, bram, _ = lan.line("Bram", "Cleo")
        lan.pass_time(LEASE_EVERY)
        before = lan.frames(anna, bram).count(FrameType.LEASE)
        lan.pass_time(2 * LEASE_EVERY)
        assert lan.frames(anna, bram).count(FrameType.LEASE) - before == 2
        lan.now -= DAY
        lan.pass_time(1_000)
        assert lan.frames(anna, bram).count(FrameType.LEASE) - before == 3

    def test_who_is_alone_says_nothing(self, lan: Lan) -> None:
        lan.pass_time(2 * LEASE_EVERY)
        assert lan.sent == []


class TestTrouble:
    def test_the_last_of_all_is_noticed_at_the_next_lease_and_asked_for_once(
        self, lan: Lan
    ) -> None:
        anna, bram = lan.team_of("Bram")
        anna.says(busy_on("short", until=lan.now + 1_000))
        lan.lose()
        lan.pass_time(LEASE_EVERY + 1_000)
        assert_agreed([anna, bram])
        before = lan.frames(bram, anna).count(FrameType.COMPARE)
        lan.pass_time(2 * LEASE_EVERY)
        assert lan.frames(bram, anna).count(FrameType.COMPARE) == before

    def test_whatever_was_lost_is_found_within_five_minutes(self, lan: Lan) -> None:
        anna, bram = lan.team_of("Bram")
        lan.pass_time(1_000)
        anna.says("lost")
        lan.lose()
        bram.endpoint.replica.heads[anna.store.device.id] = 99
        lan.pass_time(TELL_AGAIN)
        assert_agreed([anna, bram])

    def test_a_restored_backup_goes_on_as_a_new_device(self, lan: Lan) -> None:
        anna, bram = lan.team_of("Bram")
        backup = (dict(anna.store.records), dict(anna.store.heads))
        for text in ("one", "two", "three"):
            anna.says(text)
        lan.settle()
        anna.crash()
        old = anna.store.device
        anna.store.records, anna.store.heads = backup
        anna.start()
        lan.meet()
        assert anna.store.device.id != old.id
        assert anna.endpoint.me.device.id == anna.store.device.id
        assert anna.endpoint.owner.status(lan.now).activity == busy_on("three").activity
        anna.says("four")
        lan.settle()
        assert bram.sees(anna) == ("online", "four")
        assert_agreed([anna, bram])
        anna.do(anna.endpoint.goodbye(lan.now))
        lan.settle()
        assert bram.sees(anna)[0] == "offline"
        assert not anna.errors + bram.errors

    def test_nobody_can_make_up_that_i_am_a_backup(self, lan: Lan) -> None:
        anna, bram = lan.team_of("Bram")
        (link,) = anna.endpoint.peers.standing()
        (there,) = bram.endpoint.peers.standing()
        data = stranger_word(lan, FrameType.LEASE, bram, device=anna.store.device.id)
        anna.handle(FeedReceived(link.id, data))
        assert anna.errors == ["a LEASE with a wrong signature"]
        bram.endpoint.replica.heads[anna.store.device.id] = 10**6
        bram.do(bram.endpoint._sync.summarise(there.id))
        lan.settle()
        assert not any(isinstance(effect, SaveDevice) for effect in anna.told)
        assert len(anna.endpoint.membership.devices(anna.id)) == 1

    @pytest.mark.parametrize("frame_type", [FrameType.LEASE, FrameType.GOODBYE])
    def test_nobody_speaks_in_anothers_name(self, lan: Lan, frame_type: FrameType) -> None:
        anna, bram, cleo = lan.team_of("Bram", "Cleo")
        link = next(k for k in anna.endpoint.peers.standing() if k.person == cleo.id)
        forged = [
            stranger_word(lan, frame_type, bram),
            stranger_word(lan, frame_type, cleo, team=bram.id),
            stranger_word(lan, frame_type, cleo, person=bram.id),
            stranger_word(lan, frame_type, cleo, device=signer("x").id, by=signer("x")),
        ]
        for data in forged:
            anna.handle(FeedReceived(link.id, data))
        own, team = "a word in another's name", "a word of another team"
        assert anna.errors == [own, team, own, own]
        assert anna.sees(bram)[0] == anna.sees(cleo)[0] == "online"

    def test_old_words_raise_no_ghost(self, lan: Lan) -> None:
        anna, bram = lan.team_of("Bram")
        (link,) = anna.endpoint.peers.standing()
        old = [d for a, b, d in lan.sent if (a, b) == ("Bram", "Anna") and d[1] == FrameType.LEASE]
        bram.do(bram.endpoint.goodbye(lan.now + 1))
        lan.settle()
        anna.handle(FeedReceived(link.id, old[-1]))
        assert anna.sees(bram)[0] == "offline"

    def test_a_feed_carries_no_questions(self, lan: Lan) -> None:
        anna, _ = lan.team_of("Bram")
        (link,) = anna.endpoint.peers.standing()
        digest = next(d for _, _, d in lan.sent if d[1] == FrameType.DIGEST)
        anna.handle(FeedReceived(link.id, digest))
        assert anna.errors == ["a DIGEST on a feed"]

    def test_words_name_the_head_and_the_addresses(self, lan: Lan) -> None:
        (publish,) = lan.anna.endpoint.goodbye(NOW)
        assert isinstance(publish, Publish)
        frame_type, payload = opened(publish.frame)
        word = Word.model_validate_json(split_signed(payload).payload)
        assert (frame_type, word.head, word.addresses) == (
            FrameType.GOODBYE,
            1,
            ("10.0.0.1:47800",),
        )
        lan.anna.endpoint.peers.here = None
        (again,) = lan.anna.endpoint.goodbye(NOW)
        assert isinstance(again, Publish)
        later = Word.model_validate_json(split_signed(opened(again.frame)[1]).payload)
        assert (later.addresses, later.counter) == ((), word.counter + 1)


class TestSharing:
    """Paused: shown offline, still receiving. Off the network: gone."""

    def paused(self, lan: Lan) -> tuple[Node, Node]:
        anna, bram = lan.team_of("Bram")
        anna.says("at work")
        lan.settle()
        anna.do(anna.endpoint.share(Sharing.PAUSED, lan.now))
        lan.settle()
        return anna, bram

    def test_paused_is_offline_without_place_and_activity(self, lan: Lan) -> None:
        anna, bram = self.paused(lan)
        assert bram.sees(anna) == ("offline", None)
        assert anna.endpoint.owner.status(lan.now) == Status(Availability.BUSY, lan.now)
        assert anna.endpoint.share(Sharing.PAUSED, lan.now) == []

    def test_what_was_planned_is_withdrawn_too(self, lan: Lan) -> None:
        anna, bram = lan.team_of("Bram")
        plan = Plan(date(2027, 1, 16), "home")
        anna.do(anna.endpoint.owner.set_plan(plan, lan.now + DAY, lan.now))
        lan.settle()
        assert bram.endpoint.cards.of(anna.id, lan.now).plans == (plan,)
        anna.do(anna.endpoint.share(Sharing.PAUSED, lan.now))
        lan.settle()
        assert bram.endpoint.cards.of(anna.id, lan.now).plans == ()
        anna.do(anna.endpoint.share(Sharing.ON, lan.now))
        assert anna.endpoint.owner.plans() == {}, "nowhere, so it can't come back by itself"

    def test_what_can_not_be_kept_yet_is_withdrawn_later_and_the_goodbye_waits_for_nothing(
        self, lan: Lan
    ) -> None:
        anna, bram = lan.team_of("Bram")
        anna.says("at work")
        lan.settle()
        anna.endpoint.read_only = True
        effects = anna.endpoint.share(Sharing.PAUSED, lan.now)
        assert [type(effect) for effect in effects] == [Publish]
        anna.do(effects)
        lan.pass_time(1_000)
        assert bram.sees(anna) == ("offline", "at work")
        anna.endpoint.read_only = False
        lan.pass_time(1_000)
        assert bram.sees(anna) == ("offline", None)

    def test_no_lease_goes_out_and_all_comes_in(self, lan: Lan) -> None:
        anna, bram = self.paused(lan)
        before = lan.frames(anna, bram).count(FrameType.LEASE)
        bram.says("heard by who listens")
        lan.pass_time(3 * LEASE_EVERY)
        assert anna.sees(bram) == ("online", "heard by who listens")
        assert bram.sees(anna)[0] == "offline"
        assert lan.frames(anna, bram).count(FrameType.LEASE) == before

    def test_a_new_link_or_run_shows_nobody_who_pauses(self, lan: Lan) -> None:
        anna, bram = self.paused(lan)
        bram.told.clear()
        lan.cut(anna, bram)
        lan.meet()
        lan.pass_time(20_000)
        assert bram.links_to(anna) == 1
        assert bram.sees(anna)[0] == "offline"
        assert TellPresence(anna.id) not in bram.told
        assert anna.sees(bram)[0] == "online"

    def test_to_share_again_is_seen_at_once(self, lan: Lan) -> None:
        anna, bram = self.paused(lan)
        anna.do(anna.endpoint.share(Sharing.ON, lan.now))
        lan.settle()
        assert bram.sees(anna) == ("online", None)
        anna.endpoint.owner.set_status(Status(Availability.AWAY, lan.now), lan.now)
        effects = anna.endpoint.share(Sharing.PAUSED, lan.now)
        assert [type(effect) for effect in effects] == [Publish], "there was nothing to withdraw"

    def test_behind_a_relay_too(self, lan: Lan) -> None:
        anna, _, cleo = lan.team_of("Bram", "Cleo")
        lan.wall(anna, cleo)
        lan.pass_time(LEASE_EVERY)
        assert cleo.sees(anna)[0] == "online"
        anna.do(anna.endpoint.share(Sharing.PAUSED, lan.now))
        lan.settle()
        assert cleo.sees(anna)[0] == "offline"
        lan.pass_time(2 * LEASE_EVERY)
        assert cleo.sees(anna)[0] == "offline"

    def test_off_the_network_nothing_is_left_and_nothing_is_dialled(self, lan: Lan) -> None:
        anna, bram = lan.team_of("Bram")
        lan.pass_time(20_000)
        anna.do(anna.endpoint.share(Sharing.OFF_NETWORK, lan.now))
        lan.settle()
        anna.do(anna.endpoint.leave(lan.now))
        lan.settle()
        assert (bram.sees(anna)[0], anna.links_to(bram)) == ("offline", 0)
        anna.running = False  # its door is closed
        lan.sent.clear()
        for _ in range(100):
            lan.now += 1_000
            anna.do(anna.endpoint.tick(lan.now))
        assert not [sent for sent in lan.sent if sent[0] == anna.name]
        anna.running = True
        anna.endpoint.peers.here = anna.here()
        anna.do(anna.endpoint.share(Sharing.ON, lan.now))
        lan.pass_time(31_000)
        assert bram.sees(anna)[0] == anna.sees(bram)[0] == "online"


def test_what_a_backup_brings_is_taken_into_the_log(lan: Lan) -> None:
    anna, bram, *_ = lan.team_of("Bram")
    lan.meet()
    anna.do(anna.endpoint.learn([appointment(lan.team, bram.id, NOW)], NOW))
    assert bram.id in anna.endpoint.membership.stewards
    lan.settle()
    assert bram.id in bram.endpoint.membership.stewards, "and told to who is here"


SOON = 1_000


def test_where_nothing_is_under_way_a_tick_now_and_then_is_plenty(lan: Lan) -> None:
    anna, bram = lan.team_of("Bram")
    lan.pass_time(5_000)
    assert not anna.endpoint.restless(lan.now + SOON)
    due = lan.now + MESH_LEASE_EVERY
    assert anna.endpoint.restless(due), "the next lease is due"
    anna.do(anna.endpoint.share(Sharing.PAUSED, lan.now))
    assert not anna.endpoint.restless(due), "who is paused says none"
    anna.handle(LinkLost(anna.endpoint.peers.standing()[0].id))
    assert anna.endpoint.restless(lan.now + SOON), "a dial is under way"
    lan.wall(anna, bram)
    lan.settle()
    assert anna.endpoint.restless(lan.now + SOON), "one is due soon"
    anna.endpoint.peers.here = None
    assert not anna.endpoint.restless(lan.now + SOON), "off the network there is none"
