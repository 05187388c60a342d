"""What goes on to whom: never back, never to who hears it anyway."""

import pytest

from presencemap.domain.errors import PeerError
from presencemap.protocol.codec import (
    Digest,
    FrameType,
    Hears,
    Summary,
    message_frame,
    opened,
    read_message,
    relay_frame,
    relayed,
)
from presencemap.protocol.effects import Effect, Send
from presencemap.protocol.relay import MAX_HEARD, STIR_EVERY, Relay

NOW = 1_800_000_000_000
A, B, C, D = ("a" * 64, "b" * 64, "c" * 64, "d" * 64)
LEASE, GOODBYE = b"\1\6lease", b"\1\7goodbye"


def hears(*devices: str, heard: bool = True) -> Hears:
    return Hears(devices=devices, heard=heard)


def sent(link: str, message: Hears) -> Send:
    return Send(link, message_frame(message))


def held(effects: list[Effect]) -> list[tuple[str, int, bytes]]:
    """(link, held, frame) of what is passed on."""
    found = []
    for effect in effects:
        assert isinstance(effect, Send)
        frame_type, payload = opened(effect.frame)
        assert frame_type is FrameType.RELAY
        found.append((effect.link, relayed(payload)[0], payload[4:]))
    return found


@pytest.fixture
def relay() -> Relay:
    """Links to A, B and C; A hears B, C hears nobody else."""
    relay = Relay()
    relay.settle({"to-a": A, "to-b": B, "to-c": C})
    for link, message in (("to-a", hears(D, B)), ("to-b", hears(A, D)), ("to-c", hears(D))):
        assert relay.told(link, message, NOW) == []
    return relay


def test_who_is_heard_by_links_and_not_by_us_is_beyond(relay: Relay) -> None:
    assert relay.beyond() == {D}
    relay.settle({"to-a": A, "to-b": B, "to-c": C, "to-d": D})
    assert relay.beyond() == frozenset()
    relay.settle({"to-a": A, "to-c": C})
    assert relay.beyond() == {B, D}
    relay.told("to-a", hears(B, heard=False), NOW)
    assert relay.beyond() == {D}


def test_each_link_is_told_whom_we_hear_and_what_changes() -> None:
    relay = Relay()
    assert relay.settle({"to-a": A}) == [sent("to-a", hears(A))]
    assert relay.settle({"to-a": A, "to-b": B}) == [
        sent("to-a", hears(B)),
        sent("to-b", hears(A, B)),
    ]
    assert relay.settle({"to-a": A, "to-b": B}) == []
    assert relay.settle({"to-b": B}) == [sent("to-b", hears(A, heard=False))]
    many = {f"to-{n}": f"{n:064x}" for n in range(300)}
    pages = [e for e in relay.settle(many) if isinstance(e, Send) and e.link == "to-0"]
    assert [len(read_message(*opened(p.frame)).devices) for p in pages] == [256, 44]  # type: ignore[union-attr]


def test_goes_on_to_who_lacks_the_author(relay: Relay) -> None:
    assert relay.pass_on(B, LEASE, "to-b") == [Send("to-c", relay_frame(0, LEASE))]
    assert held(relay.pass_on(C, LEASE, "to-c", 7)) == [("to-a", 7, LEASE), ("to-b", 7, LEASE)]
    assert relay.pass_on(D, LEASE, "to-c") == []


def test_to_nobody_of_whom_it_is_not_known_what_they_hear() -> None:
    relay = Relay()
    relay.settle({"to-a": A, "to-b": B})
    assert relay.pass_on(B, LEASE, "to-b") == []


def test_what_was_said_before_is_told_to_who_comes_later(relay: Relay) -> None:
    assert held(relay.lease(B, LEASE, NOW - 100, "to-b", NOW)) == [("to-c", 100, LEASE)]
    relay.settle({"to-a": A, "to-b": B, "to-c": C, "new": D})
    assert held(relay.told("new", hears(A), NOW + 400)) == [("new", 500, LEASE)]
    assert relay.told("new", hears(C), NOW + 400) == []


def test_who_loses_its_author_is_told_the_last_lease(relay: Relay) -> None:
    relay.lease(B, LEASE, NOW, "to-b", NOW)
    assert held(relay.told("to-a", hears(B, C, heard=False), NOW)) == [("to-a", 0, LEASE)]
    relay.told("to-a", hears(B), NOW)
    assert relay.lease(A, LEASE, NOW, "to-a", NOW) != []
    assert relay.told("to-a", hears(A, heard=False), NOW) == []


def test_what_came_over_a_link_that_is_gone_is_told_to_nobody(relay: Relay) -> None:
    relay.lease(B, LEASE, NOW, "to-b", NOW)
    relay.settle({"to-a": A, "to-c": C})
    assert relay.told("to-a", hears(B, heard=False), NOW) == []
    assert held(relay.pass_on(D, LEASE, "elsewhere")) == []


def test_a_goodbye_goes_on_and_ends_what_was_kept(relay: Relay) -> None:
    relay.lease(B, LEASE, NOW, "to-b", NOW)
    assert held(relay.goodbye(B, GOODBYE, 3, "to-b")) == [("to-c", 3, GOODBYE)]
    assert relay.told("to-a", hears(B, heard=False), NOW) == []
    relay.goodbye(B, GOODBYE, 3, "to-b")


def test_no_link_hears_more_than_there_are(relay: Relay) -> None:
    for start in range(0, MAX_HEARD - 256, 256):
        relay.told("to-a", hears(*(f"{n:064x}" for n in range(start, start + 256))), NOW)
    with pytest.raises(PeerError, match="everybody"):
        relay.told("to-a", hears(*(f"{n:064x}" for n in range(5_000, 5_256))), NOW)
    assert held(relay.pass_on(f"{5_000:064x}", LEASE, "to-b")) != [], "nothing was changed"


def test_what_was_fetched_is_told_now_and_then_to_who_lacks_it(relay: Relay) -> None:
    def summary(source: str) -> Summary:
        return Summary(source=source, count=1, xor="0" * 32)

    assert relay.stirred(summary, NOW) == []
    relay.stir(B, "status", "to-b")
    relay.stir(B, "status", "to-b")
    data = message_frame(Digest(sources=(summary("status"),)))
    assert relay.stirred(summary, NOW) == [Send("to-c", data)]
    relay.stir(B, "status", "to-c")
    assert relay.stirred(summary, NOW + STIR_EVERY - 1) == []
    assert relay.stirred(summary, NOW + STIR_EVERY) == []
    relay.stir(C, "status", "to-c")
    assert relay.stirred(summary, NOW - 1) != []
