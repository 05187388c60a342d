"""The anatomy of plates and bubbles, measured and looked at."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from presencemap.domain.availability import Availability
from presencemap.ui.map import bubbles
from presencemap.ui.map.layout import Form
from presencemap.ui.map.plates import FACE, SHOWN, STEP, TAIL, Plate, PlateSprites
from presencemap.ui.map.scene import Face
from presencemap.ui.painting.avatar import tint_index
from presencemap.ui.theme import Appearance, Scheme, theme

PEOPLE = tuple(
    Face(f"{number:08x}" * 8, f"Person {number}", "PN", Availability.AVAILABLE)
    for number in range(9)
)


def plate(people: int = 2, form: Form = Form.PLATE, **more: object) -> Plate:
    return replace(Plate(form, "Acme", PEOPLE[:people], people), **more)  # type: ignore[arg-type]


def painted(sprites: PlateSprites, shown: Plate, scale: float = 1.0) -> QImage:
    image = QImage(round(300 * scale), round(200 * scale), QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(scale)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    sprites.paint(painter, shown, QPointF(50, 50), scale)
    painter.end()
    return image


@pytest.fixture
def sprites(look: Appearance) -> PlateSprites:
    return PlateSprites(look.theme)


def test_the_tip_of_the_tail_is_the_exact_point(sprites: PlateSprites) -> None:
    shown = plate()
    shape = sprites.shape(shown)
    image = painted(sprites, shown)
    tip = (round(50 + shape.point_x), round(50 + shape.point_y))
    assert image.pixelColor(tip[0], tip[1] - 3).alpha() == 255
    assert image.pixelColor(tip[0], tip[1] + 2).alpha() < 60
    assert shape.h - sprites.body(shown).height() == TAIL


def test_at_most_four_faces_then_a_number(sprites: PlateSprites) -> None:
    faces = [face for face, _ in sprites.face_boxes(plate(9))]
    assert faces == list(PEOPLE[:SHOWN])
    assert sprites.shape(plate(9)).w > sprites.shape(plate(4)).w
    boxes = [box for _, box in sprites.face_boxes(plate(9))]
    assert boxes[1].x() - boxes[0].x() == STEP
    assert boxes[0].width() == FACE
    body = sprites.body(plate(9))
    assert all(body.contains(box) for box in boxes)


def test_selection_changes_the_border_and_no_size(sprites: PlateSprites) -> None:
    accent = sprites.theme.colour("accent")
    chosen = plate(selected=True)
    assert sprites.shape(chosen) == sprites.shape(plate())
    edge = sprites.body(chosen).center().toPoint()
    left = 50 + round(sprites.body(chosen).x())
    assert painted(sprites, chosen).pixelColor(left, 50 + edge.y()) == accent
    assert painted(sprites, plate()).pixelColor(left, 50 + edge.y()) != accent


def test_stale_has_no_tail_no_shadow_and_dashes(sprites: PlateSprites) -> None:
    old = plate(1, stale=True, faces=(replace(PEOPLE[0], stale=True, availability=None),))
    shape, body = sprites.shape(old), sprites.body(old)
    image = painted(sprites, old)
    edge = [image.pixelColor(50 + x, 50).lightness() for x in range(14, round(body.width()) - 14)]
    assert max(edge) - min(edge) > 40
    assert image.pixelColor(round(50 + shape.point_x), 50 + round(body.height()) + 3).alpha() == 0


def test_who_does_not_match_fades_and_a_place_without_match_keeps_its_name(
    sprites: PlateSprites,
) -> None:
    one = plate(lit=frozenset({PEOPLE[0].person}))
    assert len(one.shown) == 2
    assert painted(sprites, one) != painted(sprites, plate())
    none = plate(lit=frozenset(), nobody=True)
    assert sprites.face_boxes(none) == []
    assert sprites.shape(none) == sprites.shape(plate())
    assert sprites.body(none).height() < sprites.body(plate()).height()
    assert sprites.body(none).bottom() == sprites.body(plate()).bottom()


def test_a_bubble_shows_the_share_that_is_available(sprites: PlateSprites) -> None:
    free = sprites.theme.colour("avFree")

    def green(shown: Plate) -> int:
        image = painted(sprites, shown)
        return sum(image.pixelColor(x, y) == free for x in range(40, 160) for y in range(40, 90))

    none, half, full = (
        green(replace(plate(8, Form.BUBBLE, free=free), faces=())) for free in (0, 4, 8)
    )
    assert none == 0
    assert half == pytest.approx(full / 2, rel=0.15)
    with_faces = green(plate(8, Form.BUBBLE, free=8))
    assert with_faces > 0.9 * full, "the faces leave the gauge free"


def test_a_bubble_shows_three_faces_and_the_foremost_over_the_others(
    sprites: PlateSprites,
) -> None:
    shown = plate(9, Form.BUBBLE)
    assert shown.shown == PEOPLE[:3]
    image = painted(sprites, shown)
    corner = QPointF(50, 50)
    for number, seat in enumerate(bubbles.seats(bubbles.disc(sprites.body(shown)))):
        ground, _ = sprites.theme.tint(tint_index(PEOPLE[number].person))
        below = (seat.translated(corner).center() + QPointF(0, 8)).toPoint()
        assert image.pixelColor(below) == ground, f"the face of person {number}"
    assert sprites.body(shown).bottom() < sprites.shape(shown).h, "the caption is below them"
    assert sprites.face_boxes(shown) == [], "it is clicked as a whole"


def test_a_bubble_fades_whom_the_filter_does_not_want(sprites: PlateSprites) -> None:
    shown = plate(9, Form.BUBBLE)
    some = replace(shown, lit=frozenset({PEOPLE[1].person}))
    assert painted(sprites, some) != painted(sprites, shown)
    nobody = replace(shown, lit=frozenset(), nobody=True)
    assert nobody.shown == ()
    assert sprites.shape(nobody) == sprites.shape(shown)


def test_a_long_number_stays_inside_its_gauge(sprites: PlateSprites) -> None:
    """Where the gauge is, 10,000 leaves the same pixels as one digit."""
    one, many = (
        painted(sprites, replace(plate(9, Form.BUBBLE), count=count, faces=()))
        for count in (9, 8888)
    )
    disc = bubbles.disc(sprites.body(plate(9, Form.BUBBLE))).translated(50, 50)
    row = round(bubbles.middle(disc))
    rim = [*range(round(disc.left()), round(disc.left()) + 7)]
    rim += [2 * round(disc.center().x()) - x for x in rim]
    for y in range(row - 6, row + 7):
        assert [one.pixelColor(x, y) for x in rim] == [many.pixelColor(x, y) for x in rim]


def test_the_life_buoy_takes_room_of_its_own(sprites: PlateSprites) -> None:
    plain, helps = sprites.shape(plate()), sprites.shape(plate(helps=True))
    assert helps.w > plain.w
    assert helps.h > plain.h
    struggle = sprites.theme.colour("struggle")
    image = painted(sprites, plate(helps=True))
    around = [image.pixelColor(x, y) for x in range(45, 75) for y in range(45, 75)]
    assert struggle in around
    assert struggle not in [
        painted(sprites, plate()).pixelColor(x, y) for x in range(45, 75) for y in range(45, 75)
    ]
    nobody = painted(sprites, plate(helps=True, lit=frozenset(), nobody=True))
    inked = (nobody.pixelColor(x, y) for x in range(200) for y in range(120))
    assert struggle not in inked, "a caption alone has its letters whole"


def test_a_long_name_is_elided(sprites: PlateSprites) -> None:
    assert sprites.shape(plate(caption="Acme " * 40)).w < 200


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("scheme", list(Scheme))
def test_sprites_are_drawn_once(qapp: object, scale: float, scheme: Scheme) -> None:
    sprites = PlateSprites(theme(scheme))
    first = painted(sprites, plate(), scale)
    assert first == painted(sprites, plate(), scale)
    assert len(sprites._cache) == 1
    ground = sprites.theme.colour("surface")
    inside = first.pixelColor(round((50 + 6) * scale), round((50 + 30) * scale))
    assert inside == QColor(ground)


def test_text_at_twice_the_size_makes_bigger_plates(qapp: object) -> None:
    small = PlateSprites(theme(Scheme.LIGHT)).shape(plate())
    big = PlateSprites(theme(Scheme.LIGHT, text_scale=2.0)).shape(plate())
    assert big.h > small.h


def test_a_planned_plate_is_dashed_points_and_has_no_badges(sprites: PlateSprites) -> None:
    planned = tuple(replace(face, availability=None, planned=True) for face in PEOPLE[:2])
    shown = replace(plate(), faces=planned, planned=True)
    assert sprites.shape(shown) == sprites.shape(plate()), "it takes the same room"
    image = painted(sprites, shown)
    body = sprites.body(shown).translated(50, 50)
    edge = [image.pixelColor(round(body.left()), y) for y in range(70, round(body.bottom()) - 14)]
    blue = [colour.blue() - colour.red() > 60 for colour in edge]
    assert any(blue)
    assert not all(blue), "dashes"
    tip = round(body.bottom()) + TAIL - 2
    assert image.pixelColor(round(body.center().x()), tip).alpha() > 0
    bubble = painted(sprites, replace(shown, form=Form.BUBBLE))
    assert bubble != painted(sprites, plate(form=Form.BUBBLE))
    assert painted(sprites, replace(shown, selected=True)) != image


def test_guests_take_room_between_the_number_and_the_end(sprites: PlateSprites) -> None:
    alone = plate(1, caption="Rabelink Bank", ending="→ 13:24")
    hosts = replace(alone, guests=2)
    assert sprites.shape(hosts).w > sprites.shape(alone).w + 15
    assert sprites.shape(hosts).h == sprites.shape(alone).h
    assert painted(sprites, hosts) != painted(sprites, replace(hosts, guests=3))


@pytest.mark.parametrize(
    ("people", "name"), [(1, "Utrecht, 2 places"), (2, "Antwerpen, 2 places"), (4, "Kade")]
)
def test_until_when_stands_where_it_makes_a_plate_no_wider(
    sprites: PlateSprites, people: int, name: str
) -> None:
    bare = plate(people, caption=name)
    ends = replace(bare, ending="→ 13:24")
    assert sprites.shape(ends) == sprites.shape(bare)
    assert painted(sprites, ends) != painted(sprites, replace(ends, ending="→ 13:25"))


def test_until_when_takes_the_least_room_where_there_is_none(sprites: PlateSprites) -> None:
    bare, ends = plate(1), plate(1, ending="→ 13:24")
    ((_, face),) = sprites.face_boxes(ends)
    body = sprites.body(ends)
    assert sprites.shape(bare).w < sprites.shape(ends).w < sprites.shape(bare).w + 45
    assert face.left() - body.left() < body.right() - face.right() - 40, "it is beside the face"
    many = plate(9, caption="Gent office")
    assert sprites.shape(replace(many, ending="→ 13:24")).w < sprites.shape(many).w + 45
