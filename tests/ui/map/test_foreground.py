"""What stands where, and what is under a point."""

from dataclasses import replace
from types import ModuleType

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from presencemap.domain.place import Place, PlaceKind, PlaceTree
from presencemap.ui.map.crowd import scene_of
from presencemap.ui.map.foreground import Foreground, px_per_10km
from presencemap.ui.map.layout import Form
from presencemap.ui.map.projection import View
from presencemap.ui.map.scene import place_in_row
from presencemap.ui.theme import Appearance

VIEW = View(51.5, 4.5, 8.0, 920, 722)


@pytest.fixture
def shown(look: Appearance, factories: ModuleType) -> Foreground:
    team = factories.team(43)
    foreground = Foreground(look.theme)
    foreground.set_scene(scene_of(team.cards, team.places, team.now), team.now)
    foreground.lay_out(VIEW)
    return foreground


def test_every_person_is_on_exactly_one_plate(shown: Foreground) -> None:
    people = [face.person for item in shown.items for face in item.faces]
    expected = [face.person for spot in shown.scene.spots for face in spot.faces]
    assert sorted(people) == sorted(expected)


def test_a_tail_stays_on_its_point_while_the_map_moves_and_zooms(shown: Foreground) -> None:
    item = next(i for i in shown.items if i.placed.form is Form.PLATE and not i.placed.leads)
    spot = item.spots[0]
    for view in (VIEW, VIEW.panned(37, -55), VIEW.zoomed_at(1.7, 100, 100)):
        box = shown.box(item, view)
        x, y = view.to_screen(spot.lat, spot.lon)
        assert (box.x + box.w - (box.w / 2), box.y + box.h) == pytest.approx((x, y), abs=6)


def test_a_face_and_its_plate_are_found_under_the_pointer(shown: Foreground) -> None:
    item = next(i for i in shown.items if len(i.faces) > 1 and i.placed.form is Form.PLATE)
    body = shown.body(item, VIEW)
    found, face = shown.at(QPointF(body.center().x(), body.bottom() - 6), VIEW)
    assert (found, face) == (item, None)
    at_face = [
        shown.at(QPointF(x, body.y() + 18), VIEW)[1]
        for x in range(round(body.x()), round(body.right()))
    ]
    seen = list(dict.fromkeys(f.person for f in at_face if f))
    assert seen == [f.person for f in item.faces[:4]]
    assert shown.at(QPointF(-50, -50), VIEW) == (None, None)


def test_selecting_marks_the_plate_and_moves_nothing(shown: Foreground) -> None:
    before = [item.placed for item in shown.items]
    item = max(shown.items, key=lambda i: len(i.faces))
    last = item.faces[-1].person
    shown.mark(None, last)
    chosen = shown.item_of(person=last)
    assert chosen is not None
    assert chosen.plate.selected
    assert chosen.faces[0].person == last
    assert [i.placed for i in shown.items] == before
    assert sum(i.plate.selected for i in shown.items) == 1


def test_a_merged_item_parts_at_its_splitting_zoom(shown: Foreground) -> None:
    far = View(51.5, 4.5, 6.0, 920, 722)
    shown.lay_out(far)
    cluster = max(shown.items, key=lambda item: len(item.spots))
    assert cluster.merged
    zoom = shown.splitting_zoom(cluster, far)
    assert zoom is not None
    shown.lay_out(View(51.5, 4.5, zoom, 920, 722))
    assert len({shown.item_of(place=spot.id).key for spot in cluster.spots}) > 1  # type: ignore[union-attr]


def test_places_at_one_address_never_part(look: Appearance, factories: ModuleType) -> None:
    twins = PlaceTree(
        Place(key, key, PlaceKind.CLIENT, None, 51.0, 4.0, "Gent") for key in ("gent", "acme")
    )
    cards = [factories.card(1, "Ann", place="gent"), factories.card(2, "Bo", place="acme")]
    foreground = Foreground(look.theme)
    foreground.set_scene(scene_of(cards, twins, factories.NOW), factories.NOW)
    foreground.lay_out(VIEW)
    (item,) = foreground.items
    assert item.merged
    assert foreground.splitting_zoom(item, VIEW) is None
    assert foreground.caption_of(item) == "Gent, 2 places"


def test_a_filter_that_nobody_at_a_place_passes_leaves_its_name(shown: Foreground) -> None:
    shown.mark(frozenset())
    assert all(item.plate.shown == () for item in shown.items)
    image = QImage(920, 722, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    shown.paint(painter, VIEW, 1.0)
    painter.end()
    item = shown.items[0]
    top = shown.box(item, VIEW)
    assert image.pixelColor(round(top.x + top.w / 2), round(top.y + 4)).alpha() < 40


def test_the_scale(qapp: object) -> None:
    assert px_per_10km(0.0, 8.0) == pytest.approx(256 * 256 * 10 / 40_075.017)
    assert px_per_10km(60.0, 8.0) == pytest.approx(2 * px_per_10km(0.0, 8.0))


def test_a_bubble_says_its_town_for_the_ground_too(shown: Foreground) -> None:
    shown.lay_out(View(51.5, 4.5, 6.2, 920, 722))
    bubbles = [item for item in shown.items if item.is_bubble]
    assert bubbles
    assert shown.towns_said() == {item.spots[0].city for item in bubbles}
    several = [item for item in bubbles if len({spot.city for spot in item.spots}) > 1]
    assert several
    assert all(item.plate.caption.startswith(f"{item.spots[0].city} +") for item in several)
    assert not shown.towns_said() & {item.plate.caption for item in shown.items if not item.merged}


def test_a_plate_that_is_named_after_a_town_says_it_for_the_ground_too(
    look: Appearance, factories: ModuleType
) -> None:
    team = factories.team(12)
    shown = Foreground(look.theme)
    shown.set_scene(scene_of(team.cards, team.places, team.now), team.now)
    shown.lay_out(View(51.5, 4.5, 9.0, 920, 722))
    assert "Gent, 2 places" in {item.plate.caption for item in shown.items if not item.is_bubble}
    assert shown.towns_said() == {"Gent"}


def test_a_bubble_shows_three_of_its_people_and_how_many_are_free(shown: Foreground) -> None:
    shown.lay_out(View(51.5, 4.5, 6.2, 920, 722))
    bubble = next(item for item in shown.items if item.is_bubble)
    everybody = [face for spot in bubble.spots for face in spot.faces]
    assert bubble.plate.free == sum(face.free for face in everybody) > 0
    assert bubble.plate.shown == tuple(sorted(everybody, key=place_in_row))[:3]
    last = bubble.faces[-1].person
    shown.mark(None, person=last)
    marked = next(item for item in shown.items if item.key == bubble.key)
    assert marked.plate.shown[0].person == last, "who is chosen is seen"
    assert marked.plate.free == bubble.plate.free


def test_a_town_is_an_area_without_a_point(look: Appearance, factories: ModuleType) -> None:
    people = factories.team(2)
    other = next(card for card in people.cards if not card.me)

    def drawn(place: str) -> tuple[QImage, Foreground, View]:
        status = replace(other.status, place=place)
        cards = [replace(other, status=status)]
        shown = Foreground(look.theme)
        shown.set_scene(scene_of(cards, people.places, people.now), people.now)
        view = View(51.05, 3.72, 10.0, 400, 300)
        shown.lay_out(view)
        image = QImage(400, 300, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFF)
        painter = QPainter(image)
        shown.paint(painter, view, 1.0)
        painter.end()
        return image, shown, view

    image, shown, _ = drawn(Place.in_town("Gent", 51.05, 3.72).id)
    (item,) = shown.items
    assert not item.plate.tail
    assert shown.caption_of(item) == "Somewhere in Gent"
    assert shown.towns_said() == {"Gent"}
    radius = round(px_per_10km(51.05, 10.0) * 0.4)
    middle = image.pixelColor(200, 150)
    assert middle != QColor("white")
    below = [image.pixelColor(200, 150 + step) != QColor("white") for step in range(radius + 8)]
    assert all(below[: radius - 2])
    assert not any(below[radius + 2 :])


def test_whom_the_filter_keeps_has_a_face_however_many_are_there(shown: Foreground) -> None:
    item = max(shown.items, key=lambda each: len(each.faces))
    last = item.faces[-1].person
    assert last not in {face.person for face in item.plate.shown}
    shown.mark(frozenset({last}))
    (found,) = (each for each in shown.items if each.key == item.key)
    assert found.plate.shown[0].person == last
