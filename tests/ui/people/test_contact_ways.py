"""Ways have keys, and those of who asks for quiet are in a menu with the keys they have now."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from presencemap.domain.contact import ContactKind, ContactWay
from presencemap.ui.people.contact_opener import ContactOpener
from presencemap.ui.people.contact_ways import ContactWays
from presencemap.ui.theme import Appearance

WAYS = (
    ContactWay(ContactKind.PHONE, "+3295550142"),
    ContactWay(ContactKind.MAIL, "a&b@team.example"),
    ContactWay(ContactKind.WEB, "https://team.example/anna"),
    ContactWay(ContactKind.WEB, "https://team.example/too"),
)


class Bare(ContactWays):
    """Draws nothing."""

    def show_ways(self, ways: Sequence[ContactWay], *, quiet: bool = False, me: bool) -> None:
        self.take([None, *ways] if quiet else ways)


@pytest.fixture
def urls() -> list[str]:
    return []


@pytest.fixture
def ways(look: Appearance, qtbot: QtBot, urls: list[str]) -> Bare:
    def opened(url: QUrl) -> bool:
        urls.append(url.toString())
        return True

    made = Bare(ContactOpener(open_url=opened))
    qtbot.addWidget(made)
    return made


def test_the_menu_has_the_ways_of_who_asks_for_quiet_with_their_keys(
    ways: Bare, urls: list[str]
) -> None:
    ways.show_ways(WAYS, quiet=True, me=False)
    ways.others.aboutToShow.emit()
    ways.others.aboutToShow.emit()
    said = [action.text().split("\t") for action in ways.others.actions()]
    assert [key for _, *key in said] == [["2"], ["3"], ["4"], []], "1 is the note's"
    assert said[1][0] == "E-mail: a&&b@team.example"
    ways.others.actions()[0].trigger()
    assert urls == ["tel:+3295550142"]


def test_a_key_does_what_stands_there_now(ways: Bare, urls: list[str], qtbot: QtBot) -> None:
    first, second, third, fourth = ways.add_keys(ways)
    ways.show_ways(WAYS[:2], me=False)
    first.activated.emit()
    third.activated.emit()
    fourth.activated.emit()
    assert urls == ["tel:+3295550142"]
    ways.show_ways(WAYS[:2], quiet=True, me=False)
    with qtbot.waitSignal(ways.note_wanted):
        first.activated.emit()
    second.activated.emit()
    assert urls == ["tel:+3295550142"] * 2


def test_what_came_of_a_way_goes_with_it(ways: Bare) -> None:
    ways.show_ways(WAYS, me=False)
    ways.act(0)
    assert not ways.notice.isHidden()
    ways.show_ways(WAYS, me=False)
    assert not ways.notice.isHidden()
    ways.show_ways(WAYS[1:], me=False)
    assert ways.notice.isHidden()
