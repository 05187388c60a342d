"""When drafts are offered, and what is said where none can be read."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from presencemap.app.cues import Found
from presencemap.domain.cue import Cue, CueKind, SourceUnreadable, Trouble
from presencemap.ui.compose.cue_offer import CueOffer, trouble_words
from presencemap.ui.theme import Appearance

NOW = 1_000
BRANCH = Cue(CueKind.BRANCH, "fix/vat", "fix vat")
ENTRY = Cue(CueKind.ENTRY, "Kick-off", "Kick-off", 2_000)


@pytest.fixture
def offer(look: Appearance, qtbot: QtBot) -> Iterator[CueOffer]:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    text = QLineEdit()
    made = CueOffer(text)
    column.addWidget(text)
    column.addWidget(made)
    window.show()
    yield made
    window.close()  # and it lives until then


def words(offer: CueOffer) -> list[str]:
    return [row.cue.text for row in offer.rows if not row.isHidden() and row.cue is not None]


def test_one_row_for_each_and_tab_for_the_first(offer: CueOffer) -> None:
    assert offer.isHidden()
    offer.learn(Found((ENTRY, BRANCH)))
    assert offer.offer("", NOW, touched=True)
    assert words(offer) == ["Kick-off", "fix vat"]
    assert [row.key.isHidden() for row in offer.rows] == [False, True]
    assert not offer.offer(" ", NOW, touched=True), "the same as before"


def test_who_types_is_left_alone(offer: CueOffer) -> None:
    offer.learn(Found((BRANCH,)))
    offer.offer("half a thou", NOW, touched=True)
    assert offer.isHidden()
    offer.offer("what I share", NOW, touched=False)
    assert words(offer) == ["fix vat"]
    assert offer.rows[0].key.isHidden()


def test_what_stands_there_or_is_over_is_not_offered(offer: CueOffer) -> None:
    offer.learn(Found((ENTRY, BRANCH)))
    offer.offer("Fix VAT", NOW, touched=False)
    assert words(offer) == ["Kick-off"]
    offer.offer("", 2_000, touched=False)
    assert words(offer) == ["fix vat"]


def test_taking_tells_which(offer: CueOffer, qtbot: QtBot) -> None:
    assert not offer.take_first("")
    offer.learn(Found((ENTRY, BRANCH)))
    offer.offer("", NOW, touched=False)
    assert not offer.take_first("something")
    with qtbot.waitSignal(offer.taken) as taken:
        assert offer.take_first("")
    assert taken.args == [ENTRY]
    with qtbot.waitSignal(offer.taken) as taken:
        offer.rows[1].click()
    assert taken.args == [BRANCH]


def test_without_a_row_tab_takes_nothing(offer: CueOffer) -> None:
    offer.learn(Found((BRANCH,)))
    offer.offer("", NOW, touched=False)
    offer.learn(Found((), (SourceUnreadable("/x", Trouble.NO_FOLDER),)))
    offer.offer("", NOW, touched=False)
    assert not offer.isHidden()
    assert not offer.take_first("")


def test_what_can_not_be_read_is_said_in_plain_text(offer: CueOffer) -> None:
    offer.learn(Found((), (SourceUnreadable("/work/<b>x</b>", Trouble.NO_FOLDER),)))
    offer.offer("", NOW, touched=False)
    assert offer.trouble.text() == "There is no folder /work/<b>x</b>"
    assert offer.trouble.textFormat() is Qt.TextFormat.PlainText
    offer.offer("half", NOW, touched=True)
    assert offer.isHidden()


def test_every_trouble_has_words() -> None:
    said = {trouble_words(SourceUnreadable("/x/y", each)) for each in Trouble}
    assert len(said) == len(Trouble)
    assert all("/x/y" in each for each in said)
