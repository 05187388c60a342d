"""What stands below the last post."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from presencemap.domain.errors import Refused
from presencemap.ui.stream.feed import Feed, Scope, State
from presencemap.ui.stream.foot import Foot


@pytest.mark.parametrize(
    ("state", "scope", "words"),
    [
        (State.LOADING, Scope(), "Fetching …"),
        (State.SOME, Scope(), "Fetching …"),
        (State.ALL, Scope(topic="vat"), "Nobody wrote about this yet."),
        (State.ALL, Scope(), "What colleagues ask and share comes here."),
        (State.FAILED, Scope(), "No."),
    ],
)
def test_it_says_why_there_is_no_more(
    stage: Any, qtbot: QtBot, state: State, scope: Scope, words: str
) -> None:
    foot, feed = Foot(), Feed(stage.team)
    qtbot.addWidget(foot)
    feed.state, feed.scope, feed.error = state, scope, Refused("No.")
    foot.show_state(feed)
    assert foot.words.text().startswith(words)
    assert foot.again.isHidden() is (state is not State.FAILED)
