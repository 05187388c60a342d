"""An act that can't be undone: no key does it by itself, and it closes once it is done."""

from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from presencemap.app.commands import LeaveTeam
from presencemap.domain.errors import Refused
from presencemap.ui.controls import Label
from presencemap.ui.members.final_dialog import FinalDialog


def asked(stage: Any) -> FinalDialog:
    words = ("For good.", "Truly.")
    return FinalDialog(
        stage.team, "Leave?", words=words, act="Leave", command=LeaveTeam(), parent=None
    )


def test_it_closes_once_it_is_done_and_says_why_not(stage: Any, qtbot: QtBot) -> None:
    dialog = asked(stage)
    qtbot.addWidget(dialog)
    dialog.show()
    said = [label.text() for label in dialog.findChildren(Label)]
    assert {"Leave?", "For good.", "Truly."} <= set(said)
    stage.node.error = Refused("Not allowed.")
    dialog.submit()
    qtbot.waitUntil(lambda: bool(dialog.message))
    assert dialog.isVisible()
    stage.node.error = None
    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()
    assert stage.node.posted[-1] == LeaveTeam()


def test_enter_does_nothing(stage: Any, qtbot: QtBot) -> None:
    dialog = asked(stage)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible(), "it is the way out that has the key"
    assert LeaveTeam() not in stage.node.posted
