"""My coming days: a week of rows, filled by keyboard in seconds, and further weeks behind it.

Owns what is typed until it is shared; then it goes out as commands, one a run of days.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QWidget

from presencemap.app.commands import Command
from presencemap.domain.plan import Plan, day_of
from presencemap.domain.precision import Precision
from presencemap.ui.compose.place_list import PlaceList
from presencemap.ui.controls import ENTER, IconButton, Label, dress
from presencemap.ui.dialog import Dialog
from presencemap.ui.key_cap import KeyCap
from presencemap.ui.menus.precision_menu import precision_words
from presencemap.ui.people import planned
from presencemap.ui.plans.day_row import DayRow
from presencemap.ui.plans.week import DAYS, changes, pages
from presencemap.ui.ports import Towns
from presencemap.ui.sentences import sentence
from presencemap.ui.team import Team
from presencemap.ui.visibility import held_back

_WIDE = 720


class DaysDialog(Dialog):
    """Enter goes on to the next field, Ctrl+Enter shares.

    Ctrl+Down says the same of the next day; Ctrl+PgUp and Ctrl+PgDn turn weeks. ``start``: the
    day to begin with, None for today.
    """

    def __init__(
        self,
        team: Team,
        towns: Towns,
        parent: QWidget | None = None,
        start: date | None = None,
        *,
        later: bool = False,
    ) -> None:
        """``later``: whoever opens it makes it, in `steps`."""
        super().__init__(self.tr("My coming days"), self.tr("Share"), parent)
        self._team = team
        self._today = day_of(team.clock())
        self._pages = pages(self._today)
        self._page = next((n for n, week in enumerate(self._pages) if start in week), 0)
        me = team.me
        known = me.plans_from(self._today) if me is not None else ()
        self._before = {plan.day: plan for plan in known}
        self._drafts = dict(self._before)
        self._places = PlaceList(team.places, None, self, makes=False)
        self.rows: list[DayRow] = []
        self.make(self._parts(towns, start), later=later)

    def _parts(self, towns: Towns, start: date | None) -> Iterator[None]:
        for _ in range(DAYS):
            yield
            self.rows.append(DayRow(towns, self, self._places))
        yield
        self.earlier = IconButton("chevron-left", self.tr("The week before (Ctrl PgUp)"))
        self.later = IconButton("chevron-right", self.tr("The week after (Ctrl PgDn)"))
        self._week = Label("", "body", "ink2")
        dress(self._week, strong=True)
        self._seen = Label("", "small", "ink3", wrap=True)
        self.body.addLayout(self._head())
        self.body.addLayout(self._grid())
        self.body.addWidget(self._seen)
        self.feet.insertWidget(0, KeyCap("Ctrl ↓"))
        self.feet.insertWidget(1, Label(self.tr("The same the next day"), "small", "ink3"))
        self._connect()
        self._learn()
        yield from self._filled()
        at = self.week.index(start) if start in self.week else 0
        self.rows[at].place.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def week(self) -> tuple[date, ...]:
        """The days that are shown."""
        return self._pages[self._page]

    @Slot()
    def submit(self) -> None:
        """Share what was changed; it stays where that fails."""
        if not self.main.isEnabled() or not self._keep():
            return
        self.main.setEnabled(False)
        self._share(changes(self._before, self._drafts.values()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field goes on to the next one: a week isn't shared by its first day."""
        entered = event.key() in ENTER
        if entered and not isinstance(self.focusWidget(), QPushButton):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        for part in (self.earlier, self._week, self.later):
            row.addWidget(part)
        row.addStretch(1)
        return row

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        for number, row in enumerate(self.rows):
            row.add_to(grid, number)
        for column in (1, 2):
            grid.setColumnStretch(column, 1)
        self.setMinimumWidth(_WIDE)
        return grid

    def _connect(self) -> None:
        self.earlier.clicked.connect(self._turn_back)
        self.later.clicked.connect(self._turn_on)
        for row in self.rows:
            row.changed.connect(self._edited)
        keys = (
            ("Ctrl+Return", self.submit),
            ("Ctrl+Enter", self.submit),
            ("Ctrl+Down", self._repeat),
            ("Ctrl+PgUp", self._turn_back),
            ("Ctrl+PgDown", self._turn_on),
        )
        for sequence, act in keys:
            QShortcut(QKeySequence(sequence), self).activated.connect(act)
        self._team.changed.connect(self._learn)

    def _filled(self) -> Iterator[None]:
        """The rows of the week that is turned to; the last one is short."""
        week = self.week
        for number, row in enumerate(self.rows):
            there = number < len(week)
            for part in row.parts():
                # To show what was never hidden would have it take its looks now, and once more.
                if part.isHidden() is there:
                    part.setVisible(there)
            if there:
                row.show_plan(self._drafts.get(week[number], Plan(week[number])), self._today)
                yield
        self._week.setText(f"{planned.short_day(week[0])} – {planned.short_day(week[-1])}")
        self.earlier.setEnabled(self._page > 0)
        self.later.setEnabled(self._page + 1 < len(self._pages))

    def _keep(self) -> bool:
        """Take over what stands in the rows; False where one names no place."""
        for row in self.rows[: len(self.week)]:
            if row.unknown:
                row.set_error(wrong=True)
                row.place.setFocus(Qt.FocusReason.OtherFocusReason)
                self.tell(row.place.unknown_sentence())
                return False
        for row in self.rows[: len(self.week)]:
            self._drafts[row.day] = row.plan
        return True

    def _turn(self, by: int) -> None:
        there = self._page + by
        if 0 <= there < len(self._pages) and self._keep():
            self._page = there
            for _ in self._filled():
                pass
            self.rows[0].place.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _turn_back(self) -> None:
        self._turn(-1)

    @Slot()
    def _turn_on(self) -> None:
        self._turn(1)

    @Slot()
    def _repeat(self) -> None:
        """Say of the next day what the row with the keyboard says, and go on there."""
        focus = self.focusWidget()
        for row, following in zip(self.rows, self.rows[1 : len(self.week)], strict=False):
            if focus in row.parts() and not row.unknown:
                following.take(row.plan)
                following.parts()[row.parts().index(focus)].setFocus()
                return

    def _share(self, commands: Sequence[Command]) -> None:
        """One after the other: where one fails, the rest waits for another try."""
        if not commands:
            self.accept()
            return
        first, *rest = commands
        self._team.ask(first, lambda _: self._share(rest), self._failed)

    def _failed(self, error: Exception) -> None:
        self.main.setEnabled(True)
        self.tell(sentence(error))

    @Slot()
    def _edited(self) -> None:
        self.tell("")

    @Slot()
    def _learn(self) -> None:
        """Places, and what of all this colleagues see."""
        team, before = self._team, self._places
        if team.places is not before.places:
            self._places = PlaceList(team.places, None, self, makes=False)
            for row in self.rows:
                row.set_places(self._places)
            before.deleteLater()
        held = held_back(team.sharing, removed=team.removed)
        means = "" if team.precision is Precision.ROOM else precision_words(team.precision).means
        gone = self.tr("Each plan is gone when its day is over.")
        self._seen.setText(held or ". ".join(filter(None, [means, gone])))
        self._seen.set_tone("warn" if held else "ink3")
