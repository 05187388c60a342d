"""One colleague who was found: who, whether they are free, why they are named, how to reach them.

Made once and shown for one person after the other. Knows the card it shows, not where it came from.
"""

from typing import Final

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from presencemap.domain.availability import Availability
from presencemap.domain.expertise import Expert
from presencemap.domain.place import PlaceTree
from presencemap.domain.roster import Card
from presencemap.ui.ask.reason_strip import ReasonStrip
from presencemap.ui.ask.reasons import SHOWN, told
from presencemap.ui.controls import Button, ElidedLabel, Face, IconButton, Label, plain
from presencemap.ui.painting.availability import availability_word
from presencemap.ui.people import wording
from presencemap.ui.people.contact_opener import ContactOpener, contact_icon, contact_label
from presencemap.ui.theme import appearance

_FACE: Final = 44
_NARROWEST: Final = 280
_BESIDE: Final = 560
"""Px from which the buttons stand at the right; below, under the words."""

translate = QCoreApplication.translate


class Hit(QWidget):
    """`opened` by Enter or a click, and what is wanted for them, carry the person's id.

    `follow_wanted`: the id, and whether from now on. `moved`: one up (-1) or down (1), by key.
    """

    opened = Signal(str)
    note_wanted = Signal(str)
    link_wanted = Signal(str)
    introduction_wanted = Signal(str)
    follow_wanted = Signal(str, bool)
    moved = Signal(int)

    def __init__(self, opener: ContactOpener, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opener = opener
        self._card: Card | None = None
        self._first = False
        self.face = Face(_FACE)
        self.name = Label("", "title")
        self.where = ElidedLabel("", "small", "ink3")
        self.strip = ReasonStrip()
        self.remark = Label("", "small", "ink3", wrap=True)
        self.contact = Button("")
        self.note = Button(self.tr("Note"), icon="sticky-note")
        self.more = IconButton("ellipsis", "", framed=True)
        self.contact.clicked.connect(self._call)
        self.note.clicked.connect(lambda: self.note_wanted.emit(self.person))
        self.more.clicked.connect(self._offer)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownFocus", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._lay_out()
        appearance().changed.connect(self._repaint)

    @property
    def person(self) -> str:
        """The id of who is shown."""
        return self._card.person.id if self._card is not None else ""

    def show_expert(self, expert: Expert, card: Card, places: PlaceTree, now: int) -> None:
        """Somebody, with the reasons."""
        shown = [told(reason) for reason in expert.reasons[:SHOWN]]
        self.strip.show_reasons(shown)
        self._companion = expert.companion
        self.show_card(card, places, now)

    def show_card(self, card: Card, places: PlaceTree, now: int) -> None:
        """The same person as they are now."""
        self._card = card
        person, free = card.person, card.shown_availability()
        self.face.show_person(person.id, person.name, person.initials, free, stale=free is None)
        self.name.setText(person.name)
        place = wording.site_name(places, card.place_at(now)) if free is not None else ""
        self.where.setText(", ".join(filter(None, (availability_word(free), place))))
        remark = _remark(card, now, companion=self._companion)
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))
        self._show_ways(card)
        spoken = (person.name, self.where.text(), self.strip.accessibleName(), remark)
        self.setAccessibleName(", ".join(filter(None, spoken)))

    def be_first(self, *, first: bool) -> None:
        """The likeliest one, whom Enter in the field opens: it has the accent's rim."""
        if first is not self._first:
            self._first = first
            self.update()

    def menu(self) -> QMenu:
        """All else that can be done; it deletes itself when it closes."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        card = self._card
        if card is None:
            return menu
        person, followed = self.person, card.followed
        for way in card.person.profile.contacts[1:]:
            action = menu.addAction(plain(f"{contact_label(way)}: {way.address}"))
            action.triggered.connect(lambda _=False, way=way: self._opener.open(way))
        if menu.actions():
            menu.addSeparator()
        acts = (
            (self.tr("Unfollow") if followed else self.tr("Follow"), self._follow),
            (self.tr("Send a link …"), lambda: self.link_wanted.emit(person)),
            (self.tr("Introduce to …"), lambda: self.introduction_wanted.emit(person)),
            (self.tr("Open the card"), lambda: self.opened.emit(person)),
        )
        for words, act in acts:
            menu.addAction(words).triggered.connect(lambda _=False, act=act: act())
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the card, 1 to 4 are the ways to reach them, Up and Down go on."""
        key = Qt.Key(event.key())
        ways = self._card.person.profile.contacts[:4] if self._card is not None else ()
        number = event.key() - Qt.Key.Key_1.value
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(self.person)
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        elif 0 <= number < len(ways):
            self._opener.open(ways[number])
        elif key == Qt.Key.Key_Menu:
            self._offer()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere but on a button opens the card."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.opened.emit(self.person)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The rim."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The rim."""
        super().focusOutEvent(event)
        self.update()

    def minimumSizeHint(self) -> QSize:
        """As narrow as with the buttons below, so that it gets as narrow as to put them there."""
        return QSize(_NARROWEST, super().minimumSizeHint().height())

    def resizeEvent(self, event: object) -> None:
        """The buttons go under the words where it is narrow."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        ways = QBoxLayout.Direction
        beside = self.width() >= _BESIDE
        self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A card; with the accent's rim where it has the focus, or is the likeliest."""
        theme = appearance().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marked = self.hasFocus() or self._first
        width = 2 if marked else 1
        painter.setPen(QPen(theme.colour("focus" if marked else "border"), width))
        painter.setBrush(theme.colour("surface"))
        half = width / 2
        radius = theme.radius("card")
        painter.drawRoundedRect(
            self.rect().toRectF().adjusted(half, half, -half, -half), radius, radius
        )

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.name)
        head.addWidget(self.where, 1)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addLayout(head)
        words.addWidget(self.strip)
        words.addWidget(self.remark)
        left = QHBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.face, 0, Qt.AlignmentFlag.AlignTop)
        left.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.contact, self.note, self.more):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        buttons.addStretch(0)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(16, 14, 16, 12)
        self._row.setSpacing(10)
        self._row.addLayout(left, 1)
        self._row.addLayout(buttons)
        self._companion = False

    def _show_ways(self, card: Card) -> None:
        person, ways = card.person, card.person.profile.contacts
        first = wording.first_name(person)
        quiet = card.shown_availability() is not Availability.AVAILABLE
        self.contact.setVisible(bool(ways))
        if ways:
            self.contact.setText(contact_label(ways[0]))
            self.contact.set_variant("primary" if self._first and not quiet else "")
            self.contact.set_icon(contact_icon(ways[0]))
            self.contact.setAccessibleName(f"{contact_label(ways[0])}, {first}")
            self.contact.setToolTip(plain(f"{ways[0].address} (1)"))
        self.note.setAccessibleName(self.tr("Write a note to {name}").format(name=first))
        self.more.set_name(self.tr("More for {name}").format(name=first))

    @Slot()
    def _call(self) -> None:
        if self._card is not None and self._card.person.profile.contacts:
            self._opener.open(self._card.person.profile.contacts[0])

    @Slot()
    def _offer(self) -> None:
        self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _follow(self) -> None:
        if self._card is not None:
            self.follow_wanted.emit(self.person, not self._card.followed)

    @Slot()
    def _repaint(self) -> None:
        self.update()


def _remark(card: Card, now: int, *, companion: bool) -> str:
    """What to reckon with before writing to them, "" for nothing."""
    if companion:
        return translate("Hit", "You could take it on together")
    free = card.shown_availability()
    if free is None:
        return translate("Hit", "Not here now. A note waits for them.")
    if free is Availability.AVAILABLE:
        return ""
    status = card.status_at(now)
    if status is not None and status.until is not None:
        words = translate("Hit", "{availability} {until}. A note can wait.")
        return words.format(
            availability=availability_word(free), until=wording.until(status.until, now)
        )
    return translate("Hit", "A note can wait.")
