from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from presencemap.ui import photographer
from presencemap.ui.photographer import Photographer


class Sitting(QObject):
    """A session as far as a photographer looks: who is live, and a window."""

    def __init__(self, window: QLabel) -> None:
        super().__init__()
        self.here = 0
        self.names = ["Bram"]
        self.team = SimpleNamespace(live=lambda: self.here, left=0, colleagues=self._colleagues)
        self.shell: Any = SimpleNamespace(window=window)

    def _colleagues(self) -> list[SimpleNamespace]:
        return [SimpleNamespace(person=SimpleNamespace(name=name)) for name in self.names]


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(photographer, "LOOK_EVERY", 5)
    monkeypatch.setattr(photographer, "SETTLE_FOR", 10)


@pytest.fixture
def sitting(qtbot: QtBot) -> Sitting:
    window = QLabel("everybody")
    window.resize(320, 200)
    qtbot.addWidget(window)
    return Sitting(window)


def test_the_picture_is_taken_when_everybody_is_there(
    sitting: Sitting, tmp_path: Path, qtbot: QtBot
) -> None:
    file, told = tmp_path / "new" / "window.png", list[int]()
    kept = Photographer(sitting, file, 3, told.append)  # type: ignore[arg-type]
    sitting.here = 2
    qtbot.wait(60)
    assert not file.exists(), "two of three is not everybody"
    sitting.here, sitting.names = 3, ["Bram", ""]
    qtbot.wait(60)
    assert not file.exists(), "somebody's name is still to come"
    sitting.names, sitting.team.left = ["Bram", "Cleo"], 4
    qtbot.wait(60)
    assert not file.exists(), "so are some records"
    sitting.team.left = 0
    qtbot.waitUntil(lambda: bool(told))
    assert told == [3]
    assert QImage(str(file)).size() == sitting.shell.window.size()
    assert kept.parent() is sitting


def test_it_does_not_wait_for_ever_and_says_how_many_came(
    sitting: Sitting, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(photographer, "WAIT_AT_MOST", 20)
    told = list[int]()
    kept = Photographer(sitting, tmp_path / "w.png", 3, told.append)  # type: ignore[arg-type]
    sitting.here = 1
    qtbot.waitUntil(lambda: bool(told))
    assert told == [1]
    assert kept is not None
