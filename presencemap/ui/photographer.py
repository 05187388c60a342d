"""A picture of the window as it truly is, once everybody that is expected has come.

For the demo and the README: waits for the colleagues, lets the map come to rest, saves the window.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot

from presencemap.domain.errors import EnvironmentFault

if TYPE_CHECKING:
    from presencemap.ui.application import Session

LOOK_EVERY: Final = 200
SETTLE_FOR: Final = 2_500
"""Ms from the last arrival until the rings have faded and the map's tiles are there."""
WAIT_AT_MOST: Final = 30_000


class Photographer(QObject):
    """Takes one picture of a session and says how many colleagues are live on it."""

    def __init__(
        self, session: "Session", file: Path, expected: int, done: Callable[[int], None]
    ) -> None:
        super().__init__(session)
        self._session = session
        self._file = file
        self._expected = expected
        self._done = done
        self._waited = 0
        self._look = QTimer(self, interval=LOOK_EVERY)
        self._look.timeout.connect(self._check)
        self._look.start()

    @Slot()
    def _check(self) -> None:
        self._waited += LOOK_EVERY
        if self._is_whole() or self._waited >= WAIT_AT_MOST:
            self._look.stop()
            QTimer.singleShot(SETTLE_FOR, self, self._take)

    def _is_whole(self) -> bool:
        """Everybody is here, and nobody is a name that is still to come."""
        team = self._session.team
        named = all(card.person.name for card in team.colleagues())
        return team.live() >= self._expected and team.left == 0 and named

    @Slot()
    def _take(self) -> None:
        shell = self._session.shell
        if shell is None:
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        if not shell.window.grab().save(str(self._file)):
            raise EnvironmentFault(f"The picture can't be written to {self._file}.")
        self._done(self._session.team.live())
