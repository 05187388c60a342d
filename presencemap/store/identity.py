"""The secret keys of a profile, each in a file of its own that only its owner reads.

Knows nothing of what they sign. A file is ``{"v":1,"seed":"<64 hex digits>"}``; the team's holds
its public key and its discovery secret. Keys are never made anew over keys that are there.
"""

import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self, TypeVar

from pydantic import ValidationError

from presencemap.domain.errors import AlreadyInTeam, ProfileUnreadable, Refused
from presencemap.domain.wrong import Wrong
from presencemap.protocol.fields import VERSION, HexKey, Model, Version
from presencemap.protocol.signing import Signer
from presencemap.store.private import make_directory, read_file, write_file

PERSON = "person.key"
DEVICE = "device.key"
ROOT = "root.key"
TEAM = "team.key"
_LIMIT = 1024


class KeyFile(Model):
    """The seed of one key pair."""

    v: Version = VERSION
    seed: HexKey


class TeamFile(Model):
    """The root's public key, and the secret by which members find each other."""

    v: Version = VERSION
    team: HexKey
    discovery: HexKey


@dataclass(frozen=True, slots=True)
class Identity:
    """Who I am: my person, and this install."""

    person: Signer
    device: Signer

    @classmethod
    def fresh(cls) -> Self:
        """New random keys, not yet saved."""
        return cls(Signer.fresh(), Signer.fresh())

    @classmethod
    def load(cls, directory: Path) -> Self | None:
        """The keys kept there, None where there are none yet.

        Raises:
            ProfileUnreadable: a file is unreadable, damaged or missing beside the other.
        """
        person = _signer(directory / PERSON)
        if person is None:
            return None
        device = _signer(directory / DEVICE)
        if device is None:
            raise ProfileUnreadable(
                f"{directory / DEVICE} is missing beside {PERSON}. "
                "Put it back from a backup; nothing was changed.",
                Wrong.FILE_MISSING,
                path=directory / DEVICE,
            )
        return cls(person, device)

    def save(self, directory: Path) -> None:
        """Keep the keys there; a new device takes the older's place, a person never does.

        Raises:
            Refused: another person's key is there.
            EnvironmentFault: they can't be written; what was there still is.
        """
        make_directory(directory)
        kept = _signer(directory / PERSON)
        if kept is not None and kept.id != self.person.id:
            raise Refused(
                f"{directory} holds another person's key; name another directory with --profile.",
                Wrong.PROFILE_OF_ANOTHER,
                path=directory,
            )
        # The person's last: as long as it isn't there, there is no identity.
        _write(directory / DEVICE, KeyFile(seed=self.device.seed.hex()))
        if kept is None:
            _write(directory / PERSON, KeyFile(seed=self.person.seed.hex()))


@dataclass(frozen=True, slots=True)
class TeamKeys:
    """The team's id (its root's public key), its 32 secret bytes, the root at its founder's."""

    team: str
    discovery_secret: bytes = field(repr=False)
    root: Signer | None = None

    @classmethod
    def founded(cls) -> Self:
        """The keys of a new team, not yet saved."""
        root = Signer.fresh()
        return cls(root.id, secrets.token_bytes(32), root)

    @classmethod
    def load(cls, directory: Path) -> Self | None:
        """The keys kept there, None without a team.

        Raises:
            ProfileUnreadable: a file is unreadable or damaged, or the root isn't this team's.
        """
        kept = _read(directory / TEAM, TeamFile)
        if kept is None:
            return None
        root = _signer(directory / ROOT)
        if root is not None and root.id != kept.team:
            raise ProfileUnreadable(
                f"{directory / ROOT} belongs to another team than {TEAM}. "
                "Put the right one back; nothing was changed.",
                Wrong.FILE_OF_ANOTHER_TEAM,
                path=directory / ROOT,
            )
        return cls(kept.team, bytes.fromhex(kept.discovery), root)

    def save(self, directory: Path) -> None:
        """Keep the keys there.

        Raises:
            AlreadyInTeam: another team's are there.
            EnvironmentFault: they can't be written; what was there still is.
        """
        make_directory(directory)
        kept = _read(directory / TEAM, TeamFile)
        if kept is not None and kept.team != self.team:
            raise AlreadyInTeam(
                "This profile has a team already. Name another directory with --profile."
            )
        # The team's last: as long as it isn't there, there is no team.
        _set_aside_other_root(directory, self.team)
        if self.root is not None:
            _write(directory / ROOT, KeyFile(seed=self.root.seed.hex()))
        _write(directory / TEAM, TeamFile(team=self.team, discovery=self.discovery_secret.hex()))


def leave_keys(directory: Path) -> None:
    """No team and no person any more; a root key is set aside, since it may be the only one."""
    # The team's first: without it there is no team, whatever else is still there.
    (directory / TEAM).unlink(missing_ok=True)
    root = _signer(directory / ROOT)
    if root is not None:
        (directory / ROOT).replace(directory / f"root-{root.id[:8]}.key")
    for name in (PERSON, DEVICE):
        (directory / name).unlink(missing_ok=True)


FileModel = TypeVar("FileModel", bound=Model)


def _signer(path: Path) -> Signer | None:
    kept = _read(path, KeyFile)
    return None if kept is None else Signer(bytes.fromhex(kept.seed))


def _set_aside_other_root(directory: Path, team: str) -> None:
    """A root without its team (founding was cut short) stands in nobody's way, and isn't lost."""
    root = _signer(directory / ROOT)
    if root is not None and root.id != team:
        (directory / ROOT).replace(directory / f"root-{root.id[:8]}.key")


def _read(path: Path, model: type[FileModel]) -> FileModel | None:
    data = read_file(path, _LIMIT)
    if data is None:
        return None
    try:
        return model.model_validate_json(data)
    except ValidationError:
        # Without its cause: pydantic would quote the secret in a traceback.
        raise ProfileUnreadable(
            f"{path} is damaged. Put it back from a backup; nothing was changed.",
            Wrong.FILE_DAMAGED,
            path=path,
        ) from None


def _write(path: Path, content: Model) -> None:
    write_file(path, content.model_dump_json().encode())
