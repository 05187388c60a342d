"""Whether a person may be interrupted, and whether anybody has a fresh proof that they are here."""

from enum import StrEnum


class Availability(StrEnum):
    """What a person says of themselves; offline is derived, never said."""

    AVAILABLE = "available"
    BUSY = "busy"
    DO_NOT_DISTURB = "do_not_disturb"
    AWAY = "away"


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
