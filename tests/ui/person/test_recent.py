"""What somebody said last: a row each, which opens its thread."""

from types import ModuleType

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from presencemap.ui.person.recent import Recent
from presencemap.ui.stream.facts import PostFacts
from presencemap.ui.theme import Appearance


@pytest.fixture
def recent(look: Appearance, factories: ModuleType, qtbot: QtBot) -> Recent:
    made = Recent(lambda person: f"Name {person[-1]}")
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    return made


def posts(factories: ModuleType) -> list[PostFacts]:
    solved = {"kind": "question", "solved": True, "helped": [factories.person_id(5)]}
    link = {"url": "https://wiki.example/x", "title": "The list"}
    views = (
        factories.post(1, 1, "A teaching case? #peppol", 5, replies=1),
        factories.post(2, 1, "", 2000, kind="link", links=[link], replies=2),
        factories.post(3, 1, "<b>Badge</b> on Thursday?", 4000, **solved),
    )
    return [PostFacts.read(view) for view in views]


def words(row: object) -> list[str]:
    labels = row.findChildren(QLabel)  # type: ignore[attr-defined]
    return [label.text() for label in labels if label.isVisible()]


def test_each_has_its_words_what_came_of_it_and_when(
    recent: Recent, factories: ModuleType, qtbot: QtBot
) -> None:
    said = posts(factories)
    recent.show_posts(said, factories.NOW, "nothing")
    first, second, third = recent.rows
    assert words(first)[:2] == ["A teaching case?", "1 answer"]
    assert words(second)[:2] == ["The list", "2 answers"]
    assert words(third)[:2] == ["<b>Badge</b> on Thursday?", "Solved, thanks Name 5"]
    assert "A teaching case?" in first.accessibleName()
    with qtbot.waitSignal(recent.thread_wanted) as opened:
        third.click()
    assert opened.args == [said[2].id]


def test_rows_serve_what_is_said_next(recent: Recent, factories: ModuleType) -> None:
    said = posts(factories)
    recent.show_posts(said, factories.NOW, "nothing")
    recent.show_posts(said[1:2], factories.NOW, "nothing")
    (only,) = recent.rows
    assert words(only)[0] == "The list"
    assert not recent.nothing.isVisible()


def test_where_nothing_was_said_that_is_told(recent: Recent, factories: ModuleType) -> None:
    recent.show_posts((), factories.NOW, "Nothing yet.")
    assert (recent.nothing.text(), recent.rows) == ("Nothing yet.", [])
    recent.show_posts((), factories.NOW, "")
    assert not recent.isVisible(), "as long as nobody has answered"
