"""Whatever bytes come over whichever link: a peer's error or nothing, and the state stays sane.

This mirrors no one module.
"""

from hypothesis import given, settings
from hypothesis import strategies as st

from presencemap.domain.errors import PeerError
from presencemap.protocol.codec import MAX_FRAME, FrameType
from presencemap.protocol.endpoint import TELL_AGAIN
from presencemap.protocol.events import FeedReceived, FrameReceived, PeerFound
from tests.protocol.lan import DAY, Lan, assert_no_ghosts, busy_on
from tests.protocol.test_golden import frames

STEPS = ("nothing", "hello sent", "welcome sent", "standing")


def network(stage: str) -> Lan:
    """Anna and Bram, their handshake as far as that."""
    lan = Lan()
    lan.join("Bram")
    lan.anna.handle(PeerFound((lan.nodes["Bram"].address,)))
    for step in range({"nothing": 0, "hello sent": 1, "welcome sent": 2, "standing": 10**6}[stage]):
        if not lan.step():
            break
        assert step < 10**4
    return lan


def honest() -> list[bytes]:
    """One of each frame that goes between two nodes."""
    lan = network("standing")
    lan.anna.says(busy_on("x", until=lan.now + DAY))
    lan.anna.do(lan.anna.endpoint.goodbye(lan.now))
    lan.settle()
    found = {data[1]: data for *_, data in lan.sent}
    return [*found.values(), *frames().values()]


HONEST = honest()


def mutated(data: bytes, edits: list[tuple[int, bytes]]) -> bytes:
    changed = bytearray(data)
    for at, new in edits:
        start = at % len(changed)
        changed[start : start + len(new)] = new
    return bytes(changed)


EDITS = st.lists(st.tuples(st.integers(0, MAX_FRAME), st.binary(max_size=4)), max_size=4)
ANY = st.one_of(
    st.binary(max_size=300),
    st.builds(lambda kind, rest: bytes((1, kind)) + rest, st.integers(0, 15), st.binary()),
    st.builds(mutated, st.sampled_from(HONEST), EDITS),
    st.builds(lambda data, end: data[:end], st.sampled_from(HONEST), st.integers(0, 900)),
    st.builds(
        lambda kind, text: bytes((1, kind)) + text.encode(),
        st.sampled_from(FrameType),
        st.recursive(
            st.integers() | st.sampled_from(["log", "source", "0" * 64]),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(st.sampled_from(["source", "below", "entries", "hashes"]), inner)
            ),
        ).map(repr),
    ),
)


@settings(max_examples=120)
@given(
    stage=st.sampled_from(STEPS),
    data=st.lists(ANY, min_size=1, max_size=6),
    to_bram=st.booleans(),
    over_feed=st.booleans(),
    unknown=st.booleans(),
)
def test_any_bytes_on_any_link(
    *, stage: str, data: list[bytes], to_bram: bool, over_feed: bool, unknown: bool
) -> None:
    lan = network(stage)
    node = lan.nodes["Bram" if to_bram else "Anna"]
    links = list(node.endpoint.peers.links)
    name = "in-666" if unknown or not links else links[0]
    for each in data:
        feed, door = FeedReceived(name, each), FrameReceived(name, b"k" * 32, each)
        try:
            node.do(node.endpoint.handle(feed if over_feed else door, lan.now))
        except PeerError:
            node.do(node.endpoint.fault(name, lan.now))
    assert name not in node.endpoint.peers.links or name in links
    lan.meet()
    lan.pass_time(TELL_AGAIN + 40_000, 40_000)
    anna, bram = lan.anna, lan.nodes["Bram"]
    assert (anna.links_to(bram), bram.links_to(anna)) == (1, 1)
    assert anna.held() == bram.held()
    assert anna.log() == bram.log()
    assert_no_ghosts([anna, bram])


def test_a_frame_over_the_limit_is_the_peers_error() -> None:
    lan = network("standing")
    (link,) = lan.anna.endpoint.peers.standing()
    lan.anna.handle(FrameReceived(link.id, link.key, bytes((1, 8)) + bytes(MAX_FRAME)))
    assert lan.anna.errors == [f"a frame of {MAX_FRAME + 2} bytes"]


def test_every_kind_of_frame_is_among_the_honest_ones() -> None:
    assert {data[1] for data in HONEST} == set(FrameType)
