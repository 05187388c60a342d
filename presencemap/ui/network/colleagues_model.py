"""The colleagues of a report as a table: who, by which way, how far, when last heard."""

from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from presencemap.app.doctor import words
from presencemap.app.doctor.facts import Colleague, Facts
from presencemap.app.doctor.findings import Report, reached
from presencemap.domain.person import Person, Profile
from presencemap.ui import assets
from presencemap.ui.painting.avatar import avatar
from presencemap.ui.theme import appearance

FACE = 24
_NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex

# Under its own name, so that lupdate finds the texts.
translate = QCoreApplication.translate


class Column(IntEnum):
    """The columns, in order."""

    NAME = 0
    ROUTE = 1
    DELAY = 2
    HEARD = 3
    VERIFIED = 4


class ColleaguesModel(QAbstractTableModel):
    """Those of the last report, all or only the ones who aren't reached."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._facts = Facts(at=0)
        self._rows: tuple[Colleague, ...] = ()
        self._only_unreached = False

    def tell(self, report: Report) -> None:
        """A new report."""
        self._facts = report.facts
        self._choose()

    def show_only_unreached(self, *, only: bool) -> None:
        """Leave out whoever is reached, or don't."""
        self._only_unreached = only
        self._choose()

    def unreached(self) -> int:
        """How many aren't reached."""
        return sum(not reached(each) for each in self._facts.members)

    def explained(self, row: int) -> str:
        """Why the colleague of a row is, or isn't, reached, and what to do."""
        if not 0 <= row < len(self._rows):
            return ""
        who = self._rows[row]
        why = words.why(who, self._facts, translate)
        return f"{why} {words.remedy(who, self._facts, translate)}".strip()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """One for each colleague."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Always the same."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The columns' names."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            translate("ColleaguesCard", "Colleague"),
            translate("ColleaguesCard", "Way"),
            translate("ColleaguesCard", "Delay"),
            translate("ColleaguesCard", "Last heard"),
            translate("ColleaguesCard", "Verified"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text, face, and the whole of it for a screen reader."""
        if not index.isValid():
            return None
        who, column = self._rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return "" if column is Column.VERIFIED else self._text(who, column)
        if role == Qt.ItemDataRole.AccessibleTextRole and column is Column.NAME:
            return ", ".join(filter(None, (self._text(who, each) for each in Column)))
        return _look(who, column, role)

    def _text(self, who: Colleague, column: Column) -> str:
        match column:
            case Column.NAME:
                return who.name
            case Column.ROUTE:
                return words.route(who, self._facts, translate)
            case Column.DELAY:
                return words.delay(who.delay, translate)
            case Column.HEARD:
                return words.ago(who.last_heard, self._facts.at, translate)
            case Column.VERIFIED:
                return translate("ColleaguesCard", "Verified") if who.verified else ""

    def _choose(self) -> None:
        self.beginResetModel()
        self._rows = tuple(
            each for each in self._facts.members if not (self._only_unreached and reached(each))
        )
        self.endResetModel()


def _look(who: Colleague, column: Column, role: int) -> object:
    """Face, side and colour."""
    theme = appearance().theme
    match role:
        case Qt.ItemDataRole.DecorationRole if column is Column.NAME:
            initials = Person(who.person, Profile(who.name)).initials
            return avatar(theme, who.person, initials, FACE, 2.0, stale=not reached(who))
        case Qt.ItemDataRole.DecorationRole if column is Column.VERIFIED and who.verified:
            return assets.icon("shield-check", theme.colour("ok"), gap=0)
        case Qt.ItemDataRole.ToolTipRole if column is Column.VERIFIED and who.verified:
            return translate("ColleaguesCard", "Verified")
        case Qt.ItemDataRole.TextAlignmentRole if column in (Column.DELAY, Column.HEARD):
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        case Qt.ItemDataRole.ForegroundRole if column is not Column.NAME:
            return theme.colour("ink2")
        case _:
            return None
