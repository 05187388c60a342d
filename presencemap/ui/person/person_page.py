"""The page of one colleague: what their card says, what they said last, and who is on the same.

Owns where each part stands at a width. Knows no node: what is to be asked for it, others ask.
"""

from collections.abc import Generator, Iterable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from presencemap.domain.roster import Card
from presencemap.ui.controls import Glyph, Label
from presencemap.ui.people import wording
from presencemap.ui.people.about_person import AboutPerson
from presencemap.ui.people.card_head import Head
from presencemap.ui.people.contact_opener import ContactOpener
from presencemap.ui.people.known import name_of
from presencemap.ui.people.roster_model import RosterModel
from presencemap.ui.person.alike import Alike
from presencemap.ui.person.contact_list import ContactList
from presencemap.ui.person.recent import Recent
from presencemap.ui.person.trust_line import TrustLine
from presencemap.ui.stream.facts import PostFacts
from presencemap.ui.theme import appearance

_BESIDE: Final = 760
"""Px from which how to reach them stands beside all else; below, after what they are on."""
_SIDE: Final = 340
_ROOMY: Final = 480
"""Px from which face and name are large."""
_WIDEST: Final = 760
_ANY: Final = 16_777_215


class PersonPage(AboutPerson):
    """`left`: by its cross. `map_wanted` with the id: to be shown where they are."""

    left = Signal()
    map_wanted = Signal(str)

    def __init__(self, roster: RosterModel) -> None:
        super().__init__(roster, ContactList(ContactOpener()))
        self._voucher = ""
        self.recent = Recent(partial(name_of, roster))
        self.alike = Alike()
        self._title = Label("", "title")
        self._private = Label("", "small", "ink3", wrap=True)
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        cross = self._head.close_button
        cross.set_name(self.tr("Back to where you were (Esc)"))
        cross.clicked.connect(self.left)
        self.acts.lens.clicked.connect(lambda: self.map_wanted.emit(self.person))
        appearance().changed.connect(self._share_out)
        self._share_out()

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What it is made of, the main ones first."""
        return self._main, self._side, self._below

    def open(self, person: str) -> None:
        """Show a person; of another one nothing is shown meanwhile that is to be asked for."""
        if person != self.person:
            self._voucher = ""
            self.recent.show_posts((), self._roster.now(), "")
            self.alike.show_people(())
        super().open(person)

    def show_voucher(self, person: str) -> None:
        """Who let them in, by id; "" where that isn't known."""
        self._voucher = person
        card = self._roster.card(self.person)
        if card is not None:
            self._trust.show_card(card, self._roster.card(person))

    def show_posts(self, posts: Sequence[PostFacts]) -> None:
        """What they said last."""
        card = self._roster.card(self.person)
        if card is None:
            return
        nothing = (
            self.tr("Nothing yet. What you say in the stream stands here.")
            if card.me
            else self.tr("Nothing yet. What {name} says in the stream stands here.")
        )
        nothing = nothing.format(name=wording.first_name(card.person))
        self.recent.show_posts(posts, self._roster.now(), nothing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side, or one after the other."""
        super().resizeEvent(event)
        self._share_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground."""
        QPainter(self).fillRect(event.rect(), appearance().theme.colour("bg"))

    def _make_head(self) -> Head:
        self._trust = TrustLine()
        return Head((self._trust, self._place))

    def _filling(self, card: Card, now: int) -> Generator[None, None, None]:
        yield from super()._filling(card, now)
        yield
        name = wording.first_name(card.person)
        self._trust.show_card(card, self._roster.card(self._voucher))
        self._title.setText(
            self.tr("How you are reached")
            if card.me
            else self.tr("Contact {name}").format(name=name)
        )
        self._private.setText(self.tr("Only {name} and you can read a note.").format(name=name))
        self._lock.setVisible(not card.me)
        # It is among the ways here.
        self.acts.note.hide()
        there = self._roster.places.site(card.place_at(now)) is not None
        self.acts.offer_lens(self.tr("Show on the map") if there else "", "map-pin")

    def _lay_out(self) -> None:
        self._lock = QWidget()
        line = QHBoxLayout(self._lock)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(Glyph("lock", "ink3", 14))
        line.addWidget(self._private, 1)
        said = (self._activity, self.jobs, self._last_seen, self._days)
        reached = (self._title, self._quiet, self.contact, self._no_ways, self.acts, self._lock)
        inside = self._content
        self._main = _Column((self._head, self.key_note, *said), inside, spacing=16)
        self._side = _Side((*reached, self.acts.foot, self.change, *self._own), inside, spacing=12)
        self._below = _Column((self._talents, self.recent, self.alike), inside, spacing=20)
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._grid.setRowStretch(2, 1)
        self._grid.setColumnStretch(0, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    @Slot()
    def _share_out(self) -> None:
        theme, grid = appearance().theme, self._grid
        beside = self.width() >= theme.px(_BESIDE)
        edge = 26 if beside else 14
        for part in (self._main, self._side, self._below):
            grid.removeWidget(part)
        grid.addWidget(self._main, 0, 0)
        grid.addWidget(self._below, 1 if beside else 2, 0, Qt.AlignmentFlag.AlignTop)
        roomy = self.width() >= theme.px(_ROOMY)
        self._head.stand(wide=roomy)
        self._activity.stand(wide=roomy)
        self._main.stand(edge, 22 if beside else 14, below=0 if beside else 16)
        self._below.stand(edge, 20, below=20)
        self._side.stand(18 if beside else 14, 20 if beside else 16, below=16)
        if beside:
            grid.addWidget(self._side, 0, 1, 3, 1)
            self._side.setFixedWidth(theme.px(_SIDE))
        else:
            grid.addWidget(self._side, 1, 0)
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(_ANY)
        for part in (self._main, self._below):
            part.setMaximumWidth(theme.px(_WIDEST) if beside else _ANY)


class _Column(QWidget):
    """Parts below each other."""

    def __init__(self, parts: Iterable[QWidget], parent: QWidget, spacing: int) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(spacing)
        for part in parts:
            self._column.addWidget(part)
        self._column.addStretch(1)

    def stand(self, edge: int, above: int, below: int) -> None:
        """With so many px of air around."""
        self._column.setContentsMargins(edge, above, edge, below)


class _Side(_Column):
    """On the surface, parted from the ground."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Down to its end."""
        theme, painter = appearance().theme, QPainter(self)
        painter.fillRect(self.rect(), theme.colour("border"))
        lying = self.x() == 0
        inner = self.rect().adjusted(0, 1, 0, -1) if lying else self.rect().adjusted(1, 0, 0, 0)
        painter.fillRect(inner, theme.colour("surface"))
