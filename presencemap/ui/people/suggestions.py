"""On a card, what I could do for who is on something: bring in who knows, send what I have on it.

Shows what it is given, with the reason; asks for it when a card is about something else. Knows no
node. What is dismissed stays away as long as they are on the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from presencemap.domain.availability import Availability
from presencemap.domain.person import Person
from presencemap.domain.roster import Card
from presencemap.domain.status import Kind
from presencemap.ui.controls import (
    ElidedLabel,
    ElidedText,
    Face,
    Glyph,
    IconButton,
    Label,
    QuietButton,
    dress,
    two_lines,
)

MOST: Final = 2
_FACE: Final = 28


@dataclass(frozen=True, slots=True)
class Helper:
    """Who may help, and why, in words."""

    person: Person
    availability: Availability | None
    why: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A link of mine, by its address, and why it is offered, in words."""

    url: str
    title: str
    why: str


class Suggestions(QWidget):
    """`wanted` with a person's id and what they are on, for `show_found` to be called.

    `introduce_wanted` with the other's id, `send_wanted` with a link's address.
    """

    wanted = Signal(str, str)
    introduce_wanted = Signal(str)
    send_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._about = ("", "")
        self._who = ""
        self._dismissed: set[tuple[str, str]] = set()
        self._title = Label("", "small", "ink2")
        dress(self._title, strong=True)
        self.dismiss = IconButton("x", self.tr("Don’t suggest this"))
        self.dismiss.clicked.connect(self._dismiss)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.dismiss)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        self.hide()

    @cached_property
    def people(self) -> "list[_PersonRow]":
        """The rows of helpers, made when there are some: a card suggests nobody, usually."""
        made = [_PersonRow() for _ in range(MOST)]
        for at, row in enumerate(made):
            row.chosen.connect(self.introduce_wanted)
            self._column.insertWidget(1 + at, row)
        return made

    @cached_property
    def link(self) -> "_LinkRow":
        """The row of a link, below theirs, made as late."""
        made = _LinkRow()
        made.chosen.connect(self.send_wanted)
        self._column.addWidget(made)
        return made

    def show_card(self, card: Card, now: int) -> None:
        """Be about what this person is on now; nothing is suggested to who isn't, nor to myself."""
        status = card.status_at(now)
        activity = status.activity if status is not None and not card.me else None
        about = (card.person.id, activity.text if activity is not None else "")
        stuck = activity is not None and activity.kind is Kind.STRUGGLING_WITH
        self._who = self.tr("Who could help here") if stuck else self.tr("On the same")
        if about != self._about:
            self._about = about
            self.hide()
            if about[1] and about not in self._dismissed:
                self.wanted.emit(*about)

    def show_found(
        self, person: str, about: str, helpers: Sequence[Helper], offer: Offer | None
    ) -> None:
        """What was found for that; too late, if the card is about something else by now."""
        if (person, about) != self._about or self._about in self._dismissed:
            return
        for number, row in enumerate(self.people):
            row.show_helper(helpers[number] if number < len(helpers) else None)
        self.link.show_offer(offer)
        self._title.setText(self._who if helpers else self.tr("From your links"))
        self.setVisible(bool(helpers) or offer is not None)

    @Slot()
    def _dismiss(self) -> None:
        self._dismissed.add(self._about)
        self.hide()


class _PersonRow(QWidget):
    """`chosen` with the person's id, by the button."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._person = ""
        self._face = Face(_FACE, "raised")
        self._name = ElidedLabel("", "body")
        self._why = Label("", "small", "ink2", wrap=True)
        self.button = QuietButton(self.tr("Introduce"), small=True)
        self.button.clicked.connect(lambda: self.chosen.emit(self._person))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._face)
        row.addLayout(two_lines(self._name, self._why), 1)
        row.addWidget(self.button)

    def show_helper(self, helper: Helper | None) -> None:
        """This one, or nobody."""
        self.setVisible(helper is not None)
        if helper is None:
            return
        person = helper.person
        self._person = person.id
        self._face.show_person(person.id, person.name, person.initials, helper.availability)
        self._name.setText(person.name)
        self._why.setText(helper.why)
        name = self.tr("Introduce to {name}: {why}").format(name=person.name, why=helper.why)
        self.button.setAccessibleName(name)


class _LinkRow(QWidget):
    """`chosen` with the link's address, by the button."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._url = ""
        self._title = ElidedText("", "body")
        self._why = Label("", "small", "ink2", wrap=True)
        self.button = QuietButton(self.tr("Send …"), small=True)
        self.button.clicked.connect(lambda: self.chosen.emit(self._url))
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 0, 0)
        row.setSpacing(20)
        row.addWidget(Glyph("link", "ink2", 16))
        row.addLayout(two_lines(self._title, self._why), 1)
        row.addWidget(self.button)

    def show_offer(self, offer: Offer | None) -> None:
        """This one, or none."""
        self.setVisible(offer is not None)
        if offer is None:
            return
        self._url = offer.url
        self._title.setText(offer.title)
        self._why.setText(offer.why)
        self.button.setAccessibleName(
            self.tr("Send {title}: {why}").format(title=offer.title, why=offer.why)
        )
