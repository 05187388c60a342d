"""All places of the team in one list: who is there, what is double, and what may be done with each.

Follows the places while it is open. Knows no map: what is to be shown there, it tells.
"""

from collections import Counter
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QWidget

from presencemap.domain.place import HOME, ROAD, SITES, Place, PlaceKind
from presencemap.domain.plan import day_of
from presencemap.domain.roster import MINUTE
from presencemap.domain.text import fold
from presencemap.ui import assets
from presencemap.ui.compose.place_list import in_order
from presencemap.ui.controls import Button, Label, clearable, dress, plain_tooltip
from presencemap.ui.dialog import Dialog
from presencemap.ui.painting.place import place_icon
from presencemap.ui.people import planned
from presencemap.ui.people.wording import place_path
from presencemap.ui.places.merge_dialog import MergeDialog
from presencemap.ui.places.place_dialog import PlaceDialog
from presencemap.ui.ports import Towns
from presencemap.ui.team import Team
from presencemap.ui.theme import appearance

_ID = Qt.ItemDataRole.UserRole
_HIGH = 340
_WARNED = 30 * 24 * 60 * MINUTE
"""Of what is used each computer prolongs the life by then, at the latest some days later."""


class PlacesDialog(Dialog):
    """``shown`` with a place's id: on the map; ``pin_wanted`` with a place: its spot is to move."""

    shown = Signal(str)
    pin_wanted = Signal(object)

    def __init__(self, team: Team, towns: Towns, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Places"), "", parent)
        self._team, self._towns = team, towns
        self._used: frozenset[str] = frozenset()
        self._wanted = ""
        """The id of a place that was just added, which is chosen once it is there."""
        self.main.setText(self.tr("Done"))
        self.main.setAutoDefault(False)
        self.main.setDefault(False)
        self.cancel.hide()
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Filter places"))
        self.field.setAccessibleName(self.tr("Filter places"))
        clearable(self.field)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Places"))
        self.list.setMinimumHeight(_HIGH)
        dress(self.list, popup=True)
        self.list.setIconSize(QSize(16, 16))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._note = Label("", "small", "ink3", wrap=True)
        self.add = Button(self.tr("Add …"), icon="plus")
        self.change = Button(self.tr("Change …"), icon="pencil")
        self.merge = Button(self.tr("Merge …"))
        self.show_it = Button(self.tr("Show on the map"), icon="map-pin")
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.add, self.change, self.merge, self.show_it):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        self.body.addWidget(self.field)
        self.body.addWidget(self.list)
        self.body.addWidget(self._note)
        self.body.addLayout(row)
        self.setMinimumWidth(560)
        self.field.textChanged.connect(self._fill)
        self.list.currentRowChanged.connect(self._chosen)
        self.list.itemActivated.connect(self._change)
        self.add.clicked.connect(self._add)
        self.change.clicked.connect(self._change)
        self.merge.clicked.connect(self._merge)
        self.show_it.clicked.connect(self._show)
        team.roster.places_changed.connect(self._fill)
        self._fill()

    @property
    def place(self) -> Place | None:
        """The place chosen, None where none is."""
        item = self.list.currentItem()
        return None if item is None else self._team.places.get(item.data(_ID))

    @Slot()
    def _fill(self) -> None:
        places, roster = self._team.places, self._team.roster
        kept = self._wanted or (self.place.id if self.place else "")
        now = roster.now()
        here = Counter(
            around.id for card in roster.cards() for around in places.ancestry(card.place_at(now))
        )
        named = Counter(map(_alike, places))
        wanted, tone = fold(self.field.text()), appearance().theme.colour("ink2")
        self._used = self._sites_in_use()
        self.list.clear()
        for place in in_order(places):
            path = place_path(places, place.id)
            if place.id in (HOME.id, ROAD.id) or f" {wanted}" not in f" {fold(path)}":
                continue
            item = QListWidgetItem(assets.icon(place_icon(place.kind), tone), path)
            if named[_alike(place)] > 1:
                item.setText(self.tr("{place} (the same name twice)").format(place=path))
            elif here[place.id]:
                item.setText(
                    self.tr("{place} ({count} there)").format(place=path, count=here[place.id])
                )
            elif (last := self._fades(place)) is not None:
                day = planned.short_day(last)
                item.setText(self.tr("{place} (fades on {day})").format(place=path, day=day))
            item.setToolTip(plain_tooltip(item.text()))
            item.setData(_ID, place.id)
            self.list.addItem(item)
            if place.id == kept:
                self.list.setCurrentItem(item)
                self._wanted = ""
        if self.list.currentRow() < 0 and self.list.count():
            self.list.setCurrentRow(0)
        self._chosen()

    @Slot()
    def _chosen(self) -> None:
        place = self.place
        for button in (self.change, self.merge):
            button.setEnabled(place is not None)
        spot = place is not None and self._team.places.coordinates(place.id) is not None
        self.show_it.setEnabled(spot)
        words = self.tr("No place matches.")
        if place is not None:
            words = self._about(place, spot=spot)
        self._note.setText(words)
        self.settle()

    def _about(self, place: Place, *, spot: bool) -> str:
        doubles = self._team.places.doubles(place)
        if doubles:
            return self.tr("Another place here has the same name. Are they one? Then merge them.")
        if (last := self._fades(place)) is not None:
            return self.tr(
                "Nobody is or plans to be here. It fades on {day}, unless it is changed or used."
            ).format(day=planned.long_day(last))
        if not spot and place.kind in SITES:
            return self.tr("It has no spot on the map yet: change it, and give its town.")
        return self.tr("Anyone may change a place; everyone sees the change.")

    def _sites_in_use(self) -> frozenset[str]:
        """The sites where somebody is, or plans to be: these and what is in them stay."""
        roster, places = self._team.roster, self._team.places
        now, today = roster.now(), day_of(roster.now())
        said = {card.place_at(now) for card in roster.cards()}
        said |= {plan.place for card in roster.cards() for plan in card.plans_from(today)}
        return frozenset(site.id for place in said if (site := places.site(place)) is not None)

    def _fades(self, place: Place) -> date | None:
        """The day on which an unused place goes, None while that is far."""
        site = self._team.places.site(place.id)
        if place.ends is None or site is None or site.id in self._used:
            return None
        return day_of(place.ends) if place.ends - self._team.roster.now() <= _WARNED else None

    @Slot()
    def _add(self) -> None:
        around = self._team.places.ancestry(self.place.id) if self.place else ()
        inside = next((each for each in reversed(around) if each.kind is not PlaceKind.DESK), None)
        dialog = PlaceDialog(self._team, self._towns, parent=self, inside=inside)
        dialog.saved.connect(self._choose)
        self._open(dialog)

    @Slot(object)
    def _choose(self, place: Place) -> None:
        """What was added is what one goes on with."""
        self._wanted = place.id
        self._fill()

    @Slot()
    def _change(self) -> None:
        if self.place is not None:
            dialog = PlaceDialog(self._team, self._towns, self.place, parent=self)
            dialog.pin_wanted.connect(self._pin)
            self._open(dialog)

    @Slot()
    def _merge(self) -> None:
        if self.place is not None:
            self._open(MergeDialog(self._team, self.place, self))

    @Slot()
    def _show(self) -> None:
        if self.place is not None:
            self.shown.emit(self.place.id)
            self.accept()

    @Slot(object)
    def _pin(self, place: Place) -> None:
        self.pin_wanted.emit(place)
        self.accept()

    def _open(self, dialog: Dialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


def _alike(place: Place) -> tuple[str | None, str]:
    """What doubles have in common."""
    return place.parent, fold(place.name)
