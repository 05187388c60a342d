"""The index of notes follows what is held."""

from presencemap.protocol.letter import NoteBody
from presencemap.protocol.notes import Notes
from presencemap.protocol.shelf import Held
from presencemap.protocol.signing import Signer
from tests.protocol.adds import post, signed
from tests.protocol.lan import NOW
from tests.protocol.statements import ANNA, BRAM


def note(author: Signer = BRAM, seq: int = 1) -> Held:
    return Held.of(signed(NoteBody(sealed="AAAA", stub=""), seq, author=author), NOW)


def test_what_came_and_went_is_told_once() -> None:
    notes = Notes(ANNA.id)
    first, second = note(), note(seq=2)
    for each in (first, second, Held.of(post("hello"), NOW)):
        notes.put(each)
    assert list(notes.by(BRAM.id)) == [first, second]
    assert notes.news(1) == ([first], set())
    notes.take_off(second)
    assert notes.news(9) == ([], {second.hash})
    notes.take_off(Held.of(post("hello"), NOW))
    notes.take_off(first)
    assert notes.news(9) == ([], {first.hash})
    assert list(notes.by(BRAM.id)) == []


def test_mine_are_alone_until_somebody_is_known_to_hold_them() -> None:
    notes = Notes(ANNA.id)
    first, second = note(ANNA), note(ANNA, 2)
    for each in (first, second, note(BRAM, 3)):
        notes.put(each)
    assert list(notes.alone) == [first.hash, second.hash]
    assert notes.carried([first.hash, b"another"])
    assert not notes.carried([first.hash])
    notes.take_off(second)
    assert not notes.alone
