"""Who is here: fresh proofs only."""

import pytest

from presencemap.domain.availability import Presence, Reach
from presencemap.domain.errors import PeerError
from presencemap.protocol.codec import FrameType, Signed, Word, opened, split_signed
from presencemap.protocol.presence import (
    JUMP,
    LINKED_FOR,
    RELAYED_FOR,
    SKEW,
    UNCERTAIN_FOR,
    Sightings,
    read_word,
    word_frame,
)
from tests.protocol.lan import NOW, signer

ANNA = signer("Anna").id
ONLINE, UNCERTAIN, OFFLINE = Presence.ONLINE, Presence.UNCERTAIN, Presence.OFFLINE


@pytest.fixture
def seen() -> Sightings:
    sightings = Sightings({})
    assert sightings.linked(ANNA, "one", NOW)
    return sightings


def presence(sightings: Sightings) -> Presence:
    return sightings.of(ANNA).presence()


def test_nobody_is_here_without_a_proof() -> None:
    sightings = Sightings({ANNA: 7})
    assert (presence(sightings), sightings.of(ANNA).last_seen) == (OFFLINE, 7)
    assert sightings.of("nobody").presence() is OFFLINE
    assert not sightings.leased(ANNA, NOW, NOW)
    assert presence(sightings) is OFFLINE


def test_when_anybody_was_last_seen_is_known() -> None:
    assert Sightings({}).newest() == 0
    sightings = Sightings({ANNA: NOW - 9, "b": NOW - 5})
    assert sightings.newest() == NOW - 5
    sightings.linked(ANNA, "one", NOW)
    assert sightings.newest() == NOW


def test_a_lost_link_is_uncertain_for_twelve_seconds(seen: Sightings) -> None:
    assert (presence(seen), seen.online()) == (ONLINE, [ANNA])
    assert seen.unlinked(ANNA, "one", NOW + 1)
    assert presence(seen) is UNCERTAIN
    assert seen.overdue(NOW + UNCERTAIN_FOR) == []
    assert seen.overdue(NOW + 1 + UNCERTAIN_FOR) == [ANNA]
    assert presence(seen) is OFFLINE
    assert seen.of(ANNA).last_seen == NOW + 1
    assert seen.overdue(NOW + 10**9) == []


def test_twelve_seconds_end_also_where_the_clock_was_put_back(seen: Sightings) -> None:
    seen.unlinked(ANNA, "one", NOW)
    assert seen.overdue(NOW - 86_400_000) == [ANNA]


def test_the_last_of_two_links_counts(seen: Sightings) -> None:
    assert not seen.linked(ANNA, "two", NOW)
    assert not seen.unlinked(ANNA, "one", NOW)
    assert seen.unlinked(ANNA, "two", NOW)


def test_a_refused_dial_ends_the_doubt_and_only_the_doubt(seen: Sightings) -> None:
    assert not seen.refused(ANNA)
    seen.unlinked(ANNA, "one", NOW)
    assert seen.refused(ANNA)
    assert presence(seen) is OFFLINE


def test_a_goodbye_counts_at_once_and_till_a_higher_counter(seen: Sightings) -> None:
    assert not seen.leased(ANNA, 5, NOW)
    assert not seen.said_goodbye(ANNA, 5, NOW)
    assert seen.said_goodbye(ANNA, 6, NOW)
    assert presence(seen) is OFFLINE
    assert not seen.leased(ANNA, 6, NOW)
    assert not seen.unlinked(ANNA, "one", NOW + 1)
    assert seen.overdue(NOW + 10**6) == []
    assert seen.of(ANNA).last_seen == NOW


def test_a_newer_lease_or_a_new_link_undoes_a_goodbye(seen: Sightings) -> None:
    seen.said_goodbye(ANNA, 6, NOW)
    assert seen.leased(ANNA, 7, NOW)
    seen.said_goodbye(ANNA, 8, NOW)
    assert seen.linked(ANNA, "two", NOW)


def word(**changed: object) -> Word:
    device = signer("device").id
    fields = {"team": ANNA, "person": ANNA, "device": device, "counter": 1, "head": 2}
    lists = {"addresses": ("10.0.0.1:1",), "asks": (), "answers": ()}
    return Word.model_validate({**fields, **lists, **changed})


class TestALinkOverWhichNoLeaseComes:
    """Kernels and ZeroMQ's threads hold it, also where the program itself hangs."""

    def tick(self, seen: Sightings, until: int) -> int:
        """Each second, until somebody's presence changes; when, 0 for never."""
        return next((now for now in range(NOW, until + 1, 1_000) if seen.overdue(now)), 0)

    def test_is_a_proof_for_two_intervals_and_a_half_and_then_a_doubt(
        self, seen: Sightings
    ) -> None:
        assert self.tick(seen, NOW + LINKED_FOR) == NOW + LINKED_FOR
        assert presence(seen) is UNCERTAIN
        later = NOW + LINKED_FOR + UNCERTAIN_FOR
        assert seen.overdue(later - 1) == []
        assert seen.overdue(later) == [ANNA]
        assert (presence(seen), seen.of(ANNA).last_seen) == (OFFLINE, NOW)
        assert not seen.unlinked(ANNA, "one", later), "that it ends now is no news"
        assert presence(seen) is OFFLINE

    def test_is_one_again_with_the_next_lease_whoever_brings_it(self, seen: Sightings) -> None:
        now = self.tick(seen, NOW + LINKED_FOR)
        assert seen.leased(ANNA, now, now)
        assert presence(seen) is ONLINE
        seen = Sightings({})
        seen.linked(ANNA, "one", NOW)
        now = self.tick(seen, NOW + LINKED_FOR)
        assert seen.relayed(word(counter=now), now, "carol")
        assert seen.of(ANNA).reach() is Reach.DIRECT

    def test_is_one_again_where_it_is_a_new_one(self, seen: Sightings) -> None:
        now = self.tick(seen, NOW + LINKED_FOR)
        assert seen.linked(ANNA, "two", now)
        assert presence(seen) is ONLINE

    def test_is_no_late_one_because_our_clock_was_set(self, seen: Sightings) -> None:
        assert seen.overdue(NOW) == []
        assert seen.overdue(NOW + LINKED_FOR) == []
        assert seen.overdue(NOW + LINKED_FOR + JUMP - 1) == []
        assert presence(seen) is ONLINE

    def test_says_nothing_of_who_has_paused(self, seen: Sightings) -> None:
        seen.said_goodbye(ANNA, NOW, NOW)
        assert self.tick(seen, NOW + 2 * LINKED_FOR) == 0


def test_words_are_signed_and_each_in_its_own_sense() -> None:
    data = word_frame(signer("device"), FrameType.LEASE, word())
    frame_type, payload = opened(data)
    assert read_word(frame_type, split_signed(payload)) == word()
    with pytest.raises(PeerError, match="GOODBYE with a wrong signature"):
        read_word(FrameType.GOODBYE, split_signed(payload))
    other = word_frame(signer("device"), FrameType.LEASE, word(device=ANNA))
    with pytest.raises(PeerError, match="LEASE with a wrong signature"):
        read_word(FrameType.LEASE, split_signed(opened(other)[1]))
    with pytest.raises(PeerError, match="malformed Word"):
        read_word(FrameType.LEASE, Signed(b"{}", bytes(64)))


class TestRelayed:
    """A lease that came through others: a proof as long as it is young."""

    @pytest.fixture
    def seen(self) -> Sightings:
        sightings = Sightings({})
        assert sightings.relayed(word(counter=NOW), NOW, "relay")
        return sightings

    def test_is_a_proof_and_nobodys_link(self, seen: Sightings) -> None:
        anna = seen.of(ANNA)
        assert (anna.presence(), anna.reach(), anna.last_seen) == (ONLINE, Reach.RELAYED, NOW)
        assert seen.of("nobody").reach() is Reach.NONE

    def test_ends_in_doubt_then_offline_within_two_intervals_and_a_half(
        self, seen: Sightings
    ) -> None:
        assert seen.overdue(NOW + RELAYED_FOR - 1) == []
        assert seen.overdue(NOW + RELAYED_FOR) == [ANNA]
        assert presence(seen) is UNCERTAIN
        assert seen.overdue(NOW + RELAYED_FOR + UNCERTAIN_FOR - 1) == []
        assert seen.overdue(NOW + RELAYED_FOR + UNCERTAIN_FOR) == [ANNA]
        assert presence(seen) is OFFLINE
        assert RELAYED_FOR + UNCERTAIN_FOR == 75_000

    def test_is_void_where_the_clock_was_put_back(self, seen: Sightings) -> None:
        assert seen.overdue(NOW - 1) == [ANNA]

    def test_a_newer_one_prolongs_it_and_ends_a_doubt(self, seen: Sightings) -> None:
        seen.overdue(NOW + RELAYED_FOR)
        later = NOW + RELAYED_FOR + 1
        assert seen.relayed(word(counter=later), later, "other")
        assert seen.overdue(later + RELAYED_FOR - 1) == []
        assert seen.relay_lost("relay", later) == []
        assert seen.relay_lost("other", later) == [ANNA]

    def test_the_same_one_again_prolongs_nothing_and_revives_nobody(self, seen: Sightings) -> None:
        assert not seen.relayed(word(counter=NOW), NOW + 60_000, "other")
        assert seen.overdue(NOW + RELAYED_FOR) == [ANNA]
        assert not seen.relayed(word(counter=NOW), NOW + 60_000, "other")
        assert presence(seen) is UNCERTAIN
        assert not seen.relayed(word(counter=NOW - 1), NOW, "other")

    def test_stands_as_long_as_one_of_those_who_relayed_it(self, seen: Sightings) -> None:
        assert not seen.relayed(word(counter=NOW), NOW, "other")
        assert seen.relay_lost("relay", NOW + 1) == []
        assert presence(seen) is ONLINE
        assert seen.relay_lost("other", NOW + 1, ["another device"]) == []
        assert seen.relay_lost("other", NOW + 1, [word().device]) == [ANNA]
        assert presence(seen) is UNCERTAIN

    def test_a_goodbye_ends_it_till_a_newer_lease(self, seen: Sightings) -> None:
        assert seen.said_goodbye(ANNA, NOW + 1, NOW + 1)
        assert not seen.relayed(word(counter=NOW + 1), NOW + 1, "relay")
        assert seen.relayed(word(counter=NOW + 2), NOW + 2, "relay")

    def test_counts_for_nothing_beside_a_link_and_after_it(self, seen: Sightings) -> None:
        assert seen.linked(ANNA, "link", NOW), "relayed before: the way is another"
        assert seen.of(ANNA).reach() is Reach.DIRECT
        assert not seen.relayed(word(counter=NOW + 5), NOW + 5, "relay")
        assert seen.unlinked(ANNA, "link", NOW + 6)
        assert presence(seen) is UNCERTAIN
        assert not seen.relayed(word(counter=NOW + 5), NOW + 5, "relay")
        assert seen.relayed(word(counter=NOW + 7), NOW + 7, "relay")

    def test_last_seen_never_goes_back(self) -> None:
        sightings = Sightings({ANNA: NOW})
        sightings.relayed(word(counter=NOW), NOW - 10_000, "relay")
        assert sightings.of(ANNA).last_seen == NOW


class TestAge:
    """How old a relayed word is: by what relays say, and never younger than by its counter."""

    def at(self, sightings: Sightings, counter: int, held: int = 0) -> int | None:
        return sightings.said_at(word(counter=counter), held, NOW)

    def test_by_how_long_it_was_held(self) -> None:
        sightings = Sightings({})
        assert self.at(sightings, NOW - 500, 500) == NOW - 500
        assert self.at(sightings, NOW, RELAYED_FOR - 1) == NOW - RELAYED_FOR + 1
        assert self.at(sightings, NOW, RELAYED_FOR) is None

    def test_by_its_counter_whatever_the_relay_says(self) -> None:
        sightings = Sightings({})
        assert self.at(sightings, NOW - SKEW) == NOW
        assert self.at(sightings, NOW - SKEW - 10_000) == NOW - 10_000
        assert self.at(sightings, NOW - SKEW - RELAYED_FOR) is None
        assert self.at(sightings, NOW - 86_400_000) is None

    def test_one_of_the_future_proves_nothing(self) -> None:
        assert self.at(Sightings({}), NOW + SKEW) == NOW
        assert self.at(Sightings({}), NOW + SKEW + 1) is None

    @pytest.mark.parametrize("skew", [-259_200_000, 259_200_000])
    def test_a_clock_that_is_days_off_is_known_from_a_link(self, skew: int) -> None:
        sightings = Sightings({})
        assert self.at(sightings, NOW + skew) is None
        sightings.linked(ANNA, "link", NOW - 1_000)
        sightings.leased(ANNA, NOW + skew - 1_000, NOW - 1_000)
        assert self.at(sightings, NOW + skew) == NOW

    def test_a_new_link_begins_the_count_anew(self) -> None:
        """Somebody's clock was days ahead, was set right, and the program started again."""
        sightings = Sightings({})
        sightings.linked(ANNA, "old", NOW)
        sightings.leased(ANNA, NOW + 259_200_000, NOW)
        sightings.unlinked(ANNA, "old", NOW)
        sightings.linked(ANNA, "new", NOW)
        assert sightings.said_goodbye(ANNA, NOW + 1, NOW + 1)
