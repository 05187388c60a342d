"""What of mine waits for a colleague's computer: said since the last of them was here.

Counts; what is waiting, and where it goes, is the protocol's.
"""

from itertools import takewhile

from presencemap.app.notices import WaitingChanged
from presencemap.protocol.endpoint import Endpoint


def waiting_changed(endpoint: Endpoint) -> WaitingChanged:
    """Nothing while anybody is linked, but for a moment of catching up, all is theirs."""
    if endpoint.peers.standing():
        return WaitingChanged()
    me, replica, since = endpoint.me.person.id, endpoint.replica, endpoint.sightings.newest()
    status = replica.register("status", me)
    newest = replica.lines.newest([me], None)
    return WaitingChanged(
        statuses=int(status is not None and status.header.at > since),
        posts=sum(1 for _ in takewhile(lambda held: held.at > since, newest)),
        notes=endpoint.mailbox.waiting(),
    )
