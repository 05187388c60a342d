"""How a floor comes to be: added to a site that has none, and drawn, by hand or over a picture.

Owns what is waited for between the dialogs. What a floor looks like, the ground shows.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from presencemap.domain.place import Place, PlaceKind
from presencemap.ui.dialog import Dialog
from presencemap.ui.floor.editor import FloorEditor
from presencemap.ui.ground import Ground
from presencemap.ui.people.wording import place_name
from presencemap.ui.places.place_dialog import PlaceDialog
from presencemap.ui.ports import Towns
from presencemap.ui.team import Team


class FloorMaking(QObject):
    """``show`` opens a dialog over the window of the ground."""

    def __init__(
        self, team: Team, towns: Towns, ground: Ground, show: Callable[[Dialog], None]
    ) -> None:
        super().__init__(ground)
        self._team, self._towns, self._ground, self._show = team, towns, ground, show
        self._added = ""
        """The id of a floor that was added, until it is among the places."""
        self._picture: Path | None = None
        """What its plan is to be drawn over."""
        ground.floor.edit_wanted.connect(self.draw)
        ground.drop.dropped.connect(self.draw_from)
        ground.first_floor_wanted.connect(self.add)
        team.roster.places_changed.connect(self._go)

    @Slot()
    def draw(self, picture: Path | None = None) -> None:
        """Open the editor on the floor that is seen; a picture is shown there, and not shared."""
        if (scene := self._ground.floor.scene) is not None:
            editor = FloorEditor(self._team, scene, self._ground.window())
            self._show(editor)
            if picture is not None:
                editor.bring_in(picture)

    @Slot(str, Path)
    def draw_from(self, place: str, picture: Path) -> None:
        """A picture was dropped on a floor, or on a site that has none."""
        if self._ground.open(place):
            self.draw(picture)
        else:
            self.add(place, picture)

    @Slot(str)
    def add(self, site: str, picture: Path | None = None) -> None:
        """Ask what the first floor of a site is called; then it is seen."""
        inside = self._team.places.get(site)
        if inside is None:
            return
        why = self.tr("{place} has no floor yet. Add one, then draw its rooms and desks.")
        dialog = PlaceDialog(
            self._team,
            self._towns,
            parent=self._ground.window(),
            inside=inside,
            kind=PlaceKind.FLOOR,
            why=why.format(place=place_name(inside)),
        )
        dialog.saved.connect(lambda floor: self._await(floor, picture))
        self._show(dialog)

    def _await(self, floor: Place, picture: Path | None) -> None:
        self._added, self._picture = floor.id, picture
        self._go()

    @Slot()
    def _go(self) -> None:
        """Once the added one is there."""
        if self._added and self._ground.open(self._added):
            self._added = ""
            if self._picture is not None:
                self.draw(self._picture)
