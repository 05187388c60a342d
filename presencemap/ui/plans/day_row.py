"""One day of the week of my own: where, a few words, or out of office.

Owns the three fields of a row, which its grid lays out. Knows no node.
"""

from datetime import date

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget

from presencemap.domain.plan import Plan
from presencemap.domain.status import MAX_TEXT
from presencemap.domain.text import clean
from presencemap.ui.compose.place_list import PlaceList
from presencemap.ui.controls import Label, dress
from presencemap.ui.people import planned
from presencemap.ui.plans.whereabouts_field import WhereaboutsField
from presencemap.ui.ports import Towns


class DayRow(QObject):
    """`changed` after every change by the person."""

    changed = Signal()

    def __init__(
        self, towns: Towns, parent: QWidget | None = None, items: PlaceList | None = None
    ) -> None:
        """``items``: the places, as all days have them.

        ``parent``: what its grid is in; who comes there later takes all looks anew.
        """
        super().__init__(parent)
        self.day = date.min
        self._plan = Plan(self.day)
        self._shown = ""
        self.label = Label("", "body", parent=parent)
        self.place = WhereaboutsField(towns, parent, items)
        self.text = QLineEdit(parent)
        self.text.setMaxLength(MAX_TEXT)
        self.text.setPlaceholderText(self.tr("A few words"))
        self.out = QCheckBox(self.tr("Out of office"), parent)
        self.place.changed.connect(self._edited)
        self.text.textEdited.connect(self.changed)
        self.out.toggled.connect(self._switched)

    def add_to(self, grid: QGridLayout, row: int) -> None:
        """Take a row of a grid."""
        for column, part in enumerate(self.parts()):
            grid.addWidget(part, row, column)

    def parts(self) -> tuple[QWidget, ...]:
        """What is in it, from left to right."""
        return self.label, self.place, self.text, self.out

    def set_places(self, items: PlaceList) -> None:
        """The places that can be named."""
        self.place.set_places(items.places, items)

    def show_plan(self, plan: Plan, today: date) -> None:
        """Another day, and what is planned for it."""
        self.day, self._plan = plan.day, plan
        self.label.setText(self._words(today))
        weekend = plan.day.weekday() >= 5
        self.label.set_tone("ink3" if weekend else "ink")
        dress(self.label, strong=plan.day == today)
        for field, name in (
            (self.place, self.tr("Place, {day}")),
            (self.text, self.tr("A few words, {day}")),
            (self.out, self.tr("Out of office, {day}")),
        ):
            field.setAccessibleName(name.format(day=planned.long_day(plan.day)))
        self.place.set_value(plan.place)
        self._shown = self.place.currentText()
        self.text.setText(plan.text)
        self.text.setCursorPosition(0)
        self.out.setChecked(plan.out)
        self.set_error(wrong=False)

    @property
    def plan(self) -> Plan:
        """What stands in the row; a place that isn't known here stays, as long as it stands there.

        Raises:
            TextTooLong: over 140 characters.
        """
        untouched = self.place.currentText() == self._shown
        place = self._plan.place if untouched else self.place.value
        return Plan.said(self.day, place, self.text.text(), out=self.out.isChecked())

    @property
    def unknown(self) -> str:
        """What was typed for a place and names neither a place nor a town."""
        return "" if self.out.isChecked() else self.place.unknown

    def take(self, plan: Plan) -> None:
        """Say the same as another day."""
        self.out.setChecked(plan.out)
        self.place.set_value(plan.place)
        self.text.setText(clean(plan.text))

    def set_error(self, *, wrong: bool) -> None:
        """Mark the place as one that nobody knows."""
        dress(self.place, invalid=wrong)

    def _words(self, today: date) -> str:
        near = planned.near_day(self.day, today)
        short = planned.short_day(self.day)
        return short if near in short else f"{near}, {short}"

    @Slot()
    def _edited(self) -> None:
        self.set_error(wrong=False)
        self.changed.emit()

    @Slot(bool)
    def _switched(self, out: bool) -> None:  # noqa: FBT001 - a slot
        self.place.setEnabled(not out)
        self.changed.emit()
