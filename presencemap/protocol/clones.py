"""Clones: people whose device key is used by two computers, neither of which has stopped.

Who copied a profile or put a backup back gives numbers twice too, until it hears of that and goes
on as a new device. So a proof counts only after a while, and not where its person has certified
another device since: docs/decisions/0035. Sans-IO; knows no links.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from presencemap.domain.errors import PeerError
from presencemap.protocol.effects import Effect, EraseProof, SaveProof, TellCard, TellCloned
from presencemap.protocol.membership import Membership
from presencemap.protocol.proof import Proof, sealed
from presencemap.protocol.record import Record
from presencemap.protocol.shelf import Held
from presencemap.protocol.statement import Device

PATIENCE: Final = 600_000
"""How long a copy has to hear of it and to go on as a new device: twice the time in which all that
are linked compare what they hold."""


class Clones:
    """The proofs that a node has, one a person."""

    def __init__(self, membership: Membership) -> None:
        self._membership = membership
        self._proofs: dict[str, Proof] = {}
        self._told: set[str] = set()
        self._judged_by: object = None

    def load(self, stored: Iterable[tuple[bytes, bytes, int]]) -> None:
        """Have what the store kept: (one, other, found). What is damaged is left out."""
        for one, other, found in stored:
            try:
                proof = Proof.read(one, other, found)
            except PeerError:
                continue
            if not self._is_explained(proof):
                self._proofs[proof.person] = proof

    def proofs(self) -> Iterator[Proof]:
        """All that is to be kept."""
        return iter(self._proofs.values())

    def proven(self, person: str, now: int) -> bool:
        """Whether two computers use this person's key, as far as is known here."""
        proof = self._proofs.get(person)
        return proof is not None and not 0 <= now - proof.found < PATIENCE

    def compare(self, held: Held, record: Record, now: int) -> list[Effect]:
        """Two records of one number, of which one is held or was just now."""
        if record.header.author in self._proofs:
            return []
        try:
            proof = Proof.read(sealed(held.data), sealed(record.data), now)
        except PeerError:  # the same record
            return []
        if self._is_explained(proof):
            return []
        self._proofs[proof.person] = proof
        return [SaveProof(proof)]

    def tick(self, now: int) -> list[Effect]:
        """Tell of whom it is certain by now; forget what the log explains by now."""
        if not self._proofs:
            return []
        effects = self._forgotten(now)
        sure = {person for person in self._proofs if self.proven(person, now)} - self._told
        self._told |= sure
        return [*effects, *map(TellCloned, sorted(sure))]

    def _forgotten(self, now: int) -> list[Effect]:
        before, self._judged_by = self._judged_by, self._membership.edition(now)
        if self._judged_by == before:
            return []
        explained = [p.person for p in self._proofs.values() if self._is_explained(p)]
        for person in explained:
            del self._proofs[person]
        told = [TellCard(person) for person in explained if person in self._told]
        self._told.difference_update(explained)
        return [*map(EraseProof, explained), *told]

    def _is_explained(self, proof: Proof) -> bool:
        """Whether its person has gone on as another device since, or is no member any more."""
        claims = (statement.claim for statement in self._membership)
        return self._membership.is_removed(proof.person) or any(
            isinstance(claim, Device)
            and claim.issuer == proof.person
            and claim.device != proof.device
            and claim.at >= proof.since
            for claim in claims
        )
