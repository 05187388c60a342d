"""What is said before I leave, and that it is done once it is wanted."""

from typing import Any

from pytestqt.qtbot import QtBot

from presencemap.app.commands import LeaveTeam
from presencemap.app.notices import Removed
from presencemap.domain.errors import Refused
from presencemap.ui.members.leave_dialog import LeaveDialog


def test_it_closes_once_it_is_done_and_says_why_not(stage: Any, qtbot: QtBot) -> None:
    dialog = LeaveDialog(stage.team)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.main.isDefault(), "Enter leaves nothing"
    stage.node.error = Refused("Not allowed.")
    dialog.submit()
    qtbot.waitUntil(lambda: bool(dialog.message))
    assert dialog.isVisible()
    stage.node.error = None
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
