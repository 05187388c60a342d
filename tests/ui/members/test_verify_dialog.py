"""Words to compare, and the two answers."""

from types import ModuleType
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from presencemap.app.commands import ShowWords, VerifyMember
from presencemap.domain.errors import Refused
from presencemap.ui.members.verify_dialog import VerifyDialog


@pytest.fixture
def dialog(stage: Any, factories: ModuleType, qtbot: QtBot) -> VerifyDialog:
    stage.node.answers = {ShowWords: {"words": factories.WORDS}}
    made = VerifyDialog(stage.team, "ab" * 32, "Tom")
    qtbot.addWidget(made)
    made.show()
    assert not made.main.isEnabled(), "no words yet"
    qtbot.waitUntil(made.main.isEnabled)
    return made


def test_they_match(dialog: VerifyDialog, stage: Any, factories: ModuleType, qtbot: QtBot) -> None:
    assert dialog.words == tuple(factories.WORDS)
    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()
    assert stage.node.posted[-1] == VerifyMember("ab" * 32, " ".join(factories.WORDS))


def test_they_differ(dialog: VerifyDialog, stage: Any) -> None:
    dialog.differ.click()
    assert "Tom" in dialog.message
    assert not dialog.main.isEnabled()
    assert len(stage.node.posted) == 1


def test_a_refusal_is_said(dialog: VerifyDialog, stage: Any, qtbot: QtBot) -> None:
    stage.node.error = Refused("Not allowed.")
    dialog.submit()
    qtbot.waitUntil(lambda: bool(dialog.message))
    assert dialog.isVisible()
