"""What opens a plate: by button, by key, and told to a screen reader."""

from dataclasses import replace
from types import ModuleType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from presencemap.domain.roster import Card
from presencemap.ui.map.accessible import PlateButton
from presencemap.ui.map.camera import Camera
from presencemap.ui.map.choice import Choice
from presencemap.ui.map.crowd import scene_of
from presencemap.ui.map.floats import Floats
from presencemap.ui.map.foreground import Foreground
from presencemap.ui.map.framing import Framing
from presencemap.ui.map.item import Item
from presencemap.ui.theme import Appearance

WIDTH, HEIGHT = 900, 700


class Stage:
    """A choice over laid-out plates, and what it told."""

    def __init__(self, qtbot: QtBot, look: Appearance, factories: ModuleType) -> None:
        self.factories = factories
        self.area = QWidget()
        qtbot.addWidget(self.area)
        self.area.resize(WIDTH, HEIGHT)
        self.camera = Camera(self.area)
        self.camera.reduced_motion = True
        self.camera.resize(WIDTH, HEIGHT)
        self.foreground = Foreground(look.theme)
        self.floats = Floats(self.area)
        self.framing = Framing(self.camera, self.foreground, self.floats)
        self.choice = Choice(self.area, self.camera, self.foreground, self.framing)
        self.people: list[str] = []
        self.places: list[str] = []
        self.repaints = 0
        self.choice.person.connect(self.people.append)
        self.choice.place.connect(self.places.append)
        self.choice.changed.connect(self._count)
        self.show(factories.team(12).cards)
        with qtbot.waitExposed(self.area):
            self.area.show()
        self.area.activateWindow()
        qtbot.waitUntil(self.area.isActiveWindow)

    def _count(self) -> None:
        self.repaints += 1

    def show(self, cards: list[Card]) -> None:
        team = self.factories.team(12)
        self.foreground.set_scene(scene_of(cards, team.places, team.now), team.now)
        self.lay_out()
        self.framing.start_afresh()
        self.lay_out()

    def lay_out(self) -> None:
        self.foreground.lay_out(self.camera.goal)
        self.choice.speak()

    def button(self, item: Item) -> PlateButton:
        return next(each for each in self.choice.buttons.buttons if each.key == item.key)

    def plate(self, people: int) -> Item:
        """The one plate there is: of one place with so many people."""
        self.show([self.factories.card(n, f"Person & {n:02}") for n in range(1, people + 1)])
        (item,) = self.foreground.items
        assert len(item.faces) == people
        assert not item.merged
        return item


@pytest.fixture
def stage(qtbot: QtBot, look: Appearance, factories: ModuleType) -> Stage:
    return Stage(qtbot, look, factories)


def menu() -> QMenu:
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def test_each_plate_is_spoken_where_it_lies(stage: Stage) -> None:
    buttons = stage.choice.buttons.buttons
    items, goal = stage.foreground.items, stage.camera.goal
    assert len(buttons) > 3
    assert [each.accessibleName() for each in buttons] == [
        stage.foreground.name_of(item) for item in items
    ]
    assert [each.geometry() for each in buttons] == [
        stage.foreground.body(item, goal).toAlignedRect() for item in items
    ]


def test_enter_opens_the_person_who_is_alone_there_else_the_place(stage: Stage) -> None:
    alone = stage.plate(1)
    QTest.keyClick(stage.button(alone), Qt.Key.Key_Return)
    assert (stage.people, stage.places) == ([alone.faces[0].person], [])
    several = stage.plate(2)
    QTest.keyClick(stage.button(several), Qt.Key.Key_Return)
    assert stage.places == [several.key]


def test_a_plate_of_one_place_is_that_place_however_many_are_there(stage: Stage) -> None:
    alone = stage.plate(1)
    stage.choice.open(alone)
    assert (stage.people, stage.places) == ([], [alone.key])


def test_places_that_part_are_parted_and_not_chosen(stage: Stage) -> None:
    stage.camera.jump(replace(stage.camera.goal, zoom=6.0))
    stage.lay_out()
    cluster = max(stage.foreground.items, key=lambda item: len(item.spots))
    assert cluster.merged
    zoom = stage.camera.goal.zoom
    stage.choice.open(cluster)
    stage.lay_out()
    assert stage.camera.goal.zoom > zoom
    assert not stage.framing.untouched
    parts = {stage.foreground.item_of(place=spot.id) for spot in cluster.spots}
    assert len(parts) > 1
    assert (stage.people, stage.places) == ([], [])


def test_a_crowd_is_listed_and_who_is_picked_is_told(stage: Stage, factories: ModuleType) -> None:
    bubble = stage.plate(14)
    assert bubble.is_bubble
    stage.choice.open(bubble)
    opened = menu()
    assert opened.accessibleName() == stage.foreground.caption_of(bubble)
    rows = [action for action in opened.actions() if action.isEnabled()]
    assert rows[0].text() == "Person && 01, available"
    rows[2].trigger()
    opened.close()
    assert (stage.people, stage.places) == ([factories.person_id(3)], [])


def test_space_lists_even_a_few(stage: Stage) -> None:
    several = stage.plate(2)
    QTest.keyClick(stage.button(several), Qt.Key.Key_Space)
    assert len(menu().actions()) == len(several.faces) + 1
    menu().close()
    assert (stage.people, stage.places) == ([], [])


def test_the_keyboard_brings_a_plate_into_sight_and_rings_it(qtbot: QtBot, stage: Stage) -> None:
    stage.camera.jump(stage.camera.goal.panned(0, -HEIGHT))
    north = stage.foreground.items[0]
    assert stage.foreground.box(north, stage.camera.goal).y < 0
    button = stage.button(north)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: stage.foreground.focused == north.key)
    assert stage.floats.free().encloses(stage.foreground.box(north, stage.camera.goal))
    assert stage.repaints == 1
    button.clearFocus()
    assert stage.foreground.focused is None
    assert stage.repaints == 2


def test_the_keyboard_comes_to_the_chosen_plate_if_one_is(stage: Stage) -> None:
    assert not stage.choice.enter()
    chosen = stage.foreground.items[2]
    stage.foreground.mark(None, person=chosen.faces[0].person)
    assert stage.choice.enter()
    assert stage.foreground.focused == chosen.key
    stage.choice.buttons.show([], stage.area)
    assert not stage.choice.enter()


def test_a_plate_that_is_gone_meanwhile_opens_nothing(stage: Stage) -> None:
    button = stage.button(stage.plate(2))
    stage.foreground.forget()
    view = stage.camera.goal
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert stage.camera.goal == view
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        QTest.keyClick(button, key)
    assert (stage.people, stage.places) == ([], [])
    assert QApplication.activePopupWidget() is None
