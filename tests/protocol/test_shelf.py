"""Shelves: the sum and the order stay right, and a held record says what it is about."""

from functools import reduce
from random import Random

import pytest

from presencemap.domain.errors import PeerError
from presencemap.domain.post import ReactionKind
from presencemap.protocol.codec import PAGE
from presencemap.protocol.record import DAY
from presencemap.protocol.shelf import Held, Shelf, post_id
from tests.protocol.adds import post, reaction, retract
from tests.protocol.lan import NOW
from tests.protocol.statements import ANNA, BRAM


def held(n: int, at: int) -> Held:
    record = post(f"post {n}", n, at=at)
    return Held.of(record, at + DAY)


def test_a_post_is_held_by_its_outline_and_no_damage_goes_unseen() -> None:
    first = post("first")
    for record in (post("re", 3, of=first.hash), post("ed", 2, at=NOW + 1, edits=(first,)), first):
        kept = Held.of(record, NOW + DAY)
        outline = kept.outline()
        again = Held.outlined(record.data, record.hash, NOW + DAY, outline)
        assert all(getattr(again, name) == getattr(kept, name) for name in Held.__slots__)
        assert record.body.text.encode() not in outline  # type: ignore[union-attr]
        for spoilt in (outline[:-1] + bytes([outline[-1] ^ 1]), b"\1" + outline[1:], outline[:20]):
            with pytest.raises(PeerError):
                Held.outlined(record.data, record.hash, NOW + DAY, spoilt)
        with pytest.raises(PeerError):
            Held.outlined(record.data[:-1] + b"?", record.hash, NOW + DAY, outline)
    assert Held.of(retract(first), NOW).outline() == b""


def test_the_sum_is_that_of_what_is_there() -> None:
    shelf, random = Shelf(), Random(3)
    many = [held(n, NOW + random.randrange(5)) for n in range(1, 60)]
    for at, each in enumerate(many):
        shelf.put(each)
        if at == 30:
            assert len(shelf.order()) == 31
    for each in many[::2]:
        shelf.take_off(each)
    left = many[1::2]
    summary = shelf.summary("day 1")
    xor = reduce(int.__xor__, (int.from_bytes(each.hash) for each in left), 0)
    assert (summary.count, int(summary.xor, 16)) == (len(left), xor)
    entries, more = shelf.listing(1 << 52)
    assert entries == sorted(((each.cursor, each.hash) for each in left), reverse=True)
    assert more is False


def test_a_listing_goes_back_page_by_page_through_one_millisecond() -> None:
    shelf = Shelf()
    ordered = []
    for n in range(PAGE + 30):
        each = held(1, NOW)
        each.hash = n.to_bytes(16)
        each.cursor = 1000 + n
        shelf.put(each)
        ordered.append((each.cursor, each.hash))
    first, more = shelf.listing(1 << 52)
    assert (first, more) == (ordered[: -PAGE - 1 : -1], True)
    assert shelf.listing(first[-1][0]) == (ordered[29::-1], False)


def test_the_newest_of_a_day_have_the_highest_cursor() -> None:
    records = [post("x", 1, at=NOW // DAY * DAY + at) for at in (0, 1, 1000, DAY - 1)]
    cursors = [record.cursor for record in records]
    assert cursors == sorted(cursors)
    assert cursors[-1] < (1 << 52) - 1
    assert {record.source for record in records} == {f"day {NOW // DAY}"}


def test_what_is_held_says_what_it_is_about_and_is_read_when_asked() -> None:
    first = post("first")
    edit = post("edited", 2, at=NOW + 1, edits=(first,))
    ids = {Held.of(each, NOW).post for each in (first, edit)}
    assert ids == {post_id(BRAM.id, first.hash)} != {post_id(ANNA.id, first.hash)}
    assert Held.of(edit, NOW).voids == (first.hash,)
    assert Held.of(retract(first), NOW).voids == (first.hash,)
    thanks = Held.of(reaction(first.hash, ReactionKind.THANK), NOW)
    assert (thanks.about, thanks.post) == (first.hash, None)
    assert Held.of(post("re", 3, of=first.hash), NOW).about == first.hash
    assert Held.of(edit, NOW).record == edit
