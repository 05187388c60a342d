"""Cues for the windows of one profile: which sources it named, and reading them beside the window.

Owns how the settings keep that. Off until its owner turns it on; read when somebody asks alone.
"""

from collections.abc import Callable

from presencemap.app.cues import CueReader, CueSources, Found
from presencemap.ui.preferences import Preferences
from presencemap.ui.sentences import sentence
from presencemap.ui.team import Team


class Cues:
    """Reads on another thread; answers on the window's."""

    def __init__(self, team: Team, preferences: Preferences) -> None:
        self._team, self._preferences = team, preferences
        self._reader = CueReader()

    @property
    def sources(self) -> CueSources:
        """Those that are named, and whether cues are wanted."""
        return CueSources.read(self._preferences.cues)

    @sources.setter
    def sources(self, sources: CueSources) -> None:
        self._preferences.cues = sources.written()

    def read(self, done: Callable[[Found], None]) -> None:
        """Tell what they say now, later; nothing at once where cues aren't wanted."""
        sources = self.sources
        if sources.on:
            self.examine(sources, done, sentence)  # which logs a fault of ours
        else:
            done(Found())

    def examine(
        self,
        sources: CueSources,
        done: Callable[[Found], None],
        failed: Callable[[Exception], object],
    ) -> None:
        """Tell what these would say, wanted or not; one of the two is called, later."""
        self._team.follow(self._reader.read(sources, self._team.clock()), done, failed)
