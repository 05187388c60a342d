"""The feed: the posts of the stream so far, the newest first, and what comes after them.

Owns which rows there are. Fetches page after page as they are wanted; what is new waits until it is
asked for, so that nothing moves under the eye. Knows no view.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from presencemap.app.post_commands import ShowPosts, ShowStream
from presencemap.app.posts import SHOWN
from presencemap.app.views import Json
from presencemap.domain.errors import NotFound
from presencemap.ui.stream.facts import PostFacts
from presencemap.ui.team import Team

_GATHERED: Final = 200
"""Ms in which changes are gathered to one question."""
_ASKED: Final = 500
"""When many changed, so many of the first rows are asked for again."""


class State(Enum):
    """What is known of the rows."""

    LOADING = "loading"
    SOME = "some"
    """There are more to be fetched."""
    ALL = "all"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose posts: of everybody, on a topic ("" for none), else of whom and what I follow."""

    everybody: bool = False
    topic: str = ""

    def question(self, before: str | None = None) -> ShowStream:
        """What asks for its newest posts, or those before one."""
        return ShowStream(self.everybody, before, f"#{self.topic}" if self.topic else "")


class Feed(QObject):
    """`reset`: the rows are others. `grew`, `came`: so many more at the end, or of mine at the top.

    `changed`, `removed` with a row. `state_changed`: also when new posts wait.
    """

    reset = Signal()
    grew = Signal(int)
    came = Signal(int)
    changed = Signal(int)
    removed = Signal(int)
    state_changed = Signal()

    def __init__(self, team: Team, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._team = team
        self.rows: list[PostFacts] = []
        self.scope = Scope()
        self.state = State.LOADING
        self.error: Exception | None = None
        self._at: dict[str, int] = {}
        self._head: list[PostFacts] | None = None
        self._fetching: Scope | None = None
        self._dirty: set[str] = set()
        self._anew = self._watched = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_GATHERED)
        self._timer.timeout.connect(self._look)
        team.posts_changed.connect(self._posts_changed)
        team.follows_changed.connect(self._follows_changed)

    @property
    def waiting(self) -> bool:
        """Whether there are new posts that aren't among the rows."""
        return self._head is not None

    def watch(self, *, on: bool) -> None:
        """Whether somebody looks: only then anything is asked."""
        self._watched = on
        if on and not self.rows and self.state is not State.ALL:
            self._begin()
        elif on and (self._dirty or self._anew):
            self._timer.start()

    def show(self, scope: Scope) -> None:
        """Other posts, from the newest on."""
        self.scope = scope
        self._begin()

    @Slot()
    def again(self) -> None:
        """After it failed: once more."""
        if self.rows:
            self._become(State.SOME)
            self.fetch_more()
        else:
            self._begin()

    @Slot()
    def take_waiting(self) -> None:
        """Have what is new among the rows."""
        if self._head is not None:
            self._fill(self._head)

    @Slot()
    def fetch_more(self) -> None:
        """The page after the last row, if there is one and it isn't on its way."""
        if self.state is State.SOME and self._fetching is None:
            self._fetching = self.scope
            question = self.scope.question(self.rows[-1].id)
            self._team.ask(question, self._take_more, self._failed_more)

    def row_of(self, post: str) -> int | None:
        """Where a post stands."""
        return self._at.get(post)

    def _begin(self) -> None:
        self.rows, self._at, self._head = [], {}, None
        self._become(State.LOADING)
        self.reset.emit()
        self._ask_head()

    def _ask_head(self) -> None:
        self._team.ask(self.scope.question(), partial(self._take_head, self.scope), self._failed)

    def _take_head(self, asked: Scope, views: list[Json]) -> None:
        if asked != self.scope:
            return
        head = [PostFacts.read(view) for view in views]
        if not self.rows:
            self._fill(head)
            return
        fresh = [post for post in head if post.id not in self._at and post.at >= self.rows[0].at]
        if not fresh:
            return
        if all(post.me for post in fresh) and self._head is None:
            self.rows[:0] = fresh
            self._index()
            self.came.emit(len(fresh))
        else:
            self._head = head
            self.state_changed.emit()

    def _fill(self, rows: list[PostFacts]) -> None:
        self.rows, self._head, self.error = list(rows), None, None
        self._index()
        self.reset.emit()
        self._become(State.SOME if len(rows) >= SHOWN else State.ALL)

    def _take_more(self, views: list[Json]) -> None:
        asked, self._fetching = self._fetching, None
        if asked != self.scope or self.state is not State.SOME:
            return
        found = [PostFacts.read(view) for view in views if view["id"] not in self._at]
        self.rows += found
        self._index()
        self.grew.emit(len(found))
        self._become(State.SOME if len(views) >= SHOWN else State.ALL)

    def _failed_more(self, error: Exception) -> None:
        asked, self._fetching = self._fetching, None
        if asked != self.scope:
            return
        if isinstance(error, NotFound) and len(self.rows) > 1:
            # The last one was taken back meanwhile: the page begins after the one before it.
            self._remove(self.rows[-1].id)
            self.fetch_more()
        else:
            self._failed(error)

    def _failed(self, error: Exception) -> None:
        self.error = error
        self._become(State.FAILED)

    def _become(self, state: State) -> None:
        self.state = state
        self.state_changed.emit()

    @Slot(frozenset)
    def _posts_changed(self, posts: frozenset[str]) -> None:
        self._dirty |= posts
        self._anew |= not posts
        if self._watched and not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _follows_changed(self) -> None:
        if self.scope == Scope():
            self._posts_changed(frozenset())

    @Slot()
    def _look(self) -> None:
        """Ask for the rows that may stand otherwise, and for what may be new."""
        dirty, anew = self._dirty, self._anew
        self._dirty, self._anew = set(), False
        known = [post.id for post in self.rows[:_ASKED]] if anew else self._at.keys() & dirty
        if known:
            self._ask_for(known)
        if anew or dirty - self._at.keys():
            self._ask_head()

    def _ask_for(self, posts: Iterable[str]) -> None:
        asked = tuple(posts)
        self._team.ask(ShowPosts(asked), partial(self._take_some, asked))

    def _take_some(self, asked: tuple[str, ...], views: list[Json]) -> None:
        found = {view["id"]: PostFacts.read(view) for view in views}
        for post in asked:
            if post not in found:
                self._remove(post)
            elif (row := self._at.get(post)) is not None and self.rows[row] != found[post]:
                self.rows[row] = found[post]
                self.changed.emit(row)

    def _remove(self, post: str) -> None:
        row = self._at.get(post)
        if row is not None:
            del self.rows[row]
            self._index()
            self.removed.emit(row)

    def _index(self) -> None:
        self._at = {post.id: row for row, post in enumerate(self.rows)}
