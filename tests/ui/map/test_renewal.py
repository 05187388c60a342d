"""Other people: those before stay until the others are laid out and drawn."""

from collections.abc import Iterator
from types import ModuleType

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from presencemap.ui.map.projection import View
from presencemap.ui.map.where_map import WhereMap
from presencemap.ui.theme import Appearance, Mode


@pytest.fixture
def where(qtbot: QtBot, look: Appearance, factories: ModuleType) -> Iterator[WhereMap]:
    made, team = WhereMap(), factories.team(12)
    made.set_reduced_motion(True)
    made.resize(920, 722)
    made.set_places(team.places)
    made.set_cards(team.cards, team.now)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: bool(made.plate_buttons.buttons) and not made._settle.isActive())
    yield made
    made.stop()


def begin(where: WhereMap, factories: ModuleType, people: int = 43) -> Iterator[bool]:
    """Show more, turn by turn: whether they show."""
    team, before = factories.team(people), where.foreground.scene
    where.set_cards(team.cards, team.now)
    while where.foreground.scene is before:
        yield False
        QApplication.processEvents()
    yield True


def until_shown(turns: Iterator[bool]) -> None:
    while not next(turns):
        pass


@pytest.mark.usefixtures("in_turns")
def test_what_shows_at_last_is_drawn_by_then(where: WhereMap, factories: ModuleType) -> None:
    shown = where.foreground
    before = shown.items
    turns = begin(where, factories)
    waited = 0
    while not next(turns):
        assert shown.items is before
        waited += 1
    assert waited > len(shown.items), "a layout and a drawing of each"
    assert shown.items is not before
    assert shown.scene.people > 13
    ratio = where.devicePixelRatioF()
    assert all(shown._sprites.has(item.plate, ratio) for item in shown.items)


@pytest.mark.usefixtures("in_turns")
def test_it_comes_to_the_same_as_at_once(
    where: WhereMap, factories: ModuleType, qtbot: QtBot, look: Appearance
) -> None:
    until_shown(begin(where, factories))
    placed = [item.placed for item in where.foreground.items]
    where._renewal.start_afresh()
    assert [item.placed for item in where.foreground.items] == placed
    assert where._framing.untouched


@pytest.mark.usefixtures("in_turns")
def test_who_is_sought_meanwhile_is_marked(where: WhereMap, factories: ModuleType) -> None:
    turns = begin(where, factories)
    next(turns)
    next(turns)
    where.set_matching(frozenset())
    until_shown(turns)
    assert all(item.plate.nobody for item in where.foreground.items)


@pytest.mark.usefixtures("in_turns")
@pytest.mark.parametrize("size", [(920, 722), (500, 560)])
def test_another_size_or_look_meanwhile_is_heeded(
    where: WhereMap, factories: ModuleType, look: Appearance, size: tuple[int, int]
) -> None:
    turns = begin(where, factories)
    next(turns)
    next(turns)
    where.resize(*size)
    look.set_mode(Mode.DARK)
    until_shown(turns)
    assert not where._framing.loses_someone(where.foreground)
    placed = [item.placed for item in where.foreground.items]
    where._following.lay_out()
    assert [item.placed for item in where.foreground.items] == placed


@pytest.mark.usefixtures("in_turns")
def test_a_zoom_meanwhile_is_followed(where: WhereMap, factories: ModuleType, qtbot: QtBot) -> None:
    # A person has moved it: it doesn't look for everyone.
    where.restore_view(51.0, 4.0, 8.0)
    turns = begin(where, factories)
    next(turns)
    next(turns)
    there = View(51.0, 4.0, 10.0, where.width(), where.height())
    where.camera.jump(there)
    until_shown(turns)
    qtbot.waitUntil(lambda: where.foreground.zoom == there.zoom)
    assert where.camera.goal == there


class Paints(QObject):
    """How often the map was painted each time that its window was."""

    def __init__(self) -> None:
        super().__init__()
        self.counts = list[int]()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt)
        if event.type() is QEvent.Type.UpdateRequest:
            self.counts.append(0)
        elif event.type() is QEvent.Type.Paint and self.counts:
            self.counts[-1] += 1
        return False


@pytest.mark.usefixtures("in_turns")
def test_the_map_is_painted_once_and_what_floats_with_it(
    where: WhereMap, factories: ModuleType, qtbot: QtBot
) -> None:
    qtbot.waitUntil(where.is_painted, timeout=20_000)
    paints = Paints()
    where.installEventFilter(paints)
    until_shown(begin(where, factories))
    qtbot.wait(5)
    assert max(paints.counts) == 1


def test_what_floats_and_is_marked_later_is_painted_with_the_map(
    where: WhereMap, qtbot: QtBot
) -> None:
    qtbot.waitUntil(where.is_painted, timeout=20_000)
    qtbot.wait(5)
    paints = Paints()
    where.installEventFilter(paints)
    where.update()
    where.dock.sections[0].update()
    where.lens.update()
    qtbot.waitUntil(lambda: paints.counts != [])
    assert paints.counts[0] == 1
