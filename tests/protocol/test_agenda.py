"""The agenda: the lowest first, and nothing of what was crossed off."""

from random import Random

from presencemap.protocol.agenda import _SLACK, Agenda


def test_the_lowest_come_first() -> None:
    agenda: Agenda[int] = Agenda()
    assert agenda.first() is None
    assert agenda.up_to(10) == []
    for name, rank in ((b"c", 3), (b"a", 1), (b"b", 2), (b"x", 2)):
        agenda.put(name, rank)
    agenda.drop(b"x")
    agenda.drop(b"never there")
    assert agenda.first() == (1, b"a")
    assert agenda.up_to(2) == [b"a", b"b"]
    assert list(agenda) == [b"c"]
    assert len(agenda) == 1


def test_a_name_that_comes_again_counts_once() -> None:
    agenda: Agenda[int] = Agenda()
    agenda.put(b"a", 1)
    agenda.drop(b"a")
    agenda.put(b"a", 5)
    assert agenda.up_to(4) == []
    assert agenda.up_to(5) == [b"a"]
    assert agenda.up_to(5) == []


def test_what_is_crossed_off_takes_no_room() -> None:
    agenda: Agenda[int] = Agenda()
    random = Random(1)
    for n in range(5_000):
        agenda.put(n.to_bytes(2), random.randrange(10**6))
        if n >= 10:
            agenda.drop((n - 10).to_bytes(2))
        agenda.first()
        assert agenda._heap is not None
        assert len(agenda._heap) <= 2 * len(agenda) + _SLACK + 1
    assert len(agenda) == 10
