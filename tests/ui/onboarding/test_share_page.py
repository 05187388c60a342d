"""Step 3."""

from typing import Any

from pytestqt.qtbot import QtBot

from presencemap.domain.person import Profile
from presencemap.ui.onboarding.share_page import SharePage
from presencemap.ui.people.roster_model import Role
from presencemap.ui.theme import Appearance


def test_the_rows_are_of_the_profile(look: Appearance, factories: Any, qtbot: QtBot) -> None:
    page = SharePage(lambda: factories.NOW)
    qtbot.addWidget(page)
    page.show_profile(Profile("Sofie Vermeulen"))
    now, example = (view.model().index(0, 0).data(Role.FACTS) for view in (page._now_row, page.row))
    assert now.name == example.name == "Sofie Vermeulen"
    assert now.place == ""
    assert example.place == "Acme, Gent"


def test_it_says_what_went_wrong(look: Appearance, factories: Any, qtbot: QtBot) -> None:
    page = SharePage(lambda: factories.NOW)
    qtbot.addWidget(page)
    page.tell("The disk is full.")
    assert page.message.isVisibleTo(page)
    page.tell("")
    assert not page.message.isVisibleTo(page)
