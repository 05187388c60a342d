from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from presencemap.domain.availability import Availability
from presencemap.ui.ask.reasons import Told
from presencemap.ui.ask.telling import Placed, Telling
from presencemap.ui.theme import Appearance

TELLING = Telling(
    "a" * 32,
    "Joris De Smedt",
    "JS",
    Availability.BUSY,
    "Busy, Acme, Gent",
    (Told("star", "accent", "Listed Peppol"), Told("check", "ok", "Helped to solve it")),
    "Busy until 13:24. A note can wait.",
)


def test_it_is_higher_where_reasons_and_remark_break(look: Appearance) -> None:
    wide, narrow = (Placed(look.theme, TELLING, width) for width in (600, 220))
    assert wide.height < narrow.height
    assert Placed(look.theme, Telling(), 600).height == 50, "the face"


def test_where_they_are_is_cut_before_the_name(look: Appearance) -> None:
    assert Placed(look.theme, TELLING, 600).cut == ""
    assert Placed(look.theme, TELLING, 220).cut == TELLING.where


def test_all_of_it_is_painted_within_its_height(look: Appearance) -> None:
    placed = Placed(look.theme, TELLING, 300)
    image = QImage(320, placed.height + 40, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    placed.paint(painter, QPointF(10, 20))
    painter.end()
    inked = [
        (x, y) for x in range(image.width()) for y in range(image.height()) if image.pixel(x, y)
    ]
    assert {x for x, _ in inked} <= set(range(10, 310))
    assert {y for _, y in inked} <= set(range(20, 20 + placed.height))
    assert max(y for _, y in inked) > placed.height, "the remark is at its end"
