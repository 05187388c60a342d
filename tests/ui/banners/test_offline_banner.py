"""That this computer is off the network, or shares nothing."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from presencemap.app.notices import NetworkChanged, Removed, SharingChanged, WaitingChanged
from presencemap.domain.availability import Sharing
from presencemap.ui import language
from presencemap.ui.banners.offline_banner import OfflineBanner
from presencemap.ui.people.wording import clock


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    """English, with its plurals."""
    before = QLocale()
    language.speak(qapp, "en")
    yield
    QLocale.setDefault(before)


def test_it_shows_while_paused_or_off_the_network_and_since_when(stage: Any, qtbot: QtBot) -> None:
    stage.team.take(SharingChanged(Sharing.ON))
    banner = OfflineBanner(stage.team)
    qtbot.addWidget(banner)
    for sharing, shown in (
        (Sharing.PAUSED, "Sharing is paused"),
        (Sharing.OFF_NETWORK, "Off the network"),
        (Sharing.ON, ""),
    ):
        stage.team.take(SharingChanged(sharing))
        assert banner.isHidden() is not bool(shown)
        if shown:
            assert banner.title.text() == f"{shown} since {clock(stage.now)}"
            assert banner.accessibleName().startswith(banner.title.text())


def test_a_pause_says_that_plans_too_were_taken_back(stage: Any, qtbot: QtBot) -> None:
    stage.team.take(SharingChanged(Sharing.PAUSED))
    banner = OfflineBanner(stage.team)
    qtbot.addWidget(banner)
    assert banner.title.text() == "Sharing is paused"
    assert "coming days were taken back" in banner.words.text()
    with qtbot.waitSignal(banner.return_wanted):
        banner.back.click()


def test_left_so_at_the_last_stop_no_moment_is_invented(stage: Any, qtbot: QtBot) -> None:
    stage.team.take(SharingChanged(Sharing.OFF_NETWORK))
    banner = OfflineBanner(stage.team)
    qtbot.addWidget(banner)
    assert banner.title.text() == "Off the network"


def test_the_way_back(stage: Any, qtbot: QtBot) -> None:
    banner = OfflineBanner(stage.team)
    qtbot.addWidget(banner)
    with qtbot.waitSignal(banner.return_wanted):
        banner.back.click()


def test_who_was_removed_reads_so_and_may_start_anew(stage: Any, qtbot: QtBot) -> None:
    """Before all else: it is for good."""
    stage.team.take(SharingChanged(Sharing.OFF_NETWORK))
    banner = OfflineBanner(stage.team)
    qtbot.addWidget(banner)
    stage.team.take(Removed())
    assert banner.title.text() == f"You were removed from {stage.team.name}"
    assert "nothing of yours is shared" in banner.accessibleName()
    assert banner.back.text() == "Start anew …"
    with qtbot.waitSignal(banner.anew_wanted), qtbot.assertNotEmitted(banner.return_wanted):
        banner.back.click()


def test_without_a_network_it_says_so_and_since_when_until_it_is_back(
    stage: Any, qtbot: QtBot
) -> None:
    banner = OfflineBanner(stage.team)
    qtbot.addWidget(banner)
    assert banner.isHidden()
    stage.team.take(NetworkChanged(False, stage.now))
    assert banner.title.text() == f"No network since {clock(stage.now)}"
    assert "Your changes go out when you are back." in banner.accessibleName()
    assert banner.back.isHidden(), "there is nothing to do but wait, or plug it in"
    stage.team.take(SharingChanged(Sharing.OFF_NETWORK))
    assert banner.title.text().startswith("Off the network"), "what was chosen goes first"
    stage.team.take(SharingChanged(Sharing.ON))
    stage.team.take(NetworkChanged(False))
    assert banner.title.text() == "No network", "no moment is invented"
    stage.team.take(NetworkChanged(True, stage.now))
    assert banner.isHidden()


def test_without_a_network_it_says_how_much_of_mine_waits(
    stage: Any, qtbot: QtBot, english: None
) -> None:
    banner = OfflineBanner(stage.team)
    qtbot.addWidget(banner)
    stage.team.take(NetworkChanged(False, stage.now))
    assert not banner.waiting.isVisibleTo(banner)
    assert "waiting" not in banner.accessibleName()
    for waiting, words in (
        (WaitingChanged(statuses=1, notes=1), "1 status and 1 note waiting"),
        (WaitingChanged(posts=2), "2 posts waiting"),
        (WaitingChanged(1, 1, 12), "1 status, 1 post, and 12 notes waiting"),
    ):
        stage.team.take(waiting)
        assert banner.waiting.text() == words
        assert banner.accessibleName().endswith(f"{words}.")
        assert banner.waiting.isVisibleTo(banner)
    stage.team.take(SharingChanged(Sharing.OFF_NETWORK))
    assert banner.waiting.isVisibleTo(banner), "off by choice, it waits as well"
    stage.team.take(SharingChanged(Sharing.PAUSED))
    assert not banner.waiting.isVisibleTo(banner), "nothing of mine goes out when I resume"
    stage.team.take(SharingChanged(Sharing.ON))
    stage.team.take(WaitingChanged())
    assert not banner.waiting.isVisibleTo(banner)
