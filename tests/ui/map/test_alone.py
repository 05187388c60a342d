"""The card of whoever is first."""

from pytestqt.qtbot import QtBot

from presencemap.ui.map.alone import AloneCard
from presencemap.ui.theme import Appearance


def test_the_button_asks_and_the_answer_shows(qtbot: QtBot, look: Appearance) -> None:
    card = AloneCard()
    qtbot.addWidget(card)
    with qtbot.waitSignal(card.invite_wanted):
        card.button.click()
    card.copied(7)
    assert card.feedback.text() == "Copied, works for 7 days"
    assert card.button.accessibleDescription() == "Copied, works for 7 days"
    card.failed("No network.")
    assert card.feedback.text() == "No network."
    assert card.feedback.property("tone") == "danger"


def test_the_feedback_goes(qtbot: QtBot, look: Appearance) -> None:
    card = AloneCard()
    qtbot.addWidget(card)
    card._fade.setInterval(1)
    card.copied()
    qtbot.waitUntil(lambda: not card.feedback.text().strip())


def test_the_whole_text_fits(qtbot: QtBot, look: Appearance) -> None:
    look.set_text_scale(2.0)
    card = AloneCard()
    qtbot.addWidget(card)
    card.resize(card.sizeHint())
    card.show()
    for label in (card.feedback, card.button):
        assert card.rect().contains(label.geometry())


def test_who_may_not_invite_reads_why_instead(qtbot: QtBot, look: Appearance) -> None:
    card = AloneCard()
    qtbot.addWidget(card)
    card.show()
    card.allow("Only stewards invite.")
    assert card.words.text() == "Only stewards invite."
    assert not card.button.isVisible()
    card.allow("")
    assert card.words.text().startswith("Invite two colleagues.")
    assert card.button.isVisible()
