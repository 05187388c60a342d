"""What is said before somebody is removed, and whom it removes."""

from typing import Any

from pytestqt.qtbot import QtBot

from presencemap.app.commands import RemoveMember
from presencemap.ui.controls import Label
from presencemap.ui.members.remove_dialog import RemoveDialog


def test_it_says_what_they_keep_and_removes_that_person(stage: Any, qtbot: QtBot) -> None:
    dialog = RemoveDialog(stage.team, "ab" * 32, "Tom {x}")
    qtbot.addWidget(dialog)
    said = " ".join(label.text() for label in dialog.findChildren(Label))
    assert "Remove Tom {x} from the team?" in said
    assert "no program can take that back" in said
    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()
    assert stage.node.posted[-1] == RemoveMember("ab" * 32)
