"""The colleagues who were found, those who are free now or all, the likeliest first.

Owns the rows and which of them is the first. Reads the roster; names nobody who isn't in it.
"""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from presencemap.app.knowledge.findings import Findings
from presencemap.app.knowledge.inquiry import NAMED
from presencemap.domain.expertise import Expert
from presencemap.domain.roster import Card
from presencemap.ui.ask.hit import Hit
from presencemap.ui.controls import Chip, ElidedLabel, Label, QuietButton, Rows, dress
from presencemap.ui.filling import Filling
from presencemap.ui.people.contact_opener import ContactOpener
from presencemap.ui.team import Team

_NAMED: Final = 3


class PeopleFound(QWidget):
    """What is wanted for whom carries their id; `left`: up, to the field."""

    person_wanted = Signal(str)
    note_wanted = Signal(str)
    link_wanted = Signal(str)
    introduction_wanted = Signal(str)
    follow_wanted = Signal(str, bool)
    left = Signal()

    def __init__(self, team: Team, opener: ContactOpener, filling: Filling) -> None:
        super().__init__()
        self._team, self._opener = team, opener
        self._people: tuple[Expert, ...] = ()
        self._filling = filling
        self.title = Label("", "body")
        dress(self.title, strong=True)
        self.order = ElidedLabel("", "small", "ink3")
        self.free, self.anyone = Chip(self.tr("Free now")), Chip(self.tr("Anyone"))
        self.free.setChecked(True)
        group = QButtonGroup(self)
        for chip in (self.free, self.anyone):
            group.addButton(chip)
        group.buttonClicked.connect(self._fill)
        self.busy = Label("", "small", "ink2", wrap=True)
        self.all = QuietButton(self.tr("Show them"), small=True)
        self.all.clicked.connect(self.anyone.click)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self.order, 1)
        head.addWidget(self.free)
        head.addWidget(self.anyone)
        others = QHBoxLayout()
        others.addWidget(self.busy, 1)
        others.addWidget(self.all, 0, Qt.AlignmentFlag.AlignTop)
        self._rows = Rows(self._make)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._rows)
        column.addLayout(others)
        team.changed.connect(self._refresh)
        self._fill()

    @property
    def hits(self) -> list[Hit]:
        """Those that show somebody who was found."""
        return self._rows.shown

    def show_findings(self, found: Findings) -> None:
        """Those who were found."""
        self._people = found.people
        self._fill()

    def make_ahead(self) -> Iterator[None]:
        """Make the rows that an answer may have, in steps, before there is one."""
        return self._rows.make_ahead(NAMED)

    def focus_first(self) -> bool:
        """The keyboard goes to the likeliest; whether there is anybody."""
        for hit in self.hits[:1]:
            hit.setFocus(Qt.FocusReason.TabFocusReason)
        return bool(self.hits)

    def open_first(self) -> None:
        """Open the card of the likeliest."""
        for hit in self.hits[:1]:
            self.person_wanted.emit(hit.person)

    @Slot()
    def _fill(self) -> None:
        roster, now = self._team.roster, self._team.clock()
        known = [(each, roster.card(each.person)) for each in self._people]
        cards = [(expert, card) for expert, card in known if card is not None]
        left_out = [card for _, card in cards if self.free.isChecked() and not card.free()]
        shown = [each for each in cards if each[1] not in left_out]
        self._head(len(shown), left_out)
        self.setVisible(bool(cards))

        def show(hit: Hit, found: tuple[Expert, Card]) -> None:
            hit.be_first(first=not self.hits)
            hit.show_expert(*found, roster.places, now)
            hit.draw_ahead(self._rows.width())

        self._filling.fill(self, self._rows.fill(shown, show))

    def _head(self, shown: int, left_out: list[Card]) -> None:
        if shown == 1:
            words = self.tr("One colleague")
        else:
            words = self.tr("{count} colleagues").format(count=shown)
        self.title.setText(words if shown else self.tr("Nobody who is free now"))
        self.order.setText(self.tr("By what they told the team themselves") if shown else "")
        names = ", ".join(card.person.name for card in left_out[:_NAMED])
        more = len(left_out) - _NAMED
        if more > 0:
            names = self.tr("{names} and {count} more").format(names=names, count=more)
        self.busy.setText(self.tr("Not free now: {names}").format(names=names))
        for part in (self.busy, self.all):
            part.setVisible(bool(left_out))

    def _make(self) -> Hit:
        hit = Hit(self._opener, self._rows)
        made = self._rows.made
        self.setTabOrder(made[-1] if made else self.anyone, hit)
        hit.opened.connect(self.person_wanted)
        hit.note_wanted.connect(self.note_wanted)
        hit.link_wanted.connect(self.link_wanted)
        hit.introduction_wanted.connect(self.introduction_wanted)
        hit.follow_wanted.connect(self.follow_wanted)
        hit.moved.connect(self._move)
        return hit

    @Slot(int)
    def _move(self, step: int) -> None:
        hits = self.hits
        sender = self.sender()
        at = next((n for n, hit in enumerate(hits) if hit is sender), 0) + step
        if at < 0:
            self.left.emit()
        elif at < len(hits):
            hits[at].setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _refresh(self) -> None:
        """Whether they are free, as it is now; nobody comes or goes under the pointer."""
        roster, now = self._team.roster, self._team.clock()
        for hit in self.hits:
            card = roster.card(hit.person)
            if card is not None:
                hit.show_card(card, roster.places, now)
