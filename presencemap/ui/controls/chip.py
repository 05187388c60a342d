"""Chips: small round toggles for filters and kinds, and still ones for talents and topics."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from presencemap.domain.status import Kind
from presencemap.ui.controls.choice import Choice
from presencemap.ui.controls.themed import ThemedIcon, dress
from presencemap.ui.painting.kind import kind_icon, kind_token
from presencemap.ui.theme.appearance import appearance
from presencemap.ui.theme.stylesheet import chip_height


class Chip(Choice):
    """A chip of several; ``tall`` 30 px high. With `kind` it is, and has its icon and colours.

    What is pressed is higher than what is drawn.
    """

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        *,
        icon: str = "",
        kind: Kind | None = None,
        tall: bool = False,
    ) -> None:
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("focusRadius", 16)
        self._tall = tall or kind is not None
        self._icon: ThemedIcon | None = None
        if kind is not None:
            self._icon = ThemedIcon(self, kind_icon(kind), kind_token(kind))
        elif icon:
            self._icon = ThemedIcon(self, icon, "ink2", checked="accent")
        dress(self, variant="chip", tall=self._tall, kind=kind.value if kind else "")
        appearance().changed.connect(self._fit)
        appearance().hit_changed.connect(self._fit)
        self._fit()

    def sizeHint(self) -> QSize:
        """Wide enough for the semi-bold text of the checked state, so that nothing shifts."""
        theme = appearance().theme
        text = QFontMetricsF(theme.font("small", 600)).horizontalAdvance(self.text())
        icon = theme.px(16) + 8 if self._icon is not None else 0
        high = chip_height(theme, tall=self._tall, narrow=appearance().narrow)
        return QSize(round(text) + icon + 22, max(high, appearance().hit))

    def minimumSizeHint(self) -> QSize:
        """Chips never clip their text."""
        return self.sizeHint()

    @Slot()
    def _fit(self) -> None:
        look = appearance()
        high = chip_height(look.theme, tall=self._tall, narrow=look.narrow)
        self.setProperty("focusInset", max(0, look.hit - high) // 2)
        dress(self, touch=look.narrow)
        self.updateGeometry()


class Tag(QLabel):
    """A still chip: a talent (outlined) or, with `topic`, a topic in accent on the surface."""

    def __init__(self, text: str, parent: QWidget | None = None, *, topic: bool = False) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        dress(self, tag="topic" if topic else "talent")
