"""An office with three floors: one with a plan, one without, one that is empty."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from types import ModuleType
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from presencemap.app.notices import FloorPlansChanged, PlacesChanged, RosterChanged
from presencemap.domain.floor_plan import FloorPlan, Shape
from presencemap.domain.place import Place, PlaceKind, PlaceTree
from presencemap.domain.roster import Card
from presencemap.ui.floor.scene import FloorScene, floor_scene

OFFICE = (
    Place("site", "Gent office", PlaceKind.OFFICE, None, 51.05, 3.72, "Gent"),
    Place("two", "Floor 2", PlaceKind.FLOOR, "site"),
    Place("one", "Floor 1", PlaceKind.FLOOR, "site"),
    Place("ground", "Ground floor", PlaceKind.FLOOR, "site"),
    Place("atelier", "Atelier", PlaceKind.ROOM, "two"),
    Place("leie", "Leie", PlaceKind.ROOM, "two"),
    Place("d16", "D16", PlaceKind.DESK, "atelier"),
    Place("d2", "D2", PlaceKind.DESK, "atelier"),
    Place("x1", "X1", PlaceKind.DESK, "two"),
    Place("dender", "Dender", PlaceKind.ROOM, "one"),
    Place("acme", "Acme", PlaceKind.CLIENT, None, 51.0, 3.7, "Gent"),
)
SHAPES = (
    Shape("atelier", ((0, 200), (800, 600))),
    Shape("leie", ((0, 0), (400, 200))),
    Shape("d2", ((300, 300), (400, 360))),
    Shape("d16", ((500, 300), (600, 360))),
)
PLAN = FloorPlan("two", 800, 600, None, SHAPES)


@dataclass
class Building:
    """The office with its people: me at Acme, six on the second floor, one below."""

    cards: tuple[Card, ...]
    now: int
    places: PlaceTree = field(default_factory=lambda: PlaceTree(OFFICE))
    plans: tuple[FloorPlan, ...] = (PLAN,)

    def scene(self, floor: str = "two", **changed: Any) -> FloorScene:
        said = {"places": self.places, "plans": self.plans, "cards": self.cards, **changed}
        found = floor_scene(said["places"], said["plans"], said["cards"], floor, self.now)
        assert found is not None
        return found

    def at(self, number: int, place: str | None) -> "Building":
        """The same with a person somewhere else."""
        cards = list(self.cards)
        status = cards[number].status
        assert status is not None
        cards[number] = replace(cards[number], status=replace(status, place=place))
        return replace(self, cards=tuple(cards))


@pytest.fixture
def building(factories: ModuleType) -> Building:
    seats = ("leie", "leie", "d2", "atelier", "two", "x1", "dender")
    cards = [factories.card(0, "Sofie Vermeulen", place="acme", me=True)]
    cards += [
        factories.card(n, factories.NAMES[n], place=seat) for n, seat in enumerate(seats, start=1)
    ]
    return Building(tuple(cards), factories.NOW)


@pytest.fixture
def housed(stage: Any, building: Building) -> Any:
    """The stage of a window whose team knows the office."""
    tell: Callable[[object], None] = stage.team.take
    tell(PlacesChanged(building.places))
    tell(RosterChanged(building.cards, tuple(c.person.id for c in stage.cards[8:])))
    tell(FloorPlansChanged(building.plans))
    return stage


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[Any], Any]:
    """Show a widget of 900 x 700 px."""

    def show(widget: Any) -> Any:
        qtbot.addWidget(widget)
        widget.resize(900, 700)
        widget.show()
        qtbot.waitExposed(widget)
        return widget

    return show
