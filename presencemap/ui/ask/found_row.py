"""What was found: a post or a link, by whom and when; or a question and what came of it.

Knows values and names, no roster and no node.
"""

from collections.abc import Callable
from typing import Final
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from presencemap.app.knowledge.findings import Asked, Said
from presencemap.domain.post import PostKind
from presencemap.ui.controls import Button, ElidedLabel, ElidedText, Glyph, QuietButton, dress
from presencemap.ui.people import wording

NameOf = Callable[[str], str]
"""What a person is called, by id."""

_ICONS: Final = {
    PostKind.LINK.value: ("link", "accent"),
    PostKind.REPLY.value: ("message-square", "ink3"),
    PostKind.RESHARE.value: ("link", "accent"),
}

translate = QCoreApplication.translate


class FoundRow(QWidget):
    """A post; its link is a button: `link_wanted` with the address."""

    link_wanted = Signal(str)

    def __init__(
        self, said: Said, name_of: NameOf, now: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        icon, tone = _ICONS.get(said.kind, ("hammer", "work"))
        who = translate("FoundRow", "{name}, {when}")
        meta = who.format(name=name_of(said.author), when=wording.day_or_time(said.at, now))
        text = ElidedText(said.text or said.title, "body")
        column = _beside(self, Glyph(icon, tone, 16))
        column.addWidget(text)
        if said.url:
            column.addWidget(self._link(said), 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(ElidedLabel(meta, "small", "ink3"))
        self.setAccessibleName(". ".join(filter(None, (said.text, said.title, meta))))

    def _link(self, said: Said) -> Button:
        site = (urlsplit(said.url).hostname or "").removeprefix("www.")
        words = ", ".join(dict.fromkeys(filter(None, (said.title, site))))
        link = QuietButton(words.replace("&", "&&"), icon="external-link", small=True)
        link.setAccessibleName(self.tr("Open {link}").format(link=words))
        link.setToolTip(said.url.replace("<", ""))
        link.clicked.connect(lambda: self.link_wanted.emit(said.url))
        return link


class AskedRow(QWidget):
    """A question; one that is open and somebody else's can be joined: `join_wanted` with its id."""

    join_wanted = Signal(str)

    def __init__(
        self, asked: Asked, me: str, name_of: NameOf, now: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        question = asked.question
        icon, tone = ("check", "ok") if asked.solved else ("life-buoy", "struggle")
        column = _beside(self, Glyph(icon, tone, 16))
        title = ElidedText(question.text, "body")
        dress(title, strong=True)
        meta = asked_line(asked, me, name_of, now)
        column.addWidget(title)
        column.addWidget(ElidedLabel(meta, "small", "ink3"))
        best = ""
        if asked.best is not None:
            said = translate("FoundRow", "{name}: {text}")
            best = said.format(name=name_of(asked.best.author), text=asked.best.text)
            column.addWidget(ElidedText(best, "small", "ink2"))
        if not asked.solved and question.author != me:
            join = QuietButton(self.tr("Join in"), icon="users", small=True)
            words = self.tr("Join in on: {question}")
            join.setAccessibleName(words.format(question=question.text))
            join.clicked.connect(lambda: self.join_wanted.emit(question.post))
            column.addWidget(join, 0, Qt.AlignmentFlag.AlignLeft)
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


def _beside(row: QWidget, glyph: Glyph) -> QVBoxLayout:
    """The column beside an icon."""
    column = QVBoxLayout()
    column.setSpacing(2)
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 4, 0, 4)
    line.setSpacing(10)
    line.addWidget(glyph, 0, Qt.AlignmentFlag.AlignTop)
    line.addLayout(column, 1)
    return column
