"""Which of too many records are held: the same whatever came first; who has little keeps it."""

from collections import Counter, defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presencemap.protocol import replica
from presencemap.protocol.bodies import status_body
from presencemap.protocol.membership import Membership
from presencemap.protocol.replica import Replica
from presencemap.protocol.room import BIG, MAX_HELD, MAX_ROW, Room, goes
from presencemap.protocol.shelf import Held
from presencemap.protocol.signing import Signer
from presencemap.protocol.statement import Statement, invited
from tests.protocol.adds import post, signed
from tests.protocol.lan import DAY, NOW, busy_on, signer
from tests.protocol.statements import (
    ANNA,
    BRAM,
    CLEO,
    DAAN,
    MALLORY,
    ROOT,
    admission,
    admitted,
    device,
    entry,
    team,
)

One = tuple[str, bytes, int, tuple[int, int]]
"""Author, hash, size, rank."""
MEMBERS: list[Statement] = [
    *team(),
    *admitted(ANNA, ANNA, BRAM),
    *admitted(ANNA, BRAM, CLEO),
    *admitted(ANNA, CLEO, DAAN),
    *admitted(ANNA, ANNA, MALLORY),
]
LOG = Membership(ROOT.id, MEMBERS)
OWN, ROW = 6, 10


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    for big, factor in ((False, 1), (True, 0.5)):
        monkeypatch.setitem(MAX_HELD, big, int(OWN * factor))
        monkeypatch.setitem(MAX_ROW, big, int(ROW * factor))


def offer(held: Room, kept: dict[bytes, One], one: One) -> None:
    """As the replica does."""
    author, name, size, _ = one
    if name in kept or not held.has(*one):
        return
    held.put(*one)
    kept[name] = one
    if (gone := held.surplus(author, size)) is not None:
        author, _, size, _ = kept.pop(gone)
        held.drop(author, gone, size)


def whole(ones: list[One], log: Membership) -> set[bytes]:
    """What is to be held of all these: of each author the last to go, evenly."""
    piles: defaultdict[tuple[str, bool], list[One]] = defaultdict(list)
    for one in ones:
        piles[one[0], one[2] > BIG].append(one)
    rows: defaultdict[tuple[str, bool], list[tuple[int, bytes, bytes]]] = defaultdict(list)
    for (author, big), pile in piles.items():
        pile.sort(key=lambda one: (one[3], one[1]), reverse=True)
        row = log.row_of(author) or author
        for place, one in enumerate(pile[: MAX_HELD[big]]):
            turn = bytes(255 - byte for byte in bytes.fromhex(author))
            rows[row, big].append((place, turn, one[1]))
    found: set[bytes] = set()
    for (row, big), entries in rows.items():
        most = len(entries) if row == ANNA.id else MAX_ROW[big]
        found |= {name for *_, name in sorted(entries)[:most]}
    return found


records = st.lists(
    st.tuples(
        st.sampled_from([p.id for p in (ANNA, BRAM, CLEO, DAAN, MALLORY)]),
        st.binary(min_size=16, max_size=16),
        st.sampled_from([100, BIG, BIG + 1, 8_000]),
        st.tuples(st.integers(0, 2), st.integers(0, 3)),
    ),
    max_size=60,
    unique_by=lambda one: one[1],
)


@settings(max_examples=200)
@given(ones=records, data=st.data())
def test_every_order_leaves_the_same(ones: list[One], data: st.DataObject) -> None:
    expected = whole(ones, LOG)
    for order in (ones, data.draw(st.permutations(ones))):
        held, kept = Room(LOG), dict[bytes, One]()
        for one in order:
            offer(held, kept, one)
        assert kept.keys() == expected
        for one in order:
            offer(held, kept, one)
        assert kept.keys() == expected, "and nothing goes to and fro"
        assert Counter(one[0] for one in kept.values()) == {
            author: len([*held.of(author)]) for author in held.authors()
        }


def filled(
    authors: list[Signer], each: int, log: Membership = LOG
) -> tuple[Room, dict[bytes, One]]:
    held, kept = Room(log), dict[bytes, One]()
    for at in range(each):
        for author in authors:
            offer(
                held, kept, (author.id, bytes([at]) * 8 + bytes.fromhex(author.id)[:8], 9, (0, at))
            )
    return held, kept


def number(kept: dict[bytes, One], author: Signer) -> int:
    return sum(one[0] == author.id for one in kept.values())


def test_of_a_full_row_who_has_most_makes_way_and_who_has_little_keeps_it() -> None:
    held, kept = filled([CLEO, DAAN], OWN)
    assert number(kept, CLEO) + number(kept, DAAN) == ROW
    for at in range(3):
        offer(held, kept, (BRAM.id, bytes([200 + at]) * 16, 9, (0, 0)))
    assert [number(kept, who) for who in (BRAM, CLEO, DAAN)] in ([3, 4, 3], [3, 3, 4])
    before = set(kept)
    offer(held, kept, (MALLORY.id, b"m" * 16, 9, (0, 0)))
    assert set(kept) == {*before, b"m" * 16}, "another row"
    for at in range(30):
        offer(held, kept, (ANNA.id, bytes([100 + at]) * 16, 9, (0, at)))
    assert number(kept, ANNA) == OWN, "whom the root vouches for has their own bound alone"


def test_who_has_nothing_yet_and_no_room_anywhere_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """More people than a row has room for records."""
    with monkeypatch.context() as patch:
        patch.setitem(MAX_ROW, False, 1)
        expected = whole([(p.id, bytes.fromhex(p.id)[:16], 9, (0, 0)) for p in (BRAM, CLEO)], LOG)
        for order in ([BRAM, CLEO], [CLEO, BRAM]):
            _, kept = filled(order, 1)
            assert {one[0] for one in kept.values()} == {
                p.id for p in order if bytes.fromhex(p.id)[:16] in expected
            }


def test_where_two_rows_become_one_there_is_too_much_by_and_by_no_more() -> None:
    """Daan came by Cleo; who the log has later, that he came by Bram's link too."""
    by_bram = entry(ANNA, BRAM)
    log = Membership(
        ROOT.id,
        [
            *team(),
            *by_bram,
            admission(ANNA, by_bram[0], BRAM),
            *admitted(ANNA, ANNA, CLEO),
            *admitted(ANNA, CLEO, DAAN),
        ],
    )
    held, kept = filled([BRAM, DAAN], OWN, log)
    assert held.overfull() is None
    assert len(kept) == 2 * OWN
    key = signer(f"{ANNA.id} invites {BRAM.id}")
    log.add([invited(key, by_bram[0], DAAN, NOW), admission(ANNA, by_bram[0], DAAN)])
    assert log.row_of(DAAN.id) == log.row_of(BRAM.id)
    while (gone := held.overfull()) is not None:
        author, _, size, _ = kept.pop(gone)
        held.drop(author, gone, size)
    assert [number(kept, who) for who in (BRAM, DAAN)] == [ROW // 2] * 2


def test_a_replica_lets_go_of_what_is_too_much_some_at_a_tick(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(MAX_ROW, False, 2)
    monkeypatch.setattr(replica, "OVER_AT_ONCE", 1)
    mine = Replica(Membership(ROOT.id, MEMBERS), ANNA.id, device(ANNA))
    for at in range(4):
        for who in (BRAM, CLEO):
            mine._put(Held.of(post(f"{at}", at + 1, author=who, at=NOW + at), NOW + DAY))
    assert len(list(mine.held())) == 8
    mine.expire(NOW)
    assert len(list(mine.held())) == 7
    for _ in range(9):
        mine.expire(NOW)
    assert sorted(held.at for held in mine.held()) == [NOW + 3, NOW + 3]


@pytest.mark.parametrize("newest_first", [True, False])
def test_of_a_row_in_a_replica_posts_go_and_statuses_stay(*, newest_first: bool) -> None:
    mine = Replica(Membership(ROOT.id, MEMBERS), ANNA.id, device(ANNA))
    people, posts = (BRAM, CLEO, DAAN), range(1, OWN)
    for who in people:
        body = status_body(busy_on("here"), 1)
        mine.take(signed(body, 99, author=who, at=NOW - DAY, life=9 * DAY), NOW)
    for at in reversed(posts) if newest_first else posts:
        for who in people:
            mine.take(post(f"{at}", at + 1, author=who, at=NOW + at), NOW)
    assert all(mine.status(who.id) for who in people)
    assert len(list(mine.held())) == ROW
    most = Counter(held.author for held in mine.held())
    assert sorted(most.values()) == [3, 3, 4]


def test_what_goes_first() -> None:
    kinds = ["status", "note", "post"]
    assert sorted(kinds, key=lambda kind: goes(kind, NOW)) == ["post", "note", "status"]
    assert goes("post", 1) < goes("post", 2)
