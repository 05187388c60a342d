"""The one model of colleagues: a row per person, in no order. List and map are views of it.

Owns the cards as the node told them and what they say now. Must not know how they are shown, and
never asks the node.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from enum import IntEnum

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
from presencemap.domain.topic_names import AS_WRITTEN, TopicNames
from presencemap.ui.people.census import Census
from presencemap.ui.people.found_words import FoundWords
from presencemap.ui.people.prepared import Prepared, Shown
from presencemap.ui.people.row_facts import RowFacts, row_facts, spoken_row
from presencemap.ui.people.told import Told
from presencemap.ui.turns import Turns, alone

_TICK = 15_000
_APART = frozenset({PlaceKind.HOME, PlaceKind.ROAD})
_NO_PARENT = QModelIndex()
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
    names_changed = Signal()
    day_changed = Signal()

    def __init__(self, now: Callable[[], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._cards: list[Card] = []
        self._shown: list[Card] = []
        self._day: date | None = None
        self._next_day: date | None = None
        self._told = Told()
        self._taking = Turns(self)
        self._preparing, self._ageing = Turns(self, few=0), Turns(self, few=0)
        self._ageing.late.connect(self.updated)
        self._facts: list[RowFacts] = []
        self._rows: dict[str, int] = {}
        self._me: str | None = None
        self._census = Census()
        self.words = FoundWords(self._read, self)
        self._places, self._names = PlaceTree(), AS_WRITTEN
        self._my_site: str | None = None
        self._my_shown_site: str | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.tick)

    @property
    def places(self) -> PlaceTree:
        """The places as last told."""
        return self._places

    @property
    def names(self) -> TopicNames:
        """What topics are called, as last told."""
        return self._names

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
        """Take cards as the node told them: new rows appear, changed ones alone say so.

        Many take several turns of the event loop; ``updated`` comes after the last.
        """
        for person in removed:
            self._told.forget(person)
            self._remove(person)
        # Mine first: who is where I am depends on it.
        self._told.hear(cards)
        if not self._taking.busy:
            self._taking.begin(self._take())

    def set_places(self, places: PlaceTree) -> None:
        """Take the whole tree; rows whose words change say so."""
        self._places = places
        self._name_anew()
        self.places_changed.emit()
        self.updated.emit()

    def set_names(self, names: TopicNames) -> None:
        """Take what topics are called; rows that are on another one say so."""
        if names == self._names:
            return
        self._names = names
        self._name_anew()
        self.names_changed.emit()
        self.updated.emit()

    def _name_anew(self) -> None:
        if self._next_day != self._day:
            self._prepare_anew()
        # A room's new name, or a topic's other one, shows in no fact of a row, but it is found by.
        self.words.read_anew(self._rows)
        self._age()

    def start(self) -> None:
        """Let ages run and `until` end by themselves."""
        self.tick()

    def stop(self) -> None:
        """Stop the clock."""
        self._timer.stop()
        for turns in (self._taking, self._preparing, self._ageing):
            turns.stop()

    @Slot()
    def tick(self) -> None:
        """Bring ages up to now; the next tick comes at the next `until`, in 15 s at the latest."""
        if self._day is not None and self._day < day_of(self._now()):
            self.show_day(None)
        self._age()
        self._timer.start(_TICK)
        self._schedule(self._cards)
        self.updated.emit()

    def _take(self) -> Iterator[None]:
        while True:
            yield from self._told.sort()
            while (card := self._told.take()) is not None:
                if self._takes(card):
                    self._schedule([card])
                    yield
            yield from alone()
            if not self._told:  # Some may have been told of meanwhile.
                break
        self.updated.emit()

    def _takes(self, card: Card) -> bool:
        """Whether it says anything else than before."""
        row = self._rows.get(card.person.id)
        if row is None:
            self._insert(card)
        elif card != self._cards[row]:
            self._cards[row], self._shown[row] = card, self._seen(card)
            self._census.take(card, self._now())
            self._learn(row, self._facts_of(self._shown[row], self._now()))
        else:
            return False
        if card.me:
            self._find_me()
        return True

    def _prepare_anew(self) -> None:
        self._preparing.begin(self._prepare(Prepared(list(self._cards))))

    def _prepare(self, prepared: Prepared) -> Iterator[None]:
        """Have everybody as they are shown next; then all turn at once."""
        day, site = self._next_day, self._site_on(self._next_day)

        def show(card: Card) -> Shown:
            seen = card if day is None else card.on(day)
            return seen, row_facts(seen, self._places, site, self._now(), self._names)

        yield from prepared.steps(show)
        yield from alone()
        self._day = day
        self._locate_me()
        self._shown, self._facts = prepared.of(self._cards, self._show)
        self.words.read_anew(self._rows)
        if self._facts:
            # Every row says something else: thousands of signals for single rows would take longer.
            self.dataChanged.emit(self.index(0), self.index(len(self._facts) - 1))
        self.day_changed.emit()
        yield from alone()
        self.updated.emit()

    def _read(self, person: str) -> str | None:
        row = self._rows.get(person)
        if row is None:
            return None
        return searchable(self._shown[row], self._places, self._now(), self._names)

    def _schedule(self, cards: Iterable[Card]) -> None:
        """Wake up when the first of their statuses ends."""
        if not self._timer.isActive():
            return
        now = self._now()
        ends = [c.status.until for c in cards if c.status and c.status.until is not None]
        next_end = min((end - now for end in ends if end > now), default=_TICK)
        if next_end < self._timer.remainingTime():
            self._timer.start(max(1, next_end))

    def _insert(self, card: Card) -> None:
        now, row = self._now(), len(self._cards)
        self._census.take(card, now)
        if card.me:
            self._me = card.person.id
        seen = self._seen(card)
        self.beginInsertRows(QModelIndex(), row, row)
        self._rows[card.person.id] = row
        self._cards.append(card)
        self._shown.append(seen)
        self._facts.append(self._facts_of(seen, now))
        self.endInsertRows()
        self.words.read([card.person.id])

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

    def _show(self, card: Card) -> Shown:
        seen = self._seen(card)
        return seen, self._facts_of(seen, self._now())

    def _facts_of(self, card: Card, now: int) -> RowFacts:
        return row_facts(card, self._places, self._my_shown_site, now, self._names)

    def _age(self) -> None:
        """Say anew what each card says; only rows that read differently tell. Many take turns."""
        self._locate_me()
        self._ageing.begin(self._aged(list(self._rows)))

    def _aged(self, people: list[str]) -> Iterator[None]:
        for person in people:
            row = self._rows.get(person)
            if row is not None:
                facts = self._facts_of(self._shown[row], self._now())
                if facts != self._facts[row]:
                    self._learn(row, facts)
            yield

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
