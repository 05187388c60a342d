"""A team without a node around it: what the command line asks of the own store alone."""

import logging
from types import TracebackType
from typing import TYPE_CHECKING, Self

from presencemap.app.clock import now_ms
from presencemap.app.commands import Command
from presencemap.app.knowledge.librarian import Librarian
from presencemap.app.paths import ProfilePaths
from presencemap.app.team import OpenTeam, open_team

if TYPE_CHECKING:
    from presencemap.app.doctor.findings import Report

_log = logging.getLogger(__name__)


class StoreDesk:
    """Opens the team for the length of a ``with``."""

    def __init__(self, paths: ProfilePaths) -> None:
        self._paths = paths
        self._team: OpenTeam | None = None
        self._librarian: Librarian | None = None

    def __enter__(self) -> Self:
        self._team = open_team(self._paths, now_ms())
        if self._team.fault is not None:
            _log.warning("%s", self._team.fault)
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        if self._librarian is not None:
            self._librarian.close()
        self.team.close()

    @property
    def team(self) -> OpenTeam:
        """The team, while it is open."""
        if self._team is None:
            raise RuntimeError("opened by with")
        return self._team

    @property
    def librarian(self) -> Librarian:
        """Who knows what was said in it, while it is open."""
        if self._librarian is None:
            self._librarian = Librarian(self.team.endpoint.replica, lambda *_: None)
        return self._librarian

    def obey(self, command: Command) -> object:
        """Do a command; what it would publish, peers fetch when a node runs again.

        Raises:
            EnvironmentFault: it can't be kept.
        """
        while self.team.endpoint.stream.read_on():  # no node goes on with it here
            pass
        answer, effects = self.team.obey(command, now_ms())
        if effects and self.team.keeping.behind:
            self.team.keeping.catch_up()
        self.team.keeping.commit(effects)
        return answer

    async def examine(self) -> "Report":
        """What the machine and the store can tell of the network without a node."""
        # Here, since few ask it and it takes long to import.
        from presencemap.app.doctor.examination import Ground, examined  # noqa: PLC0415

        return await examined(Ground(self.team))
