"""Farewell: why somebody is no member any more, for their own node to hear.

Statements alone, which prove themselves and which the team knows anyway. Who hears them is for
``peers`` to say.
"""

from typing import Final

from presencemap.protocol.codec import STATEMENTS_PAGE, Statements, message_frame
from presencemap.protocol.handshake import packed_statements
from presencemap.protocol.membership import Membership
from presencemap.protocol.statement import Removal

MAX_REMOVALS: Final = 8


def farewell(membership: Membership, person: str) -> bytes | None:
    """A frame with a person's removals and what proves who signed them; None: not removed."""
    if not membership.is_removed(person):
        return None
    removals = [s for s in membership if isinstance(s.claim, Removal) and s.claim.person == person]
    removals = removals[:MAX_REMOVALS]
    proof = [s for r in removals for s in membership.chain(r.claim.issuer)]
    said = [*{s.hash: s for s in (*removals, *proof)}.values()]
    return message_frame(Statements(items=packed_statements(said[:STATEMENTS_PAGE])))
