"""Making a member a steward: what they may do then, before it is done."""

from PySide6.QtWidgets import QWidget

from presencemap.app.commands import AppointSteward
from presencemap.domain.team import Inviters
from presencemap.ui.members.final_dialog import FinalDialog
from presencemap.ui.team import Team


class StewardDialog(FinalDialog):
    """Asks about one person, by id and name."""

    def __init__(self, team: Team, person: str, name: str, parent: QWidget | None = None) -> None:
        title = self.tr("Make {name} a steward?")
        words = (
            self.tr("A steward can remove members and withdraw invites, also when you are away."),
            self.tr("In this team only stewards invite, so {name} can invite too.")
            if team.inviters is Inviters.STEWARDS
            else "",
            self.tr(
                "It holds as long as {name} is in the team. To end it, you remove {name} and "
                "invite them anew."
            ),
        )
        super().__init__(
            team,
            title.format(name=name),
            words=(each.format(name=name) for each in words if each),
            act=self.tr("Make a steward"),
            command=AppointSteward(person),
            parent=parent,
        )
