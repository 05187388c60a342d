"""Whose data it is stays readable."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from presencemap.ui.map.attribution import OWN, Attribution
from presencemap.ui.map.layout import Rect
from presencemap.ui.theme import Scheme, theme


def test_it_is_in_the_corner_or_above_what_is_there(qapp: object) -> None:
    look = theme(Scheme.LIGHT)
    line = Attribution()
    free = line.box(look, 920, 722, [Rect(60, 660, 400, 48)])
    assert free.x + free.w <= 920
    assert 690 < free.y < 722
    dock = Rect(60, 540, 406, 46)
    clear = line.box(look, 480, 600, [dock])
    assert not clear.meets(dock)
    assert clear.y < dock.y


def test_it_stands_beside_a_card_where_it_has_room(qapp: object) -> None:
    look, line = theme(Scheme.LIGHT), Attribution()
    beside = line.box(look, 920, 722, [], beside=340)
    assert beside.x > 0
    assert 920 - 340 - 20 < beside.x + beside.w <= 920 - 340
    narrow = line.box(look, 440, 722, [], beside=340)
    assert narrow == line.box(look, 440, 722, []), "else under it, rather than cut"


def test_over_a_plate_it_has_a_ground_of_its_own(qapp: object) -> None:
    look, line = theme(Scheme.LIGHT), Attribution()
    box = Rect(4, 4, 150, 16)
    corners = []
    for over in (False, True):
        image = QImage(160, 24, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.black)
        painter = QPainter(image)
        line.paint(painter, look, box, 1.0, over=over)
        painter.end()
        corners.append(image.pixelColor(80, 5))
    assert corners == [QColor("black"), look.colour("mapLand")]


def test_it_says_what_it_is_told_as_far_as_there_is_room(qapp: object) -> None:
    look = theme(Scheme.LIGHT)
    line = Attribution()
    own = line.box(look, 920, 722, [])
    line.say("© " + "Cartographers " * 5)
    assert own.w < line.box(look, 920, 722, []).w < 900
    narrow = line.box(look, 240, 722, [])
    assert narrow.x >= 0
    line.say(OWN)
    assert line.box(look, 920, 722, []) == own
