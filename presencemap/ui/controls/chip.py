"""Chips: small round toggles for filters and kinds, and still ones for talents and topics."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from presencemap.domain.status import Kind
from presencemap.ui.controls.choice import Choice
from presencemap.ui.controls.themed import ThemedIcon, dress
from presencemap.ui.painting.kind import kind_icon, kind_token
from presencemap.ui.theme.appearance import appearance


class Chip(Choice):
    """A chip of several. With `kind` it takes that kind's icon and colours and is 30 px high."""

    def __init__(
        self, text: str, parent: QWidget | None = None, *, icon: str = "", kind: Kind | None = None
    ) -> None:
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("focusRadius", 16)
        self._tall = kind is not None
        self._icon: ThemedIcon | None = None
        if kind is not None:
            self._icon = ThemedIcon(self, kind_icon(kind), kind_token(kind))
        elif icon:
            self._icon = ThemedIcon(self, icon, "ink2", checked="accent")
        dress(self, variant="chip", tall=self._tall, kind=kind.value if kind else "")
        appearance().changed.connect(self._fit)

    def sizeHint(self) -> QSize:
        """Wide enough for the semi-bold text of the checked state, so that nothing shifts."""
        theme = appearance().theme
        text = QFontMetricsF(theme.font("small", 600)).horizontalAdvance(self.text())
        icon = theme.px(16) + 8 if self._icon is not None else 0
        return QSize(round(text) + icon + 22, theme.px(28 if self._tall else 22) + 2)

    def minimumSizeHint(self) -> QSize:
        """Chips never clip their text."""
        return self.sizeHint()

    @Slot()
    def _fit(self) -> None:
        self.updateGeometry()


class Tag(QLabel):
    """A still chip: a talent (outlined) or, with `topic`, a topic in accent on the surface."""

    def __init__(self, text: str, parent: QWidget | None = None, *, topic: bool = False) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        dress(self, tag="topic" if topic else "talent")
