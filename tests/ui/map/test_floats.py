"""Where the controls are in maps of many sizes."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from presencemap.domain.availability import Availability
from presencemap.ui.map.floats import Floats
from presencemap.ui.map.layout import Rect
from presencemap.ui.map.scene import Dock, DockKind, Face
from presencemap.ui.theme import Appearance

FACES = tuple(Face(f"{n:064x}", f"P {n}", "PN", Availability.BUSY) for n in range(9))


@pytest.mark.parametrize("size", [(920, 722), (480, 600), (360, 400), (1800, 1100)])
def test_nothing_covers_another_or_sticks_out(
    qtbot: QtBot, look: Appearance, size: tuple[int, int]
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(*size)
    floats = Floats(parent)
    parent.show()
    floats.dock.show_docks([Dock(kind, FACES) for kind in DockKind])
    floats.arrange()
    window = Rect(0, 0, *size)
    zoom, dock = floats.covered()
    assert not zoom.meets(dock)
    assert window.encloses(zoom)
    assert window.encloses(dock)
    assert floats.strip() == size[1] - dock.y


def test_a_card_takes_the_right_edge(qtbot: QtBot, look: Appearance) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(920, 722)
    floats = Floats(parent)
    parent.show()
    floats.arrange()
    floats.card = 340
    assert floats.obstacles() == [*floats.covered(), Rect(580, 0, 340, 722)]
    assert floats.free() == Rect(0, 0, 580, 722)
