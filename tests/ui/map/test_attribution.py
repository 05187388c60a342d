"""Whose data it is stays readable."""

from presencemap.ui.map.attribution import Attribution
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
