"""The entry of a profile into a team: by founding it, by an invite, or by restoring its root.

Writes the new member's profile, with nobody online. Knows no opened team: ``team`` opens what is
written here.
"""

import shutil

from presencemap.app.chosen import save_chosen
from presencemap.app.keeping import to_keep
from presencemap.app.lock import locked
from presencemap.app.paths import ProfilePaths
from presencemap.domain.availability import Availability
from presencemap.domain.errors import AlreadyInTeam, InvalidInput, NoTeam, TextTooLong
from presencemap.domain.person import MAX_NAME, Profile
from presencemap.domain.precision import Precision
from presencemap.domain.status import Status
from presencemap.domain.team import Inviters
from presencemap.domain.text import clean
from presencemap.domain.wrong import Wrong
from presencemap.protocol.address import Address
from presencemap.protocol.charter import founded
from presencemap.protocol.effects import SaveStatement
from presencemap.protocol.endpoint import Endpoint, Me
from presencemap.protocol.invitation import Invitation, accepted, read_invitation
from presencemap.protocol.membership import Membership
from presencemap.protocol.statement import Statement
from presencemap.store.chain import CHAIN, save_chain
from presencemap.store.database import Database
from presencemap.store.identity import Identity, TeamKeys, leave_keys
from presencemap.store.private import write_file
from presencemap.store.records import Records


def has_team(paths: ProfilePaths) -> bool:
    """Whether the profile belongs to a team."""
    return TeamKeys.load(paths.keys) is not None


def create_team(
    paths: ProfilePaths,
    name: str,
    profile: Profile,
    now: int,
    *,
    inviters: Inviters = Inviters.MEMBERS,
    precision: Precision | None = None,
) -> str:
    """Found a team of that name, in which these may invite; answers its id.

    ``precision``: how precisely my places are shared; None leaves it as it was.

    Raises:
        AlreadyInTeam: the profile has one.
    """
    name = clean(name)
    if not name:
        raise InvalidInput("A team needs a name.", Wrong.TEAM_UNNAMED)
    if len(name) > MAX_NAME:
        raise TextTooLong(len(name), MAX_NAME)
    identity, keys = Identity.fresh(), TeamKeys.founded()
    if keys.root is None:  # pragma: no cover - a founder has the root
        raise NoTeam("no root")
    statements = founded(keys.root, identity.person, identity.device, name, now, inviters=inviters)
    settle(
        paths,
        identity,
        keys,
        statements=statements,
        profile=profile,
        peers=(),
        now=now,
        precision=precision,
    )
    return keys.team


def preview_invite(link: str, now: int) -> Invitation:
    """What a link offers, before anything is written."""
    return read_invitation(link, now)


def join_team(
    paths: ProfilePaths,
    link: str,
    profile: Profile,
    now: int,
    *,
    precision: Precision | None = None,
) -> str:
    """Join by a link, with nobody online; answers the team's id.

    ``precision``: how precisely my places are shared; None leaves it as it was.

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
        precision=precision,
    )
    return keys.team


def settle(
    paths: ProfilePaths,
    identity: Identity,
    keys: TeamKeys,
    *,
    statements: list[Statement],
    profile: Profile,
    peers: tuple[Address, ...],
    now: int,
    precision: Precision | None = None,
) -> None:
    """Write a new member's profile directory; the keys last, so that half of it is no team.

    What an entry that was cut short left behind (its mark is still there) goes first.
    """
    if has_team(paths):
        raise AlreadyInTeam("This profile has a team already. Name another with --profile DIR.")
    lock = locked(paths)
    try:
        if paths.entering.exists():
            forget(paths)
        write_file(paths.entering, b"")
        if precision is not None:
            save_chosen(paths.precision, precision, unsaid=Precision.ROOM)
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
        paths.entering.unlink(missing_ok=True)
    finally:
        lock.release()


def forget(paths: ProfilePaths) -> None:
    """What a profile holds of a team goes; a founder's root key stays, set aside."""
    leave_keys(paths.keys)
    (paths.keys / CHAIN).unlink(missing_ok=True)
    for end in ("", "-wal", "-shm"):
        paths.database.with_name(paths.database.name + end).unlink(missing_ok=True)
    paths.home.unlink(missing_ok=True)
    paths.unsent.unlink(missing_ok=True)
    # Pictures of a map tell where one looked.
    shutil.rmtree(paths.cache, ignore_errors=True)
