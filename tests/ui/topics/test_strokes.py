"""Lines of the topic map, as they are drawn."""

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from presencemap.ui.theme import Appearance
from presencemap.ui.topics.strokes import Tone, edge_of, paint_edge, paint_string

CURVE = [QPointF(10, 50), QPointF(40, 50), QPointF(60, 50), QPointF(90, 50)]


def canvas() -> QImage:
    image = QImage(100, 100, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    return image


def test_an_edge_ends_in_a_dot_and_is_stronger_when_chosen_and_faint_when_left_out(
    look: Appearance,
) -> None:
    strengths = []
    for tone in (Tone(False, True), Tone(False, False), Tone(True, False)):
        image = canvas()
        painter = QPainter(image)
        paint_edge(painter, look.theme, CURVE, tone)
        painter.end()
        assert image.pixelColor(90, 48).alpha() > 0, "the dot"
        assert image.pixelColor(50, 47).alpha() == 0
        strengths.append(image.pixelColor(50, 50).alpha() + image.pixelColor(50, 49).alpha())
    assert strengths == sorted(set(strengths))


def test_a_string_is_dashed(look: Appearance) -> None:
    image = canvas()
    painter = QPainter(image)
    paint_string(painter, look.theme, QLineF(0, 50, 100, 50))
    painter.end()
    drawn = [image.pixelColor(x, 50).alpha() > 0 for x in range(100)]
    assert any(drawn)
    assert not all(drawn)


def test_the_edge_of_a_box_is_on_the_way_to_a_point() -> None:
    box = QRectF(0, 0, 100, 40)
    assert edge_of(box, QPointF(250, 20)) == QPointF(100, 20)
    assert edge_of(box, QPointF(50, -180)) == QPointF(50, 0)
    assert edge_of(box, QPointF(60, 22)) == QPointF(60, 22), "within it"
