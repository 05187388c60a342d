"""The map's own view: everyone, until the person moves it."""

from types import ModuleType

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from presencemap.ui.map.camera import Camera
from presencemap.ui.map.crowd import scene_of
from presencemap.ui.map.floats import Floats
from presencemap.ui.map.foreground import Foreground
from presencemap.ui.map.framing import ALONE_ZOOM, Framing
from presencemap.ui.map.layout import Rect
from presencemap.ui.map.sights import CITY_ZOOM
from presencemap.ui.steps import whole
from presencemap.ui.theme import Appearance

WIDTH, HEIGHT = 900, 700


class Stage:
    def __init__(self, qtbot: QtBot, look: Appearance, factories: ModuleType) -> None:
        self.parent = QWidget()
        qtbot.addWidget(self.parent)
        self.parent.resize(WIDTH, HEIGHT)
        self.team = factories.team(12)
        self.camera = Camera(self.parent)
        self.camera.reduced_motion = True
        self.camera.resize(WIDTH, HEIGHT)
        self.foreground = Foreground(look.theme)
        self.floats = Floats(self.parent)
        self.framing = Framing(self.camera, self.foreground, self.floats)
        self.show(len(self.team.cards))

    def show(self, people: int) -> None:
        scene = scene_of(self.team.cards[:people], self.team.places, self.team.now)
        self.foreground.set_scene(scene, self.team.now)
        self.lay_out()

    def loses_someone(self) -> bool:
        return self.framing.loses_someone(self.foreground)

    def lay_out(self) -> None:
        self.foreground.lay_out(self.camera.goal)


@pytest.fixture
def stage(qtbot: QtBot, look: Appearance, factories: ModuleType) -> Stage:
    return Stage(qtbot, look, factories)


def test_it_fits_once_and_then_stays_while_everyone_is_in_sight(stage: Stage) -> None:
    assert stage.loses_someone()
    stage.framing.start_afresh()
    stage.lay_out()
    assert not stage.loses_someone()
    assert stage.framing.view_to_keep() is None
    window = Rect(0, 0, WIDTH, HEIGHT)
    goal = stage.camera.goal
    assert all(window.encloses(stage.foreground.box(i, goal)) for i in stage.foreground.items)


def test_whoever_leaves_the_window_is_missed_unless_the_person_moved_the_map(stage: Stage) -> None:
    stage.framing.start_afresh()
    stage.lay_out()
    stage.camera.jump(stage.camera.goal.panned(WIDTH, 0))
    assert stage.loses_someone()
    stage.framing.show(stage.camera.goal.panned(WIDTH, 0))
    assert not stage.loses_someone()
    goal = stage.camera.goal
    assert stage.framing.view_to_keep() == (goal.center_lat, goal.center_lon, goal.zoom)


def test_a_plate_that_the_edge_cuts_is_missed(stage: Stage) -> None:
    stage.framing.start_afresh()
    stage.lay_out()
    goal = stage.camera.goal
    east = max(box.x + box.w for box in stage.foreground.boxes(goal))
    stage.camera.jump(goal.panned(WIDTH - east + 8, 0))
    middles = [box.x + box.w / 2 for box in stage.foreground.boxes(stage.camera.goal)]
    assert max(middles) < WIDTH
    assert stage.loses_someone()
    stage.camera.jump(goal.panned(WIDTH - east, 0))
    assert not stage.loses_someone()


def test_what_a_card_covers_is_not_missed(stage: Stage) -> None:
    stage.framing.start_afresh()
    stage.lay_out()
    stage.floats.card, stage.floats.sheet = WIDTH // 2, HEIGHT // 2
    assert not stage.loses_someone()


def test_what_has_no_room_is_missed_once(stage: Stage) -> None:
    stage.camera.resize(120, 90)
    stage.parent.resize(120, 90)
    stage.framing.start_afresh()
    stage.lay_out()
    assert stage.loses_someone()
    stage.framing.accept()
    assert not stage.loses_someone()


def test_a_window_too_narrow_to_show_anything_fits_nothing(stage: Stage) -> None:
    stage.camera.resize(90, HEIGHT)
    assert not stage.loses_someone()


def test_a_covered_plate_comes_into_the_free_part(stage: Stage) -> None:
    stage.framing.start_afresh()
    stage.lay_out()
    goal = stage.camera.goal
    item = max(stage.foreground.items, key=lambda i: stage.foreground.box(i, goal).x)
    stage.floats.card = WIDTH // 2
    free = stage.floats.free()
    stage.framing.uncover(item)
    assert free.encloses(stage.foreground.box(item, stage.camera.goal))
    assert not stage.framing.untouched
    before = stage.camera.goal
    stage.framing.uncover(item)
    assert stage.camera.goal == before
    stage.framing.show_everyone()
    assert stage.framing.untouched


def test_a_spot_is_in_the_middle_of_what_a_sheet_leaves(stage: Stage) -> None:
    stage.floats.sheet = 168
    stage.framing.go_to(51.05, 3.72)
    x, y = stage.camera.goal.to_screen(51.05, 3.72)
    assert (round(x), round(y)) == (WIDTH // 2, (HEIGHT - 168) // 2)


def test_where_nobody_is_in_view_a_note_says_so(stage: Stage) -> None:
    stage.framing.start_afresh()
    stage.lay_out()
    note = stage.floats.nobody
    stage.framing.rest()
    assert note.isHidden()
    home = stage.camera.goal
    stage.camera.jump(home.panned(2 * WIDTH, 0))
    stage.framing.rest()
    assert not note.isHidden()
    assert note.covered() in stage.floats.lying()
    assert note.covered() not in stage.floats.obstacles(), "it moves no plate"
    east = max(box.x + box.w for box in stage.foreground.boxes(home))
    stage.camera.jump(home.panned(WIDTH - east + 20, 0))
    stage.framing.rest()
    assert note.isHidden()
    stage.camera.jump(home.panned(WIDTH, 0))
    stage.floats.cover(WIDTH // 2, 0)
    stage.framing.rest()
    assert not note.isHidden()
    box = note.covered()
    assert box.x + box.w < WIDTH / 2, "clear of the card"
    stage.foreground.forget()
    stage.framing.rest()
    assert note.isHidden(), "nobody is anywhere"


def test_whoever_is_alone_sees_the_region(stage: Stage) -> None:
    stage.show(1)
    stage.floats.alone.hide()
    stage.framing.show_everyone()
    assert stage.camera.goal.zoom == CITY_ZOOM
    stage.floats.alone.show()
    stage.framing.show_everyone()
    assert stage.camera.goal.zoom == ALONE_ZOOM


def test_everyone_is_sought_in_steps_among_those_who_do_not_show_yet(stage: Stage) -> None:
    fewer = scene_of(stage.team.cards[:3], stage.team.places, stage.team.now)
    ahead = stage.foreground.ahead(fewer, stage.team.now)
    before, items = stage.camera.goal, stage.foreground.items
    steps = stage.framing.starting_afresh(ahead)
    next(steps)
    view = whole(steps)
    assert (stage.camera.goal, stage.foreground.items) == (before, items)
    ahead.lay_out(view)
    stage.foreground.become(ahead)
    stage.framing.look(view)
    assert stage.camera.goal == view
    assert not stage.loses_someone()
