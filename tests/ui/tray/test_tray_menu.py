"""The tray's menu."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from presencemap.app.commands import SetStatus
from presencemap.app.notices import Removed, SharingChanged
from presencemap.domain.availability import Availability, Sharing
from presencemap.ui.tray.tray_menu import Act, TrayMenu, tray_entries
from presencemap.ui.visibility import where_until


def words(menu: TrayMenu) -> list[str]:
    return ["-" if action.isSeparator() else action.text() for action in menu.actions()]


def test_order_and_words(stage: Any, qtbot: QtBot) -> None:
    menu = TrayMenu(stage.team)
    qtbot.addWidget(menu)
    place = where_until(stage.team.my_status, stage.places, stage.now)
    assert words(menu) == [
        "Open map",
        "What are you on?",
        "Ask: who knows…",
        "-",
        "Available",
        "Busy",
        "Do not disturb",
        "Away",
        "-",
        "Pause sharing",
        "Go off the network",
        place,
        "-",
        "Quit",
    ]
    ticked = [action.text() for action in menu.actions() if action.isChecked()]
    assert ticked == ["Available"]
    assert all(not action.icon().isNull() for action in menu.actions() if action.text())


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Open map", Act.OPEN_MAP),
        ("What are you on?", Act.COMPOSE),
        ("Ask: who knows…", Act.ASK),
        ("Do not disturb", Availability.DO_NOT_DISTURB),
        ("Pause sharing", Sharing.PAUSED),
        ("Go off the network", Sharing.OFF_NETWORK),
        ("Quit", Act.QUIT),
    ],
)
def test_each_entry_tells_its_act(
    stage: Any, qtbot: QtBot, text: str, act: Act | Availability | Sharing
) -> None:
    menu = TrayMenu(stage.team)
    qtbot.addWidget(menu)
    with qtbot.waitSignal(menu.chosen) as told:
        next(action for action in menu.actions() if action.text() == text).trigger()
    assert told.args == [act]


def test_it_follows_my_status(stage: Any, qtbot: QtBot) -> None:
    menu = TrayMenu(stage.team)
    qtbot.addWidget(menu)
    stage.node.post(SetStatus(availability=Availability.BUSY, place=None))
    qtbot.waitUntil(lambda: "No place shared" in words(menu))
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["Busy"]


def test_it_is_rebuilt_only_when_it_would_read_differently(stage: Any, qtbot: QtBot) -> None:
    menu = TrayMenu(stage.team)
    qtbot.addWidget(menu)
    before = menu.actions()
    menu.aboutToShow.emit()
    assert menu.actions() == before
    # A tick that the node didn't confirm is taken back at the next opening.
    before[4].trigger()
    assert before[4].isChecked()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["Available"]


def test_entries_are_values(stage: Any) -> None:
    assert tray_entries(stage.team) == tray_entries(stage.team)


def test_it_offers_the_way_back(stage: Any, qtbot: QtBot) -> None:
    menu = TrayMenu(stage.team)
    qtbot.addWidget(menu)
    stage.team.take(SharingChanged(Sharing.PAUSED))
    assert words(menu)[9:11] == ["Resume", "Go off the network"]
    stage.team.take(SharingChanged(Sharing.OFF_NETWORK))
    assert words(menu)[9] == "Resume"
    assert "Go off the network" not in words(menu)


def test_who_was_removed_has_nothing_to_share(stage: Any) -> None:
    stage.team.take(Removed())
    assert [entry.act for entry in tray_entries(stage.team)] == [Act.OPEN_MAP, None, Act.QUIT]
