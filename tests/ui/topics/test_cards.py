"""Cards of questions: their words, and on what they hang."""

from dataclasses import replace
from types import ModuleType

import pytest
from PySide6.QtCore import QPointF, QRectF

from presencemap.domain.topic_graph import Question
from presencemap.ui.theme import Appearance
from presencemap.ui.topics.cards import CardTexts, card_text, hung
from presencemap.ui.topics.placing import Seen, Tie
from presencemap.ui.topics.scene import Asked

WINDOW = QRectF(0, 0, 900, 700)


@pytest.fixture
def texts(look: Appearance) -> CardTexts:
    return CardTexts(look.theme)


def asked(text: str, post: str = "q", joined: tuple[str, ...] = ()) -> Asked:
    return Asked(Question(post, "anna", text, ("vat",), 0, joined), "vat", "Anna Peeters", "AP")


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


MIDDLES = {"anna": QPointF(450, 350), "#vat": QPointF(450, 420)}
REACH = {"vat": 40.0, "data": 40.0}
FACE = QRectF(432, 332, 36, 36)


def test_a_card_hangs_on_who_asks_or_says_its_topic(texts: CardTexts) -> None:
    (tied,) = hung(texts, [asked("how?")], MIDDLES, Seen(WINDOW, faces={"anna": FACE}), REACH)
    assert tied.tie is Tie.FACE
    assert tied.text.topic == ""
    assert tied.box(MIDDLES["anna"]).bottom() <= FACE.top()
    (loose,) = hung(texts, [asked("how?")], MIDDLES, Seen(WINDOW), REACH)
    assert loose.tie is Tie.HUB
    assert loose.text.topic == "on #vat"
    assert loose.text.height > tied.text.height
    assert loose.box(MIDDLES["#vat"]).height() == loose.text.height
    assert hung(texts, [asked("how?")], MIDDLES, Seen(WINDOW, controls=[WINDOW]), REACH) == ()


def test_it_goes_where_its_owner_goes_and_stays_when_somebody_joins(texts: CardTexts) -> None:
    seen = Seen(WINDOW, faces={"anna": FACE})
    (first,) = hung(texts, [asked("how?")], MIDDLES, seen, REACH)
    moved = {key: at + QPointF(40, 24) for key, at in MIDDLES.items()}
    later = Seen(WINDOW, faces={"anna": FACE.translated(40, 24)})
    joined = asked("how?", joined=("bram",))
    (second,) = hung(texts, [joined], moved, later, REACH, before=[first])
    assert second.off == first.off
    assert second.text.joined == "1 joined"


def test_it_hangs_anew_where_it_became_higher_or_its_topic_went(texts: CardTexts) -> None:
    (first,) = hung(texts, [asked("how?")], MIDDLES, Seen(WINDOW), REACH)
    (longer,) = hung(texts, [asked("a word " * 30)], MIDDLES, Seen(WINDOW), REACH, before=[first])
    assert longer.box(MIDDLES["#vat"]).height() > first.text.height
    other = replace(asked("how?"), hub="data")
    middles = MIDDLES | {"#data": QPointF(200, 200)}
    (elsewhere,) = hung(texts, [other], middles, Seen(WINDOW), REACH, before=[first])
    assert elsewhere.owner == "#data"


def test_a_card_is_as_narrow_as_its_words_and_shows_who_asks_where_no_line_leads(
    look: Appearance, texts: CardTexts
) -> None:
    short, long = (card_text(look.theme, asked(text)) for text in ("how?", "a word " * 12))
    assert short.width < long.width
    assert long.width == 208
    named = replace(asked("how?"), name="Bartholomeus-Vandenbroucke X")
    assert card_text(look.theme, named).width > short.width
    (loose,) = hung(texts, [asked("how?")], MIDDLES, Seen(WINDOW), REACH)
    assert loose.text.asker == ("anna", "AP")
    (tied,) = hung(texts, [asked("how?")], MIDDLES, Seen(WINDOW, faces={"anna": FACE}), REACH)
    assert tied.text.asker == ("", "")
    assert texts.loose_height(asked("how?")) == loose.text.height
    around = [QRectF(430, 400, 40, 40).adjusted(-n, -n, n, n) for n in (0, 20)]
    walled = Seen(WINDOW, names=[QRectF(0, 0, 900, 390), QRectF(0, 450, 900, 10)], controls=around)
    (away,) = hung(texts, [asked("how?")], MIDDLES | {"#vat": QPointF(450, 200)}, walled, REACH)
    assert away.tie is Tie.NONE
    assert away.owner == "#vat"


def test_texts_are_broken_once_and_not_kept_for_ever(
    texts: CardTexts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("presencemap.ui.topics.cards._KEPT", 2)
    assert texts.of(asked("how?")) is texts.of(asked("how?"))
    for number in range(9):
        texts.of(asked(f"how {number}?"))
    assert len(texts._known) <= 3
