"""Backing up the root of a team, and bringing it back: into a profile of the team, or a new one."""

import base64
from collections.abc import Sequence
from pathlib import Path

from presencemap.app.entry import has_team, settle
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.domain.errors import InvalidInput, PeerError, Refused
from presencemap.domain.person import Profile
from presencemap.protocol.charter import founded
from presencemap.protocol.membership import Membership
from presencemap.protocol.signing import Signer
from presencemap.protocol.statement import Statement
from presencemap.store.backup import Backup, read_backup, write_backup
from presencemap.store.identity import Identity, TeamKeys


def back_up(paths: ProfilePaths, file: Path, statements: Sequence[str], passphrase: str) -> None:
    """Write the root and the log (``statements``, in base64) into a new sealed file.

    Raises:
        Refused: this profile hasn't the root, or the file is there.
    """
    keys = TeamKeys.load(paths.keys)
    if keys is None or keys.root is None:
        raise Refused("This profile doesn't have the team's root key: its founder backs it up.")
    backup = Backup(
        team=keys.team,
        root=keys.root.seed.hex(),
        discovery=keys.discovery_secret.hex(),
        statements=tuple(statements),
    )
    write_backup(file, backup, passphrase)


def restore(
    paths: ProfilePaths, file: Path, passphrase: str, profile: Profile | None, now: int
) -> str:
    """The root key into this profile; answers the team's name.

    A profile without a team becomes one of it, as a new person, certified by the root.

    Raises:
        Refused: the wrong passphrase, or the profile is of another team.
        InvalidInput: no backup; or a new person without a name.
    """
    backup = read_backup(file, passphrase)
    root = Signer(bytes.fromhex(backup.root))
    try:
        log = [Statement.read(base64.b64decode(item)) for item in backup.statements]
    except (ValueError, PeerError):
        raise InvalidInput(f"{file} was written by another version of Presence Map.") from None
    name = Membership(root.id, log).name
    keys = TeamKeys(root.id, bytes.fromhex(backup.discovery), root)
    if not has_team(paths):
        _enter(paths, keys, log, profile, now)
        return name
    with StoreDesk(paths) as desk:
        if desk.team.keys.team != root.id:
            raise Refused(
                f"This profile is of another team than {name}. Name one of that team, or a new "
                "directory, with --profile DIR."
            )
        desk.team.keeping.commit(desk.team.endpoint.learn(log, now))
        TeamKeys(root.id, desk.team.keys.discovery_secret, root).save(paths.keys)
    return name


def _enter(
    paths: ProfilePaths, keys: TeamKeys, log: list[Statement], profile: Profile | None, now: int
) -> None:
    if profile is None or keys.root is None:
        raise InvalidInput("This profile has no team yet: say who you are, with --as “My Name”.")
    identity = Identity.fresh()
    # All but another genesis: the team is there.
    mine = founded(keys.root, identity.person, identity.device, profile.name, now)[1:]
    settle(paths, identity, keys, statements=[*log, *mine], profile=profile, peers=(), now=now)
