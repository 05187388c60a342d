"""A post on the screen: painted, with its buttons below. Lent to another post as the list scrolls.

Owns what the mouse and the keys mean on it; does nothing itself, but says what is wanted.
"""

from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QMenu, QWidget

from presencemap.domain.person import Person, Profile
from presencemap.ui.controls import ENTER, plain, plain_tooltip
from presencemap.ui.stream import phrases
from presencemap.ui.stream.act_button import ActButton
from presencemap.ui.stream.acts import KEYS, Act, acts_of
from presencemap.ui.stream.facts import PostFacts
from presencemap.ui.stream.phrases import Became
from presencemap.ui.stream.sheet import Face, Sheet
from presencemap.ui.team import Team
from presencemap.ui.theme import appearance

_HIGH: Final = 28
_MINUTE: Final = 60_000
_BELOW: Final = 10
_BY_KEYBOARD: Final = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}


class PostWidget(QWidget):
    """`act_wanted` with the act and the post; `spot_clicked` with what and which (see Sheet).

    `opened`: the post itself was clicked, or Enter pressed on it.
    """

    act_wanted = Signal(Act, object)
    spot_clicked = Signal(str, str)
    opened = Signal(object)
    focused = Signal(str)

    def __init__(self, team: Team, parent: QWidget) -> None:
        super().__init__(parent)
        self._team = team
        self.post: PostFacts | None = None
        self._sheet: Sheet | None = None
        self._state = Became()
        self._bound: tuple[object, ...] = ()
        self._picture, self._picture_of = QPixmap(), tuple[object, ...]()
        self._hovered = self._open = self._by_keyboard = False
        self.buttons: dict[Act, ActButton] = {}
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setProperty("ownFocus", True)

    @staticmethod
    def height_of(sheet: Sheet, state: Became) -> int:
        """Px of a post with its state and its buttons."""
        theme = sheet.theme
        line = theme.line("small") + 6 if state.words else 0
        return sheet.height + line + theme.px(_HIGH) + _BELOW

    def furnish(self) -> Iterator[None]:
        """Have the buttons of all acts, dressed, before it is any post's; one a step."""
        self.hide()
        for act in Act:
            button = self._button(act)
            button.hide()
            button.ensurePolished()
            yield

    def bind(self, sheet: Sheet, state: Became, *, opened: bool) -> None:
        """Show this post; a scroll asks again for what is shown already."""
        key = (sheet, state, opened, self._team.clock() // _MINUTE)
        if key == self._bound:
            return
        self._bound, post = key, sheet.post
        self.post, self._sheet, self._state, self._open = post, sheet, state, opened
        now = self._team.clock()
        me = self._team.me
        offered = acts_of(post, me.person.id if me is not None else "", now)
        if state.going:
            offered = []
        for act, button in self.buttons.items():
            if button.hasFocus() and act not in offered:
                self.setFocus(Qt.FocusReason.TabFocusReason)
            button.setVisible(act in offered)
        self._lay_buttons(sheet, state, post, offered)
        self.setAccessibleName(phrases.spoken(post, state.words, now))
        self.update()

    def _lay_buttons(
        self, sheet: Sheet, state: Became, post: PostFacts, offered: list[Act]
    ) -> None:
        """Side by side; where that is too wide the last ones have no word, as many as must."""
        shown = [self.buttons.get(act) or self._button(act) for act in offered]
        for button in shown:
            button.say(post)
            button.set_brief(brief=False)
        room = sheet.width - sheet.left
        for button in reversed(shown):
            if sum(each.sizeHint().width() + each.gap for each in shown) <= room:
                break
            button.set_brief(brief=True)
        left = sheet.left - 6
        top = self.height_of(sheet, state) - _BELOW - sheet.theme.px(_HIGH) + 3
        for button in shown:
            button.adjustSize()
            button.move(left, top)
            left += button.width() + button.gap

    def reachable(self, *, on: bool) -> None:
        """Whether Tab comes to its buttons: those of one post at a time."""
        policy = Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus
        if policy is self.focusPolicy():
            return
        self.setFocusPolicy(policy)
        for button in self.buttons.values():
            button.setFocusPolicy(policy)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """From a picture, made anew when something of it changed; the ring for the keyboard."""
        painter = QPainter(self)
        if self._sheet is None:
            return
        painter.drawPixmap(0, 0, self._pictured(self._sheet))
        if self.hasFocus() and self._by_keyboard:
            theme = appearance().theme
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("focus"), theme.size("focusRing")))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(3, 3, -3, -4), 8, 8)

    def make_ready(self) -> bool:
        """Paint the picture before it is seen; False where that is done."""
        before = self._picture_of
        if self._sheet is not None:
            self._pictured(self._sheet)
        return self._picture_of is not before

    def _pictured(self, sheet: Sheet) -> QPixmap:
        """The ground, the sheet and what became of it, a line below."""
        scale, face = self.devicePixelRatioF(), self._face(sheet.post)
        ground = "accentSoft" if self._open else "hover" if self._hovered else "surface"
        key = (self._bound, face, ground, self.size(), scale)
        if key == self._picture_of:
            return self._picture
        theme = appearance().theme
        made = QPixmap(self.size() * scale)
        made.setDevicePixelRatio(scale)
        made.fill(theme.colour(ground))
        painter = QPainter(made)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("border"))
        sheet.paint(painter, face, self._team.clock(), ground)
        if self._state.words:
            sheet.paint_state(painter, self._state.words, self._state.tone, self._state.icon)
        painter.end()
        self._picture_of, self._picture = key, made
        return made

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring shows for the keyboard only."""
        super().focusInEvent(event)
        self._by_keyboard = event.reason() in _BY_KEYBOARD
        if self.post is not None:
            self.focused.emit(self.post.id)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Keys that mean something here are no shortcuts meanwhile."""
        overriding = event.type() is QEvent.Type.ShortcutOverride
        if overriding and isinstance(event, QKeyEvent) and self._act_of(event) is not None:
            event.accept()
            return True
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave, QEvent.Type.Hide):
            self._hovered = event.type() is QEvent.Type.Enter
            self.update()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the thread; letters as on the buttons; O opens the first link."""
        act = self._act_of(event)
        if self.post is None:
            event.ignore()
        elif act is not None:
            self.act_wanted.emit(act, self.post)
        elif event.key() in ENTER:
            self.opened.emit(self.post)
        elif event.key() == Qt.Key.Key_O and self.post.links:
            self.spot_clicked.emit("link", self.post.links[0].url)
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what can be clicked by itself."""
        spot = self._sheet.spot(event.position()) if self._sheet is not None else None
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if spot is not None else Qt.CursorShape.ArrowCursor
        )
        tip_ = spot.value if spot is not None and spot.what == "link" else ""
        self.setToolTip(plain_tooltip(tip_))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A person, a link, a topic; else the thread."""
        if event.button() is not Qt.MouseButton.LeftButton or self._sheet is None:
            return
        spot = self._sheet.spot(event.position())
        if spot is not None:
            self.spot_clicked.emit(spot.what, spot.value)
        elif self.rect().contains(event.position().toPoint()):
            self.opened.emit(self.post)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """All that can be done, and to copy the text."""
        if self.post is not None:
            self.menu().popup(event.globalPos())

    def menu(self) -> QMenu:
        """What can be done with this post, as a menu that goes when it closes."""
        made = QMenu(self)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        post = self.post
        if post is None:
            return made
        for act, button in self.buttons.items():
            if not button.isHidden():
                made.addAction(button.text()).triggered.connect(self._wants(act, post))
        made.addSeparator()
        copy = made.addAction(self.tr("Copy text"))
        copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(post.text))
        for link in post.links:
            opens = made.addAction(plain(self.tr("Open {host}").format(host=link.host)))
            opens.triggered.connect(self._clicks("link", link.url))
            keeps = self.tr("Keep {host} among my links").format(host=link.host)
            made.addAction(plain(keeps)).triggered.connect(self._clicks("keep", link.url))
        return made

    def _wants(self, act: Act, post: PostFacts) -> Callable[[], None]:
        return lambda: self.act_wanted.emit(act, post)

    def _clicks(self, what: str, value: str) -> Callable[[], None]:
        return lambda: self.spot_clicked.emit(what, value)

    def _button(self, act: Act) -> ActButton:
        made = self.buttons[act] = ActButton(act, self)
        made.setFocusPolicy(self.focusPolicy())
        made.clicked.connect(lambda: self.act_wanted.emit(act, self.post))
        made.show()
        return made

    def _act_of(self, event: QKeyEvent) -> Act | None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        wanted = KEYS.get((Qt.Key(event.key()), modifiers), ())
        shown = {act for act, button in self.buttons.items() if not button.isHidden()}
        return next((act for act in wanted if act in shown), None)

    def _face(self, post: PostFacts) -> Face:
        card = self._team.roster.card(post.person)
        if card is None:
            return Face(Person(post.person, Profile(post.name)).initials, None)
        return Face(card.person.initials, card.shown_availability())
