"""What becomes of my open question while I say otherwise what I struggle with.

Owns the sentence. The rules are the domain's; knows no node, and no draft but its words.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Self

from PySide6.QtWidgets import QWidget

from presencemap.app.views import Json
from presencemap.domain.post import EDIT_WITHIN
from presencemap.domain.rewording import reworded
from presencemap.domain.status import Kind, Status
from presencemap.domain.text import clean
from presencemap.ui.controls import Label


@dataclass(frozen=True, slots=True)
class Asked:
    """My question as it stands: its words, and when it was asked, in ms."""

    text: str
    at: int

    @classmethod
    def of(cls, post: Json) -> Self:
        """From a post as ``stream --json`` has it."""
        return cls(post["text"], round(datetime.fromisoformat(post["at"]).timestamp() * 1000))


class AskedLine(Label):
    """Hidden while nothing becomes of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "small", "ink2", parent, wrap=True)
        self.asked: Asked | None = None
        self.hide()

    def follow(self, kind: Kind, text: str, status: Status | None, now: int) -> bool:
        """What would come of it in place of the status that I share; whether that is new."""
        before = status.activity.text if status is not None and status.activity else ""
        words = self._words(clean(text), before, now) if kind is Kind.STRUGGLING_WITH else ""
        if words == self.text():
            return False
        self.setText(words)
        self.setVisible(bool(words))
        return True

    def _words(self, text: str, before: str, now: int) -> str:
        asked = self.asked
        if asked is None or not text or text in {before, asked.text}:
            return ""
        if not reworded(before, text) and not reworded(asked.text, text):
            return self.tr("This is another matter: your question stays open as it is.")
        if now - asked.at <= EDIT_WITHIN:
            return self.tr("Your question is changed with it.")
        return self.tr("Your question stays as you asked it, and goes on with this.")
