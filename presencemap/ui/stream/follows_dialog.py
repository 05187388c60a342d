"""Whom and what I follow, who follows me, and whom I might follow, with the reason.

Owns nothing: each click asks the node, and the rows follow what it tells.
"""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from presencemap.ui.controls import Button, ElidedLabel, Label
from presencemap.ui.dialog import Dialog
from presencemap.ui.stream.follow_rows import FollowRows, Row
from presencemap.ui.stream.following import Following
from presencemap.ui.team import Team


class FollowsDialog(Dialog):
    """Four lists; empty ones say what would be in them."""

    def __init__(self, team: Team, following: Following, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Following"), "", parent)
        self._found = FollowRows(team, following)
        self.main.setText(self.tr("Close"))
        self.cancel.hide()
        self.rows: list[tuple[str, str, Button | None]] = []
        """Name, what is said of it, and its button, as they are shown."""
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setMinimumHeight(380)
        self.body.addWidget(self._scroll)
        self.setMinimumWidth(460)
        following.changed.connect(self._fill)
        self._fill()

    @Slot()
    def _fill(self) -> None:
        self.rows = []
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(6)
        found = self._found
        mine = [*found.topics(), *found.people()]
        for title, rows, empty in (
            (self.tr("You follow"), mine, self.tr("Nobody yet: so you see everybody.")),
            (self.tr("Follow you"), found.followers(), self.tr("Nobody yet.")),
            (self.tr("You might follow"), found.suggested(), self.tr("Nobody comes to mind.")),
        ):
            column.addWidget(Label(title, "small", "ink2"))
            for row in rows:
                column.addWidget(self._shown(row))
            if not rows:
                column.addWidget(Label(empty, "body", "ink3"))
            column.addSpacing(8)
        column.addStretch(1)
        self._scroll.setWidget(content)

    def _shown(self, row: Row) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(row.name, "strong"))
        if row.about:
            words.addWidget(ElidedLabel(row.about, "small", "ink2"))
        line.addLayout(words, 1)
        button = Button(row.act, small=True) if row.act else None
        if button is not None:
            button.setAccessibleName(f"{row.act}: {row.name}")
            button.clicked.connect(partial(self._do, row))
            line.addWidget(button)
        self.rows.append((row.name, row.about, button))
        return made

    def _do(self, row: Row, _checked: object = None) -> None:
        row.do()
