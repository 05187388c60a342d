"""The feed: page after page, what is new waits, what changed is changed where it stands."""

from types import ModuleType
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from presencemap.app.notices import FollowsChanged, PostsChanged, Started
from presencemap.app.post_commands import ShowPosts, ShowStream
from presencemap.app.posts import SHOWN
from presencemap.domain.errors import NotFound, Refused
from presencemap.ui.stream.feed import Feed, Scope, State


class Stock:
    """Posts as a node has them, and what it was asked."""

    def __init__(self, stage: Any, factories: ModuleType, posts: int) -> None:
        self.factories = factories
        self.posts = [factories.post(n, 1 + n % 5, f"post {n}", n) for n in range(posts)]
        self.asked: list[ShowStream] = []
        stage.node.answers[ShowStream] = self.page
        stage.node.answers[ShowPosts] = self.some

    def page(self, command: ShowStream) -> list[dict[str, Any]]:
        self.asked.append(command)
        first = 0
        if command.before is not None:
            first = [post["id"] for post in self.posts].index(command.before) + 1
        return self.posts[first : first + SHOWN]

    def some(self, command: ShowPosts) -> list[dict[str, Any]]:
        return [post for post in self.posts if post["id"] in command.posts]

    def add(self, number: int, person: int) -> str:
        post = self.factories.post(number, person, f"new {number}")
        self.posts.insert(0, post)
        return str(post["id"])


@pytest.fixture
def stock(stage: Any, factories: ModuleType) -> Stock:
    return Stock(stage, factories, 2 * SHOWN + 30)


@pytest.fixture
def feed(stage: Any, stock: Stock, qtbot: QtBot) -> Feed:
    made = Feed(stage.team)
    made.watch(on=True)
    assert made.state is State.LOADING
    qtbot.waitUntil(lambda: bool(made.rows))
    return made


def test_pages_follow_until_all_is_there(feed: Feed, stock: Stock, qtbot: QtBot) -> None:
    assert (len(feed.rows), feed.state) == (SHOWN, State.SOME)
    for many in (SHOWN, 30):
        with qtbot.waitSignal(feed.grew) as grew:
            feed.fetch_more()
            feed.fetch_more()
        assert grew.args == [many]
    assert feed.state is State.ALL
    feed.fetch_more()
    assert [row.id for row in feed.rows] == [post["id"] for post in stock.posts]
    assert len(stock.asked) == 3


def test_what_is_new_waits_and_nothing_moves(
    feed: Feed, stage: Any, stock: Stock, qtbot: QtBot
) -> None:
    first = feed.rows[0]
    new = stock.add(900, 3)
    with qtbot.waitSignal(feed.state_changed):
        stage.team.take(PostsChanged(frozenset({new})))
    assert feed.waiting
    assert feed.rows[0] == first
    feed.take_waiting()
    assert (feed.rows[0].id, feed.rows[1], feed.waiting) == (new, first, False)


def test_nothing_is_asked_while_nobody_looks(
    feed: Feed, stage: Any, stock: Stock, qtbot: QtBot
) -> None:
    feed.watch(on=False)
    new = stock.add(900, 3)
    stage.team.take(PostsChanged(frozenset({new})))
    assert not feed._timer.isActive()
    feed.watch(on=True)
    qtbot.waitUntil(lambda: feed.waiting)
    assert len(stock.asked) == 2


def test_mine_comes_at_once(feed: Feed, stage: Any, stock: Stock, qtbot: QtBot) -> None:
    new = stock.add(901, 0)
    with qtbot.waitSignal(feed.came) as came:
        stage.team.take(PostsChanged(frozenset({new})))
    assert (came.args, feed.rows[0].id, feed.waiting) == ([1], new, False)


def test_what_changed_or_went_does_so_where_it_stands(
    feed: Feed, stage: Any, stock: Stock, qtbot: QtBot
) -> None:
    changed, gone = stock.posts[4]["id"], stock.posts[7]["id"]
    stock.posts[4]["replies"] = 3
    del stock.posts[7]
    told: list[int] = []
    feed.changed.connect(told.append)
    feed.removed.connect(told.append)
    stage.team.take(PostsChanged(frozenset({changed})))
    stage.team.take(PostsChanged(frozenset({gone})))
    qtbot.waitUntil(lambda: len(told) == 2)
    assert sorted(told) == [4, 7]
    assert feed.rows[4].replies == 3
    assert feed.row_of(gone) is None
    assert feed.row_of(stock.posts[7]["id"]) == 7
    assert len(stock.asked) == 1, "nothing can be new"


def test_of_many_changes_all_is_asked_again(
    feed: Feed, stage: Any, stock: Stock, qtbot: QtBot
) -> None:
    stock.posts[50]["solved"] = True
    with qtbot.waitSignal(feed.changed) as changed:
        stage.team.take(PostsChanged())
    assert changed.args == [50]
    qtbot.waitUntil(lambda: len(stock.asked) == 2)


def test_whom_i_follow_matters_where_that_is_shown(
    feed: Feed, stage: Any, stock: Stock, qtbot: QtBot
) -> None:
    stage.team.take(FollowsChanged())
    qtbot.waitUntil(lambda: len(stock.asked) == 2)
    feed.show(Scope(topic="vat"))
    qtbot.waitUntil(lambda: feed.state is State.SOME)
    assert stock.asked[-1] == ShowStream(topic="#vat")
    feed.show(Scope(everybody=True))
    stage.team.take(FollowsChanged())
    assert not feed._timer.isActive()
    assert stock.asked[-1] == ShowStream(everybody=True)


def test_an_answer_to_what_is_shown_no_more_is_dropped(
    feed: Feed, stage: Any, stock: Stock, qtbot: QtBot
) -> None:
    feed.fetch_more()
    feed.show(Scope(everybody=True))
    qtbot.waitUntil(lambda: feed.state is State.SOME)
    assert len(feed.rows) == SHOWN
    with qtbot.waitSignal(feed.grew):
        feed.fetch_more()
    assert len(feed.rows) == 2 * SHOWN


def test_the_last_post_may_be_taken_back_while_the_page_after_it_is_asked_for(
    feed: Feed, stage: Any, stock: Stock, qtbot: QtBot
) -> None:
    del stock.posts[SHOWN - 1]
    stage.node.error = NotFound("gone")
    with qtbot.waitSignals([feed.removed, feed.grew]):
        feed.fetch_more()
        stage.node.error = None
    assert [row.id for row in feed.rows] == [post["id"] for post in stock.posts[: len(feed.rows)]]


def test_what_failed_is_said_and_tried_again(
    feed: Feed, stage: Any, stock: Stock, qtbot: QtBot
) -> None:
    stage.node.error = Refused("no")
    feed.fetch_more()
    qtbot.waitUntil(lambda: feed.state is State.FAILED)
    assert isinstance(feed.error, Refused)
    stage.node.error = None
    with qtbot.waitSignal(feed.grew):
        feed.again()
    stage.node.error = Refused("no")
    feed.show(Scope(everybody=True))
    qtbot.waitUntil(lambda: feed.state is State.FAILED)
    stage.node.error = None
    feed.again()
    qtbot.waitUntil(lambda: len(feed.rows) == SHOWN)


def test_it_begins_once_there_is_a_node_to_ask(stage: Any, stock: Stock, qtbot: QtBot) -> None:
    stage.team.running = False
    feed = Feed(stage.team)
    feed.watch(on=True)
    qtbot.waitUntil(lambda: feed.state is State.FAILED)
    stage.team.take(Started("Lerend Collectief", "", "", ""))
    qtbot.waitUntil(lambda: len(feed.rows) == SHOWN)
    assert feed.state is State.SOME
