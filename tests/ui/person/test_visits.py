"""To a page and back, by key and by mouse, at every width."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from presencemap.app.notices import RosterChanged
from presencemap.app.post_commands import Follow
from presencemap.ui.main_window import MainWindow
from presencemap.ui.panes import Form
from presencemap.ui.screen import Screen

K, M = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def window(open_window: Callable[[int, int], MainWindow]) -> MainWindow:
    return open_window(1280, 760)


def people(stage: Any) -> list[str]:
    return [card.person.id for card in stage.cards]


def test_shift_enter_on_a_row_opens_the_page_and_esc_leaves_it(
    window: MainWindow, stage: Any, qtbot: QtBot
) -> None:
    joris = people(stage)[1]
    window.people.select(joris)
    window.people.view.setFocus()
    qtbot.keyClick(window.people.view, K.Key_Return, M.ShiftModifier)
    page = window.visits.page
    assert (page.person, page.isVisible(), window.card.person) == (joris, True, "")
    assert window.people.isVisible(), "the list stays beside it"
    assert window.panes.current is Screen.MAP
    qtbot.keyClick(page, K.Key_Escape)
    assert (page.person, window.panes.over, window.map.isVisible()) == ("", None, True)
    assert window.people.view.hasFocus()


def test_from_a_card_one_comes_back_to_it(window: MainWindow, stage: Any, qtbot: QtBot) -> None:
    joris = people(stage)[1]
    window.open_person(joris)
    window.card._head.more_button.click()
    assert (window.visits.page.person, window.card.person) == (joris, "")
    window.visits.page._head.close_button.click()
    assert (window.visits.page.person, window.card.person) == ("", joris)


def test_from_one_page_to_the_next_and_back_one_by_one(
    window: MainWindow, stage: Any, qtbot: QtBot
) -> None:
    joris, lotte, fien = people(stage)[1:4]
    visits, page = window.visits, window.visits.page
    visits.show(joris)
    page.alike.person_wanted.emit(lotte)
    window.open_person(fien)
    window.open_person(fien)
    assert (page.person, window.card.person) == (fien, ""), "a row opens the page too, meanwhile"
    assert window.people.view.selected == fien
    for person in (lotte, joris):
        qtbot.keyClick(page, K.Key_Left, M.AltModifier)
        assert page.person == person
    qtbot.keyClick(page, K.Key_Left, M.AltModifier)
    assert window.panes.over is None


def test_who_left_the_team_is_passed_over(window: MainWindow, stage: Any) -> None:
    joris, lotte, fien = people(stage)[1:4]
    for person in (joris, lotte, fien):
        window.visits.show(person)
    stage.team.take(RosterChanged((), (lotte,)))
    assert window.visits.page.person == fien
    stage.team.take(RosterChanged((), (fien,)))
    assert window.visits.page.person == joris
    stage.team.take(RosterChanged((), (joris,)))
    assert (window.visits.page.person, window.panes.over) == ("", None)
    window.visits.show(joris)
    assert window.panes.over is None


def test_another_screen_takes_it_away(window: MainWindow, stage: Any) -> None:
    window.visits.show(people(stage)[1])
    window.panes.rail.button(Screen.MAP).click()
    assert (window.visits.page.person, window.map.isVisible()) == ("", True)
    window.visits.show(people(stage)[1])
    window.visits.page.acts.lens.click()
    assert (window.visits.page.person, window.card.person) == ("", people(stage)[1])


def test_in_a_field_the_key_is_the_fields(window: MainWindow, stage: Any, qtbot: QtBot) -> None:
    joris = people(stage)[1]
    window.people.select(joris)
    window.top.find_field.setFocus()
    qtbot.keyClick(window.top.find_field, K.Key_Return, M.ShiftModifier)
    assert window.panes.over is None
    window.people.select("")
    window.map.setFocus()
    qtbot.keyClick(window.map, K.Key_Return, M.ShiftModifier)
    assert window.panes.over is None, "nobody is selected"


def test_what_is_wanted_on_it_is_wanted_of_the_card(
    window: MainWindow, stage: Any, qtbot: QtBot
) -> None:
    joris = people(stage)[1]
    window.visits.show(joris)
    page, wanted = window.visits.page, []
    window.card.link_requested.connect(wanted.append)
    window.card.note_requested.connect(wanted.append)
    window.card.question.thread_wanted.connect(wanted.append)
    page.acts.link.click()
    qtbot.keyClick(page, K.Key_D, M.ControlModifier)
    page.recent.thread_wanted.emit("post")
    assert wanted == [joris, joris, "post"]
    assert not [each for each in stage.node.posted if isinstance(each, Follow)]


@pytest.mark.parametrize(
    ("width", "form"), [(720, Form.CARD_OVER_LIST), (480, Form.TABS), (330, Form.TABS)]
)
def test_where_it_is_narrow_it_has_the_room_to_itself(
    window: MainWindow, stage: Any, width: int, form: Form
) -> None:
    window.resize(width, 700)
    assert window.panes.form is form
    listed = window.people.isVisible()
    window.visits.show(people(stage)[1])
    page = window.visits.page
    assert page.isVisible()
    assert not window.people.isVisible()
    assert window.rect().contains(page.mapTo(window, page.rect().center()))
    window.visits.leave()
    assert (window.people.isVisible(), window.panes.over) == (listed, None)
