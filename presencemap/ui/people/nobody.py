"""What stands in the list's place while it has nobody: whom it sought, or what will be here.

Owns the words, and how they lie. Knows no list.
"""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from presencemap.ui import assets
from presencemap.ui.controls import Button, Label
from presencemap.ui.people.showing import Show
from presencemap.ui.theme.appearance import appearance

_DISC = 48
_CUP = 24


class Nobody(QWidget):
    """A line at the top with the way back; in the middle and with a sign where that is good news.

    ``clear`` is the way back.
    """

    def __init__(self) -> None:
        super().__init__()
        self.sign = _Cup()
        self.title = Label("", "strong", wrap=True)
        self.words = Label("", "body", "ink2", wrap=True)
        self.clear = Button(self.tr("Clear filter"), small=True)
        self.clear.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 20, 14, 14)
        self._column.setSpacing(10)
        for part in (self.sign, self.title, self.words, self.clear):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._lie()

    def say_alone(self) -> None:
        """Nobody but me: what will be here."""
        self.title.setText(
            self.tr("Nobody else is in the team yet. Who takes your invite comes here.")
        )
        self.clear.hide()
        self._lie()

    def say(self, text: str, show: Show, *, clears: bool) -> None:
        """Name what nobody matches."""
        self.clear.setVisible(clears)
        if not text and show is Show.STRUGGLING:
            self.title.setText(self.tr("Nobody needs you right now"))
            self._lie(self.tr("When a colleague struggles with something, it shows up here."))
            return
        words = self.tr("No one matches “{text}”").format(text=text)
        self.title.setText(words if text else self._without_text(show))
        self._lie()

    def _without_text(self, show: Show) -> str:
        words = {
            Show.FOLLOWING: self.tr("You follow nobody yet. Follow a colleague on their card."),
            Show.FREE: self.tr("Nobody is free now"),
            Show.HERE: self.tr("Nobody else is where you are"),
            Show.TOPIC: self.tr("Nobody is on this topic now"),
            Show.PLACE: self.tr("Nobody is there now"),
        }
        return words.get(show, "")

    def _lie(self, good: str = "") -> None:
        """In the middle, with these words below, where they say that all is well."""
        self.words.setText(good)
        self.sign.setVisible(bool(good))
        self.words.setVisible(bool(good))
        side = Qt.AlignmentFlag.AlignHCenter if good else Qt.AlignmentFlag.AlignLeft
        for label in (self.title, self.words):
            label.setAlignment(side | Qt.AlignmentFlag.AlignTop)
        self._column.setAlignment(self.sign, side)
        self._column.setAlignment(self.clear, side)


class _Cup(QWidget):
    """A cup of coffee on a soft disc: a sign, which says nothing that the words don't."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        appearance().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Larger with larger text."""
        edge = appearance().theme.px(_DISC)
        return QSize(edge, edge)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The disc and the cup in its middle."""
        theme = appearance().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("okSoft"))
        painter.drawEllipse(QRectF(self.rect()))
        edge = theme.px(_CUP)
        box = QRectF(0, 0, edge, edge)
        box.moveCenter(QRectF(self.rect()).center())
        assets.draw_icon(painter, "coffee", theme.colour("ok"), box)
