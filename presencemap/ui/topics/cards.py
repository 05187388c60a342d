"""The cards of open questions: their words, and where there is room for them.

Knows boxes on the screen, not what is in them. Cards keep their size at every zoom.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextLayout, QTextOption

from presencemap.ui.people.card_sections import without_tags
from presencemap.ui.theme.tokens import Theme
from presencemap.ui.topics import phrases
from presencemap.ui.topics.scene import Asked

CARD_WIDTH: Final = 208
CARD_PAD: Final = 12
_LINES: Final = 2
_MOST_HIDDEN: Final = 0.4
"""Of a card's size, how much it may hide of names and faces."""
_OFF: Final = (26, 58, 96, 140)
"""Px between a card and the middle of what it belongs to."""


@dataclass(frozen=True, slots=True)
class CardText:
    """What stands on a card, broken into lines."""

    who: str
    joined: str
    lines: tuple[str, ...]
    height: int


def card_text(theme: Theme, asked: Asked) -> CardText:
    """The words of a question's card."""
    question = asked.question
    lines = _broken(theme, without_tags(question.text))
    high = 2 * CARD_PAD - 2 + theme.line("small") + 4 + len(lines) * theme.line("body")
    who, joined = phrases.asks(question, asked.name), phrases.joined(len(question.joined))
    return CardText(who, joined, lines, high)


def _broken(theme: Theme, text: str) -> tuple[str, ...]:
    font, metrics = theme.typeface("body")
    width = CARD_WIDTH - 2 * CARD_PAD
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    found: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart()
        if len(found) == _LINES - 1:
            found.append(metrics.elidedText(text[start:], Qt.TextElideMode.ElideRight, width))
            break
        found.append(text[start : start + line.textLength()].rstrip())
    layout.endLayout()
    return tuple(found)


def placed(
    cards: Sequence[tuple[QPointF, float]],
    obstacles: Iterable[QRectF],
    window: QRectF,
    solid: Iterable[QRectF] = (),
) -> list[QRectF | None]:
    """A box for each (middle of what it is about, height): it covers as little as it can.

    None for a card that would hide too much. ``solid``: what no card may lie on.
    """
    others, taken = list(obstacles), list(solid)
    found: list[QRectF | None] = []
    for at, height in cards:
        tried = [(_cost(box, others, taken, window), box) for box in _around(at, height)]
        cost, best = min(tried, key=lambda each: each[0])
        fits = cost <= _MOST_HIDDEN * CARD_WIDTH * height
        found.append(best if fits else None)
        taken += [best] if fits else []
    return found


def _around(at: QPointF, height: float) -> Iterable[QRectF]:
    """Above before below before beside, the nearest first."""
    for off in _OFF:
        for across in (0.0, -0.3, 0.3, -0.5, 0.5):
            left = at.x() - CARD_WIDTH / 2 + across * CARD_WIDTH
            yield QRectF(left, at.y() - off - height, CARD_WIDTH, height)
            yield QRectF(left, at.y() + off, CARD_WIDTH, height)
        yield QRectF(at.x() + off, at.y() - height / 2, CARD_WIDTH, height)
        yield QRectF(at.x() - off - CARD_WIDTH, at.y() - height / 2, CARD_WIDTH, height)


def _cost(box: QRectF, others: Iterable[QRectF], solid: Iterable[QRectF], window: QRectF) -> float:
    """Px² that it covers; out of the window nobody reads it."""
    covered = sum(_shared(box, other) for other in others)
    hidden = sum(_shared(box.adjusted(-6, -6, 6, 6), other) for other in solid)
    outside = box.width() * box.height() - _shared(box, window)
    return covered + 20 * hidden + 4 * outside


def _shared(one: QRectF, other: QRectF) -> float:
    both = one.intersected(other)
    return both.width() * both.height() if both.isValid() else 0.0
