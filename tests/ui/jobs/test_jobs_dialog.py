"""All jobs in one dialog."""

from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from presencemap.app.job_commands import AddJob, EditJob, JoinJob, LeaveJob
from presencemap.app.notices import JobsChanged
from presencemap.domain.errors import Refused
from presencemap.domain.job import Job
from presencemap.ui.jobs.jobs_dialog import JobsDialog


@pytest.fixture
def jobs(stage: Any, factories: ModuleType) -> tuple[Job, ...]:
    made: tuple[Job, ...] = factories.jobs()
    stage.team.take(JobsChanged(made))
    return made


@pytest.fixture
def dialog(stage: Any, jobs: tuple[Job, ...], qtbot: QtBot) -> JobsDialog:
    made = JobsDialog(stage.team, None, jobs[1].id)
    qtbot.addWidget(made)
    made.open()
    return made


def order(dialog: JobsDialog) -> list[str]:
    tops = {row.y(): key for key, row in dialog.rows.items()}
    return [tops[y] for y in sorted(tops)]


def test_the_one_that_was_asked_for_comes_first(
    dialog: JobsDialog, jobs: tuple[Job, ...], qtbot: QtBot
) -> None:
    peppol, tender, move = (job.id for job in jobs)
    qtbot.waitUntil(lambda: order(dialog) == [tender, peppol, move])
    assert dialog.empty.isHidden()


def test_jobs_are_joined_left_and_renamed(
    dialog: JobsDialog, jobs: tuple[Job, ...], stage: Any
) -> None:
    dialog.rows[jobs[0].id].act.click()
    dialog.rows[jobs[1].id].act.click()
    dialog.rows[jobs[0].id].rename_wanted.emit(jobs[0].id, "Peppol #vat")
    assert stage.node.posted == [
        JoinJob(jobs[0].id),
        LeaveJob(jobs[1].id),
        EditJob(jobs[0].id, "Peppol #vat"),
    ]


def test_a_new_one_is_named_and_the_field_is_free_again(
    dialog: JobsDialog, stage: Any, qtbot: QtBot
) -> None:
    assert not dialog.add.isEnabled()
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert stage.node.posted == []
    qtbot.keyClicks(dialog.field, "Cloud #ops")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert stage.node.posted == [AddJob("Cloud #ops")]
    qtbot.waitUntil(lambda: not dialog.field.text())
    assert dialog.isVisible()


def test_what_is_new_comes_below_and_what_is_gone_goes(
    dialog: JobsDialog, jobs: tuple[Job, ...], stage: Any, qtbot: QtBot
) -> None:
    peppol, tender, move = jobs
    row = dialog.rows[peppol.id]
    new = Job("d4" * 16, "A first", (), tender.people)
    stage.team.take(JobsChanged((new, replace(peppol, name="Peppol now"), tender)))
    assert dialog.rows[peppol.id] is row
    qtbot.waitUntil(lambda: order(dialog) == [tender.id, peppol.id, new.id])
    stage.team.take(JobsChanged(()))
    assert not dialog.empty.isHidden()
    assert dialog.rows == {}
    assert move.id not in dialog.rows


def test_what_is_refused_is_told_until_something_else_is_typed(
    dialog: JobsDialog, jobs: tuple[Job, ...], stage: Any, qtbot: QtBot
) -> None:
    stage.node.error = Refused("You are on 8 jobs.")
    dialog.rows[jobs[0].id].act.click()
    qtbot.waitUntil(lambda: dialog.message == "You are on 8 jobs.")
    qtbot.keyClicks(dialog.field, "x")
    assert dialog.message == ""
    dialog.main.click()
    assert not dialog.isVisible()
