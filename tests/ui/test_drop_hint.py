"""What a drag comes to, said while it hovers."""

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from presencemap.ui.drop_hint import DropHint
from presencemap.ui.theme import Appearance


def test_it_stands_in_the_middle_as_wide_as_its_words_and_goes(
    look: Appearance, qtbot: QtBot
) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.resize(600, 400)
    ground.show()
    hint = DropHint(ground, "link", 64)
    assert hint.isHidden()
    hint.say("Drop it here")
    QApplication.processEvents()
    assert hint.isVisible()
    assert not hint.words.is_elided()
    assert abs(hint.geometry().center().x() - 300) <= 1
    hint.say("Words that are as long as nobody has room for " * 4)
    assert hint.width() == 600
    hint.say("")
    assert hint.isHidden()
