"""What a colleague sees of me, by the very row and card of the list and the map."""

from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QListView, QSizePolicy, QWidget

from presencemap.domain.availability import Availability, Presence
from presencemap.domain.person import Person, Profile
from presencemap.domain.place import PlaceTree
from presencemap.domain.roster import Card
from presencemap.domain.status import Status
from presencemap.ui.people.card_head import Head
from presencemap.ui.people.person_card import PersonCard
from presencemap.ui.people.roster_model import RosterModel
from presencemap.ui.people.row_delegate import RowDelegate
from presencemap.ui.ports import Clock
from presencemap.ui.theme import appearance

SOMEBODY = "1" * 64
_HIGHEST = 460


def as_seen(profile: Profile, now: int, status: Status | None, person: str = SOMEBODY) -> Card:
    """My card as it is on a colleague's screen."""
    shown = status or Status(Availability.AVAILABLE, now)
    return Card(Person(person, profile), Presence.ONLINE, last_seen=now, status=shown)


class RowPreview(QListView):
    """One row of the colleague list."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._roster = RosterModel(clock, self)
        self.setModel(self._roster)
        self.setItemDelegate(RowDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One row."""
        return QSize(240, appearance().theme.row())

    def show_profile(
        self, profile: Profile, status: Status | None = None, places: PlaceTree | None = None
    ) -> None:
        """The row of this profile, with a status or none."""
        self._roster.set_places(places or PlaceTree())
        self._roster.apply([as_seen(profile, self._clock(), status)])


class CardPreview(QWidget):
    """The person card, standing still."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._roster = RosterModel(clock, self)
        self._card = PersonCard(self._roster, self)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_profile(
        self,
        profile: Profile,
        status: Status | None = None,
        places: PlaceTree | None = None,
        person: str = SOMEBODY,
    ) -> None:
        """The card of this profile."""
        self._roster.set_places(places or PlaceTree())
        card = replace(as_seen(profile, self._clock(), status, person), me=False)
        self._roster.apply([card])
        self._card.open(person)
        for head in self._card.findChildren(Head):
            head.close_button.hide()
            head.more_button.hide()
        # A picture of the card: the keyboard passes it by.
        for child in self._card.findChildren(QWidget):
            child.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._card.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        size = self._card.sizeHint().boundedTo(QSize(1000, _HIGHEST))
        self._card.setGeometry(QRect(QPoint(), size))
        self.setFixedSize(size)
