"""What is said of somebody stays true while it is open, and tells what is wanted of them."""

from dataclasses import replace
from types import ModuleType

import pytest
from pytestqt.qtbot import QtBot

from presencemap.ui.people.about_person import AboutPerson
from presencemap.ui.people.contact_opener import ContactOpener
from presencemap.ui.people.contact_row import ContactRow
from presencemap.ui.people.roster_model import RosterModel
from presencemap.ui.theme import Appearance


class Stage:
    def __init__(self, factories: ModuleType) -> None:
        self.people = factories.team(12)
        self.roster = RosterModel(lambda: self.people.now)
        self.roster.set_places(self.people.places)
        self.roster.apply(self.people.cards)
        self.about = AboutPerson(self.roster, ContactRow(ContactOpener()))
        self.filled = 0
        self.about.filled.connect(self._count)

    def _count(self) -> None:
        self.filled += 1


@pytest.fixture
def stage(look: Appearance, factories: ModuleType, qtbot: QtBot) -> Stage:
    made = Stage(factories)
    qtbot.addWidget(made.about)
    return made


def test_it_says_something_else_only_when_there_is_something_else_to_say(stage: Stage) -> None:
    joris, lotte = stage.people.cards[1:3]
    stage.about.open(joris.person.id)
    assert (stage.about.person, stage.filled) == (joris.person.id, 1)
    stage.roster.apply([replace(lotte, verified=not lotte.verified)])
    assert stage.filled == 1
    stage.roster.apply([replace(joris, verified=not joris.verified)])
    assert stage.filled == 2


def test_who_leaves_the_team_is_shown_no_more(stage: Stage, qtbot: QtBot) -> None:
    joris = stage.people.cards[1].person.id
    stage.about.open(joris)
    with qtbot.waitSignal(stage.about.closed):
        stage.roster.apply((), [joris])
    assert stage.about.person == ""


def test_what_is_wanted_is_of_who_is_shown_and_never_of_me(stage: Stage) -> None:
    wanted: list[object] = []
    about, joris, me = stage.about, stage.people.cards[1], stage.people.me
    for signal in (about.note_requested, about.link_requested, about.introduction_requested):
        signal.connect(wanted.append)
    about.follow_requested.connect(lambda *asked: wanted.append(asked))
    about.verify_requested.connect(lambda *asked: wanted.append(asked))
    acts = about.acts
    for person in ("", me.person.id, joris.person.id):
        about.open(person)
        for button in (acts.note, acts.link, acts.introduce, acts.follow):
            button.click()
    about.contact.note_wanted.emit()
    about.key_note.compare_wanted.emit()
    of = joris.person.id
    assert wanted == [of, of, of, (of, not joris.followed), of, (of, joris.person.name)]
