"""The question over the map whether to fetch from the team's map server, and what that tells it.

Owns its words and where it lies. What an answer means is ``consent``'s.
"""

from PySide6.QtCore import QCoreApplication, QSize, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from presencemap.ui.controls import Button, Label
from presencemap.ui.map.floating import AIR, Floating
from presencemap.ui.theme import appearance

_WIDTH = 400
_EDGE = 14


def what_it_learns() -> str:
    """What a map server learns by being asked."""
    return QCoreApplication.translate(
        "MapServer",
        "It then learns which parts of the map you look at, and from which network. Names, "
        "statuses and places don't go there.",
    )


class MapServerQuestion(Floating):
    """``answered`` with the host that was asked about, and whether it may be asked for pictures.

    Neither answer is the one that Enter gives.
    """

    answered = Signal(str, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._map = parent
        self._site = ""
        self.words = Label("", "body", wrap=True)
        self.yes = Button(self.tr("Show its map"))
        self.no = Button(self.tr("Don't"))
        for button in (self.yes, self.no):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(self.air(14))
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addWidget(Label(what_it_learns(), "small", "ink2", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.no)
        row.addWidget(self.yes)
        column.addLayout(row)
        self.yes.clicked.connect(self._agree)
        self.no.clicked.connect(self._decline)
        self.hide()

    def sizeHint(self) -> QSize:
        """As wide as its sentences read well, where there is room."""
        wide = min(appearance().theme.px(_WIDTH), self._map.width())
        layout = self.layout()
        high = layout.totalHeightForWidth(wide) if layout is not None else 0
        return QSize(wide, max(high, 1))

    def ask(self, site: str, above: QWidget) -> None:
        """Ask about this host, in the middle, above what lies at the bottom of the map."""
        if site != self._site:
            self._site = site
            words = self.tr("Your team's map server, {site}, has streets for here. Fetch them?")
            self.words.setText(words.format(site=site))
            self.setAccessibleName(self.words.text())
        hint = self.sizeHint()
        floor = above.y() if not above.isHidden() else self._map.height() - _EDGE
        top = max(0, floor + AIR - hint.height())
        self.setGeometry((self._map.width() - hint.width()) // 2, top, hint.width(), hint.height())
        if self.isHidden():
            self.show()
            self.raise_()

    @Slot()
    def _agree(self) -> None:
        self.answered.emit(self._site, True)

    @Slot()
    def _decline(self) -> None:
        self.answered.emit(self._site, False)
