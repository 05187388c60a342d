"""The Network page: six checks, what to do first, the colleagues, and a report to hand on.

Nothing is asked of the machine here: the node looks, on its own thread, and tells.
"""

from PySide6.QtCore import QCoreApplication, QSize, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from presencemap.app.doctor.findings import Report, reached
from presencemap.app.doctor.view import report_text
from presencemap.ui.controls import Button, Label, ScrollArea
from presencemap.ui.dialog import Dialog
from presencemap.ui.network.checks import ChecksCard
from presencemap.ui.network.colleagues_card import ColleaguesCard
from presencemap.ui.network.repair_box import RepairBox
from presencemap.ui.sentences import sentence
from presencemap.ui.team import Team

TAKES = 8_000
"""How long a look takes at most, about, in ms."""
_STEP = 100
WIDE = 760
_SIZE = QSize(980, 690)
_AIR = 48


class NetworkDialog(Dialog):
    """Looks as soon as it is made; the main button looks again."""

    def __init__(self, team: Team, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Network"), "", parent)
        self._team = team
        self._report: Report | None = None
        self._gone = False
        self.main.setText(self.tr("Check again"))
        self.main.set_icon("refresh-cw")
        self.cancel.setText(self.tr("Close"))
        self.summary = Label("", "body", "ink2", wrap=True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, TAKES)
        self.progress.setAccessibleName(self.tr("How far the check is"))
        self._timer = QTimer(self)
        self._timer.setInterval(_STEP)
        self._timer.timeout.connect(self._step)
        self.checks = ChecksCard()
        self.repair = RepairBox(team)
        self.colleagues = ColleaguesCard()
        self.names = QCheckBox(self.tr("With names"))
        self.names.setToolTip(self.tr("Names and addresses of colleagues, in the copied report"))
        self.copy = Button(self.tr("Copy report"), icon="copy")
        self.copy.setEnabled(False)
        self.body.addWidget(self.summary)
        self.body.addWidget(self.progress)
        self.body.addWidget(self._scrolled(), 1)
        self.feet.insertWidget(0, self.copy)
        self.feet.insertWidget(1, self.names)
        self.copy.clicked.connect(self._copy)
        self.repair.added.connect(self.submit)
        self.finished.connect(self._leave)
        self.setMinimumSize(420, 360)
        room = parent.size() if parent is not None else _SIZE + QSize(_AIR, _AIR)
        size = _SIZE.boundedTo(room - QSize(_AIR, _AIR))
        self.high = size.height()
        self.resize(size)
        self.submit()

    @Slot()
    def submit(self) -> None:
        """Have the node look into the network."""
        self.main.setEnabled(False)
        self.tell("")
        self.summary.setText(self.tr("Checking, some seconds …"))
        self.checks.wait()
        self.progress.setValue(0)
        self.progress.show()
        self._timer.start()
        self._team.examine(self._told, self._failed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other, or below where it is narrow."""
        super().resizeEvent(event)
        wide = self.width() >= WIDE
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(way)

    def _scrolled(self) -> ScrollArea:
        left = QVBoxLayout()
        left.setSpacing(14)
        left.addWidget(self.checks)
        left.addWidget(self.repair)
        left.addStretch(1)
        inner = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(16)
        self._columns.addLayout(left, 2)
        self._columns.addWidget(self.colleagues, 3)
        return ScrollArea(inner)

    def _told(self, report: Report) -> None:
        if self._gone:
            return
        self._report = report
        self._rest()
        self.copy.setEnabled(True)
        everybody = report.facts.members
        count = sum(map(reached, everybody))
        words = self.tr("{count} of {all} colleagues reached.")
        self.summary.setText(words.format(count=count, all=len(everybody)))
        self.checks.tell(report)
        self.repair.tell(report)
        self.colleagues.tell(report)

    def _failed(self, error: Exception) -> None:
        if self._gone:
            return
        self._rest()
        self.summary.setText(self.tr("The network couldn't be checked."))
        self.tell(sentence(error))

    def _rest(self) -> None:
        self._timer.stop()
        self.progress.hide()
        self.main.setEnabled(True)

    @Slot()
    def _step(self) -> None:
        self.progress.setValue(min(self.progress.value() + _STEP, TAKES))

    @Slot()
    def _leave(self) -> None:
        """Closed while the node still looks: its answer finds nobody."""
        self._gone = True
        self._timer.stop()
        self.repair.leave()

    @Slot()
    def _copy(self) -> None:
        if self._report is not None:
            translate = QCoreApplication.translate
            text = report_text(self._report, translate, names=self.names.isChecked())
            QGuiApplication.clipboard().setText(text)
            self.copy.setText(self.tr("Copied"))
            QTimer.singleShot(2_000, self, self._uncopied)

    @Slot()
    def _uncopied(self) -> None:
        self.copy.setText(self.tr("Copy report"))
