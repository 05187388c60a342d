"""What the pointer rests on, after 300 ms: a place in a tooltip, a person in a small card.

A tooltip never takes a text for markup. The card stays while the pointer is on the way to it.
"""

from functools import partial
from html import escape

from PySide6.QtCore import QObject, QPoint, QTimer, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QToolTip

from presencemap.domain.place import PlaceTree
from presencemap.domain.roster import Card
from presencemap.ui.lens import Lens
from presencemap.ui.map.gestures import GestureArea
from presencemap.ui.map.hover_card import HoverCard
from presencemap.ui.map.phrases import hover_text

HOVER_MS = 300
LINGER_MS = 250
_OFFSET = QPoint(0, 12)
Who = tuple[Card, PlaceTree, int]
"""A person's card, the places, and the moment (ms)."""


class Hover(QObject):
    """Tell it what is under the pointer at each move; its signals carry a person's id.

    ``other``: the lens that this map isn't.
    """

    person_activated = Signal(str)
    note_wanted = Signal(str)
    link_wanted = Signal(str)
    introduction_wanted = Signal(str)
    lens_wanted = Signal(str)

    def __init__(self, area: GestureArea, other: Lens = Lens.WHAT) -> None:
        super().__init__(area)
        self._area = area
        self._text = ""
        self._at = QPoint()
        self._who: Who | None = None
        self.card = HoverCard(area, other=other)
        self._timer = QTimer(self, singleShot=True, interval=HOVER_MS)
        self._timer.timeout.connect(self._show)
        self._linger = QTimer(self, singleShot=True, interval=LINGER_MS)
        self._linger.timeout.connect(self._show)
        self.card.entered.connect(self._linger.stop)
        self.card.left.connect(self._leave)
        self.card.person_wanted.connect(self._activate)
        for button, wanted in (
            (self.card.note_wanted, self.note_wanted),
            (self.card.link_wanted, self.link_wanted),
            (self.card.introduction_wanted, self.introduction_wanted),
            (self.card.lens_wanted, self.lens_wanted),
        ):
            button.connect(partial(self._act, wanted))
        for moved in (area.clicked, area.dragged, area.panned, area.zoomed):
            moved.connect(self.drop)

    @property
    def text(self) -> str:
        """What is, or will be, shown."""
        return self._text

    def rest(self, text: str, at: QPoint, who: Who | None = None) -> None:
        """The pointer is over somebody, or over something with this text ("" for nothing).

        ``at`` is a global point.
        """
        text = hover_text(*who) if who is not None else text
        if text == self._text:
            if self.card.isHidden():
                self._at = at
            return
        self._text, self._at, self._who = text, at, who
        QToolTip.hideText()
        if self.card.isVisible():
            self._linger.start()
        elif text:
            self._timer.start()
        else:
            self._timer.stop()

    @Slot()
    def drop(self) -> None:
        """Show nothing: the ground moves, or something was chosen."""
        self._text, self._who = "", None
        for timer in (self._timer, self._linger):
            timer.stop()
        self.card.hide()
        QToolTip.hideText()

    @Slot()
    def _show(self) -> None:
        """What the pointer is over by now, in place of what was shown."""
        self.card.hide()
        if not self._text or not self._area.underMouse():
            return
        if self._who is not None:
            self.card.show_card(*self._who)
            self.card.place_beside(self._area.mapFromGlobal(self._at))
            return
        shown = "<br>".join(escape(line) for line in self._text.split("\n"))
        QToolTip.showText(self._at + _OFFSET, f"<qt>{shown}</qt>", self._area)

    @Slot()
    def _leave(self) -> None:
        """Off the card: what lies there tells at the next move; nothing, if there is none."""
        self._text, self._who = "", None
        self._linger.start()

    @Slot(str)
    def _activate(self, person: str) -> None:
        self._act(self.person_activated, person)

    def _act(self, wanted: SignalInstance, person: str) -> None:
        self.drop()
        wanted.emit(person)
