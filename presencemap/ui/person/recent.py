"""What a colleague said last: a row a post, with what came of it and when. A row opens its thread.

Knows values, no node.
"""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from presencemap.ui.controls import (
    ElidedLabel,
    Glyph,
    Label,
    RowButton,
    Rows,
    dress,
    plain_tooltip,
)
from presencemap.ui.filling import Filling
from presencemap.ui.people import wording
from presencemap.ui.people.card_sections import without_tags
from presencemap.ui.stream.facts import PostFacts
from presencemap.ui.stream.phrases import KIND_ICONS, kind_words, spoken, state_words

_STATE: Final = 3
"""What came of a post takes at most so great a part of its row: a third."""


class Recent(QWidget):
    """`thread_wanted` with a post's id. ``name_of``: what a person is called, by id."""

    thread_wanted = Signal(str)

    def __init__(self, name_of: Callable[[str], str]) -> None:
        super().__init__()
        self._name_of = name_of
        title = Label(self.tr("Recent, shared with you"), "small", "ink2")
        dress(title, strong=True)
        self.nothing = Label("", "small", "ink3", wrap=True)
        self._rows = Rows(self._make, spacing=0)
        self._filling = Filling(self)
        self._box = QFrame()
        dress(self._box, surface="card")
        inside = QVBoxLayout(self._box)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self._rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        for part in (title, self.nothing, self._box):
            column.addWidget(part)

    @property
    def rows(self) -> "list[_Row]":
        """Those that are shown."""
        return self._rows.shown

    def show_posts(self, posts: Sequence[PostFacts], now: int, nothing: str) -> None:
        """These, the newest first; ``nothing``: what is said for none, "" as yet."""
        self.nothing.setText("" if posts else nothing)
        self.nothing.setVisible(bool(self.nothing.text()))
        self._box.setVisible(bool(posts))
        self.setVisible(bool(posts or nothing))

        def show(row: _Row, post: PostFacts) -> None:
            row.show_post(post, self._state(post), now)

        self._filling.fill(self, self._rows.fill(posts, show))

    def _make(self) -> "_Row":
        row = _Row(parted=bool(self._rows.made))
        row.opened.connect(self.thread_wanted)
        return row

    def _state(self, post: PostFacts) -> str:
        helpers, joined = ([*map(self._name_of, each)] for each in (post.helped, post.joined))
        said = state_words(post, helpers, joined).words
        if said or not post.replies:
            return said
        one, many = self.tr("1 answer"), self.tr("{count} answers")
        return one if post.replies == 1 else many.format(count=post.replies)


class _Row(RowButton):
    """One line; `opened` with its post's id."""

    opened = Signal(str)

    def __init__(self, *, parted: bool) -> None:
        super().__init__("", parted=parted)
        self._post = ""
        self.clicked.connect(self._open)
        self._icon = Glyph("hammer", "work", 16)
        self._text = ElidedLabel("", "body")
        self._state = ElidedLabel("", "small", "ink3")
        self._state.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._when = Label("", "small", "ink3")
        self.row.setContentsMargins(14, 10, 14, 10)
        self.row.addWidget(self._icon)
        self.row.addWidget(self._text, 1)
        self.row.addWidget(self._state)
        self.row.addWidget(self._when)

    def show_post(self, post: PostFacts, state: str, now: int) -> None:
        """This post, and what came of it."""
        self._post = post.id
        words = post.text or (post.links[0].title or post.links[0].host if post.links else "")
        self._icon.become(*KIND_ICONS[post.kind])
        self._text.setText(without_tags(words))
        self._state.setText(state)
        self._state.setVisible(bool(state))
        self._when.setText(wording.day_or_time(post.at, now))
        self.setToolTip(plain_tooltip(f"{kind_words(post)}: {words}"))
        self.setAccessibleName(spoken(post, state, now))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Most of it is for the words."""
        super().resizeEvent(event)
        self._state.setMaximumWidth(self.width() // _STATE)

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self._post)
