"""How things get elsewhere on a map: at once, or gliding. The clock of it, and a view that glides.

Knows no map, nor what a view is of.
"""

from collections.abc import Callable
from typing import Final, Generic, Protocol, Self, TypeVar

from PySide6.QtCore import QEasingCurve, QObject, QPointF, QVariantAnimation, Signal, Slot

GLIDE_MS: Final = 320
"""Of a view."""


class Pannable(Protocol):
    """What a view has to have."""

    def panned(self, dx: float, dy: float) -> Self:
        """The picture moved by so many px."""
        ...


V = TypeVar("V", bound=Pannable)


class Glide(QObject):
    """``advanced`` tells how far it is, 0 to 1; fast at first."""

    advanced = Signal(object)

    def __init__(self, parent: QObject, ms: int) -> None:
        super().__init__(parent)
        self._motion = QVariantAnimation(self)
        self._motion.setDuration(ms)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.valueChanged.connect(self._advance)

    @property
    def running(self) -> bool:
        """Whether it is on its way."""
        return self._motion.state() is QVariantAnimation.State.Running

    def begin(self, *, at_once: bool = False) -> None:
        """From the start; ``at_once``: it is there."""
        self._motion.stop()
        if at_once:
            self.advanced.emit(1.0)
        else:
            self._motion.start()

    def stop(self) -> None:
        """Stay where it is."""
        self._motion.stop()

    @Slot(object)
    def _advance(self, done: float) -> None:
        self.advanced.emit(done)


class GlidingView(QObject, Generic[V]):
    """``moved`` fires for each new view, ``aimed`` for each new goal."""

    moved = Signal()
    aimed = Signal()

    def __init__(
        self, start: V, between: Callable[[V, V, float], V], parent: QObject | None = None
    ) -> None:
        """``between`` gives the view on the way from one to another, 0 to 1."""
        super().__init__(parent)
        self._view = self._start = self._goal = start
        self._between = between
        self.reduced_motion = self._flung = False
        self._glide = Glide(self, GLIDE_MS)
        self._glide.advanced.connect(self._advance)

    @property
    def view(self) -> V:
        """What shows now."""
        return self._view

    @property
    def goal(self) -> V:
        """What will show when the motion has ended."""
        return self._goal

    @property
    def gliding(self) -> bool:
        """Whether a motion is under way."""
        return self._glide.running

    def jump(self, view: V) -> None:
        """Show this now."""
        self._glide.stop()
        self._view = self._goal = view
        self.aimed.emit()
        self.moved.emit()

    def glide(self, goal: V) -> None:
        """Go there smoothly, from wherever a motion is now."""
        if self.reduced_motion or goal == self._view:
            self.jump(goal)
            return
        self._glide.stop()
        self._flung = False
        self._start, self._goal = self._view, goal
        self.aimed.emit()
        self._glide.begin()

    @Slot(QPointF)
    def fling(self, speed: QPointF) -> None:
        """Go on as fast as it was dragged, px a ms, and rest, unless it is caught on the way."""
        if not self.reduced_motion:
            # An OutCubic starts like that.
            far = speed * (GLIDE_MS / 3)
            self.glide(self._goal.panned(far.x(), far.y()))
            self._flung = True

    @Slot()
    def catch(self) -> None:
        """Stay here, if it was flung."""
        if self._flung and self.gliding:
            self.jump(self._view)

    @Slot(object)
    def _advance(self, done: float) -> None:
        self._view = self._between(self._start, self._goal, done)
        self.moved.emit()
