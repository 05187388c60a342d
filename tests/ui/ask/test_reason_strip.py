from pytestqt.qtbot import QtBot

from presencemap.ui.ask.reason_strip import ReasonStrip
from presencemap.ui.ask.reasons import Told
from presencemap.ui.theme import Appearance

REASONS = [Told("star", "accent", "Listed Peppol"), Told("check", "ok", "Helped to solve it")]


def strip(qtbot: QtBot) -> ReasonStrip:
    made = ReasonStrip()
    qtbot.addWidget(made)
    return made


def test_reasons_stand_side_by_side_and_break_where_it_is_narrow(
    look: Appearance, qtbot: QtBot
) -> None:
    made = strip(qtbot)
    empty = made.heightForWidth(600)
    made.show_reasons(REASONS)
    assert made.hasHeightForWidth()
    assert made.heightForWidth(600) == empty
    assert made.heightForWidth(160) == 2 * empty
    (first, _), (second, _) = made._boxes(600)
    assert first.right() < second.left()
    assert all(box.right() <= 60 for box, _ in made._boxes(60)), "cut"
    made.resize(160, made.heightForWidth(160))
    assert not made.grab().isNull()


def test_a_screen_reader_hears_all_of_them(look: Appearance, qtbot: QtBot) -> None:
    made = strip(qtbot)
    made.show_reasons(REASONS)
    made.show_reasons(REASONS)
    assert made.accessibleName() == "Listed Peppol, Helped to solve it"
    assert made.sizeHint().height() >= made.minimumSizeHint().height()
