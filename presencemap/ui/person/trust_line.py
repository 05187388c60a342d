"""Whether it is certain that this is who it says: compared, or let in by whom. Quiet: no act."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from presencemap.domain.roster import Card
from presencemap.ui.controls import Glyph, Label


class TrustLine(QWidget):
    """Hidden of myself, and where there is something to find out: that is said beside it."""

    def __init__(self) -> None:
        super().__init__()
        self._glyph = Glyph("shield", "ink3", 16)
        self._words = Label("", "small", "ink3", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(9)
        row.addWidget(self._glyph)
        row.addWidget(self._words, 1)

    def show_card(self, card: Card, voucher: Card | None) -> None:
        """Of this colleague; ``voucher``: who let them in, as far as that is known."""
        self.setVisible(not (card.me or card.cloned or card.same_name_as))
        self._glyph.become(*(("shield-check", "ok") if card.verified else ("shield", "ink3")))
        if card.verified:
            words = self.tr("Verified: you compared words")
        elif voucher is None:
            words = self.tr("Not verified")
        elif voucher.me:
            words = self.tr("Not verified, invited by you")
        else:
            words = self.tr("Not verified, vouched for by {name}")
            words = words.format(name=voucher.person.name)
        self._words.setText(words)
