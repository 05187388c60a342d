"""My own status at the top right: face, activity, place, until.

Amber while I don't share: then it says so instead, whatever I have set.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from presencemap.ui import assets
from presencemap.ui.menus.sharing_menu import held_words
from presencemap.ui.painting.avatar import paint_face
from presencemap.ui.painting.kind import kind_icon, kind_token
from presencemap.ui.team import Team
from presencemap.ui.theme import appearance
from presencemap.ui.visibility import pill_lines, spoken

_FACE = 26
_HIGH = 38
_WIDEST = 238


class StatusPill(QAbstractButton):
    """Reads the team; says what others see of me."""

    def __init__(self, team: Team, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._team = team
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("focusRadius", _HIGH // 2)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._lines = ("", "")
        self._small = False
        team.changed.connect(self._learn)
        appearance().changed.connect(self._learn)
        self._learn()

    def set_small(self, *, small: bool) -> None:
        """Show the face alone."""
        self._small = small
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its words, within reason."""
        theme = appearance().theme
        if self._small:
            return QSize(theme.px(_FACE) + 12, theme.px(_HIGH))
        text = max(
            QFontMetricsF(theme.font("small", 600)).horizontalAdvance(self._lines[0])
            + self._icon_room(),
            theme.text_width("micro", self._lines[1]),
        )
        width = theme.px(_FACE) + 8 + 10 + round(text) + 8 + 16 + 12
        return QSize(min(width, theme.px(_WIDEST)), theme.px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        """The face, and the arrow where there is room for words."""
        theme = appearance().theme
        return QSize(theme.px(_FACE) + (12 if self._small else 50), theme.px(_HIGH))

    def enterEvent(self, event: QEnterEvent) -> None:
        """The border answers the pointer."""
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Pill, face, two lines, chevron."""
        theme = appearance().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        lit = self.underMouse() or self.isDown()
        held = held_words(self._team)
        edge = "warn" if held else "borderStrong" if lit else "border"
        painter.setPen(QPen(theme.colour(edge), 1))
        painter.setBrush(theme.colour("warnSoft" if held else "hover" if lit else "surface"))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        face = theme.px(_FACE)
        me = self._team.me
        if held:
            mark = QRectF(6 + (face - 18) / 2, (self.height() - 18) / 2, 18, 18)
            assets.draw_icon(painter, held.icon, theme.colour("warn"), mark)
        elif me is not None:
            corner = QPointF(6, (self.height() - face) / 2)
            paint_face(
                painter,
                theme,
                me.person.id,
                me.person.initials,
                corner=corner,
                size=face,
                availability=self._team.availability,
                under=theme.colour("hover" if lit else "surface"),
            )
        if self._small:
            return
        arrow = QRectF(self.width() - 12 - 16, (self.height() - 16) / 2, 16, 16)
        assets.draw_icon(painter, "chevron-down", theme.colour("warn" if held else "ink2"), arrow)
        left = 8.0 + face + 8
        self._write(painter, QRectF(left, 0, arrow.left() - 6 - left, self.height()))

    def _write(self, painter: QPainter, box: QRectF) -> None:
        theme = appearance().theme
        first, second = self._lines
        high, low = theme.line("small"), theme.line("micro")
        top = box.top() + (box.height() - high - low) / 2 if second else (box.height() - high) / 2
        left = box.left()
        held = held_words(self._team)
        status = self._team.my_status
        if held is None and status is not None and status.activity is not None:
            kind = status.activity.kind
            mark = QRectF(left, top + (high - 13) / 2, 13, 13)
            assets.draw_icon(painter, kind_icon(kind), theme.colour(kind_token(kind)), mark)
            left += self._icon_room()
        tones = ("warn", "ink2") if held else ("ink", "ink3")
        rows = (
            (first, "small", 600, tones[0], QRectF(left, top, box.right() - left, high)),
            (second, "micro", 500, tones[1], QRectF(box.left(), top + high, box.width(), low)),
        )
        for text, role, weight, tone, line in rows:
            font = theme.font(role, weight)
            painter.setFont(font)
            painter.setPen(theme.colour(tone))
            cut = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, cut)

    def _icon_room(self) -> int:
        status = self._team.my_status if held_words(self._team) is None else None
        return 18 if status is not None and status.activity is not None else 0

    @Slot()
    def _learn(self) -> None:
        team = self._team
        facts = (team.availability, team.my_status, team.places, team.clock())
        held = held_words(team)
        if held is None:
            self._lines = pill_lines(*facts)
            self.setAccessibleName(spoken(*facts))
            self.setToolTip(self.tr("Change what you share (Ctrl+N)"))
        else:
            self._lines = (held.state, held.means)
            words = self.tr("{state}: {means}. Change")
            self.setAccessibleName(words.format(state=held.state, means=held.means))
            again = self.tr("Share again (Ctrl+Shift+P)")
            self.setToolTip(self.tr("Start anew …") if team.removed else again)
        self.updateGeometry()
        self.update()
