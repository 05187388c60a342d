"""Step 3."""

from typing import Any

from pytestqt.qtbot import QtBot

from presencemap.domain.person import Profile
from presencemap.domain.precision import Precision
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


def test_the_example_shows_the_place_as_precisely_as_is_chosen(
    look: Appearance, factories: Any, qtbot: QtBot
) -> None:
    page = SharePage(lambda: factories.NOW)
    qtbot.addWidget(page)
    page.precise.chosen.emit("site")  # before the profile there is nothing to show
    page.show_profile(Profile("Sofie Vermeulen"))
    assert page.precision is Precision.SITE
    said = []
    for precision in Precision:
        page.precise.choose(precision.value)
        page.precise.chosen.emit(precision.value)
        said.append((page.row.model().index(0, 0).data(Role.FACTS).place, page._means.text()))
    assert [place for place, _ in said] == ["Acme, Gent", "Acme, Gent", "Gent", ""]
    assert len({means for _, means in said}) == 4
