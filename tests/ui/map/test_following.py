"""The plates of another zoom: those before stay until all is ready."""

from collections.abc import Callable, Iterator
from types import ModuleType

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from presencemap.ui.map.crowd import scene_of
from presencemap.ui.map.foreground import Foreground
from presencemap.ui.map.layout import Rect
from presencemap.ui.map.projection import View
from presencemap.ui.map.where_map import WhereMap
from presencemap.ui.theme import Appearance

VIEW = View(51.5, 4.5, 7.0, 920, 722)
NEARER = View(51.5, 4.5, 9.0, 920, 722)


@pytest.fixture
def where(qtbot: QtBot, look: Appearance, factories: ModuleType) -> Iterator[WhereMap]:
    made, team = WhereMap(), factories.team(43)
    made.resize(920, 722)
    made.set_reduced_motion(True)
    made.foreground.set_scene(scene_of(team.cards, team.places, team.now), team.now)
    made.camera.jump(VIEW)
    made._following.lay_out()
    qtbot.addWidget(made)
    yield made
    made.stop()


@pytest.fixture
def laid_out(where: WhereMap) -> Callable[[View], Foreground]:
    """What a layout at once comes to, from where the map is."""

    def lay_out(view: View) -> Foreground:
        made = Foreground(where.foreground._sprites.theme)
        made.set_scene(where.foreground.scene, where.foreground._contents.now)
        made.lay_out(VIEW, where._floats.obstacles())
        made.lay_out(view, where._floats.obstacles())
        return made

    return lay_out


@pytest.mark.usefixtures("in_turns")
def test_those_before_stay_until_the_others_are_drawn(
    qtbot: QtBot, where: WhereMap, laid_out: Callable[[View], Foreground]
) -> None:
    before, expected = where.foreground.items, laid_out(NEARER)
    where.camera.jump(NEARER)
    assert where.foreground.items is before
    assert where.foreground.zoom == VIEW.zoom
    with qtbot.waitSignal(where._following.changed):
        pass
    assert where.foreground.zoom == NEARER.zoom
    assert [i.placed for i in where.foreground.items] == [i.placed for i in expected.items]


@pytest.mark.usefixtures("in_turns")
def test_a_zoom_that_went_on_is_followed_too(qtbot: QtBot, where: WhereMap) -> None:
    where.camera.jump(NEARER)
    where.camera.jump(VIEW.zoomed_at(8, 100, 100))
    qtbot.waitUntil(lambda: where.foreground.zoom == where.camera.goal.zoom)


@pytest.mark.usefixtures("in_turns")
def test_a_layout_at_once_ends_what_was_under_way(
    where: WhereMap, laid_out: Callable[[View], Foreground]
) -> None:
    where.camera.jump(NEARER)
    where._following.lay_out()
    expected = laid_out(NEARER)
    assert [i.placed for i in where.foreground.items] == [i.placed for i in expected.items]
    told = []
    where._following.changed.connect(lambda: told.append(True))
    QApplication.processEvents()
    assert not told


def test_few_are_there_at_once(where: WhereMap) -> None:
    told = []
    where._following.changed.connect(lambda: told.append(where.foreground.zoom))
    where.camera.jump(NEARER)
    assert told == [NEARER.zoom]


def test_at_rest_nothing_that_floats_hides_a_plate_that_has_room_beside_it(where: WhereMap) -> None:
    where.camera.jump(NEARER)
    where._following.rest()
    item = next(i for i in where.foreground.items if not i.placed.leads and len(i.faces) < 4)
    others = {i.key: i.placed for i in where.foreground.items if i is not item}
    lens = where.lens.covered()
    box = where.foreground.box(item, where.camera.goal)
    # Its point lies just below the switch of lenses, so it hangs under that.
    down = lens.y + lens.h + 6 - box.y - box.h
    aside = lens.x + lens.w / 2 - box.x - box.w / 2
    where.camera.jump(where.camera.goal.panned(aside, down))
    assert where.foreground.box(item, where.camera.goal).meets(lens)
    where._following.rest()
    moved = where.foreground.item_of(place=item.key)
    assert moved is not None
    assert moved.placed.leads
    assert not where.foreground.box(moved, where.camera.goal).meets(lens)
    before = where.foreground.items
    where._following.rest()
    assert where.foreground.items is before, "once in each view"
    # Its point itself is under the switch.
    where.camera.jump(where.camera.goal.panned(0, -lens.h / 2))
    where._following.rest()
    out = where.foreground.item_of(place=item.key)
    assert out is not None
    goal = where.camera.goal
    assert not any(where.foreground.box(out, goal).meets(each) for each in where._floats.covered())
    assert Rect(0, 0, goal.width, goal.height).encloses(where.foreground.box(out, goal))
    before = where.foreground.items
    where.camera.jump(where.camera.goal.panned(5, 5))
    where.ensure_free("nobody", 340)
    where._following.rest()
    assert where.foreground.items is before, "not beside a card"
    where.card_closed()
    where.camera.jump(NEARER)
    where._following.rest()
    assert {i.key: i.placed for i in where.foreground.items} == {item.key: item.placed} | others
    before = where.foreground.items
    where.camera.jump(NEARER.panned(3, 3))
    where._following.rest()
    assert where.foreground.items is before, "nothing is hidden, nothing is to go back"
