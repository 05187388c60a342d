"""How the panes fit together."""

from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from presencemap.app.commands import SetStatus
from presencemap.app.notices import PlacesChanged, Removed, RosterChanged, SharingChanged
from presencemap.domain.availability import Sharing
from presencemap.domain.place import Place, PlaceKind, PlaceTree
from presencemap.domain.roster import Group
from presencemap.ui.main_window import MainWindow
from presencemap.ui.people.roster_model import Role
from presencemap.ui.people.showing import Show
from presencemap.ui.preferences import Preferences
from presencemap.ui.visibility import held_back


def joris(stage: Any) -> str:
    found: str = stage.cards[1].person.id
    return found


def test_the_team_s_name_is_the_window_s(window: MainWindow) -> None:
    assert window.windowTitle() == "Lerend Collectief, Presence Map"


def test_list_and_map_open_the_same_card(window: MainWindow, stage: Any) -> None:
    window.map.person_activated.emit(joris(stage))
    assert window.card.person == joris(stage)
    assert window.people.view.selected == joris(stage)
    window.card.close_card()
    window.people.person_activated.emit(stage.cards[2].person.id)
    assert window.card.person == stage.cards[2].person.id


def test_wide_the_card_floats_over_the_map(window: MainWindow, stage: Any) -> None:
    window.open_person(joris(stage))
    left = window.map.mapTo(window.panes, window.map.rect().topLeft()).x()
    assert window.card.x() > left
    assert window.card.geometry().right() <= window.panes.width()


def test_narrow_it_covers_the_list(window: MainWindow, stage: Any) -> None:
    window.open_person(joris(stage))
    window.resize(760, 600)
    QApplication.processEvents()
    assert abs(window.card.x() - window.people.mapTo(window.panes, QPoint()).x()) < 20
    assert window.card.geometry().bottom() <= window.panes.height()
    window.resize(1280, 800)
    QApplication.processEvents()
    assert window.card.x() > 500


def test_the_map_knows_what_the_card_covers(window: MainWindow, stage: Any) -> None:
    told: list[tuple[int, int]] = []
    window.map.ensure_free = lambda _person, *covered: told.append(covered)  # type: ignore[method-assign]
    window.open_person(joris(stage))
    assert told == [(window.card.sizeHint().width(), 0)]
    window.resize(760, 600)
    assert told[1:] == [(0, 0)]
    window.resize(480, 600)
    assert told[2:] == [(0, 168 + 14)]


def test_once_closed_the_card_covers_nothing(window: MainWindow, stage: Any) -> None:
    free = window.map._floats.free()
    window.open_person(joris(stage))
    assert window.map._floats.free().w < free.w
    window.card.close_card()
    assert window.map._floats.free() == free


def test_it_is_never_narrower_than_a_list(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(300, 200)
    QApplication.processEvents()
    assert window.width() == 320
    qtbot.waitUntil(lambda: window.minimumSizeHint().width() <= 320)


def test_esc_closes_the_card_then_clears_the_selection(
    window: MainWindow, stage: Any, qtbot: QtBot
) -> None:
    window.open_person(joris(stage))
    window._escape()
    assert window.card.person == ""
    assert window.people.view.selected == joris(stage)
    assert window.people.view.hasFocus() or not window.isActiveWindow()
    window._escape()
    assert window.people.view.selected == ""


def test_f6_goes_round_the_panes(window: MainWindow, stage: Any, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.top.team_button.setFocus()
    seen = []
    for _ in range(3):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        seen.append(window.focusWidget())
    assert seen == [window.people.view, window.map, window.top.team_button]
    qtbot.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert window.focusWidget() is window.map
    window.open_person(joris(stage))
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert window.focusWidget() is window.card


def test_ctrl_n_and_the_pill_want_the_composer_below_the_pill(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    with qtbot.waitSignal(window.composer_wanted) as told:
        qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [window.pill_place()]
    with qtbot.waitSignal(window.composer_wanted):
        window.top.pill.click()
    window.open_person(window._team.me.person.id)
    with qtbot.waitSignal(window.composer_wanted):
        window.card.change_requested.emit()


def test_the_filter_dims_the_map(window: MainWindow, stage: Any) -> None:
    heard: list[object] = []
    window.people.matches_changed.connect(heard.append)
    window.people.field.setText("joris")
    assert heard[-1] == frozenset({joris(stage)})


def test_where_everything_stood_comes_back(window: MainWindow, stage: Any, qtbot: QtBot) -> None:
    # Offscreen, the screen is 800 px wide: Qt keeps what it restores on it.
    window.resize(780, 600)
    window.panes.splitter.setSizes([380, 400])
    window.map.zoom_in()
    QApplication.processEvents()
    window.stop()
    stage.preferences.save()
    kept = Preferences(stage.preferences.path)
    again = MainWindow(stage.team, kept, stage.towns)
    qtbot.addWidget(again)
    again.show()
    QApplication.processEvents()
    assert (again.width(), again.height()) == (780, 600)
    assert again.people.width() == window.people.width()
    assert again.map.view_to_keep() == pytest.approx(window.map.view_to_keep(), abs=1e-3)
    again.map.stop()


def test_closing_is_told(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.closed):
        window.close()


def test_a_minimised_window_comes_up(window: MainWindow) -> None:
    window.showMinimized()
    window.bring_up()
    assert window.isVisible()
    assert not window.isMinimized()


def test_it_opens_within_the_screen(stage: Any, qtbot: QtBot) -> None:
    made = MainWindow(stage.team, stage.preferences, stage.towns)
    qtbot.addWidget(made)
    room = made.screen().availableSize()
    assert made.width() <= max(room.width(), made.minimumWidth())
    assert made.height() <= max(room.height(), made.minimumHeight())
    made.map.stop()


def test_a_plate_that_is_picked_brings_its_people_to_the_top(
    window: MainWindow, stage: Any
) -> None:
    view = window.people.view
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    window.map.place_selected.emit("gent")
    assert window.people.people.index(0).data() == "At Gent office"
    assert view.verticalScrollBar().value() == 0
    assert window.people.people.index(1).data(Role.GROUP) == Group.CHOSEN
    window.map.cleared.emit()
    assert window.people.people.index(0).data() == "Also here, at Acme, Gent"


def test_narrow_the_list_with_the_place_s_people_comes_from_under_the_card(
    window: MainWindow, stage: Any
) -> None:
    window.resize(760, 600)
    window.open_person(joris(stage))
    QApplication.processEvents()
    window.map.place_selected.emit("gent")
    assert not window.card.person
    assert window.people.people.index(0).data() == "At Gent office"


def test_ctrl_shift_p_pauses_and_resumes(window: MainWindow, stage: Any, qtbot: QtBot) -> None:
    window.activateWindow()
    mods = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    for wanted in (Sharing.PAUSED, Sharing.ON):
        with qtbot.waitSignal(window.sharing_chosen) as told:
            qtbot.keyClick(window, Qt.Key.Key_P, mods)
        assert told.args == [wanted]
        stage.team.take(SharingChanged(wanted))


def test_while_paused_the_pill_asks_about_sharing_first(
    window: MainWindow, stage: Any, qtbot: QtBot
) -> None:
    stage.team.take(SharingChanged(Sharing.PAUSED))
    with qtbot.assertNotEmitted(window.composer_wanted):
        window.top.pill.click()
    assert window.top.sharing_menu.isVisible()
    window.top.sharing_menu.hide()


def test_off_the_network_the_window_offers_the_way_back(
    window: MainWindow, stage: Any, qtbot: QtBot
) -> None:
    stage.team.take(SharingChanged(Sharing.OFF_NETWORK))
    assert window.offline.isVisible()
    with qtbot.waitSignal(window.sharing_chosen) as told:
        window.offline.back.click()
    assert told.args == [Sharing.ON]


def test_my_own_card_never_says_that_colleagues_see_what_is_held_back(
    window: MainWindow, stage: Any
) -> None:
    window.open_person(stage.cards[0].person.id)
    assert window.card._mine.text() == "This is what colleagues see."
    stage.team.take(SharingChanged(Sharing.PAUSED))
    assert window.card._mine.text() == held_back(Sharing.PAUSED)
    stage.team.take(SharingChanged(Sharing.ON))
    assert window.card._mine.text() == "This is what colleagues see."


def test_who_was_removed_can_only_start_anew(window: MainWindow, stage: Any, qtbot: QtBot) -> None:
    stage.team.take(Removed())
    assert window.offline.isVisible()
    with qtbot.waitSignal(window.anew_wanted), qtbot.assertNotEmitted(window.composer_wanted):
        window.top.pill.click()
    with qtbot.waitSignal(window.anew_wanted):
        window.offline.back.click()
    with qtbot.assertNotEmitted(window.sharing_chosen):
        qtbot.keyClick(
            window,
            Qt.Key.Key_P,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
        )
    offered = {a.text(): a.isEnabled() for a in window.top.menu.actions() if a.text()}
    assert [words for words, enabled in offered.items() if enabled] == [
        "Members …", "My links …", "Appearance", "Language", "Keyboard shortcuts", "Quit",
    ]  # fmt: skip


def test_less_motion_is_chosen_and_kept(window: MainWindow, stage: Any, qtbot: QtBot) -> None:
    assert not window.map.camera.reduced_motion
    window.top.looks.less_motion.trigger()
    assert window.map.camera.reduced_motion
    window.map.zoom_in()
    assert not window.map.camera.gliding
    again = MainWindow(stage.team, stage.preferences, stage.towns)
    qtbot.addWidget(again)
    assert again.map.camera.reduced_motion
    assert again.top.looks.less_motion.isChecked()
    again.top.looks.less_motion.trigger()
    assert not again.map.camera.reduced_motion
    again.map.stop()


OFFICE = PlaceTree(
    (
        Place("gent", "Gent office", PlaceKind.OFFICE, None, 51.05, 3.72, "Gent"),
        Place("two", "Floor 2", PlaceKind.FLOOR, "gent"),
        Place("leie", "Leie", PlaceKind.ROOM, "two"),
    )
)


class TestFloors:
    @pytest.fixture
    def housed(self, window: MainWindow, stage: Any) -> MainWindow:
        stage.team.take(PlacesChanged(OFFICE))
        return window

    def test_a_found_room_is_shown_on_its_floor(self, housed: MainWindow) -> None:
        housed.show_place("leie")
        assert housed.ground.floor.chosen == "leie"
        assert housed.ground.on_floor
        housed.show_place("gent")
        assert not housed.ground.on_floor
        assert housed.ground.button.isVisible()

    def test_a_found_person_is_shown_in_their_room_or_on_the_map(
        self, housed: MainWindow, stage: Any
    ) -> None:
        there, elsewhere = stage.cards[1], stage.cards[2]
        status = replace(there.status, place="leie")
        stage.team.take(RosterChanged((replace(there, status=status),)))
        housed.show_person(there.person.id)
        assert housed.ground.floor.chosen == "leie"
        assert housed.ground.floor.plan.painter.person == there.person.id
        housed.show_person(elsewhere.person.id)
        assert not housed.ground.on_floor

    def test_the_list_is_about_the_floor_that_is_seen(self, housed: MainWindow) -> None:
        housed.show_place("two")
        assert housed.people.people.floor == "two"
        housed._escape()
        assert housed.people.people.floor == ""

    def test_a_room_is_taken_by_keyboard_alone(
        self, housed: MainWindow, stage: Any, qtbot: QtBot
    ) -> None:
        housed.activateWindow()
        qtbot.waitUntil(housed.isActiveWindow)
        housed.show_place("two")
        rooms = housed.ground.pane()
        housed.people.view.setFocus(Qt.FocusReason.OtherFocusReason)
        qtbot.keyClick(housed, Qt.Key.Key_F6)
        assert housed.focusWidget() is rooms
        qtbot.keyClick(rooms, Qt.Key.Key_Down)
        qtbot.keyClick(rooms, Qt.Key.Key_Return)
        assert housed.focusWidget() is housed.ground.floor.pill.button
        assert housed.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange), "so a ring shows"
        qtbot.keyClick(housed.focusWidget(), Qt.Key.Key_Return)
        assert [c.place for c in stage.node.posted if isinstance(c, SetStatus)] == ["leie"]
        qtbot.waitUntil(housed.ground.floor.pill.button.isHidden)
        assert housed.focusWidget() is rooms, "not on a button that comes next"

    def test_escape_leaves_the_card_first_then_the_floor(
        self, housed: MainWindow, stage: Any
    ) -> None:
        housed.show_place("two")
        housed.ground.floor.person_activated.emit(joris(stage))
        assert housed.card.person == joris(stage)
        housed._escape()
        assert (housed.card.person, housed.ground.on_floor) == ("", True)
        housed._escape()
        assert not housed.ground.on_floor
        housed._escape()
        assert not housed.ground.button.isVisible()

    def test_a_fault_is_told_in_the_banner(self, housed: MainWindow) -> None:
        housed.ground.floor.told.emit("Sharing is paused.")
        assert housed.banner.isVisible()

    def test_a_town_is_on_the_map(self, housed: MainWindow) -> None:
        housed.show_place("two")
        housed.top.find_field.town.emit("Nowhere")
        assert housed.ground.on_floor
        housed.top.find_field.town.emit("Gent")
        assert not housed.ground.on_floor


class TestADayThatIsPlanned:
    """Chosen on the strip or by key, left by Esc."""

    @pytest.fixture
    def planned(self, window: MainWindow, stage: Any, factories: ModuleType) -> MainWindow:
        stage.team.take(RosterChanged(factories.planned_team(12).cards))
        return window

    def groups(self, window: MainWindow) -> set[Group]:
        people = window.people.people
        return {Group(people.index(n).data(Role.GROUP)) for n in range(people.rowCount())}

    def test_map_and_list_show_it_and_esc_leads_back(
        self, planned: MainWindow, factories: ModuleType
    ) -> None:
        planned.map.days.chosen.emit(factories.day(1))
        assert self.groups(planned) >= {Group.OUT, Group.UNPLANNED}
        assert planned.people._title.text() == "Planned for Wed 25 Nov"
        planned._escape()
        assert planned.people._title.text() == "Colleagues"
        assert Group.OUT not in self.groups(planned)

    def test_an_open_card_closes_first(
        self, planned: MainWindow, stage: Any, factories: ModuleType
    ) -> None:
        planned.show_day(factories.day(1))
        planned.open_person(joris(stage))
        planned._escape()
        assert not planned.card.person
        assert stage.team.roster.day == factories.day(1)

    def test_keys_go_from_day_to_day(
        self, planned: MainWindow, stage: Any, factories: ModuleType, qtbot: QtBot
    ) -> None:
        days: list[object] = []
        stage.team.roster.day_changed.connect(lambda: days.append(stage.team.roster.day))
        qtbot.waitUntil(lambda: not planned.map.days.isHidden())
        for act, day in (
            (planned._next_day, factories.day(0)),
            (planned._next_day, factories.day(1)),
            (planned._day_before, factories.day(0)),
            (planned._day_before, None),
        ):
            act()
            qtbot.waitUntil(lambda day=day: planned.map.days.day == day)
        assert days == [factories.day(0), factories.day(1), factories.day(0), None]

    def test_chips_of_now_go_and_what_they_kept_too(
        self, planned: MainWindow, factories: ModuleType
    ) -> None:
        people, chips = planned.people.people, planned.people.filters.chips
        people.set_show(Show.FREE)
        planned.show_day(factories.day(1))
        assert people.show_only is Show.ALL
        assert chips[Show.FREE].isHidden()
        planned.show_day(None)
        assert not chips[Show.FREE].isHidden()

    def test_to_find_somebody_leads_to_where_they_will_be(
        self, planned: MainWindow, stage: Any, factories: ModuleType, qtbot: QtBot
    ) -> None:
        planned.show_day(factories.day(1))
        items = planned.map.foreground
        qtbot.waitUntil(lambda: all(item.plate.planned for item in items.items))
        planned.show_person(joris(stage))
        assert planned.map.camera.goal.center_lat == pytest.approx(52.09, abs=0.3)
        assert planned.card.person == joris(stage)
