"""Labels of plain text in a role of the type scale, elided or wrapped; and still icons."""

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from presencemap.ui import assets
from presencemap.ui.controls.themed import dress
from presencemap.ui.theme.appearance import appearance


class Label(QLabel):
    """Plain text in a role and tone. `wrap` breaks lines."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        tone: str = "ink",
        parent: QWidget | None = None,
        *,
        wrap: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setText(text)
        dress(self, role=role, tone=tone)

    def set_tone(self, tone: str) -> None:
        """Change the colour token."""
        dress(self, tone=tone)


class ElidedLabel(Label):
    """One line, elided at the right; the whole text is its accessible name, and tooltip if cut."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        tone: str = "ink",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, role, tone, parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def setText(self, text: str) -> None:
        """The whole text; what fits is painted."""
        super().setText(text)
        self.setAccessibleName(text)
        self._hint()

    def is_elided(self) -> bool:
        """Whether some of the text doesn't show."""
        return self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()

    def minimumSizeHint(self) -> QSize:
        """May shrink to a few letters."""
        return QSize(24, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Whether a tooltip is needed depends on the width."""
        super().resizeEvent(event)
        self._hint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what fits."""
        painter = QPainter(self)
        box = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, box.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        flags = int(self.alignment()) | int(Qt.TextFlag.TextSingleLine)
        painter.drawText(box, flags, text)

    def _hint(self) -> None:
        # A tooltip that looks like rich text would be shown as such.
        shown = self.text() if self.is_elided() else ""
        set_tip(self, shown)


def plain_tooltip(text: str) -> str:
    """A peer's text as a tooltip: never taken for HTML."""
    if "<" not in text:
        return text
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<span>{escaped}</span>"


def set_tip(widget: QWidget, text: str) -> None:
    """Give a peer's text as a tooltip; each that is set tells all who listen, changed or not."""
    safe = plain_tooltip(text)
    if safe != widget.toolTip():
        widget.setToolTip(safe)


class Glyph(QWidget):
    """A still icon in a colour token; silent for the screen reader."""

    def __init__(
        self, icon: str, tone: str = "ink2", size: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._tone = tone
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        appearance().changed.connect(self._fit)
        self._fit()

    def become(self, icon: str, tone: str) -> None:
        """Show another icon."""
        if (icon, tone) == (self._icon, self._tone):
            return
        self._icon, self._tone = icon, tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The icon in the look that is on."""
        painter = QPainter(self)
        box = QRectF(0, 0, self.width(), self.height())
        assets.draw_icon(painter, self._icon, appearance().theme.colour(self._tone), box)

    @Slot()
    def _fit(self) -> None:
        edge = appearance().theme.px(self._size)
        self.setFixedSize(edge, edge)
        self.update()


class Line(QFrame):
    """A thin separator, lying or ``upright``; carries no meaning."""

    def __init__(self, parent: QWidget | None = None, *, upright: bool = False) -> None:
        super().__init__(parent)
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)
        dress(self, surface="line")
