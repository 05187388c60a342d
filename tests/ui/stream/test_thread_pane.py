"""The thread: all that was said on a post, and a reply of mine."""

from types import ModuleType
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from presencemap.app.notices import PostsChanged
from presencemap.app.post_commands import SayPost, ShowThread
from presencemap.domain.errors import Refused
from presencemap.domain.post import PostKind
from presencemap.ui.stream.facts import PostFacts
from presencemap.ui.stream.thread_pane import ThreadPane


@pytest.fixture
def views(factories: ModuleType) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = factories.thread()
    return found


@pytest.fixture
def pane(stage: Any, views: list[dict[str, Any]], qtbot: QtBot) -> ThreadPane:
    stage.node.answers[ShowThread] = lambda _command: list(views)
    made = ThreadPane(stage.team)
    qtbot.addWidget(made)
    made.resize(380, 700)
    made.show()
    made.open(PostFacts.read(views[1]))
    qtbot.waitUntil(lambda: len(made.posts) == 4)
    return made


def test_it_shows_all_of_it_from_what_it_is_about(
    pane: ThreadPane, views: list[dict[str, Any]]
) -> None:
    assert [post.text for post in pane.posts] == [view["text"] for view in views]
    assert pane.root == views[0]["id"]
    assert pane.who.text() == "with Joris and 2 other(s)"


def test_it_is_with_others_not_with_myself(
    pane: ThreadPane, factories: ModuleType, stage: Any, qtbot: QtBot
) -> None:
    mine = factories.post(60, 0, "Anyone?", kind="question")
    stage.node.answers[ShowThread] = [mine]
    pane.open(PostFacts.read(mine))
    assert pane.who.text() == ""
    answer = factories.post(61, 5, "Me.", kind="reply", reply_to=mine["id"])
    stage.node.answers[ShowThread] = [mine, answer]
    pane.open(PostFacts.read(mine))
    qtbot.waitUntil(lambda: len(pane.posts) == 2)
    assert pane.who.text() == "with Amina"


def test_a_reply_goes_to_what_the_thread_is_about(
    pane: ThreadPane, views: list[dict[str, Any]], stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    pane.say.set_text("See https://docs.example/a")
    views.append(factories.post(40, 0, "See", kind="reply", reply_to=views[0]["id"]))
    pane.say.send.click()
    qtbot.waitUntil(lambda: len(pane.posts) == 5)
    said = [command for command in stage.node.posted if isinstance(command, SayPost)]
    assert said == [SayPost(PostKind.REPLY, "See", ("https://docs.example/a",), views[0]["id"])]
    assert pane.say.box.text == ""


def test_what_failed_is_said_and_the_words_stay(pane: ThreadPane, stage: Any, qtbot: QtBot) -> None:
    stage.node.error = Refused("Not now.")
    pane.say.set_text("See")
    pane.say.send.click()
    qtbot.waitUntil(lambda: pane.message.text() == "Not now.")
    assert (pane.say.box.text, pane.say.send.isEnabled()) == ("See", True)


def test_what_comes_in_it_is_shown(
    pane: ThreadPane, views: list[dict[str, Any]], stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    stage.team.take(PostsChanged(frozenset({"of", "others"})))
    assert not pane._timer.isActive()
    views.append(factories.post(41, 6, "Ik ook", kind="reply", reply_to=views[0]["id"]))
    stage.team.take(PostsChanged(frozenset({views[0]["id"], views[-1]["id"]})))
    qtbot.waitUntil(lambda: len(pane.posts) == 5)


def test_what_is_typed_stays_for_its_thread(
    pane: ThreadPane, views: list[dict[str, Any]], factories: ModuleType, qtbot: QtBot
) -> None:
    pane.say.set_text("Half a th")
    other = PostFacts.read(factories.post(50, 3, "Else"))
    pane.open(other, reply=True)
    assert pane.say.box.text == ""
    with qtbot.waitSignal(pane.closed):
        pane.close_button.click()
    assert (pane.root, pane.posts) == ("", [])
    pane.open(PostFacts.read(views[1]))
    assert pane.say.box.text == "Half a th"
