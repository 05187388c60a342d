"""Which removals count: by rank, along invitations, and where two remove each other."""

from itertools import pairwise, permutations

from presencemap.protocol.removals import Order, Rank, judged
from presencemap.protocol.signing import Signer
from tests.protocol.lan import signer
from tests.protocol.statements import ANNA, BRAM, CLEO, DAAN, ROOT, removal

# Anna and Bram are stewards; Anna invited Bram and Cleo, Cleo invited Daan.
ORDER = Order(
    ROOT.id,
    frozenset((ANNA.id, BRAM.id)),
    {
        BRAM.id: frozenset((ANNA.id,)),
        CLEO.id: frozenset((ANNA.id,)),
        DAAN.id: frozenset((CLEO.id,)),
    },
    {ANNA.id: 1, BRAM.id: 2, CLEO.id: 2, DAAN.id: 3},
)


def out(*pairs: tuple[Signer, Signer]) -> set[str]:
    """Who is removed by these, whatever comes first."""
    statements = [removal(by, person) for by, person in pairs]
    results = {frozenset(judged([*some], ORDER).heads) for some in permutations(statements)}
    assert len(results) == 1
    return set(results.pop())


def test_ranks() -> None:
    ranks = [ORDER.rank(signer.id) for signer in (ROOT, ANNA, CLEO)]
    assert ranks == [Rank.ROOT, Rank.STEWARD, Rank.MEMBER]


def test_who_ranks_above_removes() -> None:
    assert out((ROOT, ANNA)) == {ANNA.id}
    assert out((ANNA, CLEO)) == {CLEO.id}
    assert out((BRAM, DAAN)) == {DAAN.id}


def test_nobody_removes_their_like_or_their_better() -> None:
    assert out((ANNA, BRAM)) == set(), "a steward whom one invited is a steward"
    assert out((CLEO, ANNA), (CLEO, BRAM), (DAAN, CLEO)) == set()


def test_whom_one_invited_and_who_came_through_them() -> None:
    assert out((CLEO, DAAN)) == {DAAN.id}
    deep = Order(ROOT.id, frozenset(), ORDER.inviters, ORDER.depths)
    assert deep.may_remove(ANNA.id, DAAN.id)
    assert not deep.may_remove(BRAM.id, DAAN.id)


def test_two_who_invited_each_other_lead_to_no_endless_search() -> None:
    ring = {CLEO.id: frozenset((DAAN.id,)), DAAN.id: frozenset((CLEO.id,))}
    order = Order(ROOT.id, frozenset(), ring, {CLEO.id: 2, DAAN.id: 3})
    assert order.may_remove(CLEO.id, DAAN.id)
    assert not order.may_remove(BRAM.id, DAAN.id)
    # The one nearer to the root is heard first, and who was removed removes nobody.
    both = [removal(CLEO, DAAN), removal(DAAN, CLEO)]
    assert list(judged(both, order).heads) == list(judged(both[::-1], order).heads) == [DAAN.id]


def test_who_is_above_is_looked_for_once_however_many_removals_name_one() -> None:
    looked: list[str] = []

    class Seen(dict[str, frozenset[str]]):
        def get(self, key: str, default: object = None) -> frozenset[str]:  # type: ignore[override]
            looked.append(key)
            return super().get(key, frozenset())

    row = [signer(f"puppet {n}") for n in range(20)]
    above = Seen({below.id: frozenset((by.id,)) for by, below in pairwise(row)})
    order = Order(ROOT.id, frozenset(), above, {})
    gone = judged([removal(by, row[-1]) for by in row], order)
    assert gone.heads.keys() == {row[-1].id}
    assert len(looked) == len(row)


def test_who_was_removed_removes_nobody_and_who_left_did() -> None:
    assert out((ANNA, CLEO), (CLEO, DAAN)) == {CLEO.id}
    assert out((CLEO, CLEO), (CLEO, DAAN)) == {CLEO.id, DAAN.id}
    assert out((ROOT, BRAM), (BRAM, DAAN), (BRAM, BRAM)) == {BRAM.id}


def test_the_newest_seq_that_one_of_them_knew_counts() -> None:
    by_two = [removal(ANNA, DAAN, ("d1" * 32, 3)), removal(CLEO, DAAN, ("d1" * 32, 5))]
    assert judged(by_two, ORDER).heads == {DAAN.id: {"d1" * 32: 5}}
    assert judged(by_two, ORDER).expelled == {DAAN.id}


def test_what_the_removed_claims_of_themselves_is_nothing_beside_what_others_know() -> None:
    own, by_anna = removal(BRAM, BRAM, ("d1" * 32, 9_999)), removal(ROOT, BRAM, ("d1" * 32, 3))
    assert judged([own], ORDER).heads == {BRAM.id: {"d1" * 32: 9_999}}
    assert judged([own], ORDER).expelled == set()
    for statements in ([own, by_anna], [by_anna, own]):
        assert judged(statements, ORDER).heads == {BRAM.id: {"d1" * 32: 3}}
    # Where the own word comes up first in the order, it gives way all the same.
    near = Order(ROOT.id, frozenset(), {CLEO.id: frozenset((DAAN.id,))}, {DAAN.id: 5, CLEO.id: 1})
    far = [removal(CLEO, CLEO, ("d1" * 32, 9_999)), removal(DAAN, CLEO, ("d1" * 32, 1))]
    assert judged(far, near).heads == {CLEO.id: {"d1" * 32: 1}}
