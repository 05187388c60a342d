"""Between the two lenses of the window: keys, and what else follows from a look through the other.

Owns no part of the window; the ground knows which lens is on.
"""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from presencemap.ui.ground import Ground
from presencemap.ui.lens import Lens
from presencemap.ui.panes import Panes
from presencemap.ui.people.people_panel import PeoplePanel
from presencemap.ui.people.person_card import PersonCard
from presencemap.ui.screen import Screen


class Lenses(QObject):
    """Ctrl 1 and Ctrl 2, from any screen; a click on the rail's map leaves the lens as it was."""

    def __init__(
        self,
        window: QWidget,
        ground: Ground,
        panes: Panes,
        people: PeoplePanel,
        card: PersonCard,
    ) -> None:
        super().__init__(window)
        self._ground, self._panes, self._people = ground, panes, people
        self._card = card
        self._sought = ""
        QShortcut(QKeySequence("Ctrl+2"), window).activated.connect(self.show_topics)
        panes.rail.keyed.connect(self._keyed)
        panes.screen_changed.connect(self._left)
        ground.looked.connect(self._looked)
        card.filled.connect(self._offer)
        card.acts.lens.clicked.connect(lambda: self.show_person(card.person))
        ground.topics.surveyed.connect(self._found)
        for hover in (ground.map.hover, ground.floor.plan.hover, ground.topics.hover):
            hover.lens_wanted.connect(self.show_person)

    @Slot()
    def show_topics(self) -> None:
        """The map, On what."""
        self._panes.show_map()
        self._ground.look(Lens.WHAT)

    @property
    def other(self) -> Lens:
        """The one that isn't on."""
        return Lens.WHERE if self._ground.lens is Lens.WHAT else Lens.WHAT

    @Slot(str)
    def show_person(self, person: str) -> None:
        """Mark somebody and look at them through the other lens; nobody else's card stays open."""
        if self._card.person != person:
            self._card.close_card()
        self._people.select(person)
        self._ground.select_person(person)
        self._panes.show_map()
        self._ground.look(self.other)
        if self._ground.lens is Lens.WHERE:
            self._ground.map.show_chosen()
        else:
            self._sought = person

    @Slot(Screen)
    def _left(self, screen: Screen) -> None:
        """Off the maps a card that was open on them would lie on what one came for."""
        if screen not in {Screen.MAP, Screen.COLLEAGUES}:
            self._card.close_card()

    @Slot(str)
    def show_where(self, topic: str) -> None:
        """Where those are who are on a topic: lit on the map, and in the list."""
        self._panes.show_map()
        self._ground.look(Lens.WHERE)
        self.list_topic(topic)

    @Slot(str)
    def show_topic(self, topic: str) -> None:
        """Who is on it, through whichever lens is on."""
        if self._ground.lens is Lens.WHERE:
            self.list_topic(topic)
        else:
            self._panes.show_map()
            self._ground.topics.choose_topic(topic)

    @Slot(str)
    def list_topic(self, topic: str) -> None:
        """Who is on it, in the list and lit on the map."""
        self._panes.show_map()
        self._people.cover(None)
        self._panes.show_list()
        self._people.filters.show_topic(topic)
        self._people.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(Screen)
    def _keyed(self, screen: Screen) -> None:
        if screen is Screen.MAP:
            self._ground.look(Lens.WHERE)

    @Slot(Lens)
    def _looked(self, lens: Lens) -> None:
        """What people are on is of now; an open card covers nobody there either."""
        if lens is Lens.WHAT:
            self._people.show_now()
        self._panes.keep_clear()
        self._offer()

    @Slot()
    def _found(self) -> None:
        """The map On what has somebody's face now: it shall be seen, beside an open card too."""
        sought, self._sought = self._sought, ""
        if sought and self._card.person:
            self._panes.keep_clear()
        elif sought:
            self._ground.topics.ensure_free(sought, 0)

    @Slot()
    def _offer(self) -> None:
        """On an open card: the way to the other map, for somebody who has a place there."""
        acts, person = self._card.acts, self._card.person
        if not person or not self._ground.shows(person, self.other):
            acts.offer_lens("", "hash")
        elif self.other is Lens.WHAT:
            acts.offer_lens(self.tr("Show in On what"), "hash")
        else:
            acts.offer_lens(self.tr("Show in Where"), "map-pin")
