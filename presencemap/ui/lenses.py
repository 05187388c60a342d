"""Between the two lenses of the window: keys, and what else follows from a look through the other.

Owns no part of the window; the ground knows which lens is on.
"""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from presencemap.ui.floor.ground import Ground
from presencemap.ui.lens import Lens
from presencemap.ui.panes import Panes
from presencemap.ui.people.people_panel import PeoplePanel
from presencemap.ui.screen import Screen


class Lenses(QObject):
    """Ctrl 1 and Ctrl 2, from any screen; a click on the rail's map leaves the lens as it was."""

    def __init__(self, window: QWidget, ground: Ground, panes: Panes, people: PeoplePanel) -> None:
        super().__init__(window)
        self._ground, self._panes, self._people = ground, panes, people
        QShortcut(QKeySequence("Ctrl+2"), window).activated.connect(self.show_topics)
        panes.rail.keyed.connect(self._keyed)
        ground.looked.connect(self._looked)

    @Slot()
    def show_topics(self) -> None:
        """The map, On what."""
        self._panes.show_map()
        self._ground.look(Lens.WHAT)

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
