"""Am I still there? Asked once my until has passed, and answered by one button."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from presencemap.app.commands import SetStatus
from presencemap.app.notices import RosterChanged, SharingChanged
from presencemap.domain.availability import Sharing
from presencemap.domain.errors import DiskFull
from presencemap.domain.place import HOME, ROAD, Place
from presencemap.domain.roster import MINUTE
from presencemap.domain.status import Activity, Kind
from presencemap.ui.banners.ended import Ended, done_for_today
from presencemap.ui.banners.ended_banner import EndedBanner, question
from presencemap.ui.inbox import Inbox
from presencemap.ui.main_window import MainWindow
from presencemap.ui.people.wording import clock
from presencemap.ui.preferences import Preferences
from presencemap.ui.team import Team

WORK = Activity(Kind.WORKING_ON, "Mapping batch 3")


def over(stage: Any, place: str = "acme", activity: Activity | None = None) -> int:
    """My until passes, a minute from now; the moment it did."""
    end: int = stage.now + MINUTE
    me = stage.node.me
    said = replace(me.status, place=place, activity=activity, until=end)
    stage.node.me = replace(me, status=said)
    stage.team.take(RosterChanged((stage.node.me,)))
    stage.team.clock = lambda: end
    stage.team.changed.emit()
    return end


@pytest.fixture
def kept(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "settings.json")


@pytest.fixture
def banner(stage: Any, kept: Preferences, qtbot: QtBot) -> EndedBanner:
    made = EndedBanner(stage.team, kept)
    qtbot.addWidget(made)
    assert made.isHidden(), "nothing ended"
    return made


def test_it_asks_where_and_says_when_and_what_is_seen_now(stage: Any, banner: EndedBanner) -> None:
    end = over(stage)
    assert not banner.isHidden()
    assert banner.title.text() == "Still at Acme, Gent?"
    assert f"at {clock(end)}, as you said" in banner.words.text()
    assert "see you as available, without a place" in banner.words.text()
    assert banner.accessibleName().startswith("Still at Acme, Gent? Your place")
    assert banner.still.text() == f"Until {clock(end + 60 * MINUTE)}"


def test_an_end_between_two_looks_at_the_clock_is_still_an_end(
    stage: Any, banner: EndedBanner
) -> None:
    end = over(stage)
    banner.close_button.click()
    again = replace(stage.node.me.status, until=end + MINUTE)
    stage.team.take(RosterChanged((replace(stage.node.me, status=again),)))
    moments = iter([end + MINUTE - 1])
    stage.team.clock = lambda: next(moments, end + MINUTE)
    stage.team.changed.emit()
    stage.team.changed.emit()
    assert banner.title.text() == "Still at Acme, Gent?"
    assert not banner.isHidden()


def test_an_activity_that_ended_too_is_named_and_shared_again(
    stage: Any, banner: EndedBanner, qtbot: QtBot
) -> None:
    end = over(stage, activity=WORK)
    assert banner.words.text().startswith("Your place and activity ended")
    assert "place and activity" in banner.still.toolTip()
    banner.still.click()
    until = end + 60 * MINUTE
    assert stage.node.posted == [SetStatus(activity=WORK, place="acme", until=until)]
    qtbot.waitUntil(banner.isHidden)


@pytest.mark.parametrize(
    ("button", "asked"),
    [
        ("road", lambda end: SetStatus(activity=None, place=ROAD.id, until=end + 60 * MINUTE)),
        ("done", done_for_today),
    ],
)
def test_each_answer_is_one_press_of_a_key(
    stage: Any,
    banner: EndedBanner,
    qtbot: QtBot,
    button: str,
    asked: Callable[[int], SetStatus],
) -> None:
    end = over(stage)
    QTest.keyClick(getattr(banner, button), Qt.Key.Key_Return)
    assert stage.node.posted == [asked(end)]
    qtbot.waitUntil(banner.isHidden)


def test_in_the_window_tab_reaches_the_answers_and_elsewhere_opens_the_composer(
    stage: Any, window: MainWindow, qtbot: QtBot
) -> None:
    over(stage)
    banner = window.ended
    assert banner.isVisible()
    window.top.pill.setFocus()
    reached = []
    for _ in range(5):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        reached.append(window.focusWidget())
    assert reached == [
        banner.still,
        banner.road,
        banner.elsewhere,
        banner.done,
        banner.close_button,
    ]
    with qtbot.waitSignal(window.composer_wanted):
        QTest.keyClick(banner.elsewhere, Qt.Key.Key_Space)
    assert banner.isVisible(), "it isn't answered yet"


def test_a_restart_doesnt_forget_it_and_an_answer_does(
    stage: Any, banner: EndedBanner, kept: Preferences, qtbot: QtBot
) -> None:
    over(stage, activity=WORK)
    kept.save()
    again = EndedBanner(stage.team, Preferences(kept.path))
    qtbot.addWidget(again)
    assert again.title.text() == "Still at Acme, Gent?"
    assert not again.isHidden()
    assert "acme" in kept.path.read_text()
    banner.close_button.click()
    kept.save()
    assert "acme" not in kept.path.read_text(), "not on the disk any more"
    last = EndedBanner(stage.team, Preferences(kept.path))
    qtbot.addWidget(last)
    assert last.isHidden()


def test_before_the_team_is_read_nothing_is_forgotten(
    stage: Any, kept: Preferences, qtbot: QtBot
) -> None:
    said = Ended(replace(stage.node.me.status, place="acme", until=stage.now)).text
    kept.ask_about = said
    unread = EndedBanner(Team(Inbox(), stage.team.clock), kept)
    qtbot.addWidget(unread)
    assert unread.isHidden()
    assert kept.ask_about == said


def test_it_can_be_sent_away(stage: Any, banner: EndedBanner) -> None:
    over(stage)
    banner.close_button.click()
    assert banner.isHidden()
    stage.team.changed.emit()
    assert banner.isHidden()
    assert stage.node.posted == []


def test_an_answer_that_fails_is_said_and_the_question_stays(
    stage: Any, banner: EndedBanner, qtbot: QtBot
) -> None:
    over(stage)
    stage.node.error = DiskFull("full")
    with qtbot.waitSignal(banner.told) as told:
        banner.still.click()
    assert told.args[0].startswith("The disk is full")
    assert not banner.isHidden()


def test_who_shares_nothing_isnt_asked(stage: Any, banner: EndedBanner) -> None:
    over(stage)
    stage.team.take(SharingChanged(Sharing.PAUSED))
    assert banner.isHidden()
    stage.team.take(SharingChanged(Sharing.ON))
    assert not banner.isHidden()


def test_each_kind_of_place_has_its_words(stage: Any, banner: EndedBanner) -> None:
    over(stage, ROAD.id)
    assert banner.title.text() == "Still on the road?"
    assert banner.road.isHidden(), "that is what is asked"
    town = Place.in_town("Gent", 51.05, 3.72).id
    assert question(stage.places, HOME.id) == "Still at home?"
    assert question(stage.places, town) == "Still in Gent?"
    assert question(stage.places, "gone") == ""


def test_narrow_the_answers_go_below(stage: Any, banner: EndedBanner) -> None:
    over(stage)
    banner.resize(1280, 60)
    banner.show()
    QApplication.processEvents()
    assert banner.still.mapTo(banner, banner.still.rect().topLeft()).x() > 640
    banner.resize(480, 120)
    QApplication.processEvents()
    top = banner.still.mapTo(banner, banner.still.rect().topLeft())
    assert top.y() >= banner.words.geometry().bottom()
