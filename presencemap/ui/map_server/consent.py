"""Whether this computer fetches from the team's map server: only where its owner agreed to that.

Owns the question over the map, its answer, and what follows from it. Paints nothing of the map.
"""

import shutil
from functools import partial

from PySide6.QtCore import QObject, QThreadPool, Slot

from presencemap.domain.availability import Sharing
from presencemap.ui.map.raster.grid import FROM_ZOOM
from presencemap.ui.map.where_map import WhereMap
from presencemap.ui.map_server.question import MapServerQuestion
from presencemap.ui.preferences import Preferences
from presencemap.ui.team import Team


class MapConsent(QObject):
    """Asks once for each server, when the map is close enough to show what it has."""

    def __init__(
        self, team: Team, preferences: Preferences, where: WhereMap, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._team, self._preferences, self._map = team, preferences, where
        self.question = MapServerQuestion(where)
        self.question.answered.connect(self.answer)
        team.changed.connect(self._look)
        where.camera.moved.connect(self._look)
        self._look()

    @property
    def agreed(self) -> bool | None:
        """What was answered for the server that the team has now; None for nothing yet."""
        server = self._team.map_server
        return None if server is None else self._preferences.map_server_agreed(server.site)

    @property
    def troubled(self) -> bool:
        """Whether the server doesn't do what it should."""
        return self._map.raster.troubled

    @Slot(str, bool)
    def answer(self, site: str, agreed: bool) -> None:  # noqa: FBT001 - a slot
        """Remember it; a no leaves nothing of what was fetched."""
        self._preferences.agree_to_map_server(site, agreed=agreed)
        self._look()
        folder = self._preferences.cache
        if not agreed and folder is not None:
            QThreadPool.globalInstance().start(partial(shutil.rmtree, folder, ignore_errors=True))

    @Slot()
    def _look(self) -> None:
        server, agreed = self._team.map_server, self.agreed
        away = self._team.removed or self._team.sharing is Sharing.OFF_NETWORK
        self._map.raster.use(server if agreed and not away else None, self._preferences.cache)
        open_question = server is not None and agreed is None and not away
        if server is not None and open_question and self._map.camera.view.zoom >= FROM_ZOOM:
            self.question.ask(server.site, self._map.dock)
        else:
            self.question.hide()
