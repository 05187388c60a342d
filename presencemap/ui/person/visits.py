"""Going to a colleague's page, from there to another's, and back to where one was.

Between the window's parts and the page. What is wanted on it is what is wanted on the card.
"""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from presencemap.ui.panes import Panes
from presencemap.ui.people.asking import Asking
from presencemap.ui.people.people_panel import PeoplePanel
from presencemap.ui.people.person_card import PersonCard
from presencemap.ui.person.inquiry import Inquiry
from presencemap.ui.person.person_page import PersonPage
from presencemap.ui.team import Team
from presencemap.ui.turns import TURN, Turns


class Visits(QObject):
    """`card_wanted` with the id of whose card was open before; `map_wanted`: to be shown there.

    `told` with a sentence where something can't be done.
    """

    card_wanted = Signal(str)
    map_wanted = Signal(str)
    told = Signal(str)

    def __init__(
        self,
        team: Team,
        window: QWidget,
        panes: Panes,
        card: PersonCard,
        people: PeoplePanel,
    ) -> None:
        super().__init__(window)
        self._window, self._panes, self._card, self._people = window, panes, card, people
        self.page = PersonPage(team.roster)
        panes.keep_ready(self.page)
        self.asking = Asking(team, self.page, self)
        self.inquiry = Inquiry(team, self.page)
        self._showing = Turns(self, few=0, after=TURN)
        self._before: list[str] = []
        """Whose pages were shown on the way here."""
        self._was_open = ""
        """Whose card was, where one came from."""
        for key in ("Shift+Return", "Shift+Enter"):
            QShortcut(QKeySequence(key), window).activated.connect(self._go)
        QShortcut(QKeySequence("Alt+Left"), self.page).activated.connect(self.back)
        card.page_requested.connect(self.show)
        panes.lifted.connect(self._lifted)
        self._connect()

    @Slot(str)
    def show(self, person: str) -> None:
        """Show somebody's page."""
        page = self.page
        if page.person:
            if page.person != person:
                self._before.append(page.person)
        else:
            self._was_open = self._card.person
        self._card.close_card()
        self._show(person)

    def go_on(self, person: str) -> bool:
        """While a page is shown, show this one's; whether that was so."""
        if self._panes.over is self.page:
            self.show(person)
        return self._panes.over is self.page

    @Slot()
    def back(self) -> None:
        """To the page before, or to where one came from."""
        if self._before:
            self._show(self._before.pop())
        else:
            self.leave()

    @Slot()
    def leave(self) -> None:
        """To where one came from: to the card that was open, or to the list."""
        was_open = self._was_open
        self._panes.paint_card_later()
        self._panes.lift()
        if was_open:
            self.card_wanted.emit(was_open)
        else:
            listed = self._people.isVisible()
            part = self._people.view if listed else self._panes.page
            part.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, person: str) -> None:
        self.page.setUpdatesEnabled(False)
        self.page.open(person)
        self._showing.begin(self._appear())

    def _appear(self) -> Iterator[None]:
        """What is said takes a turn, to lay it out another; then it is painted part by part."""
        if self.page.person:
            self._panes.lay_over(self.page)
            self.page.setFocus(Qt.FocusReason.OtherFocusReason)
        for part in self.page.parts:
            part.setUpdatesEnabled(False)
        yield
        if self.page.person:
            self._people.select(self.page.person)
        yield
        self.page.setUpdatesEnabled(True)
        for part in self.page.parts:
            yield
            part.setUpdatesEnabled(True)

    @Slot()
    def _go(self) -> None:
        """By key, whom the card shows or the list has selected; in a field it is the field's."""
        typing = isinstance(self._window.focusWidget(), QLineEdit)
        person = self._card.person or ("" if typing else self._people.view.selected)
        if person:
            self.show(person)

    @Slot()
    def _lifted(self) -> None:
        """Something else is shown in its place."""
        self._before, self._was_open = [], ""
        self.page.close_card()

    @Slot()
    def _closed(self) -> None:
        """Who was shown left the team."""
        if self._panes.over is self.page:
            self.back()

    def _connect(self) -> None:
        page, card = self.page, self._card
        for wanted, known in (
            (page.change_requested, card.change_requested),
            (page.days_requested, card.days_requested),
            (page.verify_requested, card.verify_requested),
            (page.follow_requested, card.follow_requested),
            (page.note_requested, card.note_requested),
            (page.link_requested, card.link_requested),
            (page.introduction_requested, card.introduction_requested),
            (page.jobs.wanted, card.jobs.wanted),
            (page.question.thread_wanted, card.question.thread_wanted),
            (page.recent.thread_wanted, card.question.thread_wanted),
            (page.map_wanted, self.map_wanted),
            (self.asking.told, self.told),
        ):
            wanted.connect(known)
        page.alike.person_wanted.connect(self.show)
        page.left.connect(self.leave)
        page.closed.connect(self._closed)
