"""The parts of the person card, each a widget of its own that a card value fills.

Knows values and words; must not know the model nor how the card floats.
"""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from presencemap.domain.availability import Availability
from presencemap.domain.person import Person
from presencemap.domain.place import PlaceTree
from presencemap.domain.roster import Card, Freshness
from presencemap.domain.status import Activity
from presencemap.ui.controls import (
    ElidedLabel,
    Face,
    FlowLayout,
    Glyph,
    IconButton,
    Label,
    Tag,
    dress,
)
from presencemap.ui.painting.availability import availability_token, availability_word
from presencemap.ui.painting.kind import kind_icon, kind_token, kind_word
from presencemap.ui.people import wording
from presencemap.ui.theme.appearance import appearance

_TAGS_AT_END = re.compile(r"(?:^|\s+)(?:#\w[\w-]*\s*)+$")


class Head(QWidget):
    """Face, name, availability, until when place and activity hold; and the way out."""

    def __init__(self, card: Card, now: int) -> None:
        super().__init__()
        freshness = card.freshness(now)
        stale = freshness in {Freshness.STALE, Freshness.GONE}
        availability = None if stale else card.shown_availability()
        person = card.person
        face = Face(appearance().theme.size("avatarL"), "raised")
        face.show_person(person.id, person.name, person.initials, availability, stale=stale)
        self.close_button = IconButton("x", self.tr("Close"))
        column = QVBoxLayout()
        column.setSpacing(1)
        name = ElidedLabel(person.name, "title")
        word = Label(availability_word(availability), "small", availability_token(availability))
        dress(word, strong=True)
        column.addStretch(1)
        column.addWidget(name)
        column.addWidget(word)
        meta = self._meta(card, now, stale=stale)
        if meta:
            column.addWidget(ElidedLabel(meta, "small", "ink3"))
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(face)
        row.addLayout(column, 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)

    def _meta(self, card: Card, now: int, *, stale: bool) -> str:
        if stale:
            if card.last_seen is None:
                return self.tr("Not seen yet")
            return self.tr("Not reached since {time}").format(
                time=wording.day_or_time(card.last_seen, now)
            )
        status = card.status_at(now)
        if status is None or status.until is None or not (status.place or status.activity):
            return self.tr("This is you") if card.me else ""
        end = wording.until(status.until, now)
        if status.place and status.activity:
            return self.tr("Place and activity {until}").format(until=end)
        what = self.tr("Place {until}") if status.place else self.tr("Activity {until}")
        return what.format(until=end)


class ActivityBox(QFrame):
    """What the person is on, in the kind's soft colour, with age and topics."""

    def __init__(self, activity: Activity, since: int, now: int) -> None:
        super().__init__()
        tone = kind_token(activity.kind)
        dress(self, surface=tone)
        kind = Label(kind_word(activity.kind), "small", tone)
        dress(kind, strong=True)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(Glyph(kind_icon(activity.kind), tone, 14))
        head.addWidget(kind)
        head.addStretch(1)
        head.addWidget(Label(wording.age(max(0, now - since)), "small", "ink2"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(Label(_without_tags(activity.text), "post", wrap=True))
        if activity.topics:
            tags = FlowLayout()
            for topic in activity.topics:
                tags.addWidget(Tag(f"#{topic}", topic=True))
            column.addLayout(tags)


def _without_tags(text: str) -> str:
    """The text without the topics at its end, which stand below it; never nothing."""
    return _TAGS_AT_END.sub("", text) or text


class PlaceLine(QWidget):
    """Where, who said so and when, and how fresh that is."""

    def __init__(self, card: Card, places: PlaceTree, my_site: str | None, now: int) -> None:
        super().__init__()
        place = card.place_at(now)
        site = places.site(place)
        facts = []
        if site is not None and site.id == my_site and not card.me:
            facts.append(self.tr("Same place as you"))
        if card.status is not None:
            time = wording.moment(card.status.since, now)
            by = wording.first_name(card.person)
            facts.append(
                self.tr("set by you at {time}").format(time=time)
                if card.me
                else self.tr("set by {name} at {time}").format(name=by, time=time)
            )
        live = card.freshness(now) is Freshness.LIVE
        if not card.me:
            seen = wording.ago(max(0, now - (card.last_seen or now)))
            facts.append(self.tr("live") if live else self.tr("heard {ago}").format(ago=seen))
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(Label(wording.place_path(places, place), "body", wrap=True))
        column.addWidget(Label(" · ".join(facts), "micro", "ink3", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(9)
        row.addWidget(Glyph("map-pin", "ink2", 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)


class LastSeen(QFrame):
    """The dashed box of who isn't reached: where and when last seen, and what was planned."""

    def __init__(self, card: Card, places: PlaceTree, now: int) -> None:
        super().__init__()
        dress(self, surface="stale")
        column = QVBoxLayout()
        column.setSpacing(2)
        age = wording.ago(max(0, now - (card.last_seen or now)))
        site = wording.site_name(places, card.place_at(now))
        seen = self.tr("Last seen {ago} at {place}") if site else self.tr("Last seen {ago}")
        column.addWidget(Label(seen.format(ago=age, place=site), "body", wrap=True))
        status = card.status_at(now)
        if status is not None and status.until is not None and site:
            end = wording.until(status.until, now)
            planned = self.tr("Planned to be there {until}").format(until=end)
            column.addWidget(Label(planned, "small", "ink3", wrap=True))
        if status is not None and status.activity is not None and site:
            said = f"{kind_word(status.activity.kind)}: {status.activity.text}"
            column.addWidget(Label(said, "small", "ink3", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(9)
        row.addWidget(Glyph("clock", "ink3", 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)


class Talents(QWidget):
    """What people told they can be asked about; shared ones say so."""

    def __init__(self, person: Person, mine: tuple[str, ...]) -> None:
        super().__init__()
        title = Label(self.tr("Knows about"), "small", "ink2")
        dress(title, strong=True)
        tags = FlowLayout()
        folded = {talent.casefold() for talent in mine}
        for talent in person.profile.talents:
            shared = talent.casefold() in folded
            tag = Tag(self.tr("{talent}, you too").format(talent=talent) if shared else talent)
            if shared:
                dress(tag, tag="shared")
            tags.addWidget(tag)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        column.addWidget(title)
        column.addLayout(tags)


def wants_quiet(card: Card) -> bool:
    """Whether the person asked not to be disturbed."""
    return card.shown_availability() is Availability.DO_NOT_DISTURB
