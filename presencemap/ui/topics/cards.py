"""The cards of open questions: what stands on them, and which hangs where.

Owns their words and width. Cards keep their size at every zoom.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF

from presencemap.ui.painting.breaking import broken
from presencemap.ui.people.card_sections import without_tags
from presencemap.ui.theme.tokens import Theme
from presencemap.ui.topics import phrases
from presencemap.ui.topics.placing import Place, Seen, Tie, Wish, placed
from presencemap.ui.topics.scene import Asked

CARD_PAD: Final = 12
CARD_FACE: Final = 22
"""Px of the face of who asks, on a card whose line doesn't lead there."""
CARD_SIGN: Final = 20.0
"""Px that the sign before who asks takes, with what is between."""
_WIDTHS: Final = (160, 176, 192, 208)
_LINES: Final = 2
_KEPT: Final = 200


@dataclass(frozen=True, slots=True)
class CardText:
    """What stands on a card, broken into lines, and its size in px.

    ``asker``: the id and initials of who asks, and ``topic``: what about, in words, where no line
    leads to them.
    """

    who: str
    joined: str
    lines: tuple[str, ...]
    width: int
    height: int
    topic: str = ""
    asker: tuple[str, str] = ("", "")


def card_text(theme: Theme, asked: Asked) -> CardText:
    """The words of a question's card, as narrow as they fit."""
    question, text = asked.question, without_tags(asked.question.text)
    who, joined = phrases.asks(question, asked.name), phrases.joined(len(question.joined))
    font, _ = theme.typeface("body")
    small = QFontMetricsF(theme.font("small", 600))
    head = small.horizontalAdvance(who) + CARD_FACE - 14 + CARD_SIGN
    head += 10 + small.horizontalAdvance(joined)
    lines: tuple[str, ...] = ()
    for width in map(theme.px, _WIDTHS):
        lines = broken(font, text, width - 2 * CARD_PAD, _LINES)
        whole = "".join(lines).replace(" ", "") == text.replace(" ", "")
        if whole and head <= width - 2 * CARD_PAD:
            break
    high = 2 * CARD_PAD - 2 + theme.line("small") + 4 + len(lines) * theme.line("body")
    return CardText(who, joined, lines, width, high)


@dataclass(frozen=True, slots=True)
class PlacedCard:
    """A question's card: off the middle of its owner, px at any zoom.

    ``owner``: who asks, if a line leads there, else the topic.
    """

    asked: Asked
    text: CardText
    owner: str
    off: QPointF
    tie: Tie

    @property
    def key(self) -> str:
        """What tells it from the others."""
        return _key(self.asked)

    def box(self, owner: QPointF) -> QRectF:
        """Where it is, its owner being there."""
        return QRectF(
            owner + self.off, owner + self.off + QPointF(self.text.width, self.text.height)
        )


def hung(
    known: "CardTexts",
    questions: Iterable[Asked],
    middles: Mapping[str, QPointF],
    seen: Seen,
    reach: Mapping[str, float],
    *,
    before: Iterable[PlacedCard] = (),
) -> tuple[PlacedCard, ...]:
    """The cards that have room; those of ``before`` stay where they hide nothing.

    ``middles``: where each person and ``#topic`` is, ``reach``: the radius of each topic, px.
    """
    were = {card.key: card for card in before}
    texts = [known.of(asked) for asked in questions]
    wishes = [
        Wish(
            text.asked.question.asker,
            middles[f"#{text.asked.hub}"],
            reach[text.asked.hub],
            text.tied.width,
            text.tied.height,
            text.loose.height,
            text.place(were.get(_key(text.asked)), middles),
        )
        for text in texts
    ]
    places = placed(wishes, seen)
    return tuple(
        text.put(place, middles) for text, place in zip(texts, places, strict=True) if place
    )


class CardTexts:
    """What stands on the cards in one look: broken once for each question, as that is slow."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._known: dict[Asked, _Texts] = {}

    def of(self, asked: Asked) -> "_Texts":
        """Both texts of a question."""
        if asked not in self._known:
            if len(self._known) > _KEPT:
                self._known.clear()
            self._known[asked] = _Texts.of(self._theme, asked)
        return self._known[asked]

    def loose_height(self, asked: Asked) -> float:
        """Px of a question's card that says its topic in words."""
        return self.of(asked).loose.height


@dataclass(frozen=True, slots=True)
class _Texts:
    """A question's card with a line to who asks, and ``loose``: with their face, and its topic."""

    asked: Asked
    tied: CardText
    loose: CardText

    @classmethod
    def of(cls, theme: Theme, asked: Asked) -> "_Texts":
        tied = card_text(theme, asked)
        high = tied.height + theme.line("small") + 2
        topic, face = phrases.on_topic(asked.hub), (asked.question.asker, asked.initials)
        return cls(asked, tied, replace(tied, topic=topic, asker=face, height=high))

    def place(self, card: PlacedCard | None, middles: Mapping[str, QPointF]) -> Place | None:
        """Where a card of that size and owner was."""
        if card is None:
            return None
        text, owner = self._as(card.tie)
        size, before = (text.width, text.height), (card.text.width, card.text.height)
        if card.owner != owner or owner not in middles or before != size:
            return None
        return Place(card.box(middles[owner]), card.tie)

    def put(self, place: Place, middles: Mapping[str, QPointF]) -> PlacedCard:
        text, owner = self._as(place.tie)
        return PlacedCard(self.asked, text, owner, place.box.topLeft() - middles[owner], place.tie)

    def _as(self, tie: Tie) -> tuple[CardText, str]:
        if tie is Tie.FACE:
            return self.tied, self.asked.question.asker
        return self.loose, f"#{self.asked.hub}"


def _key(asked: Asked) -> str:
    return f"?{asked.question.post or asked.question.asker}"
