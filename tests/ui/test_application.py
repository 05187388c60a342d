"""One run of the window: how it begins, changes language, and ends."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from presencemap.app.gazetteer import Gazetteer
from presencemap.app.notices import (
    FaultArisen,
    FaultOver,
    LeftTeam,
    Notice,
    PlacesChanged,
    Removed,
    RosterChanged,
    Started,
    Stopped,
    WindowRequested,
)
from presencemap.app.options import Options
from presencemap.app.paths import ProfilePaths
from presencemap.domain.errors import DiskFull, EnvironmentFault, PortTaken, ProfileUnreadable
from presencemap.domain.person import Profile
from presencemap.domain.precision import Precision
from presencemap.domain.team import Inviters
from presencemap.protocol.address import Address
from presencemap.ui import application
from presencemap.ui.application import Session, run_app, run_session
from presencemap.ui.host import ProfileHost
from presencemap.ui.language import speak
from presencemap.ui.members.leave_dialog import LeaveDialog
from presencemap.ui.ports import InvitePreview
from presencemap.ui.preferences import Preferences
from presencemap.ui.theme import Appearance

pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged")


class Host:
    """A profile in memory."""

    def __init__(self, factories: ModuleType, folder: Path, node: Any, team: bool) -> None:
        self.people = factories.team(12)
        self.preferences, self.cache = folder / "settings.json", folder / "cache"
        self.towns = Gazetteer.load()
        self.node = node
        self.team = team
        self.tell: Callable[[Notice], None] = lambda _: None

    def in_team(self) -> bool:
        return self.team

    def preview_invite(self, link: str) -> InvitePreview:
        return InvitePreview("Lerend Collectief", "", 0)

    def create_team(
        self, name: str, profile: Profile, inviters: Inviters, precision: Precision
    ) -> None:
        self.team = True

    def join_team(self, link: str, profile: Profile, precision: Precision) -> None:
        self.team = True

    def start_node(self, tell: Callable[[Notice], None]) -> Any:
        self.tell = self.node.tell = tell
        for notice in (
            Started("Lerend Collectief", self.people.me.person.id, "", ""),
            PlacesChanged(self.people.places),
            RosterChanged(self.people.cards),
        ):
            threading.Thread(target=tell, args=(notice,)).run()
        return self.node


@pytest.fixture
def host(factories: ModuleType, tmp_path: Path, stage: Any) -> Host:
    return Host(factories, tmp_path, stage.node, team=True)


@pytest.fixture
def quits(monkeypatch: pytest.MonkeyPatch) -> list[None]:
    """`QCoreApplication.quit` would end the test run's own loops."""
    heard: list[None] = []
    monkeypatch.setattr(application.QCoreApplication, "quit", lambda: heard.append(None))
    return heard


@pytest.fixture
def session(
    host: Host, look: Appearance, factories: ModuleType, quits: list[None], qapp: QApplication
) -> Iterator[Session]:
    before = QLocale()
    made = Session(host, Preferences(host.preferences), lambda: factories.NOW)
    yield made
    made.quit()
    speak(qapp, "en")
    QLocale.setDefault(before)


def test_with_a_team_the_map_opens_and_fills(session: Session, qtbot: QtBot) -> None:
    session.begin()
    assert session.shell is not None
    assert session.shell.window.isVisible()
    assert session.onboarding is None
    qtbot.waitUntil(lambda: session.team.live() == 10)


def test_without_a_team_three_steps_lead_to_the_map_with_the_composer_open(
    session: Session, host: Host, qtbot: QtBot
) -> None:
    host.team = False
    session.begin()
    first = session.onboarding
    assert first is not None
    assert session.shell is None
    first.team.anew.radio.setChecked(True)
    first.team.name.setText("Lerend Collectief")
    first.go_on()
    first.profile.form.name.setText("Sofie Vermeulen")
    first.go_on()
    first.go_on()
    qtbot.waitUntil(lambda: session.shell is not None)
    assert session.onboarding is None
    assert session.shell.window.isVisible()
    assert session.shell.composer.isVisible()
    assert not session.shell.window.banner.isVisible(), session.shell.window.banner.sentence


def test_how_precisely_was_chosen_holds_before_the_node_runs(
    quits: list[None], tmp_path: Path, factories: ModuleType, look: Appearance, qtbot: QtBot
) -> None:
    """A real profile: its node is asked while it starts, as on a person's computer."""
    paths = ProfilePaths.at(tmp_path)
    made = ProfileHost(paths, Options(Address("127.0.0.1", 0), ("127.0.0.1",), mdns=False))
    session = Session(made, Preferences(made.preferences))
    session.begin()
    first = session.onboarding
    assert first is not None
    first.team.anew.radio.setChecked(True)
    first.team.name.setText("Lerend Collectief")
    first.go_on()
    first.profile.form.name.setText("Sofie Vermeulen")
    first.go_on()
    first.share.precise.choose(Precision.HIDDEN.value)
    first.go_on()
    qtbot.waitUntil(lambda: session.team.running, timeout=15_000)
    qtbot.waitUntil(lambda: session.team.precision is Precision.HIDDEN)
    assert session.shell is not None
    assert not session.shell.window.banner.isVisible(), session.shell.window.banner.sentence
    session.quit()


def test_given_up_at_the_first_step_it_quits(
    session: Session, host: Host, quits: list[None]
) -> None:
    host.team = False
    session.begin()
    assert session.onboarding is not None
    session.onboarding.close()
    assert quits == [None]


def test_quit_stops_the_node_once_and_hides_everything(
    session: Session, host: Host, quits: list[None], qtbot: QtBot
) -> None:
    session.begin()
    window = session.shell.window if session.shell else None
    assert window is not None
    window.top.quit_wanted.emit()
    qtbot.waitUntil(lambda: quits == [None])
    session.quit()
    assert host.node.stopped == [application.STOP_WITHIN]
    assert quits == [None]


def test_a_second_start_raises_the_window(session: Session, host: Host, qtbot: QtBot) -> None:
    session.begin()
    assert session.shell is not None
    session.shell.window.hide()
    host.tell(WindowRequested())
    qtbot.waitUntil(session.shell.window.isVisible)


@pytest.mark.expects_log("the node stopped")
def test_faults_of_the_machine_are_told(session: Session, host: Host, qtbot: QtBot) -> None:
    session.begin()
    assert session.shell is not None
    banner = session.shell.window.banner
    host.tell(FaultArisen(EnvironmentFault("The disk is full; make room.")))
    qtbot.waitUntil(lambda: banner.sentence == "The disk is full; make room.")
    host.tell(Stopped(PortTaken("Another program has the port.")))
    qtbot.waitUntil(lambda: banner.sentence == "Another program has the port.")
    assert not session.team.running


def test_a_disk_that_takes_words_again_takes_its_banner_away(
    session: Session, host: Host, qtbot: QtBot
) -> None:
    session.begin()
    assert session.shell is not None
    banner = session.shell.window.banner
    host.tell(FaultArisen(DiskFull("x")))
    qtbot.waitUntil(lambda: "disk is full" in banner.sentence)
    host.tell(FaultOver())
    qtbot.waitUntil(lambda: banner.sentence == "")
    # What else is told there isn't the disk's to take away.
    host.tell(FaultArisen(DiskFull("x")))
    qtbot.waitUntil(lambda: "disk is full" in banner.sentence)
    session.shell.tell("Another matter.")
    host.tell(FaultOver())
    host.tell(WindowRequested())
    qtbot.wait(50)
    assert banner.sentence == "Another matter."


def test_a_profile_that_cannot_be_opened_is_told_in_a_window(
    host: Host, look: Appearance, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable() -> bool:
        raise ProfileUnreadable("/p/keys/team.key is damaged. Put it back from a backup.")

    monkeypatch.setattr(host, "in_team", unreadable)
    told: list[str] = []

    def read() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        told.append(f"{box.text()} {box.informativeText()}")
        box.accept()

    QTimer.singleShot(0, read)
    with pytest.raises(ProfileUnreadable):
        run_session(host, app=QApplication.instance())  # type: ignore[arg-type]
    assert "can't start" in told[0]
    assert "team.key is damaged. Put it back from a backup." in told[0]


def test_another_language_takes_the_draft_along(
    session: Session, qtbot: QtBot, qapp: QApplication
) -> None:
    session.begin()
    before = session.shell
    assert before is not None
    before.open_composer()
    before.composer.form.text.editor.insertPlainText("half a thou")
    before.window.top.language_chosen.emit("nl")
    qtbot.waitUntil(lambda: session.shell is not before)
    after = session.shell
    assert after is not None
    assert after.window.isVisible()
    assert "half a thou" in after.composer.draft.text
    lines = {each.line for each in session.team.roster.colleagues_facts()}
    assert "Laatst gezien 2 dagen geleden" in lines, "not only at the next tick"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annuleren"


def test_larger_text_makes_the_windows_anew_and_is_there_at_the_next_start(
    session: Session, qtbot: QtBot, look: Appearance, tmp_path: Path
) -> None:
    session.begin()
    before = session.shell
    assert before is not None
    high = before.window.top.height()
    before.window.top.looks.text_chosen.emit(1.5)
    qtbot.waitUntil(lambda: session.shell is not before)
    after = session.shell
    assert after is not None
    assert after.window.isVisible()
    assert after.window.top.height() > high
    look.set_text_scale(1.0)
    kept = Preferences(tmp_path / "larger.json")
    kept.text_size = 1.3
    application.build_application(kept)
    assert look.theme.text_scale == 1.3


def test_a_running_app_is_raised_and_nothing_else_starts(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[dict[str, str]] = []

    def raised(_path: Path, request: dict[str, str]) -> bool:
        asked.append(request)
        return True

    monkeypatch.setattr(application, "ask", raised)
    assert run_app(application.ProfilePaths.at(tmp_path)) == 0
    assert asked == [{"ask": "raise"}]


def test_who_left_is_told_so_and_may_go_on_to_another_team(
    session: Session, host: Host, qtbot: QtBot
) -> None:
    session.begin()
    qtbot.waitUntil(lambda: session.team.name == "Lerend Collectief")
    host.team = False
    host.tell(LeftTeam())
    qtbot.waitUntil(lambda: session.farewell is not None)
    assert session.shell is None
    assert host.node.stopped == [application.STOP_WITHIN]
    said = session.farewell
    assert said is not None
    assert said.isVisible()
    assert said.windowTitle() == "You have left Lerend Collectief"
    said.main.click()
    assert session.onboarding is not None
    assert session.onboarding.isVisible()
    assert session.team.name == ""
    first = session.onboarding
    first.team.anew.radio.setChecked(True)
    first.team.name.setText("Other")
    first.go_on()
    first.profile.form.name.setText("Sofie Vermeulen")
    first.go_on()
    first.go_on()
    qtbot.waitUntil(lambda: session.shell is not None and session.team.live() == 10)


def test_who_left_and_has_enough_quits(
    session: Session, host: Host, quits: list[None], qtbot: QtBot
) -> None:
    session.begin()
    host.tell(LeftTeam())
    qtbot.waitUntil(lambda: session.farewell is not None)
    assert session.farewell is not None
    session.farewell.cancel.click()
    assert quits == [None]


def test_who_was_removed_keeps_the_map_until_they_start_anew(
    session: Session, host: Host, qtbot: QtBot
) -> None:
    session.begin()
    assert session.shell is not None
    window = session.shell.window
    host.tell(Removed())
    qtbot.waitUntil(window.offline.isVisible)
    assert session.team.colleagues()
    window.offline.back.click()
    dialog = window.findChild(LeaveDialog)
    assert dialog is not None
    dialog.submit()
    host.team = False
    host.tell(LeftTeam())
    qtbot.waitUntil(lambda: session.onboarding is not None)
    assert session.farewell is None, "they know"
