"""Floor plans as an opened team draws them."""

from pathlib import Path

import pytest

from presencemap.app.commands import KEEP, AddPlace, Command, SetFloorPlan, ShowPicture
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.domain.errors import InvalidInput, NotFound, PictureTooLarge
from presencemap.domain.floor_plan import DRAWN, FloorPlan, Shape
from presencemap.domain.place import Place, PlaceKind
from presencemap.protocol.floors import image_of
from tests.app.test_pictures import png


class Office:
    """A floor with a room and a desk, and another floor."""

    def __init__(self, desk: StoreDesk) -> None:
        self.desk = desk
        self.site = self.add("Gent", PlaceKind.OFFICE)
        self.floor = self.add("2", PlaceKind.FLOOR, self.site)
        self.other = self.add("3", PlaceKind.FLOOR, self.site)
        self.room = self.add("Leie", PlaceKind.ROOM, self.floor)
        self.seat = self.add("D1", PlaceKind.DESK, self.room)

    def add(self, name: str, kind: PlaceKind, parent: str | None = None) -> str:
        place = self.desk.obey(AddPlace(name, kind, parent))
        assert isinstance(place, Place)
        return place.id

    def draw(self, command: Command) -> FloorPlan:
        plan = self.desk.obey(command)
        assert isinstance(plan, FloorPlan)
        assert self.desk.team.endpoint.floors.plan(self.floor) == plan
        return plan


@pytest.fixture
def office(anna: ProfilePaths) -> Office:
    with StoreDesk(anna) as desk:
        yield Office(desk)  # type: ignore[misc]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "plan.png"
    path.write_bytes(png(800, 600))
    return path


def test_a_plan_is_drawn_with_its_picture_and_shown(office: Office, file: Path) -> None:
    shapes = (Shape(office.room, ((0, 0), (800, 600))), Shape(office.seat, ((5, 5), (9, 9))))
    plan = office.draw(SetFloorPlan(office.floor, file, shapes))
    image = image_of(file.read_bytes())
    assert plan == FloorPlan(office.floor, 800, 600, image, shapes)
    assert office.desk.obey(ShowPicture(image.hash)) == file.read_bytes()
    assert office.desk.obey(ShowPicture("0" * 64)) == b""


def test_rooms_stay_where_they_were_on_another_picture(office: Office, file: Path) -> None:
    office.draw(SetFloorPlan(office.floor, file, (Shape(office.room, ((8, 6), (80, 60))),)))
    file.write_bytes(png(1600, 300))
    assert office.draw(SetFloorPlan(office.floor, file)).shapes == (
        Shape(office.room, ((16, 3), (160, 30))),
    )


def test_the_picture_stays_when_rooms_are_drawn(office: Office, file: Path) -> None:
    before = office.draw(SetFloorPlan(office.floor, file))
    after = office.draw(SetFloorPlan(office.floor, KEEP, (Shape(office.room, ((0, 0), (9, 9))),)))
    assert (after.image, len(after.shapes)) == (before.image, 1)


def test_a_plan_needs_no_picture(office: Office) -> None:
    shapes = (Shape(office.room, ((0, 0), (900, 700))),)
    assert office.draw(SetFloorPlan(office.floor, None, shapes)).width == DRAWN[0]
    assert office.draw(SetFloorPlan(office.floor, None, shapes, (1000, 700))).height == 700


def test_a_plan_is_taken_away(office: Office, file: Path) -> None:
    office.draw(SetFloorPlan(office.floor, file))
    assert not office.draw(SetFloorPlan(office.floor, None, ()))
    assert office.desk.team.endpoint.floors.plans() == ()


def test_only_floors_have_one(office: Office) -> None:
    for place in (office.site, office.room, "0" * 32):
        with pytest.raises(InvalidInput, match="belongs to a floor"):
            office.desk.obey(SetFloorPlan(place))


def test_a_hostile_picture_changes_nothing(office: Office, file: Path) -> None:
    file.write_bytes(png(50_000, 50_000))
    with pytest.raises(PictureTooLarge, match="50000 by 50000"):
        office.desk.obey(SetFloorPlan(office.floor, file))
    assert office.desk.team.endpoint.floors.plan(office.floor) is None


@pytest.mark.parametrize(
    ("points", "sentence"),
    [
        (((0, 0),), "corners"),
        (((0, 0),) * 17, "corners"),
        (((0, 0), (801, 9)), "outside"),
        (((0, 0), (9, -1)), "outside"),
    ],
)
def test_shapes_have_bounds(office: Office, points: object, sentence: str) -> None:
    shape = Shape(office.room, points)  # type: ignore[arg-type]
    with pytest.raises(InvalidInput, match=sentence):
        office.desk.obey(SetFloorPlan(office.floor, None, (shape,), (800, 600)))


def test_shapes_are_as_many_as_fit_on_a_plan_that_fits(office: Office) -> None:
    shape = Shape(office.room, ((0, 0), (9, 9)))
    with pytest.raises(InvalidInput, match="120 rooms"):
        office.desk.obey(SetFloorPlan(office.floor, None, (shape,) * 121))
    with pytest.raises(InvalidInput, match="8000"):
        office.desk.obey(SetFloorPlan(office.floor, None, (shape,), (8_001, 9)))


def test_shapes_are_places_of_that_floor(office: Office) -> None:
    for place in (office.floor, office.site, "0" * 32):
        with pytest.raises(NotFound, match="isn't a place of this floor"):
            office.desk.obey(SetFloorPlan(office.floor, None, (Shape(place, ((0, 0), (9, 9))),)))
    shape = Shape(office.room, ((0, 0), (9, 9)))
    with pytest.raises(NotFound):
        office.desk.obey(SetFloorPlan(office.other, None, (shape,)))
