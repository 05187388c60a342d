"""What is said before I leave, and that it is done once it is wanted."""

from typing import Any

from pytestqt.qtbot import QtBot

from presencemap.app.commands import LeaveTeam
from presencemap.app.notices import Removed
from presencemap.ui.members.leave_dialog import LeaveDialog


def test_who_leaves_tells_it(stage: Any, qtbot: QtBot) -> None:
    dialog = LeaveDialog(stage.team)
    qtbot.addWidget(dialog)
    assert dialog.windowTitle() == f"Leave {stage.team.name}?"
    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()
    assert stage.node.posted[-1] == LeaveTeam()


def test_who_was_removed_erases_what_is_left(stage: Any, qtbot: QtBot) -> None:
    stage.team.take(Removed())
    dialog = LeaveDialog(stage.team)
    qtbot.addWidget(dialog)
    assert dialog.windowTitle() == "Start anew?"
    assert dialog.main.text() == "Erase and start anew"
    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()
    assert stage.node.posted[-1] == LeaveTeam()
