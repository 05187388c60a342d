"""The sealed backup of a team's root: what brings the root key back when its computer is lost.

    file  = "presencemap-root-backup/1" LF salt sealed      ; salt 16 bytes
    sealed = SecretBox (XSalsa20-Poly1305) of JSON, under Argon2id of the passphrase

Knows nothing of profiles; a file is written once and never over another.
"""

import os
from pathlib import Path
from typing import Final

import nacl.pwhash.argon2id as kdf
from nacl.exceptions import CryptoError
from nacl.secret import SecretBox
from nacl.utils import random
from pydantic import ValidationError

from presencemap.domain.errors import EnvironmentFault, InvalidInput, Refused
from presencemap.protocol.fields import VERSION, HexKey, Model, Version
from presencemap.store.private import read_file

MAGIC: Final = b"presencemap-root-backup/1\n"
SHORTEST: Final = 12
"""Characters of a passphrase: whoever finds the file may guess as long as they like."""
_LIMIT: Final = 64 * 1024 * 1024
_WORK = {"opslimit": kdf.OPSLIMIT_MODERATE, "memlimit": kdf.MEMLIMIT_MODERATE}


class Backup(Model):
    """The root's seed, the discovery secret, the membership log in base64."""

    v: Version = VERSION
    team: HexKey
    root: HexKey
    discovery: HexKey
    statements: tuple[str, ...]


def write_backup(path: Path, backup: Backup, passphrase: str) -> None:
    """Seal it into a new file of mode 0600.

    Raises:
        InvalidInput: too short a passphrase.
        Refused: there is a file already.
        EnvironmentFault: it can't be written.
    """
    if len(passphrase) < SHORTEST:
        raise InvalidInput(f"A passphrase has at least {SHORTEST} characters; take a few words.")
    salt = random(kdf.SALTBYTES)
    data = MAGIC + salt + _box(passphrase, salt).encrypt(backup.model_dump_json().encode())
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        with open(path, "wb", opener=lambda name, _: os.open(name, flags, 0o600)) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError:
        raise Refused(f"{path} is there already; name another file. Nothing was written.") from None
    except OSError as error:
        raise EnvironmentFault(f"{path} can't be written: {error.strerror}.") from error


def read_backup(path: Path, passphrase: str) -> Backup:
    """What a file holds.

    Raises:
        InvalidInput: no backup, or a damaged one.
        Refused: the passphrase is another, or the file was changed.
    """
    data = read_file(path, _LIMIT)
    if data is None or not data.startswith(MAGIC):
        raise InvalidInput(f"{path} is no backup of a team; name the file that team backup wrote.")
    salt, sealed = data[len(MAGIC) :][: kdf.SALTBYTES], data[len(MAGIC) + kdf.SALTBYTES :]
    try:
        plain = _box(passphrase, salt).decrypt(sealed)
    except (CryptoError, ValueError):
        raise Refused(
            "This passphrase doesn't open the backup. Type it again; nothing was changed."
        ) from None
    try:
        return Backup.model_validate_json(plain)
    except ValidationError:
        # Without its cause, which would quote the secret.
        raise InvalidInput(f"{path} was written by another version of Presence Map.") from None


def _box(passphrase: str, salt: bytes) -> SecretBox:
    ops, memory = _WORK["opslimit"], _WORK["memlimit"]
    key = kdf.kdf(SecretBox.KEY_SIZE, passphrase.encode(), salt.ljust(16), ops, memory)
    return SecretBox(key)
