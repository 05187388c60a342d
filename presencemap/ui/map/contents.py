"""What stands on each plate: the people of its places, and its words; made once for a scene.

Owns what was made. Knows no layout, no view, and not who is chosen or sought.
"""

from presencemap.ui.map import phrases
from presencemap.ui.map.gathering import Gathering
from presencemap.ui.map.layout import Form
from presencemap.ui.map.plates import Plate
from presencemap.ui.map.scene import Scene

Members = tuple[str, ...]


class Contents:
    """Members are ids of places, the one first that the plate is named after."""

    def __init__(self, scene: Scene | None = None, now: int = 0) -> None:
        self._scene, self._now = scene or Scene(), now
        self._spots = {spot.id: spot for spot in self._scene.spots}
        self._gatherings: dict[Members, Gathering] = {}
        self._plates: dict[tuple[Members, Form], Plate] = {}

    @property
    def scene(self) -> Scene:
        """What they are of."""
        return self._scene

    @property
    def now(self) -> int:
        """The scene's moment, ms."""
        return self._now

    def __contains__(self, place: str) -> bool:
        return place in self._spots

    def after(self, scene: Scene, now: int) -> "Contents":
        """Those of other people or ages, with the gatherings of places where nothing changed."""
        made = Contents(scene, now)
        made._gatherings = {
            keys: gathering
            for keys, gathering in self._gatherings.items()
            if all(made._spots.get(spot.id) is spot for spot in gathering.spots)
        }
        return made

    def gathering(self, keys: Members) -> Gathering:
        """The people of these places."""
        found = self._gatherings.get(keys)
        if found is None:
            found = self._gatherings[keys] = Gathering(tuple(self._spots[key] for key in keys))
        return found

    def plate(self, keys: Members, form: Form) -> Plate:
        """What of a plate is the same whoever is selected or sought, and wherever it is put."""
        found = self._plates.get((keys, form))
        if found is None:
            found = self._plates[keys, form] = self._made(keys, form)
        return found

    def _made(self, keys: Members, form: Form) -> Plate:
        gathering = self.gathering(keys)
        spots = gathering.spots
        bubble = form is Form.BUBBLE
        words = phrases.bubble_caption if bubble else phrases.caption
        return Plate(
            form,
            words(spots, self._now),
            (),
            gathering.count,
            ending="" if bubble else phrases.ending(spots, self._now),
            guests=0 if bubble else sum(spot.guests for spot in spots),
            own_office=len(spots) == 1 and spots[0].own_office,
            stale=all(spot.stale for spot in spots),
            planned=all(spot.planned for spot in spots),
            helps=any(spot.helps for spot in spots),
        )
