"""The one model of colleagues: a row per person, in no order. List and map are views of it.

Owns the cards as the node told them and what they say now. Must not know how they are shown, and
never asks the node.
"""

from collections.abc import Callable, Iterable
from datetime import date
from enum import IntEnum
from typing import TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
    Slot,
)

from presencemap.domain.place import PlaceKind, PlaceTree
from presencemap.domain.plan import day_of
from presencemap.domain.roster import Card, searchable
from presencemap.ui.people.census import Census
from presencemap.ui.people.found_words import FoundWords
from presencemap.ui.people.row_facts import RowFacts, row_facts, spoken_row

_TICK = 15_000
_AT_ONCE = 200
"""Rows that are said anew in one turn of the event loop; some ms."""
_APART = frozenset({PlaceKind.HOME, PlaceKind.ROAD})
_NO_PARENT = QModelIndex()
_T = TypeVar("_T")
Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a row answers beside Qt's own roles."""

    ID = Qt.ItemDataRole.UserRole + 1
    CARD = Qt.ItemDataRole.UserRole + 2
    FACTS = Qt.ItemDataRole.UserRole + 3
    GROUP = Qt.ItemDataRole.UserRole + 4


_ANSWERS: dict[int, Callable[[Card, RowFacts], object]] = {
    Qt.ItemDataRole.DisplayRole: lambda _card, facts: facts.name,
    Role.ID: lambda _card, facts: facts.id,
    Role.CARD: lambda card, _facts: card,
    Role.FACTS: lambda _card, facts: facts,
    Role.GROUP: lambda _card, facts: facts.group,
}


class RosterModel(QAbstractListModel):
    """Cards by person id. `now` gives ms since the epoch; `start` begins the ageing.

    `updated` follows the signals of the single rows, once a batch; `day_changed` comes before it.
    While a day is shown, rows and `shown` cards are as planned for it; `cards` are always of now.
    """

    updated = Signal()
    places_changed = Signal()
    me_changed = Signal()
    day_changed = Signal()

    def __init__(self, now: Callable[[], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._cards: list[Card] = []
        self._shown: list[Card] = []
        self._day: date | None = None
        self._next_day: date | None = None
        self._prepared: dict[str, tuple[Card, Card, RowFacts]] = {}
        self._unprepared: list[Card] = []
        self._preparing = QTimer(self, singleShot=True, interval=0)
        self._preparing.timeout.connect(self._prepare_some)
        self._unaged: list[str] = []
        self._ageing = QTimer(self, singleShot=True, interval=0)
        self._ageing.timeout.connect(self._age_on)
        self._facts: list[RowFacts] = []
        self._rows: dict[str, int] = {}
        self._me: str | None = None
        self._census = Census()
        self.words = FoundWords(self._read, self)
        self._places = PlaceTree()
        self._my_site: str | None = None
        self._my_shown_site: str | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.tick)

    @property
    def places(self) -> PlaceTree:
        """The places as last told."""
        return self._places

    @property
    def my_site(self) -> str | None:
        """The id of the site where I say I am."""
        return self._my_site

    @property
    def my_shown_site(self) -> str | None:
        """The id of the site where I am on the day that is shown."""
        return self._my_shown_site

    @property
    def day(self) -> date | None:
        """The day that is shown as planned, None for now."""
        return self._day

    def show_day(self, day: date | None) -> None:
        """Show everybody as planned for a day, None as they are now.

        Of many it is made ready in several turns of the event loop, and then shown at once.
        """
        if day != self._next_day:
            self._next_day = day
            self._prepare_anew()

    def now(self) -> int:
        """The model's moment, ms."""
        return self._now()

    def me(self) -> Card | None:
        """My own card, None before the node told it."""
        return None if self._me is None else self.card(self._me)

    def cards(self) -> tuple[Card, ...]:
        """Every card, mine among them."""
        return tuple(self._cards)

    def shown(self) -> tuple[Card, ...]:
        """Every card as it is shown."""
        return tuple(self._shown)

    def card(self, person: str) -> Card | None:
        """The card of a person, None for a stranger."""
        row = self._rows.get(person)
        return None if row is None else self._cards[row]

    def shown_card(self, person: str) -> Card | None:
        """The card of a person as it is shown, None for a stranger."""
        row = self._rows.get(person)
        return None if row is None else self._shown[row]

    def facts(self, person: str) -> RowFacts | None:
        """What the card says now, None for a stranger."""
        row = self._rows.get(person)
        return None if row is None else self._facts[row]

    @property
    def colleagues(self) -> int:
        """How many there are beside me."""
        return len(self._cards) - (self._me is not None)

    def colleagues_facts(self) -> list[RowFacts]:
        """What everybody but me says as they are shown."""
        facts = list(self._facts)
        if self._me is not None:
            del facts[self._rows[self._me]]
        return facts

    def live(self) -> int:
        """How many colleagues are here now."""
        return self._census.live

    def last_known(self) -> int:
        """How many colleagues are shown where they were last seen."""
        return self._census.last_known(self._now())

    def row_of(self, person: str) -> int:
        """The row of a person, -1 for a stranger."""
        return self._rows.get(person, -1)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """One row a person."""
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Name, spoken row, id, card, facts."""
        if not index.isValid() or not 0 <= index.row() < len(self._cards):
            return None
        row = index.row()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            # Only when a screen reader asks: a sentence costs more than the rest of the row.
            return spoken_row(self._shown[row], self._places, self._now())
        answer = _ANSWERS.get(role)
        return None if answer is None else answer(self._cards[row], self._facts[row])

    def roleNames(self) -> dict[int, bytes]:  # type: ignore[override]  # QByteArray by its stub
        """The roles by name."""
        return {
            int(Qt.ItemDataRole.DisplayRole): b"display",
            **{int(r): r.name.lower().encode() for r in Role},
        }

    def apply(self, cards: Iterable[Card], removed: Iterable[str] = ()) -> None:
        """Take cards as the node told them: new rows appear, changed ones alone say so."""
        for person in removed:
            self._remove(person)
        fresh: dict[str, Card] = {}
        changed: list[int] = []
        for card in cards:
            row = self._rows.get(card.person.id)
            if row is None:
                fresh[card.person.id] = card
            elif card != self._cards[row]:
                self._cards[row], self._shown[row] = card, self._seen(card)
                self._census.take(card, self._now())
                changed.append(row)
        self._insert(fresh)
        now = self._now()
        for row in changed:
            self._learn(row, self._facts_of(self._shown[row], now))
        if any(self._cards[row].me for row in changed) or any(c.me for c in fresh.values()):
            self._find_me()
            self.me_changed.emit()
        self._schedule([*fresh.values(), *(self._cards[row] for row in changed)])
        self.words.read(fresh)
        self.updated.emit()

    def set_places(self, places: PlaceTree) -> None:
        """Take the whole tree; rows whose words change say so."""
        self._places = places
        if self._next_day != self._day:
            self._prepare_anew()
        # A room's new name shows in no fact of a row, but it is found by.
        self.words.read_anew(self._rows)
        self._age()
        self.places_changed.emit()
        self.updated.emit()

    def start(self) -> None:
        """Let ages run and `until` end by themselves."""
        self.tick()

    def stop(self) -> None:
        """Stop the clock."""
        self._timer.stop()
        self._ageing.stop()
        self._preparing.stop()

    @Slot()
    def tick(self) -> None:
        """Bring ages up to now; the next tick comes at the next `until`, in 15 s at the latest."""
        if self._day is not None and self._day < day_of(self._now()):
            self.show_day(None)
        self._age()
        self._timer.start(_TICK)
        self._schedule(self._cards)
        self.updated.emit()

    def _prepare_anew(self) -> None:
        self._prepared.clear()
        self._unprepared = list(self._cards)
        self._prepare_some()

    @Slot()
    def _prepare_some(self) -> None:
        now, day = self._now(), self._next_day
        some, self._unprepared = _parted(self._unprepared)
        site = self._site_on(day)
        for card in some:
            seen = card if day is None else card.on(day)
            self._prepared[card.person.id] = card, seen, row_facts(seen, self._places, site, now)
        if self._unprepared:
            self._preparing.start()
        else:
            self._turn()

    def _turn(self) -> None:
        """Everybody at once: who changed meanwhile as they are by now."""
        self._day = self._next_day
        self._locate_me()
        now, prepared, self._prepared = self._now(), self._prepared, {}
        for row, card in enumerate(self._cards):
            was, seen, facts = prepared.get(card.person.id, (None, card, None))
            if was is not card or facts is None:
                seen = self._seen(card)
                facts = self._facts_of(seen, now)
            self._shown[row], self._facts[row] = seen, facts
        self.words.read_anew(self._rows)
        if self._facts:
            # Every row says something else: thousands of signals for single rows would take longer.
            self.dataChanged.emit(self.index(0), self.index(len(self._facts) - 1))
        self.day_changed.emit()
        self.updated.emit()

    def _read(self, person: str) -> str | None:
        row = self._rows.get(person)
        return None if row is None else searchable(self._shown[row], self._places, self._now())

    def _schedule(self, cards: Iterable[Card]) -> None:
        """Wake up when the first of their statuses ends."""
        if not self._timer.isActive():
            return
        now = self._now()
        ends = [c.status.until for c in cards if c.status and c.status.until is not None]
        next_end = min((end - now for end in ends if end > now), default=_TICK)
        if next_end < self._timer.remainingTime():
            self._timer.start(max(1, next_end))

    def _insert(self, fresh: dict[str, Card]) -> None:
        if not fresh:
            return
        now = self._now()
        first = len(self._cards)
        self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
        for offset, card in enumerate(fresh.values()):
            self._rows[card.person.id] = first + offset
            self._census.take(card, now)
            if card.me:
                self._me = card.person.id
            self._cards.append(card)
            self._shown.append(self._seen(card))
            self._facts.append(self._facts_of(self._shown[-1], now))
        self.endInsertRows()

    def _find_me(self) -> None:
        """Who stands where I stand depends on where I am."""
        before = self._my_shown_site
        self._locate_me()
        if before != self._my_shown_site:
            self._age()

    def _locate_me(self) -> None:
        """Now, and on the day that is shown."""
        self._my_site, self._my_shown_site = self._site_on(None), self._site_on(self._day)

    def _site_on(self, day: date | None) -> str | None:
        """Where I am on a day, None for now."""
        me = self.me()
        if me is None:
            return None
        site = self._places.site((me if day is None else me.on(day)).place_at(self._now()))
        # Two who are at home aren't together.
        return None if site is None or site.kind in _APART else site.id

    def _seen(self, card: Card) -> Card:
        return card if self._day is None else card.on(self._day)

    def _facts_of(self, card: Card, now: int) -> RowFacts:
        return row_facts(card, self._places, self._my_shown_site, now)

    def _age(self) -> None:
        """Say anew what each card says; only rows that read differently tell. Many take turns."""
        self._locate_me()
        self._unaged = list(self._rows)
        self._age_some()

    @Slot()
    def _age_on(self) -> None:
        self._age_some()
        if not self._unaged:
            self.updated.emit()

    def _age_some(self) -> None:
        now = self._now()
        some, self._unaged = _parted(self._unaged)
        for row in map(self._rows.get, some):
            facts = None if row is None else self._facts_of(self._shown[row], now)
            if row is not None and facts is not None and facts != self._facts[row]:
                self._learn(row, facts)
        if self._unaged:
            self._ageing.start()

    def _learn(self, row: int, facts: RowFacts) -> None:
        self._facts[row] = facts
        self.words.read([facts.id])
        index = self.index(row)
        self.dataChanged.emit(index, index)

    def _remove(self, person: str) -> None:
        row = self._rows.get(person)
        if row is None:
            return
        self.words.forget(person)
        self._census.forget(person)
        if person == self._me:
            self._me = None
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._cards[row], self._shown[row], self._facts[row]
        self._rows = {facts.id: place for place, facts in enumerate(self._facts)}
        self.endRemoveRows()


def _parted(waiting: list[_T]) -> tuple[list[_T], list[_T]]:
    """What one turn of the event loop does of it, and the rest."""
    return waiting[:_AT_ONCE], waiting[_AT_ONCE:]
