"""What the window asks of the program below it, as small protocols that ``app`` fulfils.

Tests and screenshots stand in for them with fakes. Knows no widget.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from presencemap.app.commands import Command
from presencemap.app.doctor.findings import Report
from presencemap.app.notices import Notice
from presencemap.domain.person import Profile
from presencemap.domain.precision import Precision
from presencemap.domain.team import Inviters

if TYPE_CHECKING:
    # Here: a window that nobody asks needs none of it.
    from presencemap.app.knowledge.findings import Findings

Clock = Callable[[], int]
"""The moment now, ms."""


class Town(Protocol):
    """A town of the gazetteer; ``lat`` and ``lon`` in degrees."""

    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def label(self) -> str: ...  # noqa: D102
    @property
    def lat(self) -> float: ...  # noqa: D102
    @property
    def lon(self) -> float: ...  # noqa: D102


class Towns(Protocol):
    """Towns by name, offline; answers within some ms."""

    def suggest(self, text: str) -> Sequence[Town]:
        """Towns of which a name begins with `text`, the likeliest first."""

    def find(self, text: str) -> Town | None:
        """The town that a person means, None where nobody knows it."""

    def nearly(self, text: str) -> Sequence[Town]:
        """Towns whose name is one mistake away from `text`, for "did you mean"."""


class Node(Protocol):
    """The running node of the profile; any thread may call it."""

    def post(self, command: Command) -> Future[Any]:
        """Do it; the future answers as the command says, or with a PresenceMapError."""

    def examine(self) -> Future[Report]:
        """Look into the network; some seconds."""

    def search(self, text: str) -> "Future[Findings]":
        """What is known about a text so far; cancelled where another is asked before it is."""

    def stop(self, deadline: float = 1.0) -> bool:
        """Say goodbye and end the network thread; False where `deadline` seconds were too few."""


@dataclass(frozen=True, slots=True)
class InvitePreview:
    """What an invite link says before anybody joins. ``expires`` in ms."""

    team: str
    inviter: str
    expires: int


class Admission(Protocol):
    """The way into a team. Runs off the GUI thread; raises the domain's errors."""

    def preview_invite(self, link: str) -> InvitePreview:
        """Read and verify a link without joining; quick, so the GUI thread may ask."""

    def create_team(
        self, name: str, profile: Profile, inviters: Inviters, precision: Precision
    ) -> None:
        """Found a team with this profile as its first member, in which these may invite.

        ``precision``: how precisely that member's places are shared, from the first on.
        """

    def join_team(self, link: str, profile: Profile, precision: Precision) -> None:
        """Enter the team of the link; nobody needs to be online."""


class Host(Admission, Protocol):
    """One profile as the application finds it."""

    @property
    def preferences(self) -> Path:
        """The file in the profile's own folder where the window keeps its looks."""

    @property
    def cache(self) -> Path:
        """The folder for pictures of the map: what can be fetched again."""

    @property
    def towns(self) -> Towns:
        """The gazetteer."""

    def in_team(self) -> bool:
        """Whether the profile has a team."""

    def start_node(self, tell: Callable[[Notice], None]) -> Node:
        """Start the node; `tell` takes its notices on the network thread."""
