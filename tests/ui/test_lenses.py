"""One window through two lenses: what is chosen, sought and open stays."""

from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from presencemap.domain.plan import day_of
from presencemap.ui.lens import Lens
from presencemap.ui.main_window import MainWindow
from presencemap.ui.screen import Screen

CTRL = Qt.KeyboardModifier.ControlModifier


def test_keys_lead_to_each_lens(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_2, CTRL)
    assert window.ground.lens is Lens.WHAT
    assert window.topics.isVisible()
    window.panes.rail.button(Screen.MAP).click()
    assert window.ground.lens is Lens.WHAT, "the map as it was"
    qtbot.keyClick(window, Qt.Key.Key_1, CTRL)
    assert window.map.isVisible()
    window.map.lens.buttons[Lens.WHAT].click()
    assert window.topics.isVisible()
    window.topics.lens.buttons[Lens.WHERE].click()
    assert window.map.isVisible()


def test_selection_filter_and_card_survive(window: MainWindow, qtbot: QtBot, stage: Any) -> None:
    joris = stage.cards[1].person.id
    window.open_person(joris)
    window.people.field.setText("joris")
    qtbot.waitUntil(lambda: window.people.people.shown == 1)
    with qtbot.waitSignal(window.topics.surveyed):
        window.lenses.show_topics()
    assert window.card.person == joris
    assert window.people.view.selected == joris
    assert window.topics.foreground.person == joris
    assert window.topics.foreground.lit == {joris}
    seat = window.topics.scene.seat(joris)
    assert seat is not None
    with qtbot.waitSignal(window.topics.person_activated):
        window.topics._open(joris)
    qtbot.keyClick(window, Qt.Key.Key_1, CTRL)
    assert window.card.person == joris


def test_m_and_t_show_whom_is_chosen_on_the_other_map(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window.map, Qt.Key.Key_T)
    assert window.ground.lens is Lens.WHAT
    qtbot.keyClick(window.topics, Qt.Key.Key_M)
    assert window.ground.lens is Lens.WHERE


def test_what_people_are_on_is_of_now(window: MainWindow, qtbot: QtBot, stage: Any) -> None:
    roster = stage.team.roster
    day = day_of(stage.now) + timedelta(days=1)
    window.show_day(day)
    qtbot.waitUntil(lambda: roster.day == day)
    window.lenses.show_topics()
    qtbot.waitUntil(lambda: roster.day is None)


def test_esc_closes_the_card_then_clears_the_topic(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.topics.surveyed):
        window.lenses.show_topics()
    window.topics.choose_topic("peppol")
    window.open_person(window.topics.scene.seats[0].person)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.card.person == ""
    assert window.topics.topic == "peppol"
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.topics.topic is None


def test_going_to_a_place_is_a_look_at_where(window: MainWindow) -> None:
    window.lenses.show_topics()
    window.show_place("acme")
    assert window.ground.lens is Lens.WHERE
