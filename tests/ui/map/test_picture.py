"""The layers of a frame."""

from collections.abc import Iterator
from dataclasses import replace
from types import ModuleType

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from presencemap.ui.map.attribution import OWN
from presencemap.ui.map.crowd import scene_of
from presencemap.ui.map.layout import Rect
from presencemap.ui.map.picture import Picture
from presencemap.ui.map.projection import View
from presencemap.ui.theme import Appearance
from tests.ui.map.raster.tile_server import TileServer

VIEW = View(51.5, 4.5, 8.0, 600, 500)


@pytest.fixture
def picture(look: Appearance, factories: ModuleType) -> Iterator[Picture]:
    team = factories.team(43)
    made = Picture(look.theme)
    made.foreground.set_scene(scene_of(team.cards, team.places, team.now), team.now)
    made.foreground.lay_out(VIEW)
    yield made
    made.close()


def frame(
    picture: Picture, covered: tuple[Rect, ...] = (), *, focused: bool = False, view: View = VIEW
) -> QImage:
    image = QImage(600, 500, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    picture.paint(painter, view, 1.0, covered, beside=0, focused=focused)
    painter.end()
    return image


def test_names_give_way_to_what_covers_the_map(qtbot: QtBot, picture: Picture) -> None:
    frame(picture)
    qtbot.waitUntil(lambda: bool(frame(picture)) and len(picture.labels) > 5, timeout=20_000)
    before = len(picture.labels)
    cover = Rect(0, 250, 600, 250)
    frame(picture, (cover,))
    assert 0 < len(picture.labels) < before
    assert all(label.box.bottom() <= cover.y for label in picture.labels)


def test_no_name_is_crossed_by_the_line_to_a_point(qtbot: QtBot, picture: Picture) -> None:
    frame(picture)
    qtbot.waitUntil(lambda: bool(frame(picture)) and len(picture.labels) > 5, timeout=20_000)
    town = next(
        label
        for label in picture.labels
        if label.anchor is not None and label.box.top() > label.anchor.y() and label.box.top() > 80
    )
    assert town.anchor is not None
    item = picture.foreground.items[0]
    at = picture.foreground.box(item, VIEW)
    # A plate below the town, whose line goes up through the name below the dot.
    x, y = town.anchor.x(), town.anchor.y()
    below = Rect(x - at.w / 2, y + 50, at.w, at.h)
    dx, dy = below.x - at.x, below.y - at.y
    moved = item.placed._replace(
        rect=item.placed.rect.moved(dx, dy),
        x=item.placed.rect.x + dx + x - below.x,
        y=item.placed.rect.y + dy + y - below.y,
        dx=0.0,
        dy=90.0,
    )
    picture.foreground.items = (replace(item, placed=moved),)
    frame(picture)
    (line,) = picture._leaders(VIEW)
    assert line.x == pytest.approx(x)
    assert line.y < town.box.bottom()
    assert line.y + line.h == pytest.approx(below.y)
    for label in picture.labels:
        box = Rect(label.box.x(), label.box.y(), label.box.width(), label.box.height())
        assert not box.meets(line), label.text


def test_the_ground_comes_off_the_gui_thread_and_asks_for_a_repaint(
    qtbot: QtBot, picture: Picture
) -> None:
    with qtbot.waitSignal(picture.changed, timeout=20_000):
        frame(picture)
    qtbot.waitUntil(lambda: bool(frame(picture)) and picture.is_complete(VIEW, 1.0), timeout=20_000)


def test_the_edge_shows_the_keyboard(picture: Picture, look: Appearance) -> None:
    accent = look.theme.colour("focus")
    assert frame(picture, focused=True).pixelColor(2, 250) == accent
    assert frame(picture).pixelColor(2, 250) != accent


def test_where_a_servers_pictures_cover_the_map_its_own_is_neither_painted_nor_named(
    qtbot: QtBot, picture: Picture, server: TileServer
) -> None:
    close = replace(VIEW, zoom=12.0)
    said = list[str]()
    picture._attribution.say = said.append  # type: ignore[method-assign]
    frame(picture, view=close)
    assert said[-1] == OWN
    qtbot.waitUntil(lambda: bool(frame(picture, view=close)) and picture.is_complete(close, 1.0))
    own = frame(picture, view=close).pixelColor(5, 5)
    picture.raster.use(server.used)
    qtbot.waitUntil(lambda: bool(frame(picture, view=close)) and picture.raster.covers)
    seen = frame(picture, view=close)
    assert seen.pixelColor(5, 5) == QColor("#7aa26c") != own
    assert (said[-1], picture.labels) == ("© Plain Tiles", [])
    assert picture.is_complete(close, 1.0)
    frame(picture)
    assert said[-1] == OWN
    picture.raster.use(None)
    assert frame(picture, view=close).pixelColor(5, 5) == own
