"""What was said, and what was asked, as rows."""

from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from presencemap.app.knowledge.findings import Asked, Said
from presencemap.ui.ask.found_row import AskedRow, FoundRow, asked_line
from presencemap.ui.theme import Appearance

AT = 1_795_512_240_000
SAID = Said("aa", "bram", "activity", AT, "Peppol <b>at last</b>")
ASKED = Asked(replace(SAID, kind="question"), solved=False, answers=0)


def name_of(person: str) -> str:
    return person.title()


def found(said: Said, qtbot: QtBot) -> FoundRow:
    row = FoundRow()
    qtbot.addWidget(row)
    row.show_said(said, name_of, AT)
    row.show()
    return row


def asked_row(asked: Asked, me: str, qtbot: QtBot) -> AskedRow:
    row = AskedRow()
    qtbot.addWidget(row)
    row.show_asked(asked, me, name_of, AT)
    row.show()
    return row


def test_a_post_says_what_by_whom_and_when(look: Appearance, qtbot: QtBot) -> None:
    row = found(SAID, qtbot)
    assert row.accessibleName().startswith("Peppol <b>at last</b>. Bram, ")
    assert row.link.isHidden()


def test_enter_and_a_click_open_what_was_said_on_it(look: Appearance, qtbot: QtBot) -> None:
    row = found(SAID, qtbot)
    for act in (
        lambda: qtbot.keyClick(row, Qt.Key.Key_Return),
        lambda: qtbot.mouseClick(row, Qt.MouseButton.LeftButton),
    ):
        with qtbot.waitSignal(row.thread_wanted) as said:
            act()
        assert said.args == [SAID.post]
    with qtbot.assertNotEmitted(row.thread_wanted):
        qtbot.keyClick(row, Qt.Key.Key_A)


def test_a_link_is_opened_by_its_button(look: Appearance, qtbot: QtBot) -> None:
    link = replace(SAID, kind="link", title="Rules & more", url="https://www.docs.example/a")
    row = found(link, qtbot)
    assert row.link.isVisible()
    assert row.link.accessibleName() == "Open Rules & more, docs.example"
    with qtbot.waitSignal(row.link_wanted) as said:
        row.link.click()
    assert said.args == [link.url]


@pytest.mark.parametrize(
    ("changed", "line"),
    [
        ({}, "open"),
        ({"answers": 1}, "open, one answer"),
        ({"answers": 3}, "open, 3 answers"),
        ({"solved": True}, "solved"),
        ({"solved": True, "helped": ("cleo",)}, "solved by Cleo"),
    ],
)
def test_a_question_says_what_came_of_it(changed: dict[str, Any], line: str) -> None:
    said = asked_line(replace(ASKED, **changed), "anna", name_of, AT)
    assert said.startswith("Bram, ")
    assert said.endswith(f", {line}")
    assert asked_line(ASKED, "bram", name_of, AT).startswith("You, ")


def test_an_open_question_of_another_can_be_joined(
    look: Appearance, qtbot: QtBot, factories: ModuleType
) -> None:
    row = asked_row(replace(ASKED, best=replace(SAID, author="cleo")), "anna", qtbot)
    assert row.accessibleName().endswith("Cleo: Peppol <b>at last</b>")
    with qtbot.waitSignal(row.join_wanted) as said:
        row.join.click()
    assert said.args == ["aa"]


@pytest.mark.parametrize(("asked", "me"), [(replace(ASKED, solved=True), "anna"), (ASKED, "bram")])
def test_one_that_is_solved_or_mine_can_not(
    look: Appearance, qtbot: QtBot, asked: Asked, me: str
) -> None:
    row = asked_row(asked, me, qtbot)
    assert row.join.isHidden()
    assert row.best.isHidden()
