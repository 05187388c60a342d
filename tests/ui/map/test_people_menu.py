"""The list of a place's people."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from presencemap.domain.availability import Availability
from presencemap.ui.map.people_menu import people_menu
from presencemap.ui.map.scene import Face
from presencemap.ui.theme import Appearance


def test_a_row_for_each_with_words_and_face(qtbot: QtBot, look: Appearance) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    faces = [
        Face("a" * 64, "Ann & Co", "AC", Availability.DO_NOT_DISTURB),
        Face("b" * 64, "Bo", "B", None, stale=True),
    ]
    chosen: list[str] = []
    menu = people_menu(parent, "R&D", faces, chosen.append)
    heading, *rows = menu.actions()
    assert heading.text() == "R&&D"
    assert not heading.isEnabled()
    assert [row.text() for row in rows] == ["Ann && Co, do not disturb", "Bo, offline"]
    assert all(not row.icon().isNull() for row in rows)
    rows[1].trigger()
    assert chosen == ["b" * 64]
    assert menu.accessibleName() == "R&D"
