"""The icon of each kind of place, the same wherever a place is named."""

from presencemap.domain.place import PlaceKind

_ICONS = {
    PlaceKind.OFFICE: "building-2",
    PlaceKind.CLIENT: "briefcase",
    PlaceKind.HOME: "house",
    PlaceKind.ROAD: "train-front",
    PlaceKind.FLOOR: "layers",
    PlaceKind.ROOM: "door-open",
    PlaceKind.DESK: "armchair",
    PlaceKind.TOWN: "map-pin",
}


def place_icon(kind: PlaceKind) -> str:
    """The name of a kind's icon."""
    return _ICONS[kind]
