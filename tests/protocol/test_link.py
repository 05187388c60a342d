"""A link knows whose it is once the other side has greeted."""

from dataclasses import replace

from presencemap.protocol.address import Address
from presencemap.protocol.codec import Greeting
from presencemap.protocol.link import Link, Stage
from tests.protocol.lan import signer

ANNA, DEVICE, OTHER = (signer(name).id for name in ("Anna", "device", "other"))


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


def test_it_is_dialled_again_where_it_was_and_where_it_says_to_listen() -> None:
    here, there = Address("10.0.0.1", 47_800), Address("10.0.0.2", 47_800)
    link = Link("out-1", here, Stage.STANDING, 7, listen=("10.0.0.2:47800", "?", "10.0.0.1:47800"))
    assert link.addresses == (here, there)
    link.dialled = None
    assert link.addresses == (there, here)


def test_two_links_lead_to_one_node_by_its_device_or_its_run() -> None:
    first = Link("in-1", None, Stage.STANDING, 7, person=ANNA, device=DEVICE, feed_key="40" * 32)
    assert first.leads_where(replace(first, id="in-2", feed_key="41" * 32)), "a later run"
    assert first.leads_where(replace(first, id="in-2", device=OTHER)), "which is a new device"
    assert not first.leads_where(replace(first, id="in-2", device=OTHER, feed_key="41" * 32))
    assert not first.leads_where(replace(first, id="in-2", person=OTHER))
