"""The sheet: how one post lies on a width, and how it is painted; its buttons are the widget's.

Measured once for a width and a look, then only painted. Knows no node.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextOption

from presencemap.domain.availability import Availability
from presencemap.domain.post import PostKind
from presencemap.domain.topic import topic_spans
from presencemap.ui import assets
from presencemap.ui.controls import utf16
from presencemap.ui.painting.avatar import paint_face
from presencemap.ui.painting.frame import paint_frame
from presencemap.ui.stream import phrases
from presencemap.ui.stream.facts import LinkFacts, PostFacts
from presencemap.ui.theme.tokens import Theme

_PAD: Final = 14
_GAP: Final = 6
_LINK: Final = 36
_QUOTE_LINES: Final = 2
_INSIDE: Final = 12


class Face(NamedTuple):
    """What is known of an author now; availability None is offline."""

    initials: str
    availability: Availability | None


class Spot(NamedTuple):
    """Where a click means something: `what` is person, link, topic or post, `value` which."""

    box: QRectF
    what: str
    value: str


class Sheet:
    """`height` px without buttons, which begin at `left`; `spots` are what can be clicked."""

    def __init__(
        self, post: PostFacts, theme: Theme, width: int, *, small: bool, under: str = ""
    ) -> None:
        """`small` in a thread; of a reply to `under`, the post above it, not all is said again."""
        self.post, self.theme, self.width = post, theme, width
        self.face = theme.px(30 if small else 38)
        self.left = _PAD + self.face + (10 if small else 12)
        self._role = "body" if small else "post"
        self._room = max(40, width - self.left - _PAD)
        self._small = small
        self.spots: list[Spot] = []
        self._head = theme.line("body")
        follows = bool(under) and post.kind is PostKind.REPLY and post.of == under
        self._kind = 0 if follows else theme.line("small") + 2
        y = float(_PAD + self._head + self._kind + 2)
        self._text_top = y
        self._text = self._laid(post.text, self._role, y)
        if post.text:
            y += self._text.lineCount() * theme.line(self._role) + 2
        self._quote: QTextLayout | None = None
        self._quote_box = QRectF()
        if post.about is not None and not follows:
            y = self._lay_quote(post.about, y + _GAP)
        self._links: list[tuple[QRectF, LinkFacts]] = []
        for link in post.links:
            box = QRectF(self.left, y + _GAP, self._room, theme.px(_LINK))
            self._links.append((box, link))
            self.spots.append(Spot(box, "link", link.url))
            y = box.bottom() + 2
        circle = QRectF(_PAD, _PAD, self.face, self.face)
        name = theme.text_width("strong", post.name)
        self.spots.append(Spot(circle, "person", post.person))
        self.spots.append(Spot(QRectF(self.left, _PAD, name, self._head), "person", post.person))
        self.state_top = y + 4
        self.height = round(max(y, _PAD + self.face)) + 2

    def spot(self, at: QPointF) -> Spot | None:
        """What lies there."""
        return next((each for each in self.spots if each.box.contains(at)), None)

    def paint(self, painter: QPainter, face: Face, now: int, ground: str) -> None:
        """All but buttons and state."""
        theme, post = self.theme, self.post
        paint_face(
            painter,
            theme,
            post.person,
            face.initials,
            corner=QPointF(_PAD, _PAD),
            size=self.face,
            availability=face.availability,
            under=theme.colour(ground),
        )
        age = phrases.when(post, now)
        width = theme.text_width("small", age) + 1
        right = self.left + self._room
        self._line(painter, age, QRectF(right - width, _PAD, width, self._head), "small", "ink3")
        name = QRectF(self.left, _PAD, self._room - width - 8, self._head)
        self._line(painter, post.name, name, "strong", "ink")
        if self._kind:
            self._paint_kind(painter)
        painter.setPen(theme.colour("ink"))
        self._text.draw(painter, QPointF(self.left, self._text_top))
        if self._quote is not None and post.about is not None:
            self._paint_quote(painter, post.about, self._quote)
        for box, link in self._links:
            self._paint_link(painter, box, link)

    def paint_state(self, painter: QPainter, words: str, tone: str, icon: str) -> None:
        """What became of it, on a line of its own below."""
        theme, edge = self.theme, self.theme.px(14)
        box = QRectF(self.left, self.state_top, self._room, theme.line("small"))
        sign = QRectF(box.left(), box.center().y() - edge / 2, edge, edge)
        assets.draw_icon(painter, icon, theme.colour(tone), sign)
        self._line(painter, words, box.adjusted(edge + 5, 0, 0, 0), "small", tone)

    def _laid(self, text: str, role: str, top: float, *, lines: int = 0) -> QTextLayout:
        """A text in lines, its topics in accent and to be clicked."""
        theme = self.theme
        layout = QTextLayout(text, theme.typeface(role)[0])
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        look = QTextCharFormat()
        look.setForeground(theme.colour("accent"))
        spans = list(topic_spans(text))
        formats = []
        for start, end in spans:
            form = QTextLayout.FormatRange()
            form.start, form.length = utf16(text[:start]), utf16(text[start:end])
            form.format = look
            formats.append(form)
        layout.setFormats(formats)
        layout.beginLayout()
        y, high = 0.0, theme.line(role)
        while True:
            line = layout.createLine()
            if not line.isValid() or (lines and layout.lineCount() > lines):
                break
            line.setLineWidth(self._room - (2 * _INSIDE if lines else 0))
            line.setPosition(QPointF(0, y))
            y += high
        layout.endLayout()
        if not lines:
            self._find_topics(layout, text, spans, top, high)
        return layout

    def _find_topics(
        self,
        layout: QTextLayout,
        text: str,
        spans: Sequence[tuple[int, int]],
        top: float,
        high: int,
    ) -> None:
        for start, end in spans:
            line = layout.lineForTextPosition(utf16(text[:start]))
            if not line.isValid():
                continue
            left = _x(line.cursorToX(utf16(text[:start])))
            right = _x(line.cursorToX(utf16(text[:end])))
            box = QRectF(self.left + left, top + line.y(), max(8.0, right - left), high)
            self.spots.append(Spot(box, "topic", text[start + 1 : end]))

    def _lay_quote(self, about: PostFacts, top: float) -> float:
        text = about.text
        self._quote = self._laid(text, "body", 0, lines=_QUOTE_LINES)
        lines = min(_QUOTE_LINES, self._quote.lineCount())
        high = self.theme.line("body") * (lines + 1) + 16
        self._quote_box = QRectF(self.left, top, self._room, high)
        self.spots.append(Spot(self._quote_box, "post", about.id))
        return self._quote_box.bottom() + 2

    def _paint_kind(self, painter: QPainter) -> None:
        icon, tone = phrases.KIND_ICONS[self.post.kind]
        theme, edge = self.theme, self.theme.px(14)
        box = QRectF(self.left, _PAD + self._head, self._room, self._kind)
        sign = QRectF(box.left(), box.center().y() - edge / 2, edge, edge)
        assets.draw_icon(painter, icon, theme.colour(tone), sign)
        words = box.adjusted(edge + 5, 0, 0, 0)
        self._line(painter, phrases.kind_words(self.post), words, "kind", tone)

    def _paint_quote(self, painter: QPainter, about: PostFacts, text: QTextLayout) -> None:
        theme, box = self.theme, self._quote_box
        self._frame(painter, box)
        high = theme.line("body")
        inner = box.adjusted(_INSIDE, 8, -_INSIDE, -8)
        self._line(
            painter,
            about.name,
            QRectF(inner.left(), inner.top(), inner.width(), high),
            "strong",
            "ink2",
        )
        painter.setPen(theme.colour("ink2"))
        for number in range(min(_QUOTE_LINES, text.lineCount())):
            text.lineAt(number).draw(painter, QPointF(inner.left(), inner.top() + high))

    def _paint_link(self, painter: QPainter, box: QRectF, link: LinkFacts) -> None:
        theme, edge = self.theme, self.theme.px(16)
        self._frame(painter, box)
        sign = QRectF(box.left() + _INSIDE, box.center().y() - edge / 2, edge, edge)
        assets.draw_icon(painter, "link", theme.colour("accent"), sign)
        inner = box.adjusted(_INSIDE + edge + 8, 0, -_INSIDE, 0)
        width = min(theme.text_width("small", link.host) + 1, inner.width() / 2)
        if link.title:
            host = QRectF(inner.right() - width, inner.top(), width, inner.height())
            self._line(painter, link.host, host, "small", "ink3")
            inner = inner.adjusted(0, 0, -width - 8, 0)
        self._line(painter, link.title or link.host, inner, "body", "ink")

    def _frame(self, painter: QPainter, box: QRectF) -> None:
        paint_frame(painter, self.theme, box, self.theme.radius("control"))

    def _line(self, painter: QPainter, text: str, box: QRectF, role: str, tone: str) -> None:
        """One line, elided at the right, centred on the box's height; role "kind" is semi-bold."""
        font, metrics = self.theme.typeface("small" if role == "kind" else role)
        painter.setFont(self.theme.font("small", 600) if role == "kind" else font)
        painter.setPen(self.theme.colour(tone))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        base = box.center().y() + (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(box.left(), base), shown)


def _x(found: object) -> float:
    """PySide answers a pair where Qt has a second, changed argument."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
