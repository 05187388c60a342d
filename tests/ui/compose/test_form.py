"""The composer's fields."""

from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from presencemap.app.gazetteer import Gazetteer
from presencemap.domain.status import Kind
from presencemap.ui.compose.form import ComposerForm
from presencemap.ui.reach import ReachLine
from presencemap.ui.theme import Appearance

NOW = datetime(2026, 11, 24, 10, 24)  # noqa: DTZ001  local, without a zone


def test_three_kinds_fit_side_by_side_and_one_is_chosen(
    look: Appearance, stage: Any, qtbot: QtBot
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    form = ComposerForm(Gazetteer.load(), lambda: NOW, ReachLine(stage.team), parent)
    parent.setFixedWidth(400)
    parent.show()
    QApplication.processEvents()
    assert form.kind is Kind.WORKING_ON
    form.chip(Kind.THINKING_ABOUT).click()
    assert form.kind is Kind.THINKING_ABOUT
    assert form.chip(Kind.THINKING_ABOUT).geometry().right() < 400 - 15
    for control in (form.place, form.until, form.text.editor, form.availability):
        assert control.accessibleName()
