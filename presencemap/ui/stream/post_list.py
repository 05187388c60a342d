"""A long list of posts: only those in sight are widgets, and they are lent on as it scrolls.

Owns what is in sight, and that nothing moves under the eye while heights become known. Knows no
node; what is wanted of a post, it passes on.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QWidget

from presencemap.ui.stream.acts import Act
from presencemap.ui.stream.facts import PostFacts
from presencemap.ui.stream.lender import Lender
from presencemap.ui.stream.post_column import PostColumn
from presencemap.ui.stream.post_widget import PostWidget
from presencemap.ui.team import Team
from presencemap.ui.theme import appearance
from presencemap.ui.turns import Turns

_NEAR: Final = 2
"""So many heights of the list before the end more is fetched."""
_AGE: Final = 30_000
_FIRST: Final = 6
"""Posts in sight at first, usually, and the next ones."""
WIDEST: Final = 620


class PostList(QAbstractScrollArea):
    """`set_head` and `set_foot` scroll along. `end_near`: time to fetch more.

    `act_wanted`, `spot_clicked`, `opened`: as of a PostWidget.
    """

    act_wanted = Signal(Act, object)
    spot_clicked = Signal(str, str)
    opened = Signal(object)
    end_near = Signal()

    def __init__(self, team: Team, parent: QWidget | None = None, *, small: bool = False) -> None:
        super().__init__(parent)
        self._team = team
        self._column = PostColumn(team, small=small)
        self._lender = Lender(self._made)
        self._lent = self._lender.lent
        self._before, self._down, self._in_sight = 0, True, range(0)
        self._head: QWidget | None = None
        self._foot: QWidget | None = None
        self._current = self._shown = ""
        self._placing = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownFocus", True)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().setSingleStep(48)
        self.verticalScrollBar().valueChanged.connect(self._scroll)
        self._ahead = Turns(self, few=0)
        self._ages = QTimer(self, interval=_AGE)
        self._ages.timeout.connect(self._grow_older)
        self._ages.start()
        appearance().changed.connect(self._measure_anew)
        team.changed.connect(self._repaint)

    @property
    def widgets(self) -> list[PostWidget]:
        """The posts in sight, from the top."""
        return sorted(self._lent.values(), key=QWidget.y)

    @property
    def current(self) -> str:
        """The post that the keyboard is on, "" for none."""
        return self._current

    @property
    def opened_post(self) -> str:
        """The post whose thread is open, "" for none."""
        return self._shown

    def set_head(self, head: QWidget) -> None:
        """What stands above the first post."""
        self._head = head
        head.setParent(self.viewport())
        head.show()

    def set_foot(self, foot: QWidget) -> None:
        """What stands below the last."""
        self._foot = foot
        foot.setParent(self.viewport())
        foot.show()

    def set_rows(self, rows: Sequence[PostFacts]) -> None:
        """Other posts; from the top."""
        self._column.show(rows, self._room())
        self._current = ""
        self.verticalScrollBar().setValue(0)
        self.relayout()
        self._ahead.begin_later(self._looked_ahead())

    def made_ahead(self) -> Iterator[None]:
        """Before there are any rows: widgets for the first ones, a button a step."""
        for _ in range(_FIRST):
            yield from self._lender.make_spare()

    def rows_grew(self, many: int) -> None:
        """The same rows, and so many more at the end."""
        self._column.grow(many)
        self.relayout()

    def rows_came(self, many: int) -> None:
        """So many of mine at the top: they are shown."""
        self._column.insert(many)
        self.verticalScrollBar().setValue(0)
        self.relayout()

    def row_changed(self, row: int) -> None:
        """It stands otherwise."""
        self._column.forget(row)
        self.relayout()

    def row_removed(self, row: int) -> None:
        """It is gone; what is in sight stays where it is."""
        bar, top = self.verticalScrollBar(), self._column.top(row) + self._head_height()
        gone = self._column.remove(row)
        if top + gone <= bar.value():
            bar.setValue(bar.value() - gone)
        self.relayout()

    def show_open(self, post: str) -> None:
        """Mark the post whose thread is open, "" for none."""
        self._shown = post
        for widget in self._lent.values():
            if widget.post is not None:
                self._bind(widget, widget.post)

    @Slot(frozenset)
    def show_going(self, posts: frozenset[str]) -> None:
        """Mark the posts of these ids, which are being taken back."""
        self._column.mark_going(posts)
        self._measure_anew()

    def go_to(self, post: str) -> None:
        """The keyboard goes to this post, if it is in sight."""
        self._current = post if post in self._lent else self._current
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_end(self) -> None:
        """Scroll to the last one."""
        for row in range(len(self._column)):
            self._column.find_out(row)
        self.relayout()
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks lines elsewhere."""
        super().resizeEvent(event)
        if self._room() != self._column.room:
            self._measure_anew()
        else:
            self.relayout()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard goes on where it was, or to the first in sight."""
        super().focusInEvent(event)
        self._enter(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go from post to post; Page, Home and End scroll."""
        bar, page = self.verticalScrollBar(), self.viewport().height() - 40
        match event.key():
            case Qt.Key.Key_Down:
                self._step(1)
            case Qt.Key.Key_Up:
                self._step(-1)
            case Qt.Key.Key_PageDown | Qt.Key.Key_Space:
                bar.setValue(bar.value() + page)
            case Qt.Key.Key_PageUp:
                bar.setValue(bar.value() - page)
            case Qt.Key.Key_Home:
                bar.setValue(0)
            case Qt.Key.Key_End:
                while bar.value() < bar.maximum():  # the last heights become known there
                    bar.setValue(bar.maximum())
            case _:
                event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        """Head and foot tell when they want another height."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.relayout()
        return super().viewportEvent(event)

    def _enter(self, reason: Qt.FocusReason) -> None:
        inside = [each for each in self.widgets if each.y() >= 0] or self.widgets
        widget = self._lent.get(self._current) or next(iter(inside), None)
        if widget is not None:
            widget.setFocus(reason)

    def _step(self, way: int) -> None:
        """The post after or before the one that the keyboard is on."""
        posts = self._column.posts
        row = next((n for n, post in enumerate(posts) if post.id == self._current), None)
        if row is None:
            self._enter(Qt.FocusReason.TabFocusReason)
            return
        row = max(0, min(len(posts) - 1, row + way))
        self._current = posts[row].id
        self._reveal(row)
        self._enter(Qt.FocusReason.TabFocusReason)

    def _reveal(self, row: int) -> None:
        bar = self.verticalScrollBar()
        self._column.find_out(row)
        top = self._column.top(row) + self._head_height()
        bottom = top + self._column.of(row)
        if row == 0:
            bar.setValue(0)
        elif top < bar.value():
            bar.setValue(top)
        elif bottom > bar.value() + self.viewport().height():
            bar.setValue(bottom - self.viewport().height())
        self.relayout()

    @Slot()
    def _measure_anew(self) -> None:
        """Another width or look; the first post in sight stays on top."""
        bar, head = self.verticalScrollBar(), self._head_height()
        first = self._column.at(bar.value() - head) if len(self._column) else 0
        within = bar.value() - head - self._column.top(first) if len(self._column) else 0
        self._column.lie_on(self._room())
        if bar.value() > head and len(self._column):
            self.relayout()
            bar.setValue(self._column.top(first) + self._head_height() + within)
        self.relayout()

    @Slot()
    def relayout(self) -> None:
        """Put what is in sight where it belongs; also when head or foot changed its height."""
        if self._placing or self._room() <= 0:
            return
        self._placing = True
        try:
            self._place_all()
        finally:
            self._placing = False
        bar = self.verticalScrollBar()
        if bar.maximum() - bar.value() < _NEAR * self.viewport().height():
            self.end_near.emit()

    def _place_all(self) -> None:
        bar, head = self.verticalScrollBar(), self._head_height()
        high, room = self.viewport().height(), self._room()
        left = (self.viewport().width() - room) // 2
        posts = self._column.posts
        if posts:
            above = bar.value() - head
            # Going up, the row that comes in from above grows above the edge.
            self._push(self._column.find_out_between(above, above + high))
        foot = self._fit(head)
        above = bar.value() - head
        wanted = {posts[row].id: (row, y) for row, y in self._column.between(above, above + high)}
        self._release(wanted)
        for post, (row, y) in wanted.items():
            widget = self._lender.borrow(post)
            self._bind(widget, posts[row])
            widget.setGeometry(left, y - above, room, self._column.of(row))
            widget.show()
        if self._head is not None:
            self._head.setGeometry(left, -bar.value(), room, head)
        if self._foot is not None:
            top = head + self._column.height - bar.value()
            self._foot.setGeometry(left, top, room, foot)
        if self._current not in self._lent:
            self._current = ""
        self._lender.reach(self._current or next(iter(wanted), ""))
        shown = [row for row, _ in wanted.values()]
        self._in_sight = range(shown[0], shown[-1] + 1) if shown else range(0)

    def _push(self, more: int) -> None:
        """What stands above what is in sight is higher: that stays where it is."""
        if not more:
            return
        bar = self.verticalScrollBar()
        bar.blockSignals(True)
        bar.setRange(0, max(bar.maximum(), bar.value() + more))
        bar.setValue(bar.value() + more)
        bar.blockSignals(False)
        self._before += more

    def _fit(self, head: int) -> int:
        """The scroll bar's range; the height of the foot."""
        bar, high = self.verticalScrollBar(), self.viewport().height()
        foot = self._foot.sizeHint().height() if self._foot is not None else 0
        bar.setPageStep(high)
        bar.setRange(0, max(0, head + self._column.height + foot - high))
        return foot

    def _release(self, wanted: dict[str, tuple[int, int]]) -> None:
        """Those out of sight are spare; the one with the keyboard gives it back."""
        for post in self._lent.keys() - wanted.keys():
            widget, held = self._lender.release(post), QApplication.focusWidget()
            if held is not None and (held is widget or widget.isAncestorOf(held)):
                self.setFocus(Qt.FocusReason.OtherFocusReason)
            widget.hide()

    def _made(self) -> PostWidget:
        made = PostWidget(self._team, self.viewport())
        made.act_wanted.connect(self.act_wanted)
        made.spot_clicked.connect(self.spot_clicked)
        made.opened.connect(self.opened)
        made.focused.connect(self._focused)
        return made

    @Slot(int)
    def _scroll(self, value: int) -> None:
        self._down = value > self._before
        self.relayout()
        self._before = self.verticalScrollBar().value()
        self._look_ahead()

    def _looked_ahead(self) -> Iterator[None]:
        """Two posts, each laid out and then painted."""
        for _ in range(4):
            self._look_ahead()
            yield

    def _look_ahead(self) -> None:
        """A step of making ready what comes in next, where the scroll goes: so no step does all."""
        first, after = self._in_sight.start, self._in_sight.stop
        rows = (after, after + 1) if self._down else (first - 1, first - 2)
        posts = self._column.posts
        coming = [row for row in rows if 0 <= row < len(posts)]
        self._lender.keep_ready({posts[row].id for row in coming})
        any(self._make_ready(row) for row in coming)

    def _make_ready(self, row: int) -> bool:
        """Lay a post out, or paint it; False where both is done."""
        post = self._column.posts[row]
        widget = self._lender.ready(post.id)
        if self._column.is_measured(row) and widget.post == post:
            return widget.make_ready()
        more = self._column.find_out(row)
        self._push(0 if self._down else more)
        self._bind(widget, post)
        widget.resize(self._room(), self._column.of(row))
        return True

    def _bind(self, widget: PostWidget, post: PostFacts) -> None:
        sheet, state = self._column.sheet(post), self._column.state(post)
        widget.bind(sheet, state, opened=post.id == self._shown)

    def _room(self) -> int:
        """Px for a post."""
        return min(self.viewport().width(), appearance().theme.px(WIDEST))

    def _head_height(self) -> int:
        if self._head is None or self._head.isHidden():
            return 0
        room, head = self._room(), self._head
        return head.heightForWidth(room) if head.hasHeightForWidth() else head.sizeHint().height()

    @Slot(str)
    def _focused(self, post: str) -> None:
        self._current = post
        self._lender.reach(post)

    @Slot()
    def _repaint(self) -> None:
        if self.isVisible():
            for widget in self._lent.values():
                widget.update()

    @Slot()
    def _grow_older(self) -> None:
        """Ages, and what may still be edited."""
        if self.isVisible():
            self.relayout()
