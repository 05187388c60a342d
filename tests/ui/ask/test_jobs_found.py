"""The jobs among what was found."""

from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from presencemap.app.job_commands import JoinJob, LeaveJob
from presencemap.app.knowledge.findings import Findings
from presencemap.domain.errors import Refused
from presencemap.ui.ask.jobs_found import JobsFound
from presencemap.ui.filling import Filling


@pytest.fixture
def found(stage: Any, qtbot: QtBot) -> JobsFound:
    made = JobsFound(stage.team, Filling(stage.team))
    qtbot.addWidget(made)
    return made


def test_jobs_are_shown_with_who_is_on_them_and_joined_or_left(
    found: JobsFound, stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    peppol, tender, move = factories.jobs()
    found.show_findings(Findings("x", jobs=(peppol, move)))
    assert not found.isHidden()
    first, second = found.rows
    assert first.accessibleName().startswith("Peppol at Acme #peppol #invoicing, ")
    assert second.accessibleName().endswith("Nobody is on it: it rests")
    assert first.rename.isHidden(), "one renames it among all jobs"
    found.show()
    second.act.setFocus()
    qtbot.keyClick(second.act, Qt.Key.Key_Space)
    assert stage.node.posted[-1] == JoinJob(move.id)
    me = stage.team.me.person.id
    found.show_findings(Findings("x", jobs=(replace(move, people=(me,)),)))
    [row] = found.rows
    assert row is first, "rows are made once"
    row.act.click()
    assert stage.node.posted[-1] == LeaveJob(move.id)
    found.show_findings(Findings("x", jobs=(tender, peppol, move)))
    assert len(found.rows) == 3
    found.show_findings(Findings("y"))
    assert found.rows == []
    assert found.isHidden()


def test_what_is_refused_is_said_until_something_else_is_done(
    found: JobsFound, stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    found.show_findings(Findings("x", jobs=factories.jobs()))
    stage.node.error = Refused("One is on eight jobs at most")
    found.rows[2].act.click()
    qtbot.waitUntil(lambda: not found.failed.isHidden())
    assert "eight" in found.failed.text()
    stage.node.error = None
    found.rows[2].act.click()
    assert found.failed.isHidden()
