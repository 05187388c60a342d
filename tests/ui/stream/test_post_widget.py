"""A post on the screen: what clicks and keys on it mean."""

from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from presencemap.ui.stream.acts import Act
from presencemap.ui.stream.facts import PostFacts
from presencemap.ui.stream.phrases import Became, going
from presencemap.ui.stream.post_widget import PostWidget
from presencemap.ui.stream.sheet import Sheet
from presencemap.ui.theme import appearance


@pytest.fixture
def posts(factories: ModuleType) -> list[PostFacts]:
    return [PostFacts.read(view) for view in factories.posts()]


@pytest.fixture
def widget(stage: Any, posts: list[PostFacts], qtbot: QtBot) -> Iterator[PostWidget]:
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.resize(600, 400)
    made = PostWidget(stage.team, holder)
    show(made, posts[1])
    made.reachable(on=True)
    with qtbot.waitExposed(holder):
        holder.show()
    yield made
    holder.hide()


def show(widget: PostWidget, post: PostFacts, *, opened: bool = False) -> None:
    made = Sheet(post, appearance().theme, 600, small=False)
    state = Became("Solved", "ok", "check") if post.solved else Became()
    widget.bind(made, state, opened=opened)
    widget.resize(600, PostWidget.height_of(made, state))


def offered(widget: PostWidget) -> list[Act]:
    return [act for act, button in widget.buttons.items() if not button.isHidden()]


def test_its_buttons_are_those_of_the_post_it_shows(
    widget: PostWidget, posts: list[PostFacts], qtbot: QtBot
) -> None:
    assert offered(widget) == [Act.REPLY, Act.RESHARE, Act.THANK]
    assert widget.accessibleName().startswith("Lotte Maes, Replies to Joris De Smedt: Same in")
    with qtbot.waitSignal(widget.act_wanted) as wanted:
        qtbot.mouseClick(widget.buttons[Act.THANK], Qt.MouseButton.LeftButton)
    assert wanted.args == [Act.THANK, posts[1]]
    show(widget, posts[0], opened=True)
    assert offered(widget) == [Act.REPLY, Act.EDIT, Act.RETRACT]
    assert widget.buttons[Act.EDIT].accessibleName().endswith("(E)")
    with qtbot.waitSignal(widget.act_wanted) as wanted:
        qtbot.keyClick(widget.buttons[Act.RETRACT], Qt.Key.Key_Return)
    assert wanted.args == [Act.RETRACT, posts[0]]
    assert not widget.grab().isNull()


def test_nothing_is_offered_with_one_that_goes_and_the_keyboard_stays_on_it(
    widget: PostWidget, posts: list[PostFacts], qtbot: QtBot
) -> None:
    show(widget, posts[0])
    qtbot.waitActive(widget.window())
    widget.buttons[Act.RETRACT].setFocus(Qt.FocusReason.TabFocusReason)
    assert widget.buttons[Act.RETRACT].hasFocus()
    sheet = Sheet(posts[0], appearance().theme, 600, small=False)
    widget.bind(sheet, going(), opened=False)
    assert offered(widget) == []
    assert widget.hasFocus(), "a button that goes doesn't take the keyboard with it"
    assert "Being taken back" in widget.accessibleName()
    widget.bind(sheet, Became(), opened=False)
    assert Act.RETRACT in offered(widget)


def test_where_there_is_no_room_the_last_buttons_have_no_word(
    widget: PostWidget, posts: list[PostFacts]
) -> None:
    question = posts[2]
    assert question.asks
    brief = {}
    for width in (640, 480, 360, 320):
        made = Sheet(question, appearance().theme, width, small=False)
        widget.bind(made, Became(), opened=False)
        shown = sorted((widget.buttons[act] for act in offered(widget)), key=QWidget.x)
        only_icons = Qt.ToolButtonStyle.ToolButtonIconOnly
        brief[width] = [each.toolButtonStyle() is only_icons for each in shown]
        assert brief[width] == sorted(brief[width]), "the first ones keep their words"
        assert max(each.geometry().right() for each in shown) < width
    assert 0 < sum(brief[640]) < sum(brief[480]) < sum(brief[360]) < sum(brief[320])


@pytest.mark.parametrize(
    ("key", "modifier", "act"),
    [
        (Qt.Key.Key_R, Qt.KeyboardModifier.NoModifier, Act.REPLY),
        (Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier, Act.RESHARE),
        (Qt.Key.Key_T, Qt.KeyboardModifier.NoModifier, Act.THANK),
    ],
)
def test_keys(
    widget: PostWidget, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier, act: Act
) -> None:
    with qtbot.waitSignal(widget.act_wanted) as wanted:
        qtbot.keyClick(widget, key, modifier)
    assert wanted.args[0] is act


def test_a_key_for_what_is_not_offered_does_nothing(widget: PostWidget, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(widget.act_wanted):
        qtbot.keyClick(widget, Qt.Key.Key_Delete)
        qtbot.keyClick(widget, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)


def test_enter_opens_the_thread_and_o_the_link(widget: PostWidget, qtbot: QtBot) -> None:
    with qtbot.waitSignal(widget.opened):
        qtbot.keyClick(widget, Qt.Key.Key_Return)
    with qtbot.waitSignal(widget.spot_clicked) as clicked:
        qtbot.keyClick(widget, Qt.Key.Key_O)
    assert clicked.args == ["link", "https://docs.peppol.example/vat"]


def test_a_click_is_of_what_lies_there(
    widget: PostWidget, posts: list[PostFacts], qtbot: QtBot
) -> None:
    for what in ("person", "link", "post"):
        spot = next(s for s in widget._sheet.spots if s.what == what)  # type: ignore[union-attr]
        at = spot.box.center().toPoint()
        qtbot.mouseMove(widget, at)
        with qtbot.waitSignal(widget.spot_clicked) as clicked:
            qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at)
        assert clicked.args == [what, spot.value]
    with qtbot.waitSignal(widget.opened) as opened:
        qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(590, 4))
    assert opened.args == [posts[1]]
    with qtbot.assertNotEmitted(widget.opened):
        qtbot.mouseClick(widget, Qt.MouseButton.RightButton, pos=QPoint(590, 4))


def test_its_menu_has_all_that_can_be_done(widget: PostWidget, qtbot: QtBot) -> None:
    menu = widget.menu()
    named = {action.text(): action for action in menu.actions() if action.text()}
    assert list(named) == [
        "Reply",
        "Reshare",
        "Thank",
        "Copy text",
        "Open docs.peppol.example",
        "Keep docs.peppol.example among my links",
    ]
    with qtbot.waitSignal(widget.act_wanted):
        named["Thank"].trigger()
    named["Copy text"].trigger()
    assert QGuiApplication.clipboard().text() == "Same in Utrecht. The rule text is here:"
    with qtbot.waitSignal(widget.spot_clicked):
        named["Open docs.peppol.example"].trigger()
    menu.close()


def test_who_left_the_team_has_initials_still(
    widget: PostWidget, factories: ModuleType, posts: list[PostFacts]
) -> None:
    gone = PostFacts.read(factories.post(1, 40, "bye"))
    show(widget, gone)
    assert widget._face(gone).initials == "SL"
    assert widget._face(posts[1]).initials == "LM"
