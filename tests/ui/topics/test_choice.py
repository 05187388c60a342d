"""What is chosen on the topic map: by pixel, by key, and told to a screen reader."""

from typing import Any

import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from presencemap.ui.topics.choice import TopicChoice
from presencemap.ui.topics.topic_map import TopicMap


@pytest.fixture
def shown(show: Any) -> TopicMap:
    made: TopicMap = show()
    return made


@pytest.fixture
def choice(shown: TopicMap) -> TopicChoice:
    return shown._choice


def middle(shown: TopicMap, key: str) -> QPointF:
    return shown.foreground.box(key, shown.camera.view).center()


def test_each_kind_is_told_as_what_it_is(
    shown: TopicMap, choice: TopicChoice, qtbot: QtBot
) -> None:
    hub, seat, card = shown.scene.hubs[0], shown.scene.seats[0], shown.foreground.cards[0]
    with qtbot.waitSignal(choice.topic) as topic:
        choice.open(f"#{hub.name}")
    with qtbot.waitSignal(choice.person) as person:
        choice.open(seat.person)
    with qtbot.waitSignal(choice.topic) as asked_on:
        choice.open(card.key)
    told = [signal.args for signal in (topic, person, asked_on)]
    assert told == [[hub.name], [seat.person], [card.asked.hub]]


def test_what_the_pointer_is_over_lights_up_once(
    shown: TopicMap, choice: TopicChoice, qtbot: QtBot
) -> None:
    card = shown.foreground.cards[0]
    with qtbot.waitSignal(choice.changed):
        assert choice.hover(middle(shown, card.key)) == card.key
    with qtbot.assertNotEmitted(choice.changed):
        choice.hover(middle(shown, card.key) + QPointF(1, 0))
    assert shown.foreground.hovered == card.key
    assert "asks: " in choice.name_of(card.key)
    with qtbot.waitSignal(choice.changed):
        assert choice.hover(None) == ""
    assert shown.foreground.hovered is None
    assert choice.name_of("?gone") == ""


def test_what_the_keyboard_comes_to_is_brought_into_sight_and_opened_as_by_a_click(
    shown: TopicMap, choice: TopicChoice, qtbot: QtBot
) -> None:
    button = choice.buttons.buttons[-1]
    shown.camera.jump(shown.camera.view.panned(-700, -700))
    assert not shown.rect().contains(middle(shown, button.key).toPoint())
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert shown.foreground.focused == button.key
    assert shown.rect().contains(middle(shown, button.key).toPoint())
    opened: list[str] = []
    choice.topic.connect(opened.append)
    choice.person.connect(opened.append)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        qtbot.keyClick(button, key)
    card = next((each for each in shown.foreground.cards if each.key == button.key), None)
    assert opened == [button.key.removeprefix("#") if card is None else card.asked.hub] * 2
    shown.setFocus()
    assert shown.foreground.focused is None


def test_each_stands_where_it_is_seen_and_says_what_it_is(
    shown: TopicMap, choice: TopicChoice
) -> None:
    for button in choice.buttons.buttons:
        box = shown.foreground.box(button.key, shown.camera.goal)
        assert button.geometry() == box.toAlignedRect()
        assert button.accessibleName() == choice.name_of(button.key)
