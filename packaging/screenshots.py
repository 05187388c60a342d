"""Draws the window, composer, onboarding, dialogs and menus to build/screenshots/, to be looked at.

A fake node with twelve colleagues stands behind them. One process for each screen scale, since Qt
reads the scale once.

    PYTHONPATH=. .venv/bin/python packaging/screenshots.py [--scale 1 1.5 2] [--only window ...]
"""

import argparse
import importlib.util
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from matrix import TEAMS, Matrix
from PySide6.QtCore import QEventLoop, QPoint, QRect, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget
from topic_gallery import TopicGallery

from presencemap.app.cues import Found
from presencemap.app.demo.script import Script
from presencemap.app.gazetteer import Gazetteer
from presencemap.app.notices import (
    CatchingUp,
    FloorPlansChanged,
    JobsChanged,
    NetworkChanged,
    PlacesChanged,
    PostsChanged,
    Reading,
    RosterChanged,
    SharingChanged,
    Started,
)
from presencemap.app.pictures import measured
from presencemap.app.resources import resource
from presencemap.domain.availability import Availability, Presence, Reach, Sharing
from presencemap.domain.contact import ContactKind, ContactWay
from presencemap.domain.cue import Cue, CueKind, SourceUnreadable, Trouble
from presencemap.domain.errors import InviteUnreadable
from presencemap.domain.floor_plan import FloorPlan, Shape
from presencemap.domain.person import Person, Profile
from presencemap.domain.place import Place, PlaceKind, PlaceTree
from presencemap.domain.roster import MINUTE
from presencemap.domain.status import Activity, Kind
from presencemap.protocol.floors import image_of
from presencemap.ui.application import build_application
from presencemap.ui.ask.ask_page import AskPage
from presencemap.ui.compose.cues_dialog import CuesDialog
from presencemap.ui.compose.draft import Draft
from presencemap.ui.dialog import Dialog
from presencemap.ui.farewell import Farewell
from presencemap.ui.floor.editor import FloorEditor
from presencemap.ui.home_dialog import HomeDialog
from presencemap.ui.inbox import Inbox
from presencemap.ui.jobs.jobs_dialog import JobsDialog
from presencemap.ui.main_window import MainWindow
from presencemap.ui.members.leave_dialog import LeaveDialog
from presencemap.ui.members.members_dialog import MembersDialog
from presencemap.ui.notes.introduce_dialog import IntroduceDialog
from presencemap.ui.onboarding.window import OnboardingWindow
from presencemap.ui.places.place_dialog import PlaceDialog
from presencemap.ui.places.places_dialog import PlacesDialog
from presencemap.ui.plans.days_dialog import DaysDialog
from presencemap.ui.ports import InvitePreview
from presencemap.ui.preferences import Preferences
from presencemap.ui.screen import Screen
from presencemap.ui.shell import Shell
from presencemap.ui.stream.beside import Tab
from presencemap.ui.team import Team
from presencemap.ui.theme import Mode, appearance
from presencemap.ui.tray import Tray
from presencemap.ui.tray_icon import SIZES, tray_pixmap

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "build" / "screenshots"
DRAFT = "The test log shows a VAT prefix twice. Seen this before? #peppol"


def main() -> int:
    """Start one process for each scale; 0 when all ended well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scale", nargs="+", default=["1", "1.5", "2"])
    parser.add_argument("--only", nargs="+", default=[])
    parser.add_argument("--language", default="en")
    parser.add_argument("--drawing", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.drawing:
        return draw(asked.scale[0], asked.only, asked.language)
    OUT.mkdir(parents=True, exist_ok=True)
    for scale in asked.scale:
        words = [sys.executable, __file__, "--drawing", "--scale", scale]
        words += ["--language", asked.language, *(["--only", *asked.only] if asked.only else [])]
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "QT_SCALE_FACTOR": scale,
            "TZ": "Europe/Brussels",
        }
        if subprocess.run(words, env=environment, cwd=ROOT, check=False).returncode:
            return 1
    print(f"drawn to {OUT.relative_to(ROOT)}")
    return 0


def draw(scale: str, only: list[str], language: str) -> int:

    stage = Stage(language)
    for mode in (Mode.LIGHT, Mode.DARK):
        appearance().set_mode(mode)
        stage.suffix = f"{mode.value}-{scale}x"
        for name, act in stage.acts().items():
            if name in only or (not only and not name.startswith("matrix")):
                act()
                for node in stage.nodes:
                    # What this act had it answer is nothing to the next.
                    node.answers.clear()
    stage.stop()
    return 0


def factories() -> Any:
    path = ROOT / "tests" / "ui" / "factories.py"
    spec = importlib.util.spec_from_file_location("factories", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


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
        made = factories()
        answer.set_result(made.report(made.team(12)))
        return answer

    def post(self, command: object) -> Future[Any]:
        """Answer an invite alone."""
        answer: Future[Any] = Future()
        if type(command).__name__ == "CreateInvite":
            answer.set_result(
                "presencemap://join#" + "eNqrVkrLz1eyUlBKLEhVslIqSy0qzszPU7JSMlCqBQBnoAhF" * 4
            )
        shown = {
            "ShowMembers": factories().members(),
            "ShowInvites": factories().invites(),
            "ShowNotes": factories().notes(),
            "ShowLinks": factories().links(),
            "ShowStream": factories().posts(),
            "ShowThread": factories().thread(),
            "ShowDigest": factories().digest(),
            "ShowFollows": factories().follows(),
            "ShowWords": {"words": factories().WORDS},
        }
        shown |= self.answers
        shown["ShowPicture"] = resource("demo", "floor-2.png").read_bytes()
        if type(command).__name__ in shown:
            answer.set_result(shown[type(command).__name__])
        return answer

    def search(self, text: str) -> Future[Any]:
        """Find what the pictures need."""
        answer: Future[Any] = Future()
        answer.set_result(factories().findings(text))
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
        return InvitePreview("Lerend Collectief", "Anna Peeters", factories().NOW + 6 * 86_400_000)

    def create_team(self, _said: str, _profile: object, _inviters: object) -> None:
        """Nothing is written."""

    def join_team(self, _said: str, _profile: object) -> None:
        """Nothing is written."""


class Stage:
    """The application and the things that are drawn."""

    def __init__(self, language: str) -> None:

        self.suffix = ""
        self.language = language
        self.folder = tempfile.TemporaryDirectory()
        self.preferences = Preferences(Path(self.folder.name) / "settings.ini")
        self.app = build_application(self.preferences, language)
        self.made = factories()
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

    def acts(self) -> dict[str, Callable[[], None]]:
        """What can be drawn, by name."""
        return {
            "window": self.window,
            "narrow": self.narrow,
            "sharing": self.sharing,
            "cut-off": self.cut_off,
            "ended": self.ended,
            "keys": self.keys,
            "parting": self.parting,
            "pin": self.pin,
            "tabs": self.narrow_tabs,
            "find": self.finding,
            "floor": self.floor,
            "town": self.towns_only,
            "planned": self.planned,
            "alone": self.alone_window,
            "composer": self.composer,
            "drafts": self.drafts,
            "asking": self.asking,
            "jobs": self.jobs,
            "onboarding": self.onboarding,
            "dialogs": self.dialogs,
            "notes": self.notes,
            "helping": self.helping,
            "prompts": self.prompts,
            "stream": self.stream,
            "ask": self.ask,
            "topics": self.topics,
            "menus": self.menus,
            "matrix": partial(self.matrix.draw, TEAMS, self.suffix),
            **{f"matrix-{n}": partial(self.matrix.draw, (n,), self.suffix) for n in TEAMS},
        }

    def stop(self) -> None:
        """End."""
        self.shell.stop()
        self.gallery.stop()
        self.matrix.stop()

    def settle(self) -> None:
        """Let what moves come to rest."""
        # Not QTest's wait: that keeps Python's lock, and the map's tiles waiting.
        loop = QEventLoop()
        QTimer.singleShot(300, loop.quit)
        loop.exec()

    def grab(self, widget: QWidget, name: str) -> None:
        """Save a picture."""
        self.settle()
        OUT.mkdir(parents=True, exist_ok=True)
        language = "" if self.language == "en" else f"{self.language}-"
        widget.grab().save(str(OUT / f"{language}{name}-{self.suffix}.png"))

    def window(self) -> None:
        """Draw: window."""
        window = self.shell.window
        window.resize(1280, 800)
        window.show()
        self.settle()
        window.open_person(self.people.cards[1].person.id)
        self.settle()
        self.grab(window, "window")
        window.card.close_card()
        self.grab(window, "window-plain")
        appearance().set_compact(True)
        self.grab(window, "window-compact")
        appearance().set_compact(False)

    def narrow(self) -> None:
        """Draw: narrow."""
        window = self.shell.window
        window.resize(720, 640)
        window.show()
        self.settle()
        self.shell.tell("The disk is full; what you share now is lost at the next start.")
        self.grab(window, "narrow")
        window.open_person(self.people.cards[1].person.id)
        self.grab(window, "narrow-card")
        window.card.close_card()
        window.banner.dismiss()
        window.hide()

    def sharing(self) -> None:
        """Draw: a place that is picked, catching up, paused, off the network."""
        window, team = self.shell.window, self.team
        for name, width in (("", 1280), ("narrow-", 720)):
            window.resize(width, 800)
            window.show()
            self.settle()
            window.map.select_place("acme")
            window.map.place_selected.emit("acme")
            team.take(SharingChanged(Sharing.ON))
            team.take(CatchingUp(1240))
            self.grab(window, f"{name}catching-up")
            window.map.cleared.emit()
            team.take(CatchingUp(0))
            team.take(SharingChanged(Sharing.PAUSED))
            self.grab(window, f"{name}paused")
            window.top.open_sharing()
            self.grab(window.top.sharing_menu, f"{name}paused-menu")
            window.top.sharing_menu.hide()
            team.take(SharingChanged(Sharing.OFF_NETWORK))
            self.grab(window, f"{name}off-network")
        composer = self.shell.composer
        composer.open_at(QRect())
        self.grab(composer, "composer-off-network")
        composer.hide()
        team.take(SharingChanged(Sharing.ON))
        window.hide()

    def cut_off(self) -> None:
        """Draw: no network, and removed from the team."""
        window, team = self.shell.window, self.team
        known = [replace(c, presence=Presence.OFFLINE, reach=Reach.NONE) for c in self.people.cards]
        team.take(RosterChanged((self.people.cards[0], *known[1:])))
        for name, width in (("", 1280), ("narrow-", 720)):
            window.resize(width, 800)
            window.show()
            team.take(NetworkChanged(connected=False, since=self.made.NOW - 47 * 60_000))
            self.grab(window, f"{name}no-network")
            team.take(NetworkChanged(connected=True))
            team.removed = True
            team.changed.emit()
            self.grab(window, f"{name}removed")
            team.removed = False
            team.changed.emit()
        team.take(RosterChanged(tuple(self.people.cards)))
        window.hide()

    def ended(self) -> None:
        """Draw: my until passed a while ago."""
        window, team, me = self.shell.window, self.team, self.people.me
        assert me.status is not None
        end = self.made.NOW - 12 * 60_000
        said = replace(me.status, until=end)
        team.clock = lambda: end - 60_000
        team.take(RosterChanged((replace(me, status=said),)))
        team.clock = lambda: self.made.NOW
        team.changed.emit()
        for name, width in (("", 1280), ("narrow-", 720), ("small-", 480)):
            window.resize(width, 800)
            window.show()
            self.grab(window, f"{name}ended")
        window.ended.close_button.click()
        team.take(RosterChanged((me,)))
        window.hide()

    def keys(self) -> None:
        """Draw: a known name under another key, and who is seen through another's computer."""
        window, cards = self.shell.window, self.people.cards
        known, relay = cards[1], cards[2]
        named = Profile(known.person.name, (), ())
        other = replace(cards[3], person=Person("f" * 64, named), same_name_as=(known.person.id,))
        relayed = replace(cards[4], reach=Reach.RELAYED, through=(relay.person,))
        shown = (replace(known, verified=True), replace(other, new_key=True), relayed)
        self.team.take(RosterChanged(shown))
        for name, width, height in (("", 1280, 800), ("narrow-", 720, 640)):
            window.resize(width, height)
            window.show()
            for word, card in (("new-key", other), ("relayed", relayed)):
                window.open_person(card.person.id)
                self.grab(window, f"{name}{word}")
            window.card.close_card()
        self.team.take(RosterChanged(tuple(cards), (other.person.id,)))
        window.hide()

    def parting(self) -> None:
        """Draw: what is said before and after leaving, and who was removed reads."""
        window, team = self.shell.window, self.team
        window.show()
        for removed in (False, True):
            team.removed = removed
            dialog = LeaveDialog(team, window)
            dialog.show()
            self.grab(dialog, "dialog-anew" if removed else "dialog-leave")
            dialog.close()
        team.removed = False
        farewell = Farewell(team.name)
        farewell.show()
        self.grab(farewell, "farewell")
        farewell.hide()
        window.hide()

    def floor(self) -> None:
        """Draw: the demo's office with eight people, its floors, a desk that is chosen."""
        window, before = self.shell.window, self.people
        places, plans = demo_office()
        seats = ("D1", "Leie", "Leie", "S1", "D12", "D13", "Leie", "Bel 1", "Dender", "Atelier")
        cards = [
            replace(card, status=replace(card.status, place=f"{seat:0>32}".replace(" ", "0")))
            for card, seat in zip(before.cards[1:], seats, strict=False)
            if card.status is not None
        ]
        # One has two guests, as picture 02 has it, and I sit beside a colleague with one.
        cards[3] = replace(cards[3], status=replace(cards[3].status, guests=2))
        me = before.cards[0]
        leie = f"{'Leie':0>32}"
        me = replace(me, status=me.status and replace(me.status, place=leie, guests=1))
        self.team.take(PlacesChanged(PlaceTree((*before.places, *places))))
        self.team.take(RosterChanged((me, *cards)))
        self.team.take(FloorPlansChanged(plans, frozenset(p.image for p in plans if p.image)))
        site = next(place for place in places if place.kind is PlaceKind.OFFICE)
        floors = [place for place in places if place.kind is PlaceKind.FLOOR]
        desk = next(place for place in places if place.name == "D16")
        for name, width, height in (("", 1280, 800), ("narrow-", 720, 640), ("small-", 480, 800)):
            window.resize(width, height)
            window.show()
            window.show_place(site.id)
            self.grab(window, f"{name}floor-way")
            window.ground.open(site.id)
            self.grab(window, f"{name}floor")
            window.ground.floor.choose(leie)
            self.grab(window, f"{name}floor-guests")
            window.ground.floor.choose(desk.id)
            self.grab(window, f"{name}floor-chosen")
            window.ground.floor.show_as.choose("list")
            window.ground.floor.refresh()
            self.grab(window, f"{name}floor-list")
            window.ground.floor.show_as.choose("plan")
            window.ground.floor.open_floor(floors[1].id)
            self.grab(window, f"{name}floor-rooms")
            window.ground.open(desk.id)
            window.ground.floor.edit_wanted.emit()
            editor = next(d for d in window.findChildren(Dialog) if d.isVisible())
            if isinstance(editor, FloorEditor):
                editor.canvas.select(desk.id)
            self.grab(editor, f"{name}dialog-floor")
            editor.reject()
            window.ground.back()
        window.hide()
        self.team.take(PlacesChanged(before.places))
        self.team.take(FloorPlansChanged(()))
        self.team.take(RosterChanged(before.cards))

    def finding(self) -> None:
        """Draw: what some letters find, wide and narrow."""
        window = self.shell.window
        window.show()
        field = window.top.find_field
        for name, width, text in (
            ("", 1280, "gent"),
            ("narrow-", 720, "jo"),
            ("none-", 1280, "zzz"),
        ):
            window.resize(width, 800)
            window.activateWindow()
            field.seek()
            field.setText(text)
            self.settle()
            self.grab(window, f"{name}find")
            field.clear()
        window.hide()

    def towns_only(self) -> None:
        """Draw: two who share their town only, and one who shares it while at home."""
        window, cards = self.shell.window, list(self.people.cards)
        for at, town in (
            (1, Place.in_town("Eindhoven", 51.44, 5.48)),
            (2, Place.in_town("Gent", 51.05, 3.72)),
            (9, Place.home_in(Place.in_town("Brugge", 51.21, 3.22))),
        ):
            status = cards[at].status
            assert status is not None
            cards[at] = replace(cards[at], status=replace(status, place=town.id))
        self.team.take(RosterChanged(tuple(cards)))
        window.resize(1280, 800)
        window.show()
        window.open_person(cards[1].person.id)
        self.grab(window, "town")
        window.open_person(cards[9].person.id)
        self.grab(window, "town-home")
        dialog = HomeDialog(self.team, self.towns, window)
        dialog.show()
        self.grab(dialog, "dialog-home")
        dialog.close()
        window.card.close_card()
        window.hide()
        self.team.take(RosterChanged(tuple(self.people.cards)))

    def narrow_tabs(self) -> None:
        """Draw: map and list as tabs, the card as a sheet at each height, and the list alone."""
        window = self.shell.window
        window.show()
        window.resize(480, 760)
        window.map.show_everyone()
        self.grab(window, "tabs-map")
        window.open_person(self.people.cards[1].person.id)
        for step, name in ((0, "peek"), (1, "half"), (1, "full")):
            if step:
                window.panes.handle.stepped.emit(step)
            self.grab(window, f"tabs-sheet-{name}")
        window.card.close_card()
        window.panes.show_list()
        self.grab(window, "tabs-list")
        window.resize(340, 700)
        self.grab(window, "list-alone")
        window.hide()

    def planned(self) -> None:
        """Draw: the strip of days, a day as it is planned, a card with the days to come."""
        window, team = self.shell.window, self.team
        people = self.made.planned_team(12)
        team.take(RosterChanged(people.cards))
        for name, width in (("", 1280), ("narrow-", 720), ("tabs-", 480)):
            window.resize(width, 800)
            window.show()
            self.settle()
            self.grab(window, f"{name}days")
            window.show_day(self.made.day(1))
            self.grab(window, f"{name}planned")
            window.open_person(people.cards[1].person.id)
            self.grab(window, f"{name}planned-card")
            window.card.close_card()
            window.show_day(None)
        window.resize(1280, 800)
        window.show_day(self.made.day(2))
        window.open_person(people.me.person.id)
        self.grab(window, "planned-me")
        window.card.close_card()
        window.show_day(None)
        window.top.days_wanted.emit()
        dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, DaysDialog))
        self.grab(dialog, "dialog-days")
        dialog.rows[4].place.set_text("Utrehct")
        dialog.submit()
        self.grab(dialog, "dialog-days-unknown")
        dialog.reject()
        window.hide()
        team.take(RosterChanged(tuple(self.people.cards)))

    def alone_window(self) -> None:
        """Draw: alone window."""
        window = MainWindow(self.alone, self.preferences, Gazetteer.load())
        window.resize(1280, 800)
        window.show()
        self.grab(window, "alone")
        window.map.stop()
        window.hide()
        page = AskPage(self.alone)
        for name, width in (("", 1220), ("-narrow", 480)):
            page.resize(width, 748)
            page.show()
            self.grab(page, f"alone-ask{name}")
        page.hide()

    def composer(self) -> None:
        """Draw: composer."""
        composer = self.shell.composer
        composer.form.chip(Kind.STRUGGLING_WITH).click()
        composer.form.text.set_text(DRAFT)
        composer.open_at(QRect())
        self.grab(composer, "composer")
        composer.form.text.set_text(DRAFT * 3)
        self.grab(composer, "composer-too-long")
        composer.form.text.set_text(DRAFT)
        composer.form.place.set_text("Nieuwe plek")
        self.grab(composer, "composer-unknown-place")
        composer.form.make_place.click()
        composer.form.new_place.town.setText("Gnet")
        self.grab(composer, "composer-new-place")
        composer.form.new_place.given_up.emit()
        composer.form.place.set_value("acme312")
        composer.form.guests.show_guests("acme312", 2)
        composer.form.guests.open()
        self.grab(composer.form.guests.menu(), "composer-guests-menu")
        composer.form.guests.menu().close()
        self.grab(composer, "composer-guests")
        composer.form.guests.show_guests("acme312", 0)
        composer.form.until.other_wanted.emit()
        self.grab(composer, "composer-other-time")
        composer.form.until.changed.emit()
        composer.form.until.showPopup()
        self.grab(composer.form.until.view().window(), "composer-until")
        composer.form.until.hidePopup()
        composer.form.place.showPopup()
        self.grab(composer.form.place.view().window(), "composer-place")
        composer.form.place.hidePopup()
        composer.hide()

    def drafts(self) -> None:
        """Draw: drafts from git and calendar in the composer, and where they are turned on."""
        shell, composer, now = self.shell, self.shell.composer, self.made.NOW
        cues = (
            Cue(CueKind.ENTRY, "x", "Acme: go-live planning with finance", now + 40 * MINUTE),
            Cue(CueKind.BRANCH, "feature/PEP-123-peppol-inbox", "PEP-123 peppol inbox"),
        )
        gone = SourceUnreadable("~/work/invoicing", Trouble.NO_FOLDER)
        composer.restore(Draft())
        composer.open_at(QRect())
        for name, found in (("", Found(cues)), ("-gone", Found(cues[1:], (gone,)))):
            composer.form.cues.learn(found)
            composer.form.text.put("x")
            composer.form.text.put("")
            self.grab(composer, f"drafts{name}")
        composer.hide()
        window = shell.window
        window.resize(1280, 800)
        window.show()
        for name in ("", "-wrong"):
            dialog = CuesDialog(shell.cues, window)
            dialog.open()
            if name:
                dialog.on.setChecked(True)
                dialog.folders.setPlainText("/work/invoicing-that-is-gone")
                dialog.submit()
            self.settle()
            self.grab(dialog, f"drafts-dialog{name}")
            dialog.close()
        window.hide()

    def jobs(self) -> None:
        """Draw: the jobs of the team, on a card, in the composer, in their dialog."""
        shell, jobs = self.shell, self.made.jobs()
        window, composer = shell.window, shell.composer
        self.team.take(JobsChanged(jobs))
        window.resize(1280, 800)
        window.show()
        window.open_person(self.people.cards[1].person.id)
        self.grab(window, "jobs-card")
        composer.open_at(QRect())
        self.grab(composer, "jobs-composer")
        menu = composer.form.jobs.menu()
        menu.popup(QPoint(0, 0))
        self.grab(menu, "jobs-menu")
        menu.close()
        composer.hide()
        for name, known, width in (("", jobs, 620), ("-none", (), 480)):
            self.team.take(JobsChanged(known))
            dialog = JobsDialog(self.team, window, jobs[1].id)
            dialog.resize(width, 400)
            dialog.show()
            if known:
                dialog.rows[jobs[0].id].rename.click()
            self.grab(dialog, f"jobs{name}")
            dialog.close()
        window.card.close_card()
        window.hide()

    def asking(self) -> None:
        """Draw: a struggle as a question, a colleague's and mine."""
        window, made, node = self.shell.window, self.made, self.nodes[0]
        window.resize(1280, 800)
        window.show()
        joris, others = self.people.cards[1].person.id, [c.person.id for c in self.people.cards[2:]]
        node.answers["ShowQuestion"] = made.question(1, joined=others[:2], replies=1)
        window.open_person(joris)
        self.grab(window, "asking-theirs")
        me = self.people.me
        activity = Activity(Kind.STRUGGLING_WITH, "The VAT prefix comes twice #peppol")
        assert me.status is not None
        status = replace(me.status, activity=activity)
        node.answers["ShowQuestion"] = None
        self.team.take(RosterChanged((replace(me, status=status),)))
        window.open_person(me.person.id)
        self.grab(window.card, "asking-unasked")
        node.answers["ShowQuestion"] = made.question(0, joined=others[:5], replies=3)
        replies = [made.question(n, me=False) for n in (2, 7)]
        node.answers["ShowThread"] = replies
        self.team.take(PostsChanged())
        self.grab(window.card, "asking-mine")
        row = window.card.question
        row.menu.popup(row.mapToGlobal(row.rect().bottomLeft()))
        self.grab(row.menu, "asking-menu")
        row.menu.close()
        self.team.take(RosterChanged((me,)))
        window.card.close_card()
        window.hide()

    def onboarding(self) -> None:
        """Draw: onboarding."""
        window = OnboardingWindow(FakeAdmission(), self.inbox, lambda: self.made.NOW)
        window.show()
        self.grab(window, "onboarding-1-empty")
        window.team.link.setText("presencemap://join#bad")
        window.team.read_link()
        self.grab(window, "onboarding-1-error")
        window.team.anew.radio.setChecked(True)
        self.grab(window, "onboarding-1-new")
        window.team.invited.radio.setChecked(True)
        window.team.link.setText("presencemap://join#eNqrVkrLz1eyUlBKLEhVslIqSy0qzszPU7JSMlCqBQBn")
        window.team.read_link()
        self.grab(window, "onboarding-1")
        window.go_on()
        self.grab(window, "onboarding-2-empty")
        ways = (
            ContactWay(ContactKind.TEAMS, "sofie@team.example"),
            ContactWay(ContactKind.PHONE, "+3295550142"),
        )
        talents = ("Facilitation", "Peppol", "Teaching adults", "Sailing")
        window.profile.form.show_profile(Profile("Sofie Vermeulen", talents, ways))
        self.grab(window, "onboarding-2")
        window.go_on()
        self.grab(window, "onboarding-3")
        window.stop()
        window.hide()

    def places_inside(self, dialog: PlacesDialog) -> None:
        """Draw: what the list of places opens."""
        for word in ("change", "merge", "add"):
            getattr(dialog, word).click()
            self.settle()
            inner = next(d for d in dialog.findChildren(Dialog) if d.isVisible())
            if word == "add" and isinstance(inner, PlaceDialog):
                inner.town.setText("Gnet")
                inner.name.setText("Acme")
                inner.submit()
            self.grab(inner, f"dialog-place-{word}")
            inner.reject()
            self.settle()

    def pin(self) -> None:
        """Draw: a place that is being moved on the map."""
        window = self.shell.window
        window.resize(1280, 800)
        window.show()
        place = next(p for p in self.people.places if p.name == "Acme")
        window.map.show_spot(place.lat or 0, place.lon or 0)
        self.settle()
        window.map.pin.begin(place)
        self.settle()
        self.grab(window, "pin")
        window.map.pin.end()
        window.hide()

    def dialogs(self) -> None:
        """Draw: dialogs."""
        window = self.shell.window
        window.resize(1280, 800)
        window.show()
        top = window.top
        for name, signal in (
            ("profile", top.profile_wanted),
            ("places", top.places_wanted),
            ("invite", top.invite_wanted),
            ("members", top.members_wanted),
            ("shortcuts", top.shortcuts_wanted),
            ("network", top.network_wanted),
        ):
            signal.emit()
            shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, Dialog)]
            dialog = next(each for each in shown if each.isVisible())
            if name == "invite":
                dialog.submit()
            self.settle()
            self.grab(dialog, f"dialog-{name}")
            if isinstance(dialog, PlacesDialog):
                self.places_inside(dialog)
            if isinstance(dialog, MembersDialog):
                for word in ("verify", "appoint", "remove"):
                    getattr(dialog.rows[1], word).click()
                    self.settle()
                    inner = next(d for d in dialog.findChildren(Dialog) if d.isVisible())
                    self.grab(inner, f"dialog-{word}")
                    inner.reject()
                    self.settle()
            dialog.close()
            self.settle()
        window.hide()

    def ask(self) -> None:
        """Draw: who knows about something; nothing asked, nothing found, not all read."""
        window, page = self.shell.window, self.shell.ask
        window.resize(1280, 800)
        window.show()
        window.panes.show_screen(Screen.ASK)
        for name, width in (("", 1280), ("narrow-", 720), ("small-", 480)):
            window.resize(width, 800)
            page.field.setText("")
            self.grab(window, f"{name}ask-empty")
            page.field.setText("peppol invoices rejected on VAT number")
            self.grab(window, f"{name}ask")
        page.people.anyone.click()
        self.grab(window, "small-ask-anyone")
        page.area.verticalScrollBar().setValue(2000)
        self.grab(window, "small-ask-below")
        window.resize(1280, 800)
        self.grab(window, "ask-anyone")
        self.team.take(Reading(88_000, 100_000))
        page.field.setText("nothing of this")
        self.grab(window, "ask-nothing")
        page.people.free.click()
        window.panes.show_map()
        window.hide()

    def notes(self) -> None:
        """Draw: notes."""
        window = self.shell.window
        window.resize(1280, 800)
        window.show()
        for name, person in (("", 1), ("-none", 4), ("-introduced", 3)):
            window.open_person(self.people.cards[person].person.id)
            window.card.acts.note.click()
            self.settle()
            self.grab(window, f"notes{name}")
        window.resize(480, 760)
        self.settle()
        self.grab(window, "notes-narrow")
        window.resize(1280, 800)
        window.panes.show_map()
        window.open_person(self.people.cards[1].person.id)
        window.card.acts.introduce.click()
        [asking] = window.findChildren(IntroduceDialog)
        asking.other.setCurrentIndex(0)
        self.settle()
        self.grab(asking, "introduce")
        asking.close()
        window.card.close_card()
        window.hide()

    def helping(self) -> None:
        """Draw: a link and an introduction for a colleague, and what can be undone."""
        window = self.shell.window
        window.resize(1280, 800)
        window.show()
        window.open_person(self.people.cards[1].person.id)
        for name, act in (
            ("link", window.card.acts.link),
            ("introduce", window.card.acts.introduce),
        ):
            act.click()
            self.settle()
            dialog = next(d for d in window.findChildren(Dialog) if d.isVisible())
            if isinstance(dialog, IntroduceDialog):
                dialog.other.setCurrentIndex(0)
            self.settle()
            self.grab(dialog, f"help-{name}")
            dialog.submit()
            self.settle()
            self.grab(window, f"help-{name}-sent")
            self.shell.helping.bar.finish()
        window.resize(480, 800)
        window.card.acts.link.click()
        self.settle()
        dialog = next(d for d in window.findChildren(Dialog) if d.isVisible())
        dialog.submit()
        self.settle()
        self.grab(window, "help-narrow")
        self.shell.helping.bar.finish()
        window.resize(1280, 800)
        window.card.close_card()
        window.panes.show_map()
        hover = window.map.hover.card
        hover.show_card(self.people.cards[1], self.people.places, self.made.NOW)
        hover.place_beside(QPoint(400, 300))
        self.grab(window, "help-hover")
        hover.hide()
        window.top.links_wanted.emit()
        self.settle()
        dialog = next(d for d in window.findChildren(Dialog) if d.isVisible())
        self.grab(dialog, "help-links")
        dialog.close()
        window.hide()

    def stream(self) -> None:
        """Draw: stream."""
        window, page = self.shell.window, self.shell.stream
        followed = self.made.follows()["people"]
        cards = (replace(c, followed=c.person.id in followed) for c in self.people.cards)
        self.team.take(RosterChanged(tuple(cards)))
        window.resize(1280, 800)
        window.show()
        window.panes.show_screen(Screen.STREAM)
        self.settle()
        self.grab(window, "stream")
        for tab in (Tab.TOPICS, Tab.SUGGESTED, Tab.PEOPLE):
            self.shell.beside.chips[tab].click()
            self.grab(window, f"stream-{tab.name.lower()}")
        page.open_thread(page.feed.rows[2])
        self.grab(window, "stream-thread")
        window.resize(480, 760)
        self.grab(window, "stream-thread-narrow")
        page.talk.close_thread()
        self.grab(window, "stream-narrow")
        page.show_topic("peppol")
        self.grab(window, "stream-topic-narrow")
        window.resize(1280, 800)
        self.grab(window, "stream-topic")
        window.panes.show_map()
        window.hide()
        self.team.take(RosterChanged(self.people.cards))

    def prompts(self) -> None:
        """Draw: what I am asked about what I am, and was, on."""
        window, me, now = self.shell.window, self.people.me, self.made.NOW
        window.resize(1280, 800)
        window.show()
        assert me.status is not None
        window.prompts.remember(on=True)
        on = Activity(Kind.WORKING_ON, "Acme invoicing: reading the test log #peppol")
        for name, left, later in (("still", 8, 0), ("how", 60, 7 * 24 * 60)):
            said = replace(
                me.status, activity=on, until=now + left * MINUTE, since=now - 60 * MINUTE
            )
            self.team.take(RosterChanged((replace(me, status=said),)))
            self.team.clock = partial(int, now + later * MINUTE)
            self.team.changed.emit()
            self.grab(window, f"prompt-{name}")
            window.resize(480, 800)
            self.grab(window, f"prompt-{name}-narrow")
            window.resize(1280, 800)
        window.prompts.close_button.click()
        self.team.clock = lambda: now
        self.team.take(RosterChanged((me,)))
        window.hide()

    def topics(self) -> None:
        """Draw: the map On what, for teams of 1 to 10,000, with a topic, a card, and narrow."""
        for people in TEAMS:
            self.gallery.draw(people, self.grab, self.settle)

    def menus(self) -> None:
        """Draw: menus."""
        top = self.shell.window.top
        for name, menu in (
            ("team", top.menu),
            ("looks", top.looks),
            ("precision", top.precision_menu),
        ):
            menu.popup(QPoint(0, 0))
            menu.setActiveAction(menu.actions()[1])
            self.grab(menu, f"menu-{name}")
            menu.close()
        tray = self.shell.tray.menu
        tray.popup(QPoint(0, 0))
        tray.setActiveAction(tray.actions()[0])
        self.grab(tray, "menu-tray")
        tray.close()
        self.tray_icons()

    def tray_icons(self) -> None:
        """Draw: tray icons."""
        sheet = QPixmap(sum(SIZES) + 10 * len(SIZES), 10 * 74)
        painter = QPainter(sheet)
        for row, state in enumerate((*Availability, None)):
            for half, ground in enumerate(("#f5f4f0", "#20242c")):
                top = (row * 2 + half) * 74
                painter.fillRect(0, top, sheet.width(), 74, QColor(ground))
                left = 5
                for size in SIZES:
                    painter.drawPixmap(left, top + 5, tray_pixmap(state, size))
                    left += size + 10
        painter.end()
        sheet.save(str(OUT / "tray-icons.png"))


if __name__ == "__main__":
    raise SystemExit(main())
