"""What is asked of the node to save a drawing."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from presencemap.app.commands import KEEP, AddPlace, EditPlace, SetFloorPlan
from presencemap.domain.errors import Refused
from presencemap.domain.floor_plan import Image, Shape
from presencemap.domain.place import Place, PlaceKind
from presencemap.ui.floor.drawing import Drawing, Drawn
from presencemap.ui.floor.saving import Saving

ROOM = Drawn("new-1", "Schelde", PlaceKind.ROOM, ((0, 0), (400, 200)))
DESK = Drawn("new-2", "D3", PlaceKind.DESK, ((100, 100), (160, 140)))
FREE = Drawn("new-3", "D4", PlaceKind.DESK, ((700, 500), (760, 540)))
KNOWN = Drawn("leie", "Leie", PlaceKind.ROOM, ((500, 0), (800, 200)))


class Saved:
    def __init__(self, housed: Any) -> None:
        self.node = housed.node
        self.done = 0
        self.errors: list[Exception] = []
        self.saving = Saving(housed.team, "two", self.count, self.errors.append)

    def count(self) -> None:
        self.done += 1

    def save(self, *shapes: Drawn, picture: Path | Image | None = None) -> list[Any]:
        self.node.posted.clear()
        self.saving.save(Drawing(800, 600, picture, shapes))
        for _ in range(20):
            QApplication.processEvents()
        return list(self.node.posted)


@pytest.fixture
def saved(housed: Any, monkeypatch: pytest.MonkeyPatch) -> Saved:
    made = Saved(housed)

    def obeyed(command: Any) -> object:
        if isinstance(command, AddPlace):
            return Place(f"made {command.name}", command.name, command.kind, command.parent)
        return Place(command.place, "x", PlaceKind.ROOM)

    monkeypatch.setattr(housed.node, "_obey", obeyed)
    return made


def test_rooms_are_made_first_then_desks_in_them_then_one_plan(saved: Saved) -> None:
    assert saved.save(DESK, FREE, ROOM, KNOWN) == [
        AddPlace("Schelde", PlaceKind.ROOM, "two"),
        AddPlace("D3", PlaceKind.DESK, "made Schelde"),
        AddPlace("D4", PlaceKind.DESK, "two"),
        SetFloorPlan(
            "two",
            None,
            (
                Shape("made D3", DESK.points),
                Shape("made D4", FREE.points),
                Shape("made Schelde", ROOM.points),
                Shape("leie", KNOWN.points),
            ),
            (800, 600),
        ),
    ]
    assert (saved.done, saved.errors) == (1, [])


def test_a_place_with_another_name_is_renamed(saved: Saved) -> None:
    renamed = Drawn("leie", "Lys", PlaceKind.ROOM, KNOWN.points)
    assert saved.save(renamed)[0] == EditPlace("leie", name="Lys")
    # The tree hasn't heard of it yet: it isn't asked for again, but another name is.
    assert len(saved.save(renamed)) == 1
    assert saved.save(KNOWN)[0] == EditPlace("leie", name="Leie")


def test_what_is_not_on_the_plan_is_left_alone(saved: Saved) -> None:
    (plan,) = saved.save(Drawn("leie", "Lys", PlaceKind.ROOM))
    assert plan == SetFloorPlan("two", None, (), (800, 600))


def test_the_picture_stays_or_is_the_one_brought_in(saved: Saved) -> None:
    (kept,) = saved.save(picture=Image("1" * 64, 7))
    assert kept.picture is KEEP
    (fresh,) = saved.save(picture=Path("plan.png"))
    assert fresh.picture == Path("plan.png")


def test_a_second_try_makes_no_doubles(saved: Saved) -> None:
    saved.save(ROOM)
    saved.node.error = Refused("Sharing is paused.")
    assert len(saved.save(ROOM)) == 1
    assert [str(error) for error in saved.errors] == ["Sharing is paused."]
    saved.node.error = None
    assert [type(command) for command in saved.save(ROOM)] == [SetFloorPlan]
