"""A cue as it is offered below the text: what would be said, and where that comes from.

Knows no source and no composer: it shows a cue, and says when it was clicked.
"""

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from presencemap.domain.cue import Cue, CueKind
from presencemap.ui.controls import ENTER, ElidedLabel, Glyph, two_lines
from presencemap.ui.key_cap import KeyCap
from presencemap.ui.people.wording import clock
from presencemap.ui.theme import appearance

_ICONS = {CueKind.BRANCH: "git-branch", CueKind.ENTRY: "calendar"}


def cue_words(cue: Cue) -> tuple[str, str]:
    """What would be said, and where it comes from."""
    said = QCoreApplication.translate("CueRow", "Working on {text}").format(text=cue.text)
    match cue.kind:
        case CueKind.BRANCH:
            words = QCoreApplication.translate("CueRow", "Your git branch {name}")
            return said, words.format(name=cue.name)
        case CueKind.ENTRY:
            words = QCoreApplication.translate("CueRow", "In your calendar until {time}")
            return said, words.format(time=clock(cue.until or 0))


class CueRow(QPushButton):
    """`clicked` by a click, Space or Enter. Cut where it is longer than the row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cue: Cue | None = None
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._glyph = Glyph("git-branch", "accent", 16)
        self._said = ElidedLabel("", "body", "ink")
        self._source = ElidedLabel("", "small", "ink2")
        self.key = KeyCap("Tab")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 7)
        row.setSpacing(10)
        row.addWidget(self._glyph)
        row.addLayout(two_lines(self._said, self._source), 1)
        row.addWidget(self.key)
        for part in (self._glyph, self._said, self._source, self.key):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        appearance().changed.connect(self.update)

    def show_cue(self, cue: Cue, *, by_tab: bool) -> None:
        """Offer it; ``by_tab``: that key takes it too."""
        self.cue = cue
        said, source = cue_words(cue)
        self._glyph.become(_ICONS[cue.kind], "accent")
        self._said.setText(said)
        self._source.setText(source)
        self.key.setVisible(by_tab)
        words = self.tr("Draft: {said}. {source}").format(said=said, source=source)
        self.setAccessibleName(words)
        means = self.tr("Puts it into the text. Nothing is shared before you share it.")
        self.setAccessibleDescription(means)
        self.setToolTip(means)

    def sizeHint(self) -> QSize:
        """As high as both lines."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """The lines are cut before the row is."""
        layout = self.layout()
        return layout.minimumSize() if layout is not None else super().minimumSizeHint()

    def event(self, event: QEvent) -> bool:
        """Under the pointer it looks otherwise."""
        if event.type() in {QEvent.Type.HoverEnter, QEvent.Type.HoverLeave}:
            self.update()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes it, as Space does."""
        if event.key() in ENTER and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A soft ground; a rim under the pointer."""
        theme = appearance().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rim = self.underMouse() or self.isDown() or theme.high_contrast
        painter.setPen(QPen(theme.colour("accent"), 1) if rim else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accentSoft"))
        radius = theme.radius("control")
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, radius, radius)
