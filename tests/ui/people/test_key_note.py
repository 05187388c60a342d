"""The note on a card of somebody who may be somebody else."""

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


def test_a_key_on_two_computers_goes_first_and_has_no_words_to_compare(
    factories: ModuleType, look: object, qtbot: QtBot
) -> None:
    note = KeyNote()
    qtbot.addWidget(note)
    card = factories.card(1, "Tom Hermans")
    note.show_card(replace(card, cloned=True, same_name_as=("ab" * 32,), new_key=True))
    assert note.isVisible()
    assert note.title.text() == "Two computers use Tom Hermans’s key"
    assert note.words.text().startswith("Ask Tom, face to face or by phone, whether they copied")
    assert not note.compare.isVisible()
    note.show_card(replace(card, same_name_as=("ab" * 32,)))
    assert note.compare.isVisible()
    assert note.words.text().startswith("This happens with a new laptop.")
