"""A plate or bubble of the map: where it lies, who is there, and how it looks.

Pure value: knows no view, and not who shows it.
"""

from dataclasses import dataclass

from presencemap.ui.map.gathering import Gathering
from presencemap.ui.map.layout import Form, Placed
from presencemap.ui.map.plates import Plate
from presencemap.ui.map.scene import Face, Spot


@dataclass(frozen=True, slots=True)
class Item:
    """One plate or bubble; its spots have the place first that it is named after."""

    placed: Placed
    gathering: Gathering
    plate: Plate

    @property
    def key(self) -> str:
        """The id of the place that it is named after."""
        return self.placed.key

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The places that it stands for."""
        return self.gathering.spots

    @property
    def faces(self) -> tuple[Face, ...]:
        """Everybody there, not only those drawn."""
        return self.gathering.faces

    @property
    def is_bubble(self) -> bool:
        """Whether a number stands for the people."""
        return self.placed.form is Form.BUBBLE

    @property
    def merged(self) -> bool:
        """Whether several places are in it."""
        return len(self.spots) > 1
