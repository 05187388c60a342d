"""On a card: this name is known under another key, and how to find out who it is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from presencemap.domain.roster import Card
from presencemap.ui.controls import Button, Glyph, Label, dress


class KeyNote(QFrame):
    """Shown where there is something to find out; the button wants the words compared."""

    compare_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        dress(self, surface="danger")
        self.title = Label("", "body", "danger", wrap=True)
        dress(self.title, strong=True)
        self.words = Label(
            self.tr("This happens with a new laptop. It can also be someone else."),
            "small",
            "ink",
            wrap=True,
        )
        self.compare = Button(self.tr("Compare words …"), small=True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Glyph("shield-alert", "danger", 18))
        head.addWidget(self.title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.words)
        row = QHBoxLayout()
        row.addWidget(self.compare)
        row.addStretch(1)
        column.addLayout(row)
        self.compare.clicked.connect(self.compare_wanted)

    def show_card(self, card: Card) -> None:
        """What there is to find out of this person."""
        words = (
            self.tr("{name} has a new key")
            if card.new_key
            else self.tr("There is more than one {name}")
        )
        self.title.setText(words.format(name=card.person.name))
        self.setVisible(bool(card.same_name_as))
