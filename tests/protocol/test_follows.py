"""The index of follows follows what is held."""

from presencemap.protocol.follows import Follows
from presencemap.protocol.record import FollowBody
from presencemap.protocol.shelf import Held
from presencemap.protocol.signing import Signer
from tests.protocol.adds import post, signed
from tests.protocol.lan import NOW
from tests.protocol.statements import ANNA, BRAM


def follow(target: str, author: Signer = BRAM, *, on: bool = True) -> Held:
    return Held.of(signed(FollowBody(rev=1, target=target, on=on), author=author), NOW)


def test_who_follows_whom_is_known_both_ways_until_it_ends() -> None:
    follows = Follows()
    both = [follow("#vat"), follow("#vat", ANNA), follow(ANNA.id)]
    others = [follow("#peppol", on=False), Held.of(post("hello"), NOW)]
    for held in (*both, *others):
        follows.put(held)
    assert follows.by(BRAM.id) == {"#vat", ANNA.id}
    assert follows.of("#vat") == {ANNA.id, BRAM.id}
    assert follows.of(ANNA.id) == {BRAM.id}
    assert follows.topics == ["vat"]
    assert follows.of("#peppol") == follows.by("nobody") == frozenset()
    for held in (*both, *others):
        follows.take_off(held)
    assert not follows._by
    assert not follows._of
