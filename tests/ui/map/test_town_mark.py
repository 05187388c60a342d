"""The dot of a town that was looked up: on its spot, in any look."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from presencemap.ui.map.projection import View
from presencemap.ui.map.town_mark import TownMark
from presencemap.ui.theme import Appearance, Mode

ZWOLLE = 52.516, 6.083
VIEW = View(*ZWOLLE, 9.0, 100, 80)


def painted(mark: TownMark, look: Appearance, view: View = VIEW) -> QImage:
    image = QImage(100, 80, QImage.Format.Format_RGB32)
    image.fill(look.theme.colour("mapLand"))
    painter = QPainter(image)
    mark.paint(painter, look.theme, view)
    painter.end()
    return image


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_it_is_a_dot_in_a_halo_wherever_the_map_looks(look: Appearance, mode: Mode) -> None:
    look.set_mode(mode)
    mark, accent = TownMark(), QColor(look.theme.colour("accent"))
    ground = QColor(look.theme.colour("mapLand"))
    mark.mark(*ZWOLLE)
    still = painted(mark, look)
    assert still.pixelColor(50, 40) == accent
    assert still.pixelColor(60, 40) not in (accent, ground)
    assert still.pixelColor(70, 40) == ground
    moved = painted(mark, look, VIEW.panned(20, -10))
    assert moved.pixelColor(70, 30) == accent
    mark.forget()
    assert painted(mark, look).pixelColor(50, 40) == ground


def test_it_asks_for_a_repaint(qtbot: QtBot) -> None:
    mark = TownMark()
    with qtbot.waitSignal(mark.changed):
        mark.mark(*ZWOLLE)
    with qtbot.waitSignal(mark.changed):
        mark.forget()
    assert mark.spot is None
