"""Whom the map brings out."""

from types import ModuleType

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from presencemap.ui.map.crowd import scene_of
from presencemap.ui.map.dock import DockStrip
from presencemap.ui.map.foreground import Foreground
from presencemap.ui.map.marking import Marking
from presencemap.ui.map.projection import View
from presencemap.ui.theme import Appearance

VIEW = View(51.5, 4.5, 7.0, 920, 722)


class Stage:
    def __init__(self, qtbot: QtBot, look: Appearance, factories: ModuleType) -> None:
        team, self.parent = factories.team(43), QObject()
        scene = scene_of(team.cards, team.places, team.now)
        self.shown, self.dock = Foreground(look.theme), DockStrip()
        qtbot.addWidget(self.dock)
        self.shown.set_scene(scene, team.now)
        self.shown.lay_out(VIEW)
        self.dock.show_docks(scene.docks)
        self.marking = Marking(self.parent, self.shown, self.dock)
        self.told = list[None]()
        self.marking.changed.connect(lambda: self.told.append(None))


@pytest.fixture
def stage(qtbot: QtBot, look: Appearance, factories: ModuleType) -> Stage:
    return Stage(qtbot, look, factories)


def test_of_few_it_is_done_at_once(stage: Stage) -> None:
    item = stage.shown.items[0]
    stage.marking.lit = frozenset({item.faces[0].person})
    stage.marking.place = item.key
    stage.marking.ask()
    assert [each.plate.nobody for each in stage.shown.items].count(False) == 1
    assert stage.shown.items[0].plate.selected
    assert all(section.lit == stage.marking.lit for section in stage.dock.sections)
    assert len(stage.told) == 1


@pytest.mark.usefixtures("in_turns")
def test_plates_change_together_after_some_turns(stage: Stage, qtbot: QtBot) -> None:
    before = stage.shown.items
    stage.marking.lit = frozenset()
    stage.marking.ask()
    while not stage.told:
        assert stage.shown.items is before
        qtbot.wait(1)
    assert all(item.plate.nobody for item in stage.shown.items)


@pytest.mark.usefixtures("in_turns")
def test_who_is_asked_for_meanwhile_and_other_plates_are_marked(stage: Stage, qtbot: QtBot) -> None:
    stage.marking.lit = frozenset()
    stage.marking.ask()
    stage.marking.person = stage.shown.items[0].faces[0].person
    stage.marking.ask()
    qtbot.wait(1)
    nearer = View(51.5, 4.5, 9.0, 920, 722)
    stage.shown.lay_out(nearer)
    placed = [item.placed for item in stage.shown.items]
    qtbot.waitUntil(lambda: len(stage.told) == 2)
    assert [item.placed for item in stage.shown.items] == placed
    assert all(item.plate.nobody for item in stage.shown.items)
    chosen = stage.shown.item_of(person=stage.marking.person)
    assert chosen is not None
    assert chosen.plate.selected


@pytest.mark.usefixtures("in_turns")
def test_stopped_it_marks_nobody(stage: Stage, qtbot: QtBot) -> None:
    stage.marking.lit = frozenset()
    stage.marking.ask()
    stage.marking.stop()
    qtbot.wait(5)
    assert stage.told == []
    assert not any(item.plate.nobody for item in stage.shown.items)
