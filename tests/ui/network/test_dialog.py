"""The Network page as a whole: it looks, tells, copies, and lets go."""

from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QBoxLayout
from pytestqt.qtbot import QtBot

from presencemap.domain.errors import NodeNotRunning
from presencemap.protocol.address import Outcome
from presencemap.ui.network.dialog import WIDE, NetworkDialog


@pytest.fixture
def dialog(stage: Any, qtbot: QtBot) -> NetworkDialog:
    QGuiApplication.clipboard().clear()
    stage.node.holding = True
    made = NetworkDialog(stage.team)
    qtbot.addWidget(made)
    made.show()
    return made


def finish(dialog: NetworkDialog, stage: Any, qtbot: QtBot) -> None:
    """Let the look that is under way end well."""
    for answer in stage.node._held:
        answer.set_result(stage.node.report)
    stage.node._held.clear()
    qtbot.waitUntil(dialog.main.isEnabled)


def test_it_looks_at_once_and_shows_that_it_does(
    dialog: NetworkDialog, stage: Any, qtbot: QtBot
) -> None:
    assert dialog.progress.isVisible()
    assert not dialog.main.isEnabled()
    assert not dialog.copy.isEnabled()
    assert dialog.summary.text() == "Checking, some seconds …"
    qtbot.waitUntil(lambda: dialog.progress.value() > 0)
    finish(dialog, stage, qtbot)
    assert not dialog.progress.isVisible()
    assert dialog.summary.text() == "10 of 12 colleagues reached."
    assert dialog.repair.isVisible()
    assert dialog.colleagues.model.rowCount() == 12


def test_it_looks_again_when_asked_and_after_an_address_was_added(
    dialog: NetworkDialog, stage: Any, factories: Any, qtbot: QtBot
) -> None:
    finish(dialog, stage, qtbot)
    stage.node.report = factories.report(factories.team(12), Outcome.REACHED)
    dialog.main.click()
    assert dialog.progress.isVisible()
    finish(dialog, stage, qtbot)
    assert not dialog.repair.isVisible()
    dialog.repair.added.emit()
    assert not dialog.main.isEnabled()


def test_the_copied_report_names_nobody_unless_ticked(
    dialog: NetworkDialog, stage: Any, qtbot: QtBot
) -> None:
    finish(dialog, stage, qtbot)
    dialog.copy.click()
    text = QGuiApplication.clipboard().text()
    assert "[To mend] Direct connections" in text
    for card in stage.cards:
        assert card.person.name not in text
        assert card.person.id[:8] not in text
        place = stage.places.get(card.status.place)
        assert place is None or place.name not in text
        assert card.status.activity is None or card.status.activity.text not in text
    assert dialog.copy.text() == "Copied"
    dialog.names.click()
    dialog.copy.click()
    assert "Joris De Smedt, Another network" in QGuiApplication.clipboard().text()
    dialog._uncopied()
    assert dialog.copy.text() == "Copy report"


def test_a_node_that_is_gone_is_said(dialog: NetworkDialog, stage: Any, qtbot: QtBot) -> None:
    stage.node.release(NodeNotRunning("the node stopped"))
    qtbot.waitUntil(dialog.main.isEnabled)
    assert dialog.summary.text() == "The network couldn't be checked."
    assert dialog.message


def test_closed_while_it_looks_it_is_told_nothing(
    dialog: NetworkDialog, stage: Any, qtbot: QtBot
) -> None:
    dialog.close()
    dialog._told(stage.node.report)
    dialog._failed(NodeNotRunning("late"))
    assert dialog.summary.text() == "Checking, some seconds …"
    assert not dialog._timer.isActive()


def test_narrow_the_two_halves_are_below_each_other(dialog: NetworkDialog, qtbot: QtBot) -> None:
    dialog.resize(WIDE - 1, 600)
    qtbot.waitUntil(lambda: dialog._columns.direction() is QBoxLayout.Direction.TopToBottom)
    dialog.resize(WIDE + 40, 600)
    qtbot.waitUntil(lambda: dialog._columns.direction() is QBoxLayout.Direction.LeftToRight)


def test_it_opens_as_high_as_its_checks_need(stage: Any, qtbot: QtBot) -> None:
    dialog = NetworkDialog(stage.team)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.main.isEnabled)
    assert dialog.height() >= 600
