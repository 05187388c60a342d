"""A note and an introduction on a card that is but a strip."""

from types import ModuleType

import pytest
from pytestqt.qtbot import QtBot

from presencemap.ui.people.card_sections import Acts
from presencemap.ui.people.near_acts import NearActs
from presencemap.ui.theme import Appearance


@pytest.fixture
def acts(look: Appearance, qtbot: QtBot) -> Acts:
    made = Acts()
    qtbot.addWidget(made)
    return made


def test_they_press_the_card_s_own_buttons_and_say_with_whom(
    acts: Acts, factories: ModuleType, qtbot: QtBot
) -> None:
    near = NearActs(acts)
    qtbot.addWidget(near)
    joris = factories.team(1).cards[1]
    acts.show_card(joris)
    near.show_card(joris, brief=True)
    assert not near.isHidden()
    assert near.note.accessibleName() == "Write a note to Joris"
    assert near.introduce.accessibleName() == "Introduce Joris to …"
    assert near.link.accessibleName() == "Send Joris a link"
    pairs = ((near.note, acts.note), (near.link, acts.link), (near.introduce, acts.introduce))
    for sign, act in pairs:
        with qtbot.waitSignal(act.clicked):
            sign.click()


def test_a_whole_card_and_my_own_have_none(acts: Acts, factories: ModuleType, qtbot: QtBot) -> None:
    near = NearActs(acts)
    qtbot.addWidget(near)
    me, joris = factories.team(1).cards
    near.show_card(joris, brief=False)
    assert near.isHidden()
    near.show_card(me, brief=True)
    assert near.isHidden()
