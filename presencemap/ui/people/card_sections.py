"""The parts of the person card, each made once and filled with a card value at each change.

Knows values and words; must not know the model nor how the card floats.
"""

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from presencemap.domain.availability import Availability
from presencemap.domain.person import Person
from presencemap.domain.place import Place, PlaceTree
from presencemap.domain.roster import Card
from presencemap.domain.status import Activity
from presencemap.domain.text import fold
from presencemap.domain.topic_names import AS_WRITTEN, TopicNames
from presencemap.ui.controls import (
    Button,
    ElidedLabel,
    ElidedText,
    FlowLayout,
    Glyph,
    Label,
    QuietButton,
    Tag,
    dress,
    two_lines,
)
from presencemap.ui.painting.kind import kind_icon, kind_token, kind_word
from presencemap.ui.people import wording
from presencemap.ui.people.question_row import QuestionRow
from presencemap.ui.people.row_facts import heard

_ENGLISH = "a about an and as at by for from in into is of on or our per the their to via vs with"
_DUTCH = "aan als bij de dit een en het met naar om onze op over rond te tot uit van voor"
_LEAD_ON = frozenset(f"{_ENGLISH} {_DUTCH}".split())
"""Words after which a sentence goes on."""
_TAGS_AT_END = re.compile(r"(?:^|\s+)(?:#\w[\w-]*\s*)+$")


class ActivityBox(QFrame):
    """What the person is on, in the kind's soft colour, with age, topics and ``question``."""

    def __init__(self, person: Callable[[str], Person | None]) -> None:
        super().__init__()
        self.question = QuestionRow(person)
        self._icon = Glyph("hammer", "work", 14)
        self._kind = Label("", "small")
        dress(self._kind, strong=True)
        self._age = Label("", "small", "ink2")
        self._text = Label("", "post", wrap=True)
        self._tags = Tags(topic=True)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._icon)
        head.addWidget(self._kind)
        head.addStretch(1)
        head.addWidget(self._age)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._text)
        column.addWidget(self._tags)
        column.addWidget(self.question)

    def stand(self, *, wide: bool) -> None:
        """Large words, where there is room."""
        dress(self._text, role="title" if wide else "post")

    def show_activity(
        self, activity: Activity, since: int, now: int, names: TopicNames = AS_WRITTEN
    ) -> None:
        """What, and since when (ms)."""
        tone = kind_token(activity.kind)
        dress(self, surface=tone)
        self._icon.become(kind_icon(activity.kind), tone)
        self._kind.setText(kind_word(activity.kind))
        self._kind.set_tone(tone)
        self._age.setText(wording.age(max(0, now - since)))
        self._text.setText(without_tags(activity.text))
        self._tags.show_tags([(f"#{topic}", False) for topic in names.names(activity.topics)])


class BriefActivity(QWidget):
    """What the person is on, in one line, or in a few."""

    def __init__(self, *, several: bool = False) -> None:
        super().__init__()
        self._icon = Glyph("hammer", "work", 16)
        self._text = ElidedText("", "body") if several else ElidedLabel("", "body")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)

    def show_activity(self, activity: Activity) -> None:
        """What; its kind is a sign, and a word for who can't see that."""
        self.show_words(activity.text, kind_icon(activity.kind), kind_token(activity.kind))
        self._text.setAccessibleName(f"{kind_word(activity.kind)}: {activity.text}")

    def show_words(self, text: str, icon: str, tone: str) -> None:
        """The words of an activity or of a post, behind the icon of its kind."""
        self._icon.become(icon, tone)
        self._text.setText(without_tags(text))
        self._text.setAccessibleName(text)
        # Whoever asks the layout around it at once would get the height of the text before.
        self.updateGeometry()


def without_tags(text: str) -> str:
    """The text without the topics at its end, which stand below it; never nothing, nor half of it.

    They stay where the words before lead on to them: "Certificates of #e-invoicing".
    """
    said = _TAGS_AT_END.sub("", text)
    words = fold(said).split()
    return said if words and words[-1] not in _LEAD_ON else text


class Tags(QWidget):
    """Tags that break into lines; those made for one person serve the next."""

    def __init__(self, *, topic: bool = False) -> None:
        super().__init__()
        self._topic = topic
        self._made: list[Tag] = []
        self._flow = FlowLayout(self)

    def show_tags(self, tags: Sequence[tuple[str, bool]]) -> None:
        """Each with its text, and whether it is one of mine too."""
        while len(self._made) < len(tags):
            made = Tag("", topic=self._topic)
            self._made.append(made)
            self._flow.addWidget(made)
        for number, tag in enumerate(self._made):
            tag.setVisible(number < len(tags))
            if number < len(tags):
                text, shared = tags[number]
                tag.setText(text)
                dress(tag, tag="topic" if self._topic else "shared" if shared else "talent")
        self.setVisible(bool(tags))


class PlaceLine(QWidget):
    """Where, who said so and when; how fresh that is, and which way it came."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = Glyph("map-pin", "ink2", 16)
        self._place = Label("", "body", wrap=True)
        self._facts = Label("", "micro", "ink3", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(9)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(two_lines(self._place, self._facts, spacing=1), 1)

    def show_card(self, card: Card, places: PlaceTree, my_site: str | None, now: int) -> None:
        """Where this card's person is; without a place how fresh the card is."""
        place = card.place_at(now)
        path = wording.place_path(places, place)
        facts = self._said(card, places.site(place), my_site, now) if path else []
        if not card.me:
            facts.append(heard(card, now))
        self._place.setText(path)
        self._place.setVisible(bool(path))
        self._icon.become("map-pin" if path else "radio", "ink2")
        self._facts.setText(" · ".join(facts))
        self.setVisible(bool(facts))

    def _said(self, card: Card, site: Place | None, my_site: str | None, now: int) -> list[str]:
        facts = []
        if site is not None and site.id == my_site and not card.me:
            facts.append(self.tr("Same place as you"))
        if card.status is not None:
            if card.status.guests:
                beside = wording.guests(card.status.guests)
                facts.append(self.tr("with {guests}").format(guests=beside))
            time = wording.moment(card.status.since, now)
            by = wording.first_name(card.person)
            facts.append(
                self.tr("set by you at {time}").format(time=time)
                if card.me
                else self.tr("set by {name} at {time}").format(name=by, time=time)
            )
        return facts


class LastSeen(QFrame):
    """The dashed box of who isn't reached: where and when last seen, and what was planned."""

    def __init__(self) -> None:
        super().__init__()
        dress(self, surface="stale")
        self._seen = Label("", "body", wrap=True)
        self._planned = Label("", "small", "ink3", wrap=True)
        self._said = Label("", "small", "ink3", wrap=True)
        column = QVBoxLayout()
        column.setSpacing(2)
        for label in (self._seen, self._planned, self._said):
            column.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(9)
        row.addWidget(Glyph("clock", "ink3", 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def show_card(self, card: Card, places: PlaceTree, now: int) -> None:
        """When and where this card's person was last seen."""
        age = wording.ago(max(0, now - (card.last_seen or now)))
        site = wording.site_name(places, card.place_at(now))
        seen = self.tr("Last seen {ago} at {place}") if site else self.tr("Last seen {ago}")
        status = card.status_at(now) if site else None
        planned = said = ""
        if status is not None and status.until is not None:
            end = wording.until(status.until, now)
            planned = self.tr("Planned to be there {until}").format(until=end)
        if status is not None and status.activity is not None:
            said = f"{kind_word(status.activity.kind)}: {status.activity.text}"
        self._seen.setText(seen.format(ago=age, place=site))
        for label, words in ((self._planned, planned), (self._said, said)):
            label.setText(words)
            label.setVisible(bool(words))


class Talents(QWidget):
    """What people told they can be asked about; shared ones say so."""

    def __init__(self) -> None:
        super().__init__()
        title = Label(self.tr("Knows about"), "small", "ink2")
        dress(title, strong=True)
        self._tags = Tags()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        column.addWidget(title)
        column.addWidget(self._tags)

    def show_person(self, person: Person, mine: tuple[str, ...]) -> None:
        """This person's talents; `mine` are those that I listed."""
        folded = {talent.casefold() for talent in mine}
        shared = self.tr("{talent}, you too")
        self._tags.show_tags(
            [
                (shared.format(talent=talent), True)
                if talent.casefold() in folded
                else (talent, False)
                for talent in person.profile.talents
            ]
        )


def wants_quiet(card: Card) -> bool:
    """Whether the person asked not to be disturbed."""
    return card.shown_availability() is Availability.DO_NOT_DISTURB


class Acts(QWidget):
    """What is done with a colleague beside calling them: a note, a link, an introduction.

    `foot` has what is less often done: following, and ``lens``, which leads to the other map.
    """

    def __init__(self) -> None:
        super().__init__()
        self.note = Button(self.tr("Note"), icon="sticky-note", small=True, touch=True)
        self.note.setToolTip(self.tr("They alone can read it, also when they are away (Ctrl D)"))
        self.link = Button(self.tr("Link …"), icon="link", small=True, touch=True)
        self.link.setToolTip(self.tr("Send them a link, one of yours or a new one (Ctrl L)"))
        self.introduce = Button(self.tr("Introduce …"), icon="user-plus", small=True, touch=True)
        self.introduce.setToolTip(self.tr("Bring them together with another colleague (Ctrl I)"))
        flow = FlowLayout(self, spacing=6)
        for button in (self.note, self.link, self.introduce):
            flow.addWidget(button)
        self.follow = QuietButton("", icon="plus", small=True, touch=True)
        self.foot = QWidget()
        self.lens = QuietButton("", small=True, touch=True)
        self.lens.hide()
        foot = FlowLayout(self.foot)
        for quiet in (self.follow, self.lens):
            foot.addWidget(quiet)

    def show_card(self, card: Card) -> None:
        """With whom; nothing is done so with oneself."""
        name = wording.first_name(card.person)
        self.setVisible(not card.me)
        # Who asks for quiet is written to by the main button.
        self.note.setVisible(not wants_quiet(card))
        self.follow.setVisible(not card.me)
        self._show_foot()
        self.note.setAccessibleName(self.tr("Write a note to {name}").format(name=name))
        self.link.setAccessibleName(self.tr("Send {name} a link").format(name=name))
        self.introduce.setAccessibleName(self.tr("Introduce {name} to …").format(name=name))
        self.follow.setText(self.tr("Following") if card.followed else self.tr("Follow"))
        self.follow.set_icon("check" if card.followed else "plus")
        said = self.tr("Unfollow {name}") if card.followed else self.tr("Follow {name}")
        self.follow.setAccessibleName(said.format(name=name))

    def offer_lens(self, words: str, icon: str) -> None:
        """The way to the other map, "" where there is none."""
        self.lens.setText(words)
        self.lens.set_icon(icon)
        self.lens.setVisible(bool(words))
        self._show_foot()

    def _show_foot(self) -> None:
        self.foot.setVisible(not (self.follow.isHidden() and self.lens.isHidden()))
