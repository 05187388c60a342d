"""Keys for one colleague, from anywhere in the window: a note, a link, an introduction, to follow.

Owns whom they are for: who is on the card, else who is selected in the list. What is wanted is told
as the card's own buttons tell it.
"""

from functools import partial

from PySide6.QtCore import QObject, SignalInstance, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from presencemap.domain.roster import Card
from presencemap.ui.people.people_view import PeopleView
from presencemap.ui.people.person_card import PersonCard
from presencemap.ui.people.roster_model import RosterModel


class ColleagueKeys(QObject):
    """Ctrl D, L, I and Ctrl Shift F; none of them is for oneself."""

    def __init__(
        self, window: QWidget, roster: RosterModel, card: PersonCard, view: PeopleView
    ) -> None:
        super().__init__(window)
        self._roster, self._card, self._view = roster, card, view
        for keys, wanted in (
            ("Ctrl+D", card.note_requested),
            ("Ctrl+L", card.link_requested),
            ("Ctrl+I", card.introduction_requested),
        ):
            pressed = QShortcut(QKeySequence(keys), window).activated
            pressed.connect(partial(self._with_them, wanted))
        QShortcut(QKeySequence("Ctrl+Shift+F"), window).activated.connect(self._follow)

    @property
    def _meant(self) -> Card | None:
        card = self._roster.card(self._card.person or self._view.selected)
        return None if card is None or card.me else card

    def _with_them(self, wanted: SignalInstance) -> None:
        if (card := self._meant) is not None:
            wanted.emit(card.person.id)

    @Slot()
    def _follow(self) -> None:
        if (card := self._meant) is not None:
            self._card.follow_requested.emit(card.person.id, not card.followed)
