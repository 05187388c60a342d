"""What is in a box, read strictly: it was made by a peer."""

import json

import pytest

from presencemap.domain.note import MAX_NOTE
from presencemap.domain.topic import MAX_TOPIC
from presencemap.protocol.letter import MAX_SEALED, Introduced, Letter, letter_of
from presencemap.protocol.seals import Seals
from tests.protocol.statements import ANNA, BRAM


@pytest.mark.parametrize(
    "letter",
    [
        Letter(author=ANNA.id, text="hello"),
        Letter(author=ANNA.id, text="\U00010348" * MAX_NOTE),
        Letter(author=ANNA.id, declines="b" * 32),
        Letter(
            author=ANNA.id,
            text="\U00010348" * MAX_NOTE,
            introduces=Introduced(id="c" * 32, person=BRAM.id, topic="\U00010348" * MAX_TOPIC),
        ),
    ],
    ids=["short", "longest", "no", "longest introduction"],
)
def test_a_letter_comes_as_it_was_packed_and_fits(letter: Letter) -> None:
    assert letter_of(letter.packed(), ANNA.id) == letter
    sealed, _ = Seals(ANNA).sealed(letter.packed(), BRAM.id)
    assert len(sealed) <= MAX_SEALED


def test_the_author_inside_is_the_author_of_the_record() -> None:
    letter = Letter(author=ANNA.id, text="hello")
    assert letter_of(letter.packed(), BRAM.id) is None


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"text": "two\nlines"},
        {"text": "x" * (MAX_NOTE + 1)},
        {"text": 5},
        {"received": ["a" * 32]},
        {"more": True},
        {"declines": "no"},
        {"introduces": {"id": "c" * 32, "person": "d" * 64, "topic": "two words"}},
        {"introduces": {"id": "c" * 32, "person": "d" * 64}},
        {"author": "A" * 64},
    ],
)
def test_what_is_no_letter(said: dict[str, object]) -> None:
    data = json.dumps({"author": ANNA.id, **said} if said else {}).encode()
    assert letter_of(data, ANNA.id) is None
    assert letter_of(b"\xff", ANNA.id) is None
