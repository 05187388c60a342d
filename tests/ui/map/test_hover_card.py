"""The small card of who the pointer rests on."""

from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QUrl
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from presencemap.domain.availability import Availability
from presencemap.domain.status import Activity, Kind
from presencemap.ui.lens import Lens
from presencemap.ui.map.floating import AIR
from presencemap.ui.map.hover_card import HoverCard
from presencemap.ui.people.contact_opener import ContactOpener
from presencemap.ui.people.wording import clock
from presencemap.ui.theme import Appearance


@pytest.fixture
def parent(qtbot: QtBot, look: Appearance) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    return made


@pytest.fixture
def opened() -> list[QUrl]:
    return []


@pytest.fixture
def card(parent: QWidget, opened: list[QUrl]) -> HoverCard:
    def take(url: QUrl) -> bool:
        opened.append(url)
        return url.scheme() != "tel"

    return HoverCard(parent, ContactOpener(parent, take))


def words(card: HoverCard) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if label.isVisibleTo(card)]


def test_it_says_who_how_on_what_and_where(card: HoverCard, factories: ModuleType) -> None:
    team = factories.team(3)
    card.show_card(team.cards[1], team.places, team.now)
    assert words(card) == [
        "Joris De Smedt",
        "Available",
        "Peppol invoices bounce on the customer’s VAT number format",
        f"Acme, Gent, Room 3.12 · until {clock(team.cards[1].status.until)} · live",
    ]
    assert card.accessibleName().startswith("Joris De Smedt · Available, Struggling with:")


def test_what_they_are_on_is_cut_after_three_lines(card: HoverCard, factories: ModuleType) -> None:
    said = Activity(Kind.WORKING_ON, "Mapping a batch of invoices " * 5)
    long: Any = factories.card(1, "Joris", activity=said)
    short: Any = factories.card(1, "Joris", activity=Activity(Kind.WORKING_ON, "Mapping"))
    heights = []
    for shown in (short, long):
        card.show_card(shown, factories.PLACES, factories.NOW)
        card.place_beside(QPoint(300, 20))
        QApplication.processEvents()
        heights.append(card._activity.height())
    assert 2 * heights[0] < heights[1] <= 3 * heights[0]


def test_without_an_activity_or_a_place_it_has_less(card: HoverCard, factories: ModuleType) -> None:
    team = factories.team(1)
    silent = replace(team.cards[0], status=None)
    card.show_card(silent, team.places, team.now)
    assert words(card)[0] == "Sofie Vermeulen"
    assert card._activity.isHidden()
    assert card._where.isHidden()
    assert card.contact.isHidden(), "nobody calls themselves"


def test_a_planned_day_says_nothing_of_now(card: HoverCard, factories: ModuleType) -> None:
    people = factories.planned_team(3)
    planned = people.cards[1].on(factories.day(1))
    card.show_card(planned, people.places, people.now)
    assert words(card) == ["Joris De Smedt", "", "Utrecht office · Workshop #peppol"]


def test_one_click_begins_a_conversation_and_a_way_that_fails_opens_the_card(
    card: HoverCard, factories: ModuleType, qtbot: QtBot, opened: list[QUrl]
) -> None:
    team = factories.team(3)
    card.show_card(team.cards[1], team.places, team.now)
    card.place_beside(QPoint(300, 100))
    with qtbot.assertNotEmitted(card.person_wanted):
        qtbot.mouseClick(card.contact, Qt.MouseButton.LeftButton)
    assert [url.scheme() for url in opened] == ["https"]
    profile = replace(
        team.cards[1].person.profile, contacts=team.cards[1].person.profile.contacts[1:]
    )
    phone = replace(team.cards[1], person=replace(team.cards[1].person, profile=profile))
    card.show_card(phone, team.places, team.now)
    with qtbot.waitSignal(card.person_wanted):
        qtbot.mouseClick(card.contact, Qt.MouseButton.LeftButton)


def test_who_asks_for_quiet_is_written_to_and_not_called_at_a_glance(
    card: HoverCard, factories: ModuleType, qtbot: QtBot
) -> None:
    quiet: Any = factories.card(1, "Joris", availability=Availability.DO_NOT_DISTURB)
    loud: Any = factories.card(1, "Joris")
    silent = replace(loud.person, profile=replace(loud.person.profile, contacts=()))
    for shown, called in ((quiet, False), (loud, True), (replace(loud, person=silent), False)):
        card.show_card(shown, factories.PLACES, factories.NOW)
        assert (not card.contact.isHidden(), not card.note.isHidden()) == (called, not called)
        offered = card.contact if called else card.note
        assert offered.property("variant") == "primary"
    assert card.note.accessibleName() == "Write a note to Joris"
    with qtbot.waitSignal(card.note_wanted) as wanted:
        card.note.click()
    assert wanted.args == [loud.person.id]


def test_a_few_px_more_keep_its_acts_in_a_line(card: HoverCard, factories: ModuleType) -> None:
    """In Dutch the third of three stood alone in a second line."""
    quiet: Any = factories.card(1, "Joris", availability=Availability.DO_NOT_DISTURB)
    card.show_card(replace(quiet, status=None), factories.PLACES, factories.NOW)
    usual = card.sizeHint()
    card.introduce.setText("Voorstellen, kort")
    wider = card.sizeHint()
    assert usual.width() < wider.width() <= usual.width() + 40
    card.introduce.setText("Voorstellen aan een andere collega")
    assert card.sizeHint().width() == usual.width(), "too many px: they go on in a second line"


@pytest.mark.parametrize("at", [(300, 100), (2, 2), (598, 398), (300, 390)])
def test_it_stays_in_the_window_and_off_the_pointer(
    card: HoverCard, parent: QWidget, factories: ModuleType, at: tuple[int, int]
) -> None:
    team = factories.team(3)
    card.show_card(team.cards[1], team.places, team.now)
    card.place_beside(QPoint(*at))
    ground = card.geometry().adjusted(AIR, AIR, -AIR, -AIR)
    assert QRect(parent.rect()).contains(ground)
    assert not ground.contains(QPoint(*at))


def test_a_click_on_its_ground_wants_the_whole_card(
    card: HoverCard, factories: ModuleType, qtbot: QtBot
) -> None:
    team = factories.team(3)
    card.show_card(team.cards[1], team.places, team.now)
    card.place_beside(QPoint(300, 100))
    with qtbot.waitSignal(card.person_wanted) as told:
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(AIR + 3, AIR + 3))
    assert told.args == [team.cards[1].person.id]


def test_it_leads_to_the_other_map_where_the_person_has_a_place_there(
    parent: QWidget, factories: ModuleType, qtbot: QtBot
) -> None:
    team = factories.team(3)
    on_what, where = HoverCard(parent), HoverCard(parent, other=Lens.WHERE)
    said = Activity(Kind.WORKING_ON, "Mapping #peppol")
    on_it: Any = factories.card(1, "Joris De Smedt", activity=said)
    on_nothing: Any = replace(on_it, status=None)
    for card, told in ((on_what, "On what"), (where, "Where")):
        card.show_card(on_it, team.places, team.now)
        assert not card.lens.isHidden()
        assert card.lens.text() == told
        assert card.lens.accessibleName() == f"Show Joris in {told}"
        with qtbot.waitSignal(card.lens_wanted) as wanted:
            card.lens.click()
        assert wanted.args == [on_it.person.id]
        card.show_card(on_nothing, team.places, team.now)
        assert card.lens.isHidden()
