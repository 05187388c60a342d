"""What comes of a struggle: who joined the question, and what can be done with it.

On a colleague's card to join it, on my own to ask it and to say by whose help it is solved. Knows
no node: what is wanted, it tells.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from presencemap.domain.person import Person
from presencemap.ui.controls import Button, Face, FlowLayout, PrimaryButton, QuietButton, plain
from presencemap.ui.people import wording

_FACES = 3
_FACE = 22


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that is open; ``helpers``: who joined it or replied, by id."""

    post: str
    joined: tuple[str, ...] = ()
    replies: int = 0
    helpers: tuple[str, ...] = ()


class QuestionRow(QWidget):
    """`join_wanted` with the post and whether; `solve_wanted` with the post and who helped."""

    ask_wanted = Signal()
    join_wanted = Signal(str, bool)
    solve_wanted = Signal(str, tuple)
    thread_wanted = Signal(str)

    def __init__(self, person: Callable[[str], Person | None]) -> None:
        super().__init__()
        self._person = person
        self._asked: Asked | None = None
        self._faces = [Face(_FACE, "surface") for _ in range(_FACES)]
        crowd = QWidget()
        side = QHBoxLayout(crowd)
        side.setContentsMargins(0, 4, 0, 0)
        side.setSpacing(0)
        for face in self._faces:
            side.addWidget(face)
        self._crowd = crowd
        self.open_it = QuietButton("", small=True)
        self.join = PrimaryButton(self.tr("Join in"), small=True)
        self.leave = Button(self.tr("Step out"), small=True)
        self.ask = PrimaryButton(self.tr("Ask as a question"), small=True)
        self.ask.setToolTip(self.tr("Puts it in the stream: colleagues join in and answer"))
        self.solved = Button(self.tr("Solved"), icon="check", small=True)
        self.menu = QMenu(self)
        self.solved.setMenu(self.menu)
        flow = FlowLayout(self, spacing=6)
        for part in (crowd, self.open_it, self.join, self.leave, self.ask, self.solved):
            flow.addWidget(part)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.ask.clicked.connect(self.ask_wanted)
        self.open_it.clicked.connect(self._open)
        self.join.clicked.connect(lambda: self._join(on=True))
        self.leave.clicked.connect(lambda: self._join(on=False))
        for button in (self.join, self.leave):
            # A button's key is there while the button is: in the stream it is a post's.
            QShortcut(QKeySequence("Ctrl+J"), button).activated.connect(button.click)
        self.show_nothing()

    def show_nothing(self) -> None:
        """There is no question here."""
        self._asked = None
        self._show()

    def show_unasked(self) -> None:
        """I struggle, and haven't asked."""
        self._asked = None
        self._show(self.ask)

    def show_asked(self, asked: Asked, me: str, asker: Person | None) -> None:
        """A question of a colleague's, or mine where there is no ``asker`` but me."""
        self._asked = asked
        self._show_crowd(asked)
        if asker is None:
            self._show(self.solved)
            return
        name = wording.first_name(asker)
        join = self.tr("Tell {name} that you are on it too (Ctrl J)").format(name=name)
        leave = self.tr("Tell {name} that you are on it no more (Ctrl J)").format(name=name)
        for button, tip in ((self.join, join), (self.leave, leave)):
            button.setToolTip(tip)
        self._show(self.leave if me in asked.joined else self.join)

    def _show(self, act: Button | None = None) -> None:
        for button in (self.join, self.leave, self.ask, self.solved):
            button.setVisible(button is act)
        asked = self._asked
        self._crowd.setVisible(asked is not None and bool(asked.joined))
        self.open_it.setVisible(asked is not None)
        self.setVisible(act is not None)

    def _show_crowd(self, asked: Asked) -> None:
        known = [each for person in asked.joined if (each := self._person(person))]
        for number, face in enumerate(self._faces):
            face.setVisible(number < len(known))
            if number < len(known):
                face.show_bare(known[number].id, known[number].name, known[number].initials)
        said = []
        if asked.joined:
            one, many = self.tr("1 joined"), self.tr("{count} joined")
            count = len(asked.joined)
            said.append(one if count == 1 else many.format(count=count))
        if asked.replies:
            one, many = self.tr("1 answer"), self.tr("{count} answers")
            said.append(one if asked.replies == 1 else many.format(count=asked.replies))
        words = ", ".join(said)
        self.open_it.setText(words or self.tr("Open the question"))
        names = ", ".join(each.name for each in known)
        self.open_it.setToolTip(names or self.tr("Show it with its answers"))

    @Slot()
    def _fill_menu(self) -> None:
        """Made when it opens, so that it never changes under the pointer."""
        self.menu.clear()
        asked = self._asked
        if asked is None:
            return
        helpers = [each for person in asked.helpers if (each := self._person(person))]
        for helper in helpers:
            words = self.tr("Solved, thanks {name}").format(name=helper.name)
            self._offer(words, (helper.id,))
        if len(helpers) > 1:
            self._offer(self.tr("Solved, thanks to all"), tuple(each.id for each in helpers))
        self._offer(self.tr("Solved by myself") if helpers else self.tr("Solved"), ())

    def _offer(self, words: str, by: tuple[str, ...]) -> None:
        asked = self._asked
        action = self.menu.addAction(plain(words))
        if asked is not None:
            action.triggered.connect(lambda: self.solve_wanted.emit(asked.post, by))

    def _join(self, *, on: bool) -> None:
        if self._asked is not None:
            self.join_wanted.emit(self._asked.post, on)

    @Slot()
    def _open(self) -> None:
        if self._asked is not None:
            self.thread_wanted.emit(self._asked.post)
