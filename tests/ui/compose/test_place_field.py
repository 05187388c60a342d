"""Places by name."""

from types import ModuleType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from presencemap.domain.place import Place, PlaceKind, PlaceTree
from presencemap.ui.compose.place_field import PlaceField
from presencemap.ui.compose.place_list import PlaceList
from presencemap.ui.theme import Appearance, Mode

ACME = Place("acme", "Acme", PlaceKind.CLIENT, town="Gent")


@pytest.fixture
def field(look: Appearance, factories: ModuleType, qtbot: QtBot) -> PlaceField:
    made = PlaceField()
    made.set_places(factories.PLACES)
    qtbot.addWidget(made)
    made.show()
    return made


def labels(field: PlaceField) -> list[str]:
    return [field.itemText(row) for row in range(field.count())]


def test_home_and_road_are_always_there_and_new_place_is_last(
    look: Appearance, qtbot: QtBot
) -> None:
    empty = PlaceField()
    qtbot.addWidget(empty)
    assert labels(empty) == ["No place", "Home", "On the road", "New place …"]


def test_a_place_is_shown_and_told_by_id(field: PlaceField) -> None:
    field.set_value("acme312")
    assert field.currentText() == "Acme, Gent, Room 3.12"
    assert field.value == "acme312"
    field.set_value(None)
    assert (field.value, field.currentText(), field.unknown) == (None, "", "")
    field.set_value("not here yet")
    assert field.value is None


def test_the_line_inside_is_called_as_the_field_is(field: PlaceField) -> None:
    assert field.lineEdit().accessibleName() == field.accessibleName() == "Place"
    field.setAccessibleName("Place, Thursday 26 November")
    assert field.lineEdit().accessibleName() == "Place, Thursday 26 November"


def test_typing_finds_without_case_accents_and_from_the_middle(
    field: PlaceField, qtbot: QtBot
) -> None:
    field.setFocus()
    field.lineEdit().selectAll()
    qtbot.keyClicks(field.lineEdit(), "HÓFKW")
    assert field.completer().completionCount() == 1
    assert field.completer().currentCompletion() == "Bureau Hofkwartier, Den Haag"
    assert field.unknown == "HÓFKW"


def test_a_whole_name_in_any_case_is_the_place(field: PlaceField) -> None:
    field.setEditText("kompas, aalst")
    assert field.value == "kompas"
    assert field.unknown == ""


def test_enter_on_an_unknown_name_asks_for_a_new_place(field: PlaceField, qtbot: QtBot) -> None:
    field.setEditText("Nieuwe plek")
    with qtbot.waitSignal(field.new_wanted) as asked:
        qtbot.keyClick(field.lineEdit(), Qt.Key.Key_Return)
    assert asked.args == ["Nieuwe plek"]


def test_the_last_item_asks_for_a_new_place_and_is_none_itself(
    field: PlaceField, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(field.new_wanted) as asked:
        field.setCurrentIndex(field.count() - 1)
        field.activated.emit(field.count() - 1)
    assert asked.args == [""]
    assert (field.value, field.unknown) == (None, "")


def test_another_tree_keeps_what_stands_there(field: PlaceField) -> None:
    field.set_value("acme")
    field.set_places(PlaceTree([ACME]))
    assert field.value == "acme"
    field.setEditText("half typ")
    field.set_places(PlaceTree())
    assert field.unknown == "half typ"


def test_two_places_of_one_name_are_told_apart_by_the_choice(field: PlaceField) -> None:
    twins = [Place(name, "Annex", PlaceKind.OFFICE) for name in ("one", "two")]
    field.set_places(PlaceTree(twins))
    rows = [row for row in range(field.count()) if field.itemText(row) == "Annex"]
    field.setCurrentIndex(rows[1])
    assert field.value == "two"


def test_icons_follow_the_look(field: PlaceField, look: Appearance) -> None:
    before = field.itemIcon(1).pixmap(16).toImage()
    look.set_mode(Mode.DARK)
    assert field.itemIcon(1).pixmap(16).toImage() != before


def test_down_opens_the_list(field: PlaceField, qtbot: QtBot) -> None:
    field.setFocus()
    qtbot.keyClick(field.lineEdit(), Qt.Key.Key_Down)
    qtbot.waitUntil(field.view().isVisible)
    field.hidePopup()


def test_typing_goes_on_when_the_list_of_finds_comes_and_goes(
    field: PlaceField, qtbot: QtBot
) -> None:
    field.activateWindow()
    field.setFocus()
    line = field.lineEdit()
    line.selectAll()
    for letter in "Acmf":
        popup = field.completer().popup()
        qtbot.keyClick(popup if popup.isVisible() else line, letter)
    assert line.text() == "Acmf"
    assert not field.completer().popup().isVisible()


def test_the_list_of_finds_needs_no_scrollbar_for_a_few(field: PlaceField, qtbot: QtBot) -> None:
    field.activateWindow()
    field.setFocus()
    field.lineEdit().selectAll()
    qtbot.keyClick(field.lineEdit(), "r")
    popup = field.completer().popup()
    assert 1 < popup.model().rowCount() <= 8
    assert popup.verticalScrollBar().maximum() == 0


def test_the_town_that_is_shared_stays_and_is_a_choice_of_its_own(field: PlaceField) -> None:
    gent = Place.in_town("Gent", 51.05, 3.72)
    field.set_value(gent.id)
    assert (field.value, field.unknown) == (gent.id, "")
    assert field.currentText() == "Somewhere in Gent"
    field.set_places(PlaceTree([Place("a" * 32, "Acme", PlaceKind.CLIENT)]))
    assert field.value == gent.id
    field.set_value("home")
    field.set_value(gent.id)
    assert labels(field).count("Somewhere in Gent") == 1


def test_fields_share_a_list_until_one_has_a_town_of_its_own(
    look: Appearance, factories: ModuleType, qtbot: QtBot
) -> None:
    form = QWidget()
    qtbot.addWidget(form)
    items = PlaceList(factories.PLACES, None, form, makes=False)
    one, other = (PlaceField(form, makes=False, items=items) for _ in range(2))
    assert one.model() is other.model() is items
    assert (one.value, one.currentText()) == (None, "")
    other.set_value("acme")
    one.set_value(Place.in_town("Gent", 51.05, 3.72).id)
    assert one.currentText() == "Somewhere in Gent"
    assert "Somewhere in Gent" not in labels(other)
    fewer = PlaceList(PlaceTree([ACME]), None, form, makes=False)
    for field in (one, other):
        field.set_places(fewer.places, fewer)
    assert other.model() is fewer
    assert (other.value, one.currentText()) == ("acme", "Somewhere in Gent")


def test_what_is_found_is_of_the_places_as_they_are_now(field: PlaceField, qtbot: QtBot) -> None:
    field.setFocus()
    field.set_places(PlaceTree([Place("new", "Nieuwpoort", PlaceKind.CLIENT)]))
    field.lineEdit().selectAll()
    qtbot.keyClicks(field.lineEdit(), "nieuw")
    assert field.completer().currentCompletion() == "Nieuwpoort"
