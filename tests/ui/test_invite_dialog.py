"""An invite link, made and copied."""

from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from presencemap.app.commands import CreateInvite
from presencemap.domain.errors import Refused
from presencemap.ui.invite_dialog import InviteDialog


@pytest.fixture
def dialog(stage: Any, qtbot: QtBot) -> InviteDialog:
    QGuiApplication.clipboard().clear()
    made = InviteDialog(stage.team)
    qtbot.addWidget(made)
    made.show()
    return made


def test_one_link_however_often_it_is_copied(
    dialog: InviteDialog, stage: Any, qtbot: QtBot
) -> None:
    dialog.label.setText("New colleagues")
    dialog.submit()
    qtbot.waitUntil(dialog.link.isVisible)
    assert stage.node.posted == [CreateInvite(days=7, label="New colleagues")]
    assert QGuiApplication.clipboard().text() == dialog.link.text() == "presencemap://join#1-7"
    QGuiApplication.clipboard().clear()
    dialog.submit()
    assert QGuiApplication.clipboard().text() == "presencemap://join#1-7"
    assert len(stage.node.posted) == 1
    assert dialog.isVisible()


def test_other_days_are_another_link(dialog: InviteDialog, stage: Any, qtbot: QtBot) -> None:
    dialog.submit()
    qtbot.waitUntil(dialog.link.isVisible)
    dialog.days.setCurrentIndex(dialog.days.findData(30))
    assert not dialog.link.isVisible()
    dialog.submit()
    qtbot.waitUntil(dialog.link.isVisible)
    assert dialog.link.text() == "presencemap://join#2-30"


def test_a_refusal_is_said(dialog: InviteDialog, stage: Any, qtbot: QtBot) -> None:
    stage.node.error = Refused("Not allowed.")
    dialog.submit()
    qtbot.waitUntil(lambda: dialog.message == "Not allowed.")
    assert dialog.main.isEnabled()
