"""A work that is done once, in turns, when the window has nothing else to do.

Owns when. What is done, whoever derives from it says. For the GUI thread alone.
"""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Slot

from presencemap.ui.turns import Turns


class OnceCalm(QObject):
    """``ask`` for it as soon as there is something to do; ``calm``: ms after that it begins.

    ``_had``: it was done, or needn't be any more.
    """

    def __init__(self, parent: QObject, calm: int) -> None:
        super().__init__(parent)
        self._had = False
        self._turns = Turns(self, few=0)
        self._calm = QTimer(self, singleShot=True, interval=calm)
        self._calm.timeout.connect(self._begin)

    @Slot()
    def ask(self) -> None:
        """Have it when it is calm; what runs or was had isn't begun again."""
        if not self._had and not self._calm.isActive():
            self._calm.start()

    def stop(self) -> None:
        """Leave it, for good."""
        self._had = True
        self._calm.stop()
        self._turns.stop()

    @Slot()
    def _begin(self) -> None:
        self._had = True
        self._turns.begin(self._steps())

    def _steps(self) -> Iterator[None]:
        raise NotImplementedError
