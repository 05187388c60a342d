"""What is told of a desk by somebody who shares no desks."""

from typing import Any

import pytest

from presencemap.domain.place import Place, PlaceKind
from presencemap.domain.precision import Precision
from presencemap.ui.floor.roughly import Roughly, roughly

TOWN = Place.in_town("Gent", 51.05, 3.72)
OFFICE = Place("site", "Gent office", PlaceKind.OFFICE)


@pytest.mark.parametrize(
    ("precision", "mine", "expected"),
    [
        (Precision.ROOM, OFFICE, None),
        (Precision.SITE, None, Roughly("Gent office")),
        (Precision.SITE, TOWN, Roughly("Gent office")),
        (Precision.SITE, OFFICE, Roughly("Gent office", told=True)),
        (Precision.TOWN, None, Roughly("Gent", is_town=True)),
        (Precision.TOWN, TOWN, Roughly("Gent", is_town=True, told=True)),
        (Precision.HIDDEN, OFFICE, Roughly()),
    ],
)
def test_what_is_told_instead(
    building: Any, precision: Precision, mine: Place | None, expected: Roughly | None
) -> None:
    assert roughly(building.scene(), precision, mine) == expected
