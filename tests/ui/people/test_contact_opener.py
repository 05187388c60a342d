"""Only URIs of our own making are opened."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication

from presencemap.app.resources import resource
from presencemap.domain.contact import ContactKind, ContactWay
from presencemap.ui.people.contact_opener import (
    ContactOpener,
    contact_icon,
    contact_label,
    contact_tip,
)

ANNA = "anna@team.example"


class Desktop:
    def __init__(self, *, answers: bool = True) -> None:
        self.answers = answers
        self.opened: list[str] = []
        self.clipboard: list[str] = []

    def open(self, url: QUrl) -> bool:
        self.opened.append(bytes(url.toEncoded().data()).decode())
        return self.answers


@pytest.mark.parametrize(
    ("kind", "address", "uri"),
    [
        (ContactKind.MAIL, ANNA, "mailto:anna@team.example"),
        (ContactKind.PHONE, "+32 9 555 01 42", "tel:+3295550142"),
        (
            ContactKind.TEAMS,
            ANNA,
            "https://teams.microsoft.com/l/chat/0/0?users=anna@team.example",
        ),
        (ContactKind.WEB, "https://team.example/anna", "https://team.example/anna"),
    ],
)
def test_a_way_is_opened_in_its_documented_form(
    qapp: QApplication, kind: ContactKind, address: str, uri: str
) -> None:
    desktop = Desktop()
    opener = ContactOpener(open_url=desktop.open, copy=desktop.clipboard.append)
    told: list[ContactWay] = []
    opener.opened.connect(told.append)
    way = ContactWay(kind, address)
    assert opener.open(way)
    assert desktop.opened == [uri]
    assert told == [way]


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        (ContactKind.WEB, "file:///etc/passwd"),
        (ContactKind.WEB, "javascript:alert(1)"),
        (ContactKind.WEB, "http://team.example"),
        (ContactKind.MAIL, "anna@team.example?bcc=eve@evil.example"),
        (ContactKind.PHONE, "tel:112;ext=1"),
        (ContactKind.TEAMS, "x&y=https://evil.example"),
    ],
)
def test_what_is_no_address_of_its_kind_is_never_opened(
    qapp: QApplication, kind: ContactKind, address: str
) -> None:
    desktop = Desktop()
    opener = ContactOpener(open_url=desktop.open, copy=desktop.clipboard.append)
    told: list[ContactWay] = []
    opener.unanswered.connect(told.append)
    assert not opener.open(ContactWay(kind, address))
    assert desktop.opened == []
    assert len(told) == 1


def test_where_nothing_answers_it_says_so(qapp: QApplication) -> None:
    desktop = Desktop(answers=False)
    opener = ContactOpener(open_url=desktop.open, copy=desktop.clipboard.append)
    assert not opener.open(ContactWay(ContactKind.MAIL, ANNA))
    opener.copy(ContactWay(ContactKind.MAIL, ANNA))
    assert desktop.clipboard == [ANNA]


def test_the_clipboard_is_the_desktops(qapp: QApplication) -> None:
    ContactOpener().copy(ContactWay(ContactKind.PHONE, "+3295550142"))
    assert QApplication.clipboard().text() == "+3295550142"


def test_labels_tips_and_icons() -> None:
    ways = [ContactWay(kind, ANNA) for kind in ContactKind]
    assert len({contact_label(way) for way in ways}) == len(ways)
    assert contact_tip(ways[0], 1) == "Chat in Teams: anna@team.example (1)"
    assert contact_tip(ways[0], 0) == "Chat in Teams: anna@team.example"
    assert all(resource("icons", f"{contact_icon(way)}.svg").is_file() for way in ways)
