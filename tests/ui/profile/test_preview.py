"""What a colleague sees, by the real row and card."""

from typing import Any

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from presencemap.domain.availability import Availability
from presencemap.domain.person import Profile
from presencemap.domain.status import Activity, Kind, Status
from presencemap.ui.people.roster_model import Role
from presencemap.ui.profile.preview import CardPreview, RowPreview, as_seen
from presencemap.ui.theme import Appearance

PROFILE = Profile("Sofie Vermeulen", ("Peppol",))


def test_a_colleague_sees_me_as_one_of_them(factories: Any) -> None:
    card = as_seen(PROFILE, factories.NOW, None)
    assert not card.me
    assert card.shown_availability() is Availability.AVAILABLE
    assert card.status_at(factories.NOW).place is None


def test_the_row_says_what_is_shared(look: Appearance, factories: Any, qtbot: QtBot) -> None:
    row = RowPreview(lambda: factories.NOW)
    qtbot.addWidget(row)
    on = Activity(Kind.WORKING_ON, "Reading the test log")
    status = Status(Availability.BUSY, factories.NOW, "acme", on, factories.NOW + 1000)
    row.show_profile(PROFILE, status, factories.PLACES)
    facts = row.model().index(0, 0).data(Role.FACTS)
    assert (facts.name, facts.place) == ("Sofie Vermeulen", "Acme, Gent")
    assert facts.line == "Reading the test log"
    row.show_profile(PROFILE)
    assert row.model().rowCount() == 1


def test_the_card_shows_all_and_takes_no_keys(
    look: Appearance, factories: Any, qtbot: QtBot
) -> None:
    card = CardPreview(lambda: factories.NOW)
    qtbot.addWidget(card)
    card.show_profile(PROFILE)
    card.show()
    QApplication.processEvents()
    words = {label.text() for label in card.findChildren(QLabel) if label.isVisible()}
    assert {"Sofie Vermeulen", "Peppol"} <= words
    assert card.height() > 150
    assert card._card.width() == card.width()
    card.show_profile(Profile("Sofie V."))
    words = {label.text() for label in card.findChildren(QLabel) if label.isVisibleTo(card)}
    assert "Sofie V." in words
