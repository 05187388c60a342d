"""Clicks on the tray, and a tray that comes and goes."""

from typing import Any

import pytest
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from presencemap.app.commands import SetStatus
from presencemap.app.notices import NetworkChanged, Removed, SharingChanged, Stopped
from presencemap.domain.availability import Availability, Sharing
from presencemap.ui.people.wording import clock
from presencemap.ui.tray.tray import Tray, tray_there

# The offscreen platform has no tray to tell of; Qt says so.
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged")

Reason = QSystemTrayIcon.ActivationReason


@pytest.fixture
def tray(stage: Any, qtbot: QtBot) -> Tray:
    return Tray(stage.team, there=lambda: True)


def test_a_click_opens_the_composer_at_once(tray: Tray, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tray.composer_wanted), qtbot.assertNotEmitted(tray.map_wanted):
        tray._activated(Reason.Trigger)


@pytest.mark.parametrize("second", [Reason.Trigger, Reason.DoubleClick])
def test_a_second_click_opens_the_map_however_the_desktop_tells_it(
    tray: Tray, qtbot: QtBot, second: QSystemTrayIcon.ActivationReason
) -> None:
    tray._activated(Reason.Trigger)
    with qtbot.waitSignal(tray.map_wanted), qtbot.assertNotEmitted(tray.composer_wanted):
        tray._activated(second)
    with qtbot.waitSignal(tray.composer_wanted):
        tray._activated(Reason.Trigger)


def test_other_buttons_do_nothing(tray: Tray, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(tray.composer_wanted), qtbot.assertNotEmitted(tray.map_wanted):
        tray._activated(Reason.Context)
        tray._activated(Reason.MiddleClick)


def test_icon_and_tooltip_follow_my_status(tray: Tray, stage: Any, qtbot: QtBot) -> None:
    assert tray.icon is not None
    assert tray.icon.toolTip().startswith("Presence Map: Available, at Acme, Gent until")
    before = tray.icon.icon().cacheKey()
    stage.node.post(SetStatus(availability=Availability.AWAY, place=None))
    qtbot.waitUntil(lambda: tray.icon.toolTip() == "Presence Map: Away")
    assert tray.icon.icon().cacheKey() != before
    stage.team.take(Stopped())
    assert tray.icon.toolTip() == "Presence Map: Offline"


def test_a_tray_that_comes_later_is_followed(stage: Any, qtbot: QtBot) -> None:
    there = [False]
    tray = Tray(stage.team, there=lambda: there[0])
    assert not tray.present
    assert tray.icon is None
    there[0] = True
    with qtbot.waitSignal(tray.came_or_went):
        tray.look()
    assert tray.present
    assert tray.icon is not None
    there[0] = False
    with qtbot.waitSignal(tray.came_or_went):
        tray.look()
    assert not tray.present
    assert tray.icon is None
    with qtbot.assertNotEmitted(tray.came_or_went):
        tray.look()


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("Open map", "map_wanted"),
        ("What are you on?", "composer_wanted"),
        ("Ask: who knows…", "ask_wanted"),
        ("Busy", "availability_chosen"),
        ("Pause sharing", "sharing_chosen"),
        ("Quit", "quit_wanted"),
    ],
)
def test_the_menu_s_acts(tray: Tray, qtbot: QtBot, text: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(tray, signal)):
        next(action for action in tray.menu.actions() if action.text() == text).trigger()


def test_stopped_it_leaves_the_tray(tray: Tray) -> None:
    tray.stop()
    assert not tray.present
    assert tray.icon is not None
    assert not tray.icon.isVisible()


def test_offscreen_there_is_no_tray(look: Any) -> None:
    assert not tray_there()


def test_paused_and_off_the_network_show_in_icon_and_tooltip(tray: Tray, stage: Any) -> None:
    assert tray.icon is not None
    for sharing, words in (
        (Sharing.PAUSED, "Presence Map: Sharing is paused"),
        (Sharing.OFF_NETWORK, "Presence Map: Off the network"),
    ):
        before = tray.icon.icon().cacheKey()
        stage.team.take(SharingChanged(sharing))
        assert tray.icon.toolTip() == words
        assert tray.icon.icon().cacheKey() != before


def test_that_i_was_removed_shows_as_offline_and_says_why(tray: Tray, stage: Any) -> None:
    assert tray.icon is not None
    stage.team.take(Removed())
    assert tray.icon.toolTip() == "Presence Map: Removed from the team"
    assert tray._shown == (None, False)


def test_without_a_network_icon_and_tooltip_say_so(tray: Tray, stage: Any) -> None:
    assert tray.icon is not None
    stage.team.take(NetworkChanged(False, stage.now))
    assert tray.icon.toolTip() == f"Presence Map: No network since {clock(stage.now)}"
    assert tray._shown == (None, False)
    stage.team.take(NetworkChanged(True, stage.now))
    assert "No network" not in tray.icon.toolTip()
