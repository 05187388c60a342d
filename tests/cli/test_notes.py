"""What is asked about notes, and how they read."""

from typing import Any

from presencemap.cli.notes import CAME, note_line
from presencemap.cli.phrases import event_line
from presencemap.domain.note import Delivery

THEIRS: dict[str, Any] = {
    "id": "a" * 32,
    "person": "b" * 64,
    "name": "Bram",
    "mine": False,
    "text": "Lunch?",
    "introduces": None,
    "delivery": None,
    "at": None,
}


def test_a_note_says_who_wrote_it_and_mine_how_far_it_has_come() -> None:
    assert note_line(THEIRS).endswith("Bram: Lunch?")
    mine = THEIRS | {"mine": True, "delivery": "carried", "name": ""}
    assert note_line(mine).endswith(
        f"to {'b' * 12}: Lunch? (with a colleague's computer, which hands it on)"
    )
    assert {*CAME} == {*Delivery}


def test_an_introduction_says_whom_and_on_what() -> None:
    told = {"person": "c" * 64, "name": "Cleo", "topic": "vat", "declined_by": []}
    assert note_line(THEIRS | {"introduces": told}).endswith("Lunch? [meet Cleo on #vat]")
    no = told | {"name": "", "topic": "", "declined_by": ["b" * 64]}
    assert note_line(THEIRS | {"introduces": no}).endswith(f"Lunch? [meet {'c' * 12}, declined]")


def test_one_that_came_is_a_line_of_watch() -> None:
    event = {"event": "note", "name": "Bram", "person": "b" * 64, "received": None}
    assert event_line({**event, "note": THEIRS}).endswith("Note from Bram: Lunch?")
    assert event_line({**event, "note": None}).endswith("Note from Bram: (taken back)")
