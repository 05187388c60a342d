"""Sending a colleague a link: a new one or one of mine, best matches first, and a line with it.

Owns what is typed until it is sent. What fits best, the node says; nothing of it leaves here.
"""

import json
from dataclasses import asdict, dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from presencemap.app.commands import WriteNote
from presencemap.app.link_commands import ShowLinks
from presencemap.app.post_commands import SayPost, ShowQuestion
from presencemap.app.views import Json
from presencemap.domain.availability import Sharing
from presencemap.domain.post import PostKind
from presencemap.domain.roster import Card
from presencemap.domain.status import MAX_TEXT
from presencemap.domain.text import clean
from presencemap.ui.controls import Glyph, Label, TextBox, clearable, dress
from presencemap.ui.dialog import Dialog
from presencemap.ui.links.link_rows import LinkRows
from presencemap.ui.links.wording import called, copied_link, new_link, title_of
from presencemap.ui.matter import Matter
from presencemap.ui.matter_line import matter_line
from presencemap.ui.people import wording
from presencemap.ui.sentences import sentence
from presencemap.ui.team import Team

_ROWS: Final = 4.5
"""Half a row more than fit, so that one sees that there are more."""
_ROW: Final = 46


@dataclass(frozen=True, slots=True)
class LinkDraft:
    """What stands in the dialog: the link, and the line that goes with it. ``keep``: save it."""

    link: Json | None = None
    text: str = ""
    keep: bool = False
    question: str = ""
    """The id of their question or activity in the stream, "" where there is none."""
    private: bool = False
    """A note also where it could be an answer."""

    @property
    def answers(self) -> bool:
        """Whether everybody sees it, as an answer to the question."""
        return bool(self.question) and not self.private

    def command(self, person: str) -> WriteNote | SayPost:
        """What is asked of the node."""
        if self.answers and self.link is not None:
            link, title = (self.link["url"],), (self.link["title"],)
            return SayPost(PostKind.REPLY, clean(self.text), link, self.question, title)
        return WriteNote(person, self.note())

    def note(self) -> str:
        """Both as a note: the line, what the link is called, its address."""
        if self.link is None:
            return clean(self.text)
        named = f"{self.link['title']}: {self.link['url']}"
        address = named if self.link["title"] else str(self.link["url"])
        return " ".join(filter(None, [clean(self.text), address]))

    def kept_for(self, person: str) -> str:
        """It and whom it is for, as a file keeps it."""
        return json.dumps({"person": person, **asdict(self)})

    @classmethod
    def as_kept(cls, text: str) -> tuple[str, "LinkDraft"]:
        """Whom it is for, and it."""
        said = json.loads(text)
        return said.pop("person"), cls(**said)


class SendLinkDialog(Dialog):
    """`sent` with the LinkDraft; then it closes. ``matter``: what it is for, else what they are on.

    Where their question is open, the link is an answer unless I want it private: others who are
    stuck on the same find it, and see that somebody helps. For an activity it is a note unless I
    want everybody to see it.
    """

    sent = Signal(object)

    def __init__(
        self,
        team: Team,
        card: Card,
        draft: LinkDraft | None = None,
        parent: QWidget | None = None,
        matter: Matter | None = None,
    ) -> None:
        name = wording.first_name(card.person)
        title = self.tr("Send {name} a link").format(name=card.person.name)
        super().__init__(title, self.tr("Send"), parent)
        self._team, self._card, self._name = team, card, name
        self._about = matter.text if matter is not None else _said_by(card, team.clock())
        self._copied = copied_link(QGuiApplication.clipboard().text())
        self._chosen_once = False
        draft = draft or _drafted(matter)
        self.field = QLineEdit()
        self.field.setPlaceholderText(
            self.tr("Paste an address, or find one of yours by its words")
        )
        self.field.setAccessibleName(self.tr("Address of a link, or words of one of yours"))
        clearable(self.field)
        self.title = QLineEdit()
        self.title.setPlaceholderText(self.tr("What it is (may name #topics)"))
        self.title.setAccessibleName(self.tr("What the link is"))
        self._called = Label("", "small", "ink2", wrap=True)
        self.rows = LinkRows()
        self.rows.setAccessibleName(self.tr("My links, best matches first"))
        self.rows.setFixedHeight(round(_ROW * _ROWS))
        self._nothing = Label("", "small", "ink2", wrap=True)
        self.box = TextBox(
            limit=MAX_TEXT,
            asks=self.tr("A line with it"),
            hint=self.tr("Or nothing: a link is enough"),
        )
        self.keep = QCheckBox(self.tr("Keep it among my links"))
        self.keep.setChecked(True)
        self._question = ""
        self.public = QCheckBox(self.tr("As an answer in the thread, for everybody"))
        self.public.hide()
        self._lay_out(card, matter)
        self.field.textChanged.connect(self._find)
        self.title.textChanged.connect(self._learn)
        self.rows.itemSelectionChanged.connect(self._learn)
        self.rows.itemActivated.connect(self.submit)
        self.box.edited.connect(self._learn)
        self.public.toggled.connect(self._learn)
        team.changed.connect(self._learn)
        self._restore(draft)
        if draft.question:
            self._may_answer(draft.question, draft)
        elif matter is None:
            team.ask(ShowQuestion(card.person.id), partial(self._question_came, draft))
        self._find()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def link(self) -> Json | None:
        """What would be sent: the address that was typed, else the row that is chosen."""
        return new_link(self.field.text(), self.title.text()) or self.rows.link

    @Slot()
    def submit(self) -> None:
        """Say what is to be sent, and close."""
        if not self.main.isEnabled():
            return
        typed = new_link(self.field.text()) is not None
        copied = bool(self.link and self.link.get("copied"))
        keep = (typed or copied) and self.keep.isChecked()
        private = not self.public.isChecked()
        self.sent.emit(LinkDraft(self.link, self.box.text, keep, self._question, private))
        self.accept()

    def _lay_out(self, card: Card, matter: Matter | None) -> None:
        if (on := matter_line(card, self._team.clock(), matter)) is not None:
            self.body.addWidget(on)
        for part in (
            self.field,
            self.title,
            self._called,
            self.rows,
            self._nothing,
            self.keep,
            self.box,
            self.public,
        ):
            self.body.addWidget(part)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        self._eye = Glyph("eye-off", "ink3", 14)
        foot.addWidget(self._eye, 0, Qt.AlignmentFlag.AlignTop)
        self._readers = Label("", "small", "ink3", wrap=True)
        foot.addWidget(self._readers, 1)
        self.body.addLayout(foot)
        # What the list leaves where it has no rows is no part of the box.
        self.body.addStretch(1)
        dress(self.rows, surface="card")
        self.setMinimumWidth(480)

    def _restore(self, draft: LinkDraft) -> None:
        """As it stood when it was sent, or as it was asked for."""
        if draft.link is not None and draft.link["at"] is None:
            self.field.setText(draft.link["url"])
            self.title.setText(draft.link["title"])
        elif draft.link is not None:
            self.rows.show_links([draft.link], self._team.clock())
            self.rows.choose(draft.link["url"])
        self._chosen_once = draft.link is not None
        self.box.set_text(draft.text)

    def _question_came(self, draft: LinkDraft, view: Json | None) -> None:
        """Their question is open; a draft that was taken back stays as private as it was."""
        if view is not None:
            self.when_placed(partial(self._may_answer, view["id"], draft))
            self.when_placed(self.settle)

    def _may_answer(self, post: str, draft: LinkDraft) -> None:
        self._question = post
        self.public.setVisible(True)
        self.public.setChecked(not draft.private)

    @Slot()
    def _find(self) -> None:
        """Those of my links that have the words; an address is no word."""
        typed = self.field.text()
        words = "" if new_link(typed) else typed
        self._team.ask(ShowLinks(words, self._about), self._show, self._failed)
        self._learn()

    def _show(self, links: list[Json]) -> None:
        known = {link["url"] for link in links}
        copied = self._copied if self._copied and not self.field.text() else None
        if copied is not None and copied["url"] not in known:
            links = [copied, *links]
        self.rows.show_links(links, self._team.clock())
        first = next((link for link in links if any(link["because"].values())), None)
        if first is not None and not self._chosen_once:
            self.rows.choose(first["url"])
        self._chosen_once = True
        self._learn()

    @Slot()
    def _learn(self) -> None:
        link = new_link(self.field.text())
        typed = link is not None
        copied = bool(self.rows.link and self.rows.link.get("copied"))
        public = self.public.isChecked()
        self._eye.become("eye" if public else "eye-off", "ink3")
        self._readers.setText(
            self.tr("In the thread: the whole team can read it.")
            if public
            else self.tr("A sealed note: only {name} and you can read it.").format(name=self._name)
        )
        said = called(link, self.title.text())
        self._called.setText(said)
        self._called.setVisible(bool(said))
        self.title.setVisible(typed and not said)
        self.keep.setVisible(typed or copied)
        none = self.rows.count() == 0
        self.rows.setVisible(not typed and not none)
        self._nothing.setVisible(not typed and none)
        self._nothing.setText(
            self.tr("None of your links has these words. Paste an address instead.")
            if self.field.text().strip()
            else self.tr("No links are saved yet. Paste an address; it is kept for the next time.")
        )
        there = self._team.roster.card(self._card.person.id) is not None
        paused = self._team.sharing is Sharing.PAUSED
        if not there or self._team.removed:
            self.tell(self.tr("{name} is no longer in the team.").format(name=self._name))
        elif paused:
            self.tell(self.tr("Sharing is paused: share again to send it."))
        else:
            self.tell("")
        able = there and not paused and not self._team.removed
        self.main.setEnabled(able and self.link is not None and self.box.ring.left >= 0)
        if self.link is not None:
            self.main.setAccessibleDescription(title_of(self.link))

    def _failed(self, error: Exception) -> None:
        self.tell(sentence(error))


def _drafted(matter: Matter | None) -> LinkDraft:
    """Nothing yet, but for where it goes: to a question for everybody, else as a note."""
    if matter is None:
        return LinkDraft()
    return LinkDraft(question=matter.post, private=matter.kind is not PostKind.QUESTION)


def _said_by(card: Card, now: int) -> str:
    """What somebody is on, as words to match."""
    status = card.status_at(now)
    return status.activity.text if status is not None and status.activity is not None else ""
