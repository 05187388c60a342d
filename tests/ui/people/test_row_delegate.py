"""How a row looks: nothing clips, old facts look old, selection and look show."""

from dataclasses import replace
from types import ModuleType

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from presencemap.domain.availability import Reach
from presencemap.domain.roster import Group
from presencemap.ui.people.roster_list import RosterList
from presencemap.ui.people.roster_model import Role, RosterModel
from presencemap.ui.people.row_delegate import RowDelegate
from presencemap.ui.theme import Appearance, Mode


class Stage:
    def __init__(self, factories: ModuleType) -> None:
        team = factories.team(12)
        self.model = RosterModel(lambda: team.now)
        self.model.set_places(team.places)
        self.model.apply(team.cards)
        self.list = RosterList(self.model)
        self.team = team
        self.delegate = RowDelegate()

    def row(self, number: int) -> int:
        return self.list.row_of(self.team.cards[number].person.id)

    def draw(
        self, row: int, width: int, state: QStyle.StateFlag = QStyle.StateFlag.State_Enabled
    ) -> QImage:
        option = QStyleOptionViewItem()
        size = self.delegate.sizeHint(option, self.list.index(row))
        image = QImage(QSize(width, size.height()), QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        option.rect = QRect(0, 0, width, size.height())  # type: ignore[attr-defined]
        option.state = state  # type: ignore[attr-defined]
        painter = QPainter(image)
        self.delegate.paint(painter, option, self.list.index(row))
        painter.end()
        return image


@pytest.fixture
def stage(look: Appearance, factories: ModuleType) -> Stage:
    return Stage(factories)


def test_heights(stage: Stage, look: Appearance) -> None:
    option = QStyleOptionViewItem()
    person, header = stage.list.index(stage.row(1)), stage.list.index(0)
    assert stage.delegate.sizeHint(option, person).height() == 56
    assert stage.delegate.sizeHint(option, header).height() == 30
    look.set_text_scale(2.0)
    assert stage.delegate.sizeHint(option, person).height() == 112


@pytest.mark.parametrize("width", [300, 460])
def test_a_compact_row_has_all_of_it_in_40_px(stage: Stage, look: Appearance, width: int) -> None:
    look.set_compact(True)
    option = QStyleOptionViewItem()
    assert stage.delegate.sizeHint(option, stage.list.index(stage.row(1))).height() == 40
    ground = look.theme.colour("surface")
    for number in range(1, 13):
        image = stage.draw(stage.row(number), width)
        inked = [y for y in range(40) for x in range(60, width) if image.pixelColor(x, y) != ground]
        assert min(inked) > 4
        assert max(inked) < 36, "nothing touches the row above or below"
    wide, narrow = stage.draw(stage.row(1), 420), stage.draw(stage.row(1), 240)
    assert wide.copy(0, 0, 48, 40) == narrow.copy(0, 0, 48, 40)


@pytest.mark.parametrize("width", [240, 300, 420])
@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_nothing_reaches_the_edge(stage: Stage, look: Appearance, width: int, mode: Mode) -> None:
    look.set_mode(mode)
    surface = look.theme.colour("surface").name()
    for number in range(1, 13):
        image = stage.draw(stage.row(number), width)
        margin = {
            image.pixelColor(x, y).name()
            for y in range(image.height())
            for x in (*range(10), *range(width - 10, width))
        }
        assert margin == {surface}


def test_selection_has_its_ground_and_bar(stage: Stage, look: Appearance) -> None:
    state = QStyle.StateFlag.State_Enabled | QStyle.StateFlag.State_Selected
    image = stage.draw(stage.row(1), 300, state)
    assert image.pixelColor(290, 5) == look.theme.colour("accentSoft")
    assert image.pixelColor(1, 28) == look.theme.colour("accent")


def test_the_keyboards_row_has_a_ring(stage: Stage, look: Appearance) -> None:
    state = (
        QStyle.StateFlag.State_Enabled
        | QStyle.StateFlag.State_HasFocus
        | QStyle.StateFlag.State_KeyboardFocusChange
    )
    image = stage.draw(stage.row(2), 300, state)
    assert image.pixelColor(150, 2) == look.theme.colour("focus")


def test_a_last_known_row_has_no_tone_of_a_kind_or_availability(
    stage: Stage, look: Appearance
) -> None:
    image = stage.draw(stage.row(8), 300)
    strongest = max(
        image.pixelColor(x, y).hsvSaturation() * image.pixelColor(x, y).value() // 255
        for x in range(image.width())
        for y in range(image.height())
    )
    # Greys of the theme lean to blue a little; a tone would reach 150 and more.
    assert strongest < 60


def test_a_header_writes_its_words(stage: Stage, look: Appearance, qtbot: QtBot) -> None:
    image = stage.draw(0, 300)
    inked = [
        x for x in range(300) for y in range(image.height()) if image.pixelColor(x, y).alpha() > 120
    ]
    assert min(inked) >= 14
    assert 120 < max(inked) < 290


def test_an_end_takes_room_from_the_place_alone(stage: Stage) -> None:
    facts = stage.list.index(stage.row(3)).data(Role.FACTS)
    assert facts.place == "Zurenborg, Antwerpen"
    assert facts.until
    ending = stage.draw(stage.row(3), 300)
    card = stage.team.cards[3]
    stage.model.apply([replace(card, status=replace(card.status, until=None))])
    plain = stage.draw(stage.row(3), 300)
    assert plain != ending
    name, lower = QRect(60, 0, 60, 28), QRect(0, 28, 300, 28)
    for kept in (name, lower):
        assert plain.copy(kept) == ending.copy(kept)


@pytest.mark.parametrize("compact", [False, True])
def test_guests_take_room_from_the_place_alone(
    stage: Stage, look: Appearance, *, compact: bool
) -> None:
    look.set_compact(compact)
    card, row = stage.team.cards[3], stage.row(3)
    alone = stage.draw(row, 300)
    stage.model.apply([replace(card, status=replace(card.status, guests=2))])
    hosting = stage.draw(row, 300)
    assert hosting != alone
    high = hosting.height()
    for kept in (QRect(60, 0, 60, high), QRect(270, 0, 30, high)):
        assert hosting.copy(kept) == alone.copy(kept)


@pytest.mark.parametrize("compact", [False, True])
def test_guests_have_a_row_as_high_as_their_host_s(
    stage: Stage, look: Appearance, *, compact: bool
) -> None:
    look.set_compact(compact)
    card = stage.team.cards[3]
    stage.model.apply([replace(card, status=replace(card.status, guests=2))])
    stage.list.choose_site("zurenborg")
    row = stage.list.count(Group.CHOSEN) + 1
    drawn = stage.draw(row, 300)
    assert drawn.height() == stage.draw(stage.row(3), 300).height()
    stage.model.apply([replace(card, status=replace(card.status, guests=3))])
    assert stage.draw(row, 300) != drawn


def test_a_mark_shows_who_is_seen_through_another_s_computer(stage: Stage) -> None:
    before = stage.draw(stage.row(2), 300)
    stage.model.apply([replace(stage.team.cards[2], reach=Reach.RELAYED)])
    assert stage.draw(stage.row(2), 300) != before


def test_a_row_s_picture_is_made_once_until_it_reads_or_looks_differently(
    stage: Stage, look: Appearance
) -> None:
    row = stage.row(2)
    first = stage.draw(row, 300)
    made = len(stage.delegate._made)
    assert stage.draw(row, 300) == first
    assert len(stage.delegate._made) == made
    look.set_mode(Mode.DARK)
    assert stage.draw(row, 300) != first
    look.set_mode(Mode.LIGHT)
    assert stage.draw(row, 300, QStyle.StateFlag.State_Selected) != first
    for width in range(240, 420):
        stage.draw(row, width)
    assert len(stage.delegate._made) == 120


def test_a_row_that_reads_otherwise_stands_in_as_it_was_until_it_is_drawn(stage: Stage) -> None:
    card = stage.team.cards[1]
    row = stage.row(1)
    before = stage.draw(row, 300)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 300, 56)  # type: ignore[attr-defined]
    option.state = QStyle.StateFlag.State_Enabled  # type: ignore[attr-defined]

    def last() -> QImage:
        image = QImage(300, 56, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        painter = QPainter(image)
        stage.delegate.paint_last(painter, option, stage.list.index(stage.row(1)))
        painter.end()
        return image

    assert stage.delegate.is_drawn(option, stage.list.index(row), 1.0)
    assert not stage.delegate.is_drawn(option, stage.list.index(row), 2.0)
    assert stage.delegate.is_drawn(option, stage.list.index(row), 1.33), "on no whole pixels"
    person = replace(card.person, profile=replace(card.person.profile, name="Somebody Else"))
    stage.model.apply([replace(card, person=person)])
    row = stage.row(1)
    assert not stage.delegate.is_drawn(option, stage.list.index(row), 1.0)
    assert last() == before
    option.state |= QStyle.StateFlag.State_MouseOver  # type: ignore[attr-defined]
    assert last() == before, "on another ground rather than not at all"
    after = stage.draw(row, 300)
    assert after != before
    assert last() == after


def test_headers_need_no_picture(stage: Stage) -> None:
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 300, 30)  # type: ignore[attr-defined]
    assert stage.delegate.is_drawn(option, stage.list.index(0), 1.0)
