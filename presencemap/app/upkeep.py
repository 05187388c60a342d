"""The upkeep of a running node's store: what was refused is tried again, what was replaced purged.

Owns the timers of both, and tells a fault of the disk once, and once that it is over. What is kept,
and how memory and store agree, is ``keeping``'s.
"""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from presencemap.app.keeping import Keeping
from presencemap.app.notices import FaultArisen, FaultOver, Notice
from presencemap.domain.availability import Sharing
from presencemap.domain.errors import EnvironmentFault
from presencemap.protocol.effects import Effect, Erase, EraseBlobs, Save

PURGE_WITHIN: Final = 20.0
"""Seconds after which no byte of a replaced record is left in the files."""
CATCH_UP_EVERY: Final = 2.0
"""Seconds between two tries to keep what could not be kept."""

_log = logging.getLogger(__name__)


class Upkeep:
    """Keeps for a running node, on the loop that it was started on."""

    def __init__(self, keeping: Keeping, tell: Callable[[Notice], None]) -> None:
        self._keeping = keeping
        self._tell = tell
        self._timers: dict[Callable[[], None], asyncio.TimerHandle] = {}
        self._told = ""

    def commit(self, effects: list[Effect]) -> list[Effect]:
        """Do what is to be kept; returns the rest, in order.

        Raises:
            EnvironmentFault: nothing was kept, and nothing of it was ever said.
        """
        try:
            rest = self._keeping.commit(effects)
        except EnvironmentFault:
            self.go_back()
            raise
        if any(isinstance(effect, Save | Erase | EraseBlobs) for effect in effects):
            self._later(PURGE_WITHIN, self._purge)
        return rest

    def go_back(self) -> None:
        """What was said but couldn't be kept was never said: memory goes back to the store.

        Not to one that is behind what peers said: it is to catch up.
        """
        if not self._keeping.behind:
            with suppress(EnvironmentFault):
                self._keeping.reload()

    def commit_or_fall_behind(self, effects: list[Effect], now: int) -> list[Effect]:
        """The same of what peers said: where it can't be kept, it is held and kept later."""
        try:
            return self.commit(effects)
        except EnvironmentFault as fault:
            self._disk_fault(fault)
            rest = self._keeping.fall_behind(effects, now)
            self._later(CATCH_UP_EVERY, self._try_to_catch_up)
            return rest

    def catch_up(self) -> None:
        """Keep what could not be kept, if there is any.

        Raises:
            EnvironmentFault: it still can't be.
        """
        if not self._keeping.behind:
            return
        self._keeping.catch_up()
        self._later(PURGE_WITHIN, self._purge)
        self._over()

    def keep_sharing(self, file: Path, sharing: Sharing, now: int) -> None:
        """Keep whether the owner shares; where it can't be, as soon as it can."""
        try:
            self._keeping.keep_sharing(file, sharing)
        except EnvironmentFault as fault:
            self._disk_fault(fault)
            self._keeping.fall_behind([], now)
            self._later(CATCH_UP_EVERY, self._try_to_catch_up)

    def piece(self, blob: str, number: int) -> bytes:
        """A piece of a blob; nothing where the disk doesn't give it."""
        try:
            return self._keeping.piece(blob, number)
        except EnvironmentFault as fault:
            self._disk_fault(fault)
            return b""

    def close(self) -> None:
        """Try a last time, and then no more."""
        for timer in self._timers.values():
            timer.cancel()
        if self._keeping.behind:
            with suppress(EnvironmentFault):
                self._keeping.catch_up()

    def _try_to_catch_up(self) -> None:
        try:
            self.catch_up()
        except EnvironmentFault as fault:
            self._disk_fault(fault)
            self._later(CATCH_UP_EVERY, self._try_to_catch_up)

    def _purge(self) -> None:
        try:
            done = self._keeping.purge()
        except EnvironmentFault as fault:
            self._disk_fault(fault)
            done = False
        else:
            self._over()
        if not done:
            self._later(PURGE_WITHIN, self._purge)

    def _disk_fault(self, fault: EnvironmentFault) -> None:
        """Tell it once, not each time that it is tried again."""
        if str(fault) != self._told:
            self._told = str(fault)
            _log.info("%s", fault)
            self._tell(FaultArisen(fault))

    def _over(self) -> None:
        if self._told and not self._keeping.behind:
            self._told = ""
            self._tell(FaultOver())

    def _later(self, seconds: float, what: Callable[[], None]) -> None:
        def due() -> None:
            del self._timers[what]
            what()

        if what not in self._timers:
            self._timers[what] = asyncio.get_running_loop().call_later(seconds, due)
