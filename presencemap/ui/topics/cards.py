"""The cards of open questions: what stands on them, and which hangs where.

Owns their words. Cards keep their size at every zoom.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from presencemap.ui.people.card_sections import without_tags
from presencemap.ui.theme.tokens import Theme
from presencemap.ui.topics import phrases
from presencemap.ui.topics.placing import CARD_WIDTH, Place, Seen, Wish, placed
from presencemap.ui.topics.scene import Asked
from presencemap.ui.topics.words import broken

CARD_PAD: Final = 12
CARD_TEXT: Final = CARD_WIDTH - 2 * CARD_PAD
_LINES: Final = 2


@dataclass(frozen=True, slots=True)
class CardText:
    """What stands on a card, broken into lines; ``topic``: in words, where no line leads there."""

    who: str
    joined: str
    lines: tuple[str, ...]
    height: int
    topic: str = ""


def card_text(theme: Theme, asked: Asked) -> CardText:
    """The words of a question's card."""
    question = asked.question
    lines = broken(*theme.typeface("body"), without_tags(question.text), CARD_TEXT, _LINES)
    high = 2 * CARD_PAD - 2 + theme.line("small") + 4 + len(lines) * theme.line("body")
    who, joined = phrases.asks(question, asked.name), phrases.joined(len(question.joined))
    return CardText(who, joined, lines, high)


@dataclass(frozen=True, slots=True)
class PlacedCard:
    """A question's card: off the middle of its owner, px at any zoom.

    ``owner``: who asks, and a line leads there, else the topic.
    """

    asked: Asked
    text: CardText
    owner: str
    off: QPointF

    @property
    def tied(self) -> bool:
        """Whether a line leads to who asks."""
        return self.owner == self.asked.question.asker

    @property
    def key(self) -> str:
        """What tells it from the others."""
        return _key(self.asked)

    def box(self, owner: QPointF) -> QRectF:
        """Where it is, its owner being there."""
        return QRectF(owner + self.off, owner + self.off + QPointF(CARD_WIDTH, self.text.height))


def hung(
    theme: Theme,
    questions: Iterable[Asked],
    middles: Mapping[str, QPointF],
    seen: Seen,
    before: Iterable[PlacedCard] = (),
) -> tuple[PlacedCard, ...]:
    """The cards that have room; those of ``before`` stay where they hide nothing.

    ``middles``: where each person and ``#topic`` is, px.
    """
    were = {card.key: card for card in before}
    texts = [_Texts.of(theme, asked) for asked in questions]
    wishes = [
        Wish(
            text.asked.question.asker,
            middles[f"#{text.asked.hub}"],
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


@dataclass(frozen=True, slots=True)
class _Texts:
    """A question's card with a line to who asks, and ``loose``: with its topic in words."""

    asked: Asked
    tied: CardText
    loose: CardText

    @classmethod
    def of(cls, theme: Theme, asked: Asked) -> "_Texts":
        tied = card_text(theme, asked)
        high = tied.height + theme.line("small") + 2
        return cls(asked, tied, replace(tied, topic=phrases.on_topic(asked.hub), height=high))

    def place(self, card: PlacedCard | None, middles: Mapping[str, QPointF]) -> Place | None:
        """Where a card of that size and owner was."""
        if card is None:
            return None
        text, owner = self._as(tied=card.tied)
        if card.owner != owner or owner not in middles or card.text.height != text.height:
            return None
        return Place(card.box(middles[owner]), card.tied)

    def put(self, place: Place, middles: Mapping[str, QPointF]) -> PlacedCard:
        text, owner = self._as(tied=place.tied)
        return PlacedCard(self.asked, text, owner, place.box.topLeft() - middles[owner])

    def _as(self, *, tied: bool) -> tuple[CardText, str]:
        asker, topic = self.asked.question.asker, f"#{self.asked.hub}"
        return (self.tied, asker) if tied else (self.loose, topic)


def _key(asked: Asked) -> str:
    return f"?{asked.question.post or asked.question.asker}"
