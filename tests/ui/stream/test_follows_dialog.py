"""Whom I follow, who follows me, whom I might follow: each with its act."""

from types import ModuleType
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from presencemap.app.post_commands import Follow, ShowFollows
from presencemap.ui.stream.following import Following
from presencemap.ui.stream.follows_dialog import FollowsDialog


@pytest.fixture
def dialog(stage: Any, factories: ModuleType, qtbot: QtBot) -> FollowsDialog:
    stage.node.answers[ShowFollows] = factories.follows()
    following = Following(stage.team, stage.team)
    made = FollowsDialog(stage.team, following)
    qtbot.addWidget(made)
    made.show()
    with qtbot.waitSignal(following.changed):
        following.ask()
    return made


def test_each_has_its_act(dialog: FollowsDialog, stage: Any, factories: ModuleType) -> None:
    shown = [(name, about, button.text() if button else "") for name, about, button in dialog.rows]
    assert shown[:5] == [
        ("#peppol", "", "Unfollow"),
        ("Amina El Idrissi", "", "Unfollow"),
        ("Joris De Smedt", "", "Unfollow"),
        ("Lotte Maes", "", "Follow back"),
        ("Amina El Idrissi", "You follow each other", ""),
    ]
    assert all(act == "Follow" and about for _, about, act in shown[5:])
    for row in (0, 1, 3):
        button = dialog.rows[row][2]
        assert button is not None
        button.click()
    assert stage.node.posted == [
        Follow(topic="#peppol", on=False),
        Follow(factories.person_id(5), on=False),
        Follow(factories.person_id(2)),
    ]


def test_who_follows_nobody_is_told_so(stage: Any, qtbot: QtBot) -> None:
    made = FollowsDialog(stage.team, Following(stage.team, stage.team))
    qtbot.addWidget(made)
    assert all(button is not None for _, _, button in made.rows), "only whom to follow"
