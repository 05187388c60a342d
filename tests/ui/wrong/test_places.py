"""What the dialogs of places, floors and days are refused, in both languages."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest

from presencemap.app.clock import now_ms
from presencemap.app.commands import (
    AddPlace,
    Command,
    EditPlace,
    MergePlace,
    SetFloorPlan,
    SetHome,
    SetPlan,
    SetStatus,
)
from presencemap.app.gazetteer import Gazetteer
from presencemap.app.offline import StoreDesk
from presencemap.app.pictures import measured
from presencemap.domain.floor_plan import MAX_SHAPES, MAX_SIDE, Shape
from presencemap.domain.place import HOME, ROAD, Place, PlaceKind, spot_said
from presencemap.domain.plan import day_of
from tests.ui.wrong.conftest import Reading

AROUND = ((0, 0), (9, 9))


@dataclass
class Office:
    """An office with a floor, on which is a room; and another office."""

    desk: StoreDesk

    def __post_init__(self) -> None:
        self.site = self._add("Gent", PlaceKind.OFFICE)
        self.floor = self._add("2", PlaceKind.FLOOR, self.site)
        self.room = self._add("Leie", PlaceKind.ROOM, self.floor)
        self.other = self._add("Brugge", PlaceKind.OFFICE)

    def _add(self, name: str, kind: PlaceKind, parent: str | None = None) -> str:
        place = self.desk.obey(AddPlace(name, kind, parent))
        assert isinstance(place, Place)
        return place.id


@pytest.fixture
def office(desk: StoreDesk) -> Office:
    return Office(desk)


def day(ahead: int) -> date:
    return day_of(now_ms()) + timedelta(days=ahead)


def test_places(office: Office, read: Reading) -> None:
    asked: list[tuple[Command, str]] = [
        (AddPlace(" ", PlaceKind.OFFICE), "naam nodig"),
        (AddPlace("x" * 61, PlaceKind.OFFICE), "61 tekens"),
        (AddPlace("Acme", PlaceKind.CLIENT, lat=51.0), "allebei"),
        (AddPlace("Acme", PlaceKind.CLIENT, lat=91.0, lon=4.0), "±90"),
        (AddPlace("3", PlaceKind.FLOOR, "0" * 32), "waarin"),
        (AddPlace("Acme", PlaceKind.CLIENT, capacity=3), "ruimte"),
        (AddPlace("Acme", PlaceKind.ROOM, office.floor, capacity=0), "1 tot"),
        (EditPlace(office.floor, parent=office.room), "in zichzelf"),
        (EditPlace("0" * 32, name="x"), "Niemand kent"),
        (EditPlace(HOME.id, name="x"), "elk team"),
        (MergePlace(office.site, office.room), "geen van beide"),
        (MergePlace(office.site, ROAD.id), "elk team"),
        (SetHome("Nergenshuizen"), "“Nergenshuizen”"),
        (SetStatus(place="0" * 32), "Niemand kent"),
        (SetStatus(until=1), "voorbij"),
        (SetStatus(place=office.site, guests=1_000), "gasten"),
        (SetStatus(place=None, guests=2), "waar je bent"),
    ]
    for command, part in asked:
        _, dutch = read(partial(office.desk.obey, command))
        assert part in dutch


def test_spots_and_towns(read: Reading) -> None:
    assert "in graden" in read(lambda: spot_said("91, 4"))[1]
    assert "“Gnet”" in read(lambda: Gazetteer.load().resolve("Gnet"))[1]


def test_plans_of_floors(office: Office, read: Reading, tmp_path: Path) -> None:
    floor, room = office.floor, office.room
    far, many = (0, 0, 9, MAX_SIDE + 1), MAX_SHAPES + 1
    asked = [
        (SetFloorPlan(office.site), "verdieping"),
        (SetFloorPlan(floor, None, size=(MAX_SIDE + 1, 9)), f"{MAX_SIDE} bij"),
        (SetFloorPlan(floor, shapes=(Shape(room, AROUND),) * many), f"{MAX_SHAPES} ruimtes"),
        (SetFloorPlan(floor, shapes=(Shape(room, AROUND[:1]),)), "hoeken"),
        (SetFloorPlan(floor, shapes=(Shape(room, (far[:2], far[2:])),)), "buiten"),
        (SetFloorPlan(floor, shapes=(Shape(office.other, AROUND),)), "geen plek van"),
        (SetFloorPlan(floor, tmp_path), "geen map"),
        (SetFloorPlan(floor, tmp_path / "plan.png"), "plan.png"),
    ]
    for command, part in asked:
        _, dutch = read(partial(office.desk.obey, command))
        assert part in dutch


@pytest.mark.parametrize(
    ("data", "english", "dutch"),
    [
        (b"%PDF-1.7", "Save the plan as one of these", "Bewaar de plattegrond"),
        (b"<svg/>", "Save the plan as one of these", "Bewaar de plattegrond"),
        (b"\x89PNG\r\n\x1a\n", "whole copy", "volledige kopie"),
        (b"\xff\xd8\xff", "whole copy", "volledige kopie"),
    ],
)
def test_pictures(data: bytes, english: str, dutch: str, read: Reading) -> None:
    said = read(lambda: measured(data))
    assert english in said[0]
    assert dutch in said[1]


def test_days(desk: StoreDesk, read: Reading) -> None:
    asked = [
        (SetPlan(day(-1), day(1), text="x"), "voorbij"),
        (SetPlan(day(2), day(1), text="x"), "vóór"),
        (SetPlan(day(1), day(400), text="x"), "komende"),
        (SetPlan(day(1), day(1), place="0" * 32), "Niemand kent"),
    ]
    for command, part in asked:
        _, dutch = read(partial(desk.obey, command))
        assert part in dutch
