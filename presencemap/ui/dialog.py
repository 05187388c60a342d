"""The frame of every dialog: title, body, and the row of buttons with one main act.

Owns margins, keys and the sentence for what went wrong. Knows nothing of what a dialog asks.
"""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from presencemap.ui.controls import Button, Label, PrimaryButton

_FRAME = 48
"""Px that the window's own frame may take of a screen's height."""


class Dialog(QDialog):
    """Put the contents into `body`. `main` does `submit`; the other button or Esc closes.

    `feet` is the row of both buttons, for those that need more; the keyboard comes there last.
    """

    high = 0
    """At least so many px high, as far as the screen is: more than what is in it needs."""

    def __init__(self, title: str, main: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.body = QVBoxLayout()
        self.body.setSpacing(14)
        self.main = PrimaryButton(main)
        self.main.setAutoDefault(True)
        self.main.setDefault(True)
        self.cancel = Button(self.tr("Cancel"))
        self._message = Label("", "small", "danger", wrap=True)
        self._message.hide()
        heading = Label(title, "heading")
        # The dialog rule of the sheet sets every label in body type.
        heading.setStyleSheet("font-size: 20px; font-weight: 700;")
        self.feet = QHBoxLayout()
        self.feet.setSpacing(8)
        self.feet.addStretch(1)
        self.feet.addWidget(self.cancel)
        self.feet.addWidget(self.main)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(heading)
        # What room is left over is the body's: the title stays above it.
        column.addLayout(self.body, 1)
        column.addWidget(self._message)
        column.addLayout(self.feet)
        self.steps: Iterator[None] = iter(())
        """What is left to be made of it, before it is opened."""
        self._fitted = 0
        self._acts: list[Callable[[], object]] = []
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._act)
        self.main.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.reject)

    @property
    def message(self) -> str:
        """The sentence shown, "" for none."""
        return self._message.text()

    def make(self, steps: Iterator[None], *, later: bool) -> None:
        """Have it made: now, or ``later``, a few ms at a time, by whoever takes `steps`."""
        self.steps = steps
        if not later:
            for _ in steps:
                pass

    def tell(self, sentence: str) -> None:
        """Show what went wrong; "" takes it away."""
        if sentence == self.message:
            return
        self._message.setText(sentence)
        self.when_placed(self._show_message)

    def when_placed(self, act: Callable[[], object]) -> None:
        """Do what makes the window higher, once it is on the screen; before it is shown, at once.

        On X11 one that grows before its manager has placed it lands in the screen's corner.
        """
        if self._waits_for_its_place():
            self._acts.append(act)
            self.windowHandle().installEventFilter(self)
        else:
            act()

    def lay_out(self) -> None:
        """Before it is shown: as large as it will be, all that is in it in its place."""
        self.adjustSize()
        self._fit(self._needed())
        self.create()

    def settle(self) -> None:
        """Follow what came or went; whoever made it higher by hand keeps that.

        Wrapped words make a window's own guess too low.
        """
        if self.isVisible():
            self.when_placed(self._settle)

    def _settle(self) -> None:
        by_hand = self.height() > self._fitted
        high = self._needed()
        if high > self.height() or not by_hand:
            self._fit(high)

    def showEvent(self, event: QShowEvent) -> None:
        """As high as what is in it by now: a window's own guess is too low, or too high."""
        super().showEvent(event)
        self._fit(self._needed())
        if self.focusWidget() is None:
            self._begin_in_body()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window has come to the screen: what waited for it may be done."""
        if event.type() == QEvent.Type.Expose:
            watched.removeEventFilter(self)
            self._soon.start()
        return super().eventFilter(watched, event)

    def _waits_for_its_place(self) -> bool:
        handle = self.windowHandle()
        return self.isVisible() and handle is not None and not handle.isExposed()

    @Slot()
    def _act(self) -> None:
        acts, self._acts = self._acts, []
        for act in acts:
            self.when_placed(act)

    def _show_message(self) -> None:
        self._message.setVisible(bool(self._message.text()))
        self._settle()

    def _needed(self) -> int:
        self._column.activate()
        wanted = min(self.high, self.screen().availableGeometry().height() - _FRAME)
        return max(wanted, self._column.totalHeightForWidth(self.width()))

    def _fit(self, high: int) -> None:
        self._fitted = high
        self.resize(self.width(), high)

    def _begin_in_body(self) -> None:
        """Who types finds the first field; Qt would give the keyboard to the main button."""
        part = self.main.nextInFocusChain()
        while part is not None and part is not self.main:
            takes = part.isEnabledTo(self) and not part.isHidden()
            if takes and part.focusPolicy() & Qt.FocusPolicy.TabFocus and not self._is_foot(part):
                part.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
                return
            part = part.nextInFocusChain()

    def _is_foot(self, part: QWidget) -> bool:
        return self.feet.indexOf(part) >= 0

    @Slot()
    def submit(self) -> None:
        """The main act; closes unless a child class does otherwise."""
        self.accept()
