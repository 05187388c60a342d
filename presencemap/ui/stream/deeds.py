"""Does what is wanted with a post: asks the node, or for the dialog or menu that it needs first.

Owns no widget that is seen for long. What may be done, the node judges.
"""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from presencemap.app.post_commands import ReactToPost, RetractPost, ShowThread
from presencemap.app.views import Json
from presencemap.domain.post import ReactionKind
from presencemap.ui.controls import plain
from presencemap.ui.sentences import sentence
from presencemap.ui.stream.acts import Act
from presencemap.ui.stream.facts import PostFacts
from presencemap.ui.stream.say_dialog import SayDialog
from presencemap.ui.taking_back import TakingBack
from presencemap.ui.team import Team

_REACTIONS = {
    Act.THANK: ReactionKind.THANK,
    Act.JOIN: ReactionKind.JOIN,
    Act.LEAVE: ReactionKind.LEAVE,
}


class Deeds(QObject):
    """`told` with a sentence about what failed, "" when something was done.

    `dialog_wanted`: to be shown. `offered` with what can be undone a while. `going_changed` with
    the ids of posts that are being taken back. Of the post: `going` as it is to be taken back,
    `stays` where that is undone, `taken_back` as it is gone.
    """

    told = Signal(str)
    dialog_wanted = Signal(object)
    offered = Signal(object)
    going_changed = Signal(frozenset)
    going = Signal(object)
    stays = Signal(object)
    taken_back = Signal(object)

    def __init__(self, team: Team, parent: QWidget) -> None:
        super().__init__(parent)
        self._team, self._above = team, parent
        self._taking_back = TakingBack(team, self)
        self._taking_back.offered.connect(self.offered)
        self._taking_back.changed.connect(self.going_changed)
        self._taking_back.failed.connect(self._failed)
        self.menu: QMenu | None = None
        """By whose help a question was solved, while that is asked."""

    def do(self, act: Act, post: PostFacts) -> None:
        """One of the acts, but for a reply, a link and an introduction: those are others'."""
        match act:
            case Act.EDIT | Act.RESHARE:
                self.dialog_wanted.emit(SayDialog(self._team, post, self._above.window()))
            case Act.RETRACT:
                self._take_back(post)
            case Act.SOLVE:
                asked = partial(self._ask_by_whom, post)
                self._team.ask(ShowThread(post.id), asked, self._failed)
            case _:
                command = ReactToPost(post.id, _REACTIONS[act])
                self._team.ask(command, self._done, self._failed)

    def _ask_by_whom(self, post: PostFacts, views: list[Json]) -> None:
        """Who answered or joined may be thanked in one go."""
        names = {view["person"]: view["name"] for view in views if not view["me"]}
        for person in post.joined:
            card = self._team.roster.card(person)
            if card is not None and not card.me:
                names.setdefault(person, card.person.name)
        if not names:
            self._solve(post, ())
            return
        menu = self.menu = QMenu(self._above)
        menu.aboutToHide.connect(menu.deleteLater)
        for person, name in names.items():
            words = plain(self.tr("Solved, thanks {name}").format(name=name))
            menu.addAction(words).triggered.connect(partial(self._solve, post, (person,)))
        if len(names) > 1:
            all_of_them = menu.addAction(self.tr("Solved, thanks to all of them"))
            all_of_them.triggered.connect(partial(self._solve, post, tuple(names)))
        menu.addSeparator()
        alone = menu.addAction(self.tr("Solved by myself"))
        alone.triggered.connect(partial(self._solve, post, ()))
        menu.popup(QCursor.pos())

    def _solve(self, post: PostFacts, by: Iterable[str], _checked: object = None) -> None:
        command = ReactToPost(post.id, ReactionKind.SOLVE, tuple(by))
        self._team.ask(command, self._done, self._failed)

    def _take_back(self, post: PostFacts) -> None:
        if self._taking_back.begin(
            post.id,
            post.text,
            RetractPost(post.id),
            undone=partial(self.stays.emit, post),
            gone=partial(self._gone, post),
        ):
            self.going.emit(post)

    def _gone(self, post: PostFacts) -> None:
        self.told.emit("")
        self.taken_back.emit(post)

    def _done(self, _answer: object) -> None:
        self.told.emit("")

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self.told.emit(sentence(error))
