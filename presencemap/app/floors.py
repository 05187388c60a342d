"""What is asked about floor plans, done on an opened team: drawing one, and seeing its picture.

What a picture may be is ``pictures``'s to judge; where it is kept and fetched from, the protocol's.
"""

from presencemap.app.commands import KEEP, FloorCommand, SetFloorPlan, ShowPicture
from presencemap.app.pictures import measured, read_picture
from presencemap.domain.errors import InvalidInput, NotFound
from presencemap.domain.floor_plan import DRAWN, MAX_POINTS, MAX_SHAPES, MAX_SIDE, FloorPlan, Shape
from presencemap.domain.place import PlaceKind, PlaceTree
from presencemap.domain.wrong import Wrong
from presencemap.protocol.effects import Effect
from presencemap.protocol.endpoint import Endpoint
from presencemap.protocol.floors import image_of
from presencemap.store.records import Records


def obeyed(
    endpoint: Endpoint, records: Records, command: FloorCommand, now: int
) -> tuple[object, list[Effect]]:
    """(answer, effects) of a command about floor plans.

    Raises:
        UserError: it can't be done as asked; nothing was changed.
    """
    match command:
        case ShowPicture(hash=name):
            return records.blobs.whole(name), []
        case SetFloorPlan():
            return _set(endpoint, command, now)


def _set(endpoint: Endpoint, command: SetFloorPlan, now: int) -> tuple[FloorPlan, list[Effect]]:
    places = endpoint.replica.places()
    floor = places.get(command.place)
    if floor is None or floor.kind is not PlaceKind.FLOOR:
        raise InvalidInput(
            "A plan belongs to a floor; add one: presencemap place add --kind floor", Wrong.NO_FLOOR
        )
    before = endpoint.floors.plan(floor.id) or FloorPlan(floor.id, *DRAWN)
    data = None if command.picture in (None, KEEP) else read_picture(command.picture)
    image, width, height = before.image, before.width, before.height
    if data is not None:
        measure = measured(data)
        image, width, height = image_of(data), measure.width, measure.height
    elif command.picture is None:
        image, (width, height) = None, command.size or (width, height)
    shapes = _scaled(before, width, height) if command.shapes is KEEP else command.shapes
    _check(shapes, width, height, places, floor.id)
    plan = FloorPlan(floor.id, width, height, image, shapes)
    shared = endpoint.owner.put_floor_plan(plan, now)
    return plan, [*([] if data is None else [endpoint.floors.keep(data)]), *shared]


def _scaled(before: FloorPlan, width: int, height: int) -> tuple[Shape, ...]:
    """The shapes of a plan of another size, where they were on it."""
    across, down = width / before.width, height / before.height
    return tuple(
        Shape(s.place, tuple((round(x * across), round(y * down)) for x, y in s.points))
        for s in before.shapes
    )


def _check(
    shapes: tuple[Shape, ...], width: int, height: int, places: PlaceTree, floor: str
) -> None:
    """What colleagues' programs wouldn't take, and what nobody could find."""
    if not (0 < width <= MAX_SIDE and 0 < height <= MAX_SIDE):
        raise InvalidInput(
            f"A plan has at most {MAX_SIDE} by {MAX_SIDE} pixels.",
            Wrong.FLOOR_PLAN_SIZE,
            most=MAX_SIDE,
        )
    if len(shapes) > MAX_SHAPES:
        raise InvalidInput(
            f"At most {MAX_SHAPES} rooms and desks fit on a plan.",
            Wrong.SHAPES_FULL,
            most=MAX_SHAPES,
        )
    for shape in shapes:
        if not 2 <= len(shape.points) <= MAX_POINTS:
            raise InvalidInput(
                f"A room or desk has at most {MAX_POINTS} corners.",
                Wrong.SHAPE_CORNERS,
                most=MAX_POINTS,
            )
        if not all(0 <= x <= width and 0 <= y <= height for x, y in shape.points):
            raise InvalidInput("A room or desk lies outside of the plan.", Wrong.SHAPE_OUTSIDE)
        around = (place.id for place in places.ancestry(shape.place)[:-1])
        if floor not in around:
            raise NotFound(
                "A room or desk on the plan isn't a place of this floor; add it first.",
                Wrong.SHAPE_UNKNOWN,
            )
