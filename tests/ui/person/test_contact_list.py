"""Ways as rows: each with its key; a note last, or first where somebody asks for quiet."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from presencemap.domain.contact import ContactKind, ContactWay
from presencemap.ui.people.contact_opener import ContactOpener
from presencemap.ui.person.contact_list import ContactList
from presencemap.ui.theme import Appearance

WAYS = (
    ContactWay(ContactKind.TEAMS, "anna@team.example"),
    ContactWay(ContactKind.PHONE, "+3295550142"),
)


@pytest.fixture
def urls() -> list[str]:
    return []


@pytest.fixture
def ways(look: Appearance, qtbot: QtBot, urls: list[str]) -> ContactList:
    def opened(url: QUrl) -> bool:
        urls.append(url.toString())
        return True

    made = ContactList(ContactOpener(open_url=opened))
    qtbot.addWidget(made)
    made.show_ways(WAYS, me=False)
    made.resize(300, 200)
    made.show()
    return made


def names(ways: ContactList) -> list[str]:
    return [row.accessibleName() for row in ways.buttons if row.isVisible()]


def test_a_row_a_way_and_a_note_last(ways: ContactList, urls: list[str], qtbot: QtBot) -> None:
    assert names(ways) == ["Chat in Teams", "Call", "Direct note"]
    assert ways.buttons[1].toolTip() == "Call: +3295550142 (2)"
    assert ways.buttons[1].accessibleDescription() == "+3295550142"
    assert not ways.other.isVisible()
    ways.buttons[1].click()
    assert urls == ["tel:+3295550142"]
    assert ways.notice.isVisible()
    with qtbot.waitSignal(ways.note_wanted):
        ways.buttons[2].click()


def test_who_asks_for_quiet_has_the_note_first_and_the_ways_in_a_menu(
    ways: ContactList, urls: list[str]
) -> None:
    ways.show_ways(WAYS, quiet=True, me=False)
    assert names(ways) == ["Direct note"]
    assert ways.other.isVisible()
    ways.other.click()
    assert [action.text().split("\t")[1] for action in ways.others.actions()] == ["2", "3"]
    ways.others.close()
    ways.show_ways((), quiet=True, me=False)
    assert (names(ways), ways.other.isVisible()) == (["Direct note"], False)


def test_nobody_writes_to_themselves(ways: ContactList) -> None:
    ways.show_ways(WAYS[:1], me=True)
    assert names(ways) == ["Chat in Teams"]
    ways.show_ways((), me=True)
    assert not ways.isVisible()


def test_an_address_is_copied_from_its_row_and_is_plain_text(ways: ContactList) -> None:
    ways.show_ways((ContactWay(ContactKind.MAIL, "<b>a</b>@team.example"),), me=False)
    assert "<b>a</b>@team.example" in [label.text() for label in ways.findChildren(QLabel)]
    assert ways.buttons[0].toolTip().startswith("<span>")
    for row in ways.buttons:
        row.customContextMenuRequested.emit(row.rect().center())
    (menu,) = [each for each in ways.findChildren(type(ways.others)) if each is not ways.others]
    assert [action.text() for action in menu.actions()] == ["Copy address"], "a note has none"
    menu.close()
