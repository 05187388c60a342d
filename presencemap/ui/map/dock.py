"""The strip for people who have no spot on the map: at home, on the road, at a place without one.

Owns its sections and how they shrink. Knows no map and no coordinates.
"""

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLayout, QSizePolicy, QWidget

from presencemap.ui import assets
from presencemap.ui.controls import plain_tooltip
from presencemap.ui.map import phrases
from presencemap.ui.map.floating import AIR, Floating
from presencemap.ui.map.people_menu import people_menu
from presencemap.ui.map.scene import Dock, DockKind, Face
from presencemap.ui.painting.avatar import avatar, paint_face, paint_planned_rim
from presencemap.ui.painting.kept_picture import KeptPicture
from presencemap.ui.theme import appearance

_ICONS = {
    DockKind.HOME: "house",
    DockKind.ROAD: "train-front",
    DockKind.NOWHERE: "map-pin",
    DockKind.OUT: "calendar-off",
}
_FACE = 26
_STEP = 30
_MOST = 5
_PAD = 8
_ICON = 16
_DIM = 0.25


class DockSection(QAbstractButton):
    """One dock: icon, name, faces. A face opens its card, the rest opens the list."""

    person_activated = Signal(str)

    def __init__(self, dock: Dock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dock = dock
        self._lit: frozenset[str] | None = None
        self._faces = dock.faces
        self._most = _MOST
        self._named = True
        self._picture = KeptPicture(self)
        self._hint: tuple[tuple[object, ...], QSize] = (), QSize()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)
        self.show_dock(dock)

    def show_dock(self, dock: Dock) -> None:
        """Show other people."""
        self.dock = dock
        self.set_matching(self._lit)
        self.setAccessibleName(phrases.people_name(phrases.dock_name(dock.kind), dock.faces))
        self.updateGeometry()
        self.update()

    @property
    def lit(self) -> frozenset[str] | None:
        """Who matches the filter, None without one."""
        return self._lit

    def set_matching(self, lit: frozenset[str] | None) -> None:
        """Dim who doesn't match the filter; who does, comes before others that have no room."""
        self._lit, self._faces = lit, self.dock.faces
        if lit is not None and len(self._faces) > _MOST:
            sought = islice((face for face in self._faces if face.person in lit), _MOST)
            others = (face for face in self._faces if face.person not in lit)
            self._faces = tuple(islice(chain(sought, others), _MOST))
        self.update()

    def shrink(self, most: int, *, named: bool) -> None:
        """Show at most so many faces, and the name or only the icon."""
        self._most, self._named = most, named
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """All of the faces that may show."""
        # Each size that the strip tries asks every section several times.
        key = (
            appearance().theme.key,
            self.dock.kind,
            self._named,
            len(self._shown()),
            self._more(),
        )
        if self._hint[0] != key:
            self._hint = key, self._wanted()
        return self._hint[1]

    def _wanted(self) -> QSize:
        width = self._faces_left() + _STEP * len(self._shown()) + _PAD
        if self._more():
            width += appearance().theme.text_width("small", self._more())
        return QSize(round(width), max(36, appearance().theme.line("body") + 12))

    def minimumSizeHint(self) -> QSize:
        """Sections never shrink by themselves."""
        return self.sizeHint()

    def person_at(self, point: QPointF) -> Face | None:
        """The face under a point."""
        boxes = zip(self._shown(), self._boxes(), strict=True)
        return next((face for face, box in boxes if box.contains(point)), None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a face opens that person's card."""
        face = self.person_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and self.isDown() and face is not None:
            self.setDown(False)
            self.person_activated.emit(face.person)
            event.accept()
            return
        super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The tooltip names the face under the pointer."""
        face = self.person_at(event.position())
        name = phrases.dock_name(self.dock.kind) if face is None else face.name
        self.setToolTip(plain_tooltip(name))
        super().mouseMoveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the list, as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Icon, name, faces, and the number of those that don't fit; as last drawn if the same."""
        lit = self.underMouse() or self.isDown()
        seen = self.dock.kind, self._named, self._shown(), self._more(), self._matching()
        key = (appearance().theme.key, lit, *seen)
        self._picture.paint(key, lambda painter: self._draw(painter, lit=lit))

    def _draw(self, painter: QPainter, *, lit: bool) -> None:
        theme = appearance().theme
        if lit:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(self.rect(), 8, 8)
        middle = self.height() / 2
        icon = QRectF(_PAD, middle - _ICON / 2, _ICON, _ICON)
        assets.draw_icon(painter, _ICONS[self.dock.kind], theme.colour("ink2"), icon)
        if self._named:
            font = theme.font("body")
            painter.setFont(font)
            painter.setPen(theme.colour("ink"))
            base = middle + QFontMetricsF(font).capHeight() / 2
            name = phrases.dock_name(self.dock.kind)
            painter.drawText(QPointF(_PAD + _ICON + _PAD, base), name)
        under = theme.colour("raised")
        seen = zip(self._shown(), self._boxes(), self._matching(), strict=True)
        for face, box, matches in seen:
            painter.setOpacity(1.0 if matches else _DIM)
            paint_face(
                painter,
                theme,
                face.person,
                face.initials,
                corner=box.topLeft(),
                size=_FACE,
                availability=face.availability,
                under=under,
                stale=face.stale,
                badge=not face.planned,
            )
            if face.planned:
                paint_planned_rim(painter, theme, box.topLeft(), _FACE)
        painter.setOpacity(1.0)
        if self._more():
            font = theme.font("small")
            painter.setFont(font)
            painter.setPen(theme.colour("ink2"))
            left = self._faces_left() + _STEP * len(self._shown())
            painter.drawText(
                QPointF(left, middle + QFontMetricsF(font).capHeight() / 2), self._more()
            )

    def event(self, event: QEvent) -> bool:
        """The hovered ground comes and goes."""
        if event.type() in {QEvent.Type.Enter, QEvent.Type.Leave}:
            self.update()
        return super().event(event)

    def _shown(self) -> Sequence[Face]:
        return self._faces[: self._most]

    def _matching(self) -> tuple[bool, ...]:
        """Of each face that shows whether the filter keeps it: others make no difference."""
        lit = self._lit
        return tuple(lit is None or face.person in lit for face in self._shown())

    def _more(self) -> str:
        left = len(self.dock.faces) - len(self._shown())
        return f"+{left}" if left else ""

    def _faces_left(self) -> float:
        left = float(_PAD + _ICON + _PAD)
        if self._named:
            name = phrases.dock_name(self.dock.kind)
            left += appearance().theme.text_width("body", name) + _PAD
        return left

    def _boxes(self) -> list[QRectF]:
        left, top = self._faces_left(), (self.height() - _FACE) / 2
        return [QRectF(left + _STEP * n, top, _FACE, _FACE) for n in range(len(self._shown()))]

    @Slot()
    def _open(self) -> None:
        title = phrases.dock_name(self.dock.kind)
        menu = people_menu(self, title, self.dock.faces, self.person_activated.emit)
        corner = self.mapToGlobal(QPointF(0, 0)).toPoint()
        corner.setY(corner.y() - menu.sizeHint().height() - 4)
        menu.popup(corner)


class DockStrip(Floating):
    """All docks side by side; hidden when empty. ``person_activated`` carries a person's id.

    Tab comes to them from ``after``.
    """

    person_activated = Signal(str)

    def __init__(self, parent: QWidget | None = None, after: QWidget | None = None) -> None:
        super().__init__(parent)
        self._after = after
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(self.air(4))
        self._row.setSpacing(4)
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.sections: list[DockSection] = []
        self.setAccessibleName(self.tr("Not on the map"))
        self.hide()

    def show_docks(self, docks: Sequence[Dock]) -> None:
        """Show these docks, in their order; kept sections keep the keyboard."""
        kinds = [dock.kind for dock in docks]
        if kinds == [section.dock.kind for section in self.sections]:
            for section, dock in zip(self.sections, docks, strict=True):
                section.show_dock(dock)
        else:
            self._rebuild(docks)
        self.setVisible(bool(docks))

    def drawing(self, docks: Sequence[Dock]) -> Iterator[None]:
        """Draw the faces of docks that are to be shown, in steps."""
        theme, scale = appearance().theme, self.devicePixelRatioF()
        for dock in docks:
            for face in dock.faces[:_MOST]:
                avatar(theme, face.person, face.initials, _FACE, scale, stale=face.stale)
                yield

    def _rebuild(self, docks: Sequence[Dock]) -> None:
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.sections = []
        before = self._after
        for dock in docks:
            if self.sections:
                self._add(_Divider())
            section = DockSection(dock)
            section.person_activated.connect(self.person_activated)
            self.sections.append(section)
            self._add(section)
            if before is not None:
                self.setTabOrder(before, section)
            before = section

    def _add(self, part: QWidget) -> None:
        self._row.addWidget(part)
        # A visible strip would show it later, and reckon without it until then.
        part.show()

    def set_matching(self, lit: frozenset[str] | None) -> None:
        """Dim who doesn't match the filter."""
        for section in self.sections:
            section.set_matching(lit)

    def fit(self, width: int) -> None:
        """Take the size that fits in so many px: fewer faces first, then icons without names."""
        for named in (True, False):
            # Without names a number alone says how many.
            for most in range(_MOST, int(named) - 1, -1):
                for section in self.sections:
                    section.shrink(most, named=named)
                self._row.invalidate()
                wanted = self._row.sizeHint()
                if wanted.width() - 2 * AIR <= width:
                    self.resize(wanted)
                    return
        self.resize(self._row.sizeHint())


class _Divider(QWidget):
    """Upright between two sections."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(1, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A line in the border's colour."""
        QPainter(self).fillRect(self.rect(), appearance().theme.colour("border"))
