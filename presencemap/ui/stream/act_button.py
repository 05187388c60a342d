"""The button of one act below a post: icon and word, or the icon alone.

Owns how it looks at rest, which is painted once for all posts. What it does, its post says.
"""

from collections import OrderedDict
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionToolButton, QToolButton, QWidget

from presencemap.ui.controls import ENTER, ThemedIcon, dress, plain, plain_tooltip
from presencemap.ui.stream.acts import ICONS, Act, tip, words
from presencemap.ui.stream.facts import PostFacts
from presencemap.ui.theme import appearance

_KEPT: Final = 100
_BRIEF: Final = 36
"""Px to hit of an icon alone, side by side; between words is air."""
_GAP: Final = 6
_at_rest: OrderedDict[tuple[object, ...], QPixmap] = OrderedDict()
"""Pictures of buttons that nobody touches."""


class ActButton(QToolButton):
    """One act, icon and word."""

    def __init__(self, act: Act, parent: QWidget) -> None:
        super().__init__(parent)
        self.act = act
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        dress(self, variant="act")
        self._icon = ThemedIcon(self, ICONS[act], "ink2", size=15)

    def say(self, post: PostFacts) -> None:
        """Of this post now."""
        said, before = plain(words(self.act, post)), self.text()
        if said != before:
            self.setText(said)
        if not before:
            self._icon.draw()  # words stand away from it
        name = tip(self.act, post)
        self.setToolTip(plain_tooltip(name))
        self.setAccessibleName(name)

    def set_brief(self, *, brief: bool) -> None:
        """The icon alone, or with its word."""
        styles = Qt.ToolButtonStyle
        self.setToolButtonStyle(
            styles.ToolButtonIconOnly if brief else styles.ToolButtonTextBesideIcon
        )

    @property
    def gap(self) -> int:
        """Px to the next one."""
        return 0 if self._brief else _GAP

    def sizeHint(self) -> QSize:
        """As the words need it, or as a finger does."""
        size = super().sizeHint()
        return QSize(appearance().theme.px(_BRIEF), size.height()) if self._brief else size

    @property
    def _brief(self) -> bool:
        return self.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly

    def paintEvent(self, event: QPaintEvent) -> None:
        """At rest from a picture: a step of the scroll bar paints all buttons in sight anew."""
        if self.underMouse() or self.hasFocus() or self.isDown():
            super().paintEvent(event)
            return
        style, scale = self.toolButtonStyle(), self.devicePixelRatioF()
        look = appearance().theme.key
        key = (self.act, self.text(), style, self.width(), self.height(), scale, look)
        made = _at_rest.get(key)
        if made is None:
            made = _at_rest[key] = self._painted(scale)
            if len(_at_rest) > _KEPT:
                _at_rest.popitem(last=False)
        QPainter(self).drawPixmap(0, 0, made)

    def _painted(self, scale: float) -> QPixmap:
        made = QPixmap(self.size() * scale)
        made.setDevicePixelRatio(scale)
        made.fill(Qt.GlobalColor.transparent)
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        painter = QPainter(made)
        control = QStyle.ComplexControl.CC_ToolButton
        self.style().drawComplexControl(control, option, painter, self)
        painter.end()
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses too."""
        if event.key() in ENTER and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)
