"""What the node tells: frozen values, handed over after the commit that made them true.

The window takes them through ``ui/inbox.py``; ``watch`` prints the ``Noted`` ones.
"""

from dataclasses import dataclass
from enum import StrEnum

from presencemap.domain.availability import Sharing
from presencemap.domain.floor_plan import FloorPlan, Image
from presencemap.domain.job import Job
from presencemap.domain.map_server import MapServer
from presencemap.domain.place import Place, PlaceTree
from presencemap.domain.plan import Plan
from presencemap.domain.precision import Precision
from presencemap.domain.roster import Card
from presencemap.domain.team import Inviters
from presencemap.domain.topic_names import TopicNames


@dataclass(frozen=True, slots=True)
class Started:
    """The node listens and is announced; addresses are ``tcp://host:port``."""

    team: str
    person: str
    door: str
    feed: str


@dataclass(frozen=True, slots=True)
class RosterChanged:
    """The cards that changed, mine among them; the first one after Started has everybody."""

    cards: tuple[Card, ...]
    gone: tuple[str, ...] = ()
    """Those who belong to the team no more."""


@dataclass(frozen=True, slots=True)
class PlacesChanged:
    """The whole tree as it is now."""

    places: PlaceTree


@dataclass(frozen=True, slots=True)
class FloorPlansChanged:
    """All floor plans as they are now, and which of their pictures are on this computer."""

    plans: tuple[FloorPlan, ...]
    pictures: frozenset[Image] = frozenset()


@dataclass(frozen=True, slots=True)
class JobsChanged:
    """All jobs as they are now, and who is on each; told after Started too."""

    jobs: tuple[Job, ...]


@dataclass(frozen=True, slots=True)
class TopicsRenamed:
    """What all topics are called now; told after Started too."""

    names: TopicNames


@dataclass(frozen=True, slots=True)
class NotesChanged:
    """Notes came, were taken back, or are known to have come further."""


@dataclass(frozen=True, slots=True)
class PostsChanged:
    """These posts, by id, came or went, or more or less is about them; none: many, or all."""

    posts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class FollowsChanged:
    """I follow others than before, or others follow me."""


class Event(StrEnum):
    """The events of ``watch``."""

    STATUS = "status"
    PROFILE = "profile"
    PLAN = "plan"
    PLACE = "place"
    JOB = "job"
    WORK = "work"
    TOPIC = "topic"
    POST = "post"
    NOTE = "note"
    MEMBER = "member"
    GONE = "gone"
    REMOVED = "removed"
    ONLINE = "online"
    UNCERTAIN = "uncertain"
    OFFLINE = "offline"
    NO_NETWORK = "no_network"
    NETWORK = "network"


@dataclass(frozen=True, slots=True)
class Noted:
    """One thing that happened. ``at``: the author's time; ``received``: ours; both ms.

    ``person`` is the author's id; ``card`` is the author's card after it (None for a job, a topic
    or a post, which change none, and many may come at once), ``place`` the place, ``plan`` the plan
    (an empty one takes back), ``jobs`` the job that was named or those that the author is on,
    ``topic`` the one that is called otherwise, ``post`` the post's id, ``note`` that of a note to
    me.
    """

    event: Event
    person: str
    at: int
    received: int
    seq: int | None = None
    card: Card | None = None
    place: Place | None = None
    plan: Plan | None = None
    jobs: tuple[Job, ...] = ()
    topic: str = ""
    post: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class SharingChanged:
    """What leaves this machine from now on; told after Started too."""

    sharing: Sharing


@dataclass(frozen=True, slots=True)
class PrecisionChanged:
    """How precisely my places are shared from now on; told after Started too."""

    precision: Precision


@dataclass(frozen=True, slots=True)
class HomeChanged:
    """What home is shared as, with a town or without; told after Started too."""

    home: Place


@dataclass(frozen=True, slots=True)
class NetworkChanged:
    """Whether this machine has a network; told after Started where it has none.

    ``since``: when that changed, in ms; None where it was so before this node started.
    """

    connected: bool
    since: int | None = None


@dataclass(frozen=True, slots=True)
class InvitingChanged:
    """Whether I may invite, and who may in this team; told after Started too."""

    mine: bool
    inviters: Inviters


@dataclass(frozen=True, slots=True)
class MapServerChanged:
    """The team's map server, None for none, and whether I may choose it; told after Started too."""

    server: MapServer | None
    mine: bool


@dataclass(frozen=True, slots=True)
class CatchingUp:
    """So many records are known of and still lacking; 0 when there are none any more."""

    left: int


@dataclass(frozen=True, slots=True)
class WaitingChanged:
    """So much of what I said is, as far as is known here, on no other computer yet.

    Told while nobody is linked, and with noughts once somebody is.
    """

    statuses: int = 0
    posts: int = 0
    notes: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """So many of ``of`` records are still to be read before a search finds all there is."""

    left: int
    of: int


@dataclass(frozen=True, slots=True)
class FaultArisen:
    """The machine failed us; ``error`` says what and what to do. The node goes on."""

    error: Exception


@dataclass(frozen=True, slots=True)
class FaultOver:
    """The disk, of which a ``FaultArisen`` told, takes what we write again."""


@dataclass(frozen=True, slots=True)
class PeerRefused:
    """A peer did what no honest program does. ``who``: a name or an address; the node goes on."""

    who: str
    what: str


@dataclass(frozen=True, slots=True)
class KeyCloned:
    """Two computers use the key of this colleague, and neither has stopped."""

    who: str


@dataclass(frozen=True, slots=True)
class WindowRequested:
    """A second start of the app: raise the window of this one."""


@dataclass(frozen=True, slots=True)
class Removed:
    """Somebody put me out of the team: the node stays off the network, and shows what it has.

    Told after Started too, where it was so before.
    """


@dataclass(frozen=True, slots=True)
class LeftTeam:
    """I left the team, and peers were told: stop the node; the profile then has no team."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """The node is gone; ``error`` where it was not asked to."""

    error: Exception | None = None


Notice = (
    Started
    | RosterChanged
    | PlacesChanged
    | FloorPlansChanged
    | JobsChanged
    | TopicsRenamed
    | NotesChanged
    | PostsChanged
    | FollowsChanged
    | Noted
    | SharingChanged
    | PrecisionChanged
    | HomeChanged
    | NetworkChanged
    | InvitingChanged
    | MapServerChanged
    | CatchingUp
    | WaitingChanged
    | Reading
    | FaultArisen
    | FaultOver
    | PeerRefused
    | KeyCloned
    | WindowRequested
    | Removed
    | LeftTeam
    | Stopped
)
