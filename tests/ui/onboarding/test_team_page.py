"""Step 1: a link or a new team."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from presencemap.domain.errors import InviteExpired, InviteUnreadable
from presencemap.domain.person import Profile
from presencemap.domain.precision import Precision
from presencemap.domain.team import Inviters
from presencemap.ui.onboarding.team_page import TeamPage
from presencemap.ui.ports import InvitePreview
from presencemap.ui.theme import Appearance

GOOD = "presencemap://join#good"


class Admission:
    def preview_invite(self, link: str) -> InvitePreview:
        if "old" in link:
            raise InviteExpired("x")
        if link != GOOD:
            raise InviteUnreadable("x")
        return InvitePreview("Lerend Collectief", "Lotte Maes", 1_795_512_240_000)

    def create_team(
        self, name: str, profile: Profile, inviters: Inviters, precision: Precision
    ) -> None: ...

    def join_team(self, link: str, profile: Profile, precision: Precision) -> None: ...


@pytest.fixture
def page(look: Appearance, qtbot: QtBot) -> TeamPage:
    made = TeamPage(Admission())
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_good_link_shows_whose_team_it_is(page: TeamPage, qtbot: QtBot) -> None:
    assert not page.ready
    page.link.setText(f"  {GOOD}\n")
    qtbot.waitUntil(page.welcome.isVisible)
    assert page.ready
    assert page.team_name == "Lerend Collectief"
    assert "Lotte Maes" in page.welcome.accessibleName()


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("hello", "isn't whole, or isn't an invite"),
        (GOOD[:-2], "isn't whole"),
        ("presencemap://join#old", "expired"),
    ],
)
def test_a_wrong_link_says_what_to_do_and_stays(
    page: TeamPage, qtbot: QtBot, link: str, words: str
) -> None:
    page.link.setText(link)
    qtbot.waitUntil(lambda: words in page.error)
    assert not page.ready
    assert not page.welcome.isVisible()
    assert page.link.text() == link
    page.link.setText(GOOD)
    assert page.error == ""


def test_leaving_reads_a_link_that_was_just_pasted(page: TeamPage) -> None:
    page.link.setText(GOOD)
    assert page.leave()


def test_a_new_team_needs_a_name(page: TeamPage) -> None:
    page.link.setText(GOOD)
    page.anew.radio.setChecked(True)
    assert not page.joining
    assert not page.leave()
    assert "name" in page._name_field.error
    page.name.setText("  Lerend  Collectief ")
    assert page.leave()
    assert page.team_name == "Lerend Collectief"
    page.invited.radio.setChecked(True)
    assert page.link.text() == GOOD


def test_a_click_on_a_way_puts_the_caret_into_it(page: TeamPage, qtbot: QtBot) -> None:
    page.activateWindow()
    for box, field in ((page.anew, page.name), (page.invited, page.link)):
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(30, 20))
        assert box.radio.isChecked()
        assert page.focusWidget() is field
        box.radio.setFocus()
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(30, 20))
        assert page.focusWidget() is field


def test_who_may_invite_is_every_member_unless_chosen_otherwise(
    page: TeamPage, qtbot: QtBot
) -> None:
    page.anew.radio.setChecked(True)
    assert page.inviters is Inviters.MEMBERS
    assert page.inviters_choice.isVisible()
    page.inviters_choice.setFocus()
    qtbot.keyClick(page.inviters_choice, Qt.Key.Key_Right)
    assert page.inviters is Inviters.STEWARDS
