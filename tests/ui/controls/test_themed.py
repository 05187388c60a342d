"""Properties and icons follow the look."""

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from presencemap.ui.controls.themed import ThemedIcon, dress, plain
from presencemap.ui.theme import Appearance, Mode


def icon_colours(button: QPushButton) -> set[str]:
    image = button.icon().pixmap(button.iconSize()).toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {colour.name() for colour in pixels if colour.alpha() == 255}


def test_an_icon_is_recoloured_with_the_look(look: Appearance, qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    ThemedIcon(button, "hammer", "work", size=32)
    light = look.theme.colour("work").name()
    assert light in icon_colours(button)
    look.set_mode(Mode.DARK)
    assert look.theme.colour("work").name() in icon_colours(button)
    assert light not in icon_colours(button)


def test_an_icon_dies_with_its_button(look: Appearance, qtbot: QtBot) -> None:
    button = QPushButton()
    ThemedIcon(button, "hammer", "work")
    button.deleteLater()
    with qtbot.waitSignal(button.destroyed):
        pass
    # A slot of what is gone would raise here, and pytest-qt would fail the test.
    look.set_mode(Mode.DARK)


def test_an_icon_beside_text_leaves_air(look: Appearance, qtbot: QtBot) -> None:
    bare, worded = QPushButton(), QPushButton("Call")
    for button in (bare, worded):
        qtbot.addWidget(button)
        ThemedIcon(button, "phone", "ink")
    assert (bare.iconSize().width(), worded.iconSize().width()) == (16, 20)


def test_dress_sets_what_the_sheet_reads(look: Appearance, qtbot: QtBot) -> None:
    button = QPushButton("Share")
    qtbot.addWidget(button)
    dress(button, variant="primary", small=True)
    assert (button.property("variant"), button.property("small")) == ("primary", True)


def test_an_ampersand_is_no_mnemonic() -> None:
    assert plain("R&D, Gent") == "R&&D, Gent"
