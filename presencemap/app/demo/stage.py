"""The stage: my own profile in the demo's team, and the troupe's process beside it.

Everything lies in one temporary directory that goes when the demo ends: the user's own profile is
never touched.
"""

import json
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Self

from presencemap.app.clock import now_ms
from presencemap.app.commands import AddPlace, CreateInvite, SetFloorPlan
from presencemap.app.demo.script import Scene, Script
from presencemap.app.demo.troupe import (
    WATCHER,
    Directions,
    post_beforehand,
    say_beforehand,
)
from presencemap.app.entry import create_team
from presencemap.app.link_commands import SaveLink
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.app.resources import resource
from presencemap.app.topic_commands import JoinTopics
from presencemap.domain.errors import InvalidInput
from presencemap.domain.floor_plan import Shape
from presencemap.domain.place import Place


class Stage:
    """A demo from curtain to curtain, by ``with``."""

    def __init__(self, people: int) -> None:
        """Prepare for so many colleagues.

        Raises:
            InvalidInput: more than the script has.
        """
        self._script = Script.load()
        if not 1 <= people <= len(self._script.cast):
            raise InvalidInput(f"The demo's cast is 1 to {len(self._script.cast)} colleagues.")
        self._people = people
        self._directory = tempfile.TemporaryDirectory(prefix="presencemap-demo-")
        self._troupe: subprocess.Popen[str] | None = None
        self.paths = ProfilePaths.at(Path(self._directory.name) / WATCHER)

    def __enter__(self) -> Self:
        directions = self._seed()
        self._troupe = subprocess.Popen(
            [sys.executable, "-m", "presencemap.app.demo.troupe"],
            stdin=subprocess.PIPE,
            text=True,
        )
        assert self._troupe.stdin is not None
        self._troupe.stdin.write(json.dumps(asdict(directions)) + "\n")
        self._troupe.stdin.flush()
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        if self._troupe is not None and self._troupe.stdin is not None:
            self._troupe.stdin.close()
            try:
                self._troupe.wait(5)
            except subprocess.TimeoutExpired:
                self._troupe.kill()
                self._troupe.wait()
        self._directory.cleanup()

    def _seed(self) -> Directions:
        """Found the team, make its places, say my first line and posts."""
        me, now = self._script.me, now_ms()
        create_team(self.paths, self._script.team, me.profile, now)
        with StoreDesk(self.paths) as desk:
            places: dict[str, str] = {}
            for scene in self._script.scenes:
                place = desk.obey(_added(scene, places))
                assert isinstance(place, Place)
                places[scene.name] = place.id
            for drawing in self._script.plans:
                shapes = tuple(Shape(places[n], points) for n, points in drawing.shapes.items())
                picture = resource("demo", drawing.picture)
                desk.obey(SetFloorPlan(places[drawing.floor], picture, shapes))
            say_beforehand(me, places, desk.team, now)
            for kept in self._script.links:
                desk.obey(SaveLink(kept.url, kept.title))
            for topic, whole in self._script.joined.items():
                desk.obey(JoinTopics(topic, whole))
            posts: dict[str, str] = {}
            post_beforehand(self._script.said_before(me.name), desk.team, now, posts)
            link, person = str(desk.obey(CreateInvite())), desk.team.endpoint.me.person.id
        return Directions(self._directory.name, link, places, self._people, person, posts)


def _added(scene: Scene, places: dict[str, str]) -> AddPlace:
    within = None if scene.within is None else places[scene.within]
    spot = scene.lat, scene.lon, scene.town
    return AddPlace(scene.name, scene.kind, within, *spot, scene.capacity)
