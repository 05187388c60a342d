"""Python's cyclic collector, kept on the GUI thread, and from holding that up.

A collection that happens to start on the network thread may free QObjects there, which crashes Qt.
So the automatic one is off while the window lives, and a timer collects where it is safe. It looks
at few objects only: what is told in bulk lives long, and is searched when nobody is at the window.
"""

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication

_EVERY_MS = 5_000
_FEW = 5_000
"""Objects that are searched in 2 ms at most; everybody in a team of thousands takes fifty."""
_SWEEP_APART = 120
"""Looks between two searches through everything, ten minutes: each takes tenths of a second."""


def _at_the_window() -> bool:
    """Whether keys go to a window of ours."""
    return QGuiApplication.applicationState() is Qt.ApplicationState.ApplicationActive


def _count_young() -> int:
    """How many objects are in the youngest generation.

    In one call for the interpreter: while a list of them is held, no other thread may run. One that
    is in the midst of ``tuple(...)`` would find its tuple held by somebody else: a SystemError.
    """
    return next(map(len, map(gc.get_objects, (0,))))


class GarbageTimer(QObject):
    """Collects by generations, as the interpreter would; `stop` gives it back its own way."""

    def __init__(
        self, parent: QObject | None = None, attended: Callable[[], bool] = _at_the_window
    ) -> None:
        """``attended``: whether somebody may be at the window."""
        super().__init__(parent)
        self._attended = attended
        self._automatic = gc.isenabled()
        self._searched = 0
        self._set_aside = False
        self._looks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.collect)

    def start(self) -> None:
        """Turn the automatic collection off and the timer on."""
        self._automatic = gc.isenabled()
        gc.disable()
        # What start-up made lives as long as the program: no collection need look at it again.
        gc.freeze()
        self._timer.start()

    def stop(self) -> None:
        """As it was before `start`."""
        if not self._timer.isActive():
            return
        self._timer.stop()
        gc.unfreeze()
        if self._automatic:
            gc.enable()

    @Slot()
    def collect(self) -> None:
        """Collect the oldest generation that is due; more than few objects are set aside."""
        self._looks += 1
        made = gc.get_count()[0]
        if made <= gc.get_threshold()[0]:
            if self._set_aside and self._looks >= _SWEEP_APART and not self._attended():
                self._sweep()
            return
        # What was freed is taken off the count, whenever it was made.
        young = made if made > _FEW else _count_young()
        if self._searched + young > _FEW:
            # What isn't in a cycle, and data never is, goes when nobody holds it all the same.
            gc.freeze()
            self._searched, self._set_aside = 0, True
            return
        counts, thresholds = gc.get_count(), gc.get_threshold()
        due = [n for n in range(3) if thresholds[n] and counts[n] > thresholds[n]]
        self._searched = max(0, self._searched + young - gc.collect(due[-1]))

    def _sweep(self) -> None:
        """Through all that was ever set aside; what lives is set aside again."""
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        self._searched = self._looks = 0
        self._set_aside = False
