"""The intake: records that came over a link or off its feed, up to the replica and on to others.

Weighs what wasn't asked for, asks where something lacks, passes on what is new. Links that stand
are its callers' care; what a record means is the replica's.
"""

from collections.abc import Callable

from presencemap.protocol.codec import LOG, record_frames, split_records
from presencemap.protocol.effects import Effect, Save
from presencemap.protocol.link import Link
from presencemap.protocol.record import Record
from presencemap.protocol.relay import Relay
from presencemap.protocol.replica import AuthorUnknown, Outlived, Replica
from presencemap.protocol.restraint import Restraint
from presencemap.protocol.signing import Check, all_verified, digest
from presencemap.protocol.sync import Sync


class Intake:
    """Takes peers' records.

    ``revive``: goes on as a new device, as this profile is a copy; None while that can't be kept.
    """

    def __init__(
        self,
        replica: Replica,
        sync: Sync,
        relay: Relay,
        restraint: Restraint,
        revive: Callable[[int], list[Effect] | None],
    ) -> None:
        self._replica = replica
        self._sync = sync
        self._relay = relay
        self._restraint = restraint
        self._revive = revive
        self.check: Check = all_verified
        """By which signatures are checked, all of a frame together."""

    @property
    def is_fetching(self) -> bool:
        """Whether more is on its way of what was asked for."""
        return self._sync.is_fetching

    def take(
        self, link: Link, payload: bytes, now: int, *, live: bool = False, asked: bool = False
    ) -> list[Effect]:
        """The records of a frame: all of them or, where one is bad, none.

        Raises:
            PeerError: one is bad.
        """
        parts = split_records(payload)
        # What is held was checked: many who are met at once have the same to tell.
        news = (data for data in parts if self._replica.find(digest(data, size=16)) is None)
        records = Record.read_all(news, self.check)
        found = (self._take_one(link, r, now, live=live, asked=asked) for r in records)
        return [effect for effects in found for effect in effects]

    def _take_one(
        self, link: Link, record: Record, now: int, *, live: bool, asked: bool
    ) -> list[Effect]:
        if not asked and (dropped := self._restraint.push(link, record.header, now)) is not None:
            return dropped
        device, seq = record.header.device, record.header.seq
        head = self._replica.heads.get(device, 0)
        twin = self._replica.numbers.at(device, seq)
        try:
            effects = self._replica.take(record, now)
        except Outlived:
            revived = self._revive(now)
            # Where that can't be, the record will be offered again.
            return [] if revived is None else [*revived, *self._replica.take(record, now)]
        except AuthorUnknown:
            self._restraint.taken(link, record, now, kept=False)
            return self._unknown(link, now, live=live)
        if asked:
            self._restraint.taken(link, record, now, kept=bool(effects))
        if any(isinstance(effect, Save) for effect in effects):
            if live:
                (data,) = record_frames([record.data])
                effects += self._relay.pass_on(device, data, link.id)
            else:
                self._relay.stir(device, record.source, link.id)
        if twin is not None:
            effects += self._replica.clones.compare(twin, record, now)
        if live and seq > head + 1:
            effects += self._sync.inquire_live(link.id, now)
        return effects

    def _unknown(self, link: Link, now: int, *, live: bool) -> list[Effect]:
        """A stranger's, or the log here is behind."""
        if not live:
            # What was fetched isn't asked for again: the other side's log may differ for long.
            return []
        log = self._sync.inquire(link.id, LOG, now)
        return [*log, *self._sync.inquire_live(link.id, now)]
