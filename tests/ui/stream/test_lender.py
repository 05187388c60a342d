"""Widgets are lent on; what was made ready for a post is what it gets."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from presencemap.ui.stream.acts import Act
from presencemap.ui.stream.lender import Lender
from presencemap.ui.stream.post_widget import PostWidget


def spare_ones(lender: Lender) -> list[PostWidget]:
    ground = lender._make().parentWidget()
    return [each for each in ground.findChildren(PostWidget) if each.buttons]


@pytest.fixture
def lender(stage: Any, qtbot: QtBot) -> Lender:
    ground = QWidget()
    qtbot.addWidget(ground)
    return Lender(lambda: PostWidget(stage.team, ground))


def test_what_goes_is_lent_to_what_comes(lender: Lender) -> None:
    first = lender.borrow("a")
    assert lender.borrow("a") is first
    assert lender.borrow("b") is not first
    assert lender.release("a") is first
    assert lender.lent.keys() == {"b"}
    assert lender.borrow("c") is first


def test_a_spare_one_has_all_buttons_made_one_after_the_other(lender: Lender) -> None:
    counts = []
    for _ in lender.make_spare():
        (spare,) = spare_ones(lender)
        counts.append(len(spare.buttons))
    assert counts == list(range(1, len(Act) + 1))
    assert spare.isHidden()
    assert all(button.isHidden() for button in spare.buttons.values())
    assert lender.borrow("a") is spare
    assert lender.borrow("b") is not spare


def test_what_was_made_ready_is_what_comes(lender: Lender) -> None:
    ready = lender.ready("a")
    assert lender.ready("a") is ready
    assert lender.lent == {}
    lender.keep_ready({"a"})
    assert lender.borrow("a") is ready
    other = lender.ready("b")
    lender.keep_ready({"c"})
    assert lender.borrow("d") is other, "b doesn't come"


def test_tab_comes_to_one(lender: Lender) -> None:
    first, second = lender.borrow("a"), lender.borrow("b")
    lender.reach("b")
    tab = Qt.FocusPolicy.TabFocus
    assert [bool(each.focusPolicy() & tab) for each in (first, second)] == [False, True]
    lender.reach("a")
    assert [bool(each.focusPolicy() & tab) for each in (first, second)] == [True, False]
