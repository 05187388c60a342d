"""What is said before somebody is removed, and that it is done once it is wanted."""

from typing import Any

from pytestqt.qtbot import QtBot

from presencemap.app.commands import RemoveMember
from presencemap.domain.errors import Refused
from presencemap.ui.members.remove_dialog import RemoveDialog


def test_it_closes_once_it_is_done_and_says_why_not(stage: Any, qtbot: QtBot) -> None:
    dialog = RemoveDialog(stage.team, "ab" * 32, "Tom")
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.main.isDefault(), "Enter doesn't remove anybody"
    stage.node.error = Refused("Not allowed.")
    dialog.submit()
    qtbot.waitUntil(lambda: bool(dialog.message))
    assert dialog.isVisible()
    stage.node.error = None
    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()
    assert stage.node.posted[-1] == RemoveMember("ab" * 32)
