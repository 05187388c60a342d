"""What a person can ask of the node, as immutable values; ``Node.post`` takes them.

Shared by the window, the tray and the command line. Knows neither Qt nor sockets.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path

from presencemap.app.job_commands import JobCommand, ShowJobs
from presencemap.app.link_commands import LinkCommand, ShowLinks
from presencemap.app.post_commands import (
    PostCommand,
    PostQuestion,
    SayPost,
)
from presencemap.app.topic_commands import ShowTopics, TopicCommand
from presencemap.domain.availability import Availability, Sharing
from presencemap.domain.floor_plan import Shape
from presencemap.domain.person import Profile
from presencemap.domain.place import PlaceKind
from presencemap.domain.precision import Precision
from presencemap.domain.status import Activity


class Keep(Enum):
    """Stands for "as it is now" in a field that may also be None."""

    KEEP = "keep"


KEEP = Keep.KEEP


@dataclass(frozen=True, slots=True)
class SetStatus:
    """Replace my status; ``place`` is a place's id, ``until`` in ms. Answers the new Status.

    ``guests`` are those at that place; at another one there are none until it is said.
    """

    availability: Availability | Keep = KEEP
    activity: Activity | Keep | None = KEEP
    place: str | Keep | None = KEEP
    until: int | Keep | None = KEEP
    guests: int | Keep = KEEP


@dataclass(frozen=True, slots=True)
class SetPlan:
    """What I plan for each day from ``first`` to ``last``; ``place`` is a place's id.

    Answers these days' plans as ``plan show --json`` has them; an empty one is none.
    """

    first: date
    last: date
    place: str | Keep | None = KEEP
    text: str | Keep = KEEP
    out: bool | Keep = KEEP


@dataclass(frozen=True, slots=True)
class SetProfile:
    """Replace my profile. Answers None."""

    profile: Profile


@dataclass(frozen=True, slots=True)
class AddPlace:
    """A new place for everyone. Answers the Place, with its id."""

    name: str
    kind: PlaceKind
    parent: str | None = None
    lat: float | None = None
    lon: float | None = None
    town: str = ""
    capacity: int | None = None


@dataclass(frozen=True, slots=True)
class EditPlace:
    """Change a place for everyone; what isn't named stays. Answers the Place."""

    place: str
    name: str | Keep = KEEP
    kind: PlaceKind | Keep = KEEP
    parent: str | Keep | None = KEEP
    lat: float | Keep | None = KEEP
    lon: float | Keep | None = KEEP
    town: str | Keep = KEEP
    capacity: int | Keep | None = KEEP


@dataclass(frozen=True, slots=True)
class MergePlace:
    """A place turned out to be another one, which stays. Answers the Place that stays."""

    place: str
    into: str


PlaceCommand = AddPlace | EditPlace | MergePlace


@dataclass(frozen=True, slots=True)
class SetFloorPlan:
    """Draw a floor anew for everyone. Answers the FloorPlan.

    ``picture``: a file to be read, None for none; ``size``: px of the plan without one.
    """

    place: str
    picture: Path | Keep | None = KEEP
    shapes: tuple[Shape, ...] | Keep = KEEP
    size: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class ShowPicture:
    """Answers the bytes of a floor plan's picture, by its hash; none where it isn't here (yet)."""

    hash: str


@dataclass(frozen=True, slots=True)
class ChooseMapServer:
    """Have the team use a map server, both texts empty for none. Answers None."""

    template: str = ""
    attribution: str = ""


@dataclass(frozen=True, slots=True)
class CreateInvite:
    """A new invitation. Answers the link, ``presencemap://join#...``."""

    days: int = 7
    uses: int = 50
    label: str = ""
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SetPrecision:
    """How precisely my places are shared from now on, the present one too. Answers None."""

    precision: Precision


@dataclass(frozen=True, slots=True)
class SetHome:
    """The town that is shared while I say that I'm at home, "" for none; now and in my plans.

    Answers the town's own name.
    """

    town: str = ""


@dataclass(frozen=True, slots=True)
class SetSharing:
    """Share, pause, or leave the network; kept over a restart. Answers None."""

    sharing: Sharing


@dataclass(frozen=True, slots=True)
class AddPeer:
    """Dial this ``host[:port]`` from now on. Answers None."""

    address: str


@dataclass(frozen=True, slots=True)
class RemovePeer:
    """Stop dialling this address. Answers None."""

    address: str


@dataclass(frozen=True, slots=True)
class RemoveMember:
    """Put a person, by id, out of the team. Answers the names of all who are out.

    ``invited_too``: those who came through them as well.
    """

    person: str
    invited_too: bool = False


@dataclass(frozen=True, slots=True)
class WithdrawInvite:
    """Let nobody in any more by this invite: its id, or the start of it. Answers None."""

    invite: str


@dataclass(frozen=True, slots=True)
class AppointSteward:
    """Make a person, by id, a steward, with the root key. Answers the name."""

    person: str


@dataclass(frozen=True, slots=True)
class VerifyMember:
    """Say that a person, by id, is who they say: ``words`` is what they read. Answers the name."""

    person: str
    words: str


@dataclass(frozen=True, slots=True)
class ShowMembers:
    """Answers the members as ``team members --json`` has them."""


@dataclass(frozen=True, slots=True)
class ShowInviter:
    """Answers the id of who invited a person, by id; None where nobody who is in the team did."""

    person: str


@dataclass(frozen=True, slots=True)
class ShowInvites:
    """Answers the invites as ``team invites --json`` has them."""


@dataclass(frozen=True, slots=True)
class ShowWords:
    """Answers the safety words with a person, by id, as ``team verify --json`` has them."""

    person: str


@dataclass(frozen=True, slots=True)
class ShowLog:
    """Answers the statements of the membership log, in base64."""


@dataclass(frozen=True, slots=True)
class LeaveTeam:
    """Leave the team; the profile is without one once its team is closed. Answers None.

    ``unheard``: also where no colleague is here to hear it.
    """

    unheard: bool = False


@dataclass(frozen=True, slots=True)
class WriteNote:
    """Send a person, by id, a note that only they can read. Answers None."""

    person: str
    text: str


@dataclass(frozen=True, slots=True)
class Introduce:
    """Bring two people together, by id, on a topic ("" for none); a note to each. Answers None."""

    person: str
    other: str
    topic: str
    text: str


@dataclass(frozen=True, slots=True)
class DeclineIntroduction:
    """Say no to an introduction: the note's id, or the start of it. Answers None."""

    note: str


@dataclass(frozen=True, slots=True)
class TakeBackNote:
    """Take a note of mine back from everybody: its id, or the start of it. Answers None."""

    note: str


@dataclass(frozen=True, slots=True)
class ShowNotes:
    """Answers the notes with a person, by id, or all, as ``notes --json`` has them."""

    person: str | None = None


@dataclass(frozen=True, slots=True)
class KeepUnsent:
    """Keep what is to leave in a moment, so that a crash doesn't lose it. Answers None.

    ``name``: one that nothing else has; ``draft``: what its dialog needs to open again.
    """

    name: str
    wanted: WriteNote | Introduce | SayPost
    draft: str = ""


@dataclass(frozen=True, slots=True)
class SendUnsent:
    """Do now what is kept by this name; once, however often. It stays until it is dropped."""

    name: str


@dataclass(frozen=True, slots=True)
class DropUnsent:
    """Keep it no more: it has left, or was taken back. Answers None."""

    name: str


@dataclass(frozen=True, slots=True)
class ShowUnsent:
    """Answers what is kept and hasn't left, as a list of ``Unsent``, as it was said."""


UnsentCommand = KeepUnsent | SendUnsent | DropUnsent | ShowUnsent
NoteCommand = WriteNote | Introduce | DeclineIntroduction | TakeBackNote | ShowNotes
FloorCommand = SetFloorPlan | ShowPicture
MemberCommand = (
    RemoveMember
    | WithdrawInvite
    | AppointSteward
    | VerifyMember
    | ShowMembers
    | ShowInviter
    | ShowInvites
    | ShowWords
    | ShowLog
    | LeaveTeam
)
Command = (
    SetStatus
    | SetPlan
    | SetProfile
    | PlaceCommand
    | ChooseMapServer
    | CreateInvite
    | SetSharing
    | SetPrecision
    | SetHome
    | AddPeer
    | RemovePeer
    | MemberCommand
    | PostCommand
    | JobCommand
    | TopicCommand
    | NoteCommand
    | UnsentCommand
    | LinkCommand
    | FloorCommand
)
Question = (
    ShowMembers
    | ShowInviter
    | ShowInvites
    | ShowWords
    | ShowLog
    | PostQuestion
    | ShowJobs
    | ShowTopics
    | ShowNotes
    | ShowUnsent
    | ShowLinks
    | ShowPicture
)
"""Of these, what only asks: it changes nothing, so it is answered whatever the disk takes."""
