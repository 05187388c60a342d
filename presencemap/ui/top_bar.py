"""The bar at the top: logo, the team's name with the menu behind it, find, my status at the right.

Owns the menu's entries and their keys; what they do, the window decides.
"""

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from presencemap.domain.team import Inviters
from presencemap.ui import assets
from presencemap.ui.controls import Button, dress, plain
from presencemap.ui.find.find_field import FindField
from presencemap.ui.invite_dialog import why_not
from presencemap.ui.language import LANGUAGES, own_name
from presencemap.ui.logo import Logo
from presencemap.ui.menus.appearance_menu import AppearanceMenu
from presencemap.ui.menus.precision_menu import PrecisionMenu
from presencemap.ui.menus.sharing_menu import SharingMenu
from presencemap.ui.ports import Towns
from presencemap.ui.status_pill import StatusPill
from presencemap.ui.team import Team
from presencemap.ui.theme import appearance

_WIDEST_NAME = 340
_ROOMY = 900
"""Px from which asking has a button here too, beside the rail's."""
_NARROW = 720
"""Px below which there is room for signs only."""


class TopBar(QWidget):
    """`pill` opens the composer, or the sharing menu while I don't share; acts are signals."""

    invite_wanted = Signal()
    members_wanted = Signal()
    profile_wanted = Signal()
    days_wanted = Signal()
    links_wanted = Signal()
    places_wanted = Signal()
    jobs_wanted = Signal()
    map_wanted = Signal()
    network_wanted = Signal()
    drafts_wanted = Signal()
    shortcuts_wanted = Signal()
    quit_wanted = Signal()
    ask_wanted = Signal()
    sharing_chosen = Signal(object)
    precision_chosen = Signal(object)
    language_chosen = Signal(str)

    def __init__(
        self, team: Team, towns: Towns, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._team = team
        self._icons: list[tuple[QAction, str]] = []
        self._narrow = False
        self._members_only: list[QAction] = []
        self.pill = StatusPill(team)
        self.find_field = FindField(team.roster, towns)
        self.ask = Button(self.tr("Ask: who knows…"), icon="hand-helping")
        self.ask.setToolTip(self.tr("Who knows about something? (Ctrl 4)"))
        self.ask.clicked.connect(self.ask_wanted)
        self.team_button = QToolButton()
        self.team_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.team_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.team_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.team_button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.team_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.team_button.setMaximumWidth(_WIDEST_NAME)
        self.team_button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        dress(self.team_button, variant="icon")
        self.menu = QMenu(self)
        self._fill(self.menu, language)
        # Only the button's arrow stands on the right; the menu would take that over.
        self.menu.setLayoutDirection(self.layoutDirection())
        self.team_button.setMenu(self.menu)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 14, 0)
        row.setSpacing(10)
        row.addWidget(Logo())
        row.addWidget(self.team_button)
        row.addStretch(1)
        row.addWidget(self.find_field, 4)
        row.addStretch(1)
        row.addWidget(self.ask)
        row.addWidget(self.pill)
        team.changed.connect(self._learn)
        appearance().changed.connect(self._dress)
        self._dress()

    def open_sharing(self) -> None:
        """The ways of sharing, below the pill."""
        self.sharing_menu.popup(self.pill.mapToGlobal(self.pill.rect().bottomLeft()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow the team's name and my words make room for what one seeks."""
        super().resizeEvent(event)
        self.ask.setVisible(event.size().width() >= _ROOMY)
        narrow = event.size().width() < _NARROW
        if narrow is not self._narrow:
            self._narrow = narrow
            self.pill.set_small(small=narrow)
            for number in range(self._row.count()):
                item = self._row.itemAt(number)
                if item is not None and item.spacerItem() is not None:
                    self._row.setStretch(number, 0 if narrow else 1)
            self._learn()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground, with the separator below."""
        theme = appearance().theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("border"))

    def _fill(self, menu: QMenu, language: str) -> None:
        menu.setToolTipsVisible(True)
        self.invite = self._act(menu, "", "user-plus", self.invite_wanted)
        self._act(menu, self.tr("Members …"), "users", self.members_wanted)
        profile = self._act(menu, self.tr("My profile …"), "user", self.profile_wanted)
        days = self._act(menu, self.tr("My coming days …"), "calendar", self.days_wanted)
        days.setShortcut(QKeySequence("Ctrl+Shift+D"))
        links = self._act(menu, self.tr("My links …"), "link", self.links_wanted)
        links.setShortcut(QKeySequence("Ctrl+Shift+L"))
        place = self._act(menu, self.tr("Places …"), "map-pin", self.places_wanted)
        jobs = self._act(menu, self.tr("Jobs …"), "briefcase", self.jobs_wanted)
        jobs.setShortcut(QKeySequence("Ctrl+Shift+J"))
        chart = self._act(menu, self.tr("Map server …"), "map", self.map_wanted)
        network = self._act(menu, self.tr("Network …"), "share-2", self.network_wanted)
        network.setShortcut(QKeySequence("Ctrl+,"))
        menu.addSeparator()
        self.sharing_menu = SharingMenu(self.tr("Sharing"), self._team, menu)
        self.sharing_menu.chosen.connect(self.sharing_chosen)
        menu.addMenu(self.sharing_menu)
        self._icons.append((self.sharing_menu.menuAction(), "eye"))
        self.precision_menu = PrecisionMenu(self.tr("Place, how precisely"), self._team, menu)
        self.precision_menu.chosen.connect(self.precision_chosen)
        menu.addMenu(self.precision_menu)
        self._icons.append((self.precision_menu.menuAction(), "locate"))
        self.asks = menu.addAction(self.tr("Ask how things went"))
        self.asks.setCheckable(True)
        self.asks.setToolTip(self.tr("Your topics of two weeks stay on this computer alone"))
        words = self.tr("Drafts from git and calendar …")
        drafts = self._act(menu, words, "git-branch", self.drafts_wanted)
        drafts.setToolTip(self.tr("Off unless you turn it on; read on this computer alone"))
        menus = (self.sharing_menu.menuAction(), self.precision_menu.menuAction())
        self._members_only = [profile, days, place, jobs, chart, network, self.asks, drafts]
        self._members_only += menus
        menu.addSeparator()
        self.looks = AppearanceMenu(self.tr("Appearance"), menu)
        menu.addMenu(self.looks)
        self._icons.append((self.looks.menuAction(), "sun"))
        self._fill_languages(self._sub(menu, self.tr("Language"), "languages"), language)
        keys = self._act(menu, self.tr("Keyboard shortcuts"), "info", self.shortcuts_wanted)
        keys.setShortcut(QKeySequence("F1"))
        menu.addSeparator()
        leave = self._act(menu, self.tr("Quit"), "log-out", self.quit_wanted)
        leave.setShortcut(QKeySequence("Ctrl+Q"))
        # The menu's actions work without the menu open.
        self.addActions([days, jobs, links, network, keys, leave])

    def _fill_languages(self, menu: QMenu, chosen: str) -> None:
        group = QActionGroup(menu)
        for code in ("", *LANGUAGES):
            action = menu.addAction(own_name(code) if code else self.tr("As the system"))
            action.setCheckable(True)
            action.setChecked(code == chosen)
            action.setActionGroup(group)
            action.triggered.connect(lambda _=False, code=code: self.language_chosen.emit(code))

    def _act(self, menu: QMenu, text: str, icon: str, act: SignalInstance) -> QAction:
        action = menu.addAction(text)
        action.triggered.connect(act)
        self._icons.append((action, icon))
        return action

    def _sub(self, menu: QMenu, text: str, icon: str) -> QMenu:
        sub = menu.addMenu(text)
        self._icons.append((sub.menuAction(), icon))
        return sub

    @Slot()
    def _dress(self) -> None:
        theme = appearance().theme
        self.setFixedHeight(max(theme.size("topbar"), theme.px(theme.size("topbar"))))
        for action, icon in self._icons:
            action.setIcon(assets.icon(icon, theme.colour("ink2")))
        self.team_button.setIcon(assets.icon("chevron-down", theme.colour("ink2"), gap=0))
        self.team_button.setIconSize(QSize(16, 16))
        font = theme.font("body", 600)
        font.setPixelSize(theme.px(14))
        self.team_button.setFont(font)
        self.team_button.setStyleSheet(
            f"QToolButton {{ font-size: {font.pixelSize()}px; font-weight: 600; padding: 0 8px; }}"
        )
        self._learn()

    @Slot()
    def _learn(self) -> None:
        for action in self._members_only:
            action.setEnabled(not self._team.removed)
        why = why_not(self._team)
        words = self.tr("Invite a colleague (stewards only)")
        by_policy = why and self._team.inviters is Inviters.STEWARDS
        self.invite.setText(words if by_policy else self.tr("Invite a colleague …"))
        self.invite.setToolTip(why)
        self.invite.setEnabled(not (why or self._team.removed))
        name = self._team.name or self.tr("My team")
        metrics = self.team_button.fontMetrics()
        room = _WIDEST_NAME - 48
        cut = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
        self.team_button.setText("" if self._narrow else plain(cut))
        self.team_button.setAccessibleName(self.tr("Team {name}, menu").format(name=name))
