"""A text over a few lines."""

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from presencemap.ui.controls.elided_text import ElidedText
from presencemap.ui.theme import Appearance

SAID = "The test log shows a VAT prefix twice; who has seen that before, and what did you do then?"


def test_it_takes_as_many_lines_as_it_needs_and_at_most_three(
    look: Appearance, qtbot: QtBot
) -> None:
    label = ElidedText(SAID)
    qtbot.addWidget(label)
    label.ensurePolished()
    one = label.fontMetrics().lineSpacing()
    assert label.lines(2000) == [SAID]
    assert label.heightForWidth(2000) == one
    broken = label.lines(300)
    assert " ".join(broken) == SAID
    assert label.heightForWidth(300) == len(broken) * one > one
    cut = label.lines(120)
    assert len(cut) == 3
    assert cut[2].endswith("…")
    assert SAID.startswith(" ".join(cut)[:-1])
    assert label.heightForWidth(120) == 3 * one


def test_a_word_without_end_breaks_anywhere_and_nothing_is_one_line(
    look: Appearance, qtbot: QtBot
) -> None:
    label = ElidedText("W" * 400)
    qtbot.addWidget(label)
    assert len(label.lines(200)) == 3
    assert label.minimumSizeHint().width() < 40
    label.setText("")
    assert label.heightForWidth(200) == label.fontMetrics().lineSpacing()


def test_it_is_painted_and_never_as_markup(look: Appearance, qtbot: QtBot) -> None:
    label = ElidedText("")
    qtbot.addWidget(label)
    label.resize(200, 60)

    def seen(text: str) -> QImage:
        label.setText(text)
        return label.grab().toImage()

    assert seen("") != seen("said") != seen("<b>said</b>")
    assert seen("<b>said</b>") != seen("<b>said")


def test_in_a_larger_text_it_breaks_elsewhere(look: Appearance, qtbot: QtBot) -> None:
    label = ElidedText(SAID)
    qtbot.addWidget(label)
    label.ensurePolished()
    before, small = label.lines(300), label.heightForWidth(300)
    look.set_text_scale(2.0)
    label.ensurePolished()
    assert label.lines(300) != before
    assert label.heightForWidth(300) > small
