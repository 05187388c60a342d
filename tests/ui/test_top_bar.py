"""Team menu and keys."""

from typing import Any

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from presencemap.app.notices import InvitingChanged, Started
from presencemap.domain.team import Inviters
from presencemap.ui.theme import Mode
from presencemap.ui.top_bar import TopBar


@pytest.fixture
def bar(stage: Any, qtbot: QtBot) -> TopBar:
    made = TopBar(stage.team, stage.towns, "nl")
    qtbot.addWidget(made)
    made.resize(1280, 52)
    made.show()
    return made


def entry(menu: QMenu, text: str) -> QAction:
    return next(action for action in menu.actions() if action.text() == text)


def submenu(bar: TopBar, text: str) -> QMenu:
    found = entry(bar.menu, text).menu()
    assert isinstance(found, QMenu)
    return found


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("Invite a colleague …", "invite_wanted"),
        ("Members …", "members_wanted"),
        ("My profile …", "profile_wanted"),
        ("My coming days …", "days_wanted"),
        ("My links …", "links_wanted"),
        ("Places …", "places_wanted"),
        ("Jobs …", "jobs_wanted"),
        ("Map server …", "map_wanted"),
        ("Network …", "network_wanted"),
        ("Keyboard shortcuts", "shortcuts_wanted"),
        ("Quit", "quit_wanted"),
    ],
)
def test_every_entry_says_what_is_wanted(bar: TopBar, qtbot: QtBot, text: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(bar, signal)):
        entry(bar.menu, text).trigger()


def test_the_keys_work_with_the_menu_closed(bar: TopBar) -> None:
    keys = {action.shortcut().toString() for action in bar.actions()}
    assert keys == {"F1", "Ctrl+Q", "Ctrl+,", "Ctrl+Shift+D", "Ctrl+Shift+J", "Ctrl+Shift+L"}


def test_one_look_and_one_language_are_ticked(bar: TopBar, qtbot: QtBot) -> None:
    looks = submenu(bar, "Appearance")
    with qtbot.waitSignal(bar.looks.mode_chosen) as told:
        entry(looks, "Dark").trigger()
    assert told.args == [Mode.DARK]
    ticked = [action.text() for action in submenu(bar, "Language").actions() if action.isChecked()]
    assert ticked == ["Nederlands"]
    with qtbot.waitSignal(bar.language_chosen) as told:
        entry(submenu(bar, "Language"), "English").trigger()
    assert told.args == ["en"]


def test_a_team_s_name_is_no_mnemonic_and_never_too_wide(bar: TopBar, stage: Any) -> None:
    stage.team.take(Started("R&D", "", "", ""))
    assert bar.team_button.text() == "R&&D"
    stage.team.take(Started("A very long name of a team " * 5, "", "", ""))
    assert bar.team_button.sizeHint().width() <= 340
    assert "A very long name of a team A" in bar.team_button.accessibleName()


def test_the_menu_reads_as_the_language_does(bar: TopBar) -> None:
    assert bar.menu.layoutDirection() is bar.layoutDirection()
    assert submenu(bar, "Language").layoutDirection() is bar.layoutDirection()


def test_who_may_not_invite_reads_why(bar: TopBar, stage: Any) -> None:
    assert bar.invite.isEnabled()
    stage.team.take(InvitingChanged(False, Inviters.STEWARDS))
    assert not bar.invite.isEnabled()
    assert bar.invite.text() == "Invite a colleague (stewards only)"
    assert bar.invite.toolTip() == "Only stewards invite in this team. Ask one of them."
    stage.team.take(InvitingChanged(False, Inviters.MEMBERS))
    assert not bar.invite.isEnabled()
    assert "as long or as full as it can be" in bar.invite.toolTip()
    stage.team.take(InvitingChanged(True, Inviters.STEWARDS))
    assert bar.invite.isEnabled()
    assert bar.invite.text() == "Invite a colleague …"


def test_where_it_is_narrow_signs_make_room_for_what_one_seeks(
    bar: TopBar, stage: Any, qtbot: QtBot
) -> None:
    wide = bar.find_field.width()
    bar.resize(480, 52)
    assert bar.team_button.text() == ""
    assert stage.team.name in bar.team_button.accessibleName()
    qtbot.waitUntil(lambda: bar.pill.width() < 60)
    qtbot.waitUntil(lambda: bar.find_field.width() > 300)
    bar.resize(1280, 52)
    assert bar.team_button.text() == stage.team.name
    qtbot.waitUntil(lambda: bar.find_field.width() == wide)
