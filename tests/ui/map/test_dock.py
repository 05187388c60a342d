"""The strip of people without a spot."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from presencemap.domain.availability import Availability
from presencemap.ui.map.dock import DockSection, DockStrip
from presencemap.ui.map.floating import AIR
from presencemap.ui.map.scene import Dock, DockKind, Face
from presencemap.ui.painting import avatar
from presencemap.ui.theme import Appearance

PEOPLE = tuple(
    Face(f"{number:064x}", f"Person {number}", "PN", Availability.AVAILABLE) for number in range(9)
)
HOME = Dock(DockKind.HOME, PEOPLE[:3])
ROAD = Dock(DockKind.ROAD, PEOPLE[3:])


def strip(qtbot: QtBot, *docks: Dock, width: int = 800) -> DockStrip:
    dock = DockStrip()
    qtbot.addWidget(dock)
    dock.show_docks(docks)
    dock.fit(width)
    return dock


def face_point(section: DockSection, number: int) -> QPoint:
    person = section.dock.faces[number]
    middle = section.height() / 2
    return next(
        QPoint(x + 8, round(middle))
        for x in range(section.width())
        if section.person_at(QPointF(x, middle)) == person
    )


def test_empty_it_is_not_there(qtbot: QtBot, look: Appearance) -> None:
    dock = strip(qtbot)
    assert not dock.isVisible()
    dock.show_docks([HOME])
    assert dock.isVisible()


def test_it_says_who_is_there(qtbot: QtBot, look: Appearance) -> None:
    dock = strip(qtbot, HOME, Dock(DockKind.NOWHERE, PEOPLE[:1]))
    assert [section.accessibleName() for section in dock.sections] == [
        "Home, 3 colleagues: Person 0, Person 1, Person 2",
        "Places without a spot, 1 colleague: Person",
    ]


def test_a_face_opens_its_person(qtbot: QtBot, look: Appearance) -> None:
    dock = strip(qtbot, HOME)
    section = dock.sections[0]
    with qtbot.waitSignal(dock.person_activated) as chosen:
        QTest.mouseClick(section, Qt.MouseButton.LeftButton, pos=face_point(section, 1))
    assert chosen.args == [PEOPLE[1].person]


def test_the_rest_opens_the_list(qtbot: QtBot, look: Appearance) -> None:
    dock = strip(qtbot, ROAD)
    QTest.keyClick(dock.sections[0], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    rows = [action for action in menu.actions() if action.isEnabled()]
    assert len(rows) == len(ROAD.faces)
    with qtbot.waitSignal(dock.person_activated) as chosen:
        rows[-1].trigger()
    assert chosen.args == [ROAD.faces[-1].person]
    menu.close()


def test_it_shrinks_to_the_width_it_is_given(qtbot: QtBot, look: Appearance) -> None:
    dock = strip(qtbot, HOME, ROAD)
    for width in (700, 500, 380, 260):
        dock.fit(width)
        assert dock.width() - 2 * AIR <= width
        assert all(section.person_at(QPointF(-1, 0)) is None for section in dock.sections)
    wide = strip(qtbot, HOME, ROAD, width=900)
    assert wide.width() > dock.width()


def test_the_same_docks_keep_their_widgets(qtbot: QtBot, look: Appearance) -> None:
    dock = strip(qtbot, HOME, ROAD)
    before = list(dock.sections)
    dock.show_docks([replace(HOME, faces=PEOPLE[:1]), ROAD])
    assert dock.sections == before
    assert before[0].dock.faces == PEOPLE[:1]


def test_the_filter_dims(qtbot: QtBot, look: Appearance) -> None:
    dock = strip(qtbot, HOME)
    whole = dock.sections[0].grab().toImage()
    dock.set_matching(frozenset())
    assert dock.sections[0].grab().toImage() != whole
    dock.set_matching(None)
    assert dock.sections[0].grab().toImage() == whole


def test_a_filter_that_changes_nothing_here_draws_nothing_anew(
    qtbot: QtBot, look: Appearance
) -> None:
    dock = strip(qtbot, HOME)
    section = dock.sections[0]
    section.grab()
    drawn = section._picture._picture.cacheKey()
    section.set_matching(frozenset(face.person for face in PEOPLE))
    section.grab()
    assert section._picture._picture.cacheKey() == drawn
    section.set_matching(frozenset())
    section.grab()
    assert section._picture._picture.cacheKey() != drawn


def test_who_is_sought_comes_before_others_without_room(qtbot: QtBot, look: Appearance) -> None:
    section = DockSection(Dock(DockKind.HOME, PEOPLE))
    qtbot.addWidget(section)
    before = [face_at(section, number) for number in range(2)]
    section.set_matching(frozenset({PEOPLE[8].person}))
    assert [face_at(section, number) for number in range(3)] == [PEOPLE[8], *before]
    section.show_dock(Dock(DockKind.HOME, PEOPLE[1:]))
    assert face_at(section, 0) == PEOPLE[8], "it still is"
    section.set_matching(None)
    assert face_at(section, 0) == PEOPLE[1]


def face_at(section: DockSection, number: int) -> Face:
    middle = section.height() / 2
    found = (section.person_at(QPointF(x, middle)) for x in range(section.sizeHint().width()))
    return list(dict.fromkeys(face for face in found if face is not None))[number]


def test_faces_are_drawn_before_they_are_shown(
    qtbot: QtBot, look: Appearance, monkeypatch: pytest.MonkeyPatch
) -> None:
    dock = strip(qtbot)
    for _ in dock.drawing([HOME, ROAD]):
        pass
    drawn = list[str]()
    draw = avatar._draw

    def watched(*args: Any, **kwargs: Any) -> QPixmap:
        drawn.append(args[1])
        return draw(*args, **kwargs)

    monkeypatch.setattr(avatar, "_draw", watched)
    dock.show_docks([HOME, ROAD])
    dock.fit(800)
    dock.grab()
    assert drawn == []
