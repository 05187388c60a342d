"""The first-run window: three steps, Back everywhere, nothing written before the last."""

from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from presencemap.ui.controls import Button, PrimaryButton
from presencemap.ui.inbox import Inbox
from presencemap.ui.onboarding.page import RING
from presencemap.ui.onboarding.profile_page import ProfilePage
from presencemap.ui.onboarding.share_page import SharePage
from presencemap.ui.onboarding.team_page import TeamPage
from presencemap.ui.ports import Admission, Clock
from presencemap.ui.sentences import sentence

WIDTH, HEIGHT = 480, 640


class OnboardingWindow(QWidget):
    """`finished` once the profile has its team; `given_up` when the window is closed before."""

    finished = Signal()
    given_up = Signal()

    def __init__(
        self,
        admission: Admission,
        inbox: Inbox,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._admission = admission
        self._inbox = inbox
        self._waiting = False
        self._done = False
        # Keys and store are written off the GUI thread.
        self._worker = ThreadPoolExecutor(1, "presencemap-admission")
        self.setWindowTitle(self.tr("Presence Map"))
        self.setFixedWidth(WIDTH)
        self.setMinimumHeight(HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.team = TeamPage(admission)
        self.profile = ProfilePage()
        self.share = SharePage(clock)
        self._pages = (self.team, self.profile, self.share)
        self._stack = QStackedWidget()
        for page in self._pages:
            self._stack.addWidget(page)
            page.ready_changed.connect(self._ready)
        self.back = Button(self.tr("Back"))
        self.on = PrimaryButton(self.tr("Continue"))
        self.on.setAutoDefault(True)
        feet = QHBoxLayout()
        feet.setContentsMargins(RING, 0, RING, 0)
        feet.addWidget(self.back)
        feet.addStretch(1)
        feet.addWidget(self.on)
        column = QVBoxLayout(self)
        column.setContentsMargins(28 - RING, 26 - RING, 28 - RING, 22)
        column.setSpacing(14 - RING)
        column.addWidget(self._stack, 1)
        column.addLayout(feet)
        self.back.clicked.connect(self.go_back)
        self.on.clicked.connect(self.go_on)
        self.team.submitted.connect(self.go_on)
        self._show(0)

    def sizeHint(self) -> QSize:
        """As on the mock-ups."""
        return QSize(WIDTH, HEIGHT)

    @property
    def step(self) -> int:
        """1 to 3."""
        return self._stack.currentIndex() + 1

    @Slot()
    def go_back(self) -> None:
        """One step back; everything typed stays."""
        if not self._waiting:
            self._show(self._stack.currentIndex() - 1)

    @Slot()
    def go_on(self) -> None:
        """One step on; from the last one into the team."""
        place = self._stack.currentIndex()
        if self._waiting or not self._pages[place].leave():
            self._ready()
            return
        if place + 1 < len(self._pages):
            self._show(place + 1)
        else:
            self._enter_team()

    def stop(self) -> None:
        """Let the worker end."""
        self._worker.shutdown(wait=True)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closed before the end: there is no team, so there is nothing to run."""
        event.accept()
        if not self._done:
            self.given_up.emit()

    def _show(self, place: int) -> None:
        if self._pages[place] is self.share:
            self.share.show_profile(self.profile.profile)
            self.share.tell("")
        self._stack.setCurrentIndex(place)
        self.back.setVisible(place > 0)
        last = place + 1 == len(self._pages)
        self.on.setText(self.tr("Show me the map") if last else self.tr("Continue"))
        self._pages[place].enter()
        if last:
            self.on.setFocus()
        self._ready()

    @Slot()
    def _ready(self) -> None:
        page = self._pages[self._stack.currentIndex()]
        self.on.setEnabled(page.ready and not self._waiting)
        self.back.setEnabled(not self._waiting)

    def _enter_team(self) -> None:
        profile, precision = self.profile.profile, self.share.precision
        self._waiting = True
        self._ready()
        future: Future[Any]
        if self.team.joining:
            link = self.team.link.text().strip()
            future = self._worker.submit(self._admission.join_team, link, profile, precision)
        else:
            anew = (self.team.team_name, profile, self.team.inviters, precision)
            future = self._worker.submit(self._admission.create_team, *anew)
        self._inbox.follow(future, self._entered, self._failed)

    def _entered(self, _nothing: object) -> None:
        self._waiting = False
        self._done = True
        self.finished.emit()

    def _failed(self, error: Exception) -> None:
        self._waiting = False
        self.share.tell(sentence(error))
        self._ready()
