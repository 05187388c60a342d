"""Who is here: fresh proofs only."""

import pytest

from presencemap.domain.availability import Presence
from presencemap.domain.errors import PeerError
from presencemap.protocol.codec import FrameType, Signed, Word, opened, split_signed
from presencemap.protocol.presence import UNCERTAIN_FOR, Sightings, read_word, word_frame
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
    return Word.model_validate({**fields, "addresses": ("10.0.0.1:1",), **changed})


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
