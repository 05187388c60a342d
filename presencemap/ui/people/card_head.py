"""The head of a card or of a page: who, how available, until when; the ways out and on.

Knows values and words, no model.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from presencemap.domain.roster import Card, Freshness
from presencemap.ui.controls import ElidedLabel, Face, Glyph, IconButton, Label, dress
from presencemap.ui.painting.availability import availability_token, availability_word
from presencemap.ui.people import wording
from presencemap.ui.theme.appearance import appearance

_LARGE: Final = 84
"""Px of a face that has a page to itself."""
_SMALL: Final = 48
"""Px of one on a strip."""
_TOP, _MIDDLE = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignVCenter
_Way = QBoxLayout.Direction


class Head(QWidget):
    """Face, name, availability, until when place and activity hold; and the ways out and on."""

    def __init__(self, below: Sequence[QWidget] = ()) -> None:
        """``below``: what else is said beside the face, where there is room for a large one."""
        super().__init__()
        large = self._large = bool(below)
        self._face = Face(appearance().theme.size("avatarL"), "bg" if large else "raised")
        self.close_button = IconButton("x", self.tr("Close"))
        self.more_button = IconButton("maximize", "")
        self.more_button.setVisible(not large)
        self._name = ElidedLabel("", "display" if large else "title")
        self._word = Label("", "small")
        dress(self._word, strong=True)
        self._meta = ElidedLabel("", "small", "ink3")
        self._shield = Glyph("shield-check", "ok", 18)
        self._shield.setToolTip(self.tr("Verified: you compared words"))
        how = QBoxLayout(_Way.LeftToRight if large else _Way.TopToBottom)
        how.setSpacing(8 if large else 1)
        how.addWidget(self._word)
        how.addWidget(self._meta, int(large))
        column = QVBoxLayout()
        column.setSpacing(3 if large else 1)
        column.addStretch(1)
        column.addWidget(self._name)
        column.addLayout(how)
        for part in below:
            column.addWidget(part)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14 if large else 8)
        row.addWidget(self._face, 0, _TOP if large else _MIDDLE)
        row.addLayout(column, 1)
        row.addWidget(self._shield, 0, Qt.AlignmentFlag.AlignTop)
        ways = self._ways = QBoxLayout(_Way.TopToBottom)
        ways.setSpacing(4)
        ways.addWidget(self.close_button)
        ways.addWidget(self.more_button)
        ways.addStretch(1)
        row.addLayout(ways)
        appearance().hit_changed.connect(self._fit)
        self._fit()

    def abridge(self, *, brief: bool) -> None:
        """A smaller face, where there is but a strip."""
        self._face.become_as_large_as(_SMALL if brief else appearance().theme.size("avatarL"))

    def stand(self, *, wide: bool) -> None:
        """A large face and name where there is room."""
        self._face.become_as_large_as(_LARGE if wide else appearance().theme.size("avatarL"))
        dress(self._name, role="display" if wide else "title")

    def show_card(self, card: Card, now: int, where: str = "") -> None:
        """Whose card, how they are, and until when; or ``where`` in place of that."""
        stale = card.freshness(now) in {Freshness.STALE, Freshness.GONE}
        availability = None if stale else card.shown_availability()
        person = card.person
        self._face.show_person(person.id, person.name, person.initials, availability, stale=stale)
        self._name.setText(person.name)
        more = self.tr("More about {name}: what they said, who is on the same (Shift Enter)")
        self.more_button.set_name(more.format(name=wording.first_name(person)))
        self._word.setText(availability_word(availability))
        self._word.set_tone(availability_token(availability))
        meta = where or self._about(card, now, stale=stale)
        self._meta.setText(meta)
        self._meta.setVisible(bool(meta))
        self._shield.setVisible(card.verified and not self._large)

    def _about(self, card: Card, now: int, *, stale: bool) -> str:
        if stale:
            if card.last_seen is None:
                return self.tr("Not seen yet")
            return self.tr("Not reached since {time}").format(
                time=wording.day_or_time(card.last_seen, now)
            )
        status = card.status_at(now)
        if status is None or status.until is None:
            return self.tr("This is you") if card.me else ""
        end = wording.until(status.until, now)
        if status.is_bare:
            return end
        if status.place and status.activity:
            return self.tr("Place and activity {until}").format(until=end)
        what = self.tr("Place {until}") if status.place else self.tr("Activity {until}")
        return what.format(until=end)

    @Slot()
    def _fit(self) -> None:
        """Large ones below each other are higher than a face: beside each other, the cross last.

        On a page the cross is alone, in its corner.
        """
        beside = appearance().narrow and not self._large
        self._ways.setDirection(_Way.RightToLeft if beside else _Way.TopToBottom)
        self._ways.setSpacing(0 if beside else 4)
