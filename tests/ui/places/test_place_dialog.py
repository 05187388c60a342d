"""A new place for everyone."""

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from presencemap.app.commands import AddPlace, EditPlace
from presencemap.app.notices import PlacesChanged
from presencemap.domain.errors import Refused
from presencemap.domain.place import Place, PlaceKind, PlaceTree
from presencemap.ui.places.place_dialog import KINDS, PlaceDialog, kind_word


@pytest.fixture
def dialog(stage: Any, qtbot: QtBot) -> PlaceDialog:
    made = PlaceDialog(stage.team, stage.towns)
    qtbot.addWidget(made)
    made.show()
    return made


def choose(dialog: PlaceDialog, kind: PlaceKind) -> None:
    dialog.kind.setCurrentIndex(dialog.kind.findData(kind.value))


def test_a_client_with_its_town(dialog: PlaceDialog, stage: Any, qtbot: QtBot) -> None:
    dialog.name.setText("Vlasmarkt")
    dialog.town.setText("Anvers")
    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()
    (command,) = stage.node.posted
    assert (command.name, command.kind) == ("Vlasmarkt", PlaceKind.CLIENT)
    assert command.town == "Antwerpen"
    assert command.lat == pytest.approx(51.2, abs=0.1)


def test_a_room_is_in_another_place_and_has_no_town(
    dialog: PlaceDialog, stage: Any, qtbot: QtBot
) -> None:
    choose(dialog, PlaceKind.ROOM)
    assert not dialog.town.isVisible()
    assert dialog.parent_place.isVisible()
    dialog.name.setText("Room 4")
    dialog.parent_place.setCurrentIndex(dialog.parent_place.findData("gent"))
    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()
    assert stage.node.posted == [AddPlace("Room 4", PlaceKind.ROOM, "gent")]


def test_a_room_may_say_how_many_it_is_for(dialog: PlaceDialog, stage: Any, qtbot: QtBot) -> None:
    assert not dialog.capacity.isVisible(), "a client is for any number"
    choose(dialog, PlaceKind.ROOM)
    assert dialog.capacity.isVisible()
    assert dialog.capacity.text() == "Not said"
    dialog.name.setText("Leie")
    dialog.parent_place.setCurrentIndex(dialog.parent_place.findData("gent"))
    dialog.capacity.setValue(8)
    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()
    assert stage.node.posted == [AddPlace("Leie", PlaceKind.ROOM, "gent", capacity=8)]
    again = PlaceDialog(
        stage.team, stage.towns, Place("leie", "Leie", PlaceKind.ROOM, "gent", capacity=8)
    )
    qtbot.addWidget(again)
    assert again.capacity.value() == 8


def test_what_is_missing_is_said_at_its_field(dialog: PlaceDialog, stage: Any) -> None:
    dialog.submit()
    assert "name" in dialog._name_field.error
    dialog.name.setText("Acme")
    dialog.town.setText("Gnetx")
    dialog.submit()
    assert "Gnetx" in dialog._town_field.error
    assert stage.node.posted == []


def test_a_refusal_keeps_everything(dialog: PlaceDialog, stage: Any, qtbot: QtBot) -> None:
    stage.node.error = Refused("Not now.")
    dialog.name.setText("Acme")
    dialog.submit()
    qtbot.waitUntil(lambda: dialog.message == "Not now.")
    assert dialog.name.text() == "Acme"


def test_without_places_there_is_nothing_to_be_in(stage: Any, qtbot: QtBot) -> None:
    stage.team.take(PlacesChanged(PlaceTree()))
    dialog = PlaceDialog(stage.team, stage.towns)
    qtbot.addWidget(dialog)
    kinds = [dialog.kind.itemText(row) for row in range(dialog.kind.count())]
    assert kinds == [kind_word(kind) for kind in KINDS[:2]]


@pytest.fixture
def change(stage: Any, qtbot: QtBot) -> PlaceDialog:
    acme = next(place for place in stage.places if place.name == "Acme")
    made = PlaceDialog(stage.team, stage.towns, acme)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_place_to_be_changed_stands_there_as_it_is(
    change: PlaceDialog, stage: Any, qtbot: QtBot
) -> None:
    acme = next(place for place in stage.places if place.name == "Acme")
    assert (change.name.text(), change.town.text()) == ("Acme", "Gent")
    assert change.spot.text() == f"{acme.lat:.5f}, {acme.lon:.5f}"
    inside = [change.parent_place.itemText(n) for n in range(change.parent_place.count())]
    assert not [path for path in inside if path.startswith("Acme")]
    change.name.setText("Acme NV")
    with qtbot.waitSignal(change.accepted):
        change.submit()
    (command,) = stage.node.posted
    assert command == EditPlace(
        acme.id, "Acme NV", acme.kind, None, round(acme.lat, 5), round(acme.lon, 5), "Gent", None
    )


def test_without_a_spot_of_its_own_it_has_the_towns(
    change: PlaceDialog, stage: Any, qtbot: QtBot
) -> None:
    change.spot.clear()
    change.town.setText("Antwerpen")
    with qtbot.waitSignal(change.accepted):
        change.submit()
    (command,) = stage.node.posted
    assert command.lat == pytest.approx(51.2, abs=0.1)


def test_a_pinned_place_that_gets_another_town_goes_there(
    change: PlaceDialog, stage: Any, qtbot: QtBot
) -> None:
    pinned = change.spot.text()
    change.town.setText("Utrecht")
    assert change.spot.text() == "", "the field says that it is the middle of the town"
    change.town.setText("Gand")
    assert change.spot.text() == pinned, "the same town by another name"
    change.town.setText("Utrec")
    assert change.spot.text() == pinned, "no town yet"
    change.town.setText("Utrecht")
    with qtbot.waitSignal(change.accepted):
        change.submit()
    (command,) = stage.node.posted
    assert (command.lat, command.lon) == pytest.approx((52.09, 5.12), abs=0.05)
    assert command.town == "Utrecht"


def test_a_spot_that_was_typed_stays_whatever_the_town(
    change: PlaceDialog, stage: Any, qtbot: QtBot
) -> None:
    change.spot.selectAll()
    qtbot.keyClicks(change.spot, "52.1, 5.1")
    change.town.setText("Utrecht")
    with qtbot.waitSignal(change.accepted):
        change.submit()
    (command,) = stage.node.posted
    assert (command.lat, command.lon, command.town) == (52.1, 5.1, "Utrecht")


def test_a_spot_without_a_town_stays_when_its_town_is_said(stage: Any, qtbot: QtBot) -> None:
    yard = Place("yard", "Yard", PlaceKind.CLIENT, None, 51.06, 3.73)
    dialog = PlaceDialog(stage.team, stage.towns, yard)
    qtbot.addWidget(dialog)
    dialog.town.setText("Gent")
    assert dialog.spot.text() == "51.06000, 3.73000"


def test_a_spot_that_is_none_is_said_at_its_field(change: PlaceDialog, stage: Any) -> None:
    change.spot.setText("somewhere")
    change.submit()
    assert change._spot_field.error.startswith("Write latitude and longitude")
    assert stage.node.posted == []
    change.spot.setText("51, 3")
    assert change._spot_field.error == ""


def test_the_spot_may_be_moved_on_the_map(
    change: PlaceDialog, dialog: PlaceDialog, qtbot: QtBot
) -> None:
    assert change.pin.isVisible()
    assert not dialog.pin.isVisible()
    with qtbot.waitSignal(change.pin_wanted) as told:
        change.pin.click()
    assert told.args[0].name == "Acme"
    assert not change.isVisible()


def test_what_was_changed_is_saved_before_its_spot_is_moved(change: PlaceDialog) -> None:
    for field, value in ((change.name, "Acme NV"), (change.town, "Gand"), (change.spot, "51, 3")):
        before = field.text()
        field.setText(value)
        assert not change.pin.isEnabled(), value
        assert change.pin.toolTip() == "Save first what you changed here."
        assert change.pin.accessibleDescription() == change.pin.toolTip()
        field.setText(before)
        assert change.pin.isEnabled(), "nothing would be lost"
        assert change.pin.toolTip() == ""
    choose(change, PlaceKind.OFFICE)
    assert not change.pin.isEnabled()
    choose(change, PlaceKind.CLIENT)
    assert change.pin.isEnabled()


def test_a_room_stands_in_its_site(stage: Any, qtbot: QtBot) -> None:
    room = next(place for place in stage.places if place.kind is PlaceKind.ROOM)
    made = PlaceDialog(stage.team, stage.towns, room)
    qtbot.addWidget(made)
    assert made.parent_place.currentData() == room.parent


def test_another_kind_leaves_no_empty_room(dialog: PlaceDialog, qtbot: QtBot) -> None:
    QApplication.processEvents()
    client = dialog.height()
    choose(dialog, PlaceKind.FLOOR)
    assert dialog.height() < client - 60, "one field less, and a line of help"
    choose(dialog, PlaceKind.CLIENT)
    assert dialog.height() == client


def test_a_new_one_is_likely_inside_what_was_chosen(stage: Any, qtbot: QtBot) -> None:
    dialog = PlaceDialog(stage.team, stage.towns, inside=stage.team.places.get("kompas"))
    qtbot.addWidget(dialog)
    assert dialog.parent_place.currentData() == "kompas"
    dialog.show()
    assert dialog.focusWidget() is dialog.name, "one types its name at once"


def test_a_long_error_covers_no_field(dialog: PlaceDialog, qtbot: QtBot) -> None:
    dialog.name.setText("Acme")
    dialog.town.setText("Gnet")
    dialog.submit()
    QApplication.processEvents()
    field = dialog._town_field
    assert "Did you mean" in field.error
    assert field.height() >= field.heightForWidth(field.width())
