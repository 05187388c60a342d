"""Links as rows."""

from types import ModuleType

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from presencemap.ui.links.link_rows import LinkRows
from presencemap.ui.theme import Appearance


@pytest.fixture
def rows(look: Appearance, factories: ModuleType, qtbot: QtBot) -> LinkRows:
    made = LinkRows()
    qtbot.addWidget(made)
    made.resize(300, 300)
    made.show_links(factories.links(), factories.NOW)
    made.show()
    return made


def test_the_chosen_one_stays_chosen_while_it_is_there(
    rows: LinkRows, factories: ModuleType
) -> None:
    links = factories.links()
    assert rows.link is None
    rows.choose(links[2]["url"])
    assert rows.link == links[2]
    rows.show_links(links[1:], factories.NOW)
    assert rows.link == links[2]
    rows.show_links(links[:2], factories.NOW)
    assert rows.link is None
    rows.choose("")
    assert rows.link is None


def test_who_comes_by_the_keyboard_has_the_first_row(
    rows: LinkRows, factories: ModuleType, qtbot: QtBot
) -> None:
    links = factories.links()
    rows.setFocus(Qt.FocusReason.MouseFocusReason)
    assert rows.link is None, "the mouse chooses by a click"
    rows.clearFocus()
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    assert rows.link == links[0]
    rows.choose(links[1]["url"])
    rows.clearFocus()
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    assert rows.link == links[1], "what was chosen stays"


def test_a_row_is_read_with_the_line_below_and_shows_where_it_leads(
    rows: LinkRows, factories: ModuleType
) -> None:
    item = rows.item(1)
    spoken = item.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == (
        "VAT numbers by country, with a regular expression for each, "
        "vat.example · in common: “number”, “format”"
    )
    assert item.toolTip() == "https://vat.example/formats"


def test_the_title_and_the_chosen_row_are_painted(rows: LinkRows, factories: ModuleType) -> None:
    plain = rows.grab().toImage()
    rows.choose(factories.links()[0]["url"])
    chosen = rows.grab().toImage()
    at = rows.visualItemRect(rows.item(0)).topRight()
    assert plain.pixelColor(at.x() - 2, at.y() + 4) != chosen.pixelColor(at.x() - 2, at.y() + 4)
    rows.show_links([factories.link("", "a.example")], factories.NOW)
    assert rows.grab().toImage() != chosen
