"""What the words were understood as: topics and talents; or, where nothing was asked, examples.

Knows no node: it shows what was found. A tag says one thing after the other: a new one at each
letter took longer than all else here.
"""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from presencemap.app.knowledge.findings import Findings
from presencemap.app.knowledge.inquiry import EXAMPLES, UNDERSTOOD
from presencemap.ui.controls import Chip, FlowLayout, Label, Tag

_LONGEST = 28


class Example(Chip):
    """Something that can be asked, cut where it is long; `whole` is all of it."""

    def __init__(self) -> None:
        super().__init__("")
        self.whole = ""
        self.setCheckable(False)

    def setText(self, text: str) -> None:
        """Another one."""
        self.whole = text
        super().setText(text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…")
        words = QCoreApplication.translate("Understood", "Ask about {example}")
        self.setAccessibleName(words.format(example=text))


class Understood(QWidget):
    """`chosen` with an example that was clicked."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: tuple[str, ...] = ()
        self._label = Label("", "small", "ink3")
        self._tags = QWidget()
        self._flow = FlowLayout(self._tags)
        self._examples = _Pool(self._tags, self._example)
        self._topics = _Pool(self._tags, partial(Tag, "", topic=True))
        self._talents = _Pool(self._tags, partial(Tag, ""))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._label)
        row.addWidget(self._tags, 1)

    def show_findings(self, found: Findings) -> None:
        """Tags, or examples to click."""
        topics = tuple(f"#{topic}" for topic in found.topics)
        talents = tuple(self.tr("talent: {talent}").format(talent=t) for t in found.talents)
        if found.examples:
            topics = talents = ()
        shown = (*found.examples, *topics, *talents)
        self.setVisible(bool(shown))
        if shown == self.shown:
            return
        self.shown = shown
        self._label.setText(self.tr("For example") if found.examples else self.tr("Understood as"))
        while self._flow.takeAt(0) is not None:
            pass
        self._examples.say(found.examples, self._flow)
        self._topics.say(topics, self._flow)
        self._talents.say(talents, self._flow)
        self._flow.invalidate()
        self.updateGeometry()

    def make_ahead(self) -> Iterator[None]:
        """Make the tags that an answer may have, in steps, before there is one."""
        yield from self._examples.make_ahead(EXAMPLES)
        for pool in (self._topics, self._talents):
            yield from pool.make_ahead(UNDERSTOOD)

    def _example(self) -> Example:
        made = Example()
        made.clicked.connect(lambda: self.chosen.emit(made.whole.removeprefix("#")))
        return made


class _Pool:
    """Tags of a kind: those that are shown, and others that wait for words."""

    def __init__(self, home: QWidget, make: Callable[[], Tag | Example]) -> None:
        self._home, self._make = home, make
        self._made: list[Tag | Example] = []

    def say(self, words: tuple[str, ...], flow: FlowLayout) -> None:
        """Put as many as there are words into the flow, and hide the others."""
        while len(self._made) < len(words):
            self._add()
        for each, text in zip(self._made, words, strict=False):
            each.setText(text)
            flow.addWidget(each)
            each.show()
        for each in self._made[len(words) :]:
            each.hide()

    def make_ahead(self, count: int) -> Iterator[None]:
        while len(self._made) < count:
            self._add()
            self._made[-1].ensurePolished()
            yield

    def _add(self) -> None:
        made = self._make()
        made.setParent(self._home)
        self._made.append(made)
