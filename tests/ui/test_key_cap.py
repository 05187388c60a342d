"""Key caps."""

from pytestqt.qtbot import QtBot

from presencemap.ui.key_cap import KeyCap
from presencemap.ui.theme import Appearance


def test_a_cap_is_as_wide_as_its_letters(look: Appearance, qtbot: QtBot) -> None:
    short, long = KeyCap("F1"), KeyCap("Ctrl Enter")
    for cap in (short, long):
        qtbot.addWidget(cap)
    assert short.sizeHint().width() < long.sizeHint().width()
    assert look.theme.text_width("micro", "Ctrl Enter") < long.sizeHint().width()
    assert not long.grab().isNull()
