"""The colleagues and the ways to them; the one that is chosen is explained below."""

from PySide6.QtCore import QModelIndex, QSize, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from presencemap.app.doctor.findings import Report
from presencemap.ui.controls import Chip, Label, Line, dress
from presencemap.ui.network.colleagues_model import FACE, ColleaguesModel, Column
from presencemap.ui.theme import appearance

_AS_WIDE_AS_THEIR_TEXTS = (Column.ROUTE, Column.DELAY, Column.HEARD, Column.VERIFIED)


class ColleaguesCard(QFrame):
    """All of them, or only those who aren't reached."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, surface="card")
        self.model = ColleaguesModel(self)
        heading = Label(self.tr("Colleagues"))
        dress(heading, strong=True)
        self.count = Label("", "body", "ink2")
        self.all = Chip(self.tr("All"))
        self.unreached = Chip(self.tr("Not reached"))
        self.all.setChecked(True)
        group = QButtonGroup(self)
        top = QHBoxLayout()
        top.setContentsMargins(16, 8, 16, 8)
        top.setSpacing(8)
        top.addWidget(heading)
        top.addWidget(self.count, 1)
        for chip in (self.all, self.unreached):
            group.addButton(chip)
            top.addWidget(chip)
        self.view = QTreeView()
        self._dress_view()
        self.why = Label("", "small", "ink2", wrap=True)
        self.why.setContentsMargins(16, 8, 16, 10)
        # Room for two lines at once: the list above doesn't move when one is chosen.
        self.why.setMinimumHeight(appearance().theme.px(52))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 2)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(Line())
        column.addWidget(self.view, 1)
        column.addWidget(self.why)
        self.unreached.toggled.connect(self._filter)
        self.view.selectionModel().currentChanged.connect(self._explain)
        self._explain(QModelIndex())

    def tell(self, report: Report) -> None:
        """What was found."""
        self.model.tell(report)
        self.count.setText(str(len(report.facts.members)))
        number = self.model.unreached()
        text = self.tr("Not reached {count}").format(count=number)
        self.unreached.setText(text)
        self.unreached.setAccessibleName(text)
        self.unreached.updateGeometry()
        self._fit()
        self._explain(self.view.currentIndex())

    def _dress_view(self) -> None:
        view = self.view
        view.setModel(self.model)
        view.setAccessibleName(self.tr("Colleagues and the ways to them"))
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(True)
        view.setAllColumnsShowFocus(True)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setIconSize(QSize(FACE, FACE))
        view.setTabKeyNavigation(False)
        view.setMinimumHeight(180)
        header = view.header()
        header.hide()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        for column in _AS_WIDE_AS_THEIR_TEXTS:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)

    def _fit(self) -> None:
        """The names get what is left; the headings are only heard, and need no room."""
        for column in _AS_WIDE_AS_THEIR_TEXTS:
            self.view.header().resizeSection(column, self.view.sizeHintForColumn(column))

    @Slot(bool)
    def _filter(self, only: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.model.show_only_unreached(only=only)
        self._explain(self.view.currentIndex())

    @Slot(QModelIndex)
    def _explain(self, index: QModelIndex) -> None:
        hint = self.tr("Choose a colleague to see why they are, or aren't, reached.")
        self.why.setText(self.model.explained(index.row()) or hint)
