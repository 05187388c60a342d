"""The card of one colleague, floating over the map: who, what, where, contact, talents.

Owns where it stands and how much of it is shown there. Must not know the map or the node.
"""

from collections.abc import Generator

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from presencemap.domain.roster import Card
from presencemap.ui.controls import Line
from presencemap.ui.painting.shadow import paint_floating
from presencemap.ui.people import wording
from presencemap.ui.people.about_person import AboutPerson
from presencemap.ui.people.card_content import NEAR, PAD, Beside, Section
from presencemap.ui.people.card_sections import BriefActivity
from presencemap.ui.people.contact_opener import ContactOpener
from presencemap.ui.people.contact_row import ContactRow
from presencemap.ui.people.near_acts import NearActs
from presencemap.ui.people.roster_model import RosterModel
from presencemap.ui.people.row_facts import heard
from presencemap.ui.people.suggestions import Suggestions
from presencemap.ui.theme.appearance import appearance

SHADOW = 12
AIR = 14


class PersonCard(AboutPerson):
    """Esc or the cross closes it.

    `appearing`: it is filled and wants its place before it is seen. `page_requested` with the id:
    all that is known of them, on a page.
    """

    appearing = Signal()
    page_requested = Signal(str)

    def __init__(
        self,
        roster: RosterModel,
        parent: QWidget | None = None,
        opener: ContactOpener | None = None,
    ) -> None:
        ways = ContactRow(opener or ContactOpener())
        super().__init__(roster, ways, parent)
        self._ways = ways
        self._room = QRect()
        self._brief = False
        self._doing = BriefActivity()
        self._talents_line = Line()
        self.near = NearActs(self.acts)
        self.suggestions = Suggestions()
        self._lay_out()
        column = QVBoxLayout(self)
        edge = SHADOW + 1
        column.setContentsMargins(edge, edge, edge, edge)
        column.addWidget(self.area)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownFocus", True)
        self.hide()
        self._head.close_button.clicked.connect(self.close_card)
        self._head.more_button.clicked.connect(lambda: self.page_requested.emit(self.person))
        self._content.grown.connect(self._grown)

    def open(self, person: str) -> None:
        """Show a person's card; a stranger's id closes it."""
        super().open(person)
        if self._person:
            # First: what lies over a sheet comes with its place.
            self.raise_()
            self.appearing.emit()
            self.show()

    def place_in(self, room: QRect) -> None:
        """Stand at the top right of `room` (parent's px), at most as high as that; then scroll."""
        self._room = room
        self._abridge(brief=False)
        hint = self.sizeHint()
        height = min(hint.height(), room.height() - 2 * (AIR - SHADOW))
        low = height < hint.height()
        self._scrolls(low)
        self._content.leave(self.area.verticalScrollBar().sizeHint().width() if low else 0)
        left = room.right() + 1 - hint.width() - AIR + SHADOW
        self.setGeometry(left, room.top() + AIR - SHADOW, hint.width(), height)
        self._fit_contact()

    def fill(self, box: QRect, *, brief: bool) -> None:
        """Stand in exactly this box (parent's px), and scroll. ``brief``: but the main things."""
        self._room = QRect()
        self._abridge(brief=brief)
        self._content.leave(0)
        self._scrolls(True)
        self.setGeometry(box.adjusted(-SHADOW, -SHADOW, SHADOW, SHADOW))
        self._fit_contact()

    def sizeHint(self) -> QSize:
        """324 px and the content's height, with the shadow's margin around it."""
        theme = appearance().theme
        width = theme.px(theme.size("personCard"))
        inner = self._content.heightForWidth(width - 2 - self._content.bar)
        return QSize(width + 2 * SHADOW, inner + 2 + 2 * SHADOW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_card()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The raised surface and its shadow; the keyboard's ring."""
        theme = appearance().theme
        box = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        painter = QPainter(self)
        paint_floating(painter, theme, box, theme.radius("card"), spread=10)
        if self.hasFocus() and self.window().testAttribute(
            Qt.WidgetAttribute.WA_KeyboardFocusChange
        ):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("focus"), theme.size("focusRing")))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, theme.radius("card"), theme.radius("card"))

    def _withdraw(self) -> None:
        self.hide()

    def _settle(self) -> None:
        self.updateGeometry()
        self._grown()

    def _filled_anew(self, card: Card, now: int) -> None:
        self.suggestions.show_card(card, now)

    def _filling(self, card: Card, now: int) -> Generator[None, None, None]:
        yield from super()._filling(card, now)
        yield
        activity = self.activity_of(card, now)
        if activity is not None:
            self._doing.show_activity(activity)
        self._doing.setVisible(activity is not None and self._brief)
        self._talents_line.setVisible(bool(card.person.profile.talents))
        self.near.show_card(card, brief=self._brief)
        if self._brief:
            # Of who asks for quiet there is one sign less beside it.
            self._fit_contact()
            where = wording.place_path(self._roster.places, card.place_at(now))
            facts = " · ".join(filter(None, [where, "" if card.me else heard(card, now)]))
            self._head.show_card(card, now, facts)
            if card.me:
                # Nobody calls themselves: what the others see of it stands on the whole card.
                self.contact.hide()

    def _fit_contact(self) -> None:
        """Nothing of it goes beyond the card; a strip has acts beside, and is one line."""
        room = self.width() - 2 * (SHADOW + 1) - 2 * PAD
        beside = self.near.sizeHint().width() + NEAR if self._brief else 0
        self._ways.fit(room - beside, strip=self._brief)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._content)
        column.setContentsMargins(PAD, PAD, PAD, PAD)
        column.setSpacing(12)
        said = (self._activity, self.jobs, self._place)
        facts = (*said, self._last_seen, self._days, Line(), self._quiet)
        acts = self.acts
        knows = (self._talents_line, self._talents)
        rest = (self._no_ways, acts, self.suggestions, *knows, acts.foot, *self._own)
        # One after the other as they come, which is the keyboard's order, too.
        for part in (self._head, self.key_note, self._doing):
            column.addWidget(part)
        self._facts = Section(facts, self._content)
        column.addWidget(self._facts)
        column.addWidget(Beside(self.contact, self.near, self._content))
        column.addWidget(self.change)
        self._rest = Section(rest, self._content)
        column.addWidget(self._rest)
        column.addStretch(1)

    def _scrolls(self, low: bool) -> None:  # noqa: FBT001
        """Only where the room is low: a bar that comes for a moment wraps lines, and then stays."""
        policy = Qt.ScrollBarPolicy
        wanted = policy.ScrollBarAsNeeded if low else policy.ScrollBarAlwaysOff
        if wanted is not self.area.verticalScrollBarPolicy():
            self.area.setVerticalScrollBarPolicy(wanted)

    def _abridge(self, *, brief: bool) -> None:
        """Show the main things only, or all."""
        if brief is not self._brief:
            self._brief = brief
            self._facts.setVisible(not brief)
            self._rest.setVisible(not brief)
            self._head.abridge(brief=brief)
            self._content.draw_together(brief=brief)
            self._look_changed()

    @Slot()
    def _grown(self) -> None:
        """Something on it came or went: take the height that is wanted, where there is room."""
        if self._person and not self._room.isNull():
            self.place_in(self._room)
