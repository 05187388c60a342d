"""What can be done with a question, on a colleague's card and on my own."""

from types import ModuleType

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from presencemap.domain.person import Person
from presencemap.ui.people.question_row import Asked, QuestionRow
from presencemap.ui.theme import Appearance

POST = "a" * 32


class Stage:
    def __init__(self, factories: ModuleType, qtbot: QtBot) -> None:
        cards = factories.team(4).cards
        self.people: dict[str, Person] = {card.person.id: card.person for card in cards}
        self.me, self.joris, self.lotte, self.fien, self.nele = self.people
        self.row = QuestionRow(self.people.get)
        qtbot.addWidget(self.row)
        self.row.resize(268, 120)
        with qtbot.waitActive(self.row):
            self.row.show()
            self.row.activateWindow()

    def theirs(self, *joined: str, replies: int = 0) -> None:
        self.row.show_asked(Asked(POST, joined, replies), self.me, self.people[self.joris])

    def mine(self, *helpers: str) -> list[str]:
        self.row.show_asked(Asked(POST, (), 0, helpers), self.me, None)
        self.row.menu.aboutToShow.emit()
        return [action.text() for action in self.row.menu.actions()]

    def acts(self) -> list[str]:
        row = self.row
        buttons = (row.join, row.leave, row.ask, row.solved)
        return [button.text() for button in buttons if button.isVisibleTo(row)]


@pytest.fixture
def stage(look: Appearance, factories: ModuleType, qtbot: QtBot) -> Stage:
    return Stage(factories, qtbot)


def test_without_a_question_there_is_nothing(stage: Stage) -> None:
    stage.theirs()
    stage.row.show_nothing()
    assert stage.row.isHidden()
    assert stage.acts() == []


def test_a_colleague_s_is_joined_and_left_by_click_and_by_key(stage: Stage, qtbot: QtBot) -> None:
    row = stage.row
    stage.theirs(stage.lotte)
    assert stage.acts() == ["Join in"]
    with qtbot.waitSignal(row.join_wanted) as wanted:
        qtbot.keyClick(row, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert wanted.args == [POST, True]
    assert "Joris" in row.join.toolTip()
    stage.theirs(stage.lotte, stage.me)
    assert stage.acts() == ["Step out"]
    with qtbot.waitSignal(row.join_wanted) as wanted:
        row.leave.click()
    assert wanted.args == [POST, False]


@pytest.mark.parametrize(
    ("joined", "replies", "words"),
    [
        (0, 0, "Open the question"),
        (1, 0, "1 joined"),
        (2, 1, "2 joined, 1 answer"),
        (0, 3, "3 answers"),
    ],
)
def test_who_joined_and_how_many_answered(
    stage: Stage, joined: int, replies: int, words: str, qtbot: QtBot
) -> None:
    stage.theirs(*[stage.lotte, stage.fien][:joined], replies=replies)
    assert stage.row.open_it.text() == words
    with qtbot.waitSignal(stage.row.thread_wanted) as wanted:
        stage.row.open_it.click()
    assert wanted.args == [POST]


def test_the_names_of_who_joined_are_told_and_a_stranger_has_no_face(stage: Stage) -> None:
    stage.theirs(stage.lotte, "f" * 64, stage.fien)
    names = [stage.people[each].name for each in (stage.lotte, stage.fien)]
    assert stage.row.open_it.toolTip() == ", ".join(names)
    faces = [face for face in stage.row._faces if face.isVisibleTo(stage.row)]
    assert [face.accessibleName() for face in faces] == names


def test_i_ask_mine_with_one_click(stage: Stage, qtbot: QtBot) -> None:
    stage.row.show_unasked()
    assert stage.acts() == ["Ask as a question"]
    with qtbot.waitSignal(stage.row.ask_wanted):
        stage.row.ask.click()


def test_mine_is_solved_with_thanks_by_name(stage: Stage, qtbot: QtBot) -> None:
    lotte, fien = (stage.people[each].name for each in (stage.lotte, stage.fien))
    assert stage.mine(stage.lotte, "f" * 64, stage.fien) == [
        f"Solved, thanks {lotte}",
        f"Solved, thanks {fien}",
        "Solved, thanks to all",
        "Solved by myself",
    ]
    assert stage.acts() == ["Solved"]
    wanted: list[object] = []
    stage.row.solve_wanted.connect(lambda post, by: wanted.append((post, by)))
    for action in stage.row.menu.actions():
        action.trigger()
    both = stage.lotte, stage.fien
    assert wanted == [(POST, (stage.lotte,)), (POST, (stage.fien,)), (POST, both), (POST, ())]
    assert stage.mine() == ["Solved"]


def test_a_name_in_the_menu_is_no_key(stage: Stage) -> None:
    stage.people[stage.lotte] = Person(stage.lotte, stage.people[stage.lotte].profile)
    stage.people["e" * 64] = Person("e" * 64, type(stage.people[stage.lotte].profile)("A & B"))
    assert stage.mine("e" * 64)[0] == "Solved, thanks A && B"


def test_a_menu_that_outlives_its_question_is_empty(stage: Stage) -> None:
    stage.mine(stage.lotte)
    stage.row.show_nothing()
    stage.row.menu.aboutToShow.emit()
    assert stage.row.menu.actions() == []
    stage.row.join.clicked.emit()
    stage.row.open_it.clicked.emit()
