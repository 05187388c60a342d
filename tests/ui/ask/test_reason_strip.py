from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from presencemap.ui.ask.reason_strip import line, paint, placed
from presencemap.ui.ask.reasons import Told
from presencemap.ui.theme import Appearance

REASONS = [Told("star", "accent", "Listed Peppol"), Told("check", "ok", "Helped to solve it")]


def test_reasons_stand_side_by_side_and_break_where_it_is_narrow(look: Appearance) -> None:
    theme = look.theme
    first, second = placed(theme, REASONS, 600)
    assert first.box.right() < second.box.left()
    assert first.box.top() == second.box.top()
    assert [each.words for each in (first, second)] == [told.words for told in REASONS]
    first, second = placed(theme, REASONS, 160)
    assert second.box.top() == first.box.top() + line(theme)
    assert placed(theme, [], 160) == ()


def test_what_is_wider_than_all_is_cut(look: Appearance) -> None:
    cut = placed(look.theme, REASONS, 60)
    assert all(each.box.right() < 60 for each in cut)
    assert all(each.words.endswith("…") for each in cut)


def test_icon_and_words_are_painted_in_their_boxes(look: Appearance) -> None:
    image = QImage(200, 60, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    paint(painter, look.theme, placed(look.theme, REASONS[:1], 200), QPointF(0, 20))
    painter.end()
    inked = {y for y in range(60) for x in range(200) if image.pixel(x, y)}
    assert inked
    assert min(inked) >= 20
    assert max(inked) < 20 + line(look.theme)
