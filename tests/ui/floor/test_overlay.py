"""What lies over a floor: nothing covers a control, at any width."""

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from presencemap.ui.floor.overlay import Overlay
from presencemap.ui.floor.roughly import Roughly
from presencemap.ui.map.layout import Rect
from presencemap.ui.theme import Appearance, appearance

HEIGHT = 560
LEAST = 311
"""Px of a floor in a window of 720, beside the list."""


class Stage:
    """An overlay over nothing, about the second floor."""

    def __init__(self, parent: QWidget, building: Any) -> None:
        self.parent, self.building = parent, building
        self.least = appearance().theme.px(LEAST)
        self.overlay = Overlay(parent)
        scene = building.scene()
        self.overlay.breadcrumb.show_scene(scene)
        self.overlay.switch.show_levels(scene.levels, scene.floor)

    def boxes(self, width: int) -> dict[str, Rect]:
        self.parent.resize(width, HEIGHT)
        self.overlay.arrange()
        parts = ("lens", "breadcrumb", "tools", "filtered", "switch", "zoom", "pill")
        shown = {part: getattr(self.overlay, part) for part in parts}
        return {name: each.covered() for name, each in shown.items() if not each.isHidden()}


@pytest.fixture(params=[1.0])
def stage(
    request: pytest.FixtureRequest,
    building: Any,
    look: Appearance,
    shown: Callable[[Any], Any],
) -> Stage:
    # Controls are measured when they are made.
    look.set_text_scale(request.param)
    made = Stage(QWidget(), building)
    shown(made.parent)
    return made


OFFERS: dict[str, dict[str, Any]] = {
    "nothing": {},
    "a desk": {"seat": "d16"},
    "unseen": {"seat": "d16", "rough": Roughly("Gent office")},
    "mine": {"seat": "leie", "mine": True, "guests": 3},
}


@pytest.mark.parametrize("offer", OFFERS)
@pytest.mark.parametrize("stage", [1.0, 1.5], indirect=True)
def test_nothing_covers_a_control_at_any_width(stage: Stage, offer: str) -> None:
    said = dict(OFFERS[offer])
    seat = stage.building.scene().seat(said.pop("seat", None))
    stage.overlay.pill.offer(seat, "until 17:00", **said)
    for width in range(stage.least, 1600, 16):
        boxes = stage.boxes(width)
        assert len(boxes) == 6, "all are there, the lens too"
        inside = Rect(0, 0, width, HEIGHT)
        assert [name for name, box in boxes.items() if not inside.encloses(box)] == []
        pairs = combinations(boxes.items(), 2)
        assert [(a, b) for (a, one), (b, two) in pairs if one.meets(two)] == [], width


def test_whom_the_filter_keeps_has_a_row_of_its_own(stage: Stage) -> None:
    for width in (1280, 480, 360):
        stage.overlay.filtered.show_filter("")
        without, top = stage.boxes(width), stage.overlay.room.top
        stage.overlay.filtered.show_filter("Struggling")
        told = stage.boxes(width).pop("filtered")
        assert not any(told.meets(box) for box in stage.boxes(width).values() if box != told)
        assert set(without.values()) < set(stage.boxes(width).values())
        assert stage.overlay.room.top > top


def test_rows_are_as_few_as_there_is_room_for(stage: Stage) -> None:
    wide, narrow, least = stage.boxes(1000), stage.boxes(500), stage.boxes(320)
    assert wide["breadcrumb"].y == wide["lens"].y == wide["tools"].y
    assert narrow["breadcrumb"].y > narrow["lens"].y == narrow["tools"].y
    assert least["tools"].y > least["breadcrumb"].y > least["lens"].y


def test_the_room_is_clear_of_all_but_the_corner(stage: Stage) -> None:
    for width in (320, 500, 1000):
        boxes = stage.boxes(width)
        left, top, right, bottom = stage.overlay.room
        room = Rect(left, top, width - left - right, HEIGHT - top - bottom)
        assert [name for name, box in boxes.items() if box.meets(room)] in ([], ["zoom"])
        assert stage.overlay.corner.contains(*boxes["zoom"][:2])
    stage.overlay.switch.hide()
    stage.boxes(1000)
    assert stage.overlay.room.right < right


def test_the_floors_lie_below_where_width_is_dear(stage: Stage) -> None:
    beside, below = stage.boxes(1000)["switch"], stage.boxes(500)["switch"]
    assert beside.h > beside.w
    assert below.w > below.h
    assert stage.overlay.room.right < 1000 - beside.x
    buttons = [stage.overlay.switch.buttons[floor] for floor in ("ground", "one", "two")]
    assert [each.x() for each in buttons] == sorted(each.x() for each in buttons)
    assert buttons[2].isChecked()
    assert stage.boxes(1000)["switch"] == beside
    assert stage.overlay.switch.buttons["two"].isChecked()
    stage.boxes(500)
    with_floors = stage.overlay.room
    stage.overlay.switch.hide()
    stage.boxes(500)
    assert stage.overlay.room.bottom < with_floors.bottom
    # More floors than there is room for stand on each other.
    levels = stage.building.scene().levels
    many = tuple(replace(levels[0], floor=f"f{n}") for n in range(7))
    stage.overlay.switch.show_levels(many, "f3")
    assert stage.boxes(320)["switch"].h > 200


def test_in_a_list_the_pill_has_the_corner_too(stage: Stage) -> None:
    stage.overlay.pill.offer(
        stage.building.scene().seat("d16"), "until 17:00", rough=Roughly("Gent office")
    )
    beside = stage.boxes(320)["pill"]
    stage.overlay.zoom.hide()
    alone = stage.boxes(320)["pill"]
    assert alone.x < beside.x
    assert alone.h <= beside.h, "its words take fewer lines"
