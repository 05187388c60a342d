"""The state of a node that changes seldom: the network, what waits for it, catching up, map server.

Told where it is another than was told. What happens to people and records is ``telling``'s.
"""

from collections.abc import Callable

from presencemap.app.map_server import map_server_changed
from presencemap.app.notices import (
    CatchingUp,
    Event,
    InvitingChanged,
    NetworkChanged,
    Noted,
    Notice,
    WaitingChanged,
)
from presencemap.app.waiting import waiting_changed
from presencemap.protocol.endpoint import Endpoint


class State:
    """One node's; ``tell`` hears each part of it when it is new."""

    def __init__(self, endpoint: Endpoint, tell: Callable[[Notice], None]) -> None:
        self._endpoint = endpoint
        self._tell = tell
        self._connected, self._began_connected = True, False
        self._told: dict[type, Notice] = {
            CatchingUp: CatchingUp(0),
            WaitingChanged: WaitingChanged(),
        }
        """What holds, as it was told last."""

    def look(self, now: int, *, connected: bool, ready: bool) -> None:
        """Tell what is another; of the network nothing before the node is ready."""
        membership, me = self._endpoint.membership, self._endpoint.me.person.id
        states: list[Notice] = [
            CatchingUp(self._endpoint.still_to_come()),
            InvitingChanged(membership.may_invite(me), membership.inviters),
            map_server_changed(self._endpoint),
            waiting_changed(self._endpoint),
        ]
        self._began_connected |= connected and not ready
        if ready and connected is not self._connected:
            self._connected = connected
            since = now if self._began_connected else None
            self._began_connected = True
            states.append(NetworkChanged(connected, since))
            event = Event.NETWORK if connected else Event.NO_NETWORK
            self._tell(Noted(event, me, now, now))
        for state in states:
            if self._told.get(type(state)) != state:
                self._told[type(state)] = state
                self._tell(state)
