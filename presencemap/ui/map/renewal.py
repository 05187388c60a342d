"""Other people on the map: laid out and drawn in steps beside those that show, then there at once.

Owns in what order. Knows neither who asks for it nor how the steps take turns.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QWidget

from presencemap.ui.map.camera import Camera
from presencemap.ui.map.floats import Floats
from presencemap.ui.map.following import Following
from presencemap.ui.map.framing import Framing
from presencemap.ui.map.picture import Picture
from presencemap.ui.map.scene import Scene, faces_gone
from presencemap.ui.steps import letting_go
from presencemap.ui.theme import appearance
from presencemap.ui.turns import alone


class Renewal:
    """The picture before stays until all of the next one is ready to be painted."""

    def __init__(
        self,
        area: QWidget,
        camera: Camera,
        picture: Picture,
        *,
        framing: Framing,
        floats: Floats,
        following: Following,
    ) -> None:
        self._area = area
        self._camera = camera
        self._picture = picture
        self._framing = framing
        self._floats = floats
        self._following = following

    def steps(self, scene: Scene, now: int, came: Sequence[str]) -> Iterator[None]:
        """Show a scene, and who ``came`` at it; ``now`` in ms. All shows at once."""
        before = self._picture.foreground.scene
        goal, given, view = self._camera.goal, self._given(), None
        ahead = self._picture.foreground.ahead(scene, now)
        yield
        yield from ahead.laying_out(goal, self._floats.obstacles())
        if self._framing.loses_someone(ahead):
            goal = view = yield from self._framing.starting_afresh(ahead)
            yield from ahead.laying_out(goal, self._floats.obstacles())
        yield from ahead.drawing(goal, self._area.devicePixelRatioF())
        yield from alone()
        self._picture.greet(came, self._camera.view)
        self._following.take(ahead, goal)
        if given != self._given():
            # All is meant for what the map is now, and that doesn't happen often.
            self._following.lay_out()
            if self._framing.loses_someone(self._picture.foreground):
                self.start_afresh()
        elif view is not None:
            self._framing.look(view)
            self._framing.accept()
        else:
            self._following.follow()
        self._following.changed.emit()
        yield
        # Nobody else holds the faces of before.
        past = faces_gone(before, scene)
        del before, ahead
        yield from letting_go(past)

    def start_afresh(self) -> None:
        """Everyone in sight, at once, of those who show."""
        self._framing.start_afresh()
        self._following.lay_out()
        self._framing.accept()

    def _given(self) -> tuple[object, ...]:
        """What a layout is meant for beside its zoom."""
        return (
            appearance().theme.key,
            self._area.size().toTuple(),
            self._floats.blocks(),
            self._framing.untouched,
        )
