"""The jobs that were found, each with who is on it, to be joined or left.

Owns the rows. Those of them that change meanwhile are found anew by whoever shows this.
"""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from presencemap.app.job_commands import JoinJob, LeaveJob
from presencemap.app.knowledge.findings import Findings
from presencemap.domain.job import Job
from presencemap.ui.controls import Label, Rows, dress
from presencemap.ui.filling import Filling
from presencemap.ui.jobs.job_row import JobRow
from presencemap.ui.people.known import person_of
from presencemap.ui.sentences import sentence
from presencemap.ui.team import Team


class JobsFound(QWidget):
    """Rows of jobs; hidden where there are none."""

    def __init__(self, team: Team, filling: Filling) -> None:
        super().__init__()
        self._team = team
        self._shown: tuple[Job, ...] = ()
        title = Label(self.tr("Jobs"), "body")
        dress(title, strong=True)
        self._rows = Rows(self._make, spacing=2)
        self._filling = filling
        self.failed = Label("", "small", "danger", wrap=True)
        self.failed.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(4)
        column.addWidget(title)
        column.addWidget(self._rows)
        column.addWidget(self.failed)
        self.hide()

    @property
    def rows(self) -> list[JobRow]:
        """Those that are shown."""
        return self._rows.shown

    def show_findings(self, found: Findings) -> None:
        """The jobs among what was found."""
        self.setVisible(bool(found.jobs))
        if found.jobs == self._shown:
            return
        self._shown, me = found.jobs, self._team.me
        self._say("")

        def show(row: JobRow, job: Job) -> None:
            row.show_job(job, me.person.id if me is not None else "")

        self._filling.fill(self, self._rows.fill(found.jobs, show))

    def _make(self) -> JobRow:
        row = JobRow(partial(person_of, self._team.roster), mixed=True)
        row.join_wanted.connect(self._join)
        return row

    @Slot(str, bool)
    def _join(self, job: str, on: bool) -> None:  # noqa: FBT001 - a slot
        self._say("")
        command = JoinJob(job) if on else LeaveJob(job)
        self._team.ask(command, failed=lambda error: self._say(sentence(error)))

    def _say(self, words: str) -> None:
        self.failed.setText(words)
        self.failed.setVisible(bool(words))
