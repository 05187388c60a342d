"""What I am asked about what I am or was on: one thing at a time, answered by a click, or never."""

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from presencemap.app.commands import SetStatus
from presencemap.app.notices import RosterChanged, SharingChanged
from presencemap.domain.availability import Sharing
from presencemap.domain.errors import DiskFull
from presencemap.domain.expertise import DAY
from presencemap.domain.roster import MINUTE
from presencemap.domain.status import Activity, Kind
from presencemap.domain.topic_names import TopicNames
from presencemap.ui.banners.prompt_banner import PromptBanner
from presencemap.ui.main_window import MainWindow
from presencemap.ui.people.wording import clock

TESTS = Activity(Kind.WORKING_ON, "Tests #vat")


@pytest.fixture
def after(look: object, qtbot: QtBot) -> QWidget:
    """What asks first."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def banner(stage: Any, after: QWidget, qtbot: QtBot) -> PromptBanner:
    made = PromptBanner(stage.team, stage.preferences, after)
    qtbot.addWidget(made)
    assert made.isHidden()
    return made


def on(stage: Any, activity: Activity | None, left: int) -> int:
    """I am on something that ends in so many ms; the moment it does."""
    me, now = stage.node.me, int(stage.team.clock())
    end = now + left
    said = replace(me.status, activity=activity, since=now - 60 * MINUTE, until=end)
    stage.node.me = replace(me, status=said)
    stage.team.take(RosterChanged((stage.node.me,)))
    stage.team.changed.emit()
    return end


def later(stage: Any, ms: int) -> None:
    moment = stage.team.clock() + ms
    stage.team.clock = lambda: moment
    stage.team.changed.emit()


def week_later(stage: Any) -> None:
    """I was on #vat, and a week has passed."""
    on(stage, TESTS, 60 * MINUTE)
    later(stage, 7 * DAY)


def test_what_nearly_ends_goes_on_by_one_click(
    stage: Any, banner: PromptBanner, qtbot: QtBot
) -> None:
    end = on(stage, TESTS, 5 * MINUTE)
    assert not banner.isHidden()
    assert banner.title.text() == "Still on “Tests #vat”?"
    assert clock(end) in banner.words.text()
    assert (banner.still.isHidden(), banner.say.isHidden()) == (False, True)
    posted = len(stage.node.posted)
    banner.still.click()
    [wanted] = stage.node.posted[posted:]
    assert isinstance(wanted, SetStatus)
    assert wanted.until == end + 60 * MINUTE
    qtbot.waitUntil(banner.isHidden)


def test_it_isnt_asked_twice(stage: Any, banner: PromptBanner, qtbot: QtBot) -> None:
    on(stage, TESTS, 5 * MINUTE)
    with qtbot.waitSignal(banner.other_wanted):
        banner.other.click()
    stage.team.changed.emit()
    assert banner.isHidden()
    on(stage, replace(TESTS, text="Other"), 6 * MINUTE)
    assert banner.isHidden(), "once a day"
    later(stage, DAY)
    on(stage, replace(TESTS, text="Other"), 7 * MINUTE)
    assert not banner.isHidden()
    banner.close_button.click()
    assert banner.isHidden()
    again = PromptBanner(stage.team, stage.preferences, QWidget(banner))
    qtbot.addWidget(again)
    assert again.isHidden(), "nor after a restart"


def test_after_a_yes_it_is_asked_again_before_that_ends(
    stage: Any, banner: PromptBanner, qtbot: QtBot
) -> None:
    end = on(stage, TESTS, 5 * MINUTE)
    banner.still.click()
    qtbot.waitUntil(banner.isHidden)
    later(stage, 60 * MINUTE)
    assert on(stage, TESTS, 5 * MINUTE) == end + 60 * MINUTE
    assert not banner.isHidden()


def test_a_failed_answer_is_said(stage: Any, banner: PromptBanner, qtbot: QtBot) -> None:
    on(stage, TESTS, 5 * MINUTE)
    stage.node.error = DiskFull("full")
    with qtbot.waitSignal(banner.told):
        banner.still.click()
    assert not banner.isHidden()


def test_a_week_later_it_asks_how_it_went_and_only_once(
    stage: Any, banner: PromptBanner, qtbot: QtBot
) -> None:
    week_later(stage)
    assert banner.title.text() == "You were on #vat last week: how did it go?"
    posted = len(stage.node.posted)
    with qtbot.waitSignal(banner.say_wanted) as said:
        banner.say.click()
    assert said.args == ["#vat: "]
    assert banner.isHidden()
    assert stage.node.posted[posted:] == [], "nothing is sent by itself"
    later(stage, DAY)
    assert banner.isHidden()


def test_it_lasts_over_a_restart_and_no_longer_than_two_weeks(
    stage: Any, banner: PromptBanner, after: QWidget, qtbot: QtBot
) -> None:
    on(stage, TESTS, 60 * MINUTE)
    assert "vat" in stage.preferences.topics
    on(stage, None, 60 * MINUTE)
    later(stage, 6 * DAY)
    stage.team.roster.set_names(TopicNames({"vat": "btw"}))
    again = PromptBanner(stage.team, stage.preferences, after)
    qtbot.addWidget(again)
    assert again.title.text() == "You were on #btw last week: how did it go?"
    later(stage, DAY)
    assert again.isHidden(), "it was passed over"
    later(stage, 8 * DAY)
    assert "vat" not in stage.preferences.topics


def test_never_forgets_all_of_it(stage: Any, banner: PromptBanner, qtbot: QtBot) -> None:
    week_later(stage)
    assert banner.remembers
    with qtbot.waitSignal(banner.forgotten):
        banner.never.click()
    assert banner.isHidden()
    assert not banner.remembers
    on(stage, TESTS, 60 * MINUTE)
    assert stage.preferences.topics == ""
    banner.remember(on=True)
    assert "vat" in stage.preferences.topics


def test_three_weeks_of_hourly_work_ask_each_kind_once_a_day(
    stage: Any, banner: PromptBanner
) -> None:
    asked: list[tuple[int, str]] = []
    for day in range(21):
        for hour in range(8):
            text = f"Task {day}-{hour} #topic{hour}"
            on(stage, replace(TESTS, text=text), 60 * MINUTE)
            for _ in range(6):
                later(stage, 10 * MINUTE - 1)
                title = banner.title.text()
                if not banner.isHidden() and (day, title) not in asked:
                    asked.append((day, title))
        on(stage, None, 0)
        later(stage, 16 * 60 * MINUTE)
    still = Counter(day for day, title in asked if title.startswith("Still on"))
    how = Counter(day for day, title in asked if "last week" in title)
    assert set(still.values()) == {1}
    assert set(how.values()) <= {1}
    assert len(still) == 21


def test_what_stood_in_a_hidden_window_wasnt_asked(
    stage: Any, after: QWidget, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    banner = PromptBanner(stage.team, stage.preferences, after, window)
    on(stage, TESTS, 5 * MINUTE)
    assert not banner.isHidden()
    later(stage, 60 * MINUTE)
    window.show()
    on(stage, TESTS, 5 * MINUTE)
    assert banner.isVisible()


def test_another_question_goes_first_and_who_doesnt_share_is_asked_nothing(
    stage: Any, banner: PromptBanner, after: QWidget
) -> None:
    after.show()
    on(stage, TESTS, 5 * MINUTE)
    assert banner.isHidden()
    after.hide()
    stage.team.changed.emit()
    assert not banner.isHidden()
    stage.team.take(SharingChanged(Sharing.PAUSED))
    assert banner.isHidden()


@pytest.mark.parametrize("kept", ["[", "[]", '{"topics": 3}', '{"topics": {"vat": "x"}}'])
def test_what_cant_be_read_is_nothing(stage: Any, after: QWidget, qtbot: QtBot, kept: str) -> None:
    stage.preferences.topics = kept
    made = PromptBanner(stage.team, stage.preferences, after)
    qtbot.addWidget(made)
    assert made.isHidden()


def test_in_the_window_the_menu_says_whether_it_is_remembered(
    stage: Any, window: MainWindow
) -> None:
    asks, banner = window.top.asks, window.prompts
    assert asks.isChecked()
    asks.trigger()
    assert not banner.remembers
    asks.trigger()
    assert banner.remembers
    week_later(stage)
    assert banner.isVisible()
    banner.never.click()
    assert not asks.isChecked()
