"""The members and the invites that still let people in: who came through whom, and what to do.

Asks the node at the start and after each act; what changes elsewhere meanwhile, the next time.
"""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from presencemap.app.commands import ShowInvites, ShowMembers, WithdrawInvite
from presencemap.app.views import Json
from presencemap.domain.text import fold
from presencemap.ui.controls import Button, Label, ScrollArea
from presencemap.ui.dialog import Dialog
from presencemap.ui.members.leave_dialog import LeaveDialog
from presencemap.ui.members.member_rows import InviteRow, MemberRow
from presencemap.ui.members.remove_dialog import RemoveDialog
from presencemap.ui.members.steward_dialog import StewardDialog
from presencemap.ui.members.verify_dialog import VerifyDialog
from presencemap.ui.sentences import sentence
from presencemap.ui.team import Team

_HIGH = 420


class MembersDialog(Dialog):
    """`rows` and `invites` are what is shown."""

    def __init__(self, team: Team, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Members"), "", parent)
        self._team = team
        self.rows: list[MemberRow] = []
        self.invites: list[InviteRow] = []
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 8, 0)
        self._list.setSpacing(4)
        content = QWidget()
        content.setLayout(self._list)
        self._scroll = ScrollArea(content)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setMinimumHeight(_HIGH)
        self.body.addWidget(self._scroll)
        self.cancel.hide()
        self.leave = Button(self.tr("Leave the team …"), icon="log-out")
        self.leave.clicked.connect(self._leave)
        self.feet.insertWidget(0, self.leave)
        self.main.setText(self.tr("Done"))
        self.setMinimumWidth(660)
        self._ask()

    @Slot()
    def submit(self) -> None:
        """Close."""
        self.accept()

    @Slot()
    def _ask(self) -> None:
        self._team.ask(ShowMembers(), self._members_came, self._failed)

    def _members_came(self, members: list[Json]) -> None:
        members.sort(key=lambda member: (not member["me"], fold(member["name"])))
        self._team.ask(ShowInvites(), lambda found: self._fill(members, found), self._failed)

    def _fill(self, members: list[Json], invites: list[Json]) -> None:
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self.rows = [MemberRow(member) for member in members]
        self.invites = [InviteRow(invite, self._team.clock()) for invite in invites]
        for row in self.rows:
            row.verify_wanted.connect(self._verify)
            row.appoint_wanted.connect(self._appoint)
            row.remove_wanted.connect(self._remove)
            self._list.addWidget(row)
        if self.invites:
            self._list.addSpacing(8)
            self._list.addWidget(Label(self.tr("Invites"), "small", "ink3"))
        for invite in self.invites:
            invite.withdraw_wanted.connect(self._withdraw)
            self._list.addWidget(invite)
        self._list.addStretch(1)
        self.tell("")

    @Slot(str, str)
    def _verify(self, person: str, name: str) -> None:
        self._open(VerifyDialog(self._team, person, name, self))

    @Slot(str, str)
    def _appoint(self, person: str, name: str) -> None:
        self._open(StewardDialog(self._team, person, name, self))

    @Slot(str, str)
    def _remove(self, person: str, name: str) -> None:
        self._open(RemoveDialog(self._team, person, name, self))

    @Slot()
    def _leave(self) -> None:
        self._open(LeaveDialog(self._team, self))

    @Slot(str)
    def _withdraw(self, invite: str) -> None:
        self._team.ask(WithdrawInvite(invite), lambda _: self._ask(), self._failed)

    def _open(self, dialog: Dialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._ask)
        dialog.open()

    def _failed(self, error: Exception) -> None:
        self.tell(sentence(error))
