"""The team of a profile: founding it, joining it, opening it.

An opened team holds the profile's lock, its store and its protocol; it can obey commands with or
without a network around it. Knows no threads and no sockets.
"""

import logging
import secrets
from dataclasses import dataclass
from typing import Final

from filelock import FileLock, Timeout

from presencemap.app import members, posts
from presencemap.app.commands import (
    KEEP,
    AddPeer,
    AddPlace,
    Command,
    CreateInvite,
    EditPost,
    Follow,
    LeaveTeam,
    ReactToPost,
    RemovePeer,
    RetractPost,
    SayPost,
    SetProfile,
    SetSharing,
    SetStatus,
    ShowStream,
    ShowThread,
)
from presencemap.app.keeping import Keeping, to_keep
from presencemap.app.paths import ProfilePaths
from presencemap.app.rescue import open_records, readable
from presencemap.app.sharing import load_sharing, save_sharing
from presencemap.domain.availability import Availability, Sharing
from presencemap.domain.errors import (
    AlreadyInTeam,
    DatabaseDamaged,
    EnvironmentFault,
    InvalidInput,
    NoTeam,
    NotFound,
    ProfileInUse,
    ProfileUnreadable,
    Refused,
    TextTooLong,
)
from presencemap.domain.person import MAX_NAME, Profile
from presencemap.domain.place import Place
from presencemap.domain.status import Status
from presencemap.domain.text import clean
from presencemap.protocol.address import Address
from presencemap.protocol.effects import (
    Effect,
    SaveStatement,
)
from presencemap.protocol.endpoint import Endpoint, Me
from presencemap.protocol.invitation import (
    MAX_HINTS,
    Invitation,
    accepted,
    invite_link,
    read_invitation,
)
from presencemap.protocol.membership import Membership, founded
from presencemap.protocol.statement import MAX_USES, Statement
from presencemap.store.chain import CHAIN, save_chain
from presencemap.store.database import Database
from presencemap.store.identity import Identity, TeamKeys, leave_keys
from presencemap.store.private import make_directory, sweep
from presencemap.store.records import Records

_log = logging.getLogger(__name__)
DAY: Final = 86_400_000
MAX_DAYS: Final = 365
_SHARED: Final = (SetStatus, SetProfile, AddPlace, SayPost, EditPost, ReactToPost, Follow)
"""What isn't said while sharing is paused; to take something back always goes out."""


@dataclass
class OpenTeam:
    """A profile's team, opened by this process alone."""

    paths: ProfilePaths
    keys: TeamKeys
    records: Records
    endpoint: Endpoint
    keeping: Keeping
    lock: FileLock
    fault: EnvironmentFault | None = None
    """What was wrong with the profile when it was opened, and is no more."""
    left: bool = False
    """Whether the profile's person left: with its closing, the profile has no team."""

    def obey(  # noqa: PLR0911, C901 - a case each
        self, command: Command, now: int
    ) -> tuple[object, list[Effect]]:
        """(answer, effects still to be done) of a command.

        Raises:
            UserError: it can't be done as asked; nothing was changed.
        """
        if self.endpoint.sharing is Sharing.PAUSED and isinstance(command, _SHARED):
            raise Refused("Sharing is paused; share again first: presencemap sharing on")
        match command:
            case SetSharing(sharing=sharing):
                save_sharing(self.paths.sharing, sharing)
                return None, self.endpoint.share(sharing, now)
            case SetStatus():
                status = self._status(command, now)
                return status, self.endpoint.owner.set_status(status, now)
            case SetProfile(profile=profile):
                return None, self.endpoint.owner.set_profile(profile, now)
            case AddPlace():
                place = self._place(command)
                return place, self.endpoint.owner.put_place(place, now)
            case CreateInvite():
                return self._invite(command, now)
            case AddPeer(address=text):
                address = Address.parse(text)
                self.records.add_peer(str(address))
                self.endpoint.peers.targets.add([address], now, by_hand=True)
                return None, self.endpoint.peers.dial_due(now)
            case RemovePeer(address=text):
                address = Address.parse(text)
                known = self.records.remove_peer(str(address))
                self.endpoint.peers.targets.remove(address)
                if not known:
                    raise NotFound(f"{address} isn't among the peers; see: presencemap peer list")
                return None, []
            case SayPost() | EditPost() | ReactToPost() | RetractPost() | Follow():
                return posts.obeyed(self.endpoint, command, now)
            case ShowStream() | ShowThread():
                return posts.obeyed(self.endpoint, command, now)
            case _:
                root = self.keys.root
                done = members.obeyed(self.endpoint, self.records, root, command, now)
                self.left |= isinstance(command, LeaveTeam)
                return done

    def close(self) -> None:
        """Let go of the store and the lock."""
        self.records.close()
        if self.left:
            _forget(self.paths)
        self.lock.release()

    def _status(self, command: SetStatus, now: int) -> Status:
        current = self.endpoint.owner.status(now)
        said = command.availability
        availability = current.availability if said is KEEP else said
        place = current.place if command.place is KEEP else command.place
        activity = current.activity if command.activity is KEEP else command.activity
        until = current.until if command.until is KEEP else command.until
        if place is not None and self.endpoint.replica.places().get(place) is None:
            raise NotFound("Nobody knows that place; add it first: presencemap place add")
        if until is not None and until <= now:
            raise InvalidInput("That time is over; choose one to come.")
        if place is None and activity is None:
            until = None
        moved = (place, activity) != (current.place, current.activity)
        since = now if moved or availability != current.availability else current.since
        return Status(availability, since, place, activity, until)

    def _place(self, command: AddPlace) -> Place:
        name, town = clean(command.name), clean(command.town)
        if not name:
            raise InvalidInput("A place needs a name.")
        if len(name) > MAX_NAME:
            raise TextTooLong(len(name), MAX_NAME)
        if (command.lat is None) != (command.lon is None):
            raise InvalidInput("Give both --lat and --lon, or neither.")
        lat, lon = command.lat, command.lon
        if lat is not None and lon is not None and not (abs(lat) <= 90 and abs(lon) <= 180):
            raise InvalidInput("A latitude is within ±90 degrees, a longitude within ±180.")
        if (
            command.parent is not None
            and self.endpoint.replica.places().get(command.parent) is None
        ):
            raise NotFound("The place to put it in isn't known.")
        key = secrets.token_hex(16)
        return Place(key, name, command.kind, command.parent, lat, lon, town[:MAX_NAME])

    def _invite(self, command: CreateInvite, now: int) -> tuple[object, list[Effect]]:
        if not 1 <= command.days <= MAX_DAYS:
            raise InvalidInput(f"An invite lasts 1 to {MAX_DAYS} days.")
        if not 1 <= command.uses <= MAX_USES:
            raise InvalidInput(f"An invite can be used 1 to {MAX_USES} times.")
        if len(command.hints) > MAX_HINTS:
            raise InvalidInput(f"At most {MAX_HINTS} addresses fit in a link.")
        hints = tuple(map(Address.parse, command.hints))
        key, effects = self.endpoint.authority.invite(
            expires=now + command.days * DAY,
            uses=command.uses,
            label=clean(command.label)[:MAX_NAME],
            now=now,
        )
        membership = self.endpoint.membership
        me = self.endpoint.cards.of(self.endpoint.me.person.id, now).person
        secret = self.keys.discovery_secret
        return invite_link(membership, key, secret, hints, inviter=me.name), effects


def open_team(paths: ProfilePaths, now: int) -> OpenTeam:
    """Open the team of a profile.

    Raises:
        NoTeam: it has none.
        ProfileInUse: another process has opened it.
        ProfileUnreadable: a key file is damaged, or the store beyond rescue.
    """
    _keys(paths)
    lock = _locked(paths)
    try:
        sweep(paths.keys)
        try:
            team = _opened(paths, lock, now)
        except DatabaseDamaged:
            # Met while it was read: a second time the whole file is looked through, and set aside.
            team = _opened(paths, lock, now)
    except BaseException:
        lock.release()
        raise
    team.keeping.keep_chain()
    return team


def _opened(paths: ProfilePaths, lock: FileLock, now: int) -> OpenTeam:
    identity, keys = _keys(paths)
    identity, records, fault = open_records(paths, identity, keys.team, now)
    try:
        membership = Membership(keys.team, readable(records.statements()))
        endpoint = Endpoint(Me(identity.person, identity.device), membership, records.seen())
        endpoint.replica.load(records.load(), records.heads())
        endpoint.cards.verified = records.verified()
        endpoint.sharing = load_sharing(paths.sharing)
        endpoint.peers.paused = endpoint.sharing is not Sharing.ON
        for text in records.peers():
            endpoint.peers.targets.add([Address.parse(text)], now, by_hand=True)
    except BaseException:
        records.close()
        raise
    keeping = Keeping(paths.keys, identity, records, endpoint)
    return OpenTeam(paths, keys, records, endpoint, keeping, lock, fault)


def has_team(paths: ProfilePaths) -> bool:
    """Whether the profile belongs to a team."""
    return TeamKeys.load(paths.keys) is not None


def create_team(paths: ProfilePaths, name: str, profile: Profile, now: int) -> str:
    """Found a team of that name; answers its id.

    Raises:
        AlreadyInTeam: the profile has one.
    """
    name = clean(name)
    if not name:
        raise InvalidInput("A team needs a name.")
    if len(name) > MAX_NAME:
        raise TextTooLong(len(name), MAX_NAME)
    identity, keys = Identity.fresh(), TeamKeys.founded()
    if keys.root is None:  # pragma: no cover - a founder has the root
        raise NoTeam("no root")
    statements = founded(keys.root, identity.person, identity.device, name, now)
    settle(paths, identity, keys, statements=statements, profile=profile, peers=(), now=now)
    return keys.team


def preview_invite(link: str, now: int) -> Invitation:
    """What a link offers, before anything is written."""
    return read_invitation(link, now)


def join_team(paths: ProfilePaths, link: str, profile: Profile, now: int) -> str:
    """Join by a link, with nobody online; answers the team's id.

    Raises:
        InviteUnreadable, InviteExpired: nothing was written.
        AlreadyInTeam: the profile has a team.
    """
    invitation = read_invitation(link, now)
    identity = Identity.fresh()
    keys = TeamKeys(invitation.membership.team, invitation.secret, None)
    statements = accepted(invitation, identity.person, identity.device, now)
    settle(
        paths,
        identity,
        keys,
        statements=statements,
        profile=profile,
        peers=invitation.hints,
        now=now,
    )
    return keys.team


def _keys(paths: ProfilePaths) -> tuple[Identity, TeamKeys]:
    identity, keys = Identity.load(paths.keys), TeamKeys.load(paths.keys)
    if identity is None or keys is None:
        raise NoTeam("This profile has no team yet: presencemap team create, or team join LINK.")
    return identity, keys


def settle(
    paths: ProfilePaths,
    identity: Identity,
    keys: TeamKeys,
    *,
    statements: list[Statement],
    profile: Profile,
    peers: tuple[Address, ...],
    now: int,
) -> None:
    """Write a new member's profile directory; the keys last, so that half of it is no team."""
    if has_team(paths):
        raise AlreadyInTeam("This profile has a team already. Name another with --profile DIR.")
    lock = _locked(paths)
    try:
        membership = Membership(keys.team, statements)
        endpoint = Endpoint(Me(identity.person, identity.device), membership)
        saved = [SaveStatement(statement.data) for statement in membership]
        shared = endpoint.owner.set_profile(profile, now)
        shared += endpoint.owner.set_status(Status(Availability.AVAILABLE, now), now)
        records = Records(Database(paths.database))
        try:
            records.apply([*saved, *to_keep(shared)])
            for address in peers:
                records.add_peer(str(address))
        finally:
            records.close()
        save_chain(paths.keys, membership.chain(identity.person.id))
        identity.save(paths.keys)
        keys.save(paths.keys)
    finally:
        lock.release()


def _forget(paths: ProfilePaths) -> None:
    """What a member's profile holds of the team goes; a founder's root key stays, set aside."""
    leave_keys(paths.keys)
    (paths.keys / CHAIN).unlink(missing_ok=True)
    for end in ("", "-wal", "-shm"):
        paths.database.with_name(paths.database.name + end).unlink(missing_ok=True)


def free_within(paths: ProfilePaths, seconds: float) -> bool:
    """Whether the process that runs on the profile lets go of it in that time."""
    try:
        with FileLock(paths.lock, timeout=seconds, mode=0o600):
            return True
    except Timeout:
        return False


def _locked(paths: ProfilePaths) -> FileLock:
    make_directory(paths.data)
    lock = FileLock(paths.lock, timeout=0, mode=0o600)
    try:
        lock.acquire()
    except Timeout:
        raise ProfileInUse(
            "Presence Map already runs on this profile. Use that one, stop it first, "
            "or name another profile with --profile DIR."
        ) from None
    except OSError as error:
        raise ProfileUnreadable(
            f"{paths.data} can't be written ({error.strerror}). Make it writable, or name another "
            "profile with --profile DIR; nothing was changed."
        ) from error
    return lock
