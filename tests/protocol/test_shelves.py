"""Shelves: each source has its own, as long as something is on it."""

from presencemap.protocol.record import DAY
from presencemap.protocol.shelf import Held
from presencemap.protocol.shelves import Shelves
from tests.protocol.adds import post
from tests.protocol.lan import NOW


def held(n: int, at: int) -> Held:
    return Held.of(post(f"post {n}", n, at=at), at + DAY)


def test_a_source_is_there_as_long_as_something_is_held_of_it() -> None:
    shelves = Shelves()
    old, new, newer = held(1, NOW - DAY), held(2, NOW), held(3, NOW + 1)
    for each in (old, newer, new):
        shelves.put(each)
    assert shelves.days() == [new.source, old.source]
    assert [*shelves.held_in(new.source)] == [newer, new]
    assert {summary.source: summary.count for summary in shelves.sources()} == {
        old.source: 1,
        new.source: 2,
    }
    shelves.take_off(old)
    assert shelves.days() == [new.source]
    assert [*shelves.held_in(old.source)] == []
    assert shelves.listing(new.source, new.cursor + 1) == ([(new.cursor, new.hash)], False)


def test_a_source_of_which_nothing_is_held_is_summed_up_as_nothing() -> None:
    shelves = Shelves()
    summary = shelves.summary("day 1")
    assert (summary.source, summary.count, int(summary.xor, 16)) == ("day 1", 0, 0)
    assert shelves.listing("day 1", 1 << 52) == ([], False)
    shelves.put(held(1, NOW))
    assert shelves.summary("day 1") == summary
