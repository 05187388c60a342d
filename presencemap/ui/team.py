"""The team as the window knows it: cards, places, and me; and what I ask of the node.

Owns the latest cards on the GUI thread, for the status bar, the pill, the tray and the composer.
List and map have their own model of the same cards. Knows no widget.
"""

from collections.abc import Callable, Iterable
from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from presencemap.app.commands import Command
from presencemap.app.notices import PlacesChanged, RosterChanged, Started, Stopped
from presencemap.domain.availability import Availability, Presence
from presencemap.domain.errors import NodeNotRunning
from presencemap.domain.place import PlaceTree
from presencemap.domain.roster import Card, Freshness
from presencemap.domain.status import Status
from presencemap.ui.inbox import Inbox
from presencemap.ui.ports import Clock, Node

_LONGEST_TIMER = 2**31 - 1


class Team(QObject):
    """`changed`: cards, places or the connection; also when my status ends by the clock."""

    changed = Signal()

    def __init__(self, inbox: Inbox, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._inbox = inbox
        self.clock = clock
        self.name = ""
        self.places = PlaceTree()
        self.cards: dict[str, Card] = {}
        self.updated: int | None = None
        self.running = False
        self._me = ""
        self._node: Node | None = None
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.timeout.connect(self._ended)
        inbox.noticed.connect(self.take)

    def connect_node(self, node: Node) -> None:
        """From now on this node does what is asked."""
        self._node = node

    @property
    def me(self) -> Card | None:
        """My own card, None before the node has said it."""
        return self.cards.get(self._me)

    @property
    def my_status(self) -> Status | None:
        """My status as it stands now."""
        return self.me.status_at(self.clock()) if self.me is not None else None

    @property
    def availability(self) -> Availability:
        """What I say of myself; available where I have said nothing."""
        status = self.my_status
        return status.availability if status is not None else Availability.AVAILABLE

    def colleagues(self) -> Iterable[Card]:
        """Everybody but me."""
        return (card for card in self.cards.values() if not card.me)

    def live(self) -> int:
        """How many colleagues are here now."""
        return sum(card.presence is Presence.ONLINE for card in self.colleagues())

    def last_known(self) -> int:
        """How many colleagues are shown where they were last seen."""
        now = self.clock()
        return sum(card.freshness(now) is Freshness.STALE for card in self.colleagues())

    def ask(
        self,
        command: Command,
        done: Callable[[Any], None] = lambda _: None,
        failed: Callable[[Exception], None] = lambda _: None,
    ) -> None:
        """Post a command; one of the two is called on the GUI thread, later."""
        if self._node is None or not self.running:
            refused: Future[Any] = Future()
            refused.set_exception(NodeNotRunning("the node isn't running"))
            self._inbox.follow(refused, done, failed)
            return
        self._inbox.follow(self._node.post(command), done, failed)

    @Slot(object)
    def take(self, notice: object) -> None:
        """Learn from a notice; those that say nothing of the team are left alone."""
        match notice:
            case Started(team=name, person=me):
                self.name, self._me, self.running = name, me, True
            case RosterChanged(cards=cards):
                self.cards |= {card.person.id: card for card in cards}
                self._me = next((card.person.id for card in cards if card.me), self._me)
                self.updated = self.clock()
            case PlacesChanged(places=places):
                self.places = places
                self.updated = self.clock()
            case Stopped():
                self.running = False
            case _:
                return
        self._watch_end()
        self.changed.emit()

    def _watch_end(self) -> None:
        status = self.my_status
        self._end.stop()
        if status is not None and status.until is not None:
            self._end.start(min(_LONGEST_TIMER, max(0, status.until - self.clock()) + 20))

    @Slot()
    def _ended(self) -> None:
        self._watch_end()
        self.changed.emit()
