"""One colleague who was found: who, whether they are free, why they are named, how to reach them.

Made once and shown for one person after the other. Knows the card it shows, not where it came from.
What it tells is painted, as a picture that is kept; the buttons alone are widgets.
"""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from presencemap.domain.availability import Availability
from presencemap.domain.expertise import Expert
from presencemap.domain.place import PlaceTree
from presencemap.domain.roster import Card
from presencemap.ui.ask.reasons import SHOWN, Told, told
from presencemap.ui.ask.telling import Placed, Telling
from presencemap.ui.controls import ENTER, Button, IconButton, plain, plain_tooltip
from presencemap.ui.painting.availability import availability_word
from presencemap.ui.painting.frame import paint_frame
from presencemap.ui.people import wording
from presencemap.ui.people.contact_opener import ContactOpener, contact_icon, contact_label
from presencemap.ui.theme import appearance

_NARROWEST: Final = 280
_BESIDE: Final = 560
"""Px from which the buttons stand at the right; below, under the words."""
_SIDE, _TOP, _BOTTOM = 16, 14, 12
_GAP: Final = 10
_BETWEEN: Final = 8

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
        self._companion = False
        self._reasons: tuple[Told, ...] = ()
        self._ways: object = None
        self.telling = Telling()
        self._placed: dict[int, Placed] = {}
        """By width: a layout asks for the same again and again."""
        self._sizes: tuple[QSize, ...] = ()
        self._picture = QPixmap()
        self._pictured: object = None
        self.contact = Button("", self)
        self.note = Button(self.tr("Note"), self, icon="sticky-note")
        self.more = IconButton("ellipsis", "", self, framed=True)
        self.contact.clicked.connect(self._call)
        self.note.clicked.connect(lambda: self.note_wanted.emit(self.person))
        self.more.clicked.connect(self._offer)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownFocus", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        appearance().changed.connect(self._fit)

    @property
    def person(self) -> str:
        """The id of who is shown."""
        return self._card.person.id if self._card is not None else ""

    def show_expert(self, expert: Expert, card: Card, places: PlaceTree, now: int) -> None:
        """Somebody, with the reasons."""
        self._reasons = tuple(told(reason) for reason in expert.reasons[:SHOWN])
        self._companion = expert.companion
        self.show_card(card, places, now)

    def show_card(self, card: Card, places: PlaceTree, now: int) -> None:
        """The same person as they are now."""
        self._card = card
        person, free = card.person, card.shown_availability()
        place = wording.site_name(places, card.place_at(now)) if free is not None else ""
        telling = Telling(
            person.id,
            person.name,
            person.initials,
            free,
            ", ".join(filter(None, (availability_word(free), place))),
            self._reasons,
            _remark(card, now, companion=self._companion),
        )
        other = self._show_ways(card)
        if telling != self.telling:
            self.telling = telling
            reasons = ", ".join(each.words for each in self._reasons)
            spoken = (person.name, telling.where, reasons, telling.remark)
            self.setAccessibleName(", ".join(filter(None, spoken)))
            self._fit()
        elif other:
            self._fit()

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
        if key in ENTER:
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

    def event(self, event: QEvent) -> bool:
        """A button that is of another size now has all placed anew, as a layout would."""
        if event.type() is QEvent.Type.LayoutRequest and self._hints() != self._sizes:
            self._fit()
        return super().event(event)

    def hasHeightForWidth(self) -> bool:
        """Yes: reasons break, and buttons go below."""
        return True

    def heightForWidth(self, width: int) -> int:
        """What is told, and the buttons beside or below it."""
        told, buttons = self._at(width).height, max(size.height() for size in self._sizes)
        inner = max(told, buttons) if width >= _BESIDE else told + _GAP + buttons
        return _TOP + inner + _BOTTOM

    def sizeHint(self) -> QSize:
        """As wide as it is."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """As narrow as with the buttons below."""
        return QSize(_NARROWEST, _TOP + _BOTTOM)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons keep to the right, or go under the words where it is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A card; with the accent's rim where it has the focus, or is the likeliest."""
        self._draw(self.size())
        scale, box = self._picture.devicePixelRatio(), event.rect().toRectF()
        source = QRectF(box.topLeft() * scale, box.size() * scale)
        QPainter(self).drawPixmap(box, self._picture, source)

    def draw_ahead(self, width: int) -> None:
        """Draw what will be painted at that width, in px: others are painted in that turn."""
        self._draw(QSize(width, self.heightForWidth(width)))

    def _draw(self, size: QSize) -> None:
        theme, scale = appearance().theme, self.devicePixelRatioF()
        rims = self.hasFocus() + self._first
        shows = self.telling, self._sizes, size, scale, rims, theme.key
        if shows != self._pictured:
            self._pictured = shows
            self._picture = self._drawn(size, scale, rims)

    def _drawn(self, size: QSize, scale: float, rims: int) -> QPixmap:
        """With a rim for the likeliest, or for the keyboard; where it is both, one in the other."""
        theme, marked = appearance().theme, rims > 0
        drawn = QPixmap(size * scale)
        drawn.setDevicePixelRatio(scale)
        drawn.fill(theme.colour("bg"))
        painter = QPainter(drawn)
        box, radius = QRectF(QPointF(0, 0), size.toSizeF()), theme.radius("card")
        edge, width = ("focus", 2) if marked else ("border", 1)
        paint_frame(painter, theme, box, radius, edge=edge, width=width)
        if rims > 1:
            painter.drawRoundedRect(box.adjusted(5, 5, -5, -5), radius - 4, radius - 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        self._at(size.width()).paint(painter, QPointF(_SIDE, _TOP))
        painter.end()
        return drawn

    @property
    def _buttons(self) -> tuple[QPushButton | QToolButton, ...]:
        return self.contact, self.note, self.more

    @property
    def _shown(self) -> list[QPushButton | QToolButton]:
        return [button for button in self._buttons if not button.isHidden()]

    def _hints(self) -> tuple[QSize, ...]:
        return tuple(
            each.sizeHint().boundedTo(each.maximumSize()).expandedTo(each.minimumSize())
            for each in self._shown
        )

    def _at(self, width: int) -> Placed:
        """What is told, in a row of that width."""
        if width not in self._placed:
            self._sizes = self._sizes or self._hints()
            room = width - 2 * _SIDE
            if width >= _BESIDE:
                room -= _GAP + self._wide
            self._placed[width] = Placed(appearance().theme, self.telling, room)
        return self._placed[width]

    @property
    def _wide(self) -> int:
        """Px that the buttons take."""
        return sum(size.width() + _BETWEEN for size in self._sizes) - _BETWEEN

    def _arrange(self) -> None:
        told, beside = self._at(self.width()), self.width() >= _BESIDE
        self.setToolTip(plain_tooltip(told.cut))
        left = self.width() - _SIDE - self._wide if beside else _SIDE
        top = _TOP if beside else _TOP + told.height + _GAP
        for button, size in zip(self._shown, self._sizes, strict=True):
            button.setGeometry(left, top, size.width(), size.height())
            left += size.width() + _BETWEEN

    def _show_ways(self, card: Card) -> bool:
        """The buttons for this person; whether they were others before."""
        person, way = card.person, next(iter(card.person.profile.contacts), None)
        quiet = card.shown_availability() is not Availability.AVAILABLE
        shows = wording.first_name(person), way, self._first and not quiet
        if shows == self._ways:
            return False
        self._ways = shows
        first, way, likeliest = shows
        self.contact.setVisible(way is not None)
        if way is not None:
            self.contact.setText(contact_label(way))
            self.contact.set_variant("primary" if likeliest else "")
            self.contact.set_icon(contact_icon(way))
            self.contact.setAccessibleName(f"{contact_label(way)}, {first}")
            self.contact.setToolTip(plain(f"{way.address} (1)"))
        self.note.setAccessibleName(self.tr("Write a note to {name}").format(name=first))
        self.more.set_name(self.tr("More for {name}").format(name=first))
        return True

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
    def _fit(self) -> None:
        """Something is told otherwise, or looks otherwise."""
        self._placed.clear()
        self._sizes = ()
        self._arrange()
        self.updateGeometry()
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
