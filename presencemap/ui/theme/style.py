"""The proxy style under the style sheet: icons; and the ring round the focused control.

Knows the theme's values, no single control. Qt asks a style thousands of times while a dialog opens
or a list is painted: what a style sheet can say, that one says, and Python isn't asked.
"""

from PySide6.QtCore import QObject, QRectF, Qt, Slot
from PySide6.QtGui import QIcon, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QFocusFrame,
    QLineEdit,
    QPlainTextEdit,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from presencemap.ui import assets
from presencemap.ui.theme.tokens import Theme

# Fields show focus by their own accent border; lists by their current row.
_OWN_FOCUS = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractItemView, QAbstractSpinBox)
_GAP = 2
_HINTS = {
    QStyle.StyleHint.SH_FocusFrame_AboveWidget: 1,
    QStyle.StyleHint.SH_FocusFrame_Mask: 0,
}
_ROOM = {QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin}
_STANDARD = {
    QStyle.StandardPixmap.SP_MessageBoxQuestion: ("info", "accent", 32),
    QStyle.StandardPixmap.SP_MessageBoxInformation: ("info", "accent", 32),
    QStyle.StandardPixmap.SP_MessageBoxWarning: ("triangle-alert", "warn", 32),
    QStyle.StandardPixmap.SP_MessageBoxCritical: ("circle-alert", "danger", 32),
    QStyle.StandardPixmap.SP_LineEditClearButton: ("x", "ink2", 16),
}


class ThemeStyle(QProxyStyle):
    """Fusion with our icons and room for the ring; the style sheet does the rest."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("Fusion")
        self.theme = theme

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """Room for the focus ring, and so the air beside an icon in a list; else Fusion's."""
        if metric in _ROOM:
            return _GAP + self.theme.size("focusRing")
        return super().pixelMetric(metric, option, widget)

    def standardIcon(
        self,
        standardIcon: QStyle.StandardPixmap,  # noqa: N803 (Qt's keyword)
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> QIcon:
        """Message boxes and clear buttons take our icons; the rest is Fusion's."""
        if standardIcon in _STANDARD:
            name, token, size = _STANDARD[standardIcon]
            return assets.icon(name, self.theme.colour(token), size)
        return super().standardIcon(standardIcon, option, widget)


class RingStyle(ThemeStyle):
    """Of the ring alone: it lies above its control; the looks are those as it comes."""

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803 (Qt's keyword)
    ) -> int:
        """Above its control, without a mask."""
        if hint in _HINTS:
            return _HINTS[hint]
        return super().styleHint(hint, option, widget, returnData)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """The ring: 2 px accent, 2 px outside the control."""
        if element is not QStyle.ControlElement.CE_FocusFrame:
            super().drawControl(element, option, painter, widget)
            return
        theme = self.theme
        width = theme.size("focusRing")
        box = QRectF(option.rect).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        radius = min(float(theme.radius("control")) + _GAP + width / 2, box.height() / 2)
        if isinstance(widget, QFocusFrame):
            own = widget.property("focusRadius")
            inset = int(widget.property("focusInset") or 0)
            box.adjust(0, inset, 0, -inset)
            radius = min(float(own) + _GAP, box.height() / 2) if own is not None else radius
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("focus"), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, radius, radius)
        painter.restore()


class FocusRing(QObject):
    """Moves the ring to the control that the keyboard reached; the mouse shows none."""

    def __init__(self, app: QApplication, looks: ThemeStyle) -> None:
        super().__init__(app)
        self._looks, self._style = looks, RingStyle(looks.theme)
        self._frame: QFocusFrame | None = None
        app.focusChanged.connect(self._moved)

    @Slot(QWidget, QWidget)
    def _moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._frame is not None and isValid(self._frame):
            self._frame.hide()
            self._frame.deleteLater()
        self._frame = None
        if now is None or isinstance(now, _OWN_FOCUS) or now.property("ownFocus"):
            return
        keys = now.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        if now.isWindow() or not keys:
            return
        self._style.theme = self._looks.theme
        self._frame = QFocusFrame(now)
        self._frame.setStyle(self._style)
        self._frame.setWidget(now)
        for name in ("focusRadius", "focusInset"):
            self._frame.setProperty(name, now.property(name))
        # By setWidget, and by QFocusFrame.widget, PySide takes the control for the frame's child:
        # with the frame, all that is Qt's own within would be said to be gone.
        now.setParent(now.parentWidget())
