"""The window as a screen reader and the keyboard walk it; mirrors no one module."""

from collections.abc import Iterator
from itertools import pairwise
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from presencemap.app.commands import ShowNotes
from presencemap.app.post_commands import ShowDigest, ShowStream, ShowThread
from presencemap.ui.main_window import MainWindow
from presencemap.ui.map.accessible import PlateButton
from presencemap.ui.map.phrases import MOST_NAMED
from presencemap.ui.screen import Screen
from presencemap.ui.shell import Shell
from presencemap.ui.tray.tray import Tray

NAME = QAccessible.Text.Name


@pytest.fixture
def window(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """With its plates announced."""
    qtbot.waitUntil(lambda: bool(window.map.plate_buttons.buttons))
    return window


def met(root: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Everything that a screen reader comes past, from the window inwards."""
    yield root
    for number in range(root.childCount()):
        child = root.child(number)
        if child is not None and not (child.state().invisible and child.object()):  # type: ignore[attr-defined]
            yield from met(child)


def inside(widget: QWidget) -> list[QAccessibleInterface]:
    return list(met(QAccessible.queryAccessibleInterface(widget)))


def acted_on(widget: QWidget) -> list[QAccessibleInterface]:
    button = QAccessible.Role.Button
    return [e for e in inside(widget) if e.state().focusable or e.role() is button]  # type: ignore[attr-defined]


@pytest.mark.parametrize("stage", [43], indirect=True)
def test_whatever_can_be_acted_on_has_a_name(window: MainWindow, stage: Any) -> None:
    window.open_person(stage.cards[1].person.id)
    window.people.field.setText("a")
    seen = acted_on(window)
    assert len(seen) > 60
    for each in seen:
        assert each.text(NAME).strip(), (each.role(), each.object())


@pytest.fixture
def shell(stage: Any, factories: ModuleType, qtbot: QtBot) -> Iterator[Shell]:
    """With something on each screen."""
    stage.node.findings = factories.findings
    stage.node.answers |= {
        ShowNotes: factories.notes(),
        ShowDigest: factories.digest(),
        ShowStream: factories.posts(),
        ShowThread: factories.thread(),
    }
    made = Shell(stage.team, stage.towns, stage.preferences, Tray(stage.team, there=lambda: False))
    with qtbot.waitExposed(made.window):
        made.window.show()
    yield made
    made.stop()


@pytest.mark.qt_log_ignore("systemTrayWindowChanged")
def test_so_has_whatever_is_on_the_other_screens(shell: Shell, qtbot: QtBot) -> None:
    window, seen = shell.window, []

    def look() -> None:
        found = acted_on(window)
        seen.append(len(found))
        for each in found:
            assert each.text(NAME).strip(), (each.role(), each.object())

    window.lenses.show_topics()
    window.topics.choose_topic("peppol")
    qtbot.waitUntil(window.desk.panel.isVisible)
    look()
    for screen in (Screen.STREAM, Screen.ASK, Screen.NOTES):
        window.panes.rail.button(screen).click()
        if screen is Screen.STREAM:
            qtbot.waitUntil(lambda: len(shell.stream.feed.rows) > 2)
            shell.stream.open_thread(shell.stream.feed.rows[2])
            qtbot.waitUntil(lambda: len(shell.stream.talk.posts) > 1)
        elif screen is Screen.ASK:
            shell.ask.field.setText("vat")
            qtbot.waitUntil(lambda: bool(shell.ask.people.hits))
        look()
    assert min(seen) > 20


def of_several(widget: QWidget) -> list[tuple[str, bool]]:
    """The name of each, and whether it is the one; all are radio buttons."""
    seen = [each for each in inside(widget) if each.state().checkable]  # type: ignore[attr-defined]
    assert {each.role() for each in seen} == {QAccessible.Role.RadioButton}
    return [(each.text(NAME), bool(each.state().checked)) for each in seen]  # type: ignore[attr-defined]


def test_one_of_several_is_no_check_box(window: MainWindow) -> None:
    assert [on for _, on in of_several(window.map.days)] == [True, *[False] * 7]
    chips = of_several(window.people)
    assert chips[:3] == [("All", True), ("Following", False), ("Free now", False)]
    screens = of_several(window.panes.rail)
    assert screens[0] == ("Map (Ctrl 1)", True)
    assert not any(on for _, on in screens[1:])
    assert not [e for e in inside(window) if e.role() is QAccessible.Role.CheckBox]


@pytest.mark.parametrize("stage", [43], indirect=True)
def test_everybody_is_met_on_the_map_and_in_the_list(window: MainWindow, stage: Any) -> None:
    rows = [e.text(NAME) for e in inside(window.people.view)]
    for card in stage.cards:
        said = [row for row in rows if row.startswith(f"{card.person.name}, ")]
        assert len(said) == int(not card.me), card.person.name
    where = window.map
    markers = [e.text(NAME) for e in inside(where) if e.role() is QAccessible.Role.Button]
    crowds = [item.faces for item in where.foreground.items]
    crowds += [section.dock.faces for section in where.dock.sections]
    met_there = set()
    for faces in crowds:
        # Of a crowd the first are named; Space at the plate lists all.
        names = ["you" if f.me else f.name.split()[0] for f in faces]
        named = [m for m in markers if all(n in m for n in names[:MOST_NAMED])]
        assert len(named) == 1, names
        assert (f" and {len(faces) - MOST_NAMED} more" in named[0]) == (len(faces) > MOST_NAMED)
        met_there |= {face.person for face in faces}
    assert met_there == set(where.foreground.scene.whereabouts())


@pytest.mark.parametrize("stage", [43], indirect=True)
def test_space_at_a_crowd_lists_everybody(window: MainWindow, qtbot: QtBot) -> None:
    crowd = max(window.map.foreground.items, key=lambda item: len(item.faces))
    button = next(b for b in window.map.plate_buttons.buttons if b.key == crowd.key)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    rows = [action.text() for action in menu.actions()]
    assert all(any(face.name in row for row in rows) for face in crowd.faces)
    menu.close()


def test_a_screen_reader_opens_each_plate(window: MainWindow, qtbot: QtBot) -> None:
    where = window.map

    def button_of(key: str) -> PlateButton | None:
        return next((b for b in where.plate_buttons.buttons if b.key == key), None)

    for key in [button.key for button in where.plate_buttons.buttons]:
        window._clear()
        where.show_everyone()
        qtbot.waitUntil(lambda key=key: button_of(key) is not None)
        button, item = button_of(key), where.foreground.item_of(place=key)
        zoom = where.camera.goal.zoom
        assert button is not None
        assert item is not None
        with qtbot.waitSignal(button.opened):
            QAccessible.queryAccessibleInterface(button).actionInterface().doAction("Press")
        if len(item.faces) == 1:
            assert window.card.person == item.faces[0].person
        elif item.merged:
            assert where.camera.goal.zoom > zoom, "it is parted"
        else:
            assert window.people.people.chosen_site == key


def test_tab_goes_through_list_map_and_card_in_the_order_of_the_eye(
    window: MainWindow, stage: Any, qtbot: QtBot
) -> None:
    window.open_person(stage.cards[1].person.id)
    first = window.top.team_button
    first.setFocus(Qt.FocusReason.TabFocusReason)
    passed: list[QWidget] = []
    while not passed or QApplication.focusWidget() is not first:
        passed.append(QApplication.focusWidget())
        qtbot.keyClick(passed[-1], Qt.Key.Key_Tab)
        assert len(passed) < 100
    rail = window.panes.rail
    parts = (window.top, rail, window.people, window.map, window.card, window.status)
    stations = [next(n for n, p in enumerate(parts) if p is w or p.isAncestorOf(w)) for w in passed]
    assert stations == sorted(stations)
    assert set(stations) == set(range(len(parts)))
    over_map = [w for w in passed if window.map.isAncestorOf(w)]
    assert over_map[-len(window.map.dock.sections) :] == window.map.dock.sections
    card, *on_card = (w for w in passed if window.card.isAncestorOf(w))
    assert card is window.card
    assert on_card[0].accessibleName() == "Close"
    for above, below in pairwise(on_card):
        tops = [w.mapTo(window, w.rect().topLeft()).y() for w in (above, below)]
        assert tops[0] <= tops[1]


def test_the_card_shows_that_the_keyboard_is_on_it(
    window: MainWindow, stage: Any, qtbot: QtBot
) -> None:
    window.open_person(stage.cards[1].person.id)
    plain = window.card.grab().toImage()
    window.card.setFocus(Qt.FocusReason.MouseFocusReason)
    assert window.card.grab().toImage() == plain, "the mouse shows no ring"
    window.map.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is window.card
    assert window.card.grab().toImage() != plain


def test_all_that_a_plate_does_is_done_from_the_list_by_keys(
    window: MainWindow, stage: Any, qtbot: QtBot
) -> None:
    view = window.people.view
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClicks(view, "nele")
    nele = next(c.person.id for c in stage.cards if c.person.name == "Nele Van Acker")
    assert view.selected == nele
    assert window.map.foreground.item_of(person=nele).plate.selected  # type: ignore[union-attr]
    # Who else is there, as a click on the plate: the list keeps the keyboard on the person.
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert window.people.people.index(0).data() == "At Gent office"
    assert view.hasFocus()
    assert (view.selected, view.currentIndex().data()) == (nele, "Nele Van Acker")
    goal = window.map.camera.goal
    assert (goal.center_lat, goal.center_lon) == pytest.approx(stage.places.coordinates("gent"))
    # The card, as a click on the face; closed again, one and the same person is chosen on both.
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert window.card.person == nele
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert window.card.person == ""
    assert view.selected == nele
    assert window.map.foreground.item_of(person=nele).plate.selected  # type: ignore[union-attr]
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.selected == ""
    assert not any(item.plate.selected for item in window.map.foreground.items)


def test_space_where_nobody_is_does_nothing(window: MainWindow, qtbot: QtBot) -> None:
    view = window.people.view
    view.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Home, Qt.Key.Key_End):  # a header, and who is offline
        qtbot.keyClick(view, key)
        goal = window.map.camera.goal
        qtbot.keyClick(view, Qt.Key.Key_Space)
        assert window.people.people.chosen_site is None
        assert window.map.camera.goal == goal
