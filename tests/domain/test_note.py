"""What a note may say."""

import pytest

from presencemap.domain.errors import InvalidInput, TextTooLong
from presencemap.domain.note import MAX_NOTE, note_text


def test_a_note_is_one_clean_line() -> None:
    assert note_text("  Lunch\n at   one? ") == "Lunch at one?"
    assert len(note_text("x" * MAX_NOTE)) == MAX_NOTE


def test_it_says_something_and_not_too_much() -> None:
    with pytest.raises(InvalidInput, match="Say something"):
        note_text(" \n")
    with pytest.raises(TextTooLong):
        note_text("x" * (MAX_NOTE + 1))
