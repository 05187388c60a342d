"""The bar at the bottom."""

from typing import Any

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from presencemap.app.commands import SetStatus
from presencemap.app.notices import CatchingUp, NetworkChanged, Removed, SharingChanged, Stopped
from presencemap.domain.availability import Sharing
from presencemap.ui.status_bar import StatusBar
from presencemap.ui.visibility import held_back, nobody_sees, seen_by_team


@pytest.fixture
def bar(stage: Any, qtbot: QtBot) -> StatusBar:
    made = StatusBar(stage.team)
    qtbot.addWidget(made)
    made.resize(1280, 52)
    made.show()
    return made


def test_it_counts_and_says_who_sees_what(bar: StatusBar, stage: Any, qtbot: QtBot) -> None:
    assert (bar.live.text(), bar.known.text()) == ("10 live", "1 last known")
    assert bar.seen.text() == seen_by_team(stage.team.my_status, stage.now)
    stage.node.post(SetStatus(place=None, activity=None, until=None))
    qtbot.waitUntil(lambda: bar.seen.text() == "The whole team sees your availability")


def test_while_the_node_is_gone_nobody_sees(bar: StatusBar, stage: Any) -> None:
    stage.team.take(Stopped())
    assert bar.seen.text() == nobody_sees()


@pytest.mark.parametrize(
    ("age", "words"),
    [(2_000, "Last update 2 s ago"), (59_999, "Last update 59 s ago"), (120_000, "2 min ago")],
)
def test_the_age_of_the_last_update(bar: StatusBar, stage: Any, age: int, words: str) -> None:
    stage.team.updated = stage.now - age
    bar._age()
    assert words in bar.updated.text()


@pytest.mark.parametrize("stage", [1], indirect=True)
def test_nobody_last_known_is_not_said(bar: StatusBar) -> None:
    assert bar.live.text() == "1 live"
    assert not bar.known.isVisible()


def test_catching_up_shows_how_much_is_left_until_it_is_done(bar: StatusBar, stage: Any) -> None:
    assert not bar.progress.isVisible()
    stage.team.take(CatchingUp(1240))
    assert bar.progress.isVisible()
    assert bar.progress.text() == f"Catching up, {QLocale().toString(1240)} to go"
    assert not bar.updated.isVisible()
    stage.team.take(CatchingUp(0))
    assert bar.updated.isVisible()
    assert not bar.progress.isVisible()


@pytest.mark.parametrize("sharing", [Sharing.PAUSED, Sharing.OFF_NETWORK])
def test_while_i_dont_share_it_says_so_and_offers_to_resume(
    bar: StatusBar, stage: Any, qtbot: QtBot, sharing: Sharing
) -> None:
    assert bar.toggle.text() == "Pause sharing"
    with qtbot.waitSignal(bar.sharing_chosen) as told:
        bar.toggle.click()
    assert told.args == [Sharing.PAUSED]
    stage.team.take(SharingChanged(sharing))
    assert bar.seen.text() == held_back(sharing)
    assert bar.toggle.text() == "Resume"
    with qtbot.waitSignal(bar.sharing_chosen) as told:
        bar.toggle.click()
    assert told.args == [Sharing.ON]


def test_who_was_removed_has_nothing_to_pause(bar: StatusBar, stage: Any) -> None:
    stage.team.take(Removed())
    assert bar.toggle.isHidden()
    assert bar.seen.text() == held_back(Sharing.ON, removed=True)


def test_where_it_is_narrow_who_sees_me_goes_first(bar: StatusBar) -> None:
    bar.resize(480, 26)
    assert not bar.known.isVisible()
    assert not bar.updated.isVisible()
    assert bar.seen.isVisible()
    bar.resize(1280, 26)
    assert bar.known.isVisible()
    assert bar.updated.isVisible()


def test_without_a_network_nobody_sees(bar: StatusBar, stage: Any) -> None:
    stage.team.take(NetworkChanged(False, stage.now))
    assert bar.seen.text() == nobody_sees()
    stage.team.take(SharingChanged(Sharing.PAUSED))
    assert bar.seen.text() == held_back(Sharing.PAUSED)
