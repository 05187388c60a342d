"""What floats over a floor."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from presencemap.domain.status import MAX_GUESTS
from presencemap.ui.floor.floats import Breadcrumb, FloorSwitch, SitPill
from presencemap.ui.floor.roughly import Roughly
from presencemap.ui.theme import Appearance


def test_the_breadcrumb_says_where_this_is_and_leads_back(
    qtbot: QtBot, building: Any, look: Appearance, shown: Callable[[Any], Any]
) -> None:
    crumb = shown(Breadcrumb())
    crumb.show_scene(building.scene())
    said = (crumb.town.text(), crumb.site.text(), crumb.here.text())
    assert said == ("Gent", "Gent office", "Floor 2")
    assert crumb.town.accessibleName() == "Gent, on the map"

    def shown_in(width: int) -> tuple[bool, bool]:
        crumb.fit(width)
        return crumb.town.isVisible(), crumb.site.isVisible()

    assert shown_in(800) == (True, True)
    whole = crumb.width()
    assert shown_in(whole - 1) == (False, True), "the site says more of where a floor is"
    assert shown_in(150) == (False, False)
    assert shown_in(800) == (True, True)
    with qtbot.waitSignal(crumb.back):
        qtbot.mouseClick(crumb.button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(crumb.town_wanted):
        qtbot.mouseClick(crumb.town, Qt.MouseButton.LeftButton)
    crumb.show_scene(replace(building.scene(), town=""))
    assert shown_in(800) == (False, True)
    assert not crumb.country.isVisible()
    crumb.show_scene(building.scene(), "België")
    assert shown_in(800) == (True, True)
    assert crumb.country.isVisible()
    assert crumb.country.x() < crumb.town.x()
    with qtbot.waitSignal(crumb.country_wanted):
        qtbot.mouseClick(crumb.country, Qt.MouseButton.LeftButton)
    assert shown_in(whole) == (True, True)
    assert not crumb.country.isVisible(), "it gives way first"


def test_the_switch_has_a_button_a_floor_with_its_count(
    qtbot: QtBot, building: Any, look: Appearance, shown: Callable[[Any], Any]
) -> None:
    switch = shown(FloorSwitch())
    levels = building.scene().levels
    switch.show_levels(levels, "two")
    assert [button.accessibleName() for button in switch.buttons.values()] == [
        "Floor 2, 6 people",
        "Floor 1, 1 person",
        "Ground floor, 0 people",
    ]
    assert switch.buttons["two"].isChecked()
    assert not switch.grab().isNull()
    with qtbot.waitSignal(switch.chosen) as told:
        qtbot.mouseClick(switch.buttons["one"], Qt.MouseButton.LeftButton)
    assert told.args == ["one"]
    same = switch.buttons["one"]
    switch.show_levels(levels, "one")
    assert switch.buttons["one"] is same
    switch.show_levels(levels[:1], "two")
    assert not switch.isVisible()


def test_the_switch_stays_whole_while_people_come_and_floors_are_made(
    building: Any, look: Appearance, shown: Callable[[Any], Any]
) -> None:
    switch = shown(FloorSwitch())
    levels = building.scene().levels
    switch.show_levels(levels, "two")
    whole, same = switch.sizeHint(), switch.buttons["two"]
    came = (replace(levels[0], count=levels[0].count + 1), *levels[1:])
    switch.show_levels(came, "two")
    assert (switch.sizeHint(), switch.buttons["two"]) == (whole, same)
    assert same.accessibleName() == "Floor 2, 7 people"
    switch.show_levels((*came, replace(levels[-1], floor="cellar")), "two")
    assert switch.sizeHint().height() > whole.height(), "at once, not at the next turn"


def test_the_pill_offers_a_seat_until_a_time(
    qtbot: QtBot, building: Any, look: Appearance, shown: Callable[[Any], Any]
) -> None:
    pill = shown(SitPill())
    assert pill.words.text() == "Click a desk or room to sit there"
    assert not pill.button.isVisible()
    seat = building.scene().seat("d16")
    pill.offer(seat, "until 17:00")
    assert (pill.words.text(), pill.button.text()) == ("Free · until 17:00", "Sit at D16")
    with qtbot.waitSignal(pill.sit_wanted) as told:
        qtbot.mouseClick(pill.button, Qt.MouseButton.LeftButton)
    assert told.args == ["d16"]
    pill.offer(building.scene().seat("d2"), "until 17:00")
    assert pill.words.text() == "D2: Nele"
    assert not pill.button.isVisible()
    roughs = {
        Roughly("Gent office"): ("only where roughly", "I’m at Gent office"),
        Roughly("Gent", is_town=True): ("only where roughly", "I’m in Gent"),
        Roughly("Gent office", told=True): ("You are at Gent office.", None),
        Roughly("Gent", is_town=True, told=True): ("You are in Gent.", None),
        Roughly(): ("You share no place", None),
    }
    for rough, (words, button) in roughs.items():
        pill.offer(seat, "until 17:00", rough=rough)
        assert words in pill.words.text()
        assert pill.button.isVisible() is (button is not None)
        assert button in {None, pill.button.text()}
    pill.offer(seat, "until 17:00", mine=True)
    assert pill.words.text() == "You are at D16 · no guests"
    assert not pill.button.isVisible()


def test_at_my_place_the_pill_counts_my_guests(
    qtbot: QtBot, building: Any, look: Appearance
) -> None:
    pill = SitPill()
    qtbot.addWidget(pill)
    told: list[int] = []
    pill.guests_wanted.connect(told.append)
    seat = building.scene().seat("leie")
    pill.offer(seat, "until 17:00")
    assert pill.more.isHidden()
    pill.offer(seat, "until 17:00", mine=True)
    assert pill.words.text() == "You are at Leie · no guests"
    assert not pill.fewer.isEnabled()
    pill.more.click()
    pill.offer(seat, "until 17:00", mine=True, guests=MAX_GUESTS)
    assert pill.words.text() == "You are at Leie · 20 guests"
    assert not pill.more.isEnabled()
    QTest.keyClick(pill.fewer, Qt.Key.Key_Return)
    assert told == [1, MAX_GUESTS - 1]
