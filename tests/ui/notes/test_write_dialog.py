"""Whom to write a note to."""

from types import ModuleType
from typing import Any

from pytestqt.qtbot import QtBot

from presencemap.ui.notes.write_dialog import WriteDialog


def test_a_few_letters_choose_a_colleague(stage: Any, factories: ModuleType, qtbot: QtBot) -> None:
    dialog = WriteDialog(stage.team.roster)
    qtbot.addWidget(dialog)
    assert not dialog.main.isEnabled()
    dialog.submit()
    assert dialog.result() == 0
    assert factories.person_id(0) not in dialog.whom.people, "not to myself"
    dialog.whom.setEditText("amina el idrissi")
    assert dialog.main.isEnabled()
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.main.click()
    assert chosen.args == [factories.person_id(5)]
    assert dialog.result() == WriteDialog.DialogCode.Accepted
