"""Dial back: tries somebody's door once, from outside, with a connection of its own.

Says whether a node of this team answers there. Nothing is said over the connection.
"""

from typing import Final

import zmq

from presencemap.net.gauges import Gauges
from presencemap.net.outbound import Outbound
from presencemap.net.resolution import tried
from presencemap.net.sockets import PlainContext
from presencemap.protocol.address import Outcome
from presencemap.protocol.signing import CurveKey

ANSWER_SECONDS: Final = 3.0
"""How long a host gets to take the connection or to refuse it; CURVE has its own limit."""


async def dial_back(context: PlainContext, door: bytes, host: str, port: int) -> Outcome:
    """Connect to a door with that public key, and leave."""
    outcome = await tried(host, port, ANSWER_SECONDS)
    if outcome is not Outcome.REACHED:
        return outcome
    there = Outbound(
        context,
        zmq.DEALER,
        CurveKey.fresh(),
        door,
        gauges=Gauges(),  # it ends at once
        heard=lambda _: None,
        ended=lambda: None,
    )
    reached = await there.open(host, port)
    there.close()
    return Outcome.REACHED if reached else Outcome.STRANGER
