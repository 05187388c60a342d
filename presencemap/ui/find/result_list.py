"""What was found, as rows: who or what it is, and one line more about it.

Owns how a result looks and is read aloud. Knows the roster model, not the searcher.
"""

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from presencemap.domain.finding import Subject, SubjectKind
from presencemap.ui import assets
from presencemap.ui.painting.avatar import paint_face
from presencemap.ui.painting.place import place_icon
from presencemap.ui.people import wording
from presencemap.ui.people.roster_model import Index, RosterModel
from presencemap.ui.theme.appearance import appearance

# Under its own name, so that lupdate finds the texts.
translate = QCoreApplication.translate
_NO_PARENT = QModelIndex()
_ROW = 44
_PAD = 12
_FACE = 28
_ICONS = {SubjectKind.TOPIC: "hash", SubjectKind.JOB: "briefcase"}
SUBJECT = Qt.ItemDataRole.UserRole + 1
DETAIL = Qt.ItemDataRole.UserRole + 2


class ResultModel(QAbstractListModel):
    """The subjects found last, in their order."""

    def __init__(self, roster: RosterModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.roster = roster
        self._found: list[Subject] = []

    def show(self, found: list[Subject]) -> None:
        """Show these; who left the team since the search isn't shown."""
        self.beginResetModel()
        self._found = [subject for subject in found if self._is_there(subject)]
        self.endResetModel()

    def subject(self, row: int) -> Subject | None:
        """The subject of a row, None where there is no such row."""
        return self._found[row] if 0 <= row < len(self._found) else None

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """One row a subject."""
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name, the line below, the whole for a screen reader."""
        subject = self.subject(index.row())
        if subject is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return subject.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(filter(None, [subject.name, self._detail(subject)]))
            case _ if role == SUBJECT:
                return subject
            case _ if role == DETAIL:
                return self._detail(subject)
        return None

    def _is_there(self, subject: Subject) -> bool:
        if subject.kind is SubjectKind.PERSON:
            return self.roster.facts(subject.id) is not None
        return subject.kind is not SubjectKind.PLACE or subject.id in self._places()

    def _places(self) -> set[str]:
        return {place.id for place in self.roster.places}

    def _detail(self, subject: Subject) -> str:
        match subject.kind:
            case SubjectKind.PERSON:
                facts = self.roster.facts(subject.id)
                return " · ".join(filter(None, [facts.place, facts.line])) if facts else ""
            case SubjectKind.PLACE:
                return self._about_place(subject)
            case SubjectKind.TOPIC:
                quiet = translate("Find", "Nobody is on it now")
                return _people(subject.people) if subject.people else quiet
            case SubjectKind.JOB:
                rests = translate("Find", "Job, nobody is on it")
                on_it = translate("Find", "Job · {people}").format(people=_people(subject.people))
                return on_it if subject.people else rests
            case SubjectKind.TOWN:
                return translate("Find", "Town, show on the map")

    def _about_place(self, subject: Subject) -> str:
        places = self.roster.places
        chain = places.ancestry(subject.id)
        around = wording.place_path(places, chain[-2].id) if len(chain) > 1 else chain[0].town
        here = _people(subject.people) if subject.people else translate("Find", "Nobody there now")
        return " · ".join(filter(None, [around, here]))


def _people(count: int) -> str:
    if count == 1:
        return translate("Find", "1 colleague")
    return translate("Find", "{count} colleagues").format(count=count)


class ResultDelegate(QStyledItemDelegate):
    """A face or an icon, the name, and the line below it; all text plain."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Height only: the view gives the width."""
        return QSize(0, appearance().theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        subject, model = index.data(SUBJECT), index.model()
        if not isinstance(subject, Subject) or not isinstance(model, ResultModel):
            return
        theme, box = appearance().theme, QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground = "accentSoft" if selected else "hover" if hovered else "raised"
        painter.save()
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        painter.fillRect(box, theme.colour(ground))
        edge = theme.px(_FACE)
        mark = QRectF(box.left() + _PAD, box.center().y() - edge / 2, edge, edge)
        self._mark(painter, mark, subject, model.roster, ground)
        left = mark.right() + 10
        room = box.right() - _PAD - left
        middle = box.center().y()
        lines = (
            (subject.name, "strong", "ink", middle - theme.px(8)),
            (str(index.data(DETAIL)), "micro", "ink3", middle + theme.px(9)),
        )
        for text, role, tone, at in lines:
            font, metrics = theme.typeface(role)
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.setFont(font)
            painter.setPen(theme.colour(tone))
            base = at + (metrics.ascent() - metrics.descent()) / 2
            painter.drawText(QPointF(left, base), shown)
        painter.restore()

    def _mark(
        self,
        painter: QPainter,
        box: QRectF,
        subject: Subject,
        roster: RosterModel,
        ground: str,
    ) -> None:
        theme = appearance().theme
        facts = roster.facts(subject.id) if subject.kind is SubjectKind.PERSON else None
        if facts is not None:
            paint_face(
                painter,
                theme,
                facts.id,
                facts.initials,
                corner=box.topLeft(),
                size=round(box.width()),
                availability=facts.availability,
                under=theme.colour(ground),
                stale=facts.stale,
            )
            return
        place = roster.places.get(subject.id) if subject.kind is SubjectKind.PLACE else None
        icon = place_icon(place.kind) if place else _ICONS.get(subject.kind, "map-pin")
        inner = theme.px(18)
        middle = box.center()
        spot = QRectF(middle.x() - inner / 2, middle.y() - inner / 2, inner, inner)
        assets.draw_icon(painter, icon, theme.colour("ink2"), spot)
