"""The list's order: groups with header rows, filter, and calm under the pointer.

Owns which person stands where. Reads the roster model; knows no painter and no view.
"""

from collections import Counter
from collections.abc import Generator, Sequence
from itertools import takewhile

from PySide6.QtCore import QModelIndex, QObject, Qt, QTimer, Signal, Slot

from presencemap.domain.roster import Group
from presencemap.domain.topic_graph import Question, asked_about
from presencemap.ui.people.drawn_ahead import Sight, drawn_ahead
from presencemap.ui.people.guest_rows import guest_data, host_of, is_guest_row
from presencemap.ui.people.header_rows import (
    group_of,
    header_of,
    headers_in,
    is_header,
    rows_of,
)
from presencemap.ui.people.headings import heading, spoken_heading
from presencemap.ui.people.keyed_rows import Change, KeyedRows
from presencemap.ui.people.on_top import OnTop
from presencemap.ui.people.ranking import Ranking
from presencemap.ui.people.roster_model import Index, Role, RosterModel
from presencemap.ui.people.row_facts import RowFacts
from presencemap.ui.people.seeking import Seeking
from presencemap.ui.people.showing import Show, keeper
from presencemap.ui.people.sorting import Sorting
from presencemap.ui.steps import whole
from presencemap.ui.turns import Rounds, alone

_HELD_AT_MOST = 10_000
Steps = Generator[None, None, None]
_READ_AT_ONCE = 200
"""People; some 3 ms."""


class RosterList(KeyedRows):
    """Rows are headers (`Role.ID` is "", `Role.GROUP` set) and people; all answer DisplayRole.

    At a chosen place also the guests of each, below all people there: without id and group.
    `matches_changed` carries the ids that the filter keeps, or None without a filter.
    """

    matches_changed = Signal(object)
    reordered = Signal()

    def __init__(self, source: RosterModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._counts: dict[Group, int] = {}
        self._headed = set[Group]()
        self._collapsed: set[Group] = set()
        self._groups: dict[str, Group] = {}
        self._top = OnTop(source)
        self._there = 0
        self._text = ""
        self._show = Show.ALL
        self._topic = ""
        self._questions: Sequence[Question] = ()
        self._ranking = Ranking(self._top.group_of)
        self._asked: tuple[object, ...] = ()
        self._settling = Rounds(self, self._settled)
        self._finding = Rounds(self, self._listing)
        self._listings = 0
        self._matches_wait = False
        self._seeking = Seeking(self._ranking, source.words, self)
        self._held = False
        self.shown_by: Sight | None = None
        self.patience = QTimer(self, singleShot=True, interval=_HELD_AT_MOST)
        self.patience.timeout.connect(self.settle)
        source.dataChanged.connect(self._source_changed)
        source.rowsRemoved.connect(self._rows_went)
        source.updated.connect(self._queue)
        source.day_changed.connect(self._filtered)
        source.places_changed.connect(self._forget)
        source.names_changed.connect(self._forget)
        self.settle()

    @property
    def people(self) -> int:
        """How many colleagues there are, filter or not, me aside."""
        return self._source.colleagues

    @property
    def shown(self) -> int:
        """How many of them the filter keeps."""
        return sum(self._counts.values())

    @property
    def filtering(self) -> bool:
        """Whether text or a chip leaves people out."""
        return bool(self._text.strip()) or self._show is not Show.ALL

    @property
    def text(self) -> str:
        """The filter's text."""
        return self._text

    @property
    def show_only(self) -> Show:
        """The chip that is on."""
        return self._show

    @property
    def topic(self) -> str:
        """The topic that may be kept to, "" for none."""
        return self._topic and self._source.names.name(self._topic)

    @property
    def chosen_site(self) -> str | None:
        """The site that is on top, and may be kept to."""
        return self._top.site

    @property
    def floor(self) -> str:
        """The floor whose people are on top, "" for none."""
        return self._top.floor

    @property
    def there(self) -> int:
        """How many colleagues are at the chosen place or floor, filter or not."""
        return self._there

    @property
    def sorting(self) -> Sorting:
        """What comes first within a group."""
        return self._ranking.sorting

    def set_sorting(self, sorting: Sorting) -> None:
        """Sort each group by this."""
        self._ranking.sorting = sorting
        self.settle()

    def set_topic(self, topic: str) -> None:
        """The topic that ``Show.TOPIC`` keeps to; "" for none."""
        self._topic = topic
        self._filtered()

    def set_questions(self, questions: Sequence[Question]) -> None:
        """What is asked in the open: who asks about a topic is on it."""
        self._questions = questions
        if self._show is Show.TOPIC:
            self._filtered()

    def set_text(self, text: str) -> None:
        """Keep only who matches: name, talent, place or activity, accents aside."""
        self._text, self._matches_wait = text, True
        if self._source.words.unread > _READ_AT_ONCE or self.patience.isActive():
            # Just after a start, when another day came, or when somebody waits to move.
            self._settling.ask()
        else:
            # A letter needn't wait for another order.
            self._finding.ask()

    def choose_site(self, site: str | None) -> None:
        """Put the people of this site on top, under a header of their own; None for nobody."""
        if site == self._top.site:
            return
        self._top.site = site
        self._collapsed.discard(Group.CHOSEN)
        if self._show is Show.PLACE:
            self._filtered()
        self.settle()
        # The chip of the place comes also where nobody is.
        self.reordered.emit()
        # Another place may have as many people: the header reads differently all the same.
        self._reword(header_of(Group.CHOSEN))

    def choose_floor(self, floor: str) -> None:
        """Of the chosen site put the people of this floor on top only; "" for the whole site."""
        if floor != self._top.floor:
            self._top.floor = floor
            self.settle()
            self.reordered.emit()
            if self._keys:
                self.dataChanged.emit(self.index(0), self.index(len(self._keys) - 1))

    def set_show(self, show: Show) -> None:
        """Keep only those whom a chip means."""
        self._show = show
        self._filtered()

    def matching(self) -> frozenset[str] | None:
        """The ids that the filter kept last, None without one; the map dims the others."""
        return frozenset(self._groups) if self.filtering else None

    def is_collapsed(self, group: Group) -> bool:
        """Whether a group shows its header only; a filter opens all."""
        return group in self._collapsed and not self.filtering

    def collapse(self, group: Group, *, collapsed: bool) -> None:
        """Fold or unfold a group."""
        (self._collapsed.add if collapsed else self._collapsed.discard)(group)
        self.settle()
        self._reword(header_of(group))

    def hold(self, *, held: bool) -> None:
        """While held (pointer over the list, or focus in it) nothing moves, 10 s at most."""
        self._held = held
        if not held and self.patience.isActive():
            self.settle()

    def row_of(self, person: str) -> int:
        """The row of a person, -1 where filtered or folded away."""
        return self._rows.get(person, -1)

    def is_header(self, row: int) -> bool:
        """Whether a row is the header of a group."""
        return is_header(self._keys[row])

    def headers(self) -> list[int]:
        """The rows of all headers."""
        return [row for _, row in headers_in(self._keys, self._headed)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A header's words, or what the roster model says."""
        if not index.isValid() or not 0 <= index.row() < len(self._keys):
            return None
        key = self._keys[index.row()]
        if is_guest_row(key):
            return guest_data(key, self._source.card(host_of(key)), role)
        if not is_header(key):
            if role == Role.GROUP:
                return self._groups.get(key)
            found = self._source.data(self._source.index(self._source.row_of(key)), role)
            if isinstance(found, RowFacts) and self._groups.get(key) is Group.CHOSEN:
                return self._top.in_room(found)
            return found
        return self._header_data(group_of(key), role)

    def _header_data(self, group: Group, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._title(group)
            case Qt.ItemDataRole.AccessibleTextRole:
                folded = self.is_collapsed(group)
                return spoken_heading(self._title(group), self.count(group), folded=folded)
            case Role.ID:
                return ""
            case Role.GROUP:
                return group
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headers and guests may be current, not selected."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        is_person = self._keys[index.row()] in self._groups
        return flags | Qt.ItemFlag.ItemIsSelectable if is_person else flags

    def count(self, group: Group) -> int:
        """How many people a group has now, folded or not."""
        return self._counts.get(group, 0)

    @Slot()
    def settle(self) -> None:
        """Put everybody where they belong, now."""
        self._settling.stop()
        self._finding.stop()
        whole(self._settled(ahead=False))

    def _settled(self, *, ahead: bool = True) -> Steps:
        """Put everybody where they belong; what is listed stays meanwhile. ``ahead``: below."""
        self.patience.stop()
        changed = yield from self._ranking.learn(self._source.colleagues_facts(), self._top.by)
        if changed:
            self._seeking.forget()
        if changed or self._asked != self._asks():
            yield
            if self._text.strip():
                yield from self._source.words.reading()
            yield from self._listing(ahead=ahead)
        else:
            self._tell_matches()
        yield from self._ranking.let_go()

    def _listing(self, *, ahead: bool = False) -> Steps:
        """List those whom the filter keeps, in the order that is known: all in the last step.

        Another one that is begun meanwhile knows better. ``ahead``: their rows are drawn by then.
        """
        self._listings += 1
        listing, asked = self._listings, self._asks()
        groups = yield from self._kept_people()
        counts = Counter(groups.values())
        folded = set() if self.filtering else self._collapsed
        keys = rows_of(groups, counts, folded, self._source.facts)
        yield
        change = yield from self.changing(keys)
        yield
        if ahead and self.shown_by is not None:
            yield from drawn_ahead(self.shown_by, keys, self._source.facts)
            yield from alone()
        if listing == self._listings:
            self._asked = asked
            self._put(groups, counts, change)
            self._tell_matches()

    def _tell_matches(self) -> None:
        if self._matches_wait:
            self._matches_wait = False
            self.matches_changed.emit(self.matching())

    def _put(self, groups: dict[str, Group], counts: Counter[Group], change: Change) -> None:
        """Have these rows."""
        self._groups = groups
        before, self._counts = self._counts, counts
        self._headed |= counts.keys()
        # Those on top come first.
        on_top = takewhile(lambda who: who[1] is Group.CHOSEN, self._ranking)
        others, self._there = self._there, sum(1 for _ in on_top)
        if change.target != self._keys:
            self.become(change)
            self._headed = set(counts)
            self.reordered.emit()
        elif others != self._there:
            self.reordered.emit()
        for group, row in headers_in(self._keys, self._headed):
            if before.get(group) != self.count(group):
                self.dataChanged.emit(self.index(row), self.index(row))

    def _asks(self) -> tuple[object, ...]:
        """What decides who is listed, beside what they say."""
        kept_to = self.topic, self._top.site, self._source.my_shown_site
        return self._text, self._show, kept_to, frozenset(self._collapsed)

    @Slot()
    def _forget(self) -> None:
        """What people are found by may be another, though no row reads differently."""
        self._list_anew()
        self._seeking.forget()

    @Slot()
    def _filtered(self) -> None:
        self._matches_wait = True
        self._list_anew()
        self._settling.ask()

    def _list_anew(self) -> None:
        """Whatever was asked for may be answered otherwise by now."""
        self._asked = ()
        self._listings += 1

    def _kept_people(self) -> Generator[None, None, dict[str, Group]]:
        """Whom the filter keeps, in their order, and the group of each."""
        if self._text.strip():
            groups = dict((yield from self._seeking.who_say(self._text)))
        else:
            groups = self._ranking.groups
        yield
        if self._show is Show.ALL:
            return groups
        asking = asked_about(self.topic, self._questions)
        mine = self._source.my_shown_site
        keeps = keeper(self._show, self.topic, self._top.site, mine, asking)
        known = ((person, self._source.facts(person)) for person in groups)
        return {person: groups[person] for person, facts in known if facts and keeps(facts)}

    def _title(self, group: Group) -> str:
        return heading(group, self._source, self._top.site, on_floor=bool(self._top.floor))

    @Slot(QModelIndex, QModelIndex)
    def _source_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        if last.row() - first.row() + 1 == self._source.rowCount() > 1:
            if self._keys:
                self.dataChanged.emit(self.index(0), self.index(len(self._keys) - 1))
            return
        for row in range(first.row(), last.row() + 1):
            self._reword(str(self._source.data(self._source.index(row), Role.ID)))

    def _reword(self, key: str) -> None:
        """A row reads differently, if it is listed."""
        row = self._rows.get(key)
        if row is not None:
            self.dataChanged.emit(self.index(row), self.index(row))

    @Slot(QModelIndex, int, int)
    def _rows_went(self, _parent: QModelIndex, _first: int, _last: int) -> None:
        # Who left the team leaves at once: a row without a person can't stay.
        self.settle()

    @Slot()
    def _queue(self) -> None:
        # A team that comes in waits for nobody's pointer: a row of few stood alone for 10 s.
        if not self._held or 4 * len(self._ranking.groups) < 3 * self._source.colleagues:
            self._settling.ask()
        elif not self.patience.isActive():
            self.patience.start()
