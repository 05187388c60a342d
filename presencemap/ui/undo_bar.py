"""What I did a moment ago, over the foot of the window: Undo takes it back while it is shown.

Owns the time. What was done, and how it is taken back, a deed says.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from presencemap.ui.controls import ElidedLabel, IconButton, Label, QuietButton
from presencemap.ui.key_cap import KeyCap
from presencemap.ui.map.floating import AIR, Floating
from presencemap.ui.theme import appearance

SECONDS: Final = 8
_ABOVE: Final = 70
"""Px that the bar stands over the edge below it, where docks and tabs are."""
_GAP: Final = 16
_LEAST: Final = 360
"""Px beside a card that it wants; else it stands over it."""
_OFF: Final = 4


def nothing() -> None:
    """What was done already needs no end."""


@dataclass(frozen=True, slots=True)
class Deed:
    """``words`` say what is about to leave, or was done; ``undo`` takes it back.

    ``finish``: what is done when it was not. ``waits``: it leaves only then, which is said;
    ``now`` names the button that doesn't wait, "" for sending.
    ``act``: what the button says, "" for Undo; a deed with one stays until it is dismissed.
    ``dismissed``: what is done where its own button ends it, before ``finish``.
    """

    words: str
    undo: Callable[[], None]
    finish: Callable[[], None] = nothing
    waits: bool = False
    now: str = ""
    act: str = ""
    dismissed: Callable[[], None] = nothing


class UndoBar(Floating):
    """``offer`` a deed; the one before it is finished at once. `gone`: the keyboard was on it.

    ``below`` is what it stands on, in the middle of ``over``, while that is shown; ``avoid``: what
    it doesn't cover.
    """

    gone = Signal()

    def __init__(self, below: QWidget, over: QWidget, avoid: QWidget) -> None:
        super().__init__(below)
        self._below, self._over, self._avoid = below, over, avoid
        self._deed: Deed | None = None
        self._left = 0
        self._words = ElidedLabel("", "body")
        self._time = Label("", "small", "ink3")
        self.button = QuietButton("", small=True)
        self._cap = KeyCap("Ctrl Z")
        self.dismiss = IconButton("x", "")
        row = QHBoxLayout(self)
        margins = self.air(6)
        margins.setLeft(margins.left() + 10)
        row.setContentsMargins(margins)
        row.setSpacing(10)
        row.addWidget(self._words, 1)
        for part in (self._time, self.button, self._cap, self.dismiss):
            row.addWidget(part)
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self.tick)
        self.button.clicked.connect(self.undo)
        self.dismiss.clicked.connect(self._dismissed)
        self._shortcut = QShortcut(QKeySequence("Ctrl+Z"), below.window())
        self._shortcut.activated.connect(self.undo)
        self._shortcut.setEnabled(False)
        below.installEventFilter(self)
        self.hide()

    @property
    def deed(self) -> Deed | None:
        """What can be taken back now."""
        return self._deed

    def offer(self, deed: Deed) -> None:
        """From now on this one can be taken back."""
        self.finish()
        self._deed, self._left = deed, SECONDS
        self._words.setText(deed.words)
        self.button.setText(deed.act or self.tr("Undo"))
        self._cap.setVisible(not deed.act)
        self._shortcut.setEnabled(not deed.act)
        now = deed.now or self.tr("Send now")
        self.dismiss.set_name(now if deed.waits else self.tr("Dismiss"))
        self.setAccessibleName(deed.words)
        if not deed.act:
            self._second.start()
        self._tell_time()
        self.show()
        self.raise_()
        self._announce()

    @Slot()
    def undo(self) -> None:
        """Take it back."""
        deed = self._end()
        if deed is not None:
            deed.undo()

    @Slot()
    def finish(self) -> None:
        """Its time is over."""
        deed = self._end()
        if deed is not None:
            deed.finish()

    @Slot()
    def _dismissed(self) -> None:
        if self._deed is not None:
            self._deed.dismissed()
        self.finish()

    @Slot()
    def tick(self) -> None:
        """Another second has passed."""
        self._left -= 1
        if self._left <= 0:
            self.finish()
        else:
            self._tell_time()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """It stays where it was over what has grown."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _end(self) -> Deed | None:
        deed, self._deed = self._deed, None
        self._second.stop()
        self._shortcut.setEnabled(False)
        if deed is not None:
            held = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
            self.hide()
            if held:
                self.gone.emit()
        return deed

    def _tell_time(self) -> None:
        deed = self._deed
        waits = deed is not None and deed.waits
        self._time.setVisible(waits)
        self._time.setText(self.tr("in {seconds} s").format(seconds=self._left))
        self._place()

    def _place(self) -> None:
        """On the foot of what it is about; beside a card that is in the way, else over it."""
        over = self._over if self._over.isVisible() else self._below
        around = QRect(over.mapTo(self._below, over.rect().topLeft()), over.size())
        card = self._avoid.geometry() if self._avoid.isVisible() else QRect()
        if card.left() - around.left() > _LEAST:
            around.setRight(card.left())
        room = around.width() + 2 * AIR - _GAP
        layout = self.layout()
        assert layout is not None
        need = round(appearance().theme.text_width("body", self._words.text()))
        self._words.setFixedWidth(need + 2)
        layout.activate()
        wide = layout.sizeHint().width()
        if wide > room:
            self._words.setFixedWidth(max(24, self._words.width() - (wide - room)))
        box = QRect(0, 0, min(wide, room), self.sizeHint().height())
        box.moveLeft(around.center().x() - box.width() // 2)
        box.moveBottom(around.bottom() + AIR - _ABOVE)
        if box.adjusted(AIR, AIR, -AIR, -AIR).intersects(card):
            box.moveBottom(max(card.top() + AIR - _OFF, box.height()))
        self.setGeometry(box)

    def _announce(self) -> None:
        how = self.tr("Undo: Ctrl Z")
        words = self._words.text() if self._cap.isHidden() else f"{self._words.text()}. {how}"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
