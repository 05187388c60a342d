"""A topic map with a team on it, as several tests drive it."""

from collections.abc import Callable, Iterator, Sequence
from types import ModuleType

import pytest
from pytestqt.qtbot import QtBot

from presencemap.domain.roster import Card
from presencemap.ui.people.roster_model import RosterModel
from presencemap.ui.theme import Appearance
from presencemap.ui.topics.asking import question_of
from presencemap.ui.topics.topic_map import TopicMap
from tests.ui import topic_factories

Show = Callable[..., TopicMap]


@pytest.fixture
def show(qtbot: QtBot, look: Appearance, factories: ModuleType) -> Iterator[Show]:
    """Opens the map with a team, without motion unless asked."""
    opened: list[TopicMap] = []

    def open_it(
        people: int = 40,
        size: tuple[int, int] = (920, 722),
        *,
        cards: Sequence[Card] | None = None,
        still: bool = True,
    ) -> TopicMap:
        model = RosterModel(lambda: factories.NOW)
        model.set_places(factories.PLACES)
        model.apply(topic_factories.on_topics(people) if cards is None else cards)
        made = TopicMap()
        model.setParent(made)
        made.set_reduced_motion(still)
        made.resize(*size)
        made.attach(model)
        if people > 1:
            made.set_questions(map(question_of, topic_factories.questions()), {"data"})
        opened.append(made)
        qtbot.addWidget(made)
        with qtbot.waitSignal(made.surveyed), qtbot.waitExposed(made):
            made.show()
        made.activateWindow()
        qtbot.waitUntil(lambda: bool(made.buttons) or not made.scene.hubs)
        return made

    yield open_it
    for made in opened:
        made.stop()
