"""The list of rooms, by keyboard and click."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from presencemap.ui.floor.room_list import RoomList
from presencemap.ui.theme import Appearance, Mode


@pytest.fixture
def rooms(building: Any, look: Appearance, shown: Callable[[Any], Any]) -> RoomList:
    made: RoomList = shown(RoomList())
    made.show_scene(building.scene())
    return made


def texts(rooms: RoomList) -> list[str]:
    return [item.text(0) for item in rooms.rows()]


def test_it_says_what_the_plan_shows(rooms: RoomList) -> None:
    assert texts(rooms) == [
        "Atelier · 2 desks, 1 free · 1 person",
        "Amina El Idrissi, available",
        "D2 · Nele",
        "Nele Van Acker, available",
        "D16 · Free",
        "Leie · 2 people",
        "Fien Dhondt, available",
        "Lotte Maes, available",
        "X1 · Yasmine",
        "Yasmine Haddad, available",
        "Elsewhere on this floor",
        "Sara Willems, available",
    ]


def test_guests_stand_below_their_host_and_lead_nowhere(
    qtbot: QtBot, rooms: RoomList, building: Any
) -> None:
    scene = building.scene()
    leie = scene.seat("leie")
    hosting = replace(leie, faces=(replace(leie.faces[0], guests=2), *leie.faces[1:]))
    seats = tuple(hosting if seat is leie else seat for seat in scene.seats)
    rooms.show_scene(replace(scene, seats=seats))
    said = texts(rooms)
    at = said.index("2 guests of Fien, no names shared")
    assert said[at - 1] == "Fien Dhondt, available"
    host, guests = rooms.rows()[at - 1 : at + 1]
    spoken = host.data(0, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Fien Dhondt, available, 2 guests"
    with qtbot.assertNotEmitted(rooms.person_activated), qtbot.assertNotEmitted(rooms.place_chosen):
        rooms.itemClicked.emit(guests, 0)


def test_enter_chooses_a_desk_and_opens_a_person(
    qtbot: QtBot, rooms: RoomList, building: Any
) -> None:
    rooms.setFocus()
    rooms.select("d16")
    with qtbot.waitSignal(rooms.place_chosen) as told:
        qtbot.keyClick(rooms, Qt.Key.Key_Return)
    assert told.args == ["d16"]
    rooms.select("d2")
    qtbot.keyClick(rooms, Qt.Key.Key_Down)
    with qtbot.waitSignal(rooms.person_activated) as told:
        qtbot.keyClick(rooms, Qt.Key.Key_Return)
    assert told.args == [building.cards[3].person.id]


def test_a_click_does_the_same(qtbot: QtBot, rooms: RoomList) -> None:
    item = next(item for item in rooms.rows() if item.text(0).startswith("Leie"))
    with qtbot.waitSignal(rooms.place_chosen) as told:
        qtbot.mouseClick(
            rooms.viewport(), Qt.MouseButton.LeftButton, pos=rooms.visualItemRect(item).center()
        )
    assert told.args == ["leie"]


def test_the_heading_of_those_elsewhere_does_nothing(qtbot: QtBot, rooms: RoomList) -> None:
    item = next(item for item in rooms.rows() if item.text(0).startswith("Elsewhere"))
    with qtbot.assertNotEmitted(rooms.place_chosen), qtbot.assertNotEmitted(rooms.person_activated):
        rooms.itemClicked.emit(item, 0)


def test_the_current_row_stays_when_people_move(
    rooms: RoomList, building: Any, look: Appearance
) -> None:
    rooms.select("d16")
    rooms.show_scene(building.at(1, "d16").scene())
    current = rooms.currentItem()
    assert current is not None
    assert current.text(0).startswith("D16 · ")
    look.set_mode(Mode.DARK)
    rooms.select("")
    assert rooms.selectedItems() == []


def test_a_screen_reader_hears_whole_sentences(rooms: RoomList) -> None:
    first = rooms.rows()[0]
    role = Qt.ItemDataRole.AccessibleTextRole
    assert first.data(0, role) == "Atelier, 1 colleague: Amina"
    assert rooms.accessibleName() == "Rooms and desks"
