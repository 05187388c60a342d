"""List, map and card at every width."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from presencemap.app.notices import PlacesChanged
from presencemap.domain.place import Place, PlaceKind, PlaceTree
from presencemap.ui.main_window import MainWindow
from presencemap.ui.panes import Form
from presencemap.ui.people.card_head import Head
from presencemap.ui.people.showing import Show
from presencemap.ui.screen import Screen

K = Qt.Key


@pytest.fixture
def window(open_window: Callable[[int, int], MainWindow]) -> MainWindow:
    return open_window(480, 760)


def seen(window: MainWindow) -> list[str]:
    """The parts that are shown; "tabs" is the rail where it lies."""
    rail = window.panes.rail
    lies = rail.isVisible() and Screen.COLLEAGUES in rail.screens
    parts = {"list": window.people.isVisible(), "map": window.map.isVisible(), "tabs": lies}
    return [name for name, shown in parts.items() if shown]


def person(stage: Any, name: str) -> str:
    return str(next(card.person.id for card in stage.cards if card.person.name == name))


@pytest.mark.parametrize(
    ("width", "form", "shown"),
    [
        (1280, Form.SIDE_BY_SIDE, ["list", "map"]),
        (1000, Form.SIDE_BY_SIDE, ["list", "map"]),
        (999, Form.CARD_OVER_LIST, ["list", "map"]),
        (720, Form.CARD_OVER_LIST, ["list", "map"]),
        (719, Form.TABS, ["map", "tabs"]),
        (360, Form.TABS, ["map", "tabs"]),
        (340, Form.TABS, ["list"]),
    ],
)
def test_who_is_there_at_which_width(
    window: MainWindow, width: int, form: Form, shown: list[str]
) -> None:
    window.resize(width, 760)
    assert window.width() == width
    assert (window.panes.form, seen(window)) == (form, shown)
    assert window.rect().contains(window.top.pill.mapTo(window, window.top.pill.rect().center()))


def pressed(window: MainWindow, who: str) -> dict[str, int]:
    """Px that the lowest of each is high; the parts of a sheet only where there is one."""

    def lowest(*parts: QWidget) -> int:
        QApplication.processEvents()
        found = (b for part in parts for b in (part, *part.findChildren(QAbstractButton)))
        return min(b.height() for b in found if isinstance(b, QAbstractButton) and b.isVisible())

    people, card, panes = window.people, window.card, window.panes
    panes.show_map()
    found = {"zoom": lowest(window.map.zoom_buttons), "lens": lowest(window.map.lens)}
    window.open_person(who)
    found |= {"ways": lowest(card.contact), "head": lowest(card.findChild(Head))}
    if panes.form is Form.TABS:
        found |= {"near": lowest(card.near), "handle": lowest(panes.handle)}
        panes.handle.stepped.emit(2)
        found |= {"acts": lowest(card.acts), "foot": lowest(card.acts.foot)}
    card.close_card()
    panes.show_list()
    QApplication.processEvents()
    chips = [chip.height() for chip in people.filters.chips.values() if chip.isVisible()]
    return found | {"chips": min(chips), "sort": people.sort.height()}


def test_what_is_pressed_is_40_px_high_where_it_is_narrow_else_28(
    window: MainWindow, stage: Any
) -> None:
    joris = person(stage, "Joris De Smedt")
    least = dict.fromkeys(("zoom", "lens", "head", "chips", "sort"), 28) | {"ways": 32}
    narrow = dict.fromkeys((*least, "near", "handle", "acts", "foot"), 40)
    for width, heights in ((480, narrow), (1280, least), (719, narrow), (720, least)):
        window.resize(width, 760)
        assert pressed(window, joris) == heights, width
        assert window.status.toggle.height() >= 28


def test_under_a_sheet_no_zoom_buttons_stick_out(window: MainWindow, stage: Any) -> None:
    window.open_person(person(stage, "Joris De Smedt"))
    assert not window.map.zoom_buttons.isVisible()
    window.card.close_card()
    assert window.map.zoom_buttons.isVisible()


def test_each_tab_shows_its_pane_over_the_whole_width(window: MainWindow, qtbot: QtBot) -> None:
    window.panes.rail.button(Screen.COLLEAGUES).click()
    assert seen(window) == ["list", "tabs"]
    qtbot.waitUntil(lambda: window.people.width() == window.width())
    window.panes.rail.button(Screen.MAP).click()
    assert seen(window) == ["map", "tabs"]
    qtbot.waitUntil(lambda: window.map.width() == window.width())
    window.resize(1280, 760)
    qtbot.waitUntil(lambda: window.people.width() <= 420)
    assert seen(window) == ["list", "map"]


def test_a_filter_whose_list_is_out_of_sight_is_told_on_the_map(
    window: MainWindow, qtbot: QtBot
) -> None:
    rail, note = window.panes.rail, window.map.filtered
    rail.button(Screen.COLLEAGUES).click()
    window.people.filters.chips[Show.STRUGGLING].click()
    window.people.field.setText("peppol")
    assert note.isHidden()
    rail.button(Screen.MAP).click()
    assert note.isVisible()
    assert note.words == "Struggling · “peppol”"
    assert window.map.rect().contains(note.geometry())
    rail.button(Screen.COLLEAGUES).click()
    assert note.isHidden()
    rail.button(Screen.MAP).click()
    note.back.click()
    assert note.isHidden()
    assert not window.people.people.filtering
    window.people.field.setText("peppol")
    assert note.words == "“peppol”"
    window.resize(1280, 760)
    qtbot.waitUntil(note.isHidden)
    assert window.people.people.filtering, "the list says so itself"


def test_esc_on_the_map_clears_what_is_chosen_then_the_filter(
    window: MainWindow, stage: Any, qtbot: QtBot
) -> None:
    window.people.filters.chips[Show.STRUGGLING].click()
    joris = person(stage, "Joris De Smedt")
    window.open_person(joris)
    left = []
    for _ in range(3):
        qtbot.keyClick(window, K.Key_Escape)
        people = window.people
        left.append((window.card.isVisible(), people.view.selected, people.people.show_only))
    assert left == [
        (False, joris, Show.STRUGGLING),
        (False, "", Show.STRUGGLING),
        (False, "", Show.ALL),
    ]
    assert window.map.filtered.isHidden()


def test_a_filter_is_told_on_the_map_on_what_while_a_topic_covers_the_list(
    window: MainWindow,
) -> None:
    window.resize(1280, 760)
    window.people.filters.chips[Show.STRUGGLING].click()
    window.lenses.show_topics()
    note = window.topics.filtered
    assert note.isHidden()
    window.people.cover(QLabel("a topic"))
    assert note.isVisible()
    assert not note.covered().meets(window.topics.lens.covered())
    assert note.covered().y >= window.topics.chips.geometry().bottom()
    window.people.cover(None)
    assert note.isHidden()


def test_what_is_sought_brings_its_tab(window: MainWindow, stage: Any, qtbot: QtBot) -> None:
    window.top.find_field.topic.emit("peppol")
    assert seen(window) == ["list", "tabs"]
    assert window.people.people.show_only is Show.TOPIC
    window.top.find_field.town.emit("Utrecht, NL")
    assert seen(window) == ["map", "tabs"]
    qtbot.keyClick(window, K.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert seen(window) == ["list", "tabs"]
    window.top.find_field.place.emit("gent")
    assert seen(window) == ["map", "tabs"]


def test_from_the_list_alone_one_goes_inside(window: MainWindow, stage: Any, qtbot: QtBot) -> None:
    floor = Place("floor", "Floor 2", PlaceKind.FLOOR, "gent")
    stage.team.take(PlacesChanged(PlaceTree([*stage.places, floor])))
    window.panes.show_list()
    view = window.people.view
    view.setFocus()
    qtbot.keyClicks(view, "nele")
    qtbot.keyClick(view, K.Key_Space)
    assert seen(window) == ["list", "tabs"]
    qtbot.keyClick(view, K.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.ground.on_floor
    assert window.ground.floor.isVisible()


def heights(window: MainWindow) -> int:
    area = window.panes.splitter
    return round(10 * (window.card.height() - 24) / area.height())


def test_the_card_is_a_sheet_of_three_heights(window: MainWindow, stage: Any, qtbot: QtBot) -> None:
    window.open_person(person(stage, "Joris De Smedt"))
    sheet, handle = window.card.geometry(), window.panes.handle
    assert sheet.height() == 168 + 24
    assert sheet.width() == window.width() + 24
    assert sheet.bottom() - 12 == window.panes.splitter.geometry().bottom()
    assert handle.isVisible()
    layers = window.panes.children()
    assert layers.index(handle) > layers.index(window.card), "it lies over the sheet"
    handle.setFocus()
    found = []
    for key in (K.Key_Up, K.Key_Up, K.Key_Up, K.Key_Down, K.Key_Down, K.Key_Down):
        qtbot.keyClick(handle, key)
        found.append(heights(window))
    assert found == [5, 10, 10, 5, found[4], found[4]]
    assert window.card.height() == 168 + 24
    qtbot.keyClick(handle, K.Key_A)
    assert window.card.height() == 168 + 24


def test_a_low_sheet_has_the_main_things_and_nothing_to_scroll(
    window: MainWindow, stage: Any, qtbot: QtBot
) -> None:
    card = window.card
    window.open_person(person(stage, "Joris De Smedt"))
    bar = card.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    texts = {label.text() for label in card.findChildren(QLabel) if label.isVisible()}
    assert {"Joris De Smedt", "Available", "Acme, Gent, Room 3.12 · live"} <= texts
    assert any("Peppol invoices bounce" in text for text in texts)
    assert card.contact.buttons[0].isVisible()
    assert not card.acts.follow.isVisible()
    window.panes.handle.click()
    assert card.acts.follow.isVisible()
    assert not card._doing.isVisible()


def test_the_map_shows_who_is_chosen_above_the_sheet(
    window: MainWindow, stage: Any, qtbot: QtBot
) -> None:
    who = person(stage, "Joris De Smedt")
    where = window.map
    qtbot.waitUntil(lambda: where.foreground.item_of(person=who) is not None)
    window.open_person(who)
    item = where.foreground.item_of(person=who)
    assert item is not None
    box = where.foreground.box(item, where.camera.goal)
    assert box.y + box.h <= where.height() - 168


def test_the_sheet_is_pulled_by_its_handle_and_a_click_goes_higher(
    window: MainWindow, stage: Any
) -> None:
    window.open_person(person(stage, "Joris De Smedt"))
    handle, left = window.panes.handle, Qt.MouseButton.LeftButton
    QTest.mouseClick(handle, left)
    assert heights(window) == 5
    QTest.mousePress(handle, left, pos=QPoint(36, 10))
    QTest.mouseRelease(handle, left, pos=QPoint(36, -90))
    assert heights(window) == 10
    QTest.mousePress(handle, left, pos=QPoint(36, 10))
    QTest.mouseRelease(handle, left, pos=QPoint(36, 110))
    assert heights(window) == 5


def test_a_closed_sheet_takes_its_handle_along_and_begins_low_again(
    window: MainWindow, stage: Any
) -> None:
    window.open_person(person(stage, "Joris De Smedt"))
    window.panes.handle.click()
    window.card.close_card()
    assert not window.panes.handle.isVisible()
    window.open_person(person(stage, "Lotte Maes"))
    assert window.card.height() == 168 + 24


def test_from_a_sheet_to_a_card_and_back(window: MainWindow, stage: Any) -> None:
    window.open_person(person(stage, "Joris De Smedt"))
    window.resize(1280, 760)
    assert not window.panes.handle.isVisible()
    assert window.card.width() < 400
    window.resize(480, 760)
    assert window.panes.handle.isVisible()
    assert window.card.width() == 480 + 24


@pytest.mark.parametrize("width", [720, 900, 999])
def test_a_card_over_the_list_hides_nothing_of_the_map(
    window: MainWindow, stage: Any, width: int
) -> None:
    window.resize(width, 640)
    window.open_person(person(stage, "Joris De Smedt"))
    painted = window.card.geometry().adjusted(12, 12, -12, -12)
    assert painted.right() < window.map.mapTo(window.panes, QPoint()).x()


def test_a_card_with_room_for_all_has_no_bar_to_scroll(
    window: MainWindow, stage: Any, qtbot: QtBot
) -> None:
    window.resize(720, 640)
    window.open_person(person(stage, "Joris De Smedt"))
    bar = window.card.area.verticalScrollBar()
    assert not bar.isVisible()
    window.resize(720, 480)
    qtbot.waitUntil(bar.isVisible)


def test_the_panes_that_are_hidden_are_stepped_over(window: MainWindow, qtbot: QtBot) -> None:
    window.map.setFocus()
    qtbot.keyClick(window, K.Key_F6)
    assert window.top.team_button.hasFocus()
    qtbot.keyClick(window, K.Key_F6)
    assert window.map.hasFocus()


def test_another_screen_stands_beside_the_list_or_has_all(
    window: MainWindow, stage: Any, qtbot: QtBot
) -> None:
    panes, page, alone = window.panes, QLabel("stream"), QLabel("notes")
    shown: list[Screen] = []
    panes.screen_changed.connect(shown.append)
    alone.setMinimumWidth(600)
    panes.add(Screen.STREAM, page)
    panes.add(Screen.ASK, alone, listed=False)
    window.resize(1280, 760)
    panes.rail.button(Screen.STREAM).click()
    assert page.isVisible()
    assert seen(window) == ["list"]
    window.open_person(person(stage, "Joris De Smedt"))
    assert window.card.isVisible(), "selection and card outlive the screen"
    panes.rail.button(Screen.ASK).click()
    assert alone.isVisible()
    assert seen(window) == []
    qtbot.keyClick(window, K.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert seen(window) == ["list", "map"], "the filter is beside the map"
    window.resize(720, 760)
    QApplication.processEvents()
    assert window.people.geometry().right() < panes.stage.x(), "none lies over the other"
    window.resize(900, 760)
    panes.show_screen(Screen.ASK)
    assert window.card.geometry().right() > 600, "no list to be over"
    window.show_person(person(stage, "Lotte Maes"))
    assert panes.current is Screen.MAP
    assert shown == [Screen.STREAM, Screen.ASK, Screen.MAP, Screen.ASK, Screen.MAP]


@pytest.mark.usefixtures("in_turns")
def test_a_card_says_all_at_once_and_is_painted_in_a_turn_of_its_own(
    window: MainWindow, stage: Any, qtbot: QtBot
) -> None:
    joris = person(stage, "Joris De Smedt")
    qtbot.waitUntil(lambda: stage.team.roster.card(joris) is not None)
    qtbot.waitUntil(window.map.updatesEnabled)
    window.open_person(joris)
    assert window.card.isVisible()
    assert window.card.accessibleName() == "Joris De Smedt"
    waiting = (window.people.view, window.ground, window.card)
    assert not any(part.updatesEnabled() for part in waiting)
    qtbot.waitUntil(lambda: all(part.updatesEnabled() for part in waiting))
