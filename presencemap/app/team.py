"""The team of a profile, opened: it holds the profile's lock, its store and its protocol.

It obeys commands with or without a network around it. How a profile comes to a team is
``entry``'s. Knows no threads and no sockets.
"""

import logging
from dataclasses import dataclass, replace
from typing import Final

from presencemap.app import (
    floors,
    inviting,
    jobs,
    links,
    map_server,
    members,
    notes,
    places,
    plans,
    posts,
    questions,
    statuses,
    topics,
    unsent,
)
from presencemap.app.chosen import load_chosen, save_chosen
from presencemap.app.commands import (
    AddPeer,
    AddPlace,
    ChooseMapServer,
    Command,
    CreateInvite,
    DeclineIntroduction,
    DropUnsent,
    EditPlace,
    Introduce,
    KeepUnsent,
    LeaveTeam,
    MergePlace,
    Question,
    RemovePeer,
    SendUnsent,
    SetFloorPlan,
    SetHome,
    SetPlan,
    SetPrecision,
    SetProfile,
    SetSharing,
    SetStatus,
    ShowNotes,
    ShowPicture,
    ShowUnsent,
    TakeBackNote,
    WriteNote,
)
from presencemap.app.entry import forget
from presencemap.app.home import home_in, load_home, save_home
from presencemap.app.job_commands import AddJob, EditJob, JoinJob, LeaveJob, ShowJobs
from presencemap.app.keeping import Keeping
from presencemap.app.link_commands import LinkCommand, RemoveLink, SaveLink, ShowLinks
from presencemap.app.lock import Lock, locked, locked_to_read
from presencemap.app.paths import ProfilePaths
from presencemap.app.post_commands import (
    EditPost,
    Follow,
    ReactToPost,
    RetractPost,
    SayPost,
    ShowDigest,
    ShowFollows,
    ShowOpenQuestions,
    ShowPosts,
    ShowQuestion,
    ShowSaid,
    ShowStream,
    ShowThread,
)
from presencemap.app.rescue import open_records, readable
from presencemap.app.topic_commands import JoinTopics, PartTopic, RenameTopic, ShowTopics
from presencemap.app.towns import town_of
from presencemap.domain.availability import Sharing
from presencemap.domain.errors import (
    DatabaseDamaged,
    EnvironmentFault,
    NoTeam,
    NotFound,
    OpenedToRead,
    ProfileNotWritable,
    Refused,
    RemovedFromTeam,
)
from presencemap.domain.place import HOME, Place
from presencemap.domain.precision import Precision, shared_place
from presencemap.domain.wrong import Wrong
from presencemap.protocol.address import Address
from presencemap.protocol.effects import Effect
from presencemap.protocol.endpoint import Endpoint, Me
from presencemap.protocol.membership import Membership
from presencemap.store.database import Database
from presencemap.store.identity import Identity, TeamKeys
from presencemap.store.private import sweep
from presencemap.store.records import Records

_log = logging.getLogger(__name__)
_SHARED: Final = (
    SetStatus,
    SetPlan,
    SetProfile,
    AddPlace,
    EditPlace,
    MergePlace,
    SetFloorPlan,
    ChooseMapServer,
    SayPost,
    EditPost,
    ReactToPost,
    Follow,
    AddJob,
    EditJob,
    JoinJob,
    RenameTopic,
    JoinTopics,
    PartTopic,
    WriteNote,
    Introduce,
    DeclineIntroduction,
    SendUnsent,
)
"""What isn't said while sharing is paused; to take something back always goes out."""
_AFTERWARDS: Final = LeaveTeam | SetSharing | LinkCommand | DropUnsent | Question
"""What is left to do for who was removed."""


@dataclass
class OpenTeam:
    """A profile's team, opened by this process alone."""

    paths: ProfilePaths
    keys: TeamKeys
    records: Records
    endpoint: Endpoint
    keeping: Keeping
    lock: Lock
    fault: EnvironmentFault | None = None
    """What was wrong with the profile when it was opened, and is no more."""
    precision: Precision = Precision.ROOM
    home: Place = HOME
    """What home is shared as."""
    left: bool = False
    """Whether the profile's person left: with its closing, the profile has no team."""

    def obey(  # noqa: PLR0911, PLR0912, C901 - a case each
        self, command: Command, now: int
    ) -> tuple[object, list[Effect]]:
        """(answer, effects still to be done) of a command.

        Raises:
            UserError: it can't be done as asked; nothing was changed.
        """
        if self.endpoint.removed and not isinstance(command, _AFTERWARDS):
            raise RemovedFromTeam
        if self.endpoint.sharing is Sharing.PAUSED and isinstance(command, _SHARED):
            raise Refused(
                "Sharing is paused; share again first: presencemap sharing on",
                Wrong.SHARING_PAUSED,
            )
        match command:
            case SetSharing(sharing=sharing):
                save_chosen(self.paths.sharing, sharing, unsaid=Sharing.ON)
                return None, self.endpoint.share(sharing, now)
            case SetPrecision(precision=precision):
                save_chosen(self.paths.precision, precision, unsaid=Precision.ROOM)
                self.precision = precision
                return None, self._as_precise(now)
            case SetHome(town=town):
                home = home_in(town)
                save_home(self.paths.home, home)
                self.home = home
                return home.town, self._as_precise(now)
            case SetStatus():
                return questions.restated(
                    self.endpoint, statuses.said(self.endpoint, command, self._shared, now), now
                )
            case SetPlan():
                return plans.planned(self.endpoint, command, self._shared, now)
            case SetProfile(profile=profile):
                return None, self.endpoint.owner.set_profile(profile, now)
            case AddPlace() | EditPlace() | MergePlace():
                return places.obeyed(self.endpoint, command, now)
            case ChooseMapServer():
                return None, map_server.chosen(self.endpoint, command, now)
            case CreateInvite():
                return inviting.invited(self.endpoint, self.keys, command, now)
            case AddPeer(address=text):
                address = Address.to_dial(text)
                self.records.add_peer(str(address))
                self.endpoint.peers.targets.add([address], now, by_hand=True)
                return None, self.endpoint.peers.dial_due(now)
            case RemovePeer(address=text):
                address = Address.parse(text)
                known = self.records.remove_peer(str(address))
                self.endpoint.peers.targets.remove(address)
                if not known:
                    raise NotFound(
                        f"{address} isn't among the peers; see: presencemap peer list",
                        Wrong.PEER_UNKNOWN,
                        address=address,
                    )
                return None, []
            case SetFloorPlan() | ShowPicture():
                return floors.obeyed(self.endpoint, self.records, command, now)
            case SayPost() | EditPost() | ReactToPost() | RetractPost() | Follow():
                return posts.obeyed(self.endpoint, command, now)
            case (
                ShowStream()
                | ShowOpenQuestions()
                | ShowPosts()
                | ShowSaid()
                | ShowThread()
                | ShowQuestion()
                | ShowFollows()
                | ShowDigest()
            ):
                return posts.obeyed(self.endpoint, command, now)
            case AddJob() | EditJob() | JoinJob() | LeaveJob() | ShowJobs():
                return jobs.obeyed(self.endpoint, command, now)
            case RenameTopic() | JoinTopics() | PartTopic() | ShowTopics():
                return topics.obeyed(self.endpoint, command, now)
            case SaveLink() | RemoveLink() | ShowLinks():
                return links.obeyed(self.endpoint, self.paths.links, command, now), []
            case WriteNote() | Introduce() | DeclineIntroduction() | TakeBackNote() | ShowNotes():
                return notes.obeyed(self.endpoint, command, now)
            case KeepUnsent() | SendUnsent() | DropUnsent() | ShowUnsent():
                return unsent.obeyed(self.endpoint, self.paths.unsent, command, now)
            case _:
                root = self.keys.root
                done = members.obeyed(self.endpoint, self.records, root, command, now)
                self.left |= isinstance(command, LeaveTeam)
                return done

    def close(self) -> None:
        """Let go of the store and the lock."""
        self.records.close()
        if self.left:
            forget(self.paths)
        self.lock.release()

    def _shared(self, place: str | None) -> str | None:
        """What is shared of a place that was chosen."""
        if place is None:
            return None
        places = self.endpoint.replica.places()
        return shared_place(place, places, self.precision, town_of, self.home)

    def _as_precise(self, now: int) -> list[Effect]:
        """Take back what status and plans say too precisely; finer they can't become."""
        owner = self.endpoint.owner
        status, effects = owner.status(now), plans.as_precise(owner, self._shared, now)
        place = self._shared(status.place)
        if place != status.place:
            until = status.until if place or status.activity else None
            effects += owner.set_status(
                replace(status, place=place, until=until, guests=status.guests if place else 0), now
            )
        return effects


def open_team(paths: ProfilePaths, now: int) -> OpenTeam:
    """Open the team of a profile.

    Raises:
        NoTeam: it has none.
        ProfileInUse: another process has opened it.
        ProfileUnreadable: a key file is damaged, or the store beyond rescue.
    """
    _keys(paths)
    try:
        lock = locked(paths)
    except ProfileNotWritable:
        return _opened_to_read(paths, now)
    try:
        for directory in (paths.keys, paths.data):
            sweep(directory)
        try:
            team = _opened(paths, lock, now)
        except DatabaseDamaged:
            # Met while it was read: a second time the whole file is looked through, and set aside.
            team = _opened(paths, lock, now)
    except BaseException:
        lock.release()
        raise
    team.keeping.keep_chain()
    unsent.tidy(team.endpoint, paths.unsent)
    return team


def _opened(paths: ProfilePaths, lock: Lock, now: int) -> OpenTeam:
    identity, keys = _keys(paths)
    identity, records, fault = open_records(paths, identity, keys.team, now)
    endpoint = _remembering(paths, identity, keys, records, now)
    keeping = Keeping(paths.keys, identity, records, endpoint)
    return OpenTeam(paths, keys, records, endpoint, keeping, lock, fault, *_chosen(paths))


def _opened_to_read(paths: ProfilePaths, now: int) -> OpenTeam:
    """Where nothing can be written: what is there is shown, and what peers say, from memory."""
    identity, keys = _keys(paths)
    lock = locked_to_read(paths)
    try:
        records = Records(Database(paths.database, writable=False))
        endpoint = _remembering(paths, identity, keys, records, now)
    except BaseException:
        lock.release()
        raise
    keeping = Keeping(paths.keys, identity, records, endpoint)
    keeping.only_read()
    fault = OpenedToRead(
        f"{paths.data} can't be written: you see what was kept there and what colleagues say, "
        "and nothing of yours can be shared. Make it writable, and start again."
    )
    return OpenTeam(paths, keys, records, endpoint, keeping, lock, fault, *_chosen(paths))


def _remembering(
    paths: ProfilePaths, identity: Identity, keys: TeamKeys, records: Records, now: int
) -> Endpoint:
    """The protocol, with all that the profile holds."""
    try:
        membership = Membership(keys.team, readable(records.statements()))
        endpoint = Endpoint(Me(identity.person, identity.device), membership, records.seen())
        endpoint.replica.load(records.load(), records.heads())
        endpoint.floors.held = records.blobs.sizes()
        endpoint.replica.clones.load(records.proofs())
        endpoint.cards.verified = records.verified()
        endpoint.sharing = load_chosen(
            # Nobody chose to share: paused.
            paths.sharing,
            unsaid=Sharing.ON,
            unread=Sharing.PAUSED,
        )
        endpoint.peers.paused = endpoint.sharing is not Sharing.ON
        for text in records.peers():
            endpoint.peers.targets.add([Address.parse(text)], now, by_hand=True)
    except BaseException:
        records.close()
        raise
    return endpoint


def _chosen(paths: ProfilePaths) -> tuple[Precision, Place]:
    """How precisely places are shared, and what home is shared as."""
    precision = load_chosen(
        # Nobody chose to be seen: hidden.
        paths.precision,
        unsaid=Precision.ROOM,
        unread=Precision.HIDDEN,
    )
    return precision, load_home(paths.home)


def _keys(paths: ProfilePaths) -> tuple[Identity, TeamKeys]:
    identity, keys = Identity.load(paths.keys), TeamKeys.load(paths.keys)
    if identity is None or keys is None:
        raise NoTeam("This profile has no team yet: presencemap team create, or team join LINK.")
    return identity, keys
