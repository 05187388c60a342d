"""Rows below each other that are made once and filled anew at each letter.

Knows no row from another.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QLayout, QWidget

from presencemap.ui.ask.stack import Stack
from presencemap.ui.turns import Turns

SHOWING: Final = 0.0005
"""Seconds of a turn that are left free for each row: to lay it out and paint it takes longer."""


class Rows(QWidget):
    """Those that are there, and how many of them are shown."""

    def __init__(self, spacing: int = 10, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[QWidget] = []
        self._stack = Stack(self, spacing)

    def add(self, row: QWidget) -> None:
        """One more, at the end."""
        self._rows.append(row)
        self._stack.addWidget(row)

    def fill(self, count: int, one: Callable[[int], None]) -> Iterator[None]:
        """Have the first so many filled by number, in steps of some ms, and show these alone.

        ``one`` is called twice for a number where there is no such row yet: first it adds it.
        """
        if count:
            self.show()
        for at in range(count):
            if at == len(self._rows):
                self._add_hidden(at, one)
                yield
            with kept_still(self._stack):
                one(at)
                # One by one: what is shown for the first time takes longer than all else.
                self._rows[at].show()
            yield
        with kept_still(self._stack):
            for row in self._rows[count:]:
                row.hide()
        self.setVisible(count > 0)

    def make_ahead(self, count: int, one: Callable[[int], None]) -> Iterator[None]:
        """Have so many rows there in all, hidden and in their looks, before they are needed."""
        while (at := len(self._rows)) < count:
            self._add_hidden(at, one)
            yield
            self._rows[at].ensurePolished()
            yield

    def _add_hidden(self, at: int, one: Callable[[int], None]) -> None:
        with kept_still(self._stack):
            one(at)
            self._rows[at].hide()


class Filling(Turns):
    """The filling of several parts of a page: one after the other, as they were last asked for."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, few=0, after=SHOWING)
        self._left: dict[object, Iterator[None]] = {}
        self._held = False
        self._start = QTimer(self, singleShot=True, interval=0)
        self._start.timeout.connect(self._begin)

    def fill(self, part: object, work: Iterator[None]) -> None:
        """Do this, instead of what was left to do for that part, after what the others wait for."""
        self._left.pop(part, None)
        self._left[part] = work
        if not self._held:
            self._begin()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Begin in the turn after all was asked for: what holds it has enough to do in this one."""
        self._held = True
        try:
            yield
        finally:
            self._held = False
            self._start.start()

    @Slot()
    def _begin(self) -> None:
        self.begin(self._each())

    def _each(self) -> Iterator[None]:
        while self._left:
            part, work = next(iter(self._left.items()))
            # `yield from` would close what is left of it, where others begin meanwhile.
            for _ in work:
                yield
            del self._left[part]


def growing_down(page: QWidget) -> None:
    """Say of all that rows lie in that its contents stay where they are when it grows or shrinks.

    Else everything in sight is painted anew for a row that comes below.
    """
    for rows in page.findChildren(Rows):
        part: QWidget | None = rows
        while part is not None and part is not page.parentWidget():
            part.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
            part = part.parentWidget()


@contextmanager
def kept_still(*layouts: QLayout) -> Iterator[None]:
    """Lay out once, after all: each part that appears would have all around it laid out at once.

    Inner layouts first. By the end all have their place: the next turn may paint before layout.
    """
    for layout in layouts:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for layout in layouts:
            layout.setEnabled(True)
            layout.activate()
