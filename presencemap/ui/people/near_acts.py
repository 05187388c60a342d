"""On a card that is but a strip: a note, a link and an introduction, as near as calling.

Presses the card's own buttons, which are out of sight there. Knows nothing of what they do.
"""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from presencemap.domain.roster import Card
from presencemap.ui.controls import IconButton
from presencemap.ui.people.card_sections import Acts


class NearActs(QWidget):
    """Signs for some of these acts."""

    def __init__(self, acts: Acts) -> None:
        super().__init__()
        self.note = IconButton("sticky-note", "", framed=True)
        self.link = IconButton("link", "", framed=True)
        self.introduce = IconButton("user-plus", "", framed=True)
        self._signs = (
            (self.note, acts.note),
            (self.link, acts.link),
            (self.introduce, acts.introduce),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for sign, act in self._signs:
            sign.clicked.connect(act.click)
            row.addWidget(sign)

    def show_card(self, card: Card, *, brief: bool) -> None:
        """With whom; nothing is done so with oneself, nor twice on a whole card."""
        self.setVisible(brief and not card.me)
        for sign, act in self._signs:
            sign.set_name(act.accessibleName())
            # The main button may do the same.
            sign.setVisible(not act.isHidden())
