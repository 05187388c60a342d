"""Whether a person may be interrupted, whether they are here, and whether they share that."""

from enum import StrEnum


class Availability(StrEnum):
    """What a person says of themselves; offline is derived, never said."""

    AVAILABLE = "available"
    BUSY = "busy"
    DO_NOT_DISTURB = "do_not_disturb"
    AWAY = "away"


class Sharing(StrEnum):
    """What leaves this machine; of mine, nothing while paused, nothing at all off the network."""

    ON = "on"
    PAUSED = "paused"
    OFF_NETWORK = "off_network"


class Presence(StrEnum):
    """What this machine knows of another: never online without a fresh proof."""

    ONLINE = "online"
    UNCERTAIN = "uncertain"
    OFFLINE = "offline"


class Reach(StrEnum):
    """How a person's records come to this machine."""

    DIRECT = "direct"
    RELAYED = "relayed"
    NONE = "none"
