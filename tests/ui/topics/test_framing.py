"""Where the topic map looks of its own accord, and when it stops to."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from presencemap.domain.topic_graph import Question
from presencemap.ui.theme import Appearance
from presencemap.ui.topics.camera import Camera
from presencemap.ui.topics.floats import TopicFloats
from presencemap.ui.topics.foreground import TopicForeground
from presencemap.ui.topics.framing import TopicFraming, most_hubs
from presencemap.ui.topics.scene import Asked, Hub, TopicScene

SCENE = TopicScene(hubs=(Hub("one", (-600, 0), 60, 2, 0), Hub("other", (600, 0), 60, 2, 0)))


@pytest.fixture
def camera(qtbot: QtBot) -> Camera:
    made = Camera()
    made.reduced_motion = True
    made.resize(900, 700)
    return made


@pytest.fixture
def framing(qtbot: QtBot, look: Appearance, camera: Camera) -> TopicFraming:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(900, 700)
    foreground = TopicForeground(look.theme)
    foreground.show(SCENE)
    floats = TopicFloats(parent)
    floats.arrange()
    camera.setParent(parent)
    return TopicFraming(camera, foreground, floats)


def test_it_shows_everything_until_somebody_moves_it(framing: TopicFraming, camera: Camera) -> None:
    framing.begin()
    whole = camera.view
    assert whole.to_screen(-660, 0).x() >= 0
    assert whole.to_screen(660, 0).x() <= 900
    framing.pan(QPointF(50, 0))
    moved = camera.view
    framing.begin()
    assert camera.view == moved
    framing.show_everything()
    framing.begin()
    assert camera.view == whole


def test_a_topic_that_comes_outside_is_brought_in_unless_somebody_moved_the_map(
    framing: TopicFraming, camera: Camera
) -> None:
    framing.begin()
    whole = camera.view
    framing.keep_all()
    assert camera.view == whole
    far = TopicScene(hubs=(*SCENE.hubs, Hub("far", (0, 900), 60, 2, 0)))
    framing._foreground.show(far)
    framing.keep_all()
    assert camera.view.to_screen(0, 960).y() <= 700
    framing.pan(QPointF(300, 300))
    moved = camera.view
    framing.keep_all()
    assert camera.view == moved


def test_with_an_open_card_all_is_beside_it_and_then_as_before(
    framing: TopicFraming, camera: Camera
) -> None:
    framing.begin()
    whole = camera.view
    framing._floats.make_room(180, 0)
    framing.make_room("#other")
    assert camera.view.to_screen(-660, 0).x() >= 0
    assert camera.view.to_screen(660, 0).x() <= 900 - 180
    framing._floats.make_room(0, 0)
    framing.card_closed()
    assert camera.view == whole


def test_where_all_would_be_too_small_the_chosen_one_is_beside_the_card(
    framing: TopicFraming, camera: Camera
) -> None:
    far = (Hub("one", (-900, 0), 60, 2, 0), Hub("other", (900, 0), 60, 2, 0))
    framing._foreground.show(replace(SCENE, hubs=far))
    framing._foreground.progress = 1.0
    framing.begin()
    whole = camera.view
    framing._floats.make_room(500, 0)
    framing.make_room("#other")
    assert camera.view.zoom == whole.zoom
    assert camera.view.to_screen(960, 0).x() <= 900 - 500
    framing.keep_all()
    assert camera.view.to_screen(960, 0).x() <= 900 - 500, "a survey meanwhile leaves it there"
    framing._floats.make_room(0, 0)
    framing.card_closed()
    assert camera.view == whole


def test_what_somebody_moved_meanwhile_stays_when_a_card_closes(
    framing: TopicFraming, camera: Camera
) -> None:
    framing.begin()
    framing._floats.make_room(500, 0)
    framing.make_room("#other")
    framing.drag(QPointF(30, 10))
    moved = camera.view
    framing._floats.make_room(0, 0)
    framing.card_closed()
    assert camera.view == moved


def test_a_card_keeps_its_edge(framing: TopicFraming, camera: Camera) -> None:
    framing._floats.make_room(180, 0)
    framing.begin()
    assert camera.view.to_screen(660, 0).x() <= 900 - 180
    framing.go_to((0, 0))
    assert camera.view.to_screen(0, 0).x() == pytest.approx((900 - 180) / 2)
    framing.zoom(1.0, QPointF(450, 350))
    framing.uncover("#other")
    assert camera.view.to_screen(600, 0).x() < 900 - 180
    before = camera.view
    framing.uncover("#nothing")
    framing.uncover("#other")
    assert camera.view == before


def test_it_follows_the_pointer_and_goes_on_when_flung(
    framing: TopicFraming, camera: Camera
) -> None:
    before = camera.view
    framing.drag(QPointF(10, 5))
    assert camera.view == before.panned(10, 5)
    camera.reduced_motion = False
    framing.fling(QPointF(1, 0))
    assert camera.goal.x < camera.view.x + 1
    assert camera.goal != camera.view
    camera.jump(camera.goal)


def test_a_narrow_map_has_room_for_a_card_below_unless_the_hubs_were_too_small(
    framing: TopicFraming, camera: Camera
) -> None:
    ask = Asked(Question("q", "anna", "how?", ("one",), 0), "one", "Anna Peeters", "AP")
    framing._foreground.show(replace(SCENE, most=7))
    framing.begin()
    plain = camera.view
    framing._foreground.show(replace(SCENE, most=7, asked=(ask,)))
    framing.keep_all()
    assert camera.view.zoom == plain.zoom
    assert camera.view.to_screen(0, 0).y() < plain.to_screen(0, 0).y() - 40
    high = (Hub("one", (0, -450), 60, 2, 0), Hub("other", (0, 450), 60, 2, 0))
    framing._foreground.show(replace(SCENE, hubs=high, most=7, asked=()))
    framing.begin()
    plain = camera.view
    framing._foreground.show(replace(SCENE, hubs=high, most=7, asked=(ask,)))
    framing.begin()
    assert camera.view == plain


def test_the_wider_a_map_the_more_hubs_it_has() -> None:
    widths = (1560, 1100, 1099, 920, 800, 799, 600, 480, 360)
    assert [most_hubs(width, 700) for width in widths] == [24, 24, 18, 18, 18, 9, 9, 7, 4]


def test_a_low_map_has_fewer_where_it_is_small() -> None:
    assert [most_hubs(width, 450) for width in (920, 640, 480, 360)] == [18, 9, 5, 4]
