"""The window and its maps: wide and narrow, with a card, a floor, a plan of days, alone."""

from collections.abc import Callable
from dataclasses import replace

from matrix import TEAMS
from PySide6.QtWidgets import QApplication

from pictures.stage import Stage, demo_office
from presencemap.app.gazetteer import Gazetteer
from presencemap.app.notices import (
    FloorPlansChanged,
    PlacesChanged,
    RosterChanged,
)
from presencemap.domain.place import Place, PlaceKind, PlaceTree
from presencemap.ui.ask.ask_page import AskPage
from presencemap.ui.dialog import Dialog
from presencemap.ui.floor.editor import FloorEditor
from presencemap.ui.home_dialog import HomeDialog
from presencemap.ui.main_window import MainWindow
from presencemap.ui.plans.days_dialog import DaysDialog
from presencemap.ui.theme import appearance


def window(stage: Stage) -> None:
    """Draw: window."""
    window = stage.shell.window
    window.resize(1280, 800)
    window.show()
    stage.settle()
    window.open_person(stage.people.cards[1].person.id)
    stage.settle()
    stage.grab(window, "window")
    window.card.close_card()
    stage.grab(window, "window-plain")
    appearance().set_compact(True)
    stage.grab(window, "window-compact")
    appearance().set_compact(False)


def narrow(stage: Stage) -> None:
    """Draw: narrow."""
    window = stage.shell.window
    window.resize(720, 640)
    window.show()
    stage.settle()
    stage.shell.tell("The disk is full; what you share now is lost at the next start.")
    stage.grab(window, "narrow")
    window.open_person(stage.people.cards[1].person.id)
    stage.grab(window, "narrow-card")
    window.card.close_card()
    window.banner.dismiss()
    window.hide()


def narrow_tabs(stage: Stage) -> None:
    """Draw: map and list as tabs, the card as a sheet at each height, and the list alone."""
    window = stage.shell.window
    window.show()
    window.resize(480, 760)
    window.map.show_everyone()
    stage.grab(window, "tabs-map")
    window.open_person(stage.people.cards[1].person.id)
    for step, name in ((0, "peek"), (1, "half"), (1, "full")):
        if step:
            window.panes.handle.stepped.emit(step)
        stage.grab(window, f"tabs-sheet-{name}")
    window.card.close_card()
    window.panes.show_list()
    stage.grab(window, "tabs-list")
    window.resize(340, 700)
    stage.grab(window, "list-alone")
    window.hide()


def finding(stage: Stage) -> None:
    """Draw: what some letters find, wide and narrow."""
    window = stage.shell.window
    window.show()
    field = window.top.find_field
    for name, width, text in (
        ("", 1280, "gent"),
        ("narrow-", 720, "jo"),
        ("none-", 1280, "zzz"),
    ):
        window.resize(width, 800)
        stage.activate(window)
        field.seek()
        field.setText(text)
        stage.settle()
        stage.grab(window, f"{name}find")
        field.clear()
    window.hide()


def floor(stage: Stage) -> None:
    """Draw: the demo's office with eight people, its floors, a desk that is chosen."""
    window, before = stage.shell.window, stage.people
    places, plans = demo_office()
    seats = ("D1", "Leie", "Leie", "S1", "D12", "D13", "Leie", "Bel 1", "Dender", "Atelier")
    cards = [
        replace(card, status=replace(card.status, place=f"{seat:0>32}".replace(" ", "0")))
        for card, seat in zip(before.cards[1:], seats, strict=False)
        if card.status is not None
    ]
    # One has two guests, as picture 02 has it, and I sit beside a colleague with one.
    host = cards[3].status
    cards[3] = replace(cards[3], status=host and replace(host, guests=2))
    me = before.cards[0]
    leie = f"{'Leie':0>32}"
    me = replace(me, status=me.status and replace(me.status, place=leie, guests=1))
    stage.team.take(PlacesChanged(PlaceTree((*before.places, *places))))
    stage.team.take(RosterChanged((me, *cards)))
    stage.team.take(FloorPlansChanged(plans, frozenset(p.image for p in plans if p.image)))
    site = next(place for place in places if place.kind is PlaceKind.OFFICE)
    floors = [place for place in places if place.kind is PlaceKind.FLOOR]
    desk = next(place for place in places if place.name == "D16")
    for name, width, height in (("", 1280, 800), ("narrow-", 720, 640), ("small-", 480, 800)):
        window.resize(width, height)
        window.show()
        window.show_place(site.id)
        stage.grab(window, f"{name}floor-way")
        window.ground.open(site.id)
        stage.grab(window, f"{name}floor")
        window.ground.floor.choose(leie)
        stage.grab(window, f"{name}floor-guests")
        window.ground.floor.choose(desk.id)
        stage.grab(window, f"{name}floor-chosen")
        window.ground.floor.show_as.choose("list")
        window.ground.floor.refresh()
        stage.grab(window, f"{name}floor-list")
        window.ground.floor.show_as.choose("plan")
        window.ground.floor.open_floor(floors[1].id)
        stage.grab(window, f"{name}floor-rooms")
        window.ground.open(desk.id)
        window.ground.floor.edit_wanted.emit()
        editor = next(d for d in window.findChildren(Dialog) if d.isVisible())
        if isinstance(editor, FloorEditor):
            editor.canvas.select(desk.id)
        stage.grab(editor, f"{name}dialog-floor")
        editor.reject()
        window.ground.back()
    window.hide()
    stage.team.take(PlacesChanged(before.places))
    stage.team.take(FloorPlansChanged(()))
    stage.team.take(RosterChanged(before.cards))


def towns_only(stage: Stage) -> None:
    """Draw: two who share their town only, and one who shares it while at home."""
    window, cards = stage.shell.window, list(stage.people.cards)
    for at, town in (
        (1, Place.in_town("Eindhoven", 51.44, 5.48)),
        (2, Place.in_town("Gent", 51.05, 3.72)),
        (9, Place.home_in(Place.in_town("Brugge", 51.21, 3.22))),
    ):
        status = cards[at].status
        assert status is not None
        cards[at] = replace(cards[at], status=replace(status, place=town.id))
    stage.team.take(RosterChanged(tuple(cards)))
    window.resize(1280, 800)
    window.show()
    window.open_person(cards[1].person.id)
    stage.grab(window, "town")
    window.open_person(cards[9].person.id)
    stage.grab(window, "town-home")
    dialog = HomeDialog(stage.team, stage.towns, window)
    dialog.show()
    stage.grab(dialog, "dialog-home")
    dialog.close()
    window.card.close_card()
    window.hide()
    stage.team.take(RosterChanged(tuple(stage.people.cards)))


def planned(stage: Stage) -> None:
    """Draw: the strip of days, a day as it is planned, a card with the days to come."""
    window, team = stage.shell.window, stage.team
    people = stage.made.planned_team(12)
    team.take(RosterChanged(people.cards))
    for name, width in (("", 1280), ("narrow-", 720), ("tabs-", 480)):
        window.resize(width, 800)
        window.show()
        stage.settle()
        stage.grab(window, f"{name}days")
        window.show_day(stage.made.day(1))
        stage.grab(window, f"{name}planned")
        window.open_person(people.cards[1].person.id)
        stage.grab(window, f"{name}planned-card")
        window.card.close_card()
        window.show_day(None)
    window.resize(1280, 800)
    window.show_day(stage.made.day(2))
    window.open_person(people.me.person.id)
    stage.grab(window, "planned-me")
    window.card.close_card()
    window.show_day(None)
    window.top.days_wanted.emit()
    stage.settle()
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, DaysDialog))
    stage.grab(dialog, "dialog-days")
    dialog.rows[4].place.set_text("Utrehct")
    dialog.submit()
    stage.grab(dialog, "dialog-days-unknown")
    dialog.reject()
    window.hide()
    team.take(RosterChanged(tuple(stage.people.cards)))


def alone_window(stage: Stage) -> None:
    """Draw: alone window."""
    window = MainWindow(stage.alone, stage.preferences, Gazetteer.load())
    window.resize(1280, 800)
    window.show()
    stage.grab(window, "alone")
    window.map.stop()
    window.hide()
    page = AskPage(stage.alone)
    for name, width in (("", 1220), ("-narrow", 480)):
        page.resize(width, 748)
        page.show()
        stage.grab(page, f"alone-ask{name}")
    page.hide()


def pin(stage: Stage) -> None:
    """Draw: a place that is being moved on the map."""
    window = stage.shell.window
    window.resize(1280, 800)
    window.show()
    place = next(p for p in stage.people.places if p.name == "Acme")
    window.map.show_spot(place.lat or 0, place.lon or 0)
    stage.settle()
    window.map.pin.begin(place)
    stage.settle()
    stage.grab(window, "pin")
    window.map.pin.end()
    window.hide()


def matrix(*teams: int) -> Callable[[Stage], None]:
    """Draw teams of these sizes at all widths and levels."""
    return lambda stage: stage.matrix.draw(teams, stage.suffix)


ACTS: dict[str, Callable[[Stage], None]] = {
    "window": window,
    "narrow": narrow,
    "tabs": narrow_tabs,
    "find": finding,
    "floor": floor,
    "town": towns_only,
    "planned": planned,
    "alone": alone_window,
    "pin": pin,
    "matrix": matrix(*TEAMS),
    **{f"matrix-{people}": matrix(people) for people in TEAMS},
}
