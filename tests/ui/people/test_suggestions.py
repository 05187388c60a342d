"""What is suggested on a card: with its reason, for what they are on, and not again."""

from dataclasses import replace
from types import ModuleType

import pytest
from pytestqt.qtbot import QtBot

from presencemap.domain.availability import Availability
from presencemap.domain.roster import Card
from presencemap.ui.people.suggestions import Helper, Offer, Suggestions
from presencemap.ui.theme import Appearance

LINK = Offer("https://a.example", "Billing guide", "You shared this on #peppol in June: send it?")


@pytest.fixture
def suggestions(look: Appearance, qtbot: QtBot) -> Suggestions:
    made = Suggestions()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def joris(factories: ModuleType) -> Card:
    found = factories.team(5).cards[1]
    assert isinstance(found, Card)
    return found


def helpers(factories: ModuleType) -> list[Helper]:
    cards = factories.team(5).cards
    return [Helper(cards[n].person, Availability.AVAILABLE, "Listed Peppol") for n in (2, 5)]


def about(card: Card) -> tuple[str, str]:
    assert card.status is not None
    assert card.status.activity is not None
    return card.person.id, card.status.activity.text


def test_it_asks_once_for_what_they_are_on_and_shows_what_is_found(
    suggestions: Suggestions, joris: Card, factories: ModuleType, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(suggestions.wanted) as said:
        suggestions.show_card(joris, factories.NOW)
    assert tuple(said.args) == about(joris)
    assert suggestions.isHidden()
    with qtbot.assertNotEmitted(suggestions.wanted):
        suggestions.show_card(joris, factories.NOW)
    suggestions.show_found(*about(joris), helpers(factories), LINK)
    assert not suggestions.isHidden()
    assert suggestions._title.text() == "Who could help here"
    with qtbot.waitSignal(suggestions.introduce_wanted) as said:
        suggestions.people[1].button.click()
    assert said.args == [factories.person_id(5)]
    assert suggestions.people[0].button.accessibleName() == (
        "Introduce to Lotte Maes: Listed Peppol"
    )
    with qtbot.waitSignal(suggestions.send_wanted) as said:
        suggestions.link.button.click()
    assert said.args == ["https://a.example"]
    assert LINK.why in suggestions.link.button.accessibleName()


def test_only_what_there_is_is_shown(
    suggestions: Suggestions, joris: Card, factories: ModuleType
) -> None:
    suggestions.show_card(joris, factories.NOW)
    suggestions.show_found(*about(joris), helpers(factories)[:1], None)
    assert [row.isHidden() for row in suggestions.people] == [False, True]
    assert suggestions.link.isHidden()
    suggestions.show_found(*about(joris), [], LINK)
    assert not suggestions.isHidden()
    assert suggestions._title.text() == "From your links"
    suggestions.show_found(*about(joris), [], None)
    assert suggestions.isHidden()


def test_what_comes_too_late_is_another_s(
    suggestions: Suggestions, joris: Card, factories: ModuleType
) -> None:
    suggestions.show_card(joris, factories.NOW)
    lotte = factories.team(5).cards[2]
    suggestions.show_card(lotte, factories.NOW)
    suggestions.show_found(*about(joris), helpers(factories), LINK)
    assert suggestions.isHidden()
    suggestions.show_found(*about(lotte), helpers(factories), LINK)
    assert suggestions._title.text() == "On the same", "she isn't struggling"


def test_what_was_dismissed_stays_away_until_they_are_on_something_else(
    suggestions: Suggestions, joris: Card, factories: ModuleType, qtbot: QtBot
) -> None:
    suggestions.show_card(joris, factories.NOW)
    suggestions.show_found(*about(joris), helpers(factories), LINK)
    suggestions.dismiss.click()
    assert suggestions.isHidden()
    suggestions.show_found(*about(joris), helpers(factories), LINK)
    assert suggestions.isHidden()
    suggestions.show_card(factories.team(5).cards[2], factories.NOW)
    with qtbot.assertNotEmitted(suggestions.wanted):
        suggestions.show_card(joris, factories.NOW)
    assert joris.status is not None
    assert joris.status.activity is not None
    other = replace(joris.status.activity, text="VAT tables")
    with qtbot.waitSignal(suggestions.wanted):
        suggestions.show_card(
            replace(joris, status=replace(joris.status, activity=other)), factories.NOW
        )


def test_nothing_is_suggested_to_me_or_to_who_is_on_nothing(
    suggestions: Suggestions, joris: Card, factories: ModuleType, qtbot: QtBot
) -> None:
    assert joris.status is not None
    idle = replace(joris, status=replace(joris.status, activity=None))
    with qtbot.assertNotEmitted(suggestions.wanted):
        suggestions.show_card(replace(joris, me=True), factories.NOW)
        suggestions.show_card(idle, factories.NOW)


def test_what_a_link_is_called_can_be_read_in_a_narrow_card(
    suggestions: Suggestions, joris: Card, factories: ModuleType
) -> None:
    title = "VAT numbers of each country and how to check them"
    suggestions.resize(278, 300)
    suggestions.show()
    suggestions.show_card(joris, factories.NOW)
    suggestions.show_found(*about(joris), [], Offer(LINK.url, title, LINK.why))
    suggestions.layout().activate()
    shown = suggestions.link._title
    assert " ".join(shown.lines(shown.width())) == title
    assert shown.height() >= shown.heightForWidth(shown.width())
