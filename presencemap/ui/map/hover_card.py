"""Who the pointer rests on, in a small card: how they are, on what, where; what to do with them.

Knows one card at a time; when it comes and goes is the hover's.
"""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QEnterEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from presencemap.domain.contact import ContactWay  # noqa: TC001 - as an attribute
from presencemap.domain.place import PlaceTree
from presencemap.domain.roster import Card
from presencemap.ui.controls import Button, ElidedLabel, FlowLayout, Label, dress, plain_tooltip
from presencemap.ui.lens import Lens
from presencemap.ui.map import phrases
from presencemap.ui.map.floating import AIR, Floating
from presencemap.ui.painting.availability import availability_token, availability_word
from presencemap.ui.people import wording
from presencemap.ui.people.card_sections import BriefActivity, wants_quiet
from presencemap.ui.people.contact_opener import (
    ContactOpener,
    contact_icon,
    contact_label,
    contact_tip,
    contact_word,
)
from presencemap.ui.theme import appearance

_WIDTH, _WIDEST = 300, 340
_PAD, _BETWEEN = 12, 8
_BESIDE = 14
"""Px from the pointer to the card."""


class HoverCard(Floating):
    """``entered`` and ``left`` by the pointer; ``person_wanted`` with an id, by a click.

    ``note_wanted``, ``link_wanted``, ``introduction_wanted`` and ``lens_wanted`` with an id too, by
    a button. Who asks for quiet is written to from here, not called.
    """

    entered = Signal()
    left = Signal()
    person_wanted = Signal(str)
    note_wanted = Signal(str)
    link_wanted = Signal(str)
    introduction_wanted = Signal(str)
    lens_wanted = Signal(str)

    def __init__(
        self, parent: QWidget, opener: ContactOpener | None = None, other: Lens = Lens.WHAT
    ) -> None:
        super().__init__(parent)
        self._opener = opener or ContactOpener(self)
        self._person = ""
        self._way: ContactWay | None = None
        self._name = ElidedLabel("", "strong")
        self._word = Label("", "small")
        dress(self._word, strong=True)
        self._activity = BriefActivity(several=True)
        self._where = Label("", "small", "ink3", wrap=True)
        self.contact = Button("", icon="mail", small=True)
        self.contact.set_variant("primary")
        self.contact.clicked.connect(self._open)
        self.note = Button(self.tr("Note"), icon="sticky-note", small=True)
        self.note.set_variant("primary")
        self.note.clicked.connect(lambda: self.note_wanted.emit(self._person))
        self.link = Button(self.tr("Link"), icon="link", small=True)
        self.link.clicked.connect(lambda: self.link_wanted.emit(self._person))
        self.introduce = Button(self.tr("Introduce"), icon="user-plus", small=True)
        self.introduce.clicked.connect(lambda: self.introduction_wanted.emit(self._person))
        self._other = other
        to_topics = other is Lens.WHAT
        self.lens = Button(
            self.tr("On what") if to_topics else self.tr("Where"),
            icon="hash" if to_topics else "map-pin",
            small=True,
        )
        self.lens.clicked.connect(lambda: self.lens_wanted.emit(self._person))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._name, 1)
        head.addWidget(self._word)
        column = QVBoxLayout(self)
        column.setContentsMargins(self.air(_PAD))
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._activity)
        column.addWidget(self._where)
        self._acts = QWidget()
        acts = FlowLayout(self._acts, spacing=_BETWEEN)
        self._buttons = (self.contact, self.note, self.link, self.introduce, self.lens)
        for button in self._buttons:
            acts.addWidget(button)
        column.addWidget(self._acts)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def show_card(self, card: Card, places: PlaceTree, now: int) -> None:
        """Whose card."""
        self._person = card.person.id
        lines = phrases.hover_text(card, places, now).split("\n")
        self.setAccessibleName(", ".join(lines))
        self._name.setText(card.person.name)
        availability = card.shown_availability()
        planned = card.planned is not None
        self._word.setText("" if planned else availability_word(availability))
        self._word.set_tone(availability_token(availability))
        status = card.status_at(now)
        activity = status.activity if status is not None and not planned else None
        if activity is not None:
            self._activity.show_activity(activity)
        self._activity.setVisible(activity is not None)
        self._where.setText(lines[-1])
        self._where.setVisible(len(lines) > 1)
        called = not (card.me or wants_quiet(card))
        ways = card.person.profile.contacts if called else ()
        self._way = ways[0] if ways else None
        self._acts.setVisible(not card.me)
        name = wording.first_name(card.person)
        self.note.setVisible(self._way is None)
        self.note.setAccessibleName(self.tr("Write a note to {name}").format(name=name))
        self.link.setAccessibleName(self.tr("Send {name} a link").format(name=name))
        self.introduce.setAccessibleName(self.tr("Introduce {name} to …").format(name=name))
        if self._other is Lens.WHAT:
            self.lens.setVisible(bool(card.topics_at(now)))
            self.lens.setAccessibleName(self.tr("Show {name} in On what").format(name=name))
        else:
            self.lens.setVisible(card.place_at(now) is not None)
            self.lens.setAccessibleName(self.tr("Show {name} in Where").format(name=name))
        self.contact.setVisible(self._way is not None)
        if self._way is not None:
            self.contact.setText(contact_word(self._way))
            self.contact.setAccessibleName(contact_label(self._way))
            self.contact.set_icon(contact_icon(self._way))
            self.contact.setToolTip(plain_tooltip(contact_tip(self._way, 0)))

    def place_beside(self, at: QPoint) -> None:
        """Below a point of the parent, above it where there is no room."""
        around = self.parentWidget()
        if around is None:
            return
        room = around.rect()
        size = self.sizeHint()
        box = QRect(QPoint(at.x() - size.width() // 2, at.y() + _BESIDE - AIR), size)
        if box.bottom() - AIR > room.bottom():
            box.moveBottom(at.y() - _BESIDE + AIR)
        box.moveLeft(max(-AIR, min(box.left(), room.right() + AIR - size.width())))
        self.setGeometry(box)
        self.show()
        self.raise_()

    def sizeHint(self) -> QSize:
        """A fixed width, or a little more where that keeps all acts in a line; what words take."""
        px = appearance().theme.px
        acts = [act.sizeHint().width() for act in self._buttons if not act.isHidden()]
        line = sum(acts) + _BETWEEN * (len(acts) - 1) + 2 * _PAD
        width = (line if px(_WIDTH) < line <= px(_WIDEST) else px(_WIDTH)) + 2 * AIR
        layout = self.layout()
        return QSize(width, layout.totalHeightForWidth(width) if layout is not None else 0)

    def enterEvent(self, event: QEnterEvent) -> None:
        """The pointer came over from the face."""
        super().enterEvent(event)
        self.entered.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is gone."""
        super().leaveEvent(event)
        self.left.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """What lies under it gets no click."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens the whole card."""
        event.accept()
        self.person_wanted.emit(self._person)

    @Slot()
    def _open(self) -> None:
        """Begin; where nothing answers, the whole card has the address to copy."""
        if self._way is not None and not self._opener.open(self._way):
            self.person_wanted.emit(self._person)
