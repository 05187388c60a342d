"""The list of all places."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from presencemap.app.notices import PlacesChanged
from presencemap.domain.place import Place, PlaceKind, PlaceTree
from presencemap.ui.dialog import Dialog
from presencemap.ui.places.merge_dialog import MergeDialog
from presencemap.ui.places.place_dialog import PlaceDialog
from presencemap.ui.places.places_dialog import PlacesDialog


@pytest.fixture
def dialog(stage: Any, qtbot: QtBot) -> PlacesDialog:
    made = PlacesDialog(stage.team, stage.towns)
    qtbot.addWidget(made)
    made.show()
    return made


def texts(dialog: PlacesDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def choose(dialog: PlacesDialog, start: str) -> None:
    dialog.list.setCurrentRow(next(n for n, t in enumerate(texts(dialog)) if t.startswith(start)))


def inner(dialog: PlacesDialog) -> Dialog:
    (found,) = [d for d in dialog.findChildren(Dialog) if d.isVisible()]
    return found


def test_all_places_with_who_is_there(dialog: PlacesDialog) -> None:
    assert "Acme, Gent (3 there)" in texts(dialog)
    assert "Limbos, Hasselt" in texts(dialog)
    assert not [text for text in texts(dialog) if text.startswith(("Home", "On the road"))]


def test_a_filter_finds_any_word_and_the_choice_stays(dialog: PlacesDialog, stage: Any) -> None:
    choose(dialog, "Kompas")
    dialog.field.setText("aalst")
    assert texts(dialog) == ["Kompas, Aalst (1 there)"]
    dialog.field.setText("")
    assert dialog.place is not None
    assert dialog.place.name == "Kompas"
    stage.team.take(
        PlacesChanged(PlaceTree([*stage.places, Place("a" * 32, "A", PlaceKind.CLIENT)]))
    )
    assert dialog.place.name == "Kompas"
    dialog.field.setText("zzz")
    assert dialog.place is None
    assert dialog._note.text() == "No place matches."
    assert not dialog.change.isEnabled()
    dialog._change()
    dialog._merge()
    dialog._show()
    assert dialog.isVisible()


def test_a_place_that_nobody_uses_says_when_it_fades(dialog: PlacesDialog, stage: Any) -> None:
    soon, late = stage.now + 20 * 86_400_000, stage.now + 31 * 86_400_000
    stage.team.take(PlacesChanged(PlaceTree(replace(p, ends=soon) for p in stage.places)))
    assert "Limbos, Hasselt (fades on Mon 14 Dec)" in texts(dialog)
    choose(dialog, "Limbos")
    assert "It fades on Monday 14 December" in dialog._note.text()
    assert "Acme, Gent (3 there)" in texts(dialog)
    assert "Acme, Gent, Room 3.12 (1 there)" in texts(dialog)
    assert "Gent office, Desk D4" in [text.split(" (")[0] for text in texts(dialog)]
    assert not [t for t in texts(dialog) if t.startswith("Gent office") and "fades" in t]
    stage.team.take(PlacesChanged(PlaceTree(replace(p, ends=late) for p in stage.places)))
    assert "Limbos, Hasselt" in texts(dialog)


def test_doubles_and_places_without_a_spot_are_said(dialog: PlacesDialog, stage: Any) -> None:
    double = Place("d" * 32, "ACME", PlaceKind.CLIENT)
    stage.team.take(PlacesChanged(PlaceTree([*stage.places, double])))
    rows = [dialog.list.item(n).text() for n in range(dialog.list.count())]
    assert {"Acme, Gent (the same name twice)", "ACME (the same name twice)"} <= set(rows)
    assert sum("twice" in row for row in rows) == 2
    choose(dialog, "ACME")
    assert "same name" in dialog._note.text()
    assert not dialog.show_it.isEnabled()
    stage.team.take(
        PlacesChanged(PlaceTree([*stage.places, Place("e" * 32, "X", PlaceKind.CLIENT)]))
    )
    choose(dialog, "X")
    assert "no spot" in dialog._note.text()


def test_enter_changes_and_the_buttons_open_what_they_say(
    dialog: PlacesDialog, qtbot: QtBot
) -> None:
    choose(dialog, "Kompas")
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    changing = inner(dialog)
    assert isinstance(changing, PlaceDialog)
    assert changing.name.text() == "Kompas"
    changing.reject()
    qtbot.waitUntil(lambda: not [d for d in dialog.findChildren(Dialog) if d.isVisible()])
    dialog.merge.click()
    assert isinstance(inner(dialog), MergeDialog)
    inner(dialog).reject()
    qtbot.waitUntil(lambda: not [d for d in dialog.findChildren(Dialog) if d.isVisible()])
    dialog.add.click()
    adding = inner(dialog)
    assert isinstance(adding, PlaceDialog)
    assert adding.name.text() == ""


def test_it_is_shown_or_its_pin_is(dialog: PlacesDialog, stage: Any, qtbot: QtBot) -> None:
    choose(dialog, "Kompas")
    kompas = dialog.place
    assert kompas is not None
    with qtbot.waitSignals([dialog.shown, dialog.accepted]):
        dialog.show_it.click()
    again = PlacesDialog(stage.team, stage.towns)
    qtbot.addWidget(again)
    again.show()
    choose(again, "Kompas")
    again.change.click()
    changing = inner(again)
    assert isinstance(changing, PlaceDialog)
    told: list[Place] = []
    again.pin_wanted.connect(told.append)
    with qtbot.waitSignal(again.accepted):
        changing.pin.click()
    assert told == [kompas]


def test_what_is_added_is_inside_the_chosen_one_and_chosen_then(
    dialog: PlacesDialog, stage: Any, qtbot: QtBot
) -> None:
    choose(dialog, "Kompas")
    dialog.add.click()
    new = inner(dialog)
    assert isinstance(new, PlaceDialog)
    new.kind.setCurrentIndex(new.kind.findData(PlaceKind.FLOOR.value))
    new.name.setText("First floor")
    new.submit()
    qtbot.waitUntil(lambda: dialog.place is not None and dialog.place.name == "First floor")
    assert dialog.list.currentItem().text() == "Kompas, Aalst, First floor"
