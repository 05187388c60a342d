"""On a card: why it isn't certain that this is who it says, and how to find out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from presencemap.domain.roster import Card
from presencemap.ui.controls import Button, Glyph, Label, dress
from presencemap.ui.people import wording


class KeyNote(QFrame):
    """Shown where there is something to find out; the button wants the words compared."""

    compare_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        dress(self, surface="danger")
        self.title = Label("", "body", "danger", wrap=True)
        dress(self.title, strong=True)
        self.words = Label("", "small", "ink", wrap=True)
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
        name = card.person.name
        if card.cloned:
            title = self.tr("Two computers use {name}’s key")
            words = self.tr(
                "Ask {name}, face to face or by phone, whether they copied their profile. If not, "
                "someone else can speak in their name: have them removed, and invite them anew."
            )
        else:
            title = (
                self.tr("{name} has a new key")
                if card.new_key
                else self.tr("There is more than one {name}")
            )
            words = self.tr("This happens with a new laptop. It can also be someone else.")
        self.title.setText(title.format(name=name))
        self.words.setText(words.format(name=wording.first_name(card.person)))
        # Words compare keys, and both of these computers have the same.
        self.compare.setVisible(not card.cloned)
        self.setVisible(card.cloned or bool(card.same_name_as))
