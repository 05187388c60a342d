"""One plate or bubble."""

from presencemap.domain.availability import Availability
from presencemap.ui.map.gathering import Gathering
from presencemap.ui.map.item import Item
from presencemap.ui.map.layout import Form, Placed, Rect
from presencemap.ui.map.plates import Plate
from presencemap.ui.map.scene import Face, Spot

ANN = Face("ann", "Ann", "A", Availability.AVAILABLE)
BO = Face("bo", "Bo", "B", Availability.BUSY)


def spot(name: str, *faces: Face) -> Spot:
    return Spot(name, name, "Gent", False, 51.0, 4.0, faces)


def item(form: Form, *spots: Spot) -> Item:
    members = tuple(each.id for each in spots)
    placed = Placed(members, form, 0, 0, 0, 0, Rect(0, 0, 80, 50))
    return Item(placed, Gathering(spots), Plate(form, "Gent", (ANN,), 2))


def test_it_stands_for_its_places_and_everybody_there() -> None:
    one, both = spot("b", BO), item(Form.PLATE, spot("a", ANN), spot("b", BO))
    assert both.key == "a"
    assert both.spots[1] == one
    assert both.faces == (ANN, BO)
    assert both.merged
    assert not both.is_bubble
    assert not item(Form.PLATE, one).merged


def test_of_a_crowd_it_is_a_number() -> None:
    assert item(Form.BUBBLE, spot("a", ANN)).is_bubble
