"""The map and the floors in its place."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from presencemap.app.notices import RosterChanged
from presencemap.ui.ground import Ground
from presencemap.ui.lens import Lens
from presencemap.ui.map.place_names import PlaceNames
from presencemap.ui.map.where_map import WhereMap


@pytest.fixture
def ground(housed: Any, shown: Callable[[Any], Any]) -> Iterator[Ground]:
    where = WhereMap()
    where.attach(housed.team.roster)
    made: Ground = shown(Ground(housed.team, where))
    made.activateWindow()
    yield made
    made.stop()


def test_the_way_in_is_offered_for_a_site_with_floors(ground: Ground) -> None:
    assert not ground.button.isVisible()
    ground.set_site("site")
    assert ground.button.text() == "Floor plan of Gent office"
    assert ground.button.isVisible()
    ground.set_site("acme")
    assert not ground.button.isVisible()


def test_the_way_leads_in_and_back(qtbot: QtBot, ground: Ground) -> None:
    ground.set_site("site")
    assert ground.pane() is ground.map
    with qtbot.waitSignal(ground.entered) as entered:
        qtbot.mouseClick(ground.button, Qt.MouseButton.LeftButton)
    assert ground.on_floor
    assert entered.args == ["site"]
    assert ground.pane() is ground.floor.plan
    qtbot.mouseClick(ground.floor.breadcrumb.button, Qt.MouseButton.LeftButton)
    assert not ground.on_floor


def test_the_town_leads_to_the_map_around_the_site(qtbot: QtBot, ground: Ground) -> None:
    ground.map.restore_view(40.0, 10.0, 4.0)
    ground.open("two")
    qtbot.mouseClick(ground.floor.breadcrumb.town, Qt.MouseButton.LeftButton)
    assert not ground.on_floor
    goal = ground.map.camera.goal
    assert (goal.center_lat, goal.center_lon) == pytest.approx((51.05, 3.72))
    assert goal.zoom > 4.0


def test_the_country_leads_to_the_map_of_it(qtbot: QtBot, ground: Ground) -> None:
    PlaceNames.load()
    ground.map.restore_view(40.0, 10.0, 12.0)
    ground.open("two")
    country = ground.floor.breadcrumb.country
    assert country.text() == "België"
    assert country.accessibleName() == "België, on the map"
    ground.floor.country_wanted.emit("site")
    goal = ground.map.camera.goal
    assert (goal.center_lat, goal.center_lon) == pytest.approx((51.05, 3.72), abs=0.02)
    assert goal.zoom == 7.0
    with qtbot.waitSignal(ground.floor.country_wanted) as told:
        country.click()
    assert told.args == ["site"]
    assert not ground.on_floor


def test_the_lens_leads_from_a_floor_to_what_people_are_on(ground: Ground) -> None:
    ground.open("two")
    assert ground.floor.lens.isVisible()
    ground.floor.lens.buttons[Lens.WHAT].click()
    assert ground.lens is Lens.WHAT
    assert ground.currentWidget() is ground.topics
    assert ground.floor.floor == "", "the list is of all of the site again"
    ground.look(Lens.WHERE)
    assert not ground.on_floor
    ground.open("two")
    ground.resize(500, 700)
    ground.floor.lens.buttons[Lens.WHAT].click()
    assert ground.lens is Lens.WHAT, "however narrow"


def test_a_key_leads_back(qtbot: QtBot, ground: Ground) -> None:
    ground.set_site("site")
    for _ in range(2):
        ground.enter()
        assert ground.on_floor
    qtbot.keyClick(ground.floor.plan, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert not ground.on_floor
    ground.back()
    assert not ground.on_floor


def test_without_a_site_it_leads_to_where_i_am(ground: Ground, housed: Any, building: Any) -> None:
    housed.team.take(RosterChanged((building.at(0, "dender").cards[0],)))
    assert ground.button.isVisible()
    ground.enter()
    assert ground.floor.floor == "one"
    assert ground.pane() is ground.floor.list


def test_a_place_opens_its_floor_with_the_desk_chosen(ground: Ground) -> None:
    assert ground.is_inside("d16")
    assert not ground.is_inside("site")
    assert not ground.is_inside("gone")
    assert ground.open("d16")
    assert (ground.floor.floor, ground.floor.chosen) == ("two", "d16")
    assert ground.open("one")
    assert (ground.floor.floor, ground.floor.chosen) == ("one", "")
    assert not ground.open("acme")
    assert not ground.open("gone")


def test_a_double_click_on_a_plate_opens_it(ground: Ground) -> None:
    wanted: list[str] = []
    ground.first_floor_wanted.connect(wanted.append)
    ground.map.place_opened.emit("site")
    assert ground.on_floor
    ground.back()
    ground.map.place_opened.emit("acme")
    assert (ground.on_floor, wanted) == (False, []), "a client is no office"


def test_a_person_is_marked_on_both(ground: Ground, building: Any) -> None:
    person = building.cards[3].person.id
    ground.select_person(person)
    assert ground.floor.plan.painter.person == person
    ground.select_person("")
    assert ground.floor.plan.painter.person == ""


def dragged_to(ground: Ground, at: QPoint) -> str:
    """Whose plan a file would become that is let go there; "" where it isn't taken."""
    ground.drop.words.setText("")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/somewhere/plan.png")])
    none = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)
    # Qt tells of moves only where the entry was taken.
    for kind in (QDragEnterEvent, QDragMoveEvent):
        event = kind(at, Qt.DropAction.CopyAction, data, *none)
        QApplication.sendEvent(ground, event)
    return ground.drop.words.text().rpartition(" plan of ")[2] if event.isAccepted() else ""


def test_a_plan_is_dropped_on_the_floor_that_is_seen(ground: Ground) -> None:
    ground.open("two")
    assert dragged_to(ground, ground.rect().center()) == "Floor 2"


def test_a_plan_is_dropped_on_a_site_of_the_map_for_a_floor_that_has_none(
    ground: Ground, qtbot: QtBot
) -> None:
    where = ground.map
    qtbot.waitUntil(lambda: where.foreground.item_of(place="site") is not None)
    where.show_spot(51.05, 3.72)
    qtbot.waitUntil(lambda: not where.camera.gliding)
    item = where.foreground.item_of(place="site")
    assert item is not None
    assert not item.merged
    plate = where.foreground.body(item, where.camera.view).center().toPoint()
    assert dragged_to(ground, plate) == "Ground floor"
    assert dragged_to(ground, QPoint(880, 600)) == ""
    acme = where.foreground.item_of(place="acme")
    assert acme is not None
    without = where.foreground.body(acme, where.camera.view).center().toPoint()
    assert dragged_to(ground, without) == "Drop it to draw a first floor of Acme"


def test_a_filter_dims_all_of_them_after_the_list_is_painted(qtbot: QtBot, ground: Ground) -> None:
    first, last = frozenset({"nobody"}), frozenset({"somebody"})
    ground.set_matching(first)
    ground.set_matching(last)
    assert ground.floor.plan.painter.lit is None
    qtbot.waitUntil(lambda: ground.floor.plan.painter.lit is not None)
    assert ground.floor.plan.painter.lit == last
    assert ground.map.foreground._marks[0] == last
    assert ground.topics.foreground.lit == last
    ground.set_matching(None)
    qtbot.waitUntil(lambda: ground.map.foreground._marks[0] is None)
