"""One colleague who was found."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt, QUrl
from pytestqt.qtbot import QtBot

from presencemap.domain.availability import Availability, Presence
from presencemap.domain.expertise import Expert, Reason, Sign
from presencemap.domain.roster import Card
from presencemap.ui.ask.hit import Hit
from presencemap.ui.people.contact_opener import ContactOpener
from presencemap.ui.theme import Appearance, Mode

TALENT = Reason(Sign.TALENT, 1, ("Peppol",))
KEYS = Qt.Key


class Shown:
    """A hit, and what it opened."""

    def __init__(self, stage: Any, qtbot: QtBot) -> None:
        self.stage, self.urls = stage, []
        self.opener = ContactOpener(open_url=self._open)
        self.hit = Hit(self.opener)
        qtbot.addWidget(self.hit)
        self.hit.resize(800, 100)
        self.hit.show()

    def _open(self, url: QUrl) -> bool:
        self.urls.append(url.toString())
        return True

    def show(self, card: Card, *, companion: bool = False) -> Hit:
        expert = Expert(card.person.id, (TALENT,), companion)
        self.hit.show_expert(expert, card, self.stage.places, self.stage.now)
        return self.hit


@pytest.fixture
def shown(stage: Any, qtbot: QtBot) -> Shown:
    return Shown(stage, qtbot)


def as_is(card: Card, availability: Availability) -> Card:
    assert card.status is not None
    return replace(card, status=replace(card.status, availability=availability))


def test_it_says_who_why_and_whether_they_are_free(shown: Shown, stage: Any) -> None:
    card = as_is(stage.cards[1], Availability.AVAILABLE)
    hit = shown.show(card)
    assert hit.person == card.person.id
    assert hit.telling.name == "Joris De Smedt"
    assert hit.telling.where == "Available, Acme, Gent"
    assert hit.telling.remark == ""
    assert hit.accessibleName() == "Joris De Smedt, Available, Acme, Gent, Listed Peppol"


@pytest.mark.parametrize(
    ("availability", "remark"),
    [(Availability.BUSY, "Busy until"), (Availability.DO_NOT_DISTURB, "Do not disturb until")],
)
def test_who_is_not_free_is_left_a_note(
    shown: Shown, stage: Any, availability: Availability, remark: str
) -> None:
    hit = shown.show(as_is(stage.cards[1], availability))
    assert hit.telling.remark.startswith(remark)
    assert hit.telling.remark.endswith("A note can wait.")


def test_without_an_end_or_offline_a_note_waits_too(shown: Shown, stage: Any) -> None:
    busy = as_is(stage.cards[1], Availability.BUSY)
    assert busy.status is not None
    endless = replace(busy, status=replace(busy.status, until=None))
    assert shown.show(endless).telling.remark == "A note can wait."
    gone = replace(busy, presence=Presence.OFFLINE)
    assert shown.show(gone).telling.where == "Offline"
    assert shown.hit.telling.remark == "Not here now. A note waits for them."


def test_a_companion_is_company(shown: Shown, stage: Any) -> None:
    assert shown.show(stage.cards[1], companion=True).telling.remark.startswith("You could take it")


def test_they_are_reached_by_click_and_by_number(shown: Shown, stage: Any, qtbot: QtBot) -> None:
    hit = shown.show(stage.cards[1])
    ways = stage.cards[1].person.profile.contacts
    hit.contact.click()
    qtbot.keyClick(hit, KEYS.Key_2)
    qtbot.keyClick(hit, KEYS.Key_9)
    assert len(ways) >= 2
    assert len(shown.urls) == 2
    with qtbot.waitSignal(hit.note_wanted) as said:
        hit.note.click()
    assert said.args == [hit.person]


def test_who_gives_no_way_has_no_button_for_it(shown: Shown, stage: Any) -> None:
    card = stage.cards[1]
    profile = replace(card.person.profile, contacts=())
    hit = shown.show(replace(card, person=replace(card.person, profile=profile)))
    assert hit.contact.isHidden()
    hit._call()
    assert shown.urls == []


def test_the_menu_has_what_else_can_be_done(shown: Shown, stage: Any, qtbot: QtBot) -> None:
    hit = shown.show(replace(stage.cards[1], followed=False))
    actions = {action.text(): action for action in hit.menu().actions() if action.text()}
    *ways, follow, link, introduce, card = actions.values()
    assert [each.text() for each in (follow, link, introduce, card)] == [
        "Follow",
        "Send a link …",
        "Introduce to …",
        "Open the card",
    ]
    assert len(ways) == len(stage.cards[1].person.profile.contacts) - 1
    ways[0].trigger()
    assert len(shown.urls) == 1
    with qtbot.waitSignals(
        [hit.follow_wanted, hit.link_wanted, hit.introduction_wanted, hit.opened]
    ):
        for action in (follow, link, introduce, card):
            action.trigger()
    hit = shown.show(replace(stage.cards[1], followed=True))
    with qtbot.waitSignal(hit.follow_wanted) as said:
        next(a for a in hit.menu().actions() if a.text() == "Unfollow").trigger()
    assert said.args == [hit.person, False]


def test_enter_and_a_click_open_the_card_and_arrows_go_on(
    shown: Shown, stage: Any, qtbot: QtBot
) -> None:
    hit = shown.show(stage.cards[1])
    for act in (
        lambda: qtbot.keyClick(hit, KEYS.Key_Return),
        lambda: qtbot.mouseClick(hit, Qt.MouseButton.LeftButton),
    ):
        with qtbot.waitSignal(hit.opened) as said:
            act()
        assert said.args == [hit.person]
    for key, step in ((KEYS.Key_Down, 1), (KEYS.Key_Up, -1)):
        with qtbot.waitSignal(hit.moved) as said:
            qtbot.keyClick(hit, key)
        assert said.args == [step]


def test_the_likeliest_and_the_focused_have_a_rim(shown: Shown, stage: Any, qtbot: QtBot) -> None:
    hit = shown.show(stage.cards[1])
    with qtbot.waitActive(hit):
        hit.activateWindow()
    hit.clearFocus()
    plain = hit.grab().toImage()
    hit.be_first(first=True)
    first = hit.grab().toImage()
    assert first != plain
    hit.setFocus()
    assert hit.hasFocus()
    both = hit.grab().toImage()
    assert both not in (first, plain), "who comes by key sees where they are"


def test_buttons_go_below_where_it_is_narrow(shown: Shown, stage: Any, qtbot: QtBot) -> None:
    hit = shown.show(stage.cards[1])
    beside = hit.heightForWidth(800)
    assert hit.note.x() > 560
    assert hit.more.geometry().right() == 800 - 17
    hit.resize(400, hit.heightForWidth(400))
    assert hit.heightForWidth(400) > beside
    assert hit.note.y() > hit.height() / 2
    assert hit.more.geometry().right() < 400
    assert hit.rect().contains(hit.contact.geometry())


def test_what_was_painted_is_painted_anew_where_it_is_told_or_looks_otherwise(
    shown: Shown, stage: Any, look: Appearance
) -> None:
    hit = shown.show(stage.cards[1])
    first = hit.grab().toImage()
    assert hit.grab().toImage() == first
    shown.show(stage.cards[2])
    second = hit.grab().toImage()
    assert second != first
    look.set_mode(Mode.DARK)
    assert hit.grab().toImage() != second
    look.set_mode(Mode.LIGHT)
    assert hit.grab().toImage() == second
    shown.show(stage.cards[1])
    assert hit.grab().toImage() == first


def test_where_they_are_is_a_tooltip_where_it_is_cut(shown: Shown, stage: Any) -> None:
    hit = shown.show(stage.cards[1])
    assert hit.toolTip() == ""
    hit.resize(290, hit.heightForWidth(290))
    assert hit.toolTip() == hit.telling.where


def test_a_button_of_another_size_has_all_placed_anew(
    shown: Shown, stage: Any, qtbot: QtBot
) -> None:
    hit = shown.show(stage.cards[1])
    hit.note.setText("A note that is longer than it was")
    qtbot.waitUntil(lambda: hit.note.width() == hit.note.sizeHint().width())
    assert hit.contact.geometry().right() < hit.note.x()
    assert hit.more.geometry().right() == 800 - 17
