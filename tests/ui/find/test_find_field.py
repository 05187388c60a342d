"""Find as a person uses it: keys, letters, Enter, Esc; and where it leads."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from presencemap.ui.find.find_field import FindField
from presencemap.ui.main_window import MainWindow
from presencemap.ui.people.showing import Show

K = Qt.Key


@pytest.fixture
def field(window: MainWindow, qtbot: QtBot) -> FindField:
    qtbot.keyClick(window, K.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(window.top.find_field.hasFocus)
    return window.top.find_field


def typed(field: FindField, qtbot: QtBot, text: str) -> list[str]:
    with qtbot.waitSignal(field.searcher.found, check_params_cb=lambda said, _: said == text):
        qtbot.keyClicks(field, text)
    return [str(field.results.index(row).data()) for row in range(field.results.rowCount())]


def test_enter_opens_the_card_of_the_first(
    window: MainWindow, field: FindField, qtbot: QtBot, stage: Any
) -> None:
    assert typed(field, qtbot, "yasmine") == ["Yasmine Haddad"]
    assert field.popup.isVisible()
    assert field.accessibleDescription().startswith("Yasmine Haddad, ")
    assert field.accessibleDescription().endswith(", 1 of 1")
    qtbot.keyClick(field, K.Key_Return)
    assert not field.popup.isVisible()
    assert field.text() == ""
    card = stage.team.roster.card(window.card.person)
    assert card.person.name == "Yasmine Haddad"
    lat, lon = stage.places.coordinates(card.place_at(stage.now))
    view = window.map.camera.goal
    x, _ = view.to_screen(lat, lon)
    assert 0 < x < view.width - window.card.width()


def test_a_place_is_gone_to_and_its_people_are_on_top(
    window: MainWindow, field: FindField, qtbot: QtBot, stage: Any
) -> None:
    names = typed(field, qtbot, "gent")
    assert names[0] == "Gent office"
    wanted = names.index("Acme")
    for _ in range(wanted):
        qtbot.keyClick(field, K.Key_Down)
    assert field.accessibleDescription() == f"Acme, Gent · 3 colleagues, {wanted + 1} of 8"
    qtbot.keyClick(field, K.Key_Enter)
    acme = next(place for place in stage.places if place.name == "Acme")
    goal = window.map.camera.goal
    assert (goal.center_lat, goal.center_lon) == pytest.approx((acme.lat, acme.lon), abs=1e-6)
    assert window.people.people.index(0).data() == "At Acme, Gent"


@pytest.mark.parametrize("text", ["gent", "Ghent", "GAND"])
def test_a_town_s_office_is_gone_to_by_any_of_its_names(
    window: MainWindow, field: FindField, qtbot: QtBot, stage: Any, text: str
) -> None:
    assert typed(field, qtbot, text)[0] == "Gent office"
    qtbot.keyClick(field, K.Key_Return)
    goal = window.map.camera.goal
    assert (goal.center_lat, goal.center_lon) == pytest.approx(stage.places.coordinates("gent"))
    assert window.people.people.index(0).data() == "At Gent office"


def test_a_town_of_nobody_is_gone_to_by_a_part_of_its_name(
    window: MainWindow, field: FindField, qtbot: QtBot
) -> None:
    assert typed(field, qtbot, "s hertogen") == ["'s-Hertogenbosch, NL"]
    qtbot.keyClick(field, K.Key_Return)
    goal = window.map.camera.goal
    assert (goal.center_lat, goal.center_lon) == pytest.approx((51.7, 5.3), abs=0.02)


def test_a_topic_filters_and_a_town_is_shown(
    window: MainWindow, field: FindField, qtbot: QtBot
) -> None:
    field.topic.emit("peppol")
    assert window.people.filters.chips[Show.TOPIC].isChecked()
    assert window.people.filters.chips[Show.TOPIC].text() == "#peppol"
    field.seek()
    names = typed(field, qtbot, "utrecht")
    qtbot.keyClick(field, K.Key_Up)  # round the end
    assert field.popup.list.currentIndex().row() == len(names) - 1
    qtbot.mouseClick(
        field.popup.list.viewport(),
        Qt.MouseButton.LeftButton,
        pos=field.popup.list.visualRect(field.results.index(names.index("Utrecht, NL"))).center(),
    )
    goal = window.map.camera.goal
    assert (goal.center_lat, goal.center_lon) == pytest.approx((52.09, 5.12), abs=0.02)


def test_nothing_found_is_said_and_esc_clears_then_leaves(
    window: MainWindow, field: FindField, qtbot: QtBot
) -> None:
    assert typed(field, qtbot, "zzzz") == []
    assert field.popup.isVisible()
    assert "“zzzz”" in field.accessibleDescription()
    qtbot.keyClick(field, K.Key_Return)
    assert field.text() == "zzzz"
    qtbot.keyClick(field, K.Key_Escape)
    assert (field.text(), field.popup.isVisible(), field.hasFocus()) == ("", False, True)
    qtbot.keyClick(field, K.Key_Escape)
    assert window.people.view.hasFocus()


def test_the_list_stays_inside_a_window_that_narrows_and_goes_with_the_caret(
    window: MainWindow, field: FindField, qtbot: QtBot
) -> None:
    typed(field, qtbot, "gent")
    window.resize(720, 700)
    qtbot.waitUntil(lambda: window.rect().contains(field.popup.geometry()))
    window.people.view.setFocus()
    assert not field.popup.isVisible()


def test_an_unknown_place_or_town_moves_nothing(window: MainWindow, field: FindField) -> None:
    before = window.map.camera.goal
    field.place.emit("nowhere")
    field.town.emit("Nowhere, XX")
    field.person.emit("f" * 64)
    assert window.map.camera.goal == before
