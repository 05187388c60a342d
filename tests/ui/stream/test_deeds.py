"""What is done with a post is asked of the node, with a dialog or a menu before it where needed."""

from types import ModuleType
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from presencemap.app.post_commands import ReactToPost, RetractPost, ShowThread
from presencemap.domain.errors import Refused
from presencemap.domain.post import ReactionKind
from presencemap.ui.stream.acts import Act
from presencemap.ui.stream.deeds import Deeds
from presencemap.ui.stream.facts import PostFacts
from presencemap.ui.undo_bar import Deed


@pytest.fixture
def above(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def deeds(stage: Any, above: QWidget) -> Deeds:
    return Deeds(stage.team, above)


@pytest.fixture
def question(factories: ModuleType) -> PostFacts:
    return PostFacts.read(factories.thread()[0])


@pytest.mark.parametrize(
    ("act", "kind"),
    [
        (Act.THANK, ReactionKind.THANK),
        (Act.JOIN, ReactionKind.JOIN),
        (Act.LEAVE, ReactionKind.LEAVE),
    ],
)
def test_reactions(
    stage: Any, deeds: Deeds, question: PostFacts, qtbot: QtBot, act: Act, kind: ReactionKind
) -> None:
    with qtbot.waitSignal(deeds.told) as told:
        deeds.do(act, question)
    assert told.args == [""]
    assert stage.node.posted[-1] == ReactToPost(question.id, kind)


def test_what_is_taken_back_goes_once_that_cant_be_undone_any_more(
    stage: Any, deeds: Deeds, question: PostFacts, qtbot: QtBot
) -> None:
    offered = list[Deed]()
    going: list[frozenset[str]] = []
    deeds.offered.connect(offered.append)
    deeds.going_changed.connect(going.append)
    deeds.do(Act.RETRACT, question)
    deeds.do(Act.RETRACT, question)
    [deed] = offered
    assert deed.words.startswith("Taking back: Peppol invoices bounce")
    assert (deed.waits, deed.now) == (True, "Take back now")
    assert going == [frozenset({question.id})]
    assert RetractPost(question.id) not in stage.node.posted, "it can still be undone"
    with qtbot.waitSignal(deeds.stays) as stays:
        deed.undo()
    assert stays.args == [question]
    deeds.do(Act.RETRACT, question)
    with qtbot.waitSignal(deeds.taken_back) as gone:
        offered[-1].finish()
    assert gone.args == [question]
    assert stage.node.posted[-1] == RetractPost(question.id)
    assert going[1:] == [frozenset(), frozenset({question.id})], "as long as it is still shown"


def test_what_couldnt_be_taken_back_stays(
    stage: Any, deeds: Deeds, question: PostFacts, qtbot: QtBot
) -> None:
    offered = list[Deed]()
    deeds.offered.connect(offered.append)
    deeds.do(Act.RETRACT, question)
    stage.node.error = Refused("No.")
    with qtbot.waitSignals([deeds.told, deeds.going_changed]):
        offered[0].finish()


@pytest.mark.parametrize("act", [Act.EDIT, Act.RESHARE])
def test_some_need_words_first(
    deeds: Deeds, above: QWidget, question: PostFacts, qtbot: QtBot, act: Act
) -> None:
    with qtbot.waitSignal(deeds.dialog_wanted) as wanted:
        deeds.do(act, question)
    wanted.args[0].close()


def test_solving_asks_by_whose_help(
    stage: Any, deeds: Deeds, question: PostFacts, factories: ModuleType, qtbot: QtBot
) -> None:
    stage.node.answers[ShowThread] = factories.thread()
    deeds.do(Act.SOLVE, question)
    qtbot.waitUntil(lambda: deeds.menu is not None)
    assert deeds.menu is not None
    choices = {action.text(): action for action in deeds.menu.actions() if action.text()}
    assert list(choices) == [
        "Solved, thanks Joris De Smedt",
        "Solved, thanks Amina El Idrissi",
        "Solved, thanks Lotte Maes",
        "Solved, thanks to all of them",
        "Solved by myself",
    ]
    with qtbot.waitSignal(deeds.told):
        choices["Solved, thanks Amina El Idrissi"].trigger()
    by = (factories.person_id(5),)
    assert stage.node.posted[-1] == ReactToPost(question.id, ReactionKind.SOLVE, by)
    deeds.menu.close()


def test_where_nobody_helped_it_is_solved_at_once(
    stage: Any, deeds: Deeds, factories: ModuleType, qtbot: QtBot
) -> None:
    mine = factories.post(1, 0, "Who?", kind="question")
    stage.node.answers[ShowThread] = [mine]
    with qtbot.waitSignal(deeds.told):
        deeds.do(Act.SOLVE, PostFacts.read(mine))
    assert stage.node.posted[-1] == ReactToPost(mine["id"], ReactionKind.SOLVE)
    assert deeds.menu is None


def test_what_failed_is_told(stage: Any, deeds: Deeds, question: PostFacts, qtbot: QtBot) -> None:
    stage.node.error = Refused("No.")
    with qtbot.waitSignal(deeds.told) as told:
        deeds.do(Act.THANK, question)
    assert told.args == ["No."]
