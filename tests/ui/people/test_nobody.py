"""An empty list says why it is, and what will be here."""

import pytest
from pytestqt.qtbot import QtBot

from presencemap.ui.people.nobody import Nobody
from presencemap.ui.people.showing import Show
from presencemap.ui.theme import Appearance, Mode


@pytest.fixture
def nobody(look: Appearance, qtbot: QtBot) -> Nobody:
    found = Nobody()
    qtbot.addWidget(found)
    found.resize(300, 400)
    found.show()
    return found


def lay_out(nobody: Nobody) -> None:
    layout = nobody.layout()
    assert layout is not None
    layout.activate()


def test_where_nobody_struggles_nobody_needs_me_and_that_is_good(nobody: Nobody) -> None:
    nobody.say("", Show.STRUGGLING, clears=True)
    assert nobody.title.text() == "Nobody needs you right now"
    assert nobody.words.text().startswith("When a colleague struggles")
    assert nobody.sign.isVisible()
    lay_out(nobody)
    middle = nobody.rect().center().x()
    for part in (nobody.sign, nobody.clear):
        assert abs(part.geometry().center().x() - middle) <= 1
    nobody.say("peppol", Show.STRUGGLING, clears=True)
    assert nobody.title.text() == "No one matches “peppol”", "somebody may, without that word"
    assert not nobody.words.isVisible()
    assert not nobody.sign.isVisible()
    lay_out(nobody)
    assert nobody.clear.geometry().left() == nobody.title.geometry().left()


def test_another_chip_says_what_it_lacks(nobody: Nobody) -> None:
    nobody.say("", Show.STRUGGLING, clears=True)
    nobody.say("", Show.FREE, clears=False)
    assert nobody.title.text() == "Nobody is free now"
    assert not nobody.sign.isVisible()
    assert not nobody.clear.isVisible()
    nobody.say_alone()
    assert nobody.title.text().startswith("Nobody else is in the team yet.")


def test_the_cup_follows_the_look(nobody: Nobody, look: Appearance) -> None:
    nobody.say("", Show.STRUGGLING, clears=True)
    seen = [nobody.sign.grab().toImage()]
    look.set_mode(Mode.DARK)
    seen.append(nobody.sign.grab().toImage())
    assert seen[0] != seen[1]
    before = nobody.sign.sizeHint()
    look.set_text_scale(1.5)
    assert nobody.sign.sizeHint().width() > before.width()
