"""Wrong: which thing is wrong about what was asked for, where an error's type doesn't say it.

Its words are the window's own (``ui.wrong``); an error's sentence is the command line's.
"""

from enum import Enum, auto


class Wrong(Enum):
    """Named after what was given; what it lacks or has too much of is in ``facts`` of the error."""

    NOT_COORDINATES = auto()
    PLACE_UNNAMED = auto()
    PLACE_HALF_SPOT = auto()
    PLACE_OFF_EARTH = auto()
    PLACE_AROUND_UNKNOWN = auto()
    PLACE_IN_ITSELF = auto()
    PLACES_NESTED = auto()
    PLACE_UNKNOWN = auto()
    PLACE_OF_ALL = auto()
    NO_ROOM = auto()
    ROOM_CAPACITY = auto()
    TOWN_UNKNOWN = auto()
    NO_FLOOR = auto()
    FLOOR_PLAN_SIZE = auto()
    SHAPES_FULL = auto()
    SHAPE_CORNERS = auto()
    SHAPE_OUTSIDE = auto()
    SHAPE_UNKNOWN = auto()
    PICTURE_OTHER = auto()
    PICTURE_CUT = auto()
    PICTURE_UNREAD = auto()
    DAY_OVER = auto()
    DAYS_TURNED = auto()
    DAY_TOO_FAR = auto()
    TIME_OVER = auto()
    GUESTS_FULL = auto()
    GUESTS_NOWHERE = auto()

    TEXT_TOO_LONG = auto()
    SOUGHT_WORDLESS = auto()
    NO_STRUGGLE = auto()
