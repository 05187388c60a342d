"""The contact buttons."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from presencemap.domain.contact import ContactKind, ContactWay
from presencemap.ui.people.contact_opener import ContactOpener
from presencemap.ui.people.contact_row import ContactRow
from presencemap.ui.theme import Appearance

WAYS = (
    ContactWay(ContactKind.TEAMS, "anna@team.example"),
    ContactWay(ContactKind.PHONE, "+3295550142"),
    ContactWay(ContactKind.MAIL, "anna@team.example"),
    ContactWay(ContactKind.WEB, "https://team.example/anna"),
    ContactWay(ContactKind.WEB, "https://team.example/too"),
)


class Stage:
    def __init__(
        self, qtbot: QtBot, *, answers: bool = True, quiet: bool = False, me: bool = False
    ) -> None:
        self.urls: list[str] = []
        self.copied: list[str] = []
        self.answers = answers
        self.opener = ContactOpener(open_url=self.open, copy=self.copied.append)
        self.row = ContactRow(self.opener)
        self.row.show_ways(WAYS, quiet=quiet, me=me)
        self.row.setFixedWidth(292)
        qtbot.addWidget(self.row)
        self.row.show()

    def open(self, url: QUrl) -> bool:
        self.urls.append(url.toString())
        return self.answers


def test_the_first_way_is_the_main_button(look: Appearance, qtbot: QtBot) -> None:
    stage = Stage(qtbot)
    first, second = stage.row.buttons[:2]
    assert (first.text(), first.property("variant")) == ("Chat in Teams", "primary")
    assert first.width() > 2 * second.width()
    assert second.text() == ""
    assert second.accessibleName() == "Call"
    assert second.toolTip() == "Call: +3295550142 (2)"
    assert "(" not in stage.row.buttons[4].toolTip()


def test_in_little_room_it_says_less_and_the_others_are_in_a_menu(
    look: Appearance, qtbot: QtBot
) -> None:
    row = Stage(qtbot).row
    for room in (380, 300, 200, 140, 100, 1):
        row.fit(room, strip=True)
        assert row.buttons[0].text() == ("Chat" if room > 100 else "")
        assert row.buttons[0].accessibleName() == "Chat in Teams"
        signs = (*row.buttons[1:], row.other)
        wide = [row.buttons[0].sizeHint().width(), *(sign.minimumWidth() for sign in signs)]
        needed = sum(wide) + 8 * (len(wide) - 1)
        assert needed <= room or len(row.buttons) == 1
        assert needed + wide[-1] + 8 > room or len(row.buttons) == 3, "no more has room"
        assert row.other.isVisible()
        assert [button.isVisible() for button in row._made] == [
            number < len(row.buttons) for number in range(5)
        ]
    row.others.aboutToShow.emit()
    assert len(row.others.actions()) == len(WAYS)
    row.show_ways(WAYS[:2], me=False)
    row.fit(200, strip=True)
    assert len(row.buttons) == 2
    assert row.other.isHidden(), "two have room without a menu"


def test_on_a_whole_card_all_have_a_button_and_the_first_says_what_has_room(
    look: Appearance, qtbot: QtBot
) -> None:
    """In Dutch its words and three signs were wider than the card, and all on it with them."""
    row = Stage(qtbot).row
    needed = row.minimumSizeHint().width()
    row.fit(needed)
    assert (row.buttons[0].text(), len(row.buttons)) == ("Chat in Teams", 5)
    row.fit(needed - 1)
    assert (row.buttons[0].text(), len(row.buttons)) == ("Chat", 5)
    qtbot.waitUntil(lambda: row.minimumSizeHint().width() < needed)
    assert row.other.isHidden()
    row.fit(needed)
    assert row.buttons[0].text() == "Chat in Teams"


def test_who_asks_for_quiet_is_written_to_and_the_ways_are_in_a_menu(
    look: Appearance, qtbot: QtBot
) -> None:
    stage = Stage(qtbot, quiet=True)
    (only,) = stage.row.buttons
    assert (only.text(), only.property("variant")) == ("Write a note", "primary")
    assert stage.row.other.isVisible()
    with qtbot.waitSignal(stage.row.note_wanted):
        only.click()
    assert not stage.urls
    stage.row.show_ways((), quiet=True, me=False)
    assert (stage.row.isVisible(), stage.row.other.isVisible()) == (True, False)
    stage.row.show_ways(WAYS, me=False)
    assert (len(stage.row.buttons), stage.row.other.isVisible()) == (5, False)
    assert only.accessibleDescription() == "anna@team.example"


def test_mine_call_for_no_click(look: Appearance, qtbot: QtBot) -> None:
    assert Stage(qtbot, me=True).row.buttons[0].property("variant") == ""


def test_a_click_opens(look: Appearance, qtbot: QtBot) -> None:
    stage = Stage(qtbot)
    stage.row.buttons[0].click()
    assert stage.urls[0].startswith("https://teams.microsoft.com/l/chat/0/0?users=anna@team")
    assert not stage.row.notice.isVisible()


@pytest.mark.parametrize("index", [1, 2])
def test_mail_and_phone_offer_copy_since_a_program_may_be_missing(
    look: Appearance, qtbot: QtBot, index: int
) -> None:
    stage = Stage(qtbot)
    stage.row.buttons[index].click()
    assert stage.row.notice.words.text().startswith("Handed ")
    stage.row.notice.copy.click()
    assert stage.copied == [WAYS[index].address]
    assert stage.row.notice.copy.text() == "Copied"


def test_where_nothing_answers_the_address_is_offered(look: Appearance, qtbot: QtBot) -> None:
    stage = Stage(qtbot, answers=False)
    stage.row.buttons[0].click()
    assert stage.row.notice.isVisible()
    expected = "Nothing on this computer opens anna@team.example."
    assert stage.row.notice.words.text() == expected
    assert stage.row.notice.copy.accessibleName() == "Copy anna@team.example"


def test_the_context_menu_copies(look: Appearance, qtbot: QtBot) -> None:
    stage = Stage(qtbot)
    menu = stage.row.menu_for(WAYS[1])
    menu.actions()[0].trigger()
    assert stage.copied == ["+3295550142"]


def test_keys_1_to_4_press_the_buttons(look: Appearance, qtbot: QtBot) -> None:
    stage = Stage(qtbot)
    card = QWidget()
    qtbot.addWidget(card)
    shortcuts = stage.row.add_keys(card)
    assert [s.key().toString() for s in shortcuts] == ["1", "2", "3", "4"]
    shortcuts[3].activated.emit()
    assert stage.urls == ["https://team.example/anna"]


def test_the_buttons_serve_the_next_person_s_ways(look: Appearance, qtbot: QtBot) -> None:
    stage = Stage(qtbot, answers=False)
    keys = stage.row.add_keys(stage.row)
    stage.row.buttons[0].click()
    stage.row.show_ways(WAYS[2:3], me=False)
    (only,) = stage.row.buttons
    assert (only.text(), only.accessibleDescription()) == ("E-mail", "anna@team.example")
    assert not stage.row.notice.isVisible()
    keys[1].activated.emit()
    assert len(stage.urls) == 1
    only.click()
    assert stage.urls[1] == "mailto:anna@team.example"
    stage.row.show_ways((), me=False)
    assert not stage.row.isVisible()
