"""The card: what is open stays true, and the way out is near."""

from collections.abc import Iterator
from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt, QUrl
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from presencemap.domain.availability import Availability, Presence, Reach
from presencemap.domain.contact import ContactKind, ContactWay
from presencemap.domain.person import Profile
from presencemap.domain.roster import MINUTE, Card
from presencemap.ui.people import rehearsal
from presencemap.ui.people.contact_opener import ContactOpener
from presencemap.ui.people.person_card import PersonCard
from presencemap.ui.people.roster_model import RosterModel
from presencemap.ui.theme import Appearance, Mode


class Stage:
    def __init__(self, factories: ModuleType, qtbot: QtBot) -> None:
        self.team = factories.team(12)
        self.now = self.team.now
        self.model = RosterModel(lambda: self.now)
        self.model.set_places(self.team.places)
        self.model.apply(self.team.cards)
        self.urls: list[str] = []
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(700, 700)
        self.card = PersonCard(self.model, self.window, ContactOpener(open_url=self.open))
        self.closed = 0
        self.card.closed.connect(self._closed)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    def open(self, url: QUrl) -> bool:
        self.urls.append(url.toString())
        return True

    def _closed(self) -> None:
        self.closed += 1

    def show(self, index: int) -> Card:
        card: Card = self.team.cards[index]
        self.card.open(card.person.id)
        return card

    def change(self, index: int, **changes: Any) -> None:
        card: Card = self.team.cards[index]
        self.model.apply([replace(card, **changes)])

    def words(self) -> str:
        labels = self.card.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisibleTo(self.card))

    def button(self, text: str) -> QPushButton:
        buttons = self.card.findChildren(QPushButton)
        return next(button for button in buttons if button.text() == text)


@pytest.fixture
def stage(look: Appearance, factories: ModuleType, qtbot: QtBot) -> Stage:
    return Stage(factories, qtbot)


def test_it_shows_who_what_where_and_talents(stage: Stage) -> None:
    stage.show(1)
    words = stage.words()
    order = ["Joris De Smedt", "Available", "Struggling with", "Acme, Gent, Room 3.12", "Knows"]
    assert [words.index(part) for part in order] == sorted(words.index(part) for part in order)
    assert stage.card.isVisible()
    assert stage.card.accessibleName() == "Joris De Smedt"
    assert stage.card.accessibleDescription().startswith("Joris De Smedt, available")


def test_all_text_is_plain(stage: Stage) -> None:
    card = stage.show(1)
    nasty = Profile("<h1>Joris</h1>", ("<img src=x>",), card.person.profile.contacts)
    stage.change(1, person=replace(card.person, profile=nasty))
    labels = stage.card.findChildren(QLabel)
    assert "<h1>Joris</h1>" in stage.words()
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)


@pytest.mark.parametrize("way_out", ["escape", "cross"])
def test_ways_out(stage: Stage, qtbot: QtBot, way_out: str) -> None:
    stage.show(1)
    stage.card.setFocus()
    if way_out == "escape":
        qtbot.keyClick(stage.card, Qt.Key.Key_Escape)
    else:
        cross = next(b for b in stage.card.findChildren(QWidget) if b.accessibleName() == "Close")
        qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert (stage.closed, stage.card.person, stage.card.isVisible()) == (1, "", False)
    stage.card.close_card()
    assert stage.closed == 1


def test_keys_start_the_conversation(stage: Stage, qtbot: QtBot) -> None:
    stage.show(3)
    stage.card.setFocus()
    qtbot.keyClick(stage.card, Qt.Key.Key_1)
    qtbot.keyClick(stage.card, Qt.Key.Key_2)
    assert stage.urls[0].startswith("https://teams.microsoft.com/")
    assert stage.urls[1].startswith("tel:+32955501")


def test_it_follows_the_roster(stage: Stage) -> None:
    card = stage.show(1)
    assert card.status is not None
    stage.change(1, status=replace(card.status, availability=Availability.BUSY))
    assert "Busy" in stage.words()
    stage.now += 200 * MINUTE
    stage.model.tick()
    assert "Struggling" not in stage.words()
    assert "Acme" not in stage.words()


def test_one_card_serves_everybody_and_makes_no_widget_twice(stage: Stage) -> None:
    for index in range(13):
        stage.show(index)
    made = set(stage.card.findChildren(QWidget))
    for index in range(13):
        stage.show(index)
    assert set(stage.card.findChildren(QWidget)) == made


def test_what_didnt_change_is_not_said_anew(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.show(1)
    told: list[str] = []
    filling = stage.card._filling

    def watched(card: Card, now: int) -> Iterator[None]:
        told.append(card.person.name)
        return filling(card, now)

    monkeypatch.setattr(stage.card, "_filling", watched)
    stage.change(2, presence=Presence.OFFLINE)
    stage.model.tick()
    assert told == []
    stage.now += MINUTE
    stage.model.tick()
    assert told == ["Joris De Smedt"]


def test_who_leaves_takes_the_card_along(stage: Stage) -> None:
    card = stage.show(1)
    stage.model.apply([], removed=[card.person.id])
    assert (stage.closed, stage.card.isVisible()) == (1, False)


def test_last_known(stage: Stage) -> None:
    stage.show(8)
    assert "Last seen 2 h ago at Bureau Hofkwartier, Den Haag" in stage.words()
    assert stage.button("Chat in Teams").property("variant") == "primary"


def test_do_not_disturb_says_so_and_a_note_is_the_main_act(stage: Stage) -> None:
    stage.show(4)
    assert "Do not disturb: Nele asks for quiet." in stage.words()
    assert stage.button("Write a note").property("variant") == "primary"
    assert stage.card.acts.note.isHidden(), "nor is it there twice"


def test_without_contact_ways_it_says_so(stage: Stage) -> None:
    card = stage.show(1)
    stage.change(1, person=replace(card.person, profile=Profile("Joris De Smedt")))
    assert "Joris gave no contact ways." in stage.words()
    assert not stage.card.contact.isVisible()
    stage.show(2)
    assert "gave no contact ways" not in stage.words()
    assert stage.card.contact.isVisible()


def test_my_own_card_offers_change(stage: Stage, qtbot: QtBot) -> None:
    stage.show(0)
    assert "This is what colleagues see." in stage.words()
    with qtbot.waitSignal(stage.card.change_requested):
        stage.button("Change").click()


def test_my_own_low_sheet_offers_no_chat_with_myself(stage: Stage) -> None:
    me = stage.team.me.person
    assert me.profile.contacts
    low = QRect(0, 500, 480, 168)
    stage.show(0)
    stage.card.fill(low, brief=True)
    assert stage.card.contact.isHidden()
    assert stage.card.change.isVisible(), "what one does there instead"
    stage.show(1)
    assert not stage.card.contact.isHidden()
    assert not stage.card.change.isVisible()
    assert stage.card.near.isVisible(), "a note is as near as calling"
    stage.show(0)
    stage.card.fill(low, brief=False)
    assert not stage.card.contact.isHidden(), "whole, it is what colleagues see"
    assert not stage.card.near.isVisible()


def test_nothing_of_a_strip_is_cut_at_its_right(stage: Stage) -> None:
    card = stage.team.cards[1]
    many = (*card.person.profile.contacts, ContactWay(ContactKind.MAIL, "joris@example.org"))
    profile = replace(card.person.profile, contacts=many)
    stage.change(1, person=replace(card.person, profile=profile))
    stage.show(1)
    for wide in (480, 360):
        stage.card.fill(QRect(0, 400, wide, 168), brief=True)
        QApplication.processEvents()
        introduce = stage.card.near.introduce
        right = introduce.mapTo(stage.card, introduce.rect().topRight()).x()
        assert introduce.isVisible()
        assert right <= stage.card.width() - 12 - 16, "within the strip and its air"
    stage.card.place_in(QRect(0, 50, 600, 650))
    assert stage.card.contact.buttons[0].text() == "Chat in Teams"


def test_it_fits_the_room_and_scrolls_when_low(stage: Stage) -> None:
    stage.show(1)
    stage.card.place_in(QRect(0, 50, 600, 650))
    high = stage.card.geometry()
    assert high.width() == 324 + 24
    assert high.right() == 600 - 1 - 14 + 12
    assert high.top() == 50 + 14 - 12
    stage.card.place_in(QRect(0, 50, 600, 200))
    assert stage.card.geometry().bottom() <= 250
    stage.card.place_in(QRect(0, 50, 600, 650))
    assert stage.card.geometry() == high


def test_no_line_is_broken_anew_for_a_scroll_bar(stage: Stage) -> None:
    """It stands in the air at the right: narrowed, the card was higher by what wrapped."""
    stage.show(1)
    rooms = QRect(0, 50, 600, 650), QRect(0, 50, 600, 300), QRect(0, 50, 600, 650)
    found = []
    for room in rooms:
        stage.card.place_in(room)
        QApplication.processEvents()
        bar = stage.card.area.verticalScrollBar()
        acts = stage.card.acts.geometry()
        found.append((bar.isVisible(), stage.card.sizeHint(), acts.width(), acts.height()))
    whole, low, again = found
    assert [each[0] for each in found] == [False, True, False]
    assert whole[1:] == low[1:] == again[1:]


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_it_lies_on_the_raised_ground(stage: Stage, look: Appearance, mode: Mode) -> None:
    look.set_mode(mode)
    stage.show(1)
    stage.card.place_in(QRect(0, 0, 600, 650))
    image = stage.card.grab().toImage()
    assert image.pixelColor(170, 20) == look.theme.colour("raised")


def test_focus_survives_an_update(stage: Stage, qtbot: QtBot) -> None:
    card = stage.show(1)
    button = stage.card.contact.buttons[0]
    button.setFocus()
    assert card.status is not None
    stage.change(1, status=replace(card.status, availability=Availability.BUSY))
    assert button.hasFocus()
    stage.show(2)
    assert stage.card.hasFocus()


def test_what_nothing_opens_makes_it_grow_where_there_is_room(stage: Stage, qtbot: QtBot) -> None:
    stage.show(3)
    stage.card.place_in(QRect(0, 0, 600, 650))
    low = stage.card.height()
    stage.card.contact.notice.show_for(ContactWay(ContactKind.PHONE, "+3295550103"), opened=True)
    qtbot.waitUntil(lambda: stage.card.height() > low + 20)
    assert stage.card.sizeHint().height() == stage.card.height()
    stage.card.place_in(QRect(0, 0, 600, 250))
    assert stage.card.geometry().bottom() <= 250
    stage.show(1)
    stage.card.place_in(QRect(0, 0, 600, 650))
    stage.show(3)
    assert not stage.card.contact.notice.isVisible()
    assert stage.card.height() == low


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"reach": Reach.RELAYED}, "live through a colleague’s computer"),
        ({"presence": Presence.UNCERTAIN}, "heard just now, checking"),
    ],
)
def test_it_says_how_it_knows(stage: Stage, changes: dict[str, Any], words: str) -> None:
    card = stage.show(2)
    assert card.status is not None
    for place in (card.status.place, None):
        stage.change(2, status=replace(card.status, place=place), **changes)
        assert words in stage.words()


def test_a_stranger_opens_nothing(stage: Stage) -> None:
    stage.card.open("ff" * 32)
    assert not stage.card.isVisible()


def test_one_click_follows_and_the_next_unfollows(stage: Stage, qtbot: QtBot) -> None:
    person = stage.show(1).person.id
    follow = stage.card.acts.follow
    assert (follow.text(), follow.accessibleName()) == ("Follow", "Follow Joris")
    with qtbot.waitSignal(stage.card.follow_requested) as told:
        follow.click()
    assert told.args == [person, True]
    stage.change(1, followed=True)
    assert (follow.text(), follow.accessibleName()) == ("Following", "Unfollow Joris")
    with qtbot.waitSignal(stage.card.follow_requested) as told:
        follow.click()
    assert told.args == [person, False]
    stage.show(0)
    assert not follow.isVisible()
    with qtbot.assertNotEmitted(stage.card.follow_requested):
        follow.click()


def test_a_note_goes_to_a_colleague_and_not_to_oneself(stage: Stage, qtbot: QtBot) -> None:
    person = stage.show(1).person.id
    note = stage.card.acts.note
    assert note.accessibleName() == "Write a note to Joris"
    with qtbot.waitSignal(stage.card.note_requested) as told:
        note.click()
    assert told.args == [person]
    stage.show(0)
    assert not note.isVisible()
    with qtbot.assertNotEmitted(stage.card.note_requested):
        note.click()


def test_the_days_to_come_are_on_it_and_mine_can_be_changed(
    factories: ModuleType, qtbot: QtBot
) -> None:
    stage = Stage(factories, qtbot)
    stage.model.apply(factories.planned_team(12).cards)
    stage.show(1)
    said = [x.text() for x in stage.card.findChildren(QLabel) if x.isVisible()]
    assert "Utrecht office · Workshop #peppol" in said
    stage.show(5)
    said = [x.text() for x in stage.card.findChildren(QLabel) if x.isVisible()]
    assert "Coming days" not in said
    stage.show(0)
    buttons = {b.text(): b for b in stage.card.findChildren(QPushButton) if b.isVisible()}
    with qtbot.waitSignal(stage.card.days_requested):
        buttons["My coming days …"].click()


def test_what_happens_now_shows_also_while_another_day_is_shown(
    factories: ModuleType, qtbot: QtBot
) -> None:
    stage = Stage(factories, qtbot)
    stage.model.show_day(factories.day(1))
    stage.show(1)
    before = stage.card.accessibleDescription()
    card = stage.team.cards[1]
    stage.model.apply([replace(card, presence=Presence.OFFLINE)])
    assert "offline" in stage.card.accessibleDescription()
    assert "available" in before


def test_before_anybody_opened_it_it_is_made_ready_and_nobody_is_told(
    look: Appearance, factories: ModuleType, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rehearsal, "CALM_MS", 0)
    stage, told = Stage(factories, qtbot), list[object]()
    stage.card.filled.connect(lambda: told.append("filled"))
    stage.card.suggestions.wanted.connect(lambda *of: told.append(of))
    stage.model.updated.emit()
    first = next(card for card in stage.team.cards if not card.me)
    ways = first.person.profile.contacts
    qtbot.waitUntil(lambda: len(stage.card.contact.buttons) == len(ways))
    assert (stage.card.person, stage.card.isVisible(), told) == ("", False, [])
    stage.card.open(first.person.id)
    assert told == [(first.person.id, first.status.activity.text), "filled"]
