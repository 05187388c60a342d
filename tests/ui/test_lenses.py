"""One window through two lenses: what is chosen, sought and open stays."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from presencemap.app.notices import JobsChanged, RosterChanged
from presencemap.domain.job import Job
from presencemap.domain.plan import day_of
from presencemap.domain.status import Activity, Kind
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
    qtbot.waitUntil(lambda: window.topics.foreground.lit == {joris})
    seat = window.topics.scene.seat(joris)
    assert seat is not None
    with qtbot.waitSignal(window.topics.person_activated):
        window.topics._choice.open(joris)
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


def test_a_card_leads_to_the_other_map_and_back(
    window: MainWindow, qtbot: QtBot, stage: Any
) -> None:
    window.map.camera.reduced_motion = True
    joris = stage.cards[1].person.id
    window.open_person(joris)
    lens = window.card.acts.lens
    assert lens.isVisibleTo(window.card)
    assert lens.text() == "Show in On what"
    with qtbot.waitSignal(window.topics.surveyed):
        lens.click()
    assert window.ground.lens is Lens.WHAT
    assert window.topics.foreground.person == joris
    box = window.topics.foreground.box(joris, window.topics.camera.goal)
    covered = window.topics.width() - window.card.width()
    assert 0 < box.left() < box.right() < covered, "seen beside the card"
    assert lens.text() == "Show in Where"
    lens.click()
    assert window.ground.lens is Lens.WHERE
    assert window.card.person == joris


def test_who_is_on_nothing_isnt_led_there(window: MainWindow, stage: Any) -> None:
    card = stage.cards[1]
    silent = replace(card, status=replace(card.status, activity=None))
    stage.team.take(RosterChanged((silent,)))
    window.open_person(card.person.id)
    assert window.card.acts.lens.isHidden()
    stage.team.take(JobsChanged((Job("a1", "Tender", (), (card.person.id,)),)))
    assert window.ground.shows(card.person.id, Lens.WHAT), "on a job is on something"
    assert not window.ground.shows("nobody", Lens.WHAT)


def test_the_small_card_leads_there_too(window: MainWindow, qtbot: QtBot, stage: Any) -> None:
    joris = stage.cards[1].person.id
    with qtbot.waitSignal(window.topics.surveyed):
        window.map.hover.lens_wanted.emit(joris)
    assert window.ground.lens is Lens.WHAT
    assert window.people.view.selected == joris
    window.topics.hover.lens_wanted.emit(joris)
    assert window.ground.lens is Lens.WHERE


def test_one_map_fades_into_the_other_unless_motion_is_reduced(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.ground.set_reduced_motion(False)
    for lens in (Lens.WHAT, Lens.WHERE):
        window.ground.look(lens)
        assert window.ground.fade.isVisible()
        qtbot.waitUntil(window.ground.fade.isHidden)
    window.ground.look(Lens.WHAT)
    window.ground.resize(700, 600)
    assert window.ground.fade.isHidden(), "the picture was of another size"
    window.ground.set_reduced_motion(True)
    window.ground.look(Lens.WHERE)
    assert window.ground.fade.isHidden()


def test_one_switch_makes_topics_and_lenses_jump(
    window: MainWindow, qtbot: QtBot, stage: Any
) -> None:
    """What the place map does with it: test_main_window."""
    card = stage.cards[1]
    glide = window.topics._glide
    for jumps in (False, True):
        if jumps:
            window.top.looks.less_motion.trigger()
        with qtbot.waitSignal(window.topics.surveyed):
            window.lenses.show_topics()
        assert window.ground.fade.isHidden() is jumps
        qtbot.waitUntil(lambda: window.ground.fade.isHidden() and not glide.running)
        on = Activity(Kind.WORKING_ON, f"another #matter{jumps}")
        with qtbot.waitSignal(window.topics.surveyed):
            stage.team.take(
                RosterChanged((replace(card, status=replace(card.status, activity=on)),))
            )
        assert window.topics.scene.hub(f"matter{jumps}".lower()) is not None
        assert glide.running is not jumps
        assert (window.topics.foreground.progress == 1.0) is jumps
        qtbot.waitUntil(lambda: not glide.running)
        window.ground.look(Lens.WHERE)
        assert window.ground.fade.isHidden() is jumps
        qtbot.waitUntil(window.ground.fade.isHidden)
