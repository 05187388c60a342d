"""The editor of a floor plan: a picture brought in, rooms and desks drawn on it and named.

Knows the team's places and what it asks of the node; what mouse and keys draw is the canvas's.
"""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from presencemap.app.pictures import Measure, measured, read_picture
from presencemap.domain.errors import UserError
from presencemap.domain.floor_plan import MAX_SHAPES, Image
from presencemap.domain.person import MAX_NAME
from presencemap.domain.place import PlaceKind
from presencemap.domain.text import clean
from presencemap.ui import assets
from presencemap.ui.controls import Button, Field, IconButton, Label, Segmented, dress
from presencemap.ui.dialog import Dialog
from presencemap.ui.floor.canvas import Canvas, Tool
from presencemap.ui.floor.drawing import Drawing
from presencemap.ui.floor.pictures import Decoder, Pictures
from presencemap.ui.floor.saving import Saving
from presencemap.ui.floor.scene import FloorScene
from presencemap.ui.painting.place import place_icon
from presencemap.ui.sentences import sentence
from presencemap.ui.team import Team
from presencemap.ui.theme import appearance

_KEY = Qt.ItemDataRole.UserRole + 1
_PICTURES = "*.png *.jpg *.jpeg *.webp"
_SIDE = 220


class FloorEditor(Dialog):
    """Draws one floor; ``saved`` when it was shared."""

    saved = Signal()
    high = 680

    def __init__(self, team: Team, scene: FloorScene, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("FloorEditor", "Plan of {floor}")
        super().__init__(title.format(floor=scene.name), "", parent)
        self.main.setText(self.tr("Save for everyone"))
        self.main.setAutoDefault(False)
        self.main.setDefault(False)
        self._team = team
        drawing = Drawing.of(scene.plan, team.places, [seat.place for seat in scene.seats])
        self.canvas = Canvas(drawing)
        self._brought: dict[object, QImage] = {}
        self._shared = Pictures(team, self)
        self._measures: dict[Path, Measure] = {}
        self._decoder = Decoder(self)
        self._saving = Saving(team, scene.floor, self._done, self._failed)
        self._warned = False
        self.kind = Segmented(self.tr("What is drawn"))
        self.tool = Segmented(self.tr("How it is drawn"))
        self.list = QListWidget()
        self.name = QLineEdit()
        self.hint = Label("", "small", "ink2", wrap=True)
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self._shared.show(scene.plan.image if scene.plan else None)
        self._show()

    def bring_in(self, path: Path) -> None:
        """Take a file as the picture of the plan, once it is decoded."""
        self.tell("")
        try:
            data = read_picture(path)
            self._measures[path] = measured(data)
        except UserError as error:
            self.tell(sentence(error))
            return
        self._decoder.start(path, data)

    @Slot()
    def submit(self) -> None:
        """Save; the dialog goes when all is shared."""
        unnamed = next((shape for shape in self.canvas.drawing.drawn if not shape.name), None)
        if unnamed is not None:
            self.canvas.select(unnamed.key)
            self.tell(self.tr("Every room and desk needs a name."))
            self.name.setFocus()
            return
        self.tell("")
        self.main.setEnabled(False)
        self._saving.save(self.canvas.drawing)

    def reject(self) -> None:
        """Away, where nothing is lost by it; else the second time."""
        lost = not self.canvas.undo.isClean() and not self._warned
        self._warned = lost
        if lost:
            self.tell(self.tr("What you drew isn’t saved. Cancel once more to leave it."))
        else:
            super().reject()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """The first file is the picture."""
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.bring_in(Path(files[0]))

    def done(self, result: int) -> None:
        """The worker ends with the dialog."""
        self._decoder.close()
        self._shared.close()
        super().done(result)

    def _lay_out(self) -> None:
        for kind, words in (
            (PlaceKind.ROOM, self.tr("Room")),
            (PlaceKind.DESK, self.tr("Desk")),
        ):
            self.kind.add(kind.value, words, place_icon(kind))
        for tool, words in (
            (Tool.SELECT, self.tr("Move")),
            (Tool.RECTANGLE, self.tr("Rectangle")),
            (Tool.POLYGON, self.tr("Polygon")),
        ):
            self.tool.add(tool.value, words)
        self.picture = Button(self.tr("Picture …"), small=True)
        self.no_picture = Button(self.tr("Without picture"), small=True)
        self.undo = IconButton("undo-2", self.tr("Undo (Ctrl Z)"), framed=True)
        self.redo = IconButton("redo-2", self.tr("Redo (Ctrl Shift Z)"), framed=True)
        self.add = Button(self.tr("Add"), icon="plus", small=True)
        self.remove = Button(self.tr("Take off"), icon="trash-2", small=True)
        for button in (self.picture, self.no_picture, self.add, self.remove):
            button.setAutoDefault(False)
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (self.tool, self.kind, self.undo, self.redo):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.picture)
        row.addWidget(self.no_picture)
        self.list.setAccessibleName(self.tr("Rooms and desks"))
        dress(self.list, popup=True)
        self.name.setMaxLength(MAX_NAME)
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(self.list, 1)
        side.addWidget(Field(self.tr("Name"), self.name))
        acts = QHBoxLayout()
        acts.addWidget(self.add)
        acts.addWidget(self.remove)
        acts.addStretch(1)
        side.addLayout(acts)
        self.list.setFixedWidth(_SIDE)
        self.name.setFixedWidth(_SIDE)
        area = QHBoxLayout()
        area.setSpacing(12)
        area.addWidget(self.canvas, 1)
        area.addLayout(side)
        self.body.addLayout(row)
        self.body.addLayout(area, 1)
        self.body.addWidget(self.hint)
        self._column.setStretch(1, 1)
        self.resize(1000, self.high)

    def _connect(self) -> None:
        canvas = self.canvas
        canvas.changed.connect(self._show)
        canvas.selected.connect(self._selected)
        canvas.full.connect(self._full)
        self.kind.chosen.connect(self._choose_kind)
        self.tool.chosen.connect(self._choose_tool)
        self.picture.clicked.connect(self._choose_file)
        self.no_picture.clicked.connect(self._drop_picture)
        self.undo.clicked.connect(canvas.undo.undo)
        self.redo.clicked.connect(canvas.undo.redo)
        canvas.undo.canUndoChanged.connect(self.undo.setEnabled)
        canvas.undo.canRedoChanged.connect(self.redo.setEnabled)
        self.add.clicked.connect(canvas.add_in_the_middle)
        self.remove.clicked.connect(canvas.remove)
        self.list.currentItemChanged.connect(self._picked)
        self.name.editingFinished.connect(self._rename)
        self._decoder.done.connect(self._decoded)
        self._shared.arrived.connect(self._show)
        QShortcut(QKeySequence("Ctrl+Z"), self).activated.connect(canvas.undo.undo)
        # Not StandardKey.Redo: that is but one of them on some desktops.
        redo = QShortcut(self)
        redo.setKeys([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        redo.activated.connect(canvas.undo.redo)
        self.undo.setEnabled(False)
        self.redo.setEnabled(False)

    @Slot()
    def _show(self) -> None:
        """The list and the picture say what the drawing is."""
        self._warned = False
        drawing, theme = self.canvas.drawing, appearance().theme
        shared = self._shared.image if isinstance(drawing.picture, Image) else None
        self.canvas.picture = self._brought.get(drawing.picture, shared)
        self.no_picture.setEnabled(drawing.picture is not None)
        self.list.blockSignals(True)
        self.list.clear()
        for shape in drawing.shapes:
            words = shape.name or self.tr("Without a name")
            if not shape.points:
                words = self.tr("{name}, not on the plan").format(name=words)
            icon = assets.icon(place_icon(shape.kind), theme.colour("ink2"))
            item = QListWidgetItem(icon, words)
            item.setData(_KEY, shape.key)
            self.list.addItem(item)
            if shape.key == self.canvas.current:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self._selected(self.canvas.current)

    @Slot(str)
    def _selected(self, key: str) -> None:
        shape = self.canvas.drawing.get(key)
        self.name.setEnabled(shape is not None)
        self.name.setText(shape.name if shape else "")
        self.remove.setEnabled(shape is not None and bool(shape.points))
        for row in range(self.list.count()):
            if self.list.item(row).data(_KEY) == key:
                self.list.setCurrentRow(row)
        words = self.tr(
            "Drop a picture of the floor here, or draw. Shapes snap to edges and to a grid."
        )
        if self.canvas.drawing.picture is not None:
            words = self.tr(
                "Draw each room and desk over the picture. Shapes snap to edges and to a grid."
            )
        if shape is not None and not shape.points:
            words = self.tr("{name} isn't on the plan yet: draw it.").format(name=shape.name)
        elif shape is not None:
            words = self.tr("Arrows move it, with Shift they change its size; Delete takes it off.")
        self.hint.setText(words)

    @Slot(QListWidgetItem)
    def _picked(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.canvas.select(item.data(_KEY))

    @Slot()
    def _rename(self) -> None:
        shape, name = self.canvas.drawing.get(self.canvas.current), clean(self.name.text())
        if shape is not None and name != shape.name:
            renamed = self.canvas.drawing.put(replace(shape, name=name))
            self.canvas.do(renamed, self.tr("Rename"))

    @Slot(str)
    def _choose_kind(self, kind: str) -> None:
        self.canvas.kind = PlaceKind(kind)
        if self.canvas.tool is Tool.SELECT:
            self.tool.choose(Tool.RECTANGLE.value)
            self._choose_tool(Tool.RECTANGLE.value)

    @Slot(str)
    def _choose_tool(self, tool: str) -> None:
        self.canvas.use(Tool(tool))

    @Slot()
    def _choose_file(self) -> None:
        words = self.tr("Pictures ({kinds})").format(kinds=_PICTURES)
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Picture of the floor"), "", words)
        if path:
            self.bring_in(Path(path))

    @Slot()
    def _drop_picture(self) -> None:
        drawing = self.canvas.drawing
        self.canvas.do(replace(drawing, picture=None), self.tr("Without picture"))

    @Slot(object, object)
    def _decoded(self, path: object, found: object) -> None:
        if isinstance(found, QImage) and isinstance(path, Path):
            size = self._measures[path]
            self._brought[path] = found
            drawing = self.canvas.drawing.on(path, size.width, size.height)
            self.canvas.do(drawing, self.tr("Picture"))
            if not drawing.drawn:
                # There is nothing to move yet.
                self.tool.choose(Tool.RECTANGLE.value)
                self._choose_tool(Tool.RECTANGLE.value)
        elif isinstance(found, Exception):
            self.tell(sentence(found))

    @Slot()
    def _full(self) -> None:
        self.tell(
            self.tr("At most {count} rooms and desks fit on a plan.").format(count=MAX_SHAPES)
        )

    def _done(self) -> None:
        self.saved.emit()
        self.accept()

    def _failed(self, error: Exception) -> None:
        self.main.setEnabled(True)
        self.tell(sentence(error))
