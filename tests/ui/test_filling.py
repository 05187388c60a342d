from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from presencemap.ui.filling import Filling
from presencemap.ui.theme import Appearance


@pytest.mark.usefixtures("in_turns")
def test_parts_are_filled_one_after_the_other_and_one_filled_anew_loses_no_other(
    look: Appearance, qtbot: QtBot
) -> None:
    parent = QObject()
    filling, done = Filling(parent), list[str]()

    def steps(name: str, count: int) -> Iterator[None]:
        for number in range(count):
            done.append(f"{name}{number}")
            yield

    with filling.held():
        filling.fill("first", steps("a", 9))
        filling.fill("second", steps("b", 2))
    assert done == [], "it begins in the turn after all was asked for"
    filling.fill("third", steps("c", 2))
    assert 0 < len(done) < 9, "the first part is under way"
    filling.fill("second", steps("d", 2))
    qtbot.waitUntil(lambda: not filling.busy)
    assert done == [f"a{number}" for number in range(9)] + ["c0", "c1", "d0", "d1"]
