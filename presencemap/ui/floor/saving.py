"""The saving of a drawn floor: first the places that are new or called otherwise, then one plan.

One question to the node after the other. What was made stays made: a second try makes no doubles.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from presencemap.app.commands import KEEP, AddPlace, Command, EditPlace, SetFloorPlan
from presencemap.domain.floor_plan import Image, Shape
from presencemap.domain.place import Place, PlaceKind
from presencemap.ui.floor.drawing import Drawing, Drawn
from presencemap.ui.team import Team


class Saving:
    """Saves drawings of a floor; ``done`` or ``failed`` is called in the end."""

    def __init__(
        self,
        team: Team,
        floor: str,
        done: Callable[[], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._team = team
        self._floor = floor
        self._done = done
        self._failed = failed
        self._made: dict[str, str] = {}
        self._called: dict[str, str] = {}

    def save(self, drawing: Drawing) -> None:
        """Save this."""
        # Rooms before desks, which may lie in them.
        for shape in sorted(drawing.drawn, key=lambda shape: shape.kind is PlaceKind.DESK):
            command = self._place(drawing, shape)
            if command is not None:
                self._ask(command, partial(self._was_made, drawing, shape))
                return
        self._ask(self._plan(drawing), lambda _: self._done())

    def _place(self, drawing: Drawing, shape: Drawn) -> Command | None:
        """What its place needs: to be made, or to be called otherwise."""
        if shape.is_new and shape.key not in self._made:
            return AddPlace(shape.name, shape.kind, self._parent(drawing, shape))
        known = self._team.roster.places.get(self._id(shape))
        name = self._called.get(shape.key, known.name if known else shape.name)
        return None if name == shape.name else EditPlace(self._id(shape), name=shape.name)

    def _was_made(self, drawing: Drawing, shape: Drawn, place: Place) -> None:
        self._made[shape.key], self._called[shape.key] = place.id, shape.name
        self.save(drawing)

    def _ask(self, command: Command, done: Callable[[Any], None]) -> None:
        self._team.ask(command, done, self._failed)

    def _id(self, shape: Drawn) -> str:
        return self._made.get(shape.key, shape.key)

    def _parent(self, drawing: Drawing, shape: Drawn) -> str:
        room = drawing.room_at(shape) if shape.kind is PlaceKind.DESK else None
        return self._id(room) if room is not None else self._floor

    def _plan(self, drawing: Drawing) -> SetFloorPlan:
        shapes = tuple(Shape(self._id(shape), shape.points) for shape in drawing.drawn)
        picture = KEEP if isinstance(drawing.picture, Image) else drawing.picture
        return SetFloorPlan(self._floor, picture, shapes, (drawing.width, drawing.height))
