"""Places as rows."""

from types import ModuleType

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from presencemap.domain.place import Place, PlaceKind, PlaceTree
from presencemap.ui.compose.place_list import NEW, PlaceList, in_order
from presencemap.ui.theme import Appearance, Mode


def test_what_is_in_a_site_stands_below_it(factories: ModuleType) -> None:
    order = [place.id for place in in_order(factories.PLACES)]
    assert order[:4] == ["home", "road", "acme", "acme312"]
    assert order.index("d4") == order.index("gent") + 1


def test_rows_are_found_by_what_they_are_called_and_told_by_id(qapp: QApplication) -> None:
    twins = [Place(name, "Annex", PlaceKind.OFFICE) for name in ("one", "two")]
    town = Place.in_town("Gent", 51.05, 3.72)
    owner = QObject()
    made = PlaceList(PlaceTree(twins), town, owner, makes=True)
    assert [made.id(row) for row in made.rows("ANNEX")] == ["one", "two"]
    assert made.rows("") == made.rows("elsewhere") == []
    assert [made.id(row) for row in made.rows("somewhere in gent")] == [town.id]
    assert (made.id(-1), made.id(0), made.id(made.rowCount() - 1)) == ("", "", NEW)
    fewer = PlaceList(PlaceTree(twins), None, owner, makes=False)
    assert fewer.rowCount() == made.rowCount() - 2


def test_icons_follow_the_look(look: Appearance, factories: ModuleType) -> None:
    owner = QObject()
    made = PlaceList(factories.PLACES, None, owner, makes=False)
    before = made.item(1).icon().pixmap(16).toImage()
    look.set_mode(Mode.DARK)
    assert made.item(1).icon().pixmap(16).toImage() != before
