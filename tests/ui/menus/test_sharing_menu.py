"""The ways of sharing."""

from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from presencemap.app.notices import Removed, SharingChanged
from presencemap.domain.availability import Sharing
from presencemap.ui.menus.sharing_menu import (
    SharingMenu,
    held_words,
    sharing_words,
    toggle_words,
    toggled,
)


@pytest.fixture
def menu(stage: Any, qtbot: QtBot) -> SharingMenu:
    made = SharingMenu("Sharing", stage.team)
    qtbot.addWidget(made)
    return made


def ticked(menu: SharingMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.isChecked()]


def test_mine_is_ticked_and_follows_the_node_alone(
    menu: SharingMenu, stage: Any, qtbot: QtBot
) -> None:
    assert ticked(menu) == ["Share with the team"]
    with qtbot.waitSignal(menu.chosen) as told:
        menu.actions()[1].trigger()
    assert told.args == [Sharing.PAUSED]
    assert ticked(menu) == ["Share with the team"]
    stage.team.take(SharingChanged(Sharing.PAUSED))
    assert ticked(menu) == ["Pause sharing"]


def test_a_menu_that_went_is_not_asked_any_more(stage: Any, qtbot: QtBot) -> None:
    parent = QWidget()
    menu = SharingMenu("Sharing", stage.team, parent)
    with qtbot.waitSignal(menu.destroyed):
        parent.deleteLater()
    stage.team.changed.emit()


def test_every_entry_says_what_it_means(menu: SharingMenu) -> None:
    said = [action.toolTip() for action in menu.actions()]
    assert said[0] == sharing_words(Sharing.ON).means
    assert "plans" in said[1], "what it takes back"
    assert said[2] == sharing_words(Sharing.OFF_NETWORK).means
    assert all(not action.icon().isNull() for action in menu.actions())


def test_one_click_pauses_and_the_next_resumes_from_either() -> None:
    assert [toggled(sharing) for sharing in Sharing] == [Sharing.PAUSED, Sharing.ON, Sharing.ON]
    words = [toggle_words(sharing) for sharing in Sharing]
    assert words == ["Pause sharing", "Resume", "Resume"]


def test_what_is_said_while_nothing_is_shared(stage: Any) -> None:
    assert held_words(stage.team) is None
    stage.team.take(SharingChanged(Sharing.PAUSED))
    assert held_words(stage.team) == sharing_words(Sharing.PAUSED)
    stage.team.take(Removed())
    held = held_words(stage.team)
    assert held
    assert held.state == "Removed from the team"
