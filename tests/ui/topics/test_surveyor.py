"""Surveys off the GUI thread: the newest wins, what fails leaves the picture as it was."""

from collections.abc import Iterator
from threading import current_thread, main_thread
from types import ModuleType
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from presencemap.ui.people.row_facts import row_facts
from presencemap.ui.topics.survey import Survey, Surveyed
from presencemap.ui.topics.surveyor import Surveyor
from tests.ui import topic_factories


@pytest.fixture
def surveyor() -> Iterator[Surveyor]:
    made = Surveyor()
    yield made
    made.close()


def test_a_scene_comes_from_another_thread(
    surveyor: Surveyor, qtbot: QtBot, factories: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads = []
    reckon = Surveyed.scene

    def noted(self: Surveyed, *order: Any) -> Any:
        threads.append(current_thread())
        return reckon(self, *order)

    monkeypatch.setattr(Surveyed, "scene", noted)
    people = [
        row_facts(card, factories.PLACES, None, factories.NOW)
        for card in topic_factories.on_topics(20)
    ]
    with qtbot.waitSignal(surveyor.drawn) as drawn:
        surveyor.ask(Survey(people), {})
    assert drawn.args is not None
    assert drawn.args[0].hubs
    assert main_thread() not in threads


@pytest.mark.expects_log("could not survey")
def test_a_survey_that_fails_is_told_to_the_log(
    surveyor: Surveyor, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(_self: Surveyed, *_order: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as broken:
        broken.setattr(Surveyed, "scene", failing)
        surveyor.ask(Survey(), {})
        assert surveyor._pool.waitForDone(5_000)
    with qtbot.waitSignal(surveyor.drawn):
        surveyor.ask(Survey(), {})
