"""Who follows the topics of what is typed: asked once, told in a line."""

from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from presencemap.app.post_commands import ShowFollows
from presencemap.ui.reach import ReachLine


@pytest.fixture
def asked() -> list[ShowFollows]:
    return []


@pytest.fixture
def line(
    stage: Any, factories: ModuleType, asked: list[ShowFollows], qtbot: QtBot
) -> Iterator[ReachLine]:
    def answer(command: ShowFollows) -> dict[str, Any]:
        asked.append(command)
        return {"by_topic": {"#peppol": [factories.person_id(each) for each in (1, 2, 3, 4)]}}

    stage.node.answers[ShowFollows] = answer
    holder = QWidget()
    qtbot.addWidget(holder)
    made = ReachLine(stage.team)
    QVBoxLayout(holder).addWidget(made)
    holder.resize(600, 60)
    holder.show()
    yield made
    holder.hide()


def test_it_asks_once_typing_stands_still_and_of_each_topic_once(
    line: ReachLine, asked: list[ShowFollows], qtbot: QtBot
) -> None:
    for typed in ("#pep", "#pepp", "#peppol"):
        line.follow(typed)
    with qtbot.waitSignal(line.resized):
        pass
    assert line.text() == "Followers of #peppol: Joris, Lotte, Fien and 1 more"
    assert line.isVisible()
    line.follow("more on #peppol")
    qtbot.wait(300)
    assert asked == [ShowFollows(("#peppol",))]


def test_other_words_stand_there_while_nothing_is_known(line: ReachLine, qtbot: QtBot) -> None:
    line.follow("no topic", "All see it")
    assert line.text() == "All see it"
    line.follow("#none", "All see it")
    assert line.text() == "All see it"
    qtbot.waitUntil(lambda: line.text().startswith("Nobody follows #none yet"))
    line.follow("")
    assert line.isHidden()


def test_where_nobody_looks_nobody_is_asked(
    line: ReachLine, asked: list[ShowFollows], qtbot: QtBot
) -> None:
    holder = line.parentWidget()
    assert holder is not None
    line.follow("#peppol")
    holder.hide()
    line.follow("#vat")
    qtbot.wait(300)
    assert asked == []
