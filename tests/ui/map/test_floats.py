"""Where the controls are in maps of many sizes."""

from types import ModuleType

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from presencemap.domain.availability import Availability
from presencemap.ui.map.floating import Floating
from presencemap.ui.map.floats import Floats
from presencemap.ui.map.layout import Rect
from presencemap.ui.map.scene import Dock, DockKind, Face
from presencemap.ui.theme import Appearance

FACES = tuple(Face(f"{n:064x}", f"P {n}", "PN", Availability.BUSY) for n in range(9))


@pytest.fixture
def with_a_way(qtbot: QtBot, look: Appearance) -> tuple[QWidget, Floats]:
    """A map's widget that shows, and its floats with a way to elsewhere."""
    parent = QWidget()
    qtbot.addWidget(parent)
    floats = Floats(parent)
    floats.way = Floating(parent)
    floats.way.resize(220, floats.lens.sizeHint().height())
    parent.show()
    return parent, floats


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
    zoom, dock, lens = floats.covered()
    assert not zoom.meets(dock)
    assert not lens.meets(zoom)
    assert window.encloses(lens)
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
    assert floats.blocks() == [*floats.covered(), Rect(580, 0, 340, 722)]
    floats.lines = (Rect(400, 700, 100, 14),)
    assert floats.obstacles() == [*floats.blocks(), *floats.lines]
    assert floats.free() == Rect(0, 0, 580, 722)
    before = floats.strip()
    assert floats.lying() == [*floats.covered(), Rect(580, 0, 1, 722)]
    floats.cover(0, 168)
    assert before < floats.strip() == 168
    assert floats.lying() == [*floats.covered(), Rect(0, 722 - 168, 920, 168)]


def test_the_days_lie_at_the_top_and_the_note_below(
    qtbot: QtBot, look: Appearance, factories: ModuleType
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(920, 722)
    floats = Floats(parent)
    parent.show()
    floats.arrange()
    assert floats.head() == 0, "who is alone has no days"
    floats.show_days(factories.TODAY, None, {})
    days = floats.days.covered()
    assert floats.head() == days.y + days.h
    assert floats.free().y == floats.head()
    floats.show_days(factories.TODAY, factories.day(1), {})
    note = floats.planned.covered()
    assert not note.meets(days)
    assert not note.meets(floats.lens.covered())
    assert {*floats.covered()} >= {days, note}
    parent.resize(480, 600)
    floats.arrange()
    assert not floats.days.covered().meets(floats.lens.covered()), "below it, where it is narrow"
    assert not floats.planned.covered().meets(floats.days.covered())
    floats.show_days(factories.TODAY, None, None)
    assert floats.head() == 0


def test_where_the_days_lie_below_the_lens_the_way_is_beside_it(
    with_a_way: tuple[QWidget, Floats], factories: ModuleType
) -> None:
    parent, floats = with_a_way
    rows = {}
    for width in (920, 480, 360):
        parent.resize(width, 600)
        floats.show_days(factories.TODAY, None, {})
        floats.arrange()
        lens, days, way = (each.covered() for each in (floats.lens, floats.days, floats.way))
        assert not any(a.meets(b) for a, b in ((lens, days), (lens, way), (days, way)))
        assert way.x + way.w <= width
        rows[width] = way.y == lens.y
    assert rows == {920: False, 480: True, 360: False}


@pytest.mark.parametrize("docked", [False, True])
def test_the_card_of_who_is_alone_leaves_the_middle_free(
    qtbot: QtBot, look: Appearance, docked: bool
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(920, 722)
    floats = Floats(parent)
    floats.show_alone(True)
    floats.dock.setVisible(docked)
    parent.show()
    floats.arrange()
    alone = floats.alone.covered()
    assert alone.y > 722 / 2 + 20, "my own plate is there"
    assert alone.y + alone.h <= 722 - 14
    assert not docked or not alone.meets(floats.dock.covered())
    floats.cover(0, 168)
    assert floats.alone.isHidden(), "a sheet lies there"
    floats.cover(0, 0)
    assert not floats.alone.isHidden()
    floats.show_alone(False)
    assert floats.alone.isHidden()


def test_who_is_filtered_out_is_said_clear_of_all_else(
    with_a_way: tuple[QWidget, Floats], factories: ModuleType
) -> None:
    parent, floats = with_a_way
    for width in (920, 480, 360):
        parent.resize(width, 600)
        floats.show_days(factories.TODAY, None, {})
        floats.filtered.show_filter("")
        floats.arrange()
        before = floats.covered()
        floats.filtered.show_filter("Struggling")
        note = floats.filtered.covered()
        assert not any(note.meets(each) for each in before)
        assert Rect(0, 0, width, 600).encloses(note)
        assert {*floats.covered()} == {*before, note}
