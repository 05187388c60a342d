"""Voids: an author's word about the own records, as long as it is held."""

from presencemap.domain.post import ReactionKind
from presencemap.protocol.shelf import Held
from presencemap.protocol.voids import Voids
from tests.protocol.adds import post, reaction, retract
from tests.protocol.lan import NOW
from tests.protocol.statements import ANNA
from tests.protocol.test_replica import record, status

FIRST, SECOND = post("first", 1), post("second", 2)


def test_a_retract_ends_what_it_names_of_its_author() -> None:
    voids = Voids()
    word = Held.of(retract(FIRST), NOW)
    assert not voids.voided(FIRST)
    voids.put(word)
    assert voids.voided(FIRST)
    assert not voids.voided(SECOND)
    assert voids.covers(word, Held.of(FIRST, NOW))
    voids.take_off(word)
    assert not voids.voided(FIRST)
    assert not voids._names


def test_nobody_retracts_anothers() -> None:
    voids = Voids()
    word = Held.of(retract(FIRST, author=ANNA), NOW)
    voids.put(word)
    assert not voids.voided(FIRST)
    assert not voids.covers(word, Held.of(FIRST, NOW))


def test_two_words_about_one_count_until_both_are_gone() -> None:
    voids = Voids()
    words = [Held.of(retract(FIRST, seq=seq), NOW) for seq in (8, 9)]
    for word in words:
        voids.put(word)
    voids.take_off(words[0])
    assert voids.voided(FIRST)
    voids.take_off(words[1])
    assert not voids.voided(FIRST)


def test_all_up_to_a_seq_but_what_holds_now() -> None:
    voids = Voids()
    word = Held.of(retract(upto=2), NOW)
    later = Held.of(retract(upto=1, seq=10), NOW)
    third, thanks = post("third", 3), reaction(b"x" * 16, ReactionKind.THANK, 2)
    voids.put(word)
    voids.put(later)
    assert [voids.voided(r) for r in (FIRST, SECOND, thanks, third)] == [True, True, True, False]
    assert not voids.voided(record(status("now")))
    assert voids.ends_many(word)
    assert not voids.ends_many(Held.of(retract(FIRST), NOW))
    assert [voids.covers(word, Held.of(r, NOW)) for r in (SECOND, third)] == [True, False]
    assert not voids.covers(word, Held.of(record(status("now")), NOW))
    voids.take_off(word)
    assert [voids.voided(r) for r in (FIRST, SECOND)] == [True, False]
    voids.take_off(later)
    assert not voids._upto
