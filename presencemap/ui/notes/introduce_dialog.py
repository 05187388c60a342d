"""Introducing a colleague to another: whom, on what, and the words that both read.

Owns what is typed until it is sent. Who fits best, the node says; nothing of it leaves here.
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from presencemap.app.commands import Introduce
from presencemap.domain.note import MAX_NOTE
from presencemap.domain.roster import Card
from presencemap.domain.text import fold
from presencemap.domain.topic import topics_in
from presencemap.ui.ask.reasons import told
from presencemap.ui.controls import Label, TextBox
from presencemap.ui.dialog import Dialog
from presencemap.ui.matter import Matter
from presencemap.ui.matter_line import matter_line
from presencemap.ui.notes.whom_field import WhomField
from presencemap.ui.people import wording
from presencemap.ui.team import Team

if TYPE_CHECKING:
    # Here, as in `team`: a window that nobody asks needs none of it.
    from presencemap.app.knowledge.findings import Findings

_BEST: Final = 5


class IntroduceDialog(Dialog):
    """`sent` with the Introduce, and closes; ``draft``: as it stood when one was taken back.

    ``matter``: what they want help with, else what they are on.
    """

    sent = Signal(object)

    def __init__(
        self,
        team: Team,
        card: Card,
        draft: Introduce | None = None,
        parent: QWidget | None = None,
        matter: Matter | None = None,
    ) -> None:
        name = wording.first_name(card.person)
        title = self.tr("Introduce {name} to …").format(name=card.person.name)
        super().__init__(title, self.tr("Introduce"), parent)
        self._team, self._card, self._name = team, card, name
        self._draft = ""
        self.other = WhomField(team.roster, card.person.id)
        self.topic = QLineEdit()
        self.topic.setPlaceholderText(self.tr("#topic, or nothing"))
        self.topic.setAccessibleName(self.tr("On which topic"))
        self.box = TextBox(limit=MAX_NOTE, asks=self.tr("What both read"), hint=" ")
        if (on := matter_line(card, team.clock(), matter)) is not None:
            self.body.addWidget(on)
        for words, field in (
            (self.tr("To whom"), self.other),
            (self.tr("On which topic"), self.topic),
            (self.tr("What both read"), self.box),
        ):
            label = Label(words, "small", "ink2")
            label.setBuddy(field)
            self.body.addWidget(label)
            self.body.addWidget(field)
        said = self.tr("Each of the two gets a note about the other, and may say no.")
        self.body.addWidget(Label(said, "small", "ink3", wrap=True))
        self.setMinimumWidth(460)
        said, topics = _said(card, team.clock()) if matter is None else _asked(matter)
        named = team.roster.names.names(topics)
        self.topic.setText(f"#{named[0]}" if named else "")
        if said:
            team.search(said, self._found, lambda _: None)
        self.other.currentTextChanged.connect(self._edited)
        self.topic.textChanged.connect(self._edited)
        self.box.edited.connect(self._learn)
        if draft is not None:
            self._restore(draft)
        self._edited()
        self.other.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def chosen(self) -> Card | None:
        """Who stands in the first field."""
        return self._team.roster.card(self.other.person)

    @Slot()
    def submit(self) -> None:
        """Say what is to be written to both, and close."""
        chosen = self.chosen
        if chosen is None or not self.main.isEnabled():
            return
        people = (self._card.person.id, chosen.person.id)
        self.sent.emit(Introduce(*people, self.topic.text().strip(), self.box.text))
        self.accept()

    def choose(self, person: str) -> None:
        """Whom to introduce them to."""
        self.other.choose(person)

    def _restore(self, draft: Introduce) -> None:
        self.choose(draft.other)
        self.topic.setText(draft.topic)
        self.box.set_text(draft.text)

    def _found(self, found: "Findings") -> None:
        """Who knows most about what they are on, with why."""
        best = [(each.person, told(each.reasons[0]).words) for each in found.people[:_BEST]]
        self.other.show_best(best)

    @Slot()
    def _edited(self) -> None:
        """The draft follows whom and what, until somebody writes their own words."""
        chosen = self.chosen
        if self.box.text == self._draft:
            self._draft = self._drafted(chosen) if chosen is not None else ""
            self.box.set_text(self._draft)
        self._learn()

    def _drafted(self, chosen: Card) -> str:
        names = {"one": self._name, "other": wording.first_name(chosen.person)}
        topics = topics_in(self.topic.text())
        if not topics:
            return self.tr("{one}, {other}: you may help each other. Ten minutes?").format(**names)
        known = fold(topics[0]) in {fold(talent) for talent in chosen.person.profile.talents}
        words = (
            self.tr("{one}, {other} knows about #{topic}. Ten minutes together?")
            if known
            else self.tr("{one}, {other}: you are both on #{topic}. Ten minutes together?")
        )
        return words.format(topic=topics[0], **names)

    @Slot()
    def _learn(self) -> None:
        self.tell("")
        said = bool(self.box.text.strip()) and self.box.ring.left >= 0
        self.main.setEnabled(self.chosen is not None and said)


def _said(card: Card, now: int) -> tuple[str, tuple[str, ...]]:
    """What somebody is on, and its topics."""
    status = card.status_at(now)
    said = status.activity.text if status is not None and status.activity is not None else ""
    return said, card.topics_at(now)


def _asked(matter: Matter) -> tuple[str, tuple[str, ...]]:
    return matter.text, tuple(topics_in(matter.text))
