"""What the window's menu, cards and map want in a dialog.

Owns which dialog that is, and what is done by it elsewhere in the window. How dialogs come and go,
whoever shows them knows.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from presencemap.app.commands import EditPlace
from presencemap.domain.place import Place
from presencemap.ui.compose.cues import Cues
from presencemap.ui.compose.cues_dialog import CuesDialog
from presencemap.ui.dialog import Dialog
from presencemap.ui.home_dialog import HomeDialog
from presencemap.ui.invite_dialog import InviteDialog
from presencemap.ui.jobs.jobs_dialog import JobsDialog
from presencemap.ui.main_window import MainWindow
from presencemap.ui.map_server.dialog import MapServerDialog
from presencemap.ui.members.leave_dialog import LeaveDialog
from presencemap.ui.members.members_dialog import MembersDialog
from presencemap.ui.members.verify_dialog import VerifyDialog
from presencemap.ui.network.dialog import NetworkDialog
from presencemap.ui.places.places_dialog import PlacesDialog
from presencemap.ui.plans.days_dialog import DaysDialog
from presencemap.ui.ports import Towns
from presencemap.ui.profile.dialog import ProfileDialog
from presencemap.ui.shortcuts_dialog import ShortcutsDialog
from presencemap.ui.team import Team


class WindowDialogs(QObject):
    """``show`` is given each dialog. `failed` with why a place couldn't be moved."""

    failed = Signal(object)

    def __init__(
        self,
        team: Team,
        towns: Towns,
        window: MainWindow,
        cues: Cues,
        show: Callable[[Dialog], None],
    ) -> None:
        super().__init__(window)
        self._team, self._towns, self._window, self._cues = team, towns, window, cues
        self._show = show
        top, card = window.top, window.card
        window.anew_wanted.connect(lambda: show(LeaveDialog(team, window)))
        top.invite_wanted.connect(lambda: show(InviteDialog(team, window)))
        top.members_wanted.connect(lambda: show(MembersDialog(team, window)))
        top.profile_wanted.connect(self.edit_profile)
        top.places_wanted.connect(self._show_places)
        top.jobs_wanted.connect(self.show_jobs)
        top.map_wanted.connect(lambda: show(MapServerDialog(team, window.consent, window)))
        top.network_wanted.connect(lambda: show(NetworkDialog(team, window)))
        top.drafts_wanted.connect(lambda: show(CuesDialog(cues, window)))
        top.shortcuts_wanted.connect(lambda: show(ShortcutsDialog(window)))
        top.precision_menu.home_wanted.connect(lambda: show(HomeDialog(team, towns, window)))
        for wanted in (top.days_wanted, card.days_requested):
            wanted.connect(self._plan_days)
        card.verify_requested.connect(self._verify)
        card.jobs.wanted.connect(self.show_jobs)
        window.map.pin.moved.connect(self._move_place)

    @Slot()
    def edit_profile(self) -> None:
        """My own."""
        self._show(ProfileDialog(self._team, self._window, later=True))

    @Slot()
    @Slot(str)
    def show_jobs(self, job: str = "") -> None:
        """The team's, on the one with this id."""
        self._show(JobsDialog(self._team, self._window, job))

    @Slot(str, str)
    def _verify(self, person: str, name: str) -> None:
        self._show(VerifyDialog(self._team, person, name, self._window))

    @Slot()
    def _plan_days(self) -> None:
        day = self._team.roster.day
        self._show(DaysDialog(self._team, self._towns, self._window, day, later=True))

    @Slot()
    def _show_places(self) -> None:
        dialog = PlacesDialog(self._team, self._towns, self._window)
        dialog.shown.connect(self._window.show_place)
        dialog.pin_wanted.connect(self._pin)
        self._show(dialog)

    @Slot(object)
    def _pin(self, place: Place) -> None:
        if place.lat is not None and place.lon is not None:
            self._window.map.show_spot(place.lat, place.lon)
        self._window.map.pin.begin(place)

    @Slot(str, float, float)
    def _move_place(self, place: str, lat: float, lon: float) -> None:
        self._team.ask(EditPlace(place, lat=lat, lon=lon), failed=self.failed.emit)
