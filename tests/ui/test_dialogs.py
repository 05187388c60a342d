"""One dialog at a time, made before it is seen."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from presencemap.ui.dialog import Dialog
from presencemap.ui.dialogs import Dialogs
from presencemap.ui.theme import Appearance

PARTS = 5


@pytest.fixture
def window(look: Appearance, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


class Slow(Dialog):
    """Has some parts, and knows in which turn each was made."""

    def __init__(self, window: QWidget) -> None:
        super().__init__("Slow", "Do it", window)
        self.seen: list[bool] = []
        self.make(self._parts(), later=True)

    def _parts(self) -> Iterator[None]:
        for number in range(PARTS):
            self.body.addWidget(QLabel(str(number), self))
            self.seen.append(self.isVisible())
            yield


def test_one_without_steps_is_open_at_once_and_takes_the_place_of_the_other(
    window: QWidget, qtbot: QtBot
) -> None:
    dialogs = Dialogs(window)
    first, second = (Dialog(name, "Do it", window) for name in ("One", "Two"))
    dialogs.show(first)
    assert first.isVisible()
    with qtbot.waitSignal(first.destroyed):
        dialogs.show(second)
    assert second.isVisible()
    with qtbot.waitSignal(second.destroyed):
        dialogs.close()
    dialogs.close()


@pytest.mark.usefixtures("in_turns")
def test_one_that_takes_long_is_made_in_turns_and_seen_whole(window: QWidget, qtbot: QtBot) -> None:
    dialogs, dialog = Dialogs(window), Slow(window)
    dialogs.show(dialog)
    assert len(dialog.seen) == 1, "the click is held up by no more than a part"
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.seen == [False] * PARTS
    high, labels = dialog.height(), dialog.findChildren(QLabel)
    QApplication.processEvents()
    assert dialog.height() == high, "it is as high as it stays"
    assert all(dialog.rect().contains(label.geometry()) for label in labels if label.isVisible())


@pytest.mark.usefixtures("in_turns")
def test_what_is_wanted_meanwhile_comes_in_its_place(window: QWidget, qtbot: QtBot) -> None:
    dialogs, slow, other = Dialogs(window), Slow(window), Dialog("Two", "Do it", window)
    dialogs.show(slow)
    with qtbot.waitSignal(slow.destroyed):
        dialogs.show(other)
    assert other.isVisible()
    assert slow.seen == [False]
    slow = Slow(window)
    with qtbot.waitSignal(slow.destroyed):
        dialogs.show(slow)
        dialogs.close()
    dialogs.show(last := Dialog("Three", "Do it", window))
    assert last.isVisible()


@pytest.mark.usefixtures("in_turns")
def test_one_that_is_closed_before_it_is_seen_is_left_and_the_next_one_comes(
    window: QWidget, qtbot: QtBot
) -> None:
    dialogs, slow = Dialogs(window), Slow(window)
    dialogs.show(slow)
    with qtbot.waitSignal(slow.destroyed):
        slow.close()
    made = len(slow.seen)
    qtbot.wait(20)
    assert len(slow.seen) == made < PARTS
    other = Slow(window)
    dialogs.show(other)
    qtbot.waitUntil(other.isVisible)
