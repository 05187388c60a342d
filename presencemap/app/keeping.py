"""The keeping: what memory holds rests in the store, and goes back to it where it could not.

One transaction for what belongs together. While the disk takes nothing, memory goes on with what
peers say, and the store is behind. Knows no clock and no timers: when to try again is ``upkeep``'s.
"""

import logging
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from presencemap.app.chosen import save_chosen
from presencemap.domain.availability import Sharing
from presencemap.domain.errors import DiskReadOnly, EnvironmentFault, SharingNotKept
from presencemap.protocol.effects import (
    Effect,
    Erase,
    EraseBlobs,
    EraseProof,
    Publish,
    Save,
    SaveBlob,
    SaveDevice,
    SaveProof,
    SaveSeen,
    SaveStatement,
    TellRecord,
)
from presencemap.protocol.endpoint import Endpoint
from presencemap.protocol.signing import Signer
from presencemap.protocol.statement import Statement
from presencemap.store.chain import load_chain, save_chain
from presencemap.store.identity import Identity
from presencemap.store.records import Kept, Records

_KEPT_HERE: Final = Kept | SaveDevice

_log = logging.getLogger(__name__)


class Keeping:
    """The store and the key files under an endpoint, which holds what they hold."""

    def __init__(
        self, keys: Path, identity: Identity, records: Records, endpoint: Endpoint
    ) -> None:
        self.behind = False
        """Whether the store lacks something of what memory holds, since it could not be kept."""
        self._keys = keys
        self._identity = identity
        self._records = records
        self._endpoint = endpoint
        self._only_read = False
        self._chain: tuple[bytes, ...] | None = None
        self._sharing: tuple[Path, Sharing] | None = None
        """Where it is still to be kept that the owner shares, or not."""

    def only_read(self) -> None:
        """Nothing can be kept, for as long as this runs."""
        self.behind = self._endpoint.read_only = self._only_read = True

    def commit(self, effects: Iterable[Effect]) -> list[Effect]:
        """Do what is to be kept, in one transaction; returns the rest, in order.

        Raises:
            EnvironmentFault: nothing was kept, and what is held in memory is as before.
        """
        effects = list(effects)
        rest: list[Effect] = [e for e in effects if not isinstance(e, _KEPT_HERE)]
        if self.behind:
            # Nothing of it is our own; ``catch_up`` keeps all of it at once.
            return rest
        for effect in effects:
            if isinstance(effect, SaveDevice):
                _log.info("this profile is a copy, or was put back: it goes on as a new device")
                renewed = Identity(self._identity.person, Signer(effect.seed))
                renewed.save(self._keys)
                self._identity = renewed
        kept = to_keep(effects)
        self._records.apply(kept)
        if any(isinstance(effect, SaveStatement) for effect in kept):
            self.keep_chain()
        return rest

    def reload(self) -> None:
        """Hold in memory what the store holds, after a commit that failed.

        Raises:
            EnvironmentFault: the store can't be read either; memory is as it was.
        """
        known, records, heads, blobs = (
            set(self._records.statements()),
            self._records.load(),
            self._records.heads(),
            self._records.blobs.sizes(),
        )
        statements = [s for s in self._endpoint.membership if s.data in known]
        self._endpoint.restore(self._identity.device, statements, records, heads, blobs)

    def fall_behind(self, effects: Iterable[Effect], now: int) -> list[Effect]:
        """After a failed commit of these and ``reload``: go on in memory with what peers said.

        Returns what is still to be done. What was our own is taken back, and nothing is published.
        """
        done = self._endpoint
        rest: list[Effect] = []
        for effect in effects:
            match effect:
                case SaveStatement(statement=data):
                    done.membership.add([Statement.read(data)])
                case Save(record=record, own=False):
                    rest += [e for e in done.replica.take(record, now) if isinstance(e, TellRecord)]
                case Save() | Erase() | SaveSeen() | SaveDevice() | TellRecord() | Publish():
                    pass
                case SaveBlob() | EraseBlobs():
                    pass  # ``reload`` has them as the store has
                case SaveProof() | EraseProof():
                    pass  # memory has it, and catching up keeps it
                case _:
                    rest.append(effect)
        self.behind = done.read_only = True
        return rest

    def catch_up(self) -> None:
        """Have the store hold all that memory holds.

        Raises:
            EnvironmentFault: the store is as it was, and memory too.
        """
        if self._only_read:
            raise DiskReadOnly("This profile is only read. Make it writable, and start again.")
        stored, known = self._records.hashes(), set(self._records.statements())
        held = {each.hash: each for each in self._endpoint.replica.held()}
        statements = (s.data for s in self._endpoint.membership if s.data not in known)
        if self._sharing is not None:
            self.keep_sharing(*self._sharing)
        self._records.apply(
            [
                *map(SaveStatement, statements),
                *map(SaveProof, self._endpoint.replica.clones.proofs()),
                Erase(tuple(stored - held.keys())),
                *(
                    Save(h.record, h.expires, outline=h.outline())
                    for name, h in held.items()
                    if name not in stored
                ),
            ]
        )
        self.behind = self._endpoint.read_only = False
        self.keep_chain()

    def keep_sharing(self, file: Path, sharing: Sharing) -> None:
        """Keep whether the owner shares, in that file.

        Raises:
            SharingNotKept: ``catch_up`` will try again.
        """
        self._sharing = file, sharing
        try:
            save_chosen(file, sharing, unsaid=Sharing.ON)
        except EnvironmentFault as fault:
            raise SharingNotKept(
                "It is done, but can't be kept for the next start: the disk takes nothing. That is "
                "tried again until it does."
            ) from fault
        self._sharing = None

    def piece(self, blob: str, number: int) -> bytes:
        """A piece of a blob that is kept.

        Raises:
            EnvironmentFault: it can't be read.
        """
        return self._records.blobs.piece(blob, number)

    def purge(self) -> bool:
        """Leave no byte of what was replaced or erased in the files; False: try again later.

        Raises:
            EnvironmentFault: no space for it; nothing is lost.
        """
        return self._records.truncate_wal()

    def keep_chain(self) -> None:
        """Keep what proves the own membership beside the keys, where it has changed.

        It is there in case the database is lost, so being unable to is no failure of today.
        """
        chain = self._endpoint.membership.chain(self._identity.person.id)
        names = tuple(statement.hash for statement in chain)
        try:
            if self._chain is None:
                self._chain = tuple(s.hash for s in load_chain(self._keys))
            if names != self._chain:
                save_chain(self._keys, chain)
                self._chain = names
        except EnvironmentFault as fault:
            _log.info("%s", fault)


def to_keep(effects: Iterable[Effect]) -> list[Kept]:
    """Those of the effects that the store runs."""
    return [effect for effect in effects if isinstance(effect, Kept)]
