"""The profile's form."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from presencemap.domain.contact import ContactKind, ContactWay
from presencemap.domain.person import Profile
from presencemap.ui.profile.form import ProfileForm
from presencemap.ui.theme import Appearance

PROFILE = Profile(
    "Sofie Vermeulen", ("Peppol",), (ContactWay(ContactKind.MAIL, "sofie@team.example"),)
)


@pytest.fixture
def form(look: Appearance, qtbot: QtBot) -> ProfileForm:
    made = ProfileForm(examples=True)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_profile_comes_back_as_it_went_in(form: ProfileForm) -> None:
    form.show_profile(PROFILE)
    assert form.take() == PROFILE
    assert form.typed() == PROFILE


def test_a_name_is_needed_and_nothing_else(form: ProfileForm) -> None:
    form.name.setText("  ")
    assert form.take() is None
    assert "name" in form.name_field.error
    form.name.setText("Sofie")
    assert form.name_field.error == ""
    assert form.take() == Profile("Sofie")


def test_half_typed_talents_and_contacts_are_taken_along(form: ProfileForm) -> None:
    form.name.setText("Sofie")
    form.talents.line.setText("Sailing")
    form.contacts.address.setText("sofie@team.example")
    taken = form.take()
    assert taken is not None
    assert taken.talents == ("Sailing",)
    assert taken.contacts == (ContactWay(ContactKind.TEAMS, "sofie@team.example"),)


def test_a_wrong_contact_keeps_the_form(form: ProfileForm) -> None:
    form.name.setText("Sofie")
    form.contacts.address.setText("nonsense")
    assert form.take() is None
    assert form.contacts.address.text() == "nonsense"


def test_examples_are_talents_by_a_click(form: ProfileForm) -> None:
    example = next(b for b in form.findChildren(QPushButton) if b.text() == "Interviewing")
    example.click()
    assert form.talents.talents == ("Interviewing",)
    assert not example.isVisible(), "it is taken"
    form.talents.set_talents(())
    form.name.setText("Anna")
    assert example.isVisible()


def test_tab_reaches_every_control_also_with_talents(form: ProfileForm, qtbot: QtBot) -> None:
    for talent in ("Peppol", "Excel"):
        form.talents.add(talent)
    form.activateWindow()
    form.name.setFocus()
    seen = []
    for _ in range(10):
        focused = form.focusWidget()
        seen.append(focused.accessibleName())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert seen[2:4] == ["Remove the talent Peppol", "Remove the talent Excel"]
    assert seen[6:8] == ["Kind of contact way", "Address or number"]
