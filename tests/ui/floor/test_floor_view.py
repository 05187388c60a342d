"""The floor view as a whole."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QRectF, Qt
from pytestqt.qtbot import QtBot

from presencemap.app.commands import SetStatus, ShowPicture
from presencemap.app.notices import FloorPlansChanged, PlacesChanged, RosterChanged
from presencemap.domain.errors import Refused
from presencemap.domain.floor_plan import FloorPlan, Image
from presencemap.domain.place import PlaceTree
from presencemap.ui.floor.floor_view import FloorView


@pytest.fixture
def view(housed: Any, shown: Callable[[Any], Any]) -> Iterator[FloorView]:
    made: FloorView = shown(FloorView(housed.team))
    assert made.open_site("site")
    yield made
    made.stop()


def test_a_site_opens_on_its_fullest_floor(view: FloorView) -> None:
    assert view.scene is not None
    assert (view.floor, view.scene.name) == ("two", "Floor 2")
    assert view.plan.isVisible()
    assert not view.listed.isVisible()
    assert not view.open_site("acme")


def test_a_chosen_desk_is_taken_by_one_click_until_my_default_end(
    qtbot: QtBot, view: FloorView, housed: Any
) -> None:
    view.plan.place_chosen.emit("d16")
    assert view.plan.painter.selected == "d16"
    assert view.pill.button.hasFocus()
    qtbot.mouseClick(view.pill.button, Qt.MouseButton.LeftButton)
    (command,) = housed.node.posted
    assert isinstance(command, SetStatus)
    assert command.place == "d16"
    assert isinstance(command.until, int)
    assert command.until > housed.now
    qtbot.waitUntil(lambda: view.pill.words.text() == "You are at D16 · no guests")


def test_which_floor_is_seen_is_told_until_it_is_left(qtbot: QtBot, view: FloorView) -> None:
    told: list[str] = []
    view.shown.connect(told.append)
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    view.leave()
    assert told == ["one", ""]


def test_what_fails_is_told(qtbot: QtBot, view: FloorView, housed: Any) -> None:
    housed.node.error = Refused("Sharing is paused.")
    with qtbot.waitSignal(view.told) as told:
        view.sit("d16")
    assert told.args == ["Sharing is paused."]


def test_page_keys_and_the_switch_change_floors(qtbot: QtBot, view: FloorView) -> None:
    view.activateWindow()
    view.focus()
    qtbot.keyClick(view.plan, Qt.Key.Key_PageDown)
    assert view.floor == "one"
    assert view.listed.isVisible()
    assert view.words.text() == "This floor has no plan yet. Draw one, or bring in a picture of it."
    assert not view.show_as.isVisible()
    view.focus()
    assert view.list.hasFocus()
    view.switch.chosen.emit("ground")
    assert not view.words.isVisible()
    assert view.bare.isVisible()
    assert not view.pill.isVisible(), "nothing is there to sit at"
    view.focus()
    assert view.bare.button.hasFocus()
    with qtbot.waitSignal(view.edit_wanted):
        view.bare.button.click()
    view._step(1)
    assert view.floor == "ground"
    view._step(-1)
    assert view.floor == "one"


def test_the_plan_is_also_a_list(view: FloorView) -> None:
    view.show_as.choose("list")
    view.show_as.chosen.emit("list")
    assert view.listed.isVisible()
    assert not view.words.isVisible()
    view.list.place_chosen.emit("d16")
    assert view.pill.button.text() == "Sit at D16"
    view.plan.cleared.emit()
    assert view.chosen == ""


def test_people_who_move_are_shown_where_they_are(
    qtbot: QtBot, view: FloorView, housed: Any, building: Any
) -> None:
    housed.team.take(RosterChanged((building.at(3, "d16").cards[3],)))
    qtbot.waitUntil(lambda: view.scene is not None and bool(view.scene.seats[2].faces))


def test_a_floor_that_is_gone_is_left(qtbot: QtBot, view: FloorView, housed: Any) -> None:
    with qtbot.waitSignal(view.closed):
        housed.team.take(PlacesChanged(PlaceTree()))
    assert view.scene is None
    view.refresh()
    view._step(1)
    assert not view.open_floor("two")


def test_a_damaged_picture_is_said(qtbot: QtBot, view: FloorView, housed: Any) -> None:
    housed.node.answers[ShowPicture] = b"rubbish"
    image = Image("1" * 64, 7)
    plan = FloorPlan("two", 800, 600, image)
    housed.team.take(FloorPlansChanged((plan,), frozenset({image})))
    qtbot.waitUntil(lambda: view.pictures.failed)
    assert view.words.text() == "The picture of this plan is damaged and isn't shown."


@pytest.mark.parametrize("width", [340, 420, 900])
def test_the_whole_floor_is_clear_of_what_lies_over_it(view: FloorView, width: int) -> None:
    view.resize(width, 640)
    over = view.overlay
    parts = (over.lens, over.breadcrumb, over.tools, over.switch, over.zoom, over.pill)
    assert view.plan.sheet is not None
    plan = view.plan.sheet.box
    assert plan.width() > width / 3
    view.choose("d16")
    assert view.plan.sheet.box == plan, "a chosen desk moves nothing"
    assert [each for each in parts if QRectF(*each.covered()).intersects(plan)] == []
    view.show_as.choose("list")
    view.show_as.chosen.emit("list")
    rows = QRectF(view.list.geometry().translated(view.listed.pos()))
    shown = [each for each in parts if each.isVisible()]
    assert over.zoom not in shown
    assert [each for each in shown if QRectF(*each.covered()).intersects(rows)] == []


def test_the_way_to_me_leads_to_my_floor(view: FloorView, housed: Any, building: Any) -> None:
    view.zoom.me.emit()
    assert view.floor == "two"
    housed.team.take(RosterChanged((building.at(0, "dender").cards[0],)))
    view.zoom.me.emit()
    assert (view.floor, view.chosen) == ("one", "dender")
    view.leave()
    view.zoom.me.emit()
    assert view.floor == ""


def test_drawing_is_offered(qtbot: QtBot, view: FloorView) -> None:
    with qtbot.waitSignal(view.edit_wanted):
        qtbot.mouseClick(view.edit, Qt.MouseButton.LeftButton)


def test_guests_are_told_from_my_place(
    qtbot: QtBot, view: FloorView, housed: Any, building: Any
) -> None:
    housed.node.me = building.at(0, "leie").cards[0]
    housed.team.take(RosterChanged((housed.node.me,)))
    view.open_floor("two")
    view.choose("leie")
    view.pill.more.click()
    assert housed.node.posted == [SetStatus(guests=1)]
