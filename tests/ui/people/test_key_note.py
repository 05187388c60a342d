"""The note on a card whose name is known under another key."""

from dataclasses import replace
from types import ModuleType

from pytestqt.qtbot import QtBot

from presencemap.ui.people.key_note import KeyNote


def test_it_is_there_as_long_as_there_is_something_to_find_out(
    factories: ModuleType, look: object, qtbot: QtBot
) -> None:
    note = KeyNote()
    qtbot.addWidget(note)
    card = factories.card(1, "Tom Hermans")
    note.show_card(card)
    assert not note.isVisible()
    note.show_card(replace(card, same_name_as=("ab" * 32,), new_key=True))
    assert note.isVisible()
    assert note.title.text() == "Tom Hermans has a new key"
    note.show_card(replace(card, same_name_as=("ab" * 32,)))
    assert note.title.text() == "There is more than one Tom Hermans"
    with qtbot.waitSignal(note.compare_wanted):
        note.compare.click()
