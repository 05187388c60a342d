"""How the parts of a card are put together."""

from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from presencemap.ui.people.card_content import PAD, Beside, Content, Section
from presencemap.ui.theme import Appearance


def test_parts_of_a_section_come_and_go_together(look: Appearance, qtbot: QtBot) -> None:
    content, parts = QWidget(), [QLabel("one"), QLabel("two")]
    qtbot.addWidget(content)
    section = Section(parts, content)
    content.show()
    assert parts[0].y() < parts[1].y()
    section.hide()
    assert not any(part.isVisible() for part in parts)


def test_what_stands_beside_takes_what_it_needs(look: Appearance, qtbot: QtBot) -> None:
    content, left, right = QWidget(), QLabel("way"), QLabel("sign")
    qtbot.addWidget(content)
    beside = Beside(left, right, content)
    beside.resize(300, 40)
    content.show()
    QApplication.processEvents()
    assert right.geometry().right() == 299
    assert right.width() == right.sizeHint().width()
    right.hide()
    QApplication.processEvents()
    assert left.width() == 300


def test_content_tells_that_it_grew_and_draws_together(look: Appearance, qtbot: QtBot) -> None:
    content = Content()
    qtbot.addWidget(content)
    column = QVBoxLayout(content)
    part = QWidget()
    column.addWidget(part)
    content.show()
    with qtbot.waitSignal(content.grown):
        part.setMinimumHeight(200)
    content.draw_together(brief=True)
    assert (column.spacing(), column.contentsMargins().bottom()) == (8, 8)
    content.draw_together(brief=False)
    assert (column.spacing(), column.contentsMargins().bottom()) == (12, PAD)


def test_what_is_said_together_is_laid_out_once_and_at_once(look: Appearance, qtbot: QtBot) -> None:
    content = Content()
    qtbot.addWidget(content)
    column, parts = QVBoxLayout(content), [QLabel(text) for text in "abc"]
    for part in parts:
        column.addWidget(part)
        part.hide()
    content.resize(200, 300)
    content.show()
    places = []
    with content.at_once():
        for part in parts:
            part.show()
            places.append(part.geometry())
    assert len({(place.x(), place.y()) for place in places}) == 1, "not yet"
    assert parts[0].y() < parts[1].y() < parts[2].y()
    with content.at_once():
        parts[0].setMinimumHeight(300)
    assert content.sizeHint().height() >= 300
