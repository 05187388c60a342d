"""What was found: a post or a link, by whom and when; or a question and what came of it.

Knows values and names, no roster and no node.
"""

from collections.abc import Callable
from typing import Final
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from presencemap.app.knowledge.findings import Asked, Said
from presencemap.domain.post import PostKind
from presencemap.ui.controls import (
    ENTER,
    ElidedLabel,
    ElidedText,
    Glyph,
    QuietButton,
    dress,
    plain,
    plain_tooltip,
)
from presencemap.ui.people import wording

NameOf = Callable[[str], str]
"""What a person is called, by id."""

_ICONS: Final = {
    PostKind.LINK.value: ("link", "accent"),
    PostKind.REPLY.value: ("message-square", "ink3"),
    PostKind.RESHARE.value: ("link", "accent"),
}

translate = QCoreApplication.translate


class _Row(QWidget):
    """An icon beside some lines; `thread_wanted` by Enter or a click, with the post's id.

    Made once, shown for one thing after the other: new labels cost more than all else.
    """

    thread_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._post = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._glyph = Glyph("hammer", "work", 16)
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        line = QHBoxLayout(self)
        line.setContentsMargins(6, 4, 6, 4)
        line.setSpacing(10)
        line.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(self._column, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens what was said on it."""
        if Qt.Key(event.key()) in ENTER:
            self.thread_wanted.emit(self._post)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """So does a click."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.thread_wanted.emit(self._post)


class FoundRow(_Row):
    """A post; its link is a button: `link_wanted` with the address."""

    link_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._url = ""
        self.text = ElidedText("", "body")
        self.link = QuietButton("", icon="external-link", small=True)
        self.meta = ElidedLabel("", "small", "ink3")
        self._column.addWidget(self.text)
        self._column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.meta)
        self.link.clicked.connect(lambda: self.link_wanted.emit(self._url))

    def show_said(self, said: Said, name_of: NameOf, now: int) -> None:
        """Show a post."""
        self._post, self._url = said.post, said.url
        self._glyph.become(*_ICONS.get(said.kind, ("hammer", "work")))
        who = translate("FoundRow", "{name}, {when}")
        meta = who.format(name=name_of(said.author), when=wording.day_or_time(said.at, now))
        self.text.setText(said.text or said.title)
        self.meta.setText(meta)
        self.link.setVisible(bool(said.url))
        if said.url:
            site = (urlsplit(said.url).hostname or "").removeprefix("www.")
            words = ", ".join(dict.fromkeys(filter(None, (said.title, site))))
            self.link.setText(plain(words))
            self.link.setAccessibleName(self.tr("Open {link}").format(link=words))
            self.link.setToolTip(plain_tooltip(said.url))
        self.setAccessibleName(". ".join(filter(None, (said.text, said.title, meta))))


class AskedRow(_Row):
    """A question; one that is open and somebody else's can be joined: `join_wanted` with its id."""

    join_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ElidedText("", "body")
        dress(self.title, strong=True)
        self.meta = ElidedLabel("", "small", "ink3")
        self.best = ElidedText("", "small", "ink2")
        self.join = QuietButton(self.tr("Join in"), icon="users", small=True)
        for part in (self.title, self.meta, self.best):
            self._column.addWidget(part)
        self._column.addWidget(self.join, 0, Qt.AlignmentFlag.AlignLeft)
        self.join.clicked.connect(lambda: self.join_wanted.emit(self._post))

    def show_asked(self, asked: Asked, me: str, name_of: NameOf, now: int) -> None:
        """Show a question."""
        question = asked.question
        self._post = question.post
        self._glyph.become(*(("check", "ok") if asked.solved else ("life-buoy", "struggle")))
        meta = asked_line(asked, me, name_of, now)
        best = ""
        if asked.best is not None:
            said = translate("FoundRow", "{name}: {text}")
            best = said.format(name=name_of(asked.best.author), text=asked.best.text)
        self.title.setText(question.text)
        self.meta.setText(meta)
        self.best.setText(best)
        self.best.setVisible(bool(best))
        self.join.setVisible(not asked.solved and question.author != me)
        words = self.tr("Join in on: {question}")
        self.join.setAccessibleName(words.format(question=question.text))
        self.setAccessibleName(". ".join(filter(None, (question.text, meta, best))))


def asked_line(asked: Asked, me: str, name_of: NameOf, now: int) -> str:
    """Who asked, when, and what came of it."""
    question = asked.question
    asker = translate("FoundRow", "You") if question.author == me else name_of(question.author)
    when = wording.day_or_time(question.at, now)
    if asked.helped:
        words = translate("FoundRow", "{asker}, {when}, solved by {name}")
        return words.format(asker=asker, when=when, name=name_of(asked.helped[0]))
    if asked.solved:
        words = translate("FoundRow", "{asker}, {when}, solved")
    elif asked.answers > 1:
        words = translate("FoundRow", "{asker}, {when}, open, {count} answers")
    elif asked.answers:
        words = translate("FoundRow", "{asker}, {when}, open, one answer")
    else:
        words = translate("FoundRow", "{asker}, {when}, open")
    return words.format(asker=asker, when=when, count=asked.answers)
