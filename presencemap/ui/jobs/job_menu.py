"""The jobs that I am on, as a button with a menu: takes effect at once, as availability does.

Knows no node: what is chosen, it tells.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from presencemap.domain.job import Job
from presencemap.ui import assets
from presencemap.ui.controls import PICTURE_AIR, MenuButton, plain
from presencemap.ui.jobs.phrases import mine_words
from presencemap.ui.theme import appearance

_OFFERED = 12
_WIDE = 150


class JobMenu(MenuButton):
    """`chosen` with a job's id and whether I am on it; `all_wanted`: the whole list."""

    chosen = Signal(str, bool)
    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(16, parent)
        self._jobs: Sequence[Job] = ()
        self._me = ""
        menu = self.menu()
        menu.aboutToShow.connect(self._fill)
        menu.triggered.connect(self._triggered)
        appearance().changed.connect(self._draw)
        self._draw()

    def show_jobs(self, jobs: Sequence[Job], me: str) -> None:
        """All jobs of the team, and who I am."""
        self._jobs, self._me = jobs, me
        self._draw()

    def _mine(self) -> list[Job]:
        return [job for job in self._jobs if self._me in job.people]

    @Slot()
    def _draw(self) -> None:
        theme = appearance().theme
        words = mine_words(self._mine())
        names = ", ".join(job.name for job in self._mine())
        said = self.tr("Jobs that I am on: {names}").format(names=names)
        self.setText(
            plain(
                self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, theme.px(_WIDE))
            )
        )
        self.setIcon(assets.icon("briefcase", theme.colour("ink2"), gap=PICTURE_AIR))
        self.setAccessibleName(said if names else self.tr("Jobs that I am on: none"))
        self.setToolTip(self.tr("Which jobs you are on"))

    @Slot()
    def _fill(self) -> None:
        """Mine, then the others that somebody is on; made when it opens."""
        menu = self.menu()
        menu.clear()
        mine = self._mine()
        others = [job for job in self._jobs if not job.rests and job not in mine]
        for job in (*mine, *others[: max(0, _OFFERED - len(mine))]):
            action = menu.addAction(plain(job.name))
            action.setCheckable(True)
            action.setChecked(job in mine)
            action.setData(job.id)
        if menu.actions():
            menu.addSeparator()
        menu.addAction(self.tr("All jobs, or a new one …"))

    @Slot(QAction)
    def _triggered(self, action: QAction) -> None:
        if action.data() is None:
            self.all_wanted.emit()
        else:
            self.chosen.emit(action.data(), action.isChecked())
