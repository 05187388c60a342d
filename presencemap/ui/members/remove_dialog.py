"""Removing a member: what it does and what it doesn't, before it is done."""

from PySide6.QtWidgets import QWidget

from presencemap.app.commands import RemoveMember
from presencemap.ui.members.final_dialog import FinalDialog
from presencemap.ui.team import Team


class RemoveDialog(FinalDialog):
    """Asks about one person, by id and name."""

    def __init__(self, team: Team, person: str, name: str, parent: QWidget | None = None) -> None:
        title = self.tr("Remove {name} from the team?")
        words = (
            self.tr(
                "From now on {name} receives nothing new: not from you, and not from anybody whose "
                "computer hears of it, which is at once for everybody who is online."
            ),
            self.tr(
                "Their profile and status disappear, the places they added stay. What they have "
                "seen before, they keep: no program can take that back."
            ),
            self.tr("To come back they need a new invite."),
        )
        super().__init__(
            team,
            title.format(name=name),
            words=(each.format(name=name) for each in words),
            act=self.tr("Remove from the team"),
            command=RemoveMember(person),
            parent=parent,
        )
        self.main.set_variant("danger")
