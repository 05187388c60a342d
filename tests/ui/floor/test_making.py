"""How a floor comes to be."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from presencemap.app.notices import PlacesChanged
from presencemap.domain.place import Place, PlaceKind, PlaceTree
from presencemap.ui.dialog import Dialog
from presencemap.ui.floor.editor import FloorEditor
from presencemap.ui.floor.making import FloorMaking
from presencemap.ui.ground import Ground
from presencemap.ui.map.where_map import WhereMap
from presencemap.ui.places.place_dialog import PlaceDialog

BARE = Place("bare", "Brugge office", PlaceKind.OFFICE, None, 51.2, 3.2, "Brugge")


@pytest.fixture
def ground(housed: Any, shown: Callable[[Any], Any]) -> Iterator[Ground]:
    housed.node.places = PlaceTree([*housed.team.places, BARE])
    housed.team.take(PlacesChanged(housed.node.places))
    where = WhereMap()
    where.attach(housed.team.roster)
    made: Ground = shown(Ground(housed.team, where))
    yield made
    made.stop()


@pytest.fixture
def dialogs(ground: Ground, housed: Any) -> list[Dialog]:
    opened: list[Dialog] = []

    def show(dialog: Dialog) -> None:
        opened.append(dialog)
        dialog.open()

    FloorMaking(housed.team, housed.towns, ground, show)
    return opened


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "plan.png"
    image = QImage(80, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    assert image.save(str(path))
    return path


def named(dialog: Dialog, name: str) -> None:
    assert isinstance(dialog, PlaceDialog)
    assert (dialog.kind.currentData(), dialog.parent_place.currentData()) == ("floor", "bare")
    dialog.name.setText(name)
    dialog.submit()


def test_an_office_without_floors_gets_one_when_it_is_opened(
    ground: Ground, dialogs: list[Dialog], qtbot: QtBot
) -> None:
    ground.map.place_opened.emit("bare")
    named(dialogs[0], "First floor")
    qtbot.waitUntil(lambda: ground.on_floor)
    assert ground.floor.scene is not None
    assert ground.floor.scene.name == "First floor"
    assert len(dialogs) == 1, "nothing is drawn unasked"
    ground.floor.bare.button.click()
    assert isinstance(dialogs[1], FloorEditor)
    dialogs[1].reject()


def test_a_picture_dropped_on_a_site_without_floors_is_drawn_over_once_one_is_named(
    ground: Ground, dialogs: list[Dialog], picture: Path, qtbot: QtBot
) -> None:
    ground.drop.dropped.emit("bare", picture)
    named(dialogs[0], "Ground floor")
    qtbot.waitUntil(lambda: len(dialogs) == 2)
    editor = dialogs[1]
    assert isinstance(editor, FloorEditor)
    qtbot.waitUntil(lambda: editor.canvas.picture is not None)
    editor.reject()


def test_a_place_that_went_meanwhile_gets_no_floor(
    ground: Ground, dialogs: list[Dialog], picture: Path
) -> None:
    ground.drop.dropped.emit("gone", picture)
    assert dialogs == []
