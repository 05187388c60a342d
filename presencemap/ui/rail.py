"""The rail: the screens of the window, one button each; at the left, at the bottom where narrow.

Owns which screen is chosen, and the dot where something is new. What a screen shows, and where it
stands, the panes know.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QButtonGroup, QSizePolicy, QWidget

from presencemap.ui import assets
from presencemap.ui.controls import Choice, plain_tooltip
from presencemap.ui.screen import Screen
from presencemap.ui.theme import appearance

translate = QCoreApplication.translate

_ICONS: Final = {
    Screen.MAP: "map",
    Screen.COLLEAGUES: "users",
    Screen.STREAM: "newspaper",
    Screen.ASK: "hand-helping",
    Screen.NOTES: "message-square",
}
KEYS: Final = {Screen.MAP: 1, Screen.STREAM: 3, Screen.ASK: 4, Screen.NOTES: 5}
"""With Ctrl; 2 is the map's other lens."""
_HIGH: Final = 50
_ICON: Final = 20
_DOT: Final = 4.0
_Way = QBoxLayout.Direction


class Rail(QWidget):
    """`chosen` by hand, `keyed` if by key. Only screens that were added have a button."""

    chosen = Signal(Screen)
    keyed = Signal(Screen)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Screens"))
        self._group = QButtonGroup(self)
        self._buttons: dict[Screen, RailButton] = {}
        self._lying = False
        self._row = QBoxLayout(_Way.TopToBottom, self)
        self._row.setSpacing(4)
        self._row.addStretch(1)
        self._group.buttonClicked.connect(self._clicked)
        appearance().changed.connect(self._fit)
        for screen in (Screen.MAP, Screen.COLLEAGUES):
            self.add(screen)
        self.choose(Screen.MAP)

    @property
    def current(self) -> Screen:
        """The one that is chosen."""
        return next(screen for screen, each in self._buttons.items() if each.isChecked())

    @property
    def screens(self) -> list[Screen]:
        """Those that can be chosen here and now, in their order."""
        return [screen for screen in Screen if self._stands(screen)]

    def button(self, screen: Screen) -> "RailButton":
        """The button of a screen."""
        return self._buttons[screen]

    def add(self, screen: Screen) -> None:
        """There is such a screen: its button comes between those of the others."""
        button = self._buttons[screen] = RailButton(screen)
        self._group.addButton(button)
        before = [each for each in Screen if each in self._buttons].index(screen)
        self._row.insertWidget(before, button)
        if number := KEYS.get(screen):
            pressed = QShortcut(QKeySequence(f"Ctrl+{number}"), self).activated
            pressed.connect(lambda: self._press(screen))
        self._fit()

    def choose(self, screen: Screen) -> None:
        """Choose without a signal."""
        self._buttons[screen].setChecked(True)

    def lie(self, *, down: bool) -> None:
        """At the bottom, with a screen for the colleagues; or upright at the left."""
        if down is self._lying:
            return
        self._lying = down
        if not down and self.current is Screen.COLLEAGUES:
            self.choose(Screen.MAP)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground, with a line towards the screen."""
        theme = appearance().theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg"))
        line = (0, 0, self.width(), 1) if self._lying else (self.width() - 1, 0, 1, self.height())
        painter.fillRect(*line, theme.colour("border"))

    @Slot()
    def _fit(self) -> None:
        theme, most = appearance().theme, 16777215
        across = theme.px(theme.size("rail"))
        self._row.setDirection(_Way.LeftToRight if self._lying else _Way.TopToBottom)
        self._row.setContentsMargins(*((8, 5, 8, 4) if self._lying else (4, 8, 4, 8)))
        self._row.setStretch(self._row.count() - 1, 0 if self._lying else 1)
        for screen, button in self._buttons.items():
            button.setVisible(self._stands(screen))
            button.setFixedHeight(theme.px(_HIGH))
            self._row.setStretchFactor(button, int(self._lying))
        self.setFixedWidth(across)
        if self._lying:
            self.setMinimumWidth(0)
            self.setMaximumWidth(most)
        self.update()

    def _stands(self, screen: Screen) -> bool:
        return screen in self._buttons and (self._lying or screen is not Screen.COLLEAGUES)

    def _press(self, screen: Screen) -> None:
        self._buttons[screen].click()
        self.keyed.emit(screen)

    @Slot(QAbstractButton)
    def _clicked(self, button: "RailButton") -> None:
        self.chosen.emit(button.shows)


class RailButton(Choice):
    """One screen: icon over word. A blue dot, never a number, while something in it is new."""

    def __init__(self, screen: Screen, parent: QWidget | None = None) -> None:
        super().__init__(_word(screen), parent)
        self.shows = screen
        self.new = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        appearance().changed.connect(self.update)
        self.show_new(())

    def show_new(self, names: Sequence[str]) -> None:
        """By whom there is something that wasn't seen."""
        self.new = bool(names)
        word, key = _word(self.shows), _key(self.shows)
        if names:
            said = translate("Rail", "{screen}, new from {names}")
            word = said.format(screen=word, names=", ".join(names))
        name = f"{word} ({key})" if key else word
        self.setAccessibleName(name)
        self.setToolTip(plain_tooltip(name))
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its word."""
        word = QFontMetricsF(appearance().theme.font("micro", 600)).horizontalAdvance(self.text())
        return QSize(round(word) + 4, appearance().theme.px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        """A word may have to be cut where all texts are large."""
        return QSize(appearance().theme.px(_ICON), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The icon over the word, and the dot on a ring of the ground at its upper right."""
        theme, on, middle = appearance().theme, self.isChecked(), self.width() / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if on:
            painter.setBrush(theme.colour("accentSoft"))
            painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        tone = theme.colour("accent" if on else "ink" if self.underMouse() else "ink2")
        edge, line = theme.px(_ICON), theme.line("micro")
        top = (self.height() - edge - line - 3) / 2
        assets.draw_icon(
            painter, _ICONS[self.shows], tone, QRectF(middle - edge / 2, top, edge, edge)
        )
        font = theme.font("micro", 600 if on else 500)
        painter.setFont(font)
        painter.setPen(tone)
        word = QFontMetricsF(font).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        below = QRectF(0, top + edge + 3, self.width(), line)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, word)
        if self.new:
            at = QPointF(middle + theme.px(10), theme.px(10))
            painter.setPen(theme.colour("bg"))
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(at, _DOT, _DOT)


def _word(screen: Screen) -> str:
    return {
        Screen.MAP: translate("Rail", "Map"),
        Screen.COLLEAGUES: translate("Rail", "Colleagues"),
        Screen.STREAM: translate("Rail", "Stream"),
        Screen.ASK: translate("Rail", "Ask"),
        Screen.NOTES: translate("Rail", "Notes"),
    }[screen]


def _key(screen: Screen) -> str:
    number = KEYS.get(screen)
    return translate("Rail", "Ctrl {number}").format(number=number) if number else ""
