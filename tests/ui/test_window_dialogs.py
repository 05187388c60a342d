"""What the window wants in a dialog: from its menu, its cards and its map."""

from types import ModuleType
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from presencemap.app.commands import EditPlace
from presencemap.app.notices import JobsChanged, MapServerChanged
from presencemap.domain.errors import Refused
from presencemap.ui.compose.cues import Cues
from presencemap.ui.dialog import Dialog
from presencemap.ui.dialogs import Dialogs
from presencemap.ui.jobs.jobs_dialog import JobsDialog
from presencemap.ui.main_window import MainWindow
from presencemap.ui.places.places_dialog import PlacesDialog
from presencemap.ui.plans.days_dialog import DaysDialog
from presencemap.ui.window_dialogs import WindowDialogs


@pytest.fixture(autouse=True)
def wanted(window: MainWindow, stage: Any) -> WindowDialogs:
    cues = Cues(stage.team, stage.preferences)
    return WindowDialogs(stage.team, stage.towns, window, cues, Dialogs(window).show)


def dialogs() -> list[Dialog]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, Dialog) and w.isVisible()]


@pytest.mark.parametrize(
    "signal",
    ["invite_wanted", "profile_wanted", "places_wanted", "jobs_wanted", "shortcuts_wanted"],
)
def test_the_menu_opens_one_dialog_at_a_time(window: MainWindow, qtbot: QtBot, signal: str) -> None:
    window.top.places_wanted.emit()
    getattr(window.top, signal).emit()
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    dialogs()[0].reject()
    qtbot.waitUntil(lambda: not dialogs())


def test_a_job_on_the_card_leads_to_who_is_on_it(
    window: MainWindow, stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    jobs = factories.jobs()
    stage.team.take(JobsChanged(jobs))
    window.show()
    window.open_person(stage.cards[1].person.id)
    tags = window.card.jobs.tags
    assert [tag.text() for tag in tags] == ["Peppol at Acme", "Tender Rabelink"]
    tags[1].click()
    (dialog,) = dialogs()
    assert isinstance(dialog, JobsDialog)
    assert dialog.focusWidget() is dialog.rows[jobs[1].id].act
    stage.team.take(JobsChanged(jobs[1:]))
    assert [tag.text() for tag in tags if tag.isVisibleTo(window)] == ["Tender Rabelink"]


def test_the_network_page_opens_from_the_menu_and_looks_at_once(
    window: MainWindow, stage: Any, qtbot: QtBot
) -> None:
    window.top.network_wanted.emit()
    [page] = dialogs()
    qtbot.waitUntil(page.main.isEnabled)
    assert page.windowTitle() == "Network"
    page.close()


def test_the_map_server_is_chosen_from_the_menu(window: MainWindow, stage: Any) -> None:
    stage.team.take(MapServerChanged(None, mine=True))
    window.top.map_wanted.emit()
    [page] = dialogs()
    assert page.windowTitle() == "Map server"
    page.close()


def test_a_place_is_shown_and_moved_from_the_list_of_places(
    window: MainWindow, stage: Any, qtbot: QtBot
) -> None:
    window.show()
    window.top.places_wanted.emit()
    (dialog,) = dialogs()
    assert isinstance(dialog, PlacesDialog)
    acme = next(place for place in stage.places if place.name == "Acme")
    dialog.shown.emit(acme.id)
    goal = window.map.camera.goal
    assert (goal.center_lat, goal.center_lon) == pytest.approx((acme.lat, acme.lon), abs=1e-6)
    dialog.pin_wanted.emit(acme)
    assert window.map.pin.isVisibleTo(window)
    window.map.pin.moved.emit(acme.id, 51.0, 3.5)
    assert stage.node.posted[-1] == EditPlace(acme.id, lat=51.0, lon=3.5)


def test_the_town_of_home_is_chosen_from_the_menu_of_precision(window: MainWindow) -> None:
    window.top.precision_menu.home.trigger()
    (dialog,) = dialogs()
    assert dialog.windowTitle() == "My town at home"
    dialog.reject()


def test_my_coming_days_open_from_the_menu_and_from_my_card(
    window: MainWindow, qtbot: QtBot
) -> None:
    for signal in (window.top.days_wanted, window.card.days_requested):
        signal.emit()
        qtbot.waitUntil(lambda: len(dialogs()) == 1)
        (dialog,) = dialogs()
        assert isinstance(dialog, DaysDialog)
        dialog.reject()


def test_my_coming_days_begin_with_the_day_that_the_map_shows(
    window: MainWindow, stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    stage.team.roster.show_day(factories.day(2))
    window.top.days_wanted.emit()
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    (dialog,) = dialogs()
    assert dialog.focusWidget() is dialog.rows[2].place
    dialog.reject()


def test_why_a_place_couldnt_be_moved_is_told(
    window: MainWindow, wanted: WindowDialogs, stage: Any, qtbot: QtBot
) -> None:
    stage.node.error = Refused("Not now.")
    with qtbot.waitSignal(wanted.failed) as failed:
        window.map.pin.moved.emit(next(iter(stage.places)).id, 51.0, 3.5)
    assert str(failed.args[0]) == "Not now."
