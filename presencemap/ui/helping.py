"""Helping colleagues on: a link for one, two brought together; what leaves can be undone a while.

Owns what is done with dialogs' words once they are closed. Which colleague it is about, others say.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from presencemap.app.commands import Introduce, ShowUnsent
from presencemap.app.link_commands import RemoveLink, SaveLink
from presencemap.app.views import Json
from presencemap.ui.dialog import Dialog
from presencemap.ui.links.link_drop import LinkDrop
from presencemap.ui.links.links_dialog import LinksDialog
from presencemap.ui.links.send_dialog import LinkDraft, SendLinkDialog
from presencemap.ui.links.wording import title_of
from presencemap.ui.main_window import MainWindow
from presencemap.ui.matter import Matter
from presencemap.ui.notes.introduce_dialog import IntroduceDialog
from presencemap.ui.people import wording
from presencemap.ui.sentences import sentence
from presencemap.ui.team import Team
from presencemap.ui.undo_bar import Deed, UndoBar
from presencemap.ui.unsent import Leaving, Unsent

if TYPE_CHECKING:
    # Here: what the node needs to read them isn't waited for by the window.
    from presencemap.app.unsent import Unsent as Kept


class Helping(QObject):
    """``show`` opens a dialog over the window; `told` with a sentence about what failed."""

    told = Signal(str)

    def __init__(self, team: Team, window: MainWindow, show: Callable[[Dialog], None]) -> None:
        super().__init__(window)
        self._team, self._window, self._show = team, window, show
        self._looked = False
        self.bar = UndoBar(window.panes, window.panes.stage, window.card)
        self._unsent = Unsent(team, self.bar)
        self.drop = LinkDrop(window, window.card, self._receiver)
        self.drop.dropped.connect(self._dropped)
        self.bar.gone.connect(window.people.view.setFocus)
        window.card.link_requested.connect(self.send_link)
        window.card.introduction_requested.connect(self.introduce)
        for hover in (window.map.hover, window.ground.floor.plan.hover, window.topics.hover):
            hover.note_wanted.connect(window.card.note_requested)
            hover.link_wanted.connect(self.send_link)
            hover.introduction_wanted.connect(self.introduce)
        window.top.links_wanted.connect(self.show_links)
        window.desk.panel.send_wanted.connect(self.send_link_for)
        window.desk.panel.person_wanted.connect(window.open_person)
        window.desk.panel.everybody_wanted.connect(window.lenses.list_topic)
        window.desk.panel.where_wanted.connect(window.lenses.show_where)
        team.changed.connect(self._look)
        self._look()

    def stop(self) -> None:
        """What still waits leaves now: it was said."""
        self._unsent.stop()

    @Slot(str)
    def send_link(
        self, person: str, draft: LinkDraft | None = None, matter: Matter | None = None
    ) -> None:
        """Ask which link, and with which words; ``matter``: what for, else what they are on."""
        card = self._team.roster.card(person)
        if card is not None:
            dialog = SendLinkDialog(self._team, card, draft, self._window, matter)
            dialog.sent.connect(lambda draft: self._unsent.hold(self._link(person, draft, matter)))
            self._show(dialog)

    @Slot(object)
    def send_link_for(self, matter: Matter) -> None:
        """The same, for what somebody said in the stream."""
        self.send_link(matter.person, matter=matter)

    @Slot(str)
    def introduce(
        self,
        person: str,
        draft: Introduce | None = None,
        other: str = "",
        matter: Matter | None = None,
    ) -> None:
        """Ask to whom (``other``: that one is proposed), on what, and with which words."""
        card = self._team.roster.card(person)
        if card is not None:
            dialog = IntroduceDialog(self._team, card, draft, self._window, matter)
            dialog.sent.connect(
                lambda wanted: self._unsent.hold(self._introduction(wanted, matter))
            )
            if other:
                dialog.choose(other)
            self._show(dialog)

    @Slot(object)
    def introduce_for(self, matter: Matter) -> None:
        """The same, for what somebody said in the stream."""
        self.introduce(matter.person, matter=matter)

    @Slot()
    def show_links(self) -> None:
        """All that I kept."""
        self._show(LinksDialog(self._team, self._window))

    @Slot(object)
    def save_link(self, link: Json) -> None:
        """Keep it for myself; Undo erases it again."""
        topics = tuple(link["topics"])
        self._team.ask(SaveLink(link["url"], link["title"], topics), self._saved, self._failed)

    def _saved(self, link: Json) -> None:
        title = title_of(link)
        if link["known"]:
            words = self.tr("You kept it already: {title}").format(title=title)
            self.bar.offer(Deed(words, self.show_links, act=self.tr("My links …")))
            return
        words = self.tr("Kept for you alone: {title}").format(title=title)
        gone = RemoveLink(link["url"])
        self.bar.offer(Deed(words, lambda: self._team.ask(gone, failed=self._failed)))

    @Slot(object, str)
    def _dropped(self, link: Json, person: str) -> None:
        if self._receiver(person):
            self.send_link(person, LinkDraft(link))
        else:
            self.save_link(link)

    def _link(self, person: str, draft: LinkDraft, matter: Matter | None = None) -> Leaving:
        def keep() -> None:
            if draft.keep and draft.link is not None:
                kept = SaveLink(draft.link["url"], draft.link["title"])
                self._team.ask(kept, failed=self._failed)

        words = (
            self.tr("Answer to {name}: {title}") if draft.answers else self.tr("To {name}: {title}")
        )
        title = title_of(draft.link) if draft.link is not None else draft.text
        words = words.format(name=self._name(person), title=title)
        again = partial(self.send_link, person, draft, matter)
        return Leaving(draft.command(person), words, again, draft.kept_for(person), keep)

    def _introduction(self, wanted: Introduce, matter: Matter | None = None) -> Leaving:
        names = {"one": self._name(wanted.person), "other": self._name(wanted.other)}
        words = self.tr("A note to {one} and {other}").format(**names)
        again = partial(self.introduce, wanted.person, wanted, matter=matter)
        return Leaving(wanted, words, again)

    @Slot()
    def _look(self) -> None:
        """Once the node runs: what waited as the app ended, by a crash or with it."""
        if self._team.running and not self._looked:
            self._looked = True
            self._team.ask(ShowUnsent(), self._found, self._not_found)

    def _not_found(self, _error: Exception) -> None:
        """The node wasn't there yet: at the next change."""
        self._looked = False

    def _found(self, kept: "list[Kept]") -> None:
        for each in kept:
            if each.introduction is not None:
                person, leaving = each.introduction.person, self._introduction(each.introduction)
            else:
                person, draft = LinkDraft.as_kept(each.draft)
                leaving = self._link(person, draft)
            if self._team.roster.card(person) is not None:
                self._unsent.found(each.name, leaving, self._team.clock() - each.at)
            else:
                self._unsent.drop(each.name)
                gone = self.tr("Not sent: {what}. Who it was for is no longer in the team.")
                self.told.emit(gone.format(what=leaving.words))

    def _failed(self, error: Exception) -> None:
        self.told.emit(sentence(error))

    def _name(self, person: str) -> str:
        card = self._team.roster.card(person)
        return wording.first_name(card.person) if card is not None else ""

    def _receiver(self, person: str) -> str:
        """The name of a colleague who can be sent something, "" for me and for nobody."""
        card = self._team.roster.card(person) if person else None
        return "" if card is None or card.me else wording.first_name(card.person)
