"""Asking: the question in the words of whom a card or a page shows, kept true while it is shown.

Between the card and the node: asks which question there is, and does what is wanted of it.
"""

from PySide6.QtCore import QObject, Signal, Slot

from presencemap.app.post_commands import ReactToPost, SayPost, ShowQuestion, ShowThread
from presencemap.app.views import Json
from presencemap.domain.post import PostKind, ReactionKind
from presencemap.domain.status import Kind
from presencemap.ui.people.about_person import AboutPerson
from presencemap.ui.people.question_row import Asked
from presencemap.ui.sentences import sentence
from presencemap.ui.team import Team


class Asking(QObject):
    """`told` with a sentence where something can't be done."""

    told = Signal(str)

    def __init__(self, team: Team, card: AboutPerson, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._team = team
        self._card = card
        self._of: tuple[str, str] | None = None
        """Who is shown to struggle, and with what."""
        self._waiting = self._again = False
        row = card.question
        row.ask_wanted.connect(self._ask_it)
        row.join_wanted.connect(self._join)
        row.solve_wanted.connect(self._solve)
        card.filled.connect(self._look)
        card.closed.connect(self._look)
        team.posts_changed.connect(self._posts_changed)

    @Slot()
    def _look(self) -> None:
        struggle = self._struggle()
        if struggle != self._of:
            self._of = struggle
            self._card.question.show_nothing()
            self._inquire()

    @Slot(frozenset)
    def _posts_changed(self, _posts: frozenset[str]) -> None:
        self._inquire()

    def _struggle(self) -> tuple[str, str] | None:
        card = self._team.roster.card(self._card.person)
        status = card.status_at(self._team.clock()) if card is not None else None
        on = status.activity if status is not None else None
        if on is None or on.kind is not Kind.STRUGGLING_WITH:
            return None
        return self._card.person, on.text

    def _inquire(self) -> None:
        """One question of the node at a time; what changes meanwhile is asked after it."""
        if self._waiting:
            self._again = True
        elif self._of is not None:
            of, self._waiting = self._of, True
            self._team.ask(ShowQuestion(of[0]), lambda view: self._came(of, view), self._unknown)

    def _came(self, of: tuple[str, str], view: Json | None) -> None:
        mine = self._is_mine(of[0])
        if view is not None and mine and view["replies"]:
            self._team.ask(
                ShowThread(view["id"]), lambda posts: self._show(of, view, posts), self._unknown
            )
        else:
            self._show(of, view, [])

    def _show(self, of: tuple[str, str], view: Json | None, thread: list[Json]) -> None:
        row, mine = self._card.question, self._is_mine(of[0])
        if of == self._of and view is not None:
            replied = (post["person"] for post in thread if not post["me"])
            helpers = (person for person in (*replied, *view["joined"]) if person != of[0])
            asked = Asked(
                view["id"],
                tuple(view["joined"]),
                view["replies"],
                tuple(dict.fromkeys(helpers)),
            )
            me, asker = self._team.me, self._team.roster.card(of[0])
            shown = None if mine or asker is None else asker.person
            row.show_asked(asked, me.person.id if me is not None else "", shown)
        elif of == self._of and mine:
            row.show_unasked()
        elif of == self._of:
            row.show_nothing()
        self._done(changed=of != self._of)

    def _done(self, *, changed: bool) -> None:
        self._waiting, again = False, self._again
        self._again = False
        if again or changed:
            self._inquire()

    def _unknown(self, _error: Exception) -> None:
        """The node goes, or the question went: nothing is shown of it."""
        self._card.question.show_nothing()
        self._done(changed=False)

    def _is_mine(self, person: str) -> bool:
        me = self._team.me
        return me is not None and me.person.id == person

    @Slot()
    def _ask_it(self) -> None:
        self._team.ask(SayPost(PostKind.QUESTION, ""), failed=self._failed)

    @Slot(str, bool)
    def _join(self, post: str, on: bool) -> None:  # noqa: FBT001 - a slot
        kind = ReactionKind.JOIN if on else ReactionKind.LEAVE
        self._team.ask(ReactToPost(post, kind), failed=self._failed)

    @Slot(str, tuple)
    def _solve(self, post: str, by: tuple[str, ...]) -> None:
        self._team.ask(ReactToPost(post, ReactionKind.SOLVE, by), failed=self._failed)

    def _failed(self, error: Exception) -> None:
        self.told.emit(sentence(error))
