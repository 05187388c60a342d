"""The page: what the card says, more beside it, at every width."""

from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from presencemap.domain.person import Profile
from presencemap.domain.roster import MINUTE
from presencemap.ui.people.roster_model import RosterModel
from presencemap.ui.person.person_page import PersonPage
from presencemap.ui.reading_order import stops
from presencemap.ui.theme import Appearance


class Stage:
    def __init__(self, factories: ModuleType) -> None:
        self.people = factories.team(12)
        self.now = self.people.now
        self.roster = RosterModel(lambda: self.now)
        self.roster.set_places(self.people.places)
        self.roster.apply(self.people.cards)
        self.page = PersonPage(self.roster)
        self.page.resize(900, 700)

    def show(self, number: int) -> str:
        person: str = self.people.cards[number].person.id
        self.page.open(person)
        return person

    def change(self, number: int, **changes: Any) -> None:
        self.roster.apply([replace(self.people.cards[number], **changes)])

    def words(self) -> str:
        labels = self.page.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisibleTo(self.page))


@pytest.fixture
def stage(look: Appearance, factories: ModuleType, qtbot: QtBot) -> Stage:
    made = Stage(factories)
    qtbot.addWidget(made.page)
    made.page.show()
    return made


def test_it_says_who_what_where_and_how_to_reach_them(stage: Stage) -> None:
    joris = stage.show(1)
    words = stage.words()
    for part in ("Joris De Smedt", "Available", "Acme, Gent, Room 3.12", "set by Joris at"):
        assert part in words
    assert "Contact Joris" in words
    assert "Only Joris and you can read a note." in words
    assert "Not verified" in words
    assert stage.page.acts.note.isHidden(), "the note is among the ways"
    stage.page.show_voucher(stage.people.cards[2].person.id)
    assert "Not verified, vouched for by Lotte Maes" in stage.words()
    stage.page.show_posts(())
    assert "Nothing yet. What Joris says in the stream stands here." in stage.words()
    assert stage.page.accessibleName() == "Joris De Smedt"
    assert stage.page.person == joris


def test_nothing_of_one_is_shown_with_the_next(stage: Stage, factories: ModuleType) -> None:
    stage.show(1)
    stage.page.show_voucher(stage.people.cards[2].person.id)
    stage.page.show_posts(())
    stage.show(3)
    assert "vouched" not in stage.words()
    assert "Nothing yet." not in stage.words(), "nobody has answered yet"


def test_of_who_is_last_known_only_that_is_said(stage: Stage) -> None:
    stage.show(8)
    words = stage.words()
    assert "Last seen 2 h ago at Bureau Hofkwartier, Den Haag" in words
    assert "Offline" in words
    assert "set by" not in words


def test_of_who_paused_nothing_is_left_of_place_and_activity(stage: Stage) -> None:
    stage.show(1)
    assert "Peppol" in stage.words()
    stage.change(1, status=None)
    assert not [part for part in ("Peppol", "Acme", "until") if part in stage.words()]
    assert stage.page.acts.lens.isHidden()
    stage.change(1)
    stage.now += 200 * MINUTE
    stage.roster.tick()
    assert "Peppol" not in stage.words(), "it has ended"


def test_my_own_is_what_colleagues_see_and_calls_nobody(stage: Stage) -> None:
    stage.show(0)
    words = stage.words()
    assert "How you are reached" in words
    assert "This is what colleagues see." in words
    assert "read a note" not in words
    assert "verified" not in words
    assert not stage.page.acts.isVisible()
    assert stage.page.change.isVisible()


def test_who_gave_no_ways_can_be_written_to(stage: Stage) -> None:
    card = stage.people.cards[1]
    stage.change(1, person=replace(card.person, profile=Profile(card.person.name)))
    stage.show(1)
    assert "Joris gave no contact ways." in stage.words()
    assert [row.accessibleName() for row in stage.page.contact.buttons] == ["Direct note"]  # type: ignore[attr-defined]


def test_ways_to_reach_them_stand_beside_or_before_what_is_less_of_now(stage: Stage) -> None:
    page = stage.page
    stage.show(1)
    page.show_posts(())
    for width, beside in ((900, True), (620, False), (340, False)):
        page.resize(width, 700)
        page._content.layout().activate()  # type: ignore[union-attr]
        parts = page.contact, page._talents
        at, below = (part.mapTo(page._content, part.rect().topLeft()) for part in parts)
        assert (at.x() > below.x() + 100) is beside
        assert at.y() < below.y()
        assert page._content.width() <= width
        assert page._content.minimumSizeHint().width() <= width


def test_keys_and_the_ways_out(stage: Stage, qtbot: QtBot) -> None:
    page, joris = stage.page, stage.show(1)
    with qtbot.waitSignal(page.left):
        page._head.close_button.click()
    with qtbot.waitSignal(page.map_wanted) as wanted:
        page.acts.lens.click()
    assert wanted.args == [joris]
    page.activateWindow()
    page.setFocus()
    with qtbot.waitSignal(page.note_requested) as noted:
        qtbot.keyClick(page, Qt.Key.Key_3)
    assert noted.args == [joris]


def test_all_that_is_pressed_has_a_name(stage: Stage) -> None:
    stage.show(1)
    names = [part.accessibleName() or getattr(part, "text", str)() for part in stops(stage.page)]
    assert all(names), names
    assert len(names) > 5
