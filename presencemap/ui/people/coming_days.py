"""The part of the person card that says where somebody will be, from today on.

Made once and filled with a card at each change. Knows values and words, no model.
"""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from presencemap.domain.place import PlaceTree
from presencemap.domain.plan import Plan, spans
from presencemap.ui.controls import Label, dress
from presencemap.ui.people import planned

_MOST = 6
"""Lines; beyond, their number."""


class ComingDays(QWidget):
    """A line for each run of days with the same plan."""

    def __init__(self) -> None:
        super().__init__()
        self._title = Label(self.tr("Coming days"), "small", "ink2")
        dress(self._title, strong=True)
        self._lines: list[tuple[Label, Label]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(1, 1)
        self._more = Label("", "micro", "ink3")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addLayout(self._grid)
        column.addWidget(self._more)

    def show_plans(
        self, plans: tuple[Plan, ...], places: PlaceTree, today: date, chosen: date | None = None
    ) -> None:
        """These plans; the one of a chosen day stands out. Without any, nothing shows."""
        found = spans(plans)
        while len(self._lines) < min(len(found), _MOST):
            self._add_line()
        for number, (day, said) in enumerate(self._lines):
            shown = number < len(found)
            day.setVisible(shown)
            said.setVisible(shown)
            if shown:
                span = found[number]
                day.setText(planned.days(span, today))
                said.setText(planned.what(span.plan, places))
                said.setAccessibleName(f"{planned.long_days(span)}: {said.text()}")
                out = chosen is not None and span.plan.day <= chosen <= span.last
                dress(day, strong=out)
                day.set_tone("accent" if out else "ink3")
        left = len(found) - _MOST
        self._more.setText(self.tr("and {count} more").format(count=left))
        self._more.setVisible(left > 0)
        self.setVisible(bool(found))

    def _add_line(self) -> None:
        row = len(self._lines)
        day, said = Label("", "small", "ink3"), Label("", "small", "ink", wrap=True)
        self._grid.addWidget(day, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(said, row, 1)
        self._lines.append((day, said))
