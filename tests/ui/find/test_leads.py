"""Where what was found leads: also to topics and jobs that nobody is on, and to oneself."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from presencemap.app.notices import JobsChanged
from presencemap.app.post_commands import ShowStream
from presencemap.app.topic_commands import ShowTopics
from presencemap.domain.job import Job
from presencemap.domain.topic_graph import job_topic
from presencemap.ui.find.find_field import FindField
from presencemap.ui.lens import Lens
from presencemap.ui.main_window import MainWindow

K = Qt.Key


@pytest.fixture
def field(window: MainWindow, stage: Any, qtbot: QtBot) -> FindField:
    stage.node.answers[ShowStream] = []
    stage.node.answers[ShowTopics] = [{"name": "basketry", "joined": []}]
    stage.team.take(JobsChanged((Job("1", "Tender for Acme", ("bids",)),)))
    qtbot.keyClick(window, K.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(window.top.find_field.hasFocus)
    return window.top.find_field


def entered(field: FindField, qtbot: QtBot, text: str) -> str:
    """The line of the first that is found; Enter went there."""
    qtbot.keyClicks(field, text)
    qtbot.waitUntil(lambda: field.results.rowCount() > 0)
    line = field.accessibleDescription()
    qtbot.keyClick(field, K.Key_Return)
    return line


def test_a_topic_that_nobody_is_on_has_its_panel(
    window: MainWindow, field: FindField, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: field._topics == ("basketry",))
    assert entered(field, qtbot, "basket") == "#basketry, Nobody is on it now, 1 of 1"
    assert window.ground.lens is Lens.WHAT
    assert window.topics.topic == "basketry"
    assert window.desk.panel.isVisible()


def test_a_job_has_its_panel(window: MainWindow, field: FindField, qtbot: QtBot) -> None:
    assert entered(field, qtbot, "tender") == "Tender for Acme, Job, nobody is on it, 1 of 1"
    assert window.ground.lens is Lens.WHAT
    assert window.topics.topic == job_topic("1")


def test_i_am_found_too(window: MainWindow, field: FindField, stage: Any, qtbot: QtBot) -> None:
    me = next(card for card in stage.cards if card.me)
    entered(field, qtbot, me.person.name)
    assert window.card.person == me.person.id


def test_a_town_is_shown_and_leaving_goes_to_the_list(
    window: MainWindow, field: FindField, qtbot: QtBot
) -> None:
    entered(field, qtbot, "Johannesburg")
    assert window.map.camera.goal.center_lat == pytest.approx(-26.2, abs=0.1)
    mark = window.map.town_mark
    assert mark.spot == pytest.approx((-26.2, 28.0), abs=0.1), "where the town is shows"
    field.seek()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClick(field, K.Key_Escape)
    assert window.people.view.hasFocus()
    assert mark.spot is not None
    field.place.emit("acme")
    assert mark.spot is None, "something else is found"


def test_a_click_on_the_map_takes_the_mark_of_a_town_away(
    window: MainWindow, field: FindField, qtbot: QtBot
) -> None:
    entered(field, qtbot, "Johannesburg")
    assert window.map.town_mark.spot is not None
    qtbot.mouseClick(window.map, Qt.MouseButton.LeftButton, pos=window.map.rect().center())
    assert window.map.town_mark.spot is None
