"""The parts of the card."""

from types import ModuleType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from presencemap.domain.availability import Availability, Presence
from presencemap.domain.person import Person, Profile
from presencemap.domain.roster import MINUTE
from presencemap.domain.status import Activity, Kind
from presencemap.domain.topic_names import TopicNames
from presencemap.ui.people.card_sections import (
    ActivityBox,
    LastSeen,
    PlaceLine,
    Talents,
    wants_quiet,
    without_tags,
)
from presencemap.ui.people.wording import clock
from presencemap.ui.theme import Appearance

HOUR = 60 * MINUTE


def words(widget: QWidget) -> list[str]:
    """What can be seen of it."""
    labels = widget.findChildren(QLabel)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
    return [label.text() for label in labels if label.isVisibleTo(widget)]


@pytest.mark.parametrize(
    ("text", "shown", "tags"),
    [
        ("VAT twice #peppol #invoicing", "VAT twice", ["#peppol", "#invoicing"]),
        ("The #peppol bench is up", "The #peppol bench is up", ["#peppol"]),
        ("#peppol", "#peppol", ["#peppol"]),
        ("<b>plain</b>", "<b>plain</b>", []),
    ],
)
def test_the_activity_with_age_and_topics(
    look: Appearance, qtbot: QtBot, text: str, shown: str, tags: list[str]
) -> None:
    box = ActivityBox(lambda _: None)
    qtbot.addWidget(box)
    box.show_activity(Activity(Kind.WORKING_ON, "Before #one #two #three"), 0, MINUTE)
    box.show_activity(Activity(Kind.STRUGGLING_WITH, text), 0, 14 * MINUTE)
    assert words(box) == ["Struggling with", "14 min", shown, *tags]
    assert box.property("surface") == "struggle"


def test_topics_below_the_activity_are_by_what_they_are_called(
    look: Appearance, qtbot: QtBot
) -> None:
    box = ActivityBox(lambda _: None)
    qtbot.addWidget(box)
    names = TopicNames({"mac": "Computer"})
    box.show_activity(Activity(Kind.WORKING_ON, "Mends it #mac #today"), 0, MINUTE, names)
    assert words(box)[2:] == ["Mends it", "#Computer", "#today"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Invoices bounce #peppol #vat", "Invoices bounce"),
        ("Certificates of #e-invoicing", "Certificates of #e-invoicing"),
        ("VAT rules of #peppol and #vat", "VAT rules of #peppol and #vat"),
        ("Leest het logboek van #peppol #btw", "Leest het logboek van #peppol #btw"),
        ("Who did #peppol before?", "Who did #peppol before?"),
        ("#peppol", "#peppol"),
    ],
)
def test_topics_at_the_end_stand_below_unless_the_sentence_needs_them(
    text: str, shown: str
) -> None:
    assert without_tags(text) == shown


def test_the_place_says_who_set_it_and_how_fresh(
    look: Appearance, qtbot: QtBot, factories: ModuleType
) -> None:
    card = factories.card(1, "Joris De Smedt", place="acme312")
    since = clock(factories.NOW - 14 * MINUTE)
    line = PlaceLine()
    qtbot.addWidget(line)
    line.show_card(card, factories.PLACES, "acme", factories.NOW)
    assert words(line) == [
        "Acme, Gent, Room 3.12",
        f"Same place as you · set by Joris at {since} · live",
    ]
    away = factories.card(1, "Joris", presence=Presence.UNCERTAIN, seen=6 * MINUTE)
    line.show_card(away, factories.PLACES, "acme", factories.NOW)
    assert words(line) == ["Gent office", f"set by Joris at {since} · heard 6 min ago, checking"]
    line.show_card(factories.team(1).me, factories.PLACES, "acme", factories.NOW)
    assert words(line) == ["Acme, Gent", f"set by you at {since}"]


def test_last_seen_says_where_when_and_the_plan(
    look: Appearance, qtbot: QtBot, factories: ModuleType
) -> None:
    activity = Activity(Kind.WORKING_ON, "Data mapping")
    card = factories.card(
        8, "Hugo", presence=Presence.OFFLINE, place="hof", seen=2 * HOUR, activity=activity
    )
    box = LastSeen()
    qtbot.addWidget(box)
    box.show_card(card, factories.PLACES, factories.NOW)
    assert words(box) == [
        "Last seen 2 h ago at Bureau Hofkwartier, Den Haag",
        f"Planned to be there until {clock(factories.NOW + 3 * HOUR)}",
        "Working on: Data mapping",
    ]
    assert box.property("surface") == "stale"
    old = factories.card(8, "Hugo", presence=Presence.OFFLINE, seen=50 * HOUR)
    box.show_card(old, factories.PLACES, factories.NOW)
    assert words(box) == ["Last seen 2 days ago"]


def test_shared_talents_say_so(look: Appearance, qtbot: QtBot) -> None:
    person = Person("00", Profile("Anna", ("Java", "Facilitation")))
    talents = Talents()
    qtbot.addWidget(talents)
    talents.show_person(person, ("facilitation",))
    assert words(talents) == ["Knows about", "Java", "Facilitation, you too"]


def test_quiet_is_do_not_disturb_alone(factories: ModuleType) -> None:
    quiet = {a for a in Availability if wants_quiet(factories.card(1, "A", availability=a))}
    assert quiet == {Availability.DO_NOT_DISTURB}


def test_what_somebody_is_on_is_large_where_there_is_room(look: Appearance, qtbot: QtBot) -> None:
    box = ActivityBox(lambda _person: None)
    qtbot.addWidget(box)
    box.show_activity(Activity(Kind.WORKING_ON, "Cut-over"), 0, HOUR)
    (label,) = [each for each in box.findChildren(QLabel) if each.text() == "Cut-over"]
    for wide, role in ((True, "title"), (False, "post")):
        box.stand(wide=wide)
        assert label.property("role") == role
