"""Where posts lie below each other, by heights that become known as they are looked at."""

from types import ModuleType
from typing import Any

import pytest

from presencemap.ui.stream.facts import PostFacts
from presencemap.ui.stream.post_column import PostColumn
from tests.ui.stream.posts import some


@pytest.fixture
def column(stage: Any, factories: ModuleType) -> PostColumn:
    made = PostColumn(stage.team, small=False)
    made.show(some(factories, 40), 400)
    return made


def test_those_between_lie_one_below_the_other(column: PostColumn) -> None:
    found = list(column.between(0, 500))
    assert [row for row, _ in found] == list(range(len(found)))
    assert [y for _, y in found] == [column.top(row) for row, _ in found]
    last = found[-1][0]
    assert column.top(last) < 500 <= column.top(last) + column.of(last)
    assert not column.is_measured(last + 1)


@pytest.mark.parametrize("top", [1000, 1333, 2700, 3900])
def test_what_is_in_sight_is_pushed_by_what_grows_above_it(column: PostColumn, top: int) -> None:
    lies = column.at(top)
    below = column.top(lies) + column.of(lies) - top
    more = column.find_out_between(top, top + 600)
    first = column.at(top + more)
    assert column.top(lies) + column.of(lies) - (top + more) == below, "its end stays where it was"
    assert column.is_measured(first)
    assert all(column.is_measured(row) for row, _ in column.between(top + more, top + more + 600))
    assert column.find_out_between(top + more, top + more + 600) == 0, "all is known"


def test_the_first_post_grows_downwards(column: PostColumn) -> None:
    assert column.find_out_between(-50, 300) == 0
    assert column.is_measured(0)


def test_on_another_width_it_lies_otherwise(column: PostColumn) -> None:
    post = column.posts[11]
    column.find_out(11)
    wide = column.of(11)
    column.lie_on(200)
    assert not column.is_measured(11)
    column.find_out(11)
    assert column.of(11) > wide
    assert column.sheet(post).width == 200
    column.show(column.posts, 400)
    assert column.sheet(post).width == 400


def test_in_a_thread_a_reply_says_less_below_the_post_it_is_about(
    stage: Any, factories: ModuleType
) -> None:
    thread = [PostFacts.read(each) for each in factories.thread()]
    answer = next(post for post in thread if post.of == thread[0].id)
    column = PostColumn(stage.team, small=True)
    column.show([thread[0], answer], 400)
    below = column.sheet(answer).height
    column.show([answer], 400)
    assert column.sheet(answer).height > below


def test_what_is_being_taken_back_says_so(column: PostColumn) -> None:
    post = column.posts[3]
    column.mark_going(frozenset({post.id}))
    assert column.state(post).going
    assert not column.state(column.posts[4]).going


def test_none(stage: Any) -> None:
    column = PostColumn(stage.team, small=False)
    assert list(column.between(0, 600)) == []
