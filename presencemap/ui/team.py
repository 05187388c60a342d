"""The team as the window knows it: its name, the roster, me; and what I ask of the node.

Owns the roster model that list, card and map are views of, and feeds it. Knows no widget.
"""

from collections.abc import Callable, Iterable
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from presencemap.app.commands import Command
from presencemap.app.doctor.findings import Report
from presencemap.app.notices import (
    CatchingUp,
    FloorPlansChanged,
    FollowsChanged,
    HomeChanged,
    InvitingChanged,
    JobsChanged,
    MapServerChanged,
    NetworkChanged,
    NotesChanged,
    PlacesChanged,
    PostsChanged,
    PrecisionChanged,
    Reading,
    Removed,
    RosterChanged,
    SharingChanged,
    Started,
    Stopped,
    TopicsRenamed,
    WaitingChanged,
)
from presencemap.domain.availability import Availability, Sharing
from presencemap.domain.errors import NodeNotRunning
from presencemap.domain.floor_plan import FloorPlan, Image  # noqa: TC001 - as attributes
from presencemap.domain.job import Job
from presencemap.domain.map_server import MapServer  # noqa: TC001 - as an attribute
from presencemap.domain.place import HOME, PlaceTree
from presencemap.domain.precision import Precision
from presencemap.domain.roster import Card
from presencemap.domain.status import Status
from presencemap.domain.team import Inviters
from presencemap.ui.inbox import Inbox
from presencemap.ui.people.roster_model import RosterModel
from presencemap.ui.ports import Clock, Node

if TYPE_CHECKING:
    # Here: a window that nobody asks needs none of it.
    from presencemap.app.knowledge.findings import Findings


class Team(QObject):
    """`changed`: cards, places, sharing or the connection; also when a status ends by the clock.

    `progressed`: how much is left to catch up on. `plans_changed`: floor plans, or what is here of
    their pictures. `jobs_changed`: jobs, or who is on them. `notes_changed`: they came, went, or
    came further. `posts_changed` with the ids of those that came, went or stand otherwise, none of
    them for many; `follows_changed`: whom I follow, or who follows me. `read`: so many records are
    still to be read, of so many, before a search finds all there is.
    """

    changed = Signal()
    progressed = Signal()
    plans_changed = Signal()
    notes_changed = Signal()
    posts_changed = Signal(frozenset)
    follows_changed = Signal()
    jobs_changed = Signal()
    read = Signal(int, int)

    def __init__(self, inbox: Inbox, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._inbox = inbox
        self.clock = clock
        self.name = ""
        self.roster = RosterModel(clock, self)
        self.updated: int | None = None
        self.running = False
        self.plans: tuple[FloorPlan, ...] = ()
        self.jobs: tuple[Job, ...] = ()
        """All of them: those that somebody is on first, by name."""
        self.pictures: frozenset[Image] = frozenset()
        """Those of the plans' pictures that are on this computer."""
        self.sharing = Sharing.ON
        self.precision = Precision.ROOM
        self.home = HOME
        """What home is shared as: with a town, where I chose one."""
        self.sharing_since: int | None = None
        """When that was chosen, None where it was so before this app started."""
        self.removed = False
        """Whether somebody put me out of the team: what is known stays, and nothing comes in."""
        self.connected = True
        """Whether this machine has a network."""
        self.connected_since: int | None = None
        """When that changed, None where it was so before this app started."""
        self.waiting = WaitingChanged()
        """What of mine is on no other computer yet."""
        self.may_invite = True
        self.inviters = Inviters.MEMBERS
        self.map_server: MapServer | None = None
        self.may_choose_map = False
        self.left = 0
        """How many things the team wrote are known of and not here yet."""
        self._told_sharing = False
        self._node: Node | None = None
        inbox.noticed.connect(self.take)
        self.roster.updated.connect(self.changed)

    def connect_node(self, node: Node) -> None:
        """From now on this node does what is asked; ages run."""
        self._node = node
        self.roster.start()

    @property
    def places(self) -> PlaceTree:
        """The places as last told."""
        return self.roster.places

    @property
    def me(self) -> Card | None:
        """My own card, None before the node has said it."""
        return self.roster.me()

    @property
    def my_status(self) -> Status | None:
        """My status as it stands now."""
        me = self.me
        return me.status_at(self.clock()) if me is not None else None

    @property
    def availability(self) -> Availability:
        """What I say of myself; available where I have said nothing."""
        status = self.my_status
        return status.availability if status is not None else Availability.AVAILABLE

    def colleagues(self) -> Iterable[Card]:
        """Everybody but me."""
        return (card for card in self.roster.cards() if not card.me)

    def jobs_of(self, person: str) -> list[Job]:
        """The jobs that a person is on."""
        return [job for job in self.jobs if person in job.people]

    def live(self) -> int:
        """How many colleagues are here now."""
        return self.roster.live()

    def last_known(self) -> int:
        """How many colleagues are shown where they were last seen."""
        return self.roster.last_known()

    def ask(
        self,
        command: Command,
        done: Callable[[Any], None] = lambda _: None,
        failed: Callable[[Exception], None] = lambda _: None,
    ) -> None:
        """Post a command; one of the two is called on the GUI thread, later."""
        self._have(lambda node: node.post(command), done, failed)

    def examine(self, done: Callable[[Report], None], failed: Callable[[Exception], None]) -> None:
        """Have the node look into the network; one of the two is called here, seconds later."""
        self._have(lambda node: node.examine(), done, failed)

    def search(
        self, text: str, done: "Callable[[Findings], None]", failed: Callable[[Exception], None]
    ) -> None:
        """Look for a text in what the team says; neither is called where another is asked first."""
        self._have(lambda node: node.search(text), done, failed)

    def follow(
        self,
        answer: Future[Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], object],
    ) -> None:
        """Have one of the two called on the GUI thread when another thread has answered."""
        self._inbox.follow(answer, done, failed)

    def _have(
        self,
        asked: Callable[[Node], Future[Any]],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        if self._node is None or not self.running:
            refused: Future[Any] = Future()
            refused.set_exception(NodeNotRunning("the node isn't running"))
            self._inbox.follow(refused, done, failed)
            return
        self._inbox.follow(asked(self._node), done, failed)

    @Slot(object)
    def take(self, notice: object) -> None:  # noqa: C901, PLR0912, PLR0915 - a case each
        """Learn from a notice; those that say nothing of the team are left alone."""
        match notice:
            case Started(team=name):
                self._start(name)
            case JobsChanged(jobs=jobs):
                self.jobs = jobs
                self.jobs_changed.emit()
            case TopicsRenamed(names=names) if names != self.roster.names:
                self.roster.set_names(names)
                # What was answered of posts and follows names topics as they were called.
                self.posts_changed.emit(frozenset())
                self.follows_changed.emit()
            case NotesChanged():
                self.notes_changed.emit()
            case PostsChanged(posts=posts):
                self.posts_changed.emit(posts)
            case FollowsChanged():
                self.follows_changed.emit()
            case Reading(left=left, of=of):
                self.read.emit(left, of)
            case RosterChanged(cards=cards, gone=gone):
                self.updated = self.clock()
                self.roster.apply(cards, gone)
            case PlacesChanged(places=places):
                self.updated = self.clock()
                self.roster.set_places(places)
            case FloorPlansChanged(plans=plans, pictures=pictures):
                self.plans, self.pictures = plans, pictures
                self.plans_changed.emit()
            case SharingChanged(sharing=sharing):
                self._learn_sharing(sharing)
            case PrecisionChanged(precision=precision):
                self.precision = precision
                self.changed.emit()
            case HomeChanged(home=home):
                self.home = home
                self.changed.emit()
            case Removed():
                self.removed = True
                self.changed.emit()
            case NetworkChanged(connected=connected, since=since):
                self.connected, self.connected_since = connected, since
                self.changed.emit()
            case WaitingChanged():
                self.waiting = notice
                self.changed.emit()
            case InvitingChanged(mine=mine, inviters=inviters):
                self.may_invite, self.inviters = mine, inviters
                self.changed.emit()
            case MapServerChanged(server=server, mine=mine):
                self.map_server, self.may_choose_map = server, mine
                self.changed.emit()
            case CatchingUp(left=left):
                self.left = left
                self.progressed.emit()
            case Stopped():
                self.running = False
                self.left = 0
                self.progressed.emit()
                self.roster.stop()
                self.changed.emit()
            case _:
                pass

    def _start(self, name: str) -> None:
        """From now on there is somebody to ask."""
        self.name, self.running = name, True
        self.changed.emit()
        self.notes_changed.emit()
        self.posts_changed.emit(frozenset())
        self.follows_changed.emit()

    def _learn_sharing(self, sharing: Sharing) -> None:
        """The first word of a node says how it was left; only those after it have a moment."""
        if sharing is not self.sharing:
            known = self._told_sharing
            self.sharing_since = self.clock() if known else None
        self.sharing, self._told_sharing = sharing, True
        self.changed.emit()
