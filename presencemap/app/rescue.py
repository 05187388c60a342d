"""A database that is damaged or gone is no end: it is set aside, and a new one begun.

The keys and the chain beside them are enough to be in the team again; what can still be read of the
old database is taken over, and colleagues' programs send the rest. The install goes on as a new
device, since nobody knows which sequence numbers the old one has used.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from presencemap.app.paths import ProfilePaths
from presencemap.domain.errors import (
    DatabaseDamaged,
    PeerError,
    ProfileUnreadable,
    RecordsSetAside,
)
from presencemap.domain.wrong import Wrong
from presencemap.protocol.charter import certified
from presencemap.protocol.effects import Save, SaveStatement
from presencemap.protocol.membership import Membership
from presencemap.protocol.record import Record
from presencemap.protocol.signing import Signer
from presencemap.protocol.statement import Statement
from presencemap.store.chain import load_chain
from presencemap.store.database import Database, set_aside
from presencemap.store.identity import Identity
from presencemap.store.records import Records
from presencemap.store.salvage import Salvage, salvaged


def open_records(
    paths: ProfilePaths, identity: Identity, team: str, now: int
) -> tuple[Identity, Records, RecordsSetAside | None]:
    """The records of a profile; where they were lost, a new start and the sentence that tells it.

    Raises:
        ProfileUnreadable: they are another program's or a newer one's, or so much is lost that
            nothing proves the membership any more; nothing was changed.
    """
    _resume(paths)
    try:
        records = Records(Database(paths.database))
    except DatabaseDamaged as damage:
        return _begun_anew(paths, identity, team, now, damage)
    try:
        known = Membership(team, readable(records.statements()))
        if identity.device.id in known.devices(identity.person.id):
            return identity, records, None
        if identity.person.id in known.people:
            # A new device's key was kept, and then a power loss came before its certificate.
            identity, certificate = _new_device(paths, identity, team, now)
            records.apply([SaveStatement(certificate.data)])
            return identity, records, None
    except BaseException:
        records.close()
        raise
    records.close()
    return _begun_anew(paths, identity, team, now, None)


def readable(statements: Iterable[bytes]) -> Iterator[Statement]:
    """Those of the stored statements that are what somebody signed."""
    for data in statements:
        try:
            yield Statement.read(data)
        except PeerError:
            continue


def _begun_anew(
    paths: ProfilePaths, identity: Identity, team: str, now: int, damage: DatabaseDamaged | None
) -> tuple[Identity, Records, RecordsSetAside]:
    found = salvaged(paths.database)
    membership = Membership(team, [*readable(found.statements), *load_chain(paths.keys)])
    if identity.person.id not in membership.people:
        raise ProfileUnreadable(
            f"{paths.database} is damaged or gone, and so is what proves that you are in the team. "
            "Put the profile back from a backup, or join again by an invite, with another "
            "--profile. Nothing was changed.",
            Wrong.PROOF_LOST,
        ) from damage
    # The new device before anything else: cut short from here on, the next start makes another.
    identity, certificate = _new_device(paths, identity, team, now)
    membership.add([certificate])
    _write(_fresh(paths), membership, found)
    kept = None
    if damage or found.statements or found.records:
        day = datetime.fromtimestamp(now / 1000, UTC).strftime("%Y-%m-%d")
        kept = set_aside(paths.database, f"records-damaged-{day}")
    _fresh(paths).replace(paths.database)
    return identity, Records(Database(paths.database)), _told(paths, kept, damage)


def _new_device(
    paths: ProfilePaths, identity: Identity, team: str, now: int
) -> tuple[Identity, Statement]:
    renewed = Identity(identity.person, Signer.fresh())
    renewed.save(paths.keys)
    return renewed, certified(team, renewed.person, renewed.device, now)


def _fresh(paths: ProfilePaths) -> Path:
    """The new database while it is made; whole once the old one is out of its place."""
    return paths.database.with_name("records-fresh.db")


def _resume(paths: ProfilePaths) -> None:
    """Finish what a power loss cut short: the new one takes the old one's place, or goes."""
    fresh = _fresh(paths)
    if fresh.exists() and not paths.database.exists():
        fresh.replace(paths.database)
    for end in ("", "-wal", "-shm"):
        fresh.with_name(f"{fresh.name}{end}").unlink(missing_ok=True)


def _write(path: Path, membership: Membership, found: Salvage) -> None:
    records = Records(Database(path))
    try:
        statements = [SaveStatement(statement.data) for statement in membership]
        records.apply([*statements, *_saves(found.records)])
        for address in found.peers:
            records.add_peer(address)
        for person, name in found.verified:
            # By the whole key, which damage makes no other member's.
            records.add_verified(person, name)
    finally:
        records.close()


def _saves(rows: Iterable[tuple[bytes, int]]) -> Iterator[Save]:
    """The records that are what somebody signed, for no longer than they said."""
    for data, expires in rows:
        try:
            record = Record.read(data)
        except PeerError:
            continue
        yield Save(record, min(expires, record.header.at + record.header.life))


def _told(
    paths: ProfilePaths, kept: Path | None, damage: DatabaseDamaged | None
) -> RecordsSetAside:
    what = "was damaged" if damage else "lacked what it should have"
    lost = f"{what}, and is kept as {kept.name}" if kept else "was gone"
    return RecordsSetAside(
        f"{paths.database} {lost}. What could be read was taken over, and colleagues' programs "
        "send the rest; addresses of peers you may have to add again. Nothing was deleted.",
        kept.name if kept else "",
    )
