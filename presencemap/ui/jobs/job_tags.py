"""The jobs that somebody is on, as they stand on the card: a click shows who else is on one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from presencemap.domain.job import Job
from presencemap.ui.controls import FlowLayout, QuietButton, plain, plain_tooltip


class JobTags(QWidget):
    """`wanted` with the id of the job that was clicked."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._jobs: Sequence[Job] = ()
        self.tags: list[QuietButton] = []
        self._flow = FlowLayout(self, spacing=4)
        self.hide()

    def show_jobs(self, jobs: Sequence[Job]) -> None:
        """Those; the buttons made for one person serve the next."""
        self._jobs = jobs
        while len(self.tags) < len(jobs):
            self._make()
        for number, tag in enumerate(self.tags):
            tag.setVisible(number < len(jobs))
            if number < len(jobs):
                job = jobs[number]
                tag.setText(plain(job.name))
                tag.setToolTip(plain_tooltip(self.tr("{name}: who is on it").format(name=job.text)))
                said = self.tr("{name}, job: show who is on it").format(name=job.name)
                tag.setAccessibleName(said)
        self.setVisible(bool(jobs))

    def _make(self) -> None:
        number, tag = len(self.tags), QuietButton("", icon="briefcase", small=True)
        tag.clicked.connect(lambda: self._clicked(number))
        self.tags.append(tag)
        self._flow.addWidget(tag)

    def _clicked(self, number: int) -> None:
        if number < len(self._jobs):
            self.wanted.emit(self._jobs[number].id)
