"""The desktop application: from the start of Qt to the last goodbye.

Owns the order in which things begin and end. Windows are the shell's, the network is the node's.
"""

import logging
import sys
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt, Slot
from PySide6.QtWidgets import QApplication

import presencemap
from presencemap.app.clock import now_ms
from presencemap.app.control import ask
from presencemap.app.notices import FaultArisen, FaultOver, LeftTeam, Stopped, WindowRequested
from presencemap.app.options import Options
from presencemap.app.paths import ProfilePaths
from presencemap.domain.errors import EnvironmentFault, NodeBusy, NodeNotRunning, PresenceMapError
from presencemap.ui import qt_messages
from presencemap.ui.farewell import Farewell
from presencemap.ui.garbage import GarbageTimer
from presencemap.ui.host import ProfileHost
from presencemap.ui.inbox import Inbox
from presencemap.ui.language import language_for, speak
from presencemap.ui.logo import app_icon
from presencemap.ui.onboarding.window import OnboardingWindow
from presencemap.ui.ports import Clock, Host, Node
from presencemap.ui.preferences import Preferences
from presencemap.ui.sentences import sentence
from presencemap.ui.shell import Shell
from presencemap.ui.signals import QuitSignals
from presencemap.ui.start_fault import tell_start_fault
from presencemap.ui.take_over import offered_take_over, taken_over
from presencemap.ui.team import Team
from presencemap.ui.theme import appearance
from presencemap.ui.tray.tray import Tray

_log = logging.getLogger(__name__)
STOP_WITHIN = 1.0
"""Seconds that the node gets for its goodbye."""

_LOCK_SHARE = 0.0005
"""Seconds that a worker may keep Python's lock while the GUI thread waits; Python's own 5 ms, at
each event anew, made gaps of 10 to 30 ms in the event loop."""


def build_application(preferences: Preferences, language: str = "") -> QApplication:
    """The QApplication with name, icon, fonts, look and language. Once a process."""
    qt_messages.install()
    sys.setswitchinterval(_LOCK_SHARE)
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("presencemap")
    app.setApplicationDisplayName("Presence Map")
    app.setApplicationVersion(presencemap.__version__)
    app.setDesktopFileName("presencemap")
    # The tray keeps the app alive; what ends it, Session decides.
    app.setQuitOnLastWindowClosed(False)
    speak(app, language_for(language or preferences.language, QLocale.system()))
    look = appearance()
    look.set_mode(preferences.mode)
    look.set_text_scale(preferences.text_size)
    look.set_compact(preferences.compact)
    # A look is applied once a process: a second style would leave views with the first one's.
    if not app.styleSheet():
        look.apply()
    app.setWindowIcon(app_icon())
    return app


class Session(QObject):
    """One run of the window on one profile."""

    def __init__(
        self,
        host: Host,
        preferences: Preferences,
        clock: Clock = now_ms,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._host = host
        self._preferences = preferences
        self._clock = clock
        self._node: Node | None = None
        self._quitting = False
        self._fault = ""
        self.inbox = Inbox(self)
        self.team = Team(self.inbox, clock, self)
        self.shell: Shell | None = None
        self.onboarding: OnboardingWindow | None = None
        self.farewell: Farewell | None = None
        self.inbox.noticed.connect(self._take)

    def begin(self) -> None:
        """The map, or the first steps into a team."""
        if self._host.in_team():
            self._open()
        else:
            self._onboard()

    def _onboard(self) -> None:
        self.onboarding = OnboardingWindow(self._host, self.inbox, self._clock)
        self.onboarding.finished.connect(self._entered)
        self.onboarding.given_up.connect(self.quit)
        self.onboarding.show()

    @Slot()
    def quit(self) -> None:
        """Everything goes: windows at once, then the node with its goodbye. Under a second."""
        if self._quitting:
            return
        self._quitting = True
        if self.shell is not None:
            self.shell.stop()
        if self.onboarding is not None:
            self.onboarding.hide()
            self.onboarding.stop()
        if self._node is not None:
            self._node.stop(STOP_WITHIN)
        self.inbox.close()
        self._preferences.save()
        QCoreApplication.quit()

    def _open(self) -> None:
        self._make_shell()
        self._node = self._host.start_node(self.inbox.take)
        self.team.connect_node(self._node)
        if self.shell is not None:
            self.shell.window.show()

    def _leave(self) -> None:
        """The team is over: its windows and its node go. Who was removed knows why already."""
        name, removed = self.team.name, self.team.removed
        if self.shell is not None:
            self.shell.stop()
            self.shell.deleteLater()
            self.shell = None
        if self._node is not None:
            self._node.stop(STOP_WITHIN)
            self._node = None
        self.team.deleteLater()
        self.team = Team(self.inbox, self._clock, self)
        if removed:
            self._onboard()
            return
        self.farewell = Farewell(name)
        self.farewell.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.farewell.accepted.connect(self._onboard)
        self.farewell.rejected.connect(self.quit)
        self.farewell.show()

    def _make_shell(self) -> None:
        shell = Shell(self.team, self._host.towns, self._preferences, Tray(self.team), self)
        shell.quit_wanted.connect(self.quit, Qt.ConnectionType.QueuedConnection)
        shell.language_chosen.connect(self._speak)
        shell.text_chosen.connect(self._make_anew)
        self.shell = shell

    @Slot()
    def _entered(self) -> None:
        """From the last step to the map, with the composer open."""
        self._open()
        if self.onboarding is not None:
            self.onboarding.hide()
            self.onboarding.stop()
            self.onboarding.deleteLater()
            self.onboarding = None
        if self.shell is not None:
            self.shell.open_composer()

    @Slot(str)
    def _speak(self, code: str) -> None:
        """Another language."""
        app = QCoreApplication.instance()
        if app is not None:
            speak(app, language_for(code, QLocale.system()))
            # Ages and states are words too, and kept.
            self.team.roster.tick()
            self._make_anew()

    @Slot()
    def _make_anew(self) -> None:
        """The same node, other windows; a draft comes along."""
        if self.shell is None:
            return
        draft, seen = self.shell.draft, self.shell.window.isVisible()
        self.shell.stop()
        self.shell.deleteLater()
        self._make_shell()
        if draft is not None:
            self.shell.composer.restore(draft)
        if seen:
            self.shell.window.show()

    @Slot(object)
    def _take(self, notice: object) -> None:
        match notice:
            case WindowRequested():
                self._bring_up()
            case FaultArisen(error=error):
                self._fault = sentence(error)
                self._tell(error)
            case FaultOver():
                self._tell_over()
            case LeftTeam():
                self._leave()
            case Stopped(error=error) if error is not None and not self._quitting:
                ours = not isinstance(error, PresenceMapError)
                _log.error("the node stopped: %s", error, exc_info=error if ours else None)
                self._tell(error)
            case _:
                pass

    def _bring_up(self) -> None:
        if self.shell is not None:
            self.shell.window.bring_up()

    def _tell_over(self) -> None:
        if self.shell is not None and self.shell.window.banner.sentence == self._fault:
            self.shell.window.banner.dismiss()

    def _tell(self, error: Exception) -> None:
        if self.shell is not None:
            self.shell.tell(sentence(error))


def run_session(
    host: Host,
    *,
    language: str = "",
    preferences: Preferences | None = None,
    app: QApplication | None = None,
    begun: Callable[[Session], None] = lambda _: None,
) -> int:
    """Run the window on a profile until it is quit; the exit code. ``begun``: when it is there.

    Raises:
        ProfileUnreadable: it can't be opened; the person was told.
    """
    kept = preferences or Preferences(host.preferences, host.cache)
    app = app or build_application(kept, language)
    collector = GarbageTimer()
    collector.start()
    session = Session(host, kept)
    signals = QuitSignals(session.quit)
    try:
        try:
            session.begin()
        except EnvironmentFault as fault:
            tell_start_fault(fault)
            raise
        begun(session)
        return app.exec()
    finally:
        session.quit()
        signals.stop()
        collector.stop()


def run_app(paths: ProfilePaths, options: Options | None = None) -> int:
    """Open the app on a profile, or raise the one that runs on it already.

    Raises:
        PresenceMapError: the node that runs can't be reached.
    """
    try:
        raised = ask(paths.control, {"ask": "raise"})
    except (NodeNotRunning, NodeBusy):
        return run_session(ProfileHost(paths, options))
    if raised:
        return 0
    # A node without a window has the profile: it goes on, or this app takes its place.
    host = ProfileHost(paths, options)
    preferences = Preferences(host.preferences, host.cache)
    app = build_application(preferences)
    if not offered_take_over() or not taken_over(paths):
        return 0
    return run_session(host, preferences=preferences, app=app)
