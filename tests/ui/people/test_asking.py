"""The question of whom the card shows: asked for, kept true, acted on."""

from dataclasses import replace
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from presencemap.app.notices import PostsChanged, RosterChanged
from presencemap.app.post_commands import ReactToPost, SayPost, ShowQuestion, ShowThread
from presencemap.domain.errors import Refused
from presencemap.domain.post import PostKind, ReactionKind
from presencemap.domain.status import Activity, Kind
from presencemap.ui.people.asking import Asking
from presencemap.ui.people.person_card import PersonCard

if TYPE_CHECKING:
    from presencemap.domain.roster import Card

POST = "a" * 32


class Scene:
    def __init__(self, stage: Any, factories: ModuleType, parent: QWidget) -> None:
        self.stage, self.node, self.made = stage, stage.node, factories
        self.parent = parent
        self.card = PersonCard(stage.team.roster, parent)
        self.row = self.card.question
        self.asking = Asking(stage.team, self.card)
        self.joris: Card = stage.cards[1]
        self.me: Card = stage.cards[0]
        self.another: Card = next(c for c in stage.cards[2:] if c.struggling(stage.now))

    def answer(self, view: dict[str, Any] | None, *thread: dict[str, Any]) -> None:
        self.node.answers = {ShowQuestion: view, ShowThread: list(thread)}

    def struggle(self, text: str = "VAT twice") -> None:
        """Mine, from now on."""
        assert self.me.status is not None
        status = replace(self.me.status, activity=Activity(Kind.STRUGGLING_WITH, text))
        self.stage.team.take(RosterChanged((replace(self.me, status=status),)))

    def posted(self) -> list[object]:
        return [each for each in self.node.posted if not isinstance(each, ShowQuestion)]


@pytest.fixture
def scene(stage: Any, factories: ModuleType, qtbot: QtBot) -> Scene:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(700, 700)
    parent.show()
    return Scene(stage, factories, parent)


def test_a_colleague_s_question_is_joined(scene: Scene, qtbot: QtBot) -> None:
    lotte = scene.stage.cards[2].person.id
    scene.answer(scene.made.question(1, joined=[lotte], replies=1))
    scene.card.open(scene.joris.person.id)
    qtbot.waitUntil(lambda: scene.row.open_it.text() == "1 joined, 1 answer")
    assert scene.node.posted == [ShowQuestion(scene.joris.person.id)]
    scene.row.join.click()
    assert scene.posted() == [ReactToPost(POST, ReactionKind.JOIN)]
    scene.answer(scene.made.question(1, joined=[scene.me.person.id]))
    scene.stage.team.take(PostsChanged(frozenset({POST})))
    qtbot.waitUntil(lambda: scene.row.leave.isVisibleTo(scene.card))
    scene.row.leave.click()
    assert scene.posted()[1:] == [ReactToPost(POST, ReactionKind.LEAVE)]


def test_who_asks_nothing_has_no_question(scene: Scene, qtbot: QtBot) -> None:
    scene.answer(None)
    scene.card.open(scene.joris.person.id)
    qtbot.waitUntil(lambda: bool(scene.node.posted))
    QApplication.processEvents()
    assert scene.row.isHidden()
    scene.card.open(scene.stage.cards[2].person.id)
    assert len(scene.node.posted) == 1, "Lotte struggles with nothing"


def test_mine_is_asked_and_solved_by_whose_help(scene: Scene, qtbot: QtBot) -> None:
    scene.answer(None)
    scene.struggle()
    scene.card.open(scene.me.person.id)
    qtbot.waitUntil(lambda: scene.row.ask.isVisibleTo(scene.card))
    scene.row.ask.click()
    assert scene.posted() == [SayPost(PostKind.QUESTION, "")]
    lotte, fien = (scene.stage.cards[n].person.id for n in (2, 4))
    mine = scene.made.question(0, joined=[lotte], replies=2)
    thread = (scene.made.question(0, me=True), scene.made.question(4))
    scene.answer(mine, *thread)
    scene.stage.team.take(PostsChanged())
    qtbot.waitUntil(lambda: scene.row.solved.isVisibleTo(scene.card))
    scene.row.menu.aboutToShow.emit()
    scene.row.menu.actions()[-2].trigger()
    assert scene.posted()[2:] == [ReactToPost(POST, ReactionKind.SOLVE, (fien, lotte))]


def test_what_changes_while_an_answer_is_under_way_is_asked_after_it(
    scene: Scene, qtbot: QtBot
) -> None:
    scene.node.holding = True
    scene.card.open(scene.joris.person.id)
    scene.stage.team.take(PostsChanged())
    scene.card.open(scene.another.person.id)
    assert scene.node.posted == [ShowQuestion(scene.joris.person.id)]
    scene.node.holding = False
    scene.answer(scene.made.question(3))
    scene.node.release()
    qtbot.waitUntil(lambda: scene.row.join.isVisibleTo(scene.card))
    assert scene.node.posted[1:] == [ShowQuestion(scene.another.person.id)]


def test_where_the_node_cant_say_nothing_is_shown(scene: Scene, qtbot: QtBot) -> None:
    scene.answer(scene.made.question(1))
    scene.card.open(scene.joris.person.id)
    qtbot.waitUntil(lambda: scene.row.isVisibleTo(scene.card))
    scene.node.error = Refused("No.")
    scene.stage.team.take(PostsChanged())
    qtbot.waitUntil(scene.row.isHidden)


def test_what_is_refused_is_told(scene: Scene, qtbot: QtBot) -> None:
    scene.answer(scene.made.question(1))
    scene.card.open(scene.joris.person.id)
    qtbot.waitUntil(lambda: scene.row.join.isVisibleTo(scene.card))
    scene.node.error = Refused("Sharing is paused.")
    with qtbot.waitSignal(scene.asking.told) as told:
        scene.row.join.click()
    assert told.args == ["Sharing is paused."]


def test_a_card_that_closes_asks_no_more(scene: Scene, qtbot: QtBot) -> None:
    scene.answer(scene.made.question(1))
    scene.card.open(scene.joris.person.id)
    qtbot.waitUntil(lambda: scene.row.join.isVisibleTo(scene.card))
    scene.card.close_card()
    scene.stage.team.take(PostsChanged())
    assert len(scene.node.posted) == 1
