"""Window, tray and composer together."""

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFocusFrame, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from presencemap.app.commands import (
    CreateInvite,
    SetFloorPlan,
    SetSharing,
    SetStatus,
    ShowNotes,
    WriteNote,
)
from presencemap.app.notices import NotesChanged, PlacesChanged
from presencemap.app.post_commands import (
    Follow,
    ShowFollows,
    ShowPosts,
    ShowQuestion,
    ShowStream,
    ShowThread,
)
from presencemap.domain.availability import Availability, Sharing
from presencemap.domain.errors import Refused
from presencemap.domain.place import Place, PlaceKind, PlaceTree
from presencemap.ui.controls import RowButton
from presencemap.ui.dialog import Dialog
from presencemap.ui.floor.editor import FloorEditor
from presencemap.ui.people.showing import Show
from presencemap.ui.reading_order import stops
from presencemap.ui.screen import Screen
from presencemap.ui.shell import Shell
from presencemap.ui.theme import Appearance, Mode, appearance
from presencemap.ui.tray.tray import Tray

# The offscreen platform has no tray to tell of; Qt says so.
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged")


@pytest.fixture
def there() -> list[bool]:
    return [True]


@pytest.fixture
def shell(stage: Any, qtbot: QtBot, there: list[bool]) -> Iterator[Shell]:
    tray = Tray(stage.team, there=lambda: there[0])
    made = Shell(stage.team, stage.towns, stage.preferences, tray)
    made.window.show()
    qtbot.waitExposed(made.window)
    stage.node.posted.clear()
    yield made
    made.stop()


def dialogs() -> list[Dialog]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, Dialog) and w.isVisible()]


def test_in_a_narrow_window_the_keyboard_comes_to_the_screen_of_a_key(
    shell: Shell, stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    stage.node.answers[ShowStream] = factories.posts()
    window = shell.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.people.view.setFocus()
    window.resize(480, 760)
    qtbot.waitUntil(lambda: not window.people.isVisible())
    pages = {"3": shell.stream, "5": shell.notes, "1": window.map, "4": shell.ask}
    for key, page in pages.items():
        qtbot.keyClick(window, Qt.Key(ord(key)), Qt.KeyboardModifier.ControlModifier)
        focus = window.focusWidget()
        assert focus is not None
        assert focus is page or page.isAncestorOf(focus), f"Ctrl {key}"


def test_esc_closes_a_thread_from_its_field_and_its_posts(
    shell: Shell, stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    stage.node.answers |= {ShowStream: factories.posts(), ShowThread: factories.thread()}
    window, talk = shell.window, shell.stream.talk
    window.panes.show_screen(Screen.STREAM)
    window.activateWindow()
    qtbot.waitUntil(lambda: bool(shell.stream.feed.rows) and window.isActiveWindow())
    for place in (talk.say, talk.list):
        shell.stream.open_thread(shell.stream.feed.rows[2])
        place.setFocus()
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        assert talk.root == ""
        assert talk.isHidden()


def test_the_tray_opens_composer_and_map(shell: Shell) -> None:
    shell.tray.composer_wanted.emit(QRect())
    assert shell.composer.isVisible()
    shell.window.hide()
    shell.tray.map_wanted.emit()
    assert shell.window.isVisible()
    assert not shell.composer.isVisible()


def test_the_pill_opens_the_composer_and_closes_it(shell: Shell) -> None:
    shell.window.top.pill.click()
    assert shell.composer.isVisible()
    shell.window.composer_wanted.emit(shell.window.pill_place())
    assert not shell.composer.isVisible()


def test_the_tray_sets_the_availability(shell: Shell, stage: Any, qtbot: QtBot) -> None:
    shell.tray.availability_chosen.emit(Availability.BUSY)
    assert stage.node.posted == [SetStatus(availability=Availability.BUSY)]
    stage.node.error = Refused("Not now.")
    shell.tray.availability_chosen.emit(Availability.AWAY)
    qtbot.waitUntil(lambda: shell.window.banner.sentence == "Not now.")


def test_a_note_that_comes_is_said_without_its_words_and_read_from_the_bar(
    shell: Shell, stage: Any, factories: ModuleType, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    said: list[tuple[str, str]] = []
    monkeypatch.setattr(shell.tray, "say", lambda title, text: said.append((title, text)))
    stage.node.answers[ShowNotes] = [factories.note(1, 1, "Lunch?")]
    stage.team.take(NotesChanged())
    qtbot.waitUntil(lambda: bool(said))
    assert said == [("Note from Joris De Smedt", "Open Presence Map to read it.")]
    button = shell.window.panes.rail.button(Screen.NOTES)
    assert button.new
    button.click()
    assert shell.notes.isVisible()
    assert shell.notes.conversation.person == factories.person_id(1)
    qtbot.waitUntil(lambda: not button.new)


def test_from_a_card_a_note_goes_to_whose_it_is(
    shell: Shell, stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    shell.window.open_person(factories.person_id(2))
    qtbot.keyClick(shell.window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    talk = shell.notes.conversation
    assert talk.isVisible()
    assert not shell.window.card.isVisible(), "it would cover the conversation"
    qtbot.keyClicks(talk.box.editor, "Lunch?")
    talk.send.click()
    assert stage.node.posted[-1] == WriteNote(factories.person_id(2), "Lunch?")


def test_who_knows_is_one_key_away_and_leads_to_cards_and_notes(
    shell: Shell, stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    stage.node.findings = factories.findings
    window, page = shell.window, shell.ask
    qtbot.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert page.isVisible()
    for wanted in (window.top.ask.clicked, shell.tray.ask_wanted):
        window.panes.show_map()
        wanted.emit()
        assert page.isVisible()
    qtbot.keyClicks(page.field, "vat")
    qtbot.waitUntil(lambda: page.found.text == "vat" and bool(page.people.hits))
    page.people.open_first()
    assert window.card.person == page.people.hits[0].person
    window.card.close_card()
    qtbot.waitUntil(page.field.hasFocus)
    person = page.people.hits[0].person
    page.people.hits[0].follow_wanted.emit(person, True)
    assert stage.node.posted[-1] == Follow(person, on=True)
    stage.node.answers |= {ShowStream: [], ShowThread: factories.thread()}
    stage.node.answers[ShowPosts] = [factories.post(1, 1, "VAT?", kind="question")]
    page.everyone.rows[0].thread_wanted.emit("aa")
    qtbot.waitUntil(shell.stream.talk.isVisible)
    assert stage.node.posted.count(ShowPosts(("aa",))) == 1
    assert shell.stream.talk.list.isAncestorOf(shell.stream.focusWidget())
    window.desk.panel.thread_wanted.emit("bb")
    assert stage.node.posted.count(ShowPosts(("bb",))) == 1
    page.people.hits[0].note.click()
    assert shell.notes.conversation.person == person


def test_the_field_at_the_top_is_left_by_tab_as_often_as_one_likes(
    shell: Shell, qtbot: QtBot
) -> None:
    window, field = shell.window, shell.window.top.find_field
    with qtbot.waitActive(window):
        window.activateWindow()
    for _ in range(3):
        field.seek()
        qtbot.keyClick(field, Qt.Key.Key_Tab)
        assert not field.hasFocus()
        field.seek()
        qtbot.waitUntil(lambda: not window.findChildren(QFocusFrame))
        assert isValid(field._glass), "with the ring that went, nothing else did"


def test_how_it_went_is_said_in_the_composer_and_not_shared_by_itself(
    shell: Shell, stage: Any
) -> None:
    shell.window.prompts.say_wanted.emit("#peppol: ")
    assert shell.composer.isVisible()
    assert shell.composer.draft.text == "#peppol: "
    assert stage.node.posted == []


def test_closed_it_goes_to_the_tray_and_says_so_once(
    shell: Shell, stage: Any, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    said: list[str] = []
    monkeypatch.setattr(shell.tray, "say", lambda title, _text: said.append(title))
    with qtbot.assertNotEmitted(shell.quit_wanted):
        for _ in range(2):
            shell.window.show()
            shell.window.close()
    assert not shell.window.isVisible()
    assert said == ["Presence Map goes on in the tray"]
    assert stage.preferences.told_about_tray


def test_closed_without_a_tray_it_quits(shell: Shell, there: list[bool], qtbot: QtBot) -> None:
    there[0] = False
    shell.tray.look()
    with qtbot.waitSignal(shell.quit_wanted):
        shell.window.close()


def test_a_tray_that_goes_brings_a_hidden_window_back(shell: Shell, there: list[bool]) -> None:
    shell.window.close()
    there[0] = False
    shell.tray.look()
    assert shell.window.isVisible()


def test_a_question_on_the_card_opens_beside_the_stream(
    shell: Shell, stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    asked = factories.question(1, joined=[stage.cards[2].person.id], text="Who knows?")
    stage.node.answers = {ShowQuestion: asked, ShowStream: []}
    stage.node.answers |= {ShowPosts: [asked], ShowThread: [asked]}
    shell.window.show()
    shell.window.open_person(stage.cards[1].person.id)
    row = shell.window.card.question
    qtbot.waitUntil(lambda: row.open_it.text() == "1 joined")
    row.open_it.click()
    qtbot.waitUntil(lambda: shell.stream.talk.root == asked["id"])
    assert shell.window.panes.current is Screen.STREAM
    assert not shell.window.card.person


def test_the_narrow_stream_has_its_lists_a_press_away_and_comes_back_by_itself(
    shell: Shell, stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    stage.node.answers[ShowFollows] = factories.follows()
    stage.node.answers |= {ShowStream: factories.posts(), ShowThread: factories.posts()[:1]}
    window, bar = shell.window, shell.beside.segments.bar
    window.resize(480, 800)
    window.panes.show_screen(Screen.STREAM)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: bool(shell.stream.feed.rows))
    assert (bar.isVisible(), window.people.isVisible()) == (True, False)
    qtbot.keyClick(bar, Qt.Key.Key_Right)
    assert (bar.isVisible(), window.people.isVisible()) == (True, True)
    assert window.people.people.show_only is Show.FOLLOWING
    qtbot.keyClick(bar, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: bool(shell.beside.page.findChildren(RowButton)))
    shell.beside.page.findChildren(RowButton)[0].click()
    assert (bar.value, shell.stream.isVisible()) == ("posts", True)
    assert shell.stream.feed.scope.topic == "peppol"
    qtbot.waitUntil(lambda: bool(shell.stream.feed.rows))
    shell.stream.open_thread(shell.stream.feed.rows[0])
    assert not bar.isVisible(), "a thread has a head of its own"
    shell.stream.talk.close_thread()
    assert bar.isVisible()
    qtbot.keyClick(bar, Qt.Key.Key_Left)
    assert window.people.isVisible()
    shell.stream.wanted.emit()
    assert (bar.value, shell.stream.isVisible()) == ("posts", True)


def test_the_lists_of_the_narrow_stream_go_with_it_and_with_the_width(
    shell: Shell, stage: Any, qtbot: QtBot
) -> None:
    stage.node.answers[ShowStream] = []
    window, bar, panes = shell.window, shell.beside.segments.bar, shell.window.panes
    window.resize(480, 800)
    panes.show_screen(Screen.STREAM)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    told: list[bool] = []
    panes.aside_changed.connect(told.append)

    def seen() -> tuple[bool, bool, bool]:
        return bar.isVisible(), shell.stream.isVisible(), window.people.isVisible()

    panes.show_aside(aside=True)
    assert (seen(), told, panes.current) == ((True, False, True), [True], Screen.STREAM)
    panes.show_screen(Screen.STREAM)
    assert (seen(), told) == ((True, True, False), [True, False])
    panes.show_aside(aside=True)
    panes.rail.button(Screen.MAP).click()
    assert seen() == (False, False, False)
    panes.rail.button(Screen.STREAM).click()
    assert seen() == (True, True, False), "the posts, each time one comes"
    panes.show_aside(aside=True)
    window.resize(900, 800)
    assert seen() == (False, True, True)
    panes.show_aside(aside=True)
    window.resize(480, 800)
    assert seen() == (True, True, False), "beside each other neither was in the other's place"
    last = bar.findChildren(QPushButton)[-1]
    last.setFocus()
    qtbot.keyClick(last, Qt.Key.Key_Tab)
    focus = window.focusWidget()
    assert focus is not None
    assert shell.stream.isAncestorOf(focus)
    window.resize(340, 800)
    assert not bar.isVisible()


def test_composer_and_ask_want_dialogs_of_the_window_too(shell: Shell, qtbot: QtBot) -> None:
    for signal, title in (
        (shell.composer.jobs_wanted, "Jobs"),
        (shell.ask.profile_wanted, "My profile"),
    ):
        signal.emit()
        qtbot.waitUntil(lambda: len(dialogs()) == 1)
        (dialog,) = dialogs()
        assert dialog.windowTitle() == title
        dialog.reject()


def test_the_look_is_kept(shell: Shell, stage: Any) -> None:
    shell.window.top.looks.mode_chosen.emit(Mode.DARK)
    assert appearance().mode is Mode.DARK
    assert stage.preferences.mode is Mode.DARK


def test_a_compact_list_is_kept_and_shown_at_once(
    shell: Shell, stage: Any, look: Appearance
) -> None:
    view = shell.window.people.view
    assert view.row_height() == 56
    shell.window.top.looks.compact_chosen.emit(True)
    assert stage.preferences.compact
    assert view.row_height() == 40
    shell.window.top.looks.compact_chosen.emit(False)
    assert not stage.preferences.compact
    assert view.row_height() == 56


def test_another_size_of_text_is_told_and_kept(
    shell: Shell, stage: Any, look: Appearance, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(shell.text_chosen):
        shell.window.top.looks.text_chosen.emit(1.3)
    assert stage.preferences.text_size == 1.3
    assert look.theme.text_scale == 1.3
    with qtbot.assertNotEmitted(shell.text_chosen):
        shell.window.top.looks.text_chosen.emit(1.3)
        QApplication.processEvents()


def test_another_language_is_told_and_kept(shell: Shell, stage: Any, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shell.language_chosen) as told:
        shell.window.top.language_chosen.emit("nl")
    assert told.args == ["nl"]
    assert stage.preferences.language == "nl"


def test_a_draft_is_told_once_something_is_typed(shell: Shell) -> None:
    assert shell.draft is None
    shell.open_composer()
    shell.composer.form.text.editor.insertPlainText("half a thou")
    assert shell.draft is not None
    assert shell.draft.text == "half a thou"


@pytest.mark.parametrize("stage", [0], indirect=True)
def test_alone_the_map_offers_the_invite_link(shell: Shell, stage: Any, qtbot: QtBot) -> None:
    alone = shell.window.map.alone
    qtbot.waitUntil(alone.isVisible)
    alone.button.click()
    qtbot.waitUntil(lambda: alone.feedback.text().startswith("Copied"))
    assert stage.node.posted == [CreateInvite(days=7)]
    assert QGuiApplication.clipboard().text() == "presencemap://join#1-7"
    stage.node.error = Refused("Not allowed.")
    alone.button.click()
    qtbot.waitUntil(lambda: alone.feedback.text() == "Not allowed.")


def test_the_composer_stays_below_the_pill_when_the_window_comes_to_stand_elsewhere(
    shell: Shell, qtbot: QtBot
) -> None:
    shell.window.resize(700, 500)
    shell.open_composer()
    shell.window.move(40, 120)
    qtbot.waitUntil(
        lambda: shell.composer.frameGeometry().top() + 18 > shell.window.pill_place().bottom()
    )
    assert (
        not shell.composer.geometry()
        .adjusted(18, 18, -18, -24)
        .intersects(shell.window.pill_place())
    )
    # Opened at the tray it has nothing to do with the window.
    shell.composer.hide()
    shell.tray.composer_wanted.emit(QRect())
    before = shell.composer.pos()
    shell.window.move(80, 10)
    QApplication.processEvents()
    assert shell.composer.pos() == before


def test_window_and_tray_pause_and_resume(shell: Shell, stage: Any, qtbot: QtBot) -> None:
    shell.window.sharing_chosen.emit(Sharing.PAUSED)
    shell.tray.sharing_chosen.emit(Sharing.ON)
    assert stage.node.posted == [SetSharing(Sharing.PAUSED), SetSharing(Sharing.ON)]
    stage.node.error = Refused("Not now.")
    shell.window.sharing_chosen.emit(Sharing.OFF_NETWORK)
    qtbot.waitUntil(lambda: shell.window.banner.sentence == "Not now.")


def test_a_floor_is_drawn_in_a_dialog(shell: Shell, stage: Any) -> None:
    office = Place("gent", "Gent office", PlaceKind.OFFICE, None, 51.05, 3.72, "Gent")
    floor = Place("two", "Floor 2", PlaceKind.FLOOR, "gent")
    stage.team.take(PlacesChanged(PlaceTree((office, floor))))
    shell.window.ground.floor.edit_wanted.emit()
    assert dialogs() == []
    shell.window.show_place("two")
    shell.window.ground.floor.edit.click()
    (dialog,) = dialogs()
    assert dialog.windowTitle() == "Plan of Floor 2"


def test_a_picture_dropped_on_the_window_opens_the_editor_with_it_and_shares_nothing(
    shell: Shell, stage: Any, tmp_path: Path, qtbot: QtBot
) -> None:
    office = Place("gent", "Gent office", PlaceKind.OFFICE, None, 51.05, 3.72, "Gent")
    floor = Place("two", "Floor 2", PlaceKind.FLOOR, "gent")
    stage.team.take(PlacesChanged(PlaceTree((office, floor))))
    picture, image = tmp_path / "plan.png", QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    assert image.save(str(picture))
    shell.window.ground.drop.dropped.emit("two", picture)
    (dialog,) = dialogs()
    assert isinstance(dialog, FloorEditor)
    qtbot.waitUntil(lambda: dialog.canvas.picture is not None)
    assert shell.window.ground.on_floor
    assert not any(isinstance(command, SetFloorPlan) for command in stage.node.posted)
    dialog.reject()


def test_a_card_stays_on_the_maps_and_lies_over_no_other_screen(shell: Shell, stage: Any) -> None:
    window, person = shell.window, stage.cards[1].person.id
    stage.node.answers[ShowStream] = []
    for screen in (Screen.STREAM, Screen.ASK, Screen.NOTES):
        window.panes.show_map()
        window.open_person(person)
        window.panes.show_map()
        assert window.card.person == person
        window.panes.show_screen(screen)
        assert window.card.person == ""
        window.open_person(person)
        assert window.card.person == person, "one that is opened there is there"


def test_tab_goes_from_the_segments_into_what_they_show(
    shell: Shell, stage: Any, qtbot: QtBot
) -> None:
    stage.node.answers[ShowStream] = []
    window, panes, segments = shell.window, shell.window.panes, shell.beside.segments
    window.resize(480, 800)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    panes.show_screen(Screen.STREAM)
    order = stops(window)
    parts = (window.top, segments, shell.stream, panes.rail, window.status)
    at = [next(n for n, part in enumerate(parts) if part.isAncestorOf(each)) for each in order]
    assert at == sorted(at)
    assert set(at) == set(range(len(parts)))
    assert any(shell.stream.form.isAncestorOf(each) for each in order)
    panes.show_aside(aside=True)
    order = stops(window)
    chosen = next(n for n, each in enumerate(order) if segments.isAncestorOf(each))
    assert window.people.isAncestorOf(order[chosen + 1])


def test_tab_goes_from_the_lens_to_the_plates(shell: Shell, stage: Any, qtbot: QtBot) -> None:
    window = shell.window
    window.show()
    qtbot.waitUntil(lambda: bool(window.map.plate_buttons.buttons))
    order = stops(window.map)
    lens = next(n for n, each in enumerate(order) if window.map.lens.isAncestorOf(each))
    assert window.map.days.isAncestorOf(order[lens + 1])
    assert order[lens + 2] in window.map.plate_buttons.buttons
    zoom = next(n for n, each in enumerate(order) if window.map.zoom_buttons.isAncestorOf(each))
    assert lens + 2 < zoom
