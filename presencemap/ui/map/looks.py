"""With what look each plate is painted in a frame: its own, or the last one while there is no time.

A filter's letter changes every plate, and the first people bring all of them: to draw them takes
longer than a frame. Owns what was painted last. Knows no view and no place.
"""

from collections.abc import Mapping

from presencemap.ui.map.plates import Plate, PlateSprites
from presencemap.ui.turns import turn

Members = tuple[str, ...]


class Looks:
    """Ask it once a frame; ``complete`` tells whether all looked as they should in the last one."""

    def __init__(self, sprites: PlateSprites) -> None:
        self._sprites = sprites
        self._painted: dict[Members, Plate] = {}
        self.complete = True

    def of(self, plates: Mapping[Members, Plate], scale: float) -> dict[Members, Plate]:
        """What to paint of those in sight, at the scale of the screen; drawn already.

        One that waits and has no look of the same size is left out: it comes a frame later.
        """
        over, drawn = turn.drawing(), False
        painted, self.complete = dict[Members, Plate](), True
        for members, plate in plates.items():
            if not self._sprites.has(plate, scale):
                if drawn and over():
                    self.complete = False
                    before = self._painted.get(members)
                    if before is not None and before.takes == plate.takes:
                        painted[members] = before
                    continue
                drawn = True
            self._sprites.prepare(plate, scale)
            painted[members] = plate
        self._painted = painted
        return painted
