"""The mark."""

from pytestqt.qtbot import QtBot

from presencemap.ui.logo import SIZES, Logo, app_icon
from presencemap.ui.theme import Appearance, Mode


def test_the_icon_comes_in_every_size(look: Appearance) -> None:
    assert {size.width() for size in app_icon().availableSizes()} == set(SIZES)


def test_the_mark_takes_the_accent_of_the_look(look: Appearance, qtbot: QtBot) -> None:
    logo = Logo()
    qtbot.addWidget(logo)
    for mode in (Mode.LIGHT, Mode.DARK):
        look.set_mode(mode)
        assert logo.grab().toImage().pixelColor(2, 13) == look.theme.colour("accent")
