"""The chips above the list: whom it keeps, and what it is sorted by.

Owns the chips and the menu of orders, and keeps them in step with the list. Knows no person.
"""

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QButtonGroup, QMenu, QToolButton, QWidget

from presencemap.ui.controls import Chip, FlowLayout, IconButton, plain
from presencemap.ui.people import wording
from presencemap.ui.people.roster_list import RosterList
from presencemap.ui.people.roster_model import RosterModel
from presencemap.ui.people.showing import Show
from presencemap.ui.people.sorting import Sorting

# Under its own name, so that lupdate finds the texts.
translate = QCoreApplication.translate
_LONGEST = 28


class FilterBar(QWidget):
    """One chip is on; those of a topic and a place are there while there is one."""

    def __init__(
        self, people: RosterList, roster: RosterModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._people = people
        self._roster = roster
        self.chips: dict[Show, Chip] = {}
        self._group = QButtonGroup(self)
        words = {
            Show.ALL: self.tr("All"),
            Show.FOLLOWING: self.tr("Following"),
            Show.FREE: self.tr("Free now"),
            Show.STRUGGLING: self.tr("Struggling"),
            Show.HERE: self.tr("At my place"),
        }
        flow = FlowLayout(self, below=2)
        for show in Show:
            chip = self.chips[show] = Chip(words.get(show, ""))
            self._group.addButton(chip)
            flow.addWidget(chip)
        self.chips[Show.ALL].setChecked(True)
        self._group.buttonClicked.connect(self._clicked)
        people.reordered.connect(self.learn)
        people.matches_changed.connect(self.learn)
        roster.updated.connect(self.learn)
        self.learn()

    def show_topic(self, topic: str) -> None:
        """Keep to who is on this topic."""
        self._people.set_topic(topic)
        self._people.set_show(Show.TOPIC)

    def show_all(self) -> None:
        """Keep everybody."""
        self._people.set_show(Show.ALL)
        self._people.set_topic("")

    @property
    def word(self) -> str:
        """The chip that is on, "" while it keeps everybody."""
        show = self._people.show_only
        return "" if show is Show.ALL else self.chips[show].accessibleName()

    @Slot()
    def learn(self) -> None:
        """What may be kept to now, and which of it is on."""
        places, people = self._roster.places, self._people
        place = wording.site_name(places, people.chosen_site)
        for show, text in ((Show.TOPIC, people.topic and f"#{people.topic}"), (Show.PLACE, place)):
            chip = self.chips[show]
            if chip.accessibleName() != text:
                short = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
                chip.setText(plain(short))
                chip.setAccessibleName(text)
            chip.setVisible(bool(text))
        self.chips[Show.HERE].setVisible(self._roster.my_shown_site is not None)
        for show in (Show.FREE, Show.STRUGGLING):
            # Who is free on another day, nobody knows.
            self.chips[show].setVisible(self._roster.day is None)
        gone = people.show_only is not Show.ALL and self.chips[people.show_only].isHidden()
        if gone:
            people.set_show(Show.ALL)
        chip = self.chips[people.show_only]
        if not chip.isChecked():
            chip.setChecked(True)

    @Slot()
    def _clicked(self) -> None:
        show = next(show for show, chip in self.chips.items() if chip.isChecked())
        self._people.set_show(show)


def sorting_word(sorting: Sorting) -> str:
    """An order in words."""
    words = {
        Sorting.RELEVANCE: translate("Sorting", "Most relevant first"),
        Sorting.NAME: translate("Sorting", "By name"),
        Sorting.PLACE: translate("Sorting", "By place"),
        Sorting.AVAILABILITY: translate("Sorting", "By availability"),
        Sorting.NEWEST: translate("Sorting", "Newest status first"),
    }
    return words[sorting]


class SortButton(IconButton):
    """Says the order; its menu has the others."""

    def __init__(self, people: RosterList, parent: QWidget | None = None) -> None:
        super().__init__("arrow-up-down", "", parent)
        self._people = people
        self._actions: dict[Sorting, QAction] = {}
        self.sort_menu = QMenu(self)
        group = QActionGroup(self.sort_menu)
        for sorting in Sorting:
            action = self.sort_menu.addAction(sorting_word(sorting))
            action.setCheckable(True)
            action.setActionGroup(group)
            action.triggered.connect(lambda _=False, chosen=sorting: self._choose(chosen))
            self._actions[sorting] = action
        self.setMenu(self.sort_menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._say()

    def _choose(self, sorting: Sorting) -> None:
        self._people.set_sorting(sorting)
        self._say()

    def _say(self) -> None:
        sorting = self._people.sorting
        self._actions[sorting].setChecked(True)
        self.set_name(self.tr("Order: {order}").format(order=sorting_word(sorting)))
