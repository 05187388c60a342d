"""Labels show any text as plain text."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from presencemap.ui.controls.labels import ElidedLabel, Glyph, Label, Line, plain_tooltip, set_tip
from presencemap.ui.theme import Appearance, Mode

NASTY = "<img src=x> & co"


def test_a_label_never_takes_markup(look: Appearance, qtbot: QtBot) -> None:
    label = Label(NASTY, "title")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == NASTY


def test_a_tooltip_never_takes_markup() -> None:
    assert "<img" not in plain_tooltip(NASTY)
    assert "&lt;img" in plain_tooltip(NASTY)
    assert plain_tooltip("Acme & co") == "Acme & co"


def test_an_elided_label_tells_the_rest(look: Appearance, qtbot: QtBot) -> None:
    label = ElidedLabel("Annelies Vanderstraeten-Goethals", "title")
    qtbot.addWidget(label)
    label.resize(90, 24)
    label.show()
    assert label.is_elided()
    assert label.toolTip() == "Annelies Vanderstraeten-Goethals"
    label.resize(600, 24)
    assert not label.is_elided()
    assert label.toolTip() == ""
    assert label.accessibleName() == "Annelies Vanderstraeten-Goethals"


def test_an_elided_label_doesnt_widen_its_parent(look: Appearance, qtbot: QtBot) -> None:
    label = ElidedLabel("W" * 400)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < 40


def test_tone_and_role_reach_the_sheet(look: Appearance, qtbot: QtBot) -> None:
    label = Label("late", "heading", "ink3")
    qtbot.addWidget(label)
    label.set_tone("danger")
    label.ensurePolished()
    assert label.font().pixelSize() == 20
    assert label.palette().color(label.foregroundRole()) == look.theme.colour("danger")


def test_a_glyph_follows_the_look(look: Appearance, qtbot: QtBot) -> None:
    glyph = Glyph("hammer", "work", 32)
    qtbot.addWidget(glyph)

    def seen() -> set[str]:
        image = glyph.grab().toImage()
        return {image.pixelColor(x, y).name() for x in range(32) for y in range(32)}

    light = look.theme.colour("work").name()
    assert light in seen()
    look.set_mode(Mode.DARK)
    assert light not in seen()
    glyph.become("life-buoy", "struggle")
    assert look.theme.colour("struggle").name() in seen()


def test_a_line_is_one_pixel(look: Appearance, qtbot: QtBot) -> None:
    line = Line()
    qtbot.addWidget(line)
    assert line.height() == 1


def test_a_tooltip_that_is_there_isnt_told_again(
    look: Appearance, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    label, told = Label("Acme"), list[str]()
    qtbot.addWidget(label)
    monkeypatch.setattr(label, "setToolTip", told.append)
    monkeypatch.setattr(label, "toolTip", lambda: told[-1] if told else "")
    for text in ("one", "one", NASTY, NASTY, ""):
        set_tip(label, text)
    assert told == ["one", plain_tooltip(NASTY), ""]
