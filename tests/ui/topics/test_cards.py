"""Cards of questions: their words, and room for them."""

from types import ModuleType

from PySide6.QtCore import QPointF, QRectF

from presencemap.domain.topic_graph import Question
from presencemap.ui.theme import Appearance
from presencemap.ui.topics.cards import CARD_WIDTH, card_text, placed
from presencemap.ui.topics.scene import Asked

WINDOW = QRectF(0, 0, 900, 700)


def asked(text: str, post: str = "q", joined: tuple[str, ...] = ()) -> Asked:
    return Asked(Question(post, "anna", text, ("vat",), 0, joined), "vat", "Anna Peeters")


def test_a_card_says_who_asks_what_in_two_lines_at_most(
    look: Appearance, factories: ModuleType
) -> None:
    card = card_text(look.theme, asked("Which code? #vat #peppol", joined=("bram",)))
    assert (card.who, card.joined, card.lines) == ("Anna asks", "1 joined", ("Which code?",))
    long = card_text(look.theme, asked("a word " * 30, post="", joined=()))
    assert (long.who, long.joined, len(long.lines)) == ("Anna is struggling", "", 2)
    assert long.lines[1].endswith("…")
    assert long.height > card.height
    assert card_text(look.theme, asked("#vat")).lines == ("#vat",), "never nothing"
    assert card_text(look.theme, asked("x", joined=("b", "c"))).joined == "2 joined"


def test_a_card_lies_above_what_it_is_about_or_where_there_is_room() -> None:
    at = QPointF(450, 350)
    (free,) = placed([(at, 70)], [], WINDOW)
    assert free is not None
    assert free.bottom() < at.y()
    assert abs(free.center().x() - at.x()) < CARD_WIDTH
    (below,) = placed([(at, 70)], [QRectF(0, 0, 900, 350)], WINDOW)
    assert below is not None
    assert below.top() > at.y()


def test_cards_keep_off_each_other_and_one_without_room_is_left_out() -> None:
    at = QPointF(450, 350)
    one, other = placed([(at, 70), (at, 70)], [], WINDOW)
    assert one is not None
    assert other is not None
    assert not one.intersects(other)
    assert placed([(at, 70)], [WINDOW], WINDOW) == [None]
    assert placed([(QPointF(2000, 2000), 70)], [], WINDOW) == [None]
