"""The list: only what is in sight is there, and what is read stays where it is."""

from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from presencemap.ui.stream.facts import PostFacts
from presencemap.ui.stream.post_list import WIDEST, PostList
from presencemap.ui.stream.post_widget import PostWidget
from presencemap.ui.theme import appearance
from tests.ui.stream.posts import some


@pytest.fixture
def made(stage: Any, factories: ModuleType, qtbot: QtBot) -> PostList:
    found = PostList(stage.team)
    qtbot.addWidget(found)
    found.resize(500, 600)
    found.set_rows(some(factories, 300))
    with qtbot.waitActive(found):
        found.show()
        found.activateWindow()
    return found


def in_sight(made: PostList) -> list[int]:
    return [int(widget.post.text.split()[1]) for widget in made.widgets if widget.post]


def place(made: PostList, number: int) -> int:
    return next(w.y() for w in made.widgets if w.post and w.post.text.startswith(f"post {number} "))


def test_only_what_is_in_sight_is_there_one_below_the_other(made: PostList) -> None:
    bar = made.verticalScrollBar()
    seen: set[int] = set()
    while bar.value() < bar.maximum():
        shown = in_sight(made)
        seen |= set(shown)
        assert shown == list(range(shown[0], shown[0] + len(shown)))
        assert len(shown) < 12
        for upper, lower in zip(made.widgets, made.widgets[1:], strict=False):
            assert upper.geometry().bottom() + 1 == lower.y()
        bar.setValue(bar.value() + 400)
    assert seen | set(in_sight(made)) == set(range(300))
    assert in_sight(made)[-1] == 299
    assert made.widgets[-1].geometry().bottom() + 1 == made.viewport().height()


def test_going_up_through_heights_not_known_yet_moves_nothing(made: PostList) -> None:
    bar = made.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    for _ in range(40):
        middle = in_sight(made)[1]
        before = place(made, middle)
        bar.setValue(bar.value() - 60)
        assert place(made, middle) == before + 60


def test_a_post_that_goes_above_moves_nothing(made: PostList, factories: ModuleType) -> None:
    rows = some(factories, 300)
    made.set_rows(rows)
    bar = made.verticalScrollBar()
    bar.setValue(3000)
    number = in_sight(made)[1]
    before = place(made, number)
    del rows[2]
    made.row_removed(2)
    assert place(made, number) == before
    del rows[rows.index(next(row for row in rows if row.text.startswith(f"post {number} ")))]
    made.row_removed(number - 1)
    assert number not in in_sight(made)


def test_a_change_in_sight_is_shown(made: PostList, factories: ModuleType) -> None:
    rows = some(factories, 300)
    made.set_rows(rows)
    below = place(made, 2)
    rows[1] = PostFacts.read(factories.post(1, 2, "post 1 " + "longer " * 40, 1))
    made.row_changed(1)
    assert place(made, 2) > below


def test_the_end_near_is_told_once_it_comes(made: PostList, qtbot: QtBot) -> None:
    bar = made.verticalScrollBar()
    with qtbot.assertNotEmitted(made.end_near):
        bar.setValue(bar.maximum() // 2)
    with qtbot.waitSignal(made.end_near):
        bar.setValue(bar.maximum())


def test_more_at_the_end_and_mine_at_the_top(made: PostList, factories: ModuleType) -> None:
    rows = some(factories, 300)
    made.set_rows(rows)
    made.verticalScrollBar().setValue(3000)
    shown = in_sight(made)
    rows += [PostFacts.read(factories.post(999, 3, "post 999"))]
    made.rows_grew(1)
    assert in_sight(made) == shown
    rows[:0] = [PostFacts.read(factories.post(1000, 0, "post 1000"))]
    made.rows_came(1)
    assert in_sight(made)[:2] == [1000, 0]
    made.show_end()
    assert in_sight(made)[-1] == 999


def test_keys_go_from_post_to_post_and_by_pages(made: PostList, qtbot: QtBot) -> None:
    made.setFocus(Qt.FocusReason.TabFocusReason)
    assert made.current == made.widgets[0].post.id  # type: ignore[union-attr]
    for _ in range(7):
        qtbot.keyClick(made.focusWidget(), Qt.Key.Key_Down)
    assert made.current == f"{7:032x}"
    widget = next(w for w in made.widgets if w.hasFocus())
    assert widget.geometry().bottom() <= made.viewport().height()
    qtbot.keyClick(widget, Qt.Key.Key_Up)
    assert made.current == f"{6:032x}"
    bar = made.verticalScrollBar()
    for key, holds in (
        (Qt.Key.Key_PageDown, lambda was: bar.value() > was),
        (Qt.Key.Key_PageUp, lambda was: bar.value() < was),
        (Qt.Key.Key_End, lambda _was: bar.value() == bar.maximum()),
        (Qt.Key.Key_Home, lambda _was: bar.value() == 0),
    ):
        was = bar.value()
        qtbot.keyClick(made, key)
        assert holds(was)


def test_a_post_out_of_sight_gives_the_keyboard_back_and_takes_it_from_nobody(
    stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    made, field = PostList(stage.team, holder), QLineEdit(holder)
    made.resize(500, 600)
    made.set_rows(some(factories, 300))
    with qtbot.waitActive(holder):
        holder.show()
        holder.activateWindow()
    made.setFocus(Qt.FocusReason.TabFocusReason)
    assert made.widgets[0].hasFocus()
    field.setFocus()
    made.verticalScrollBar().setValue(4_000)
    assert field.hasFocus(), "who writes elsewhere goes on writing"
    made.verticalScrollBar().setValue(0)
    made.widgets[0].setFocus(Qt.FocusReason.TabFocusReason)
    made.verticalScrollBar().setValue(4_000)
    assert made.hasFocus()
    qtbot.keyClick(made, Qt.Key.Key_Down)
    assert any(widget.hasFocus() for widget in made.widgets), "and goes on from what is in sight"


def test_tab_comes_to_the_buttons_of_one_post_only(made: PostList) -> None:
    made.setFocus(Qt.FocusReason.TabFocusReason)
    reachable = [w for w in made.widgets if w.focusPolicy() is Qt.FocusPolicy.StrongFocus]
    assert reachable == [made.widgets[0]]


def test_another_width_or_text_size_keeps_what_is_read_on_top(made: PostList) -> None:
    made.verticalScrollBar().setValue(4000)
    first = in_sight(made)[0]
    made.resize(380, 600)
    assert in_sight(made)[0] == first
    appearance().set_text_scale(1.5)
    assert in_sight(made)[0] == first
    made.resize(1000, 600)
    assert made.widgets[0].width() == WIDEST * 1.5


def test_head_and_foot_scroll_along(made: PostList) -> None:
    head, foot = QLabel("Head"), QLabel("Foot")
    made.set_head(head)
    made.set_foot(foot)
    made.relayout()
    assert made.widgets[0].y() == head.height() > 0
    made.verticalScrollBar().setValue(made.verticalScrollBar().maximum())
    made.show_end()
    assert head.geometry().bottom() < 0
    assert foot.geometry().bottom() + 1 == made.viewport().height()


def test_the_open_post_is_marked_and_gets_the_keyboard_back(made: PostList) -> None:
    post = made.widgets[1].post
    assert post is not None
    made.show_open(post.id)
    assert made.opened_post == post.id
    made.go_to(post.id)
    assert made.current == post.id


def test_none(stage: Any, qtbot: QtBot) -> None:
    made = PostList(stage.team)
    qtbot.addWidget(made)
    made.resize(500, 600)
    made.show()
    made.setFocus()
    made.set_rows([])
    qtbot.keyClick(made, Qt.Key.Key_Down)
    assert made.widgets == []


def test_what_comes_in_next_was_made_ready_where_the_scroll_goes(made: PostList) -> None:
    bar = made.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    for way in (1, -1):
        for _ in range(6):
            bar.setValue(bar.value() + way * 20)
        for _ in range(20):
            before = {widget.post for widget in made.widgets}
            bar.setValue(bar.value() + way * 20)
            for widget in made.widgets:
                if widget.post not in before and not widget.underMouse():
                    assert not widget.make_ready(), "laid out and painted before it came"


def test_what_was_made_ready_is_shown_as_it_is_now(made: PostList, factories: ModuleType) -> None:
    rows = some(factories, 300)
    made.set_rows(rows)
    coming = in_sight(made)[-1] + 1
    rows[coming] = PostFacts.read(factories.post(coming, 2, f"post {coming} changed", coming))
    made.row_changed(coming)
    bar = made.verticalScrollBar()
    while coming not in in_sight(made):
        bar.setValue(bar.value() + 20)
    [widget] = [w for w in made.widgets if w.post and w.post.text.startswith(f"post {coming} ")]
    assert widget.post == rows[coming]


@pytest.mark.usefixtures("in_turns")
def test_widgets_made_before_there_are_posts_are_theirs_and_the_next_ones_come_later(
    stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    found = PostList(stage.team)
    qtbot.addWidget(found)
    found.resize(500, 300)
    found.show()
    for _ in found.made_ahead():
        pass
    made = found.findChildren(PostWidget)
    buttons = [button for each in made for button in each.buttons.values()]
    assert not any(each.isVisible() for each in made)
    found.set_rows(some(factories, 300))
    assert set(found.widgets) < set(made)
    ready = [each for each in made if each.post is not None]
    assert set(ready) == set(found.widgets), "what isn't in sight waits"
    qtbot.waitUntil(lambda: sum(each.post is not None for each in made) == len(ready) + 2)
    assert [b for each in made for b in each.buttons.values()] == buttons
