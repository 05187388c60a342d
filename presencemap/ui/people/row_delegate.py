"""Paints the list: a colleague's row of 56 px, or 40, and the group headers between them.

Owns how a row looks. Reads `RowFacts`; knows neither cards nor the node.
"""

from collections import OrderedDict

from PySide6.QtCore import (
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    QSizeF,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from presencemap.domain.roster import Freshness
from presencemap.ui import assets
from presencemap.ui.painting.avatar import paint_face, paint_planned_rim
from presencemap.ui.painting.kind import kind_icon, kind_token
from presencemap.ui.people.roster_list import RosterList
from presencemap.ui.people.roster_model import Role
from presencemap.ui.people.row_facts import RowFacts
from presencemap.ui.theme.appearance import appearance
from presencemap.ui.theme.tokens import Theme

HEADER = 30
_PAD = 14
_GAP = 11
_KEPT = 120
"""Rows; some screens of them, about 70 kB each at scale 1."""
_SIGN = 12
_ONE_LINE = 330
"""Px from which a compact row has room for a name and an activity side by side."""
_HINTS = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
RESTING, SELECTED = "surface", "accentSoft"
"""Colours of the ground."""
_GROUNDS = (RESTING, "hover", SELECTED)
Index = QModelIndex | QPersistentModelIndex
_Key = tuple[object, ...]


class RowDelegate(QStyledItemDelegate):
    """Three looks: a person with `Role.FACTS`, a header with `Role.GROUP`, else somebody's guests.

    A filter and a scroll show the same rows elsewhere: their pictures are kept.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._made: OrderedDict[_Key, tuple[RowFacts, QPixmap]] = OrderedDict()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Height only: the view gives the width."""
        theme, model = appearance().theme, index.model()
        header = isinstance(model, RosterList) and model.is_header(index.row())
        return QSize(0, theme.px(HEADER) if header else theme.row())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row, all text plain."""
        theme = appearance().theme
        painter.save()
        painter.setRenderHints(_HINTS)
        state: QStyle.StateFlag = option.state
        box = QRectF(option.rect)
        facts = index.data(Role.FACTS)
        if isinstance(facts, RowFacts):
            self._paint_person(painter, theme, box, facts, _ground(state))
        elif index.data(Role.GROUP):
            hovered = bool(state & QStyle.StateFlag.State_MouseOver)
            _paint_header(painter, theme, box, index, hovered=hovered)
        elif index.isValid():
            _paint_guests(painter, theme, box, str(index.data()))
        if state & QStyle.StateFlag.State_HasFocus and state & (
            QStyle.StateFlag.State_KeyboardFocusChange
        ):
            width = theme.size("focusRing")
            painter.setPen(QPen(theme.colour("focus"), width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 6, 6)
        painter.restore()

    def is_drawn(self, option: QStyleOptionViewItem, index: Index, scale: float) -> bool:
        """Whether the row's picture is there, or it has none: then nothing could stand in."""
        facts, box = index.data(Role.FACTS), QRectF(option.rect)
        if not isinstance(facts, RowFacts) or not _is_on_pixels(box, scale):
            return True
        made = self._made.get(_key(facts, _ground(option.state), box, scale))
        return made is not None and made[0] == facts

    def paint_last(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The person's row as it was drawn last; nothing where it never was."""
        facts, box = index.data(Role.FACTS), QRectF(option.rect)
        scale, here = painter.device().devicePixelRatio(), _ground(option.state)
        for ground in (here, *_GROUNDS):
            made = self._made.get(_key(facts, ground, box, scale))
            if made is not None:
                painter.drawPixmap(box.topLeft(), made[1])
                return

    def _paint_person(
        self, painter: QPainter, theme: Theme, box: QRectF, facts: RowFacts, ground: str
    ) -> None:
        """From a picture made before, where it falls on whole pixels of the screen."""
        scale = painter.device().devicePixelRatio()
        if not _is_on_pixels(box, scale):
            _Row(painter, theme, box, ground).paint(facts)
            return
        painter.drawPixmap(box.topLeft(), self.picture(facts, ground, box.size(), scale))

    def picture(self, facts: RowFacts, ground: str, size: QSizeF, scale: float) -> QPixmap:
        """A person's row of that size (px) for a screen of that scale, drawn where it isn't yet."""
        box = QRectF(QPointF(), size)
        key = _key(facts, ground, box, scale)
        said, made = self._made.get(key, (None, QPixmap()))
        if said != facts:
            made = QPixmap(round(box.width() * scale), round(box.height() * scale))
            made.setDevicePixelRatio(scale)
            inner = QPainter(made)
            inner.setRenderHints(_HINTS)
            _Row(inner, appearance().theme, box, ground).paint(facts)
            inner.end()
            self._made[key] = facts, made
            if len(self._made) > _KEPT:
                self._made.popitem(last=False)
        self._made.move_to_end(key)
        return made


def _key(facts: RowFacts, ground: str, box: QRectF, scale: float) -> _Key:
    """One picture of each person, on each ground, in the size and look that there are."""
    return facts.id, ground, box.width(), box.height(), scale, appearance().theme.key


def _ground(state: QStyle.StateFlag) -> str:
    if state & QStyle.StateFlag.State_Selected:
        return SELECTED
    return "hover" if state & QStyle.StateFlag.State_MouseOver else RESTING


def _is_on_pixels(box: QRectF, scale: float) -> bool:
    edges = (box.left(), box.top(), box.width(), box.height())
    return all((edge * scale).is_integer() for edge in edges)


def _paint_header(
    painter: QPainter, theme: Theme, box: QRectF, index: Index, *, hovered: bool
) -> None:
    model, group = index.model(), index.data(Role.GROUP)
    folded = isinstance(model, RosterList) and model.is_collapsed(group)
    count = model.count(group) if isinstance(model, RosterList) else 0
    tone = theme.colour("ink2" if hovered else "ink3")
    edge = theme.px(12)
    arrow = QRectF(box.left() + _PAD, box.center().y() - edge / 2, edge, edge)
    assets.draw_icon(painter, "chevron-right" if folded else "chevron-down", tone, arrow)
    left = arrow.right() + 6
    number = QLocale().toString(count)
    painter.setPen(tone)
    strong, light = theme.font("micro", 600), theme.font("micro")
    after = QFontMetricsF(light).horizontalAdvance(number) + 6
    metrics = QFontMetricsF(strong)
    room = box.right() - _PAD - left - after
    title = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room)
    base = box.center().y() + (metrics.ascent() - metrics.descent()) / 2
    painter.setFont(strong)
    painter.drawText(QPointF(left, base), title)
    painter.setFont(light)
    painter.drawText(QPointF(left + metrics.horizontalAdvance(title) + 6, base), number)


def _paint_guests(painter: QPainter, theme: Theme, box: QRectF, words: str) -> None:
    """A disc in place of a face, since nobody learns who they are."""
    size, edge = theme.row_face(), theme.px(16)
    disc = QRectF(box.left() + _PAD, box.center().y() - size / 2, size, size)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("sunken"))
    painter.drawEllipse(disc)
    sign = QRectF(0, 0, edge, edge)
    sign.moveCenter(disc.center())
    assets.draw_icon(painter, "users", theme.colour("ink3"), sign)
    font, metrics = theme.typeface("small")
    left = disc.right() + _GAP
    room = box.right() - theme.space("x3") - left
    painter.setFont(font)
    painter.setPen(theme.colour("ink2"))
    base = box.center().y() + (metrics.ascent() - metrics.descent()) / 2
    painter.drawText(
        QPointF(left, base), metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
    )


def _beside(facts: RowFacts) -> str:
    """How many are with them who aren't of the team."""
    return f"+{facts.guests}" if facts.guests else ""


def _end(facts: RowFacts) -> str:
    """Until when the place and the activity hold."""
    return f"→ {facts.until}" if facts.until else ""


class _Row:
    """One person's row while it is painted."""

    def __init__(self, painter: QPainter, theme: Theme, box: QRectF, ground: str) -> None:
        self._painter = painter
        self._theme = theme
        self._box = box
        self._ground = ground

    def paint(self, facts: RowFacts) -> None:
        """The ground; face at the left; name and place; kind, activity, age; or all in a line."""
        theme, box = self._theme, self._box
        self._painter.fillRect(box, theme.colour(self._ground))
        if self._ground == "accentSoft":
            bar = QRectF(box.left(), box.top() + 8, 3, box.height() - 16)
            self._painter.fillRect(bar, theme.colour("accent"))
        size = theme.row_face()
        corner = QPointF(box.left() + _PAD, box.center().y() - size / 2)
        if self._ground == "accentSoft":
            # Some tints are as light as the selection: a rim keeps the face a face.
            self._painter.setPen(QPen(theme.colour("surface"), 3))
            self._painter.drawEllipse(QRectF(corner.x(), corner.y(), size, size))
        paint_face(
            self._painter,
            theme,
            facts.id,
            facts.initials,
            corner=corner,
            size=size,
            availability=facts.availability,
            under=theme.colour(self._ground),
            stale=facts.stale,
            badge=facts.freshness is not Freshness.PLANNED,
        )
        if facts.planned:
            paint_planned_rim(self._painter, theme, corner, size)
        left = box.left() + _PAD + size + _GAP
        right = box.right() - theme.space("x3")
        middle = box.center().y()
        if theme.compact:
            self._compact(facts, QRectF(left, middle, right - left, 0))
            return
        upper, lower = middle - theme.px(9), middle + theme.px(10)
        # Who is here shows the place and its end above, the age below; who isn't, the age above.
        above, end = (facts.age, "") if facts.stale else (facts.place, _end(facts))
        room = right - left
        spare = room - theme.text_width("strong", facts.name) - 10
        last = theme.text_width("micro", end) + 1 if end else 0.0
        between = 4 if above and end else 0
        last += between + self._guests_width(facts)
        wanted = last + (theme.text_width("micro", above) + 1 if above else 0.0)
        width = min(wanted, max(spare, room * 0.42))
        name_room = room - (width + 8 if wanted else 0)
        self._text(facts.name, QRectF(left, upper, name_room, 0), "strong", "ink")
        if above:
            place = QRectF(right - width, upper, width - last, 0)
            self._text(above, place, "micro", "ink3")
        after = self._guests(facts, QPointF(right - last, upper)) + between
        if end:
            self._text(end, QRectF(after, upper, right - after, 0), "micro", "ink3")
        self._second(facts, QRectF(left, lower, room, 0))

    def _guests_width(self, facts: RowFacts) -> float:
        """The room of the mark for guests, with its air; 0 without any."""
        said = _beside(facts)
        theme = self._theme
        return 4 + theme.px(_SIGN) + 2 + theme.text_width("micro", said) + 1 if said else 0.0

    def _guests(self, facts: RowFacts, at: QPointF) -> float:
        """The mark for guests from there on; answers where it ends."""
        said = _beside(facts)
        if not said:
            return at.x()
        edge, end = self._theme.px(_SIGN), at.x() + self._guests_width(facts)
        sign = QRectF(at.x() + 4, at.y() - edge / 2, edge, edge)
        assets.draw_icon(self._painter, "users", self._theme.colour("ink3"), sign)
        number = QRectF(sign.right() + 2, at.y(), end - sign.right() - 2, 0)
        self._text(said, number, "micro", "ink3")
        return end

    def _compact(self, facts: RowFacts, line: QRectF) -> None:
        """The name and what they are on in one line, or close together where that is too short.

        At the right, small: where, and since and until when.
        """
        theme, room, end = self._theme, line.width(), _end(facts)
        if facts.stale:
            small = [facts.age, end]
        else:
            small = [facts.place, " ".join(filter(None, [facts.age, end]))]
        small = [text for text in small if text]
        widest = max((theme.text_width("micro", text) + 1 for text in small), default=0.0)
        width = min(widest, room * 0.4)
        apart = theme.line("micro")
        top = line.top() - apart * (len(small) - 1) / 2
        for number, text in enumerate(small):
            wide = min(theme.text_width("micro", text) + 1, width)
            place = QRectF(line.right() - wide, top + number * apart, wide, 0)
            self._text(text, place, "micro", "ink3")
        guests = self._guests_width(facts)
        self._guests(facts, QPointF(line.right() - width - guests - 4, line.top()))
        line.setRight(line.right() - (width + guests + 8 if small else 0))
        name = QRectF(line)
        if room < theme.px(_ONE_LINE):
            name.moveTop(line.top() - theme.px(8))
            line.moveTop(line.top() + theme.px(8))
        else:
            name.setWidth(min(theme.text_width("strong", facts.name) + 1, room * 0.42))
            line.setLeft(name.right() + 8)
        self._text(facts.name, name, "strong", "ink")
        self._words(facts, line)

    def _second(self, facts: RowFacts, line: QRectF) -> None:
        theme = self._theme
        time = _end(facts) if facts.stale else facts.age
        if time:
            width = theme.text_width("micro", time) + 1
            self._text(time, QRectF(line.right() - width, line.top(), width, 0), "micro", "ink3")
            line.setRight(line.right() - width - 8)
        self._words(facts, line)

    def _words(self, facts: RowFacts, line: QRectF) -> None:
        """The sign of its kind, and what they are on."""
        theme = self._theme
        edge = theme.px(14)
        icon = kind_icon(facts.kind) if facts.kind else "clock" if facts.stale else ""
        tone = kind_token(facts.kind) if facts.kind else "ink3"
        if facts.planned:
            icon, tone = "calendar", "accent"
        if facts.doubtful:
            icon, tone = "shield-alert", "danger"
        if icon:
            box = QRectF(line.left(), line.top() - edge / 2, edge, edge)
            assets.draw_icon(self._painter, icon, theme.colour(tone), box)
            line.setLeft(line.left() + edge + 4)
        if facts.relayed:
            small = theme.px(12)
            mark = QRectF(line.right() - small, line.top() - small / 2, small, small)
            assets.draw_icon(self._painter, "share-2", theme.colour("ink3"), mark)
            line.setRight(mark.left() - 6)
        self._text(facts.line, line, "small", "ink3" if facts.stale else "ink2")

    def _text(self, text: str, line: QRectF, role: str, tone: str) -> None:
        """One line, centred on the line's height, elided at the right."""
        font, metrics = self._theme.typeface(role)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width())
        self._painter.setFont(font)
        self._painter.setPen(self._theme.colour(tone))
        base = line.top() + (metrics.ascent() - metrics.descent()) / 2
        self._painter.drawText(QPointF(line.left(), base), shown)
