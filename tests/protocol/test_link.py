"""A link knows whose it is once the other side has greeted."""

from presencemap.protocol.codec import Greeting
from presencemap.protocol.link import Link, Stage
from tests.protocol.lan import signer

ANNA, DEVICE = signer("Anna").id, signer("device").id


def test_a_link_is_nobodys_until_it_is_greeted_over() -> None:
    link = Link("in-1", None, Stage.WELCOME_SENT, 7)
    assert (link.person, link.device, link.subscriber, link.feed_key) == ("", "", "", "")
    link.meet(
        Greeting(
            person=ANNA, device=DEVICE, chain=(), feed_port=47_801, feed_key="40" * 32,
            subscriber="50" * 32, listen=("10.0.0.1:47800",), program="test", paused=True,
        )
    )  # fmt: skip
    assert (link.person, link.device, link.paused) == (ANNA, DEVICE, True)
    assert (link.subscriber, link.feed_key, link.feed_port) == ("50" * 32, "40" * 32, 47_801)
    assert link.listen == ("10.0.0.1:47800",)
