"""All jobs of the team: who is on each; to be joined, left, named and renamed.

Follows the jobs while it is open; none of them moves meanwhile.
"""

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from presencemap.app.job_commands import AddJob, EditJob, JobCommand, JoinJob, LeaveJob
from presencemap.ui.controls import Button, Label, ScrollArea
from presencemap.ui.dialog import Dialog
from presencemap.ui.jobs.job_row import JobRow
from presencemap.ui.people.known import person_of
from presencemap.ui.sentences import sentence
from presencemap.ui.team import Team

_HIGH = 360


class JobsDialog(Dialog):
    """`rows` by the id of each job; ``first`` is the id of the one that was asked for."""

    def __init__(self, team: Team, parent: QWidget | None = None, first: str = "") -> None:
        super().__init__(self.tr("Jobs"), "", parent)
        self._team = team
        self.rows: dict[str, JobRow] = {}
        self.main.setText(self.tr("Done"))
        self.main.setAutoDefault(False)
        self.main.setDefault(False)
        self.cancel.hide()
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("A new job: its name, and #topics"))
        self.field.setAccessibleName(self.tr("A new job: its name, and #topics"))
        self.add = Button(self.tr("Add"), icon="plus")
        self.add.setToolTip(self.tr("Name it, and be on it"))
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.field, 1)
        top.addWidget(self.add)
        none = self.tr("No jobs yet. Name one: others join it, and it rests when nobody is on it.")
        self.empty = Label(none, "body", "ink2", wrap=True)
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 8, 0)
        self._list.setSpacing(2)
        self._list.addStretch(1)
        self.body.addLayout(top)
        self.body.addWidget(self.empty)
        self.body.addWidget(self._scrolled())
        said = self.tr("Who was on a job before is kept nowhere.")
        self.body.addWidget(Label(said, "small", "ink3", wrap=True))
        self.setMinimumWidth(560)
        self.field.returnPressed.connect(self._add)
        self.add.clicked.connect(self._add)
        self.field.textChanged.connect(self._typed)
        team.jobs_changed.connect(self._learn)
        self._learn()
        self._typed()
        if first in self.rows:
            self._list.removeWidget(self.rows[first])
            self._list.insertWidget(0, self.rows[first])
            self.rows[first].act.setFocus(Qt.FocusReason.OtherFocusReason)

    def _scrolled(self) -> ScrollArea:
        content = QWidget()
        content.setLayout(self._list)
        scroll = ScrollArea(content)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setMinimumHeight(_HIGH)
        return scroll

    @Slot()
    def _learn(self) -> None:
        """What is new comes below what is there; of what is gone the row goes."""
        me = self._team.me
        jobs = {job.id: job for job in self._team.jobs}
        for gone in [key for key in self.rows if key not in jobs]:
            self.rows.pop(gone).deleteLater()
        for job in jobs.values():
            if job.id not in self.rows:
                self.rows[job.id] = self._row()
            self.rows[job.id].show_job(job, me.person.id if me is not None else "")
        self.empty.setVisible(not jobs)

    def _row(self) -> JobRow:
        row = JobRow(partial(person_of, self._team.roster))
        row.join_wanted.connect(self._join)
        row.rename_wanted.connect(self._rename)
        self._list.insertWidget(self._list.count() - 1, row)
        return row

    @Slot()
    def _typed(self) -> None:
        self.add.setEnabled(bool(self.field.text().strip()))
        self.tell("")

    @Slot()
    def _add(self) -> None:
        if self.add.isEnabled():
            self._team.ask(AddJob(self.field.text()), lambda _: self.field.clear(), self._failed)

    @Slot(str, bool)
    def _join(self, job: str, on: bool) -> None:  # noqa: FBT001 - a slot
        self._do(JoinJob(job) if on else LeaveJob(job))

    @Slot(str, str)
    def _rename(self, job: str, text: str) -> None:
        self._do(EditJob(job, text))

    def _do(self, command: JobCommand) -> None:
        self.tell("")
        self._team.ask(command, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        self.tell(sentence(error))
