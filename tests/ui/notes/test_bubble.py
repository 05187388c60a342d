"""A note as it stands: plain text, when, and how far it has come."""

from types import ModuleType

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from presencemap.domain.note import Delivery
from presencemap.ui.notes.bubble import Bubble, delivery_words, written_at


def test_theirs_says_who_and_when_and_is_never_markup(factories: ModuleType, qtbot: QtBot) -> None:
    note = factories.note(1, 1, "<b>Lunch?</b>")
    bubble = Bubble(note, "Joris", factories.NOW)
    qtbot.addWidget(bubble)
    assert written_at(note) == factories.NOW
    assert bubble.text.text() == "<b>Lunch?</b>"
    assert bubble.text.textFormat() is Qt.TextFormat.PlainText
    assert bubble.take_back.isHidden()
    assert bubble.accessibleName().startswith("Joris, ")
    assert bubble.accessibleName().endswith(": <b>Lunch?</b>")


@pytest.mark.parametrize("came", Delivery)
def test_mine_says_how_far_it_has_come_and_can_be_taken_back(
    factories: ModuleType, qtbot: QtBot, came: Delivery
) -> None:
    bubble = Bubble(factories.note(1, 1, "Lunch?", 0, came.value), "Joris", factories.NOW)
    qtbot.addWidget(bubble)
    assert bubble.state.text().endswith(delivery_words(came))
    with qtbot.waitSignal(bubble.take_back_wanted) as wanted:
        bubble.take_back.click()
    assert wanted.args == [f"{1:08x}" * 4]


def test_one_that_is_being_taken_back_says_so(factories: ModuleType, qtbot: QtBot) -> None:
    note = factories.note(1, 1, "Lunch?", 0, Delivery.WAITING.value)
    bubble = Bubble(note, "Joris", factories.NOW, going=True)
    qtbot.addWidget(bubble)
    assert "Being taken back" in bubble.accessibleName()
    assert bubble.take_back.isHidden()


def test_an_introduction_leads_to_the_other_or_is_declined(
    factories: ModuleType, qtbot: QtBot
) -> None:
    bubble = Bubble(factories.introduction(1, 1, 2), "Joris", factories.NOW)
    qtbot.addWidget(bubble)
    assert bubble.meets.text() == "Meet Lotte Maes · #peppol"
    assert bubble.accessibleName().endswith("Meet Lotte Maes · #peppol")
    with qtbot.waitSignal(bubble.write_wanted) as wanted:
        bubble.write.click()
    assert wanted.args == [factories.person_id(2)]
    with qtbot.waitSignal(bubble.decline_wanted) as declined:
        bubble.decline.click()
    assert declined.args == [f"{1:08x}" * 4]


@pytest.mark.parametrize(
    ("declined", "said"),
    [(2, "Lotte Maes can’t now · #peppol"), (0, "Meet Lotte Maes: declined · #peppol")],
)
def test_a_declined_one_says_so_and_asks_nothing(
    factories: ModuleType, qtbot: QtBot, declined: int, said: str
) -> None:
    bubble = Bubble(factories.introduction(1, 1, 2, declined), "Joris", factories.NOW)
    qtbot.addWidget(bubble)
    bubble.show()
    assert bubble.meets.text() == said
    assert not bubble.write.isVisible()
    assert not bubble.decline.isVisible()


def test_one_of_mine_says_whom_i_introduced(factories: ModuleType, qtbot: QtBot) -> None:
    note = factories.introduction(1, 1, 2) | {"mine": True, "delivery": "waiting"}
    note["introduces"] |= {"topic": "", "name": ""}
    bubble = Bubble(note, "Joris", factories.NOW)
    qtbot.addWidget(bubble)
    bubble.show()
    assert bubble.meets.text() == f"Meet {factories.person_id(2)[:12]}"
    assert not bubble.write.isVisible()


def test_a_link_in_it_can_be_opened_and_kept(factories: ModuleType, qtbot: QtBot) -> None:
    note = factories.note(1, 1, "See rule 7. Billing guide: https://a.example/rules")
    bubble = Bubble(note, "Joris", factories.NOW)
    qtbot.addWidget(bubble)
    assert bubble.text.text() == "See rule 7. Billing guide"
    assert "https://a.example/rules" in bubble.accessibleName()
    [line] = bubble.links
    with qtbot.waitSignal(bubble.keep_wanted) as said:
        line.keep.click()
    assert said.args[0]["url"] == "https://a.example/rules"
    assert said.args[0]["title"] == "See rule 7. Billing guide"


def test_an_address_that_cant_be_opened_stays_text(factories: ModuleType, qtbot: QtBot) -> None:
    text = "Look https://user@a.example"
    bubble = Bubble(factories.note(1, 1, text), "Joris", factories.NOW)
    qtbot.addWidget(bubble)
    assert (bubble.text.text(), bubble.links) == (text, [])
    bare = Bubble(factories.note(1, 1, "https://a.example"), "Joris", factories.NOW)
    qtbot.addWidget(bare)
    assert bare.text.isHidden()
    assert len(bare.links) == 1


def test_no_part_of_it_is_a_window_before_it_is_in_it(
    factories: ModuleType, qtbot: QtBot, windows: list[str]
) -> None:
    for note in (factories.note(1, 0, "Lunch?"), factories.note(1, 1, "Lunch?")):
        qtbot.addWidget(Bubble(note, "Joris", factories.NOW))
    assert windows == []
