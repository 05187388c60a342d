"""Every kind of place has an icon that is shipped."""

import pytest
from PySide6.QtGui import QColor

from presencemap.domain.place import PlaceKind
from presencemap.ui import assets
from presencemap.ui.painting.place import place_icon


@pytest.mark.parametrize("kind", PlaceKind)
def test_each_has_its_own(kind: PlaceKind) -> None:
    assert not assets.pixmap(place_icon(kind), QColor("black")).isNull()
    assert sum(place_icon(other) == place_icon(kind) for other in PlaceKind) == 1
