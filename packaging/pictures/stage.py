"""The stage of the pictures: the application, a node that answers what they need, two teams.

Owns how a picture is taken; which ones are is for the other modules to say.
"""

import tempfile
from concurrent.futures import Future
from dataclasses import replace
from math import inf
from pathlib import Path
from typing import Any

from matrix import Matrix
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget
from topic_gallery import TopicGallery

from presencemap.app.demo.script import Script
from presencemap.app.gazetteer import Gazetteer
from presencemap.app.notices import (
    PlacesChanged,
    RosterChanged,
    Started,
)
from presencemap.app.pictures import measured
from presencemap.app.resources import resource
from presencemap.domain.errors import InviteUnreadable
from presencemap.domain.floor_plan import FloorPlan, Shape
from presencemap.domain.place import Place
from presencemap.protocol.floors import image_of
from presencemap.ui import turns
from presencemap.ui.application import build_application
from presencemap.ui.inbox import Inbox
from presencemap.ui.ports import InvitePreview
from presencemap.ui.preferences import Preferences
from presencemap.ui.shell import Shell
from presencemap.ui.team import Team
from presencemap.ui.tray.tray import Tray
from tests.ui import factories

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "build" / "screenshots"
DRAFT = "The test log shows a VAT prefix twice. Seen this before? #peppol"


def demo_office() -> tuple[list[Place], tuple[FloorPlan, ...]]:
    """The demo's first office and its plans."""
    script = Script.load()

    def key(name: str) -> str:
        return f"{name:0>32}".replace(" ", "0")

    office = script.scenes[0]
    inside = {office.name}
    places = [
        Place(key(office.name), office.name, office.kind, None, office.lat, office.lon, "Gent")
    ]
    for scene in script.scenes:
        if scene.within in inside:
            inside.add(scene.name)
            around = key(scene.within or "")
            place = Place(key(scene.name), scene.name, scene.kind, around)
            places.append(replace(place, capacity=scene.capacity))
    picture = resource("demo", "floor-2.png").read_bytes()
    measure = measured(picture)
    return places, tuple(
        FloorPlan(
            key(drawing.floor),
            measure.width,
            measure.height,
            image_of(picture),
            tuple(Shape(key(name), points) for name, points in drawing.shapes.items()),
        )
        for drawing in script.plans
    )


class FakeNode:
    """Answers hardly anything, stops at once."""

    def __init__(self) -> None:
        self.answers: dict[str, Any] = {}

    def examine(self) -> Future[Any]:
        """Find a door that is blocked."""
        answer: Future[Any] = Future()
        made = factories
        answer.set_result(made.report(made.team(12)))
        return answer

    def post(self, command: object) -> Future[Any]:
        """Answer an invite alone."""
        answer: Future[Any] = Future()
        if type(command).__name__ == "CreateInvite":
            answer.set_result(
                "presencemap://join#" + "eNqrVkrLz1eyUlBKLEhVslIqSy0qzszPU7JSMlCqBQBnoAhF" * 4
            )
        shown: dict[str, Any] = {
            "ShowMembers": factories.members(),
            "ShowInvites": factories.invites(),
            "ShowNotes": factories.notes(),
            "ShowLinks": factories.links(),
            "ShowStream": factories.posts(),
            "ShowThread": factories.thread(),
            "ShowDigest": factories.digest(),
            "ShowFollows": factories.follows(),
            "ShowWords": {"words": factories.WORDS},
        }
        shown |= self.answers
        shown["ShowPicture"] = resource("demo", "floor-2.png").read_bytes()
        if type(command).__name__ in shown:
            answer.set_result(shown[type(command).__name__])
        return answer

    def search(self, text: str) -> Future[Any]:
        """Find what the pictures need."""
        answer: Future[Any] = Future()
        answer.set_result(factories.findings(text))
        return answer

    def stop(self, _deadline: float = 1.0) -> bool:
        """End."""
        return True


class FakeAdmission:
    """Reads every link as an invite, but for those that say bad."""

    def preview_invite(self, link: str) -> InvitePreview:
        """Say a team, or refuse."""
        if "bad" in link:
            raise InviteUnreadable("cut")
        return InvitePreview("Lerend Collectief", "Anna Peeters", factories.NOW + 6 * 86_400_000)

    def create_team(
        self, _said: str, _profile: object, _inviters: object, _precision: object
    ) -> None:
        """Nothing is written."""

    def join_team(self, _said: str, _profile: object, _precision: object) -> None:
        """Nothing is written."""


def at_once() -> None:
    """A picture is of what has come to rest: what takes turns takes one, on a busy machine too."""
    turns.TURN = turns.FULL = turns.DRAWING = inf
    turns.turn.begin()


_PATIENCE = 20
"""Rests in which the ground of the map may come; one is enough where nothing else runs."""


class Stage:
    """The application and the things that are drawn."""

    def __init__(self, language: str) -> None:
        at_once()

        self.suffix = ""
        self.language = language
        self.folder = tempfile.TemporaryDirectory()
        self.preferences = Preferences(Path(self.folder.name) / "settings.json")
        self.app = build_application(self.preferences, language)
        self.made = factories
        self.inbox = Inbox()
        self.towns = Gazetteer.load()
        self.people = self.made.team(12)
        self.team = Team(self.inbox, lambda: self.made.NOW)
        self.alone = Team(self.inbox, lambda: self.made.NOW)
        self.nodes = FakeNode(), FakeNode()
        teams = (self.team, self.people.cards), (self.alone, self.people.cards[:1])
        for (team, cards), node in zip(teams, self.nodes, strict=True):
            team.take(Started("Lerend Collectief", self.people.me.person.id, "", ""))
            team.take(PlacesChanged(self.people.places))
            team.take(RosterChanged(cards))
            team.connect_node(node)
        self.shell = Shell(
            self.team, self.towns, self.preferences, Tray(self.team, there=lambda: False)
        )
        self.gallery = TopicGallery(self.preferences)
        self.matrix = Matrix(self.preferences, demo_office(), FakeNode())

    def stop(self) -> None:
        """End."""
        self.shell.stop()
        self.gallery.stop()
        self.matrix.stop()
        self.preferences.save()

    def settle(self) -> None:
        """Let what moves come to rest."""
        # Not QTest's wait: that keeps Python's lock, and the map's tiles waiting.
        where = self.shell.window.map
        for _ in range(_PATIENCE):
            loop = QEventLoop()
            QTimer.singleShot(300, loop.quit)
            loop.exec()
            if not where.isVisible() or where.is_painted():
                break

    def activate(self, window: QWidget) -> None:
        """Give a window the keyboard.

        Offscreen it never gets it back once it was hidden, unless another had it meanwhile.
        """
        other = QWidget()
        other.show()
        self.settle()
        other.close()
        window.activateWindow()
        self.settle()

    def grab(self, widget: QWidget, name: str) -> None:
        """Save a picture."""
        self.settle()
        OUT.mkdir(parents=True, exist_ok=True)
        language = "" if self.language == "en" else f"{self.language}-"
        widget.grab().save(str(OUT / f"{language}{name}-{self.suffix}.png"))
