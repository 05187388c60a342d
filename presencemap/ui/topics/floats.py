"""What lies over the topic map: lens, chips, zoom buttons, legend, more topics, and an empty state.

Owns where they are in a map of any size. Knows no view.
"""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QWidget

from presencemap.ui.lens import Lens, LensSwitch
from presencemap.ui.map.filtered import FilteredNote
from presencemap.ui.map.floating import AIR, Floating, ZoomButtons
from presencemap.ui.map.floats import EDGE
from presencemap.ui.topics.chips import TopicChips
from presencemap.ui.topics.empty import EmptyCard
from presencemap.ui.topics.legend import Legend
from presencemap.ui.topics.more import MoreTopics
from presencemap.ui.topics.scene import TopicScene

_BETWEEN = 8


class TopicFloats:
    """``arrange`` after a resize, ``learn`` after another scene, ``make_room`` for a person's card.

    ``card``, ``sheet``: px that it covers at the right or at the bottom.
    """

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent
        self.lens = LensSwitch(Lens.WHAT, parent)
        self.chips = TopicChips(parent)
        self.filtered = FilteredNote(parent)
        self.filtered.changed.connect(self.arrange)
        self.zoom_buttons = ZoomButtons(parent)
        self.legend = Legend(parent)
        self.more = MoreTopics(parent)
        self.empty = EmptyCard(parent)
        self.empty.hide()
        self.card = self.sheet = 0

    def make_room(self, card: int, sheet: int) -> None:
        """Put what a card would lie on beside it; 0, 0 once it is closed."""
        if (card, sheet) != (self.card, self.sheet):
            self.card, self.sheet = card, sheet
            # A low sheet left the edge of them in sight.
            self.zoom_buttons.setVisible(not sheet)
            self.arrange()

    def learn(self, scene: TopicScene) -> None:
        """What there is to be done with a scene."""
        self.more.show_topics(scene.rest, scene.listed)
        self.empty.learn(scene, only_followed=self.chips.only_followed)
        self.arrange()

    def arrange(self) -> None:
        """Put all where they belong in the parent's size, clear of a card at its right."""
        width, height = self._parent.width() - self.card, self._parent.height()
        for each in (self.lens, self.zoom_buttons, self.more):
            each.adjustSize()
        self.lens.move(EDGE - AIR, EDGE - AIR)
        lens = self.lens.geometry()
        beside = lens.right() + 1 - AIR + _BETWEEN
        self.chips.fit(width - 2 * EDGE)
        if beside + self.chips.width() + EDGE <= width:
            self.chips.move(beside, lens.center().y() - self.chips.height() // 2)
        else:
            self.chips.move(EDGE, lens.bottom() + 1 - AIR + _BETWEEN)
        below = max(lens.bottom() + 1 - AIR, self.chips.geometry().bottom() + 1)
        self.filtered.move(EDGE - AIR, below + _BETWEEN - AIR)
        zoom = self.zoom_buttons
        zoom.move(EDGE - AIR, height - EDGE + AIR - zoom.height())
        left = zoom.x() + zoom.width() - 2 * AIR + EDGE
        room = width - left - EDGE
        more = self.more.width() - 2 * AIR + _BETWEEN if not self.more.isHidden() else 0
        self.legend.setVisible(self.legend.fit(room - more + 2 * AIR))
        self.legend.move(left, height - EDGE + AIR - self.legend.height())
        # Where there is no room beside the zoom buttons, a card lies on it at most.
        right = width if more <= room else self._parent.width()
        self.more.move(
            right - EDGE + AIR - self.more.width(), height - EDGE + AIR - self.more.height()
        )
        hint = self.empty.sizeHint()
        self.empty.resize(min(hint.width(), width), hint.height())
        self.empty.move((width - self.empty.width()) // 2, max(0, (height - hint.height()) // 2))

    def obstacles(self) -> list[QRectF]:
        """What a question should keep clear of, in the parent's px: these, and an open card."""
        shown: list[Floating] = [
            self.lens,
            self.filtered,
            self.zoom_buttons,
            self.legend,
            self.more,
        ]
        found = [QRectF(*each.covered()) for each in shown if not each.isHidden()]
        width, height = self._parent.width(), self._parent.height()
        card = QRectF(width - self.card, 0, self.card, height)
        sheet = QRectF(0, height - self.sheet, width, self.sheet)
        held = [each for each in (card, sheet) if not each.isEmpty()]
        return [*found, QRectF(self.chips.geometry()), *held]

    def free(self, *, uncovered: bool = False) -> QRectF:
        """The parent less what lies along its upper and lower edge, and less an open card.

        ``uncovered``: as if there were none.
        """
        width, height = self._parent.width(), self._parent.height()
        if not uncovered:
            width, height = width - self.card, height - self.sheet
        upper = [each.covered() for each in (self.lens, self.filtered) if not each.isHidden()]
        top = max(self.chips.geometry().bottom(), *(each.y + each.h for each in upper))
        lower = [each for each in (self.legend, self.more) if not each.isHidden()]
        bottom = min([height, *(each.covered().y for each in lower)])
        return QRectF(QPointF(0, top), QPointF(width, bottom))
