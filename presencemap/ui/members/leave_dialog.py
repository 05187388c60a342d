"""Leaving the team, or what is left of it after a removal: what goes and what stays."""

from PySide6.QtWidgets import QWidget

from presencemap.app.commands import LeaveTeam
from presencemap.ui.members.final_dialog import FinalDialog
from presencemap.ui.team import Team


class LeaveDialog(FinalDialog):
    """Closes when it is done; what comes then is for the session to show."""

    def __init__(self, team: Team, parent: QWidget | None = None) -> None:
        title = self.tr("Start anew?") if team.removed else self.tr("Leave {team}?")
        act = self.tr("Erase and start anew") if team.removed else self.tr("Leave the team")
        words = self._removed() if team.removed else self._leaving()
        super().__init__(
            team,
            title.format(team=team.name),
            words=(each.format(team=team.name) for each in words),
            act=act,
            command=LeaveTeam(),
            parent=parent,
        )
        self.main.set_variant("danger")

    def _leaving(self) -> tuple[str, ...]:
        return (
            self.tr(
                "Colleagues hear of it, and your profile and status disappear at theirs. "
                "The places you added stay, and what they have seen, they keep."
            ),
            self.tr(
                "Your keys and everything of the team are erased from this computer. "
                "To come back you need a new invite."
            ),
        )

    def _removed(self) -> tuple[str, ...]:
        return (
            self.tr(
                "What you still see of {team}, and your keys, are erased from this computer. "
                "Then you can join a team with an invite, or start one."
            ),
        )
