"""The list beside the stream: people, topics, suggestions; beside all else it is as it was."""

from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from presencemap.app.post_commands import Follow, ShowFollows
from presencemap.domain.topic_names import TopicNames
from presencemap.ui.controls import Button, RowButton
from presencemap.ui.people.people_panel import PeoplePanel
from presencemap.ui.people.showing import Show
from presencemap.ui.screen import Screen
from presencemap.ui.stream.beside import Beside
from presencemap.ui.stream.following import Following
from presencemap.ui.stream.segments import Tab


@pytest.fixture
def panel(stage: Any, qtbot: QtBot) -> PeoplePanel:
    made = PeoplePanel(stage.team.roster)
    qtbot.addWidget(made)
    made.resize(300, 600)
    made.show()
    return made


@pytest.fixture
def following(stage: Any, factories: ModuleType, qtbot: QtBot) -> Following:
    stage.node.answers[ShowFollows] = factories.follows()
    made = Following(stage.team, stage.team)
    with qtbot.waitSignal(made.changed):
        made.ask()
    return made


@pytest.fixture
def beside(stage: Any, following: Following, panel: PeoplePanel) -> Beside:
    return Beside(stage.team, following, panel)


def rows(beside: Beside) -> list[RowButton]:
    return beside.page.findChildren(RowButton)


def head(panel: PeoplePanel) -> list[str]:
    return [each.text() for each in panel.findChildren(QLabel) if each.isVisible()][:2]


def test_beside_the_stream_are_those_whom_i_follow(beside: Beside, panel: PeoplePanel) -> None:
    panel.people.set_show(Show.FREE)
    beside.stand(Screen.STREAM)
    assert panel.people.show_only is Show.FOLLOWING
    assert head(panel) == ["Following", str(panel.people.shown)]
    assert beside.tab is Tab.PEOPLE
    beside.stand(Screen.STREAM)
    beside.stand(Screen.MAP)
    assert panel.people.show_only is Show.FREE, "as it was"
    beside.stand(Screen.STREAM)
    panel.people.set_show(Show.STRUGGLING)
    beside.stand(Screen.ASK)
    assert panel.people.show_only is Show.STRUGGLING, "something else was chosen meanwhile"


def test_a_topic_opens_its_posts_and_is_followed_no_more(
    beside: Beside, panel: PeoplePanel, stage: Any, qtbot: QtBot
) -> None:
    beside.stand(Screen.STREAM)
    qtbot.keyClick(beside.chips[Tab.TOPICS], Qt.Key.Key_Space)
    assert head(panel) == ["Following", "1"]
    [row] = rows(beside)
    assert row.accessibleName() == "#peppol"
    with qtbot.waitSignal(beside.topic_wanted) as wanted:
        qtbot.keyClick(row, Qt.Key.Key_Space)
    assert wanted.args == ["peppol"]
    act = row.findChildren(Button)[0]
    assert act.accessibleName() == "Unfollow: #peppol"
    act.click()
    assert stage.node.posted[-1] == Follow(topic="#peppol", on=False)


def test_whom_i_might_follow_has_a_face_and_a_reason(
    beside: Beside, stage: Any, qtbot: QtBot
) -> None:
    beside.stand(Screen.STREAM)
    beside.chips[Tab.SUGGESTED].click()
    first = rows(beside)[0]
    name, _, why = first.accessibleName().partition(", ")
    assert why.startswith(("Is on #", "Knows about "))
    with qtbot.waitSignal(beside.person_wanted) as wanted:
        first.click()
    card = stage.team.roster.card(wanted.args[0])
    assert card.person.name == name
    first.findChildren(Button)[0].click()
    assert stage.node.posted[-1] == Follow(card.person.id)


def test_the_filter_is_for_what_is_shown(beside: Beside, panel: PeoplePanel) -> None:
    beside.stand(Screen.STREAM)
    beside.chips[Tab.SUGGESTED].click()
    every = [row.accessibleName() for row in rows(beside)]
    wanted = next(name for name in every if name.startswith("Bram"))
    panel.field.setText("BRAM peppol")
    assert [row.accessibleName() for row in rows(beside)] == [wanted]
    panel.field.setText("zzz")
    [words] = [each for each in beside.page.widget().findChildren(QLabel) if each.isVisible()]
    assert words.text() == "Nothing matches “zzz”"
    panel.field.clear()
    assert [row.accessibleName() for row in rows(beside)] == every


def test_a_topic_is_found_by_what_was_joined_with_it(
    beside: Beside, panel: PeoplePanel, stage: Any
) -> None:
    beside.stand(Screen.STREAM)
    beside.chips[Tab.TOPICS].click()
    stage.team.roster.set_names(TopicNames({"e-invoicing": "peppol"}))
    panel.field.setText("invoicing")
    assert [row.accessibleName() for row in rows(beside)] == ["#peppol"]
    panel.field.setText("vat")
    assert rows(beside) == []


def test_what_changes_is_seen_and_what_doesnt_stays(
    beside: Beside, following: Following, panel: PeoplePanel, factories: ModuleType
) -> None:
    beside.stand(Screen.STREAM)
    beside.chips[Tab.TOPICS].click()
    before = rows(beside)
    following.changed.emit()
    assert rows(beside) == before
    following._take({**factories.follows(), "topics": []})
    assert rows(beside)[1:] == []
    assert head(panel) == ["Following", "0"]
    [words] = [each for each in beside.page.widget().findChildren(QLabel) if each.isVisible()]
    assert words.text().startswith("You follow no topic yet.")
    beside.stand(Screen.MAP)
    following._take(factories.follows())
    assert head(panel)[0] == "Colleagues"


def test_who_follows_nobody_sees_whom_they_might(
    beside: Beside, following: Following, panel: PeoplePanel, stage: Any
) -> None:
    following._take({"people": [], "topics": [], "followers": [], "by_topic": {}})
    beside.stand(Screen.STREAM)
    assert beside.tab is Tab.SUGGESTED
    assert rows(beside)
    assert head(panel) == ["You might follow", str(len(rows(beside)))], "not followed, not counted"
    beside.chips[Tab.PEOPLE].click()
    followed = [card for card in stage.cards if card.followed]
    assert head(panel) == ["Following", str(len(followed))]


def test_where_it_is_narrow_the_segments_choose_what_is_in_the_place_of_the_stream(
    beside: Beside, panel: PeoplePanel, qtbot: QtBot
) -> None:
    beside.stand(Screen.STREAM)
    asked: list[bool] = []
    beside.aside_wanted.connect(asked.append)
    for _ in range(2):
        qtbot.keyClick(beside.segments.bar, Qt.Key.Key_Right)
    beside.stand_aside(aside=True)
    assert (asked, beside.tab) == ([True, True], Tab.TOPICS)
    assert beside.bar.isHidden(), "the segments say it"
    with qtbot.waitSignal(beside.topic_wanted):
        rows(beside)[0].click()
    assert asked[-1] is False, "the posts on it are what is wanted"
    beside.stand_aside(aside=False)
    assert (beside.segments.bar.value, beside.bar.isHidden()) == ("posts", False)
    qtbot.keyClick(beside.segments.bar, Qt.Key.Key_Left)
    assert beside.tab is Tab.SUGGESTED
    assert head(panel)[0] == "You might follow"
    qtbot.keyClick(beside.segments.bar, Qt.Key.Key_Right)
    assert asked[-1] is False
    beside.stand(Screen.MAP)
    beside.stand_aside(aside=False)
    assert beside.bar.isHidden(), "it is nobody's list now"
