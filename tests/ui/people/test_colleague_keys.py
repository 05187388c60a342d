"""Keys for one colleague, in the window."""

from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from presencemap.ui.main_window import MainWindow


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        (Qt.Key.Key_D, "note_requested"),
        (Qt.Key.Key_L, "link_requested"),
        (Qt.Key.Key_I, "introduction_requested"),
    ],
)
def test_keys_are_for_who_is_selected_where_no_card_is_open(
    window: MainWindow, factories: ModuleType, qtbot: QtBot, key: Qt.Key, wanted: str
) -> None:
    def pressed() -> None:
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)

    asked: list[str] = []
    getattr(window.card, wanted).connect(asked.append)
    pressed()
    assert asked == [], "nobody is meant"
    joris, lotte = factories.person_id(1), factories.person_id(2)
    window.people.select(joris)
    assert not window.card.isVisible()
    pressed()
    window.open_person(lotte)
    pressed()
    assert asked == [joris, lotte]


def test_who_is_selected_is_followed_by_key(
    window: MainWindow, stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    joris = factories.person_id(1)
    followed = stage.team.roster.card(joris).followed
    window.people.select(joris)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    with qtbot.waitSignal(window.card.follow_requested) as asked:
        qtbot.keyClick(window, Qt.Key.Key_F, both)
    assert asked.args == [joris, not followed]
