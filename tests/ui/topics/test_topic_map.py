"""The topic map as a person drives it: looking, pointing, clicking, typing."""

from dataclasses import replace
from itertools import combinations
from math import hypot
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from presencemap.domain.roster import Card
from presencemap.domain.status import Activity, Kind
from presencemap.domain.topic_layout import STEP
from presencemap.ui.theme import Appearance, Mode
from presencemap.ui.topics.cards import PlacedCard
from presencemap.ui.topics.placing import LONGEST, Tie, crosses, line, rim_line
from presencemap.ui.topics.topic_map import TopicMap
from tests.ui import topic_factories


def pixel(shown: TopicMap, key: str) -> QPoint:
    return shown.foreground.box(key, shown.camera.view).center().toPoint()


def click(qtbot: QtBot, shown: TopicMap, at: QPoint) -> None:
    qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=at)


def rim(shown: TopicMap, name: str) -> QPoint:
    """On a hub, beside its name, where nobody sits."""
    box = shown.foreground.box(f"#{name}", shown.camera.view)
    return QPoint(round(box.left() + 4), round(box.center().y()))


@pytest.mark.parametrize("people", [2, 40, 400])
@pytest.mark.parametrize("size", [(920, 722), (480, 600)])
def test_the_first_view_shows_every_hub_apart_from_the_others(
    show: Any, people: int, size: tuple[int, int]
) -> None:
    shown = show(people, size)
    view = shown.camera.view
    hubs = shown.scene.hubs
    assert hubs
    for one, other in combinations(hubs, 2):
        far = hypot(one.at[0] - other.at[0], one.at[1] - other.at[1])
        assert far >= one.radius + other.radius
    boxes = [shown.foreground.box(f"#{hub.name}", view) for hub in hubs]
    assert all(box.left() > -1 and box.right() < size[0] + 1 for box in boxes)
    assert all(box.top() > 0 and box.bottom() < size[1] for box in boxes)


@pytest.mark.parametrize("people", [12, 40, 400])
@pytest.mark.parametrize("width", [480, 920, 1500])
def test_no_face_hides_a_hub_s_words(
    show: Any, factories: ModuleType, qtbot: QtBot, people: int, width: int
) -> None:
    shown = show(people, (width, 722))
    with qtbot.waitSignal(shown.surveyed):
        shown.set_jobs(factories.jobs())
    for zoom in (None, 0.4, 1.3):
        view = shown.camera.view if zoom is None else replace(shown.camera.view, zoom=zoom)
        shown.foreground.lay_out(view)
        shown.foreground.progress = 1.0
        names = [
            shown.foreground.sprites.name_box(hub, view.zoom, view.to_screen(*hub.at))
            for hub in shown.scene.hubs
        ]
        half = shown.foreground.sprites.face_size(view.zoom) / 2
        for seat in shown.foreground._seats:
            at = view.to_screen(*seat.at)
            face = QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half)
            assert not any(face.intersects(name) for name in names), seat.hubs


@pytest.mark.parametrize("people", [40, 400])
@pytest.mark.parametrize("width", [420, 480, 700])
def test_a_narrow_map_is_legible_with_the_rest_in_a_list(
    show: Any, people: int, width: int
) -> None:
    shown = show(people, (width, 600))
    view = shown.camera.view
    assert len(shown.scene.hubs) <= 12
    assert len(shown.foreground.cards) <= 2
    assert view.zoom >= 0.5
    names = [
        shown.foreground.sprites.name_box(hub, view.zoom, view.to_screen(*hub.at))
        for hub in shown.scene.hubs
    ]
    assert not any(one.intersects(other) for one, other in combinations(names, 2))
    assert shown.more.isVisible() is bool(shown.scene.rest or shown.scene.listed)
    assert [each.question.post for each in shown.scene.listed] == [
        each["id"] for each in topic_factories.questions()
    ]
    assert shown.more.list.topics == shown.scene.rest


@pytest.mark.parametrize("people", [40, 400, 1_000])
def test_a_narrow_map_shows_the_liveliest_question_and_whose_it_is(show: Any, people: int) -> None:
    shown = show(people, (480, 624))
    cards = shown.foreground.cards
    assert cards
    first = cards[0]
    assert first.asked == shown.scene.asked[0]
    assert first.tie is Tie.FACE or (first.text.topic and first.text.asker[1])


def test_a_window_that_grows_has_more_hubs_again(qtbot: QtBot, show: Any) -> None:
    shown = show(400, (480, 600))
    few = len(shown.scene.hubs)
    with qtbot.waitSignal(shown.surveyed):
        shown.resize(920, 722)
    assert len(shown.scene.hubs) > few
    boxes = [shown.foreground.box(key, shown.camera.view) for key in ("#data", "#learning")]
    assert all(box.left() > 0 and box.right() < 920 for box in boxes)


def test_two_computers_draw_the_same_map(qtbot: QtBot, show: Any) -> None:
    one, other = show(60), show(60)
    other.camera.zoom_by(1, QPointF(0, 0), at_once=True)
    assert one.foreground.places == other.foreground.places
    assert [(seat.at, seat.lines) for seat in one.scene.seats] == [
        (seat.at, seat.lines) for seat in other.scene.seats
    ]
    other.camera.jump(one.camera.view)
    qtbot.waitUntil(lambda: other.foreground._seated == one.foreground._seated)
    assert other.foreground._seats == one.foreground._seats


def test_a_click_on_a_face_opens_the_person_on_a_hub_the_topic(qtbot: QtBot, show: Any) -> None:
    shown = show()
    shown.foreground.cards = ()
    seat = next(seat for seat in shown.scene.seats if not seat.between)
    with qtbot.waitSignal(shown.person_activated) as person:
        click(qtbot, shown, pixel(shown, seat.person))
    assert person.args == [seat.person]
    assert shown.foreground.person == seat.person
    hub = shown.scene.hubs[0]
    with qtbot.waitSignal(shown.topic_changed) as topic:
        click(qtbot, shown, rim(shown, hub.name))
    assert topic.args == [hub.name]
    with qtbot.waitSignal(shown.cleared):
        click(qtbot, shown, QPoint(3, 400))
    assert shown.topic is None


def test_a_click_on_a_question_leads_to_its_topic(qtbot: QtBot, show: Any) -> None:
    shown = show()
    card = next(card for card in shown.foreground.cards if card.asked.question.post)
    click(qtbot, shown, pixel(shown, card.key))
    assert shown.topic == card.asked.hub


def test_a_word_of_one_person_moves_no_hub(qtbot: QtBot, show: Any) -> None:
    cards = list(topic_factories.on_topics(40))
    shown = show(cards=cards)
    before = shown.foreground.places
    status = cards[20].status
    assert status is not None
    said = replace(status, activity=Activity(Kind.WORKING_ON, "now on #learning #data"))
    with qtbot.waitSignal(shown.surveyed):
        shown._watch.model.apply([replace(cards[20], status=said)])
    seat = shown.scene.seat(cards[20].person.id)
    assert seat is None or {"learning", "data"} >= set(seat.hubs)
    after = shown.foreground.places
    moved = [hypot(after[n][0] - x, after[n][1] - y) for n, (x, y) in before.items() if n in after]
    assert max(moved) <= STEP


@pytest.mark.parametrize("people", [12, 40, 70, 400])
def test_a_word_of_one_person_moves_no_card_that_hides_nothing(
    qtbot: QtBot, show: Any, people: int
) -> None:
    cards = list(topic_factories.on_topics(people))
    shown = show(cards=cards)
    for number in range(1, people, max(1, people // 8)):
        before, view = shown.foreground.cards, shown.camera.goal
        status = cards[number].status
        assert status is not None
        said = replace(status, activity=Activity(Kind.WORKING_ON, "now on #learning #data"))
        with qtbot.waitSignal(shown.surveyed):
            shown._watch.model.apply([replace(cards[number], status=said)])
        if shown.camera.goal != view:
            continue
        after = {card.key: card for card in shown.foreground.cards}
        for was in before:
            card = after.get(was.key)
            if card is not None and (card.owner, card.off) != (was.owner, was.off):
                assert in_the_way(shown, was), "it moved, and nothing came in its way"


def in_the_way(shown: TopicMap, card: PlacedCard) -> bool:
    """Whether a card would hide something now, or has lost who asks."""
    foreground, view = shown.foreground, shown.camera.goal
    faces = {s.person: foreground.box(s.person, view) for s in foreground._seats}
    if card.tie is Tie.FACE and card.owner not in faces:
        return True
    owner = view.to_screen(*foreground._at[card.owner])
    box, string = card.box(owner), line(card.box(owner), owner)
    if card.tie is Tie.HUB:
        string = rim_line(box, owner, shown.scene.hub(card.asked.hub).radius * view.zoom)
    hubs = [foreground.box(f"#{hub.name}", view) for hub in shown.scene.hubs]
    hubs = [hub.adjusted(-2, -2, 2, 2) for hub in hubs]
    cards = [foreground.box(each.key, view) for each in foreground.cards if each.key != card.key]
    names = [
        foreground.sprites.name_box(hub, view.zoom, view.to_screen(*hub.at))
        for hub in shown.scene.hubs
    ]
    others = [face.adjusted(-3, -3, 3, 3) for who, face in faces.items() if who != card.owner]
    window = QRectF(12, 12, view.width - 24, view.height - 24)
    return (
        not window.contains(box)
        or any(box.intersects(each) for each in (*hubs, *names, *others, *cards))
        or any(box.intersects(each) for each in shown._floats.obstacles())
        or (card.tie is not Tie.NONE and (string.length() > LONGEST))
        or (card.tie is not Tie.NONE and any(crosses(string, each) for each in (*names, *others)))
    )


def test_cards_are_the_same_for_the_same_team(show: Any) -> None:
    one, other = show(60), show(60)
    assert one.foreground.cards
    assert one.foreground.cards == other.foreground.cards


def test_who_moves_glides(qtbot: QtBot, show: Any) -> None:
    cards = list(topic_factories.on_topics(40))
    shown = show(cards=cards, still=False)
    shown.foreground.progress = 1.0
    other = replace(cards[0], status=replace(cards[0].status, activity=None))
    with qtbot.waitSignal(shown.surveyed):
        shown._watch.model.apply([other])
    qtbot.waitUntil(lambda: shown.foreground.progress == 1.0)
    assert shown.scene.seat(cards[0].person.id) is None


def test_keys_and_screen_readers_come_to_all_of_it(qtbot: QtBot, show: Any) -> None:
    shown = show()
    names = [button.accessibleName() for button in shown.buttons]
    assert any(name.startswith("Topic data, 1") for name in names)
    assert any("asks: " in name for name in names)
    assert len({button.key for button in shown.buttons}) == len(names)
    assert shown.accessibleName().startswith("Map, On what, ")
    first = shown.buttons[0]
    first.setFocus(Qt.FocusReason.TabFocusReason)
    assert shown.foreground.focused == first.key
    with qtbot.waitSignal(shown.topic_changed):
        qtbot.keyClick(first, Qt.Key.Key_Return)
    shown.setFocus()
    assert shown.foreground.focused is None


def test_keys_move_the_view(qtbot: QtBot, show: Any) -> None:
    shown = show()
    whole = shown.camera.view
    qtbot.keyClick(shown, Qt.Key.Key_Plus)
    assert shown.camera.view.zoom > whole.zoom
    qtbot.keyClick(shown, Qt.Key.Key_Right)
    assert shown.camera.view.x > whole.x
    qtbot.keyClick(shown, Qt.Key.Key_0)
    assert shown.camera.view == whole
    shown.select_person(shown.scene.seats[0].person)
    qtbot.keyClick(shown, Qt.Key.Key_T)
    assert (shown.camera.view.x, shown.camera.view.y) == pytest.approx(shown.scene.seats[0].at)
    qtbot.keyClick(shown, Qt.Key.Key_Home)
    me = next(seat for seat in shown.scene.seats if seat.me)
    assert (shown.camera.view.x, shown.camera.view.y) == pytest.approx(me.at)


def test_a_job_is_opened_and_told_like_a_topic(
    qtbot: QtBot, show: Any, factories: ModuleType
) -> None:
    shown = show()
    with qtbot.waitSignal(shown.surveyed):
        shown.set_jobs(factories.jobs())
    qtbot.waitUntil(lambda: any("Tender" in each.accessibleName() for each in shown.buttons))
    names = [button.accessibleName() for button in shown.buttons]
    assert "Job Tender Rabelink, 6 people" in names
    assert any("on " in name and name.endswith("Tender Rabelink") for name in names)
    hub = shown.scene.hub(f"job:{factories.jobs()[1].id}")
    shown.foreground.cards = ()
    with qtbot.waitSignal(shown.topic_changed) as chosen:
        click(qtbot, shown, pixel(shown, f"#{hub.name}"))
    assert chosen.args == [hub.name]
    shown.grab()


def test_dragging_moves_the_ground(qtbot: QtBot, show: Any) -> None:
    shown = show()
    before = shown.camera.view
    shown.dragged.emit(QPointF(30, -10))
    assert shown.camera.view.to_screen(0, 0) - before.to_screen(0, 0) == QPointF(30, -10)
    shown.flung.emit(QPointF(1, 0))
    assert shown.camera.view.to_screen(0, 0) - before.to_screen(0, 0) == QPointF(30, -10), "still"
    shown.double_clicked.emit(QPointF(100, 100))
    assert shown.camera.view.zoom > before.zoom
    shown.resize(700, 600)
    assert shown.camera.view.width == 700


def test_the_kinds_dim_everybody_else_and_the_list_s_filter_adds_up(show: Any) -> None:
    shown = show()
    shown.chips.kinds[Kind.THINKING_ABOUT].click()
    thinking = {s.person for s in shown.scene.seats if s.facts.kind is Kind.THINKING_ABOUT}
    assert shown.foreground.lit == thinking
    one = next(iter(thinking))
    shown.set_matching(frozenset({one, "somebody"}))
    assert shown.foreground.lit == {one}
    shown.chips.clear()
    assert shown.foreground.lit == {one, "somebody"}


def test_only_topics_that_i_follow(qtbot: QtBot, show: Any) -> None:
    shown = show()
    with qtbot.waitSignal(shown.surveyed):
        shown.chips.followed.click()
    assert [hub.name for hub in shown.scene.hubs] == ["data"]
    with qtbot.waitSignal(shown.surveyed):
        shown.set_questions((), ())
    assert shown.scene.hubs == ()
    assert shown.empty.isVisible()
    with qtbot.waitSignal(shown.surveyed):
        shown.empty.back.click()
    assert shown.scene.hubs
    assert shown.empty.isHidden()


def test_topics_without_room_are_one_step_away(qtbot: QtBot, show: Any) -> None:
    shown = show(cards=topic_factories.on_topics(300, 60))
    assert shown.more.isVisible()
    last, _, _ = shown.scene.rest[-1]
    shown.more.list.open_above(shown.more.button)
    qtbot.keyClicks(shown.more.list.field, last)
    with qtbot.waitSignal(shown.surveyed):
        qtbot.keyClick(shown.more.list.field, Qt.Key.Key_Return)
    assert shown.topic == last
    assert shown.scene.hub(last) is not None


def test_a_question_of_the_list_leads_to_its_topic_like_a_card(qtbot: QtBot, show: Any) -> None:
    shown = show(40, (480, 600))
    asked = shown.scene.listed[0]
    shown.more.button.click()
    qtbot.keyClick(shown.more.list.field, Qt.Key.Key_Return)
    assert shown.topic == asked.hub
    assert show(40).scene.listed == (), "a wide map has cards"


def test_nobody_on_a_topic_and_alone(qtbot: QtBot, show: Any, factories: ModuleType) -> None:
    def silent(card: Card) -> Card:
        status = card.status
        return card if status is None else replace(card, status=replace(status, activity=None))

    cards = [silent(card) for card in factories.team(5).cards]
    shown = show(1, cards=cards)
    assert shown.empty.isVisible()
    assert shown.empty.title.text() == "Nobody is on a topic yet"
    with qtbot.waitSignal(shown.empty.wanted):
        shown.empty.button.click()
    alone = show(1, cards=cards[:1])
    assert alone.empty.title.text() == "You are the first on the map"


def test_what_the_pointer_rests_on_is_told(qtbot: QtBot, show: Any) -> None:
    shown = show()
    shown.foreground.cards = ()
    hub = shown.scene.hubs[0]
    shown.pointed.emit(QPointF(rim(shown, hub.name)))
    assert shown.foreground.hovered == f"#{hub.name}"
    assert shown.hover.text.startswith(f"Topic {hub.name}, ")
    assert shown.cursor().shape() is Qt.CursorShape.PointingHandCursor
    seat = shown.scene.seats[0]
    shown.pointed.emit(QPointF(pixel(shown, seat.person)))
    assert seat.facts.name in shown.hover.text
    shown.pointer_left.emit()
    assert shown.foreground.hovered is None


def test_an_open_card_covers_no_chosen_face(show: Any) -> None:
    shown = show()
    right = max(shown.scene.seats, key=lambda seat: seat.at[0])
    shown.select_person(right.person)
    shown.ensure_free(right.person, 324)
    box = shown.foreground.box(right.person, shown.camera.view)
    assert box.right() <= shown.width() - 324
    shown.card_closed()
    shown.show_everything()
    box = shown.foreground.box(right.person, shown.camera.view)
    assert box.right() > shown.width() - 324


def test_it_is_painted_in_both_looks_and_from_afar(
    qtbot: QtBot, show: Any, look: Appearance, qapp: QApplication
) -> None:
    shown = show(400)
    light = shown.grab().toImage()
    look.set_mode(Mode.DARK)
    qapp.processEvents()
    dark = shown.grab().toImage()
    assert light.pixelColor(2, 300).lightness() > 200
    assert dark.pixelColor(2, 300).lightness() < 60
    drawn = len(shown.foreground._seats)
    shown.camera.jump(replace(shown.camera.view, zoom=1.0))
    qtbot.waitUntil(lambda: len(shown.foreground._seats) > drawn)


def test_sprites_come_in_turns_and_all_are_there_soon(
    qtbot: QtBot, show: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("presencemap.ui.topics.topic_map.DRAWING_MS", 0.001)
    monkeypatch.setattr("presencemap.ui.topics.topic_map.AHEAD_MS", 0.001)
    shown = show(400)
    shown.foreground.sprites.begin(0.0)
    shown.camera.jump(replace(shown.camera.view, zoom=0.9))
    qtbot.waitUntil(lambda: shown.foreground._seated[0] == 0.9)
    shown.grab()
    assert shown.foreground.sprites.lacking
    qtbot.waitUntil(lambda: not shown.foreground.sprites.lacking)
    came = shown.grab().toImage()
    monkeypatch.setattr("presencemap.ui.topics.topic_map.DRAWING_MS", 10_000.0)
    assert shown.grab().toImage() == came


def test_faces_come_from_where_they_were(qtbot: QtBot, show: Any) -> None:
    shown = show(still=False)
    qtbot.waitUntil(lambda: shown.foreground.progress == 1.0)
    person = shown.foreground._seats[0].person
    shown.hide()
    shown.came_from({person: QPointF(5, 5)})
    with qtbot.waitSignal(shown.surveyed):
        shown.show()
    begun = shown.foreground.box(person, shown.camera.view).center()
    assert hypot(begun.x() - 5, begun.y() - 5) < 200
    qtbot.waitUntil(lambda: shown.foreground.progress == 1.0)
    seat = next(seat for seat in shown.foreground._seats if seat.person == person)
    end = shown.camera.view.to_screen(*seat.at)
    assert shown.foreground.box(person, shown.camera.view).center() == end
