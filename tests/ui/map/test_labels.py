"""Names keep out of each other's way and out of everything else's, and stay where they were."""

from collections.abc import Sequence
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from presencemap.ui.assets import load_fonts
from presencemap.ui.map.labels import MapLabels, PlacedLabel
from presencemap.ui.map.place_names import PlaceNames
from presencemap.ui.map.projection import View
from presencemap.ui.theme.tokens import Scheme, theme

REGION = View(51.6, 4.6, 8.3, 1280.0, 800.0)
COUNTRY = View(51.0, 5.0, 6.4, 1280.0, 800.0)
PLATES = [QRectF(60 + 170 * n, 80 + 90 * (n % 7), 130, 56) for n in range(7)]


@pytest.fixture
def labels(qtbot: QtBot) -> MapLabels:
    load_fonts()
    labels = MapLabels(theme(Scheme.LIGHT))
    labels.set_names(PlaceNames.load())
    return labels


def place(
    labels: MapLabels, view: View, occupied: Sequence[QRectF], said: frozenset[str] = frozenset()
) -> list[PlacedLabel]:
    """The names of a view, placed at once."""
    for _ in labels.placing(view, occupied, said):
        pass
    placed = labels.placed(view, occupied, said)
    assert placed is not None
    return placed


def texts(placed: list[PlacedLabel]) -> set[str]:
    return {label.text for label in placed}


def test_without_names_there_are_none(qtbot: QtBot) -> None:
    assert place(MapLabels(theme(Scheme.LIGHT)), REGION, ()) == []


@pytest.mark.parametrize("zoom", [2.0, 4.0, 5.5, 6.4, 7.5, 8.3, 9.5, 11.0, 13.0])
@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_no_name_overlaps_another_or_what_is_occupied(
    qtbot: QtBot, zoom: float, text_scale: float
) -> None:
    labels = MapLabels(theme(Scheme.LIGHT, text_scale=text_scale))
    labels.set_names(PlaceNames.load())
    placed = place(labels, View(51.2, 4.4, zoom, 1280.0, 800.0), PLATES)
    assert len(placed) >= 5
    for one, other in combinations(placed, 2):
        assert not one.box.intersects(other.box), (one, other)
    for label in placed:
        assert not any(label.box.intersects(plate) for plate in PLATES), label
        if label.anchor is not None:
            assert not any(plate.contains(label.anchor) for plate in PLATES), label


def test_the_large_towns_are_there(labels: MapLabels) -> None:
    assert {"Antwerpen", "Gent", "Brussel", "Rotterdam"} <= texts(place(labels, REGION, ()))
    assert {"Nederland", "België", "Amsterdam"} <= texts(place(labels, COUNTRY, ()))
    assert "Noordzee" in texts(place(labels, COUNTRY, ()))


def plate_over_gent(view: View) -> QRectF:
    x, y = view.to_screen(51.05, 3.7167)
    return QRectF(x - 40, y - 50, 80, 56)


def test_no_suburb_steps_in_for_a_town_under_a_plate(labels: MapLabels) -> None:
    view = View(51.05, 3.72, 9.5, 1280.0, 800.0)
    before = texts(place(labels, view, ()))
    after = texts(place(labels, view, [plate_over_gent(view)]))
    assert "Gent" in before
    assert "Gent" not in after
    assert after <= before


def test_a_wide_town_keeps_its_name_below_the_plate_in_its_middle(labels: MapLabels) -> None:
    view = View(51.05, 3.72, 12.0, 1280.0, 800.0)
    plate = plate_over_gent(view)
    before = texts(place(labels, view, ()))
    placed = place(labels, view, [plate])
    (gent,) = (label for label in placed if label.text == "Gent")
    assert gent.anchor is None, "its dot is hidden"
    assert 0 < gent.box.top() - plate.bottom() < 10
    assert texts(placed) <= before
    assert "Gent" in texts(labels.carry(view.panned(9, 4), [plate.translated(9, 4)]))
    under = QRectF(plate.x() - 80, plate.bottom() + 1, 240, 40)
    (gent,) = (each for each in place(labels, view, [plate, under]) if each.text == "Gent")
    assert gent.box.bottom() <= plate.top()
    covered = QRectF(0, 0, 1280, 800)
    assert place(labels, view, [covered]) == []


@pytest.mark.parametrize("width", [480.0, 920.0, 1280.0])
@pytest.mark.parametrize("zoom", [6.4, 7.0, 8.3, 9.0, 12.0])
def test_no_edge_cuts_a_name(labels: MapLabels, zoom: float, width: float) -> None:
    view = View(51.3, 4.6, zoom, width, 700.0)
    whole = QRectF(0, 0, width, 700)
    for step in range(0, 120, 15):
        aside = view.panned(step, step / 2)
        placed = place(labels, aside, PLATES)
        assert placed
        assert all(whole.contains(label.box) for label in placed)
        carried = labels.carry(aside.panned(7, 3), PLATES)
        assert all(whole.contains(label.box) for label in carried)


def test_a_name_that_the_edge_would_cut_comes_in(labels: MapLabels) -> None:
    """Beside its dot, or, of a country, as far as it takes."""
    x, _ = REGION.to_screen(51.2206, 4.4003)
    place(labels, REGION, ())
    at_the_edge = REGION.panned(1280 - 12 - x, 0)
    (town,) = (label for label in place(labels, at_the_edge, ()) if label.text == "Antwerpen")
    assert town.anchor is not None
    assert town.box.right() < town.anchor.x()
    (middle,) = (label for label in place(labels, COUNTRY, ()) if label.text == "België")
    away = 1280 - 20 - middle.box.center().x()
    (moved,) = (
        label for label in place(labels, COUNTRY.panned(away, 0), ()) if label.text == "België"
    )
    assert moved.box.right() == 1280 - 2
    assert "België" not in texts(place(labels, COUNTRY.panned(away + 40, 0), ()))


def test_a_name_stays_at_its_side_while_the_map_is_dragged(labels: MapLabels) -> None:
    first = {label.text: label for label in place(labels, REGION, ())}
    view = REGION
    for _ in range(12):
        view = view.panned(5.0, 3.0)
        for label in place(labels, view, ()):
            known = first.get(label.text)
            if known is None or known.anchor is None or label.anchor is None:
                continue
            if not QRectF(120, 60, 1040, 680).contains(label.anchor):
                continue  # An edge would cut it, or its neighbour.
            offset = label.box.topLeft() - label.anchor
            assert (offset - (known.box.topLeft() - known.anchor)).manhattanLength() < 0.01


def test_the_same_question_is_answered_from_memory(labels: MapLabels) -> None:
    placed = place(labels, REGION, PLATES)
    assert labels.placed(REGION, list(PLATES)) is placed
    assert labels.placed(REGION, PLATES[:-1]) is None
    assert labels.placed(COUNTRY, PLATES) is None


def test_until_all_are_placed_those_of_before_are_known(labels: MapLabels) -> None:
    before = place(labels, REGION, ())
    placing = labels.placing(REGION, PLATES)
    for _ in range(10):
        next(placing)
    assert labels.placed(REGION, ()) is before
    assert labels.placed(REGION, PLATES) is None
    assert len(list(placing)) > 10
    assert labels.placed(REGION, PLATES)


def test_names_are_painted_once_they_are_drawn(labels: MapLabels) -> None:
    placed = place(labels, REGION, ())
    image = QImage(1280, 800, QImage.Format.Format_RGB32)

    def painted() -> bool:
        image.fill(0xFFFFFF)
        painter = QPainter(image)
        done = labels.paint(painter, placed, 1.0)
        painter.end()
        return done

    assert not painted()
    bare = image.copy()
    steps = labels.drawing(placed, 1.0)
    next(steps)
    assert not painted()
    assert image != bare
    assert 0 < len(list(steps)) < len(placed)
    assert painted()
    for label in placed:
        box = label.box.toAlignedRect().intersected(image.rect())
        if box.width() > 20 and box.height() > 8:
            inked = image.copy(box)
            colours = {inked.pixel(x, y) for x in range(box.width()) for y in range(box.height())}
            assert len(colours) > 3, label


def test_carried_names_keep_their_place_by_their_town(labels: MapLabels) -> None:
    placed = {label.text: label for label in place(labels, REGION, PLATES)}
    view = REGION.zoomed_at(1.04, 300, 200).panned(9, -4)
    carried = labels.carry(view, PLATES)
    assert len(carried) > len(placed) / 2
    for label in carried:
        before = placed.get(label.text)
        if before is not None and before.anchor is not None and label.anchor is not None:
            offset = label.box.topLeft() - label.anchor
            assert (offset - (before.box.topLeft() - before.anchor)).manhattanLength() < 0.01


@pytest.mark.parametrize("factor", [0.6, 0.9, 1.1, 1.6])
def test_carried_names_overlap_nothing(labels: MapLabels, factor: float) -> None:
    place(labels, REGION, PLATES)
    carried = labels.carry(REGION.zoomed_at(factor, 640, 400), PLATES)
    assert carried
    for one, other in combinations(carried, 2):
        assert not one.box.intersects(other.box), (one, other)
    for label in carried:
        assert not any(label.box.intersects(plate) for plate in PLATES), label


def test_names_beside_the_view_come_in_while_they_are_carried(labels: MapLabels) -> None:
    before = texts(place(labels, REGION, ()))
    fresh = texts(labels.carry(REGION.panned(-70, 0), ())) - before
    assert fresh
    assert fresh <= texts(place(labels, REGION.panned(-70, 0), ()))


def test_what_is_said_already_is_not_repeated(labels: MapLabels) -> None:
    said = frozenset({"Antwerpen"})
    before = texts(place(labels, REGION, ()))
    after = texts(place(labels, REGION, (), said))
    assert "Antwerpen" in before
    assert "Antwerpen" not in after
    assert after <= before
    place(labels, REGION, ())
    assert "Antwerpen" not in texts(labels.carry(REGION, (), said))
