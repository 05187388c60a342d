from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from presencemap.app.clock import now_ms
from presencemap.app.control import ask
from presencemap.app.entry import create_team
from presencemap.app.lock import free_within
from presencemap.app.paths import ProfilePaths
from presencemap.app.team import open_team
from presencemap.domain.person import Profile
from presencemap.ui.take_over import offered_take_over, taken_over
from tests.nodes import running


@pytest.fixture
def paths(tmp_path: Path) -> ProfilePaths:
    made = ProfilePaths.at(tmp_path / "anna")
    create_team(made, "Lerend Collectief", Profile("Anna"), now_ms())
    return made


@pytest.mark.parametrize(("button", "wanted"), [("Open the window", True), ("Leave", False)])
def test_the_person_decides_and_the_question_says_what_runs(
    qtbot: QtBot, button: str, wanted: bool
) -> None:
    asked: list[str] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        asked.append(box.informativeText())
        [chosen] = [each for each in box.buttons() if each.text().startswith(button)]
        chosen.click()

    QTimer.singleShot(0, answer)
    assert offered_take_over() is wanted
    assert "without a window" in asked[0]


def test_a_node_without_a_window_makes_way(paths: ProfilePaths) -> None:
    with running(paths):
        assert ask(paths.control, {"ask": "raise"}) is False, "it has no window to raise"
        assert not free_within(paths, 0)
        assert taken_over(paths)
        open_team(paths, now_ms()).close()


def test_where_nothing_runs_any_more_there_is_nothing_to_take(paths: ProfilePaths) -> None:
    assert taken_over(paths)
