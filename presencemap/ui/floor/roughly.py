"""What a click on a desk tells the team of somebody who shares no rooms and desks.

Rules only: knows no widget and no node.
"""

from dataclasses import dataclass

from presencemap.domain.place import Place, PlaceKind
from presencemap.domain.precision import Precision
from presencemap.ui.floor.scene import FloorScene


@dataclass(frozen=True, slots=True)
class Roughly:
    """``place``: the name of what is told instead, "" for nothing; ``told``: it is said already."""

    place: str = ""
    is_town: bool = False
    told: bool = False


def roughly(scene: FloorScene, precision: Precision, mine: Place | None) -> Roughly | None:
    """What is told of a room or desk here; None where it itself is. ``mine``: where I am."""
    match precision:
        case Precision.ROOM:
            return None
        case Precision.SITE:
            return Roughly(scene.site_name, told=mine is not None and mine.id == scene.site)
        case Precision.TOWN if scene.town:
            there = (PlaceKind.TOWN, scene.town)
            return Roughly(
                scene.town,
                is_town=True,
                told=mine is not None and (mine.kind, mine.name) == there,
            )
        case _:
            return Roughly()
