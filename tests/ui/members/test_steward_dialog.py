"""What is said before somebody becomes a steward, and who does."""

from typing import Any

from pytestqt.qtbot import QtBot

from presencemap.app.commands import AppointSteward
from presencemap.app.notices import InvitingChanged
from presencemap.domain.team import Inviters
from presencemap.ui.controls import Label
from presencemap.ui.members.steward_dialog import StewardDialog


def words_of(dialog: StewardDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(Label))


def test_it_appoints_that_person(stage: Any, qtbot: QtBot) -> None:
    dialog = StewardDialog(stage.team, "ab" * 32, "Tom")
    qtbot.addWidget(dialog)
    assert "Make Tom a steward?" in words_of(dialog)
    assert "only stewards invite" not in words_of(dialog)
    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()
    assert stage.node.posted[-1] == AppointSteward("ab" * 32)


def test_where_only_stewards_invite_it_says_that_they_may_then(stage: Any, qtbot: QtBot) -> None:
    stage.team.take(InvitingChanged(mine=True, inviters=Inviters.STEWARDS))
    dialog = StewardDialog(stage.team, "ab" * 32, "Tom")
    qtbot.addWidget(dialog)
    assert "only stewards invite, so Tom can invite too" in words_of(dialog)
