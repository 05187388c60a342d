"""Contact ways in order."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from presencemap.domain.contact import ContactKind, ContactWay
from presencemap.domain.person import MAX_CONTACTS
from presencemap.ui.profile.contacts_field import ContactsField, kind_name, wrong_address
from presencemap.ui.theme import Appearance

MAIL = ContactWay(ContactKind.MAIL, "anna@team.example")
PHONE = ContactWay(ContactKind.PHONE, "+3295550142")
TEAMS = ContactWay(ContactKind.TEAMS, "anna@team.example")


@pytest.fixture
def field(look: Appearance, qtbot: QtBot) -> ContactsField:
    made = ContactsField()
    qtbot.addWidget(made)
    made.show()
    return made


def choose(field: ContactsField, kind: ContactKind) -> None:
    field.kind.setCurrentIndex(field.kind.findData(kind.value))


def test_what_is_typed_is_added_in_normal_form(field: ContactsField, qtbot: QtBot) -> None:
    choose(field, ContactKind.PHONE)
    qtbot.keyClicks(field.address, "+32 9 555 01 42")
    qtbot.keyClick(field.address, Qt.Key.Key_Return)
    assert field.ways == (PHONE,)
    assert field.address.text() == ""


@pytest.mark.parametrize("kind", list(ContactKind))
def test_a_wrong_address_says_what_to_write_and_stays(
    field: ContactsField, kind: ContactKind
) -> None:
    choose(field, kind)
    field.address.setText("not ok at all")
    assert not field.take_typed()
    assert field._error.text() == wrong_address(kind)
    assert field.address.text() == "not ok at all"
    assert field.ways == ()
    assert kind_name(kind) == field.kind.currentText()


def test_keys_move_and_remove(field: ContactsField, qtbot: QtBot) -> None:
    field.set_ways((MAIL, PHONE, TEAMS))
    field.list.setCurrentRow(2)
    alt = Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(field.list, Qt.Key.Key_Up, alt)
    qtbot.keyClick(field.list, Qt.Key.Key_Up, alt)
    qtbot.keyClick(field.list, Qt.Key.Key_Up, alt)
    assert field.ways == (TEAMS, MAIL, PHONE)
    qtbot.keyClick(field.list, Qt.Key.Key_Down, alt)
    assert field.ways == (MAIL, TEAMS, PHONE)
    qtbot.keyClick(field.list, Qt.Key.Key_Delete)
    assert field.ways == (MAIL, PHONE)


def test_buttons_do_the_same_and_are_off_where_they_would_do_nothing(field: ContactsField) -> None:
    field.set_ways((MAIL, PHONE))
    field.list.setCurrentRow(0)
    assert not field.up.isEnabled()
    field.down.click()
    assert field.ways == (PHONE, MAIL)
    assert not field.down.isEnabled()
    field.remove.click()
    field.remove.click()
    assert field.ways == ()
    assert not field.list.isVisible()


def test_one_way_is_kept_once_and_eight_fit(field: ContactsField) -> None:
    field.set_ways((MAIL,))
    choose(field, ContactKind.MAIL)
    field.address.setText(MAIL.address)
    assert field.take_typed()
    assert field.ways == (MAIL,)
    many = tuple(ContactWay(ContactKind.PHONE, f"+32955501{n:02d}") for n in range(MAX_CONTACTS))
    field.set_ways(many)
    field.address.setText("anna@team.example")
    assert not field.take_typed()
    assert field.ways == many
    assert field.address.text() == "anna@team.example"
