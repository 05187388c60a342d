"""Voids: an author's word about the own records, as long as it is held."""

from presencemap.domain.post import ReactionKind
from presencemap.protocol.record import RetractBody
from presencemap.protocol.shelf import Held
from presencemap.protocol.voids import Voids
from tests.protocol.adds import post, reaction, retract, signed
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
    voids.take_off(word)
    assert not voids.voided(FIRST)
    assert not voids._names


def test_nobody_retracts_anothers() -> None:
    voids = Voids()
    word = Held.of(retract(FIRST, author=ANNA), NOW)
    voids.put(word)
    assert not voids.voided(FIRST)


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
    voids.take_off(word)
    assert [voids.voided(r) for r in (FIRST, SECOND)] == [True, False]
    voids.take_off(later)
    assert not voids._upto


def test_what_is_taken_back_by_number_is_found_without_looking_at_all() -> None:
    """Whatever came before the first word, or after it, and is still here."""
    now = Held.of(record(status("now")), NOW)
    posts = [Held.of(post(f"{seq}", seq), NOW) for seq in (5, 3, 4)]
    voids, looked = Voids(), 0
    live = [now, *posts[:2]]

    def of(author: str) -> list[Held]:
        nonlocal looked
        looked += 1
        return [each for each in live if each.author == author]

    for each in live:
        voids.put(each)
    word = Held.of(retract(upto=4), NOW)
    assert voids.ended_by(word, {}.get, of) == [posts[1].hash]
    voids.put(posts[2])
    voids.put(word)
    assert voids.ended_by(word, {}.get, of) == [posts[1].hash, posts[2].hash]
    voids.take_off(posts[1])
    assert voids.ended_by(word, {}.get, of) == [posts[2].hash]
    assert voids.ended_by(Held.of(retract(upto=5), NOW), {}.get, of) == [
        posts[2].hash,
        posts[0].hash,
    ]
    assert looked == 1
    other = Held.of(signed(RetractBody(targets=(), device="c" * 64, upto=9), 12), NOW)
    assert voids.ended_by(other, {}.get, of) == []


def test_by_name_ones_own_posts_and_notes_are_ended_and_nothing_else() -> None:
    mine, now = Held.of(FIRST, NOW), Held.of(record(status("now")), NOW)
    anothers = Held.of(post("another's", 1, author=ANNA), NOW)
    live = {each.hash: each for each in (mine, now, anothers)}
    word = Held.of(retract(*(each.record for each in live.values()), SECOND), NOW)
    assert Voids().ended_by(word, live.get, lambda _: []) == [FIRST.hash]
