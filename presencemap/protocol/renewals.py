"""Renewals: which records a node signs anew, and when, so that what is alive never ends.

What is mine with time to spare; what is everybody's late, and each node at a moment of its own, so
that one does it. Knows moments and names; what is in use, and the signing, are the replica's.
"""

from typing import Final

from presencemap.protocol.agenda import Agenda
from presencemap.protocol.record import DAY, MAX_LIFE, REGISTERS_COMPARED
from presencemap.protocol.shelf import Held

RENEW_AT: Final = MAX_LIFE // 3
"""What is ours is signed anew when this much of its life is left; what is everybody's when there is
half of it or less, at a moment that differs from node to node."""
EVERYBODYS: Final = ("place", "floor_plan", "job", "topic")
"""Kinds that anybody signs anew, and only while they are in use."""


class Renewals:
    """The moments of one node. ``device``: this node's, which sets its moments apart."""

    def __init__(self, person: str) -> None:
        self._person = person
        self._turns: Agenda[int] = Agenda()

    def put(self, held: Held, device: str) -> None:
        """A record that is held from now on; none of those that are never signed anew."""
        if held.kind not in REGISTERS_COMPARED or held.life < MAX_LIFE:
            return
        if held.author == self._person:
            self._turns.put(held.hash, held.expires - RENEW_AT + 1)
        elif held.kind in EVERYBODYS:
            share = int(device[:4], 16)
            self._turns.put(held.hash, held.expires - (RENEW_AT * share >> 17) + 1)

    def drop(self, name: bytes) -> None:
        """A record that is held no more."""
        self._turns.drop(name)

    def due(self, now: int) -> list[bytes]:
        """Those whose moment has come, each once."""
        return self._turns.up_to(now)

    def ask_again(self, name: bytes, now: int) -> None:
        """One that isn't in use may be tomorrow."""
        self._turns.put(name, now + DAY)
