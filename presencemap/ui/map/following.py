"""The plates follow the view: laid out and drawn for it in turns, and shown when all is ready.

Each zoom has its layout; a pan needs another only where it brings plates under what floats. Owns
when that is. Until then those before stand in, each at its point. Knows no gesture.
"""

from collections.abc import Iterator, Sequence
from copy import copy

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from presencemap.ui.map.camera import Camera
from presencemap.ui.map.floats import Floats
from presencemap.ui.map.foreground import Foreground
from presencemap.ui.map.layout import Rect
from presencemap.ui.map.projection import View
from presencemap.ui.turns import Turns

EVERY = 100
"""Ms between two layouts while fingers zoom."""


class Following(QObject):
    """``changed``: other plates are there. ``by_fingers``: the zoom changes with each event."""

    changed = Signal()

    def __init__(
        self, area: QWidget, camera: Camera, foreground: Foreground, floats: Floats
    ) -> None:
        super().__init__(area)
        self._area = area
        self._camera = camera
        self._foreground = foreground
        self._floats = floats
        self.by_fingers = False
        self._for: tuple[object, ...] = ()
        self._moved_aside = False
        self._turns = Turns(self, few=0)
        self._turns.late.connect(self._caught_up)
        self._pause = QTimer(self, singleShot=True, interval=EVERY)
        self._pause.timeout.connect(self.follow)
        camera.aimed.connect(self._aimed)

    def lay_out(self) -> None:
        """At once, since people, look or controls are others."""
        self._turns.stop()
        self._remember(self._camera.goal)
        self._foreground.lay_out(self._camera.goal, self._floats.obstacles())

    def take(self, ahead: Foreground, view: View) -> None:
        """Other people, laid out for a view; if the zoom has gone on since, ``follow``."""
        self._turns.stop()
        self._remember(view)
        self._foreground.become(ahead)

    def stop(self) -> None:
        """Leave the plates as they are."""
        self._turns.stop()
        self._pause.stop()

    @Slot()
    def _aimed(self) -> None:
        if not (self.by_fingers and self._pause.isActive()):
            self.follow()

    @Slot()
    def follow(self) -> None:
        """Begin with the zoom that it goes to, where the plates are of another one."""
        goal = self._camera.goal
        if self._turns.busy or self._foreground.zoom == goal.zoom:
            return
        if not self._foreground.items:
            # Nobody is there, or all is about to be laid out afresh.
            return
        self._pause.start()
        self._begin(goal)

    @Slot()
    def rest(self) -> None:
        """The view stands still: what floats hides no plate that has room beside it.

        Beside a card all stay where they are: the map has brought the chosen one there.
        """
        if self._floats.card or self._floats.sheet:
            return
        goal, lying = self._camera.goal, self._floats.obstacles()
        if self._turns.busy or self._foreground.zoom != goal.zoom or self._for == (goal, lying):
            return
        hides = self._hides(goal, lying)
        # Once more where nothing is hidden any more: what was moved aside for it goes back.
        if hides or self._moved_aside:
            self._begin(goal)
            self._moved_aside = hides

    def _hides(self, goal: View, lying: Sequence[Rect]) -> bool:
        """Whether a plate lies under something, or would at its point."""
        plates = self._foreground
        homes = (
            plates.box(item, goal).moved(-item.placed.dx, -item.placed.dy)
            for item in plates.items
            if item.placed.leads
        )
        return any(box.meets(each) for box in (*plates.boxes(goal), *homes) for each in lying)

    def _remember(self, view: View) -> None:
        """For what the plates are laid out: some may be moved aside, for what floats there."""
        self._for = view, self._floats.obstacles()
        self._moved_aside = True

    def _begin(self, goal: View) -> None:
        self._remember(goal)
        self._turns.begin(self._laid_out(goal))
        if not self._turns.busy:
            self.changed.emit()

    def _laid_out(self, goal: View) -> Iterator[None]:
        ahead = copy(self._foreground)
        yield from ahead.laying_out(goal, self._floats.obstacles())
        yield from ahead.drawing(goal, self._area.devicePixelRatioF())
        self._foreground.become(ahead)

    @Slot()
    def _caught_up(self) -> None:
        self.changed.emit()
        # The zoom may have gone on meanwhile.
        self.follow()
