"""The map as a person drives it: looking, pointing, dragging, typing."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import combinations
from types import ModuleType

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from presencemap.domain.availability import Presence
from presencemap.domain.place import Place, PlaceKind, PlaceTree
from presencemap.domain.roster import Card
from presencemap.ui.controls import IconButton
from presencemap.ui.glide import GLIDE_MS
from presencemap.ui.map import backdrop
from presencemap.ui.map.foreground import Foreground
from presencemap.ui.map.item import Item
from presencemap.ui.map.layout import Form, Rect
from presencemap.ui.map.projection import View
from presencemap.ui.map.scene import DockKind
from presencemap.ui.map.where_map import WhereMap
from presencemap.ui.people.roster_model import RosterModel
from presencemap.ui.theme import Appearance, Mode

Show = Callable[..., WhereMap]


@pytest.fixture
def show(qtbot: QtBot, look: Appearance, factories: ModuleType) -> Iterator[Show]:
    """Opens a map with a team, in a size, without motion unless asked."""
    opened: list[WhereMap] = []

    def open_it(
        people: int = 12,
        size: tuple[int, int] = (920, 722),
        *,
        cards: list[Card] | None = None,
        places: PlaceTree | None = None,
        still: bool = True,
    ) -> WhereMap:
        where = WhereMap()
        where.set_reduced_motion(still)
        where.resize(*size)
        team = factories.team(people)
        where.set_places(places or team.places)
        where.set_cards(team.cards if cards is None else cards, team.now)
        opened.append(where)
        qtbot.addWidget(where)
        with qtbot.waitExposed(where):
            where.show()
        where.activateWindow()
        qtbot.waitUntil(lambda: bool(where.plate_buttons.buttons) or not where.foreground.items)
        qtbot.waitUntil(lambda: where.foreground.scene.whereabouts() != {} or cards == [])
        return where

    yield open_it
    for where in opened:
        where.stop()


def middle(where: WhereMap, item: Item) -> QPoint:
    """On the plate, under its faces."""
    body = where.foreground.body(item, where.camera.view)
    return QPoint(round(body.center().x()), round(body.bottom()) - 5)


def scroll(where: WhereMap, at: QPointF, notches: float) -> None:
    event = QWheelEvent(
        at,
        where.mapToGlobal(at),
        QPoint(),
        QPoint(0, round(120 * notches)),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(where, event)


def fingers(where: WhereMap, at: QPointF, pixels: int) -> None:
    event = QWheelEvent(
        at,
        where.mapToGlobal(at),
        QPoint(0, pixels),
        QPoint(0, pixels),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.ScrollUpdate,
        False,
    )
    QApplication.sendEvent(where, event)


def single(where: WhereMap) -> Item:
    """The fullest plate of one place."""
    plates = (i for i in where.foreground.items if not i.merged and not i.is_bubble)
    return max(plates, key=lambda item: len(item.faces))


def assert_no_overlap(where: WhereMap) -> None:
    """Plates, place names and what floats: nothing on top of another."""
    boxes = where.foreground.boxes(where.camera.view)
    for one, other in combinations(boxes, 2):
        assert not one.meets(other)
    for label in where.labels:
        for box in boxes:
            apart = (
                label.box.right() <= box.x
                or label.box.left() >= box.x + box.w
                or label.box.bottom() <= box.y
                or label.box.top() >= box.y + box.h
            )
            assert apart, label.text


@pytest.mark.parametrize("people", [12, 43])
@pytest.mark.parametrize("size", [(920, 722), (480, 600), (1600, 1000)])
def test_the_first_view_shows_everyone(show: Show, people: int, size: tuple[int, int]) -> None:
    where = show(people, size)
    floor = where.dock.y()
    for item in where.foreground.items:
        box = where.foreground.box(item, where.camera.view)
        assert box.x >= 0
        assert box.y >= 0
        assert box.x + box.w <= size[0]
        assert box.y + box.h <= floor


@pytest.mark.parametrize("people", [12, 43])
@pytest.mark.parametrize("size", [(920, 722), (480, 600)])
@pytest.mark.parametrize("placed_every", [0, 60_000], ids=["placed", "carried on"])
def test_plates_and_real_place_names_never_overlap(
    qtbot: QtBot,
    show: Show,
    monkeypatch: pytest.MonkeyPatch,
    people: int,
    size: tuple[int, int],
    placed_every: int,
) -> None:
    monkeypatch.setattr(backdrop, "PLACED_EVERY", placed_every)
    where = show(people, size)
    qtbot.waitUntil(lambda: bool(where.labels), timeout=60_000)
    named = 0
    for step in range(19):
        view = replace(where.camera.view, zoom=5 + step / 2, center_lat=51.045, center_lon=3.73)
        where.camera.jump(view)
        where.grab()
        named += len(where.labels)
        assert where.foreground.boxes(view)
        assert_no_overlap(where)
    assert named > 50


@pytest.mark.parametrize("people", [12, 40])
def test_everyone_is_whole_in_any_width_after_a_look_elsewhere(
    qtbot: QtBot, show: Show, people: int
) -> None:
    where = show(people)

    def cut(width: int) -> list[Rect]:
        goal, window = where.camera.goal, Rect(0, 0, width, 640)
        boxes = [where.foreground.box(item, goal) for item in where.foreground.items]
        return [box for box in boxes if not window.encloses(box)]

    for width in (480, 400, 700, 920):
        where.resize(width, 640)
        assert cut(width) == []
        where.restore_view(51.0, 3.7, 12.0)
        where.zoom_buttons.everyone.emit()
        qtbot.waitUntil(lambda: where.foreground.zoom == where.camera.goal.zoom)
        assert cut(width) == []
        # Without another zoom nothing is laid out anew of itself.
        where.camera.jump(where.camera.goal.panned(90, 40))
        where.zoom_buttons.everyone.emit()
        qtbot.waitUntil(lambda: where.foreground.zoom == where.camera.goal.zoom)
        assert cut(width) == []


def test_one_place_is_shown_with_its_region(show: Show, factories: ModuleType) -> None:
    where = show(cards=[factories.card(1, "Ann"), factories.card(2, "Bo")])
    assert where.camera.view.zoom == pytest.approx(11.0)


def test_the_wheel_zooms_at_the_pointer(show: Show) -> None:
    where = show()
    at = QPointF(300, 200)
    place = where.camera.view.to_geo(300, 200)
    zoom = where.camera.view.zoom
    scroll(where, at, 2)
    assert where.camera.view.zoom == pytest.approx(zoom + 1)
    assert where.camera.view.to_screen(*place) == pytest.approx((300, 200), abs=0.5)
    scroll(where, at, -2)
    assert where.camera.view.zoom == pytest.approx(zoom)


def test_two_fingers_zoom_without_steps(show: Show) -> None:
    where = show(still=False)
    zoom = where.camera.view.zoom
    fingers(where, QPointF(300, 200), 22)
    assert where.camera.view.zoom == pytest.approx(zoom + 0.1)
    assert not where.camera.gliding


def test_a_zoom_glides_and_ends_without_overlap(qtbot: QtBot, show: Show) -> None:
    where = show(43, still=False)
    goal = where.camera.view.zoom + 1
    where.zoom_in()
    assert where.camera.gliding
    qtbot.waitUntil(lambda: not where.camera.gliding)
    assert where.camera.view.zoom == pytest.approx(goal)
    assert_no_overlap(where)


def test_dragging_moves_the_ground_with_the_hand_and_selects_nothing(
    qtbot: QtBot, show: Show
) -> None:
    where = show()
    place = where.camera.view.to_geo(100, 100)
    laid_out = [item.placed for item in where.foreground.items]
    chosen: list[str] = []
    where.person_activated.connect(chosen.append)
    where.place_selected.connect(chosen.append)
    start = middle(where, single(where))
    QTest.mousePress(where, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(where, start + QPoint(40, 30))
    QTest.mouseMove(where, start + QPoint(90, -25))
    QTest.mouseRelease(where, Qt.MouseButton.LeftButton, pos=start + QPoint(90, -25))
    assert where.camera.view.to_screen(*place) == pytest.approx((190, 75), abs=0.5)
    assert [item.placed for item in where.foreground.items] == laid_out
    assert chosen == []


@pytest.mark.parametrize(
    ("key", "step"),
    [
        (Qt.Key.Key_Left, (80, 0)),
        (Qt.Key.Key_Right, (-80, 0)),
        (Qt.Key.Key_Up, (0, 80)),
        (Qt.Key.Key_Down, (0, -80)),
    ],
)
def test_arrows_pan(show: Show, key: Qt.Key, step: tuple[int, int]) -> None:
    where = show()
    place = where.camera.view.to_geo(400, 300)
    QTest.keyClick(where, key)
    assert where.camera.view.to_screen(*place) == pytest.approx(
        (400 + step[0], 300 + step[1]), abs=0.5
    )


def test_plus_minus_and_nought(show: Show) -> None:
    where = show()
    first = where.camera.view
    QTest.keyClicks(where, "++")
    assert where.camera.view.zoom == pytest.approx(first.zoom + 2)
    QTest.keyClick(where, Qt.Key.Key_Minus)
    assert where.camera.view.zoom == pytest.approx(first.zoom + 1)
    QTest.keyClick(where, Qt.Key.Key_0)
    assert where.camera.view.zoom == pytest.approx(first.zoom)
    assert where.view_to_keep() is None


def test_the_buttons_zoom_and_have_names(show: Show) -> None:
    where = show()
    zoom = where.camera.view.zoom
    buttons = {b.accessibleName(): b for b in where.zoom_buttons.findChildren(IconButton)}
    assert list(buttons) == ["Zoom in", "Zoom out", "Show everyone", "Show where I am"]
    buttons["Zoom in"].click()
    assert where.camera.view.zoom == pytest.approx(zoom + 1)
    buttons["Show everyone"].click()
    assert where.camera.view.zoom == pytest.approx(zoom)


def test_a_click_on_a_face_opens_that_person(qtbot: QtBot, show: Show) -> None:
    where = show()
    item = single(where)
    body = where.foreground.body(item, where.camera.view)
    face = item.faces[0]
    x = next(
        x
        for x in range(round(body.x()), round(body.right()))
        if where.item_at(QPointF(x, body.y() + 18))[1] == face
    )
    with qtbot.waitSignal(where.person_activated) as chosen:
        QTest.mouseClick(where, Qt.MouseButton.LeftButton, pos=QPoint(x + 8, round(body.y()) + 18))
    assert chosen.args == [face.person]
    assert where.foreground.item_of(person=face.person).plate.selected  # type: ignore[union-attr]


def test_a_click_on_a_plate_selects_the_place_and_on_the_ground_clears(
    qtbot: QtBot, show: Show
) -> None:
    where = show()
    item = single(where)
    with qtbot.waitSignal(where.place_selected) as chosen:
        QTest.mouseClick(where, Qt.MouseButton.LeftButton, pos=middle(where, item))
    assert chosen.args == [item.key]
    assert where.foreground.item_of(place=item.key).plate.selected  # type: ignore[union-attr]
    with qtbot.waitSignal(where.cleared):
        QTest.mouseClick(where, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert not any(each.plate.selected for each in where.foreground.items)


def test_a_double_click_on_a_plate_opens_its_place(qtbot: QtBot, show: Show) -> None:
    where = show(1)
    item = single(where)
    at = middle(where, item)
    with qtbot.waitSignal(where.place_opened) as opened:
        QTest.mouseClick(where, Qt.MouseButton.LeftButton, pos=at)
        QTest.mouseDClick(where, Qt.MouseButton.LeftButton, pos=at)
    assert opened.args == [item.key]


def test_a_double_click_on_the_ground_zooms_there(show: Show) -> None:
    where = show()
    zoom, place = where.camera.view.zoom, where.camera.view.to_geo(5, 5)
    QTest.mouseDClick(where, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert where.camera.view.zoom == pytest.approx(zoom + 1)
    assert where.camera.view.to_screen(*place) == pytest.approx((5, 5), abs=0.5)


def test_a_click_on_a_cluster_zooms_until_it_parts(show: Show) -> None:
    where = show(43)
    where.restore_view(51.5, 4.5, 6.0)
    cluster = max(where.foreground.items, key=lambda item: len(item.spots))
    assert cluster.merged
    if cluster.placed.form is Form.BUBBLE:
        point = where.foreground.body(cluster, where.camera.view).center().toPoint()
    else:
        point = middle(where, cluster)
    QTest.mouseClick(where, Qt.MouseButton.LeftButton, pos=point)
    now = {where.foreground.item_of(place=spot.id).key for spot in cluster.spots}  # type: ignore[union-attr]
    assert len(now) > 1
    assert where.camera.view.zoom > 6.0


def open_menu(qtbot: QtBot) -> QMenu:
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_a_crowd_at_one_place_opens_as_a_list(
    qtbot: QtBot, show: Show, factories: ModuleType
) -> None:
    crowd = [factories.card(number, f"Person & {number:02}") for number in range(1, 15)]
    where = show(cards=crowd)
    (bubble,) = where.foreground.items
    assert bubble.is_bubble
    point = where.foreground.body(bubble, where.camera.view).center().toPoint()
    QTest.mouseClick(where, Qt.MouseButton.LeftButton, pos=point)
    menu = open_menu(qtbot)
    rows = [action for action in menu.actions() if action.isEnabled()]
    assert len(rows) == 14
    assert rows[0].text() == "Person && 01, available"
    with qtbot.waitSignal(where.person_activated) as chosen:
        rows[2].trigger()
    assert chosen.args == [factories.person_id(3)]
    menu.close()


def test_tab_goes_from_north_to_south_and_enter_opens(qtbot: QtBot, show: Show) -> None:
    where = show()
    where.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(where.hasFocus)
    keys = [item.key for item in where.foreground.items]
    visited = []
    for _ in keys:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        visited.append(where.foreground.focused)
    assert visited == keys
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert where.foreground.focused == keys[-2]
    alone = next(item for item in where.foreground.items if len(item.faces) == 1)
    button = next(b for b in where.plate_buttons.buttons if b.key == alone.key)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(where.person_activated) as chosen:
        QTest.keyClick(button, Qt.Key.Key_Return)
    assert chosen.args == [alone.faces[0].person]


def test_tab_comes_to_the_chosen_plate_first_and_goes_on_to_the_south(
    qtbot: QtBot, show: Show
) -> None:
    where = show()
    chosen, after = where.foreground.items[2:4]
    for choose in (
        lambda: where.select_place(chosen.key),
        lambda: where.select_person(chosen.faces[0].person),
    ):
        where.select_place(None)
        choose()
        where.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(where.hasFocus)
        visited = []
        for _ in range(2):
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            visited.append(where.foreground.focused)
        assert visited == [chosen.key, after.key]


def test_behind_the_plates_come_the_days_the_buttons_and_the_dock(qtbot: QtBot, show: Show) -> None:
    where = show()
    where.plate_buttons.buttons[-1].setFocus(Qt.FocusReason.TabFocusReason)
    names = []
    for _ in range(6 + len(where.dock.sections)):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        names.append(QApplication.focusWidget().accessibleName())
    first = ["Where", "Now", "Zoom in", "Zoom out", "Show everyone", "Show where I am"]
    assert names[:6] == first
    assert names[6:] == [section.accessibleName() for section in where.dock.sections]


def test_space_lists_a_plates_people_and_arrows_still_pan(qtbot: QtBot, show: Show) -> None:
    where = show()
    item = single(where)
    button = next(b for b in where.plate_buttons.buttons if b.key == item.key)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Qt.Key.Key_Space)
    menu = open_menu(qtbot)
    assert len(menu.actions()) == len(item.faces) + 1
    menu.close()
    before = where.camera.view
    QTest.keyClick(button, Qt.Key.Key_Left)
    assert where.camera.view == before.panned(80, 0)


def test_a_screen_reader_finds_a_child_for_each_plate(show: Show) -> None:
    where = show()
    assert where.accessibleName().startswith("Map, Where, ")
    names = [button.accessibleName() for button in where.plate_buttons.buttons]
    assert names == [where.foreground.name_of(item) for item in where.foreground.items]
    for button, item in zip(where.plate_buttons.buttons, where.foreground.items, strict=True):
        body = where.foreground.body(item, where.camera.view)
        assert button.geometry() == body.toAlignedRect()


def test_a_card_never_covers_the_selected_plate(show: Show) -> None:
    where = show(43)
    east = max(where.foreground.items, key=lambda item: item.placed.x)
    where.ensure_free(east.faces[0].person, 340)
    box = where.foreground.box(east, where.camera.view)
    assert box.x + box.w <= 920 - 340
    west = min(where.foreground.items, key=lambda item: item.placed.x)
    view = where.camera.view
    if where.foreground.box(west, view).x >= 30:
        where.ensure_free(west.faces[0].person, 340)
        assert where.camera.view == view


def test_a_filter_dims_the_others_and_moves_nothing(show: Show) -> None:
    where = show()
    item = single(where)
    before = [each.placed for each in where.foreground.items]
    whole = where.grab().toImage()
    where.set_matching(frozenset({item.faces[0].person}))
    assert where.grab().toImage() != whole
    assert [each.placed for each in where.foreground.items] == before
    shown = where.foreground.item_of(place=item.key)
    assert shown is not None
    assert shown.plate.lit == {item.faces[0].person}
    assert all(not i.plate.shown for i in where.foreground.items if i.key != item.key)
    where.set_matching(None)
    assert all(i.plate.lit is None for i in where.foreground.items)


def test_alone_the_map_offers_the_invite_link(
    qtbot: QtBot, show: Show, factories: ModuleType
) -> None:
    where = show(cards=[factories.team(0).me])
    assert where.alone.isVisible()
    (mine,) = where.foreground.items
    plate = where.foreground.box(mine, where.camera.view)
    assert not plate.meets(where.alone.covered())
    with qtbot.waitSignal(where.invite_wanted):
        where.alone.button.click()
    where.alone.copied()
    assert where.alone.feedback.text() == "Copied, works for 7 days"
    where.set_cards(factories.team(3).cards, factories.NOW)
    qtbot.waitUntil(lambda: not where.alone.isVisible())


def test_a_batch_costs_one_pass_and_a_newcomer_rings(
    qtbot: QtBot, show: Show, factories: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = show(12, still=False)
    passes: list[int] = []
    ahead = where.foreground.ahead
    monkeypatch.setattr(where.foreground, "ahead", lambda *a: (passes.append(1), ahead(*a))[1])
    team = factories.team(13)
    for count in range(10, 14):
        where.set_cards(team.cards[: count + 1], team.now)
    qtbot.waitUntil(lambda: bool(where._picture.arrivals.ringing))
    assert where._picture.arrivals.ringing == (team.cards[13].person.id,)
    assert len(passes) == 1
    heard = [
        replace(card, last_seen=team.now + 900) if card.presence is Presence.ONLINE else card
        for card in team.cards
    ]
    where.set_cards(heard, team.now + 900)
    qtbot.wait(20)
    assert len(passes) == 1, "a heartbeat changes nothing on the map"
    qtbot.waitUntil(lambda: not where._picture.arrivals.ringing)


def test_who_moves_is_seen_on_the_way(qtbot: QtBot, show: Show, factories: ModuleType) -> None:
    where = show(12, still=False)
    cards, person = list(factories.team(12).cards), factories.team(12).cards[1]

    def middle_of(place: str) -> QPointF:
        item = where.foreground.item_of(place=place)
        assert item is not None
        return where.foreground.body(item, where.camera.view).center()

    start = middle_of("acme")
    assert where.item_at(start)[0] == where.foreground.item_of(person=person.person.id)
    cards[1] = replace(person, status=replace(person.status, place="utrecht"))
    where.set_cards(cards, factories.NOW)
    motion = where._picture.arrivals._motion
    qtbot.waitUntil(lambda: motion.state() is motion.State.Running)
    motion.pause()
    motion.setCurrentTime(66)  # half the way, as it slows down
    half = (start + middle_of("utrecht")) / 2
    spot = QRect(half.toPoint() - QPoint(12, 12), QSize(24, 24))
    bodies = [where.foreground.body(item, where.camera.view) for item in where.foreground.items]
    assert not any(body.intersects(spot) for body in bodies), "there is nothing else"
    on_the_way = where.grab(spot).toImage()
    motion.setCurrentTime(motion.duration() - 1)
    assert where.grab(spot).toImage() != on_the_way


def test_it_follows_the_roster_model(qtbot: QtBot, show: Show, factories: ModuleType) -> None:
    where = show(cards=[])
    model = RosterModel(lambda: factories.NOW, where)
    where.attach(model)
    team = factories.team(12)
    model.set_places(team.places)
    model.apply(team.cards)
    qtbot.waitUntil(lambda: len(where.foreground.items) > 3)
    moved = replace(team.cards[1], status=replace(team.cards[1].status, place="limbos"))
    model.apply([moved])
    qtbot.waitUntil(lambda: where.foreground.scene.whereabouts()[moved.person.id] == "limbos")


def test_a_moved_map_stays_and_a_fresh_one_follows_its_people(
    qtbot: QtBot, show: Show, factories: ModuleType
) -> None:
    far = Place("far", "Far", PlaceKind.CLIENT, None, 43.3, 5.4, "Marseille")
    places = PlaceTree([*factories.PLACES, far])
    team = factories.team(12)
    traveller = factories.card(40, "Tine Aerts", place="far")
    where = show(cards=list(team.cards), places=places)
    where.set_cards([*team.cards, traveller], team.now)
    qtbot.waitUntil(lambda: where.foreground.item_of(place="far") is not None)
    item = where.foreground.item_of(place="far")
    assert item is not None
    assert where.foreground.box(item, where.camera.view).y < 722
    fitted = where.camera.view
    where.set_cards(team.cards[:8], team.now)
    qtbot.waitUntil(lambda: where.foreground.item_of(place="far") is None)
    assert where.camera.view == fitted, "who leaves moves nothing"
    where.zoom_in()
    view = where.camera.view
    assert where.view_to_keep() == (view.center_lat, view.center_lon, view.zoom)
    where.set_cards([*team.cards, traveller], team.now)
    qtbot.waitUntil(lambda: where.foreground.item_of(place="far") is not None)
    assert where.camera.view == view


def test_hovering_names_the_person_as_plain_text(
    qtbot: QtBot, show: Show, factories: ModuleType
) -> None:
    where = show(cards=[factories.card(1, "<b>Ann</b> & Bo"), factories.card(2, "Cas")])
    (item,) = where.foreground.items
    at = where.foreground.face_places(where.camera.view)[item.faces[0].person]
    assert where.item_at(at)[1] is not None
    QTest.mouseMove(where, at.toPoint())
    assert where.hover.text.startswith("<b>Ann</b> & Bo · Available")
    assert where.foreground.hovered == item.key
    QApplication.sendEvent(where, QEvent(QEvent.Type.Leave))
    assert where.foreground.hovered is None


def test_the_dark_look_redraws_everything(show: Show, look: Appearance) -> None:
    where = show()
    light = where.grab().toImage()
    look.set_mode(Mode.DARK)
    dark = where.grab().toImage()
    item = single(where)
    body = where.foreground.body(item, where.camera.view)
    spot = QPoint(round(body.x()) + 5, round(body.center().y()))
    assert light.pixelColor(spot).lightness() > 200
    assert dark.pixelColor(spot).lightness() < 70


def test_plates_follow_a_pinch_a_few_times_a_second_and_to_its_end(
    show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = show(43)
    zooms: list[float] = []
    laying_out = Foreground.laying_out

    def counted(shown: Foreground, view: View, obstacles: Iterable[Rect]) -> Iterator[None]:
        zooms.append(view.zoom)
        return laying_out(shown, view, obstacles)

    monkeypatch.setattr(Foreground, "laying_out", counted)
    for _ in range(20):
        where.zoomed.emit(0.01, QPointF(300, 300), True)
    assert len(zooms) < 5
    qtbot.waitUntil(lambda: zooms[-1] == where.camera.goal.zoom)
    assert where.foreground.zoom == where.camera.goal.zoom


def test_no_plate_with_room_beside_them_is_over_scale_and_sources(qtbot: QtBot, show: Show) -> None:
    where = show()
    item = single(where)
    where.restore_view(51.0, 4.0, where.camera.goal.zoom)
    line, rule = where._floats.lines
    box = where.foreground.box(item, where.camera.goal)
    # Its point lies above them, and the plate over its point on them.
    where.camera.jump(
        where.camera.goal.panned(line.x + 40 - box.x, line.y + line.h + 2 - box.y - box.h)
    )
    under = where.foreground.item_of(place=item.key)
    assert under is not None
    assert where.foreground.box(under, where.camera.goal).meets(line)

    def is_clear() -> bool:
        moved = where.foreground.item_of(place=item.key)
        assert moved is not None
        there = where.foreground.box(moved, where.camera.goal)
        return not there.meets(line) and not there.meets(rule)

    qtbot.waitUntil(is_clear)


def test_whoever_gets_lost_comes_back_to_everyone(qtbot: QtBot, show: Show) -> None:
    where = show()
    note = where._floats.nobody
    where.restore_view(54.5, 3.0, 9.0)
    qtbot.waitUntil(note.isVisible)
    for each in (where.zoom_buttons, where.dock, where.lens):
        assert not each.covered().meets(note.covered())
    note.button.setFocus()
    QTest.keyClick(note.button, Qt.Key.Key_Space)
    qtbot.waitUntil(note.isHidden)
    assert where.hasFocus()
    assert where.foreground.boxes(where.camera.view)


def test_a_flung_map_goes_on_and_rests_without_motion_it_stays(show: Show) -> None:
    where = show(12)
    before = where.camera.goal
    where.set_reduced_motion(True)
    where.flung.emit(QPointF(1.5, 0))
    assert where.camera.goal == before
    where.set_reduced_motion(False)
    where.flung.emit(QPointF(1.5, 0))
    there = where.camera.goal.to_screen(before.center_lat, before.center_lon)
    assert there[0] - before.width / 2 == pytest.approx(1.5 * GLIDE_MS / 3)
    assert where.camera.gliding


def test_a_press_catches_a_flung_map_and_no_other_motion(show: Show, qtbot: QtBot) -> None:
    where = show(12)
    where.set_reduced_motion(False)
    start = where.camera.view
    where.flung.emit(QPointF(1.5, 0))
    flung_to = where.camera.goal
    qtbot.waitUntil(lambda: where.camera.view != start)
    QTest.mousePress(where, Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    here = where.camera.view
    assert not where.camera.gliding
    assert here != flung_to
    assert where.camera.goal == here
    QTest.mouseRelease(where, Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    where.zoom_in()
    QTest.mousePress(where, Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    assert where.camera.gliding, "a zoom was asked for, and goes on"


def test_home_shows_me_and_m_whom_is_chosen(show: Show, factories: ModuleType) -> None:
    where = show(12)
    where.set_reduced_motion(True)
    cards, places, now = factories.team(12).cards, factories.team(12).places, factories.NOW
    me = next(card for card in cards if card.me)
    other = next(c for c in cards if c.person.name == "Yasmine Haddad")

    def middle_is_at(place: str) -> bool:
        goal = where.camera.goal
        return (goal.center_lat, goal.center_lon) == pytest.approx(
            places.coordinates(place), abs=1e-6
        )

    QTest.keyClick(where, Qt.Key.Key_Home)
    assert middle_is_at(me.place_at(now))
    where.select_person(other.person.id)
    QTest.keyClicks(where, "m")
    assert middle_is_at(other.place_at(now))
    where.select_person(None)
    where.select_place("gent")
    QTest.keyClicks(where, "m")
    assert middle_is_at("gent")
    where.select_place(None)
    QTest.keyClicks(where, "m")
    assert middle_is_at("gent")


def test_a_day_is_chosen_shown_and_left_without_rings(
    qtbot: QtBot, show: Show, factories: ModuleType
) -> None:
    where = show(cards=[], still=False)
    model = RosterModel(lambda: factories.NOW, where)
    where.attach(model)
    where.days.chosen.connect(model.show_day)
    team = factories.planned_team(12)
    model.set_places(team.places)
    model.apply(team.cards)
    qtbot.waitUntil(lambda: where.foreground.item_of(place="acme") is not None)
    assert not where.days.isHidden()
    arrivals = where._picture.arrivals
    arrivals._since_last.invalidate()
    arrivals.ringing = ()
    with qtbot.waitSignal(where.days.chosen) as told:
        where.days.cells[2].click()
    assert told.args == [factories.day(1)]
    qtbot.waitUntil(lambda: all(item.plate.planned for item in where.foreground.items))
    item = where.foreground.item_of(place="utrecht")
    assert item is not None
    assert "planned" in where.foreground.name_of(item)
    assert arrivals.ringing == (), "nobody has arrived"
    assert [section.dock.kind for section in where.dock.sections] == [DockKind.HOME, DockKind.OUT]
    assert where.accessibleName().endswith("planned for Wednesday 25 November")
    with qtbot.waitSignal(where.days.chosen) as told:
        where._floats.planned.back.click()
    assert told.args == [None]
    qtbot.waitUntil(lambda: where.foreground.item_of(place="zurenborg") is not None)
    assert arrivals.ringing == ()
    assert "planned" not in where.accessibleName()


def test_who_is_alone_sees_no_days(qtbot: QtBot, show: Show, factories: ModuleType) -> None:
    where = show(cards=[factories.team(1).me])
    assert where.days.isHidden()


def test_many_people_come_in_turns_and_the_picture_before_stays_until_all_are_known(
    show: Show, qtbot: QtBot, factories: ModuleType, request: pytest.FixtureRequest
) -> None:
    where, team = show(), factories.team(12)
    before, items = where.foreground.scene, where.foreground.items
    seen = list[set[str]]()
    where._following.changed.connect(
        lambda: seen.append({item.key for item in where.foreground.items})
    )
    request.getfixturevalue("in_turns")
    away = [replace(card, status=replace(card.status, place="utrecht")) for card in team.cards]
    where.set_cards(away, team.now)
    where._refreshing.ask()
    assert where._refreshing.busy
    assert (where.foreground.scene, where.foreground.items) == (before, items)
    # What comes meanwhile comes after it.
    last = [replace(away[0], status=replace(away[0].status, place="gent")), *away[1:]]
    where.set_cards(last, team.now)
    qtbot.waitUntil(lambda: len(seen) > 1 and not where._refreshing.busy)
    assert (seen[0], seen[-1]) == ({"utrecht"}, {"utrecht", "gent"})
