"""What the topic map says when there is no topic."""

import pytest
from pytestqt.qtbot import QtBot

from presencemap.ui.theme import Appearance
from presencemap.ui.topics.empty import EmptyCard
from presencemap.ui.topics.scene import Hub, TopicScene


@pytest.mark.parametrize(
    ("scene", "only_followed", "title"),
    [
        (TopicScene(alone=True), False, "You are the first on the map"),
        (TopicScene(), False, "Nobody is on a topic yet"),
        (TopicScene(), True, "None of the topics you follow is live"),
    ],
)
def test_it_says_what_will_come_and_offers_one_act(
    qtbot: QtBot,
    look: Appearance,
    scene: TopicScene,
    only_followed: bool,
    title: str,
) -> None:
    card = EmptyCard()
    qtbot.addWidget(card)
    card.learn(scene, only_followed=only_followed)
    assert card.accessibleName() == card.title.text() == title
    assert card.button.isHidden() is only_followed
    assert card.back.isHidden() is not only_followed
    assert card.sizeHint().height() > 100
    card.learn(TopicScene(hubs=(Hub("vat", (0, 0), 60, 2, 0),)), only_followed=False)
    assert card.isHidden()
