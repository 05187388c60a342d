"""The editor as a whole: pictures, names, saving."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from presencemap.app.commands import SetFloorPlan, ShowPicture
from presencemap.app.notices import FloorPlansChanged
from presencemap.domain.errors import Refused
from presencemap.domain.floor_plan import FloorPlan, Image
from presencemap.domain.place import PlaceKind
from presencemap.ui.floor.canvas import Tool
from presencemap.ui.floor.editor import FloorEditor


@pytest.fixture
def editor(qtbot: QtBot, housed: Any, building: Any) -> Iterator[FloorEditor]:
    made = FloorEditor(housed.team, building.scene())
    qtbot.addWidget(made)
    made.show()
    yield made
    made.reject()


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "plan.png"
    image = QImage(1600, 1200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    assert image.save(str(path))
    return path


def dropped(editor: FloorEditor, *urls: QUrl) -> bool:
    data = QMimeData()
    data.setUrls(list(urls))
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(9, 9).toPoint(), Qt.DropAction.CopyAction, data, *none)
    enter.ignore()
    editor.dragEnterEvent(enter)
    if enter.isAccepted():
        editor.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, *none))
    return enter.isAccepted()


def test_it_lists_what_is_drawn_and_what_isnt(editor: FloorEditor) -> None:
    rows = [editor.list.item(n).text() for n in range(editor.list.count())]
    assert rows == ["Atelier", "D2", "D16", "Leie", "X1, not on the plan"]
    assert editor.windowTitle() == "Plan of Floor 2"
    editor.list.setCurrentRow(4)
    assert editor.canvas.current == "x1"
    assert editor.hint.text() == "X1 isn't on the plan yet: draw it."
    assert not editor.remove.isEnabled()


def test_a_picture_is_dropped_in_and_all_stays_where_it_was(
    qtbot: QtBot, editor: FloorEditor, picture: Path
) -> None:
    assert not dropped(editor, QUrl("https://example.org/plan.png"))
    assert dropped(editor, QUrl.fromLocalFile(str(picture)))
    qtbot.waitUntil(lambda: editor.canvas.picture is not None)
    drawing = editor.canvas.drawing
    assert (drawing.width, drawing.height, drawing.picture) == (1600, 1200, picture)
    assert drawing.get("leie").points == ((0, 0), (800, 400))  # type: ignore[union-attr]
    editor.undo.click()
    assert editor.canvas.picture is None
    assert editor.canvas.drawing.width == 800
    editor.redo.click()
    assert editor.canvas.picture is not None
    editor.no_picture.click()
    assert editor.canvas.drawing.picture is None


@pytest.mark.parametrize(
    "held",
    [
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier),
    ],
)
def test_what_was_undone_is_redone_by_either_key(
    qtbot: QtBot, editor: FloorEditor, held: tuple[Qt.Key, Qt.KeyboardModifier]
) -> None:
    editor.add.click()
    drawn = editor.canvas.drawing
    editor.canvas.setFocus()
    qtbot.keyClick(editor.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.canvas.drawing != drawn
    qtbot.keyClick(editor.canvas, *held)
    assert editor.canvas.drawing == drawn


def test_a_picture_is_chosen_from_a_file(
    qtbot: QtBot, editor: FloorEditor, picture: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    editor.picture.click()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(picture), ""))
    editor.picture.click()
    qtbot.waitUntil(lambda: editor.canvas.picture is not None)


def test_with_a_picture_and_nothing_drawn_one_draws_at_once(
    qtbot: QtBot, housed: Any, building: Any, picture: Path
) -> None:
    editor = FloorEditor(housed.team, building.scene("one", plans=()))
    qtbot.addWidget(editor)
    assert editor.canvas.tool is Tool.SELECT
    assert editor.hint.text().startswith("Drop a picture")
    editor.bring_in(picture)
    qtbot.waitUntil(lambda: editor.canvas.picture is not None)
    assert (editor.canvas.tool, editor.tool.value) == (Tool.RECTANGLE, "rectangle")
    assert editor.hint.text().startswith("Draw each room")
    editor.reject()


def test_what_was_drawn_is_not_lost_by_one_escape(qtbot: QtBot, editor: FloorEditor) -> None:
    editor.show()
    editor.canvas.add_in_the_middle()
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.isVisible()
    assert editor.message.startswith("What you drew")
    editor.canvas.add_in_the_middle()
    editor.close()
    assert editor.isVisible(), "and that is asked anew of what is drawn later"
    editor.close()
    assert not editor.isVisible(), "asked for twice"


def test_where_nothing_was_drawn_one_escape_leaves(qtbot: QtBot, editor: FloorEditor) -> None:
    editor.show()
    editor.canvas.add_in_the_middle()
    editor.undo.click()
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.isVisible()


def test_a_hostile_file_is_refused_with_a_sentence(
    qtbot: QtBot, editor: FloorEditor, picture: Path
) -> None:
    whole = picture.read_bytes()
    picture.write_bytes(whole[: len(whole) // 2])
    editor.bring_in(picture)
    assert editor.message.startswith("This picture is cut short")
    picture.write_bytes(b"%PDF-1.7")
    editor.bring_in(picture)
    assert "Save the plan as one of these" in editor.message
    picture.write_bytes(whole[:45] + bytes(len(whole) - 61) + whole[-16:])
    editor.tell("")
    editor.bring_in(picture)
    qtbot.waitUntil(lambda: editor.message.startswith("This picture is cut short or damaged"))
    picture.write_bytes(whole[:16] + b"\0\0\xff\xff\0\0\xff\xff" + whole[24:])
    editor.bring_in(picture)
    assert editor.message.startswith("A plan's picture has at most")
    assert editor.canvas.drawing.picture is None


def test_a_plans_own_picture_is_shown(qtbot: QtBot, housed: Any, building: Any) -> None:
    image = QImage(80, 60, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    own = Image("1" * 64, 7)
    plan = FloorPlan("two", 80, 60, own)
    housed.node.answers[ShowPicture] = (
        Path(__file__).parents[3] / "resources" / "demo" / "floor-2.png"
    ).read_bytes()
    housed.team.take(FloorPlansChanged((plan,), frozenset({own})))
    editor = FloorEditor(housed.team, building.scene(plans=(plan,)))
    qtbot.addWidget(editor)
    qtbot.waitUntil(lambda: editor.canvas.picture is not None)
    editor.reject()


def test_a_room_is_named_and_saved(qtbot: QtBot, editor: FloorEditor, housed: Any) -> None:
    editor.kind.chosen.emit("desk")
    assert editor.canvas.tool is Tool.RECTANGLE
    assert editor.canvas.kind is PlaceKind.DESK
    editor.tool.chosen.emit("select")
    editor.canvas.select("leie")
    editor.name.setText("  Lys ")
    editor.name.editingFinished.emit()
    assert editor.canvas.drawing.get("leie").name == "Lys"  # type: ignore[union-attr]
    editor.canvas.undo.undo()
    with qtbot.waitSignal(editor.saved):
        editor.main.click()
    (command,) = housed.node.posted
    assert isinstance(command, SetFloorPlan)
    assert not editor.isVisible()


def test_a_shape_without_a_name_is_asked_for_one(editor: FloorEditor, housed: Any) -> None:
    editor.canvas.select("leie")
    editor.name.setText(" ")
    editor.name.editingFinished.emit()
    editor.main.click()
    assert editor.message == "Every room and desk needs a name."
    assert housed.node.posted == []


def test_what_the_node_refuses_is_said_and_can_be_tried_again(
    qtbot: QtBot, editor: FloorEditor, housed: Any
) -> None:
    housed.node.error = Refused("Sharing is paused.")
    editor.main.click()
    qtbot.waitUntil(lambda: editor.message == "Sharing is paused.")
    assert editor.main.isEnabled()


def test_a_full_plan_is_said(editor: FloorEditor) -> None:
    editor.canvas.full.emit()
    assert editor.message == "At most 120 rooms and desks fit on a plan."
