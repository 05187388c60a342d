"""The composer, from the click to the command."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from presencemap.app.commands import KEEP, AddPlace, SetStatus
from presencemap.app.cues import CueSources, Found
from presencemap.app.job_commands import JoinJob, LeaveJob
from presencemap.app.notices import JobsChanged, PlacesChanged, SharingChanged
from presencemap.app.post_commands import SayPost, ShowFollows, ShowQuestion
from presencemap.domain.availability import Availability, Sharing
from presencemap.domain.cue import Cue, CueKind
from presencemap.domain.errors import Refused
from presencemap.domain.place import Place, PlaceKind, PlaceTree
from presencemap.domain.post import PostKind
from presencemap.domain.precision import Precision
from presencemap.domain.status import Activity, Kind
from presencemap.domain.until import Until, end_of
from presencemap.ui.banners.ended import done_for_today
from presencemap.ui.compose.composer import Composer
from presencemap.ui.compose.cues import Cues
from presencemap.ui.compose.draft import Draft
from presencemap.ui.moments import local, moment

ATTIC = Place("attic", "Attic", PlaceKind.OFFICE)


@pytest.fixture
def composer(stage: Any, qtbot: QtBot) -> Composer:
    made = Composer(stage.team, stage.towns, Cues(stage.team, stage.preferences))
    qtbot.addWidget(made)
    made.open_at(QRect())
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_it_opens_with_the_caret_in_the_text_and_what_i_share(composer: Composer) -> None:
    assert composer.form.text.editor.hasFocus()
    assert composer.form.place.value == "acme"
    assert composer.form.clear.isVisible()


def test_ctrl_enter_shares_and_it_goes(composer: Composer, stage: Any, qtbot: QtBot) -> None:
    qtbot.keyClick(composer.form.text.editor, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClicks(composer.form.text.editor, "VAT prefix twice #peppol")
    composer.form.until.activated.emit(composer.form.until.findData(Until.HOUR.value))
    qtbot.keyClick(
        composer.form.text.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    qtbot.waitUntil(lambda: not composer.isVisible())
    end = moment(end_of(Until.HOUR, local(stage.now)))
    activity = Activity(Kind.STRUGGLING_WITH, "VAT prefix twice #peppol")
    assert stage.node.posted == [SetStatus(KEEP, activity, "acme", end, 0)]
    assert not composer.touched


def test_guests_are_said_of_the_place_and_shared_with_it(
    composer: Composer, stage: Any, qtbot: QtBot
) -> None:
    guests = composer.form.guests
    qtbot.keyClick(composer.form.text.editor, Qt.Key.Key_G, Qt.KeyboardModifier.AltModifier)
    menu = guests.menu()
    assert menu.isVisible()
    for _ in range(2):
        qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert (composer.touched, composer.draft.guests) == (True, 2)
    composer.form.place.set_value("gent")
    assert composer.draft.guests == 0, "they stayed at the other place"
    composer.form.place.set_text("")
    assert not guests.isEnabled()
    composer.form.place.set_value("acme")
    menu.popup(guests.pos())
    menu.actions()[3].trigger()
    menu.close()
    composer.share()
    qtbot.waitUntil(lambda: not composer.isVisible())
    assert stage.node.posted[-1].guests == 3
    composer.open_at(QRect())
    assert composer.draft.guests == 3


def test_who_hides_where_they_are_says_no_guests(composer: Composer, stage: Any) -> None:
    stage.team.precision = Precision.HIDDEN
    stage.team.changed.emit()
    assert not composer.form.guests.isEnabled()


def test_esc_keeps_the_draft(composer: Composer, stage: Any, qtbot: QtBot) -> None:
    qtbot.keyClicks(composer.form.text.editor, "half a thou")
    qtbot.keyClick(composer.form.text.editor, Qt.Key.Key_Escape)
    assert not composer.isVisible()
    composer.open_at(QRect())
    assert composer.form.text.text == "half a thou"
    assert stage.node.posted == []


def test_what_others_learn_meanwhile_does_not_touch_the_draft(
    composer: Composer, stage: Any, qtbot: QtBot
) -> None:
    qtbot.keyClicks(composer.form.text.editor, "half a thou")
    stage.node.post(SetStatus(place="gent"))
    qtbot.waitUntil(lambda: stage.team.my_status.place == "gent")
    assert composer.form.text.text == "half a thou"
    assert composer.form.place.value == "acme"


def test_places_are_listed_when_they_are_seen(composer: Composer, stage: Any, qtbot: QtBot) -> None:
    composer.hide()
    stage.team.take(PlacesChanged(PlaceTree((*stage.team.places, ATTIC))))
    composer.form.place.set_text(ATTIC.name)
    assert composer.form.place.value is None, "listing thousands takes a while"
    composer.open_at(QRect())
    composer.form.place.set_text(ATTIC.name)
    assert composer.form.place.value == ATTIC.id
    stage.team.take(PlacesChanged(PlaceTree([ATTIC])))
    assert composer.form.place.count() == 5


def test_over_140_can_be_typed_but_not_shared(composer: Composer, stage: Any, qtbot: QtBot) -> None:
    composer.form.text.set_text("x" * 141)
    assert not composer.form.share.isEnabled()
    composer.share()
    assert stage.node.posted == []
    qtbot.keyClick(composer.form.text.editor, Qt.Key.Key_Backspace)
    assert composer.form.share.isEnabled()


def test_nothing_said_and_nowhere_can_not_be_shared(composer: Composer) -> None:
    composer.form.text.set_text("")
    composer.form.place.set_value(None)
    assert not composer.form.share.isEnabled()
    composer.form.place.set_value("home")
    assert composer.form.share.isEnabled()


def test_a_failed_share_says_why_and_keeps_everything(
    composer: Composer, stage: Any, qtbot: QtBot
) -> None:
    stage.node.error = Refused("Not now.")
    composer.form.text.set_text("Cut-over plan")
    composer.form.share.click()
    qtbot.waitUntil(composer.form.message.isVisible)
    assert composer.form.message.text() == "Not now."
    assert composer.isVisible()
    assert composer.form.text.text == "Cut-over plan"
    assert composer.form.share.isEnabled()
    stage.node.error = None
    composer.form.share.click()
    qtbot.waitUntil(lambda: not composer.isVisible())


def test_two_clicks_share_once(composer: Composer, stage: Any, qtbot: QtBot) -> None:
    stage.node.holding = True
    composer.form.text.set_text("Cut-over plan")
    composer.form.share.click()
    assert not composer.form.share.isEnabled()
    composer.share()
    assert len(stage.node.posted) == 1
    stage.node.release()
    qtbot.waitUntil(lambda: not composer.isVisible())


def test_who_follows_its_topics_is_told_while_it_is_to_be_posted(
    composer: Composer, stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    by_topic = {"#peppol": [factories.person_id(1)]}
    stage.node.answers[ShowFollows] = {"by_topic": by_topic}
    form = composer.form
    form.text.set_text("Reading #peppol")
    before = composer.height()
    assert form.reach.isHidden()
    form.posted.click()
    qtbot.waitUntil(lambda: form.reach.text() == "Followers of #peppol: Joris")
    assert composer.height() > before
    form.posted.click()
    assert form.reach.isHidden()


def test_a_new_place_is_made_then_shared(composer: Composer, stage: Any, qtbot: QtBot) -> None:
    composer.form.place.setEditText("Vlasmarkt")
    assert not composer.form.share.isEnabled()
    assert "Vlasmarkt" in composer.form.message.text()
    composer.form.make_place.click()
    assert composer.form.new_place.name.text() == "Vlasmarkt"
    composer.form.new_place.town.setText("Gnetx")
    assert not composer.form.share.isEnabled()
    assert "Gnetx" in composer.form.message.text()
    composer.form.new_place.town.setText("Antwerpen")
    composer.form.text.set_text("Kick-off")
    composer.form.share.click()
    qtbot.waitUntil(lambda: not composer.isVisible())
    made, said = stage.node.posted
    assert isinstance(made, AddPlace)
    assert (made.name, made.town) == ("Vlasmarkt", "Antwerpen")
    assert said.place == "new-1"
    assert stage.team.my_status.place == "new-1"


def test_a_new_place_can_be_given_up(composer: Composer) -> None:
    composer.form.place.new_wanted.emit("")
    assert composer.form.new_place.isVisible()
    assert not composer.form.place.isEnabled()
    composer.form.new_place.given_up.emit()
    assert not composer.form.new_place.isVisible()
    assert composer.form.place.isEnabled()


def test_another_time_is_typed_and_checked(composer: Composer, stage: Any, qtbot: QtBot) -> None:
    composer.form.text.set_text("Cut-over plan")
    composer.form.until.other_wanted.emit()
    composer.form.other_time.setText("a quarter past")
    composer.form.share.click()
    assert "17:00" in composer.form.other_time_field.error
    assert stage.node.posted == []
    composer.form.other_time.setText("23:45")
    composer.form.share.click()
    qtbot.waitUntil(lambda: not composer.isVisible())
    shared = local(stage.node.posted[0].until)
    assert (shared.hour, shared.minute) == (23, 45)


def test_done_for_today_takes_place_and_activity_away(
    composer: Composer, stage: Any, qtbot: QtBot
) -> None:
    composer.form.clear.click()
    qtbot.waitUntil(lambda: not composer.isVisible())
    assert stage.node.posted == [done_for_today(stage.team.clock())]
    assert stage.team.availability is Availability.AWAY
    composer.open_at(QRect())
    assert not composer.form.clear.isVisible()
    assert composer.form.text.text == ""


def test_availability_holds_at_once(composer: Composer, stage: Any, qtbot: QtBot) -> None:
    composer.form.text.set_text("half a thou")
    composer.form.availability.chosen.emit(Availability.BUSY)
    qtbot.waitUntil(lambda: composer.form.availability.text() == "Busy")
    assert stage.node.posted == [SetStatus(availability=Availability.BUSY)]
    assert composer.isVisible()
    assert composer.form.text.text == "half a thou"


def test_a_draft_moves_to_another_composer(composer: Composer, stage: Any, qtbot: QtBot) -> None:
    composer.form.text.set_text("half a thou")
    composer.form.place.setEditText("Nowhere yet")
    other = Composer(stage.team, stage.towns, Cues(stage.team, stage.preferences))
    qtbot.addWidget(other)
    other.restore(composer.draft)
    other.open_at(QRect())
    assert other.draft == composer.draft


def test_it_begins_with_what_was_asked_and_leaves_me_where_i_am(
    composer: Composer, stage: Any
) -> None:
    composer.begin("#peppol: ")
    draft = composer.draft
    assert (draft.text, draft.kind, draft.posted) == ("#peppol: ", Kind.THINKING_ABOUT, True)
    assert draft.place == stage.team.my_status.place
    composer.open_at(QRect())
    assert composer.draft.text == "#peppol: ", "opening keeps what was begun"


def test_it_is_as_high_as_what_it_holds(composer: Composer) -> None:
    before = composer.height()
    composer.form.place.new_wanted.emit("Vlasmarkt")
    QApplication.processEvents()
    assert composer.height() >= composer.minimumSizeHint().height() > before
    composer.form.new_place.given_up.emit()
    QApplication.processEvents()
    assert composer.height() == before


def test_a_long_sentence_gives_its_height_back(composer: Composer, qtbot: QtBot) -> None:
    composer.form.place.new_wanted.emit("Vlasmarkt")
    QApplication.processEvents()
    before = composer.height()
    composer.form.new_place.town.setText("Gentt")
    QApplication.processEvents()
    assert composer.height() > before
    composer.form.new_place.town.setText("Gent, BE")
    QApplication.processEvents()
    assert composer.height() == before


def test_a_town_that_is_being_typed_is_no_mistake_yet(composer: Composer, qtbot: QtBot) -> None:
    composer.form.place.new_wanted.emit("Vlasmarkt")
    town = composer.form.new_place.town
    qtbot.keyClicks(town, "Gen")
    assert town.suggests
    assert not composer.form.message.isVisible()
    assert not composer.form.share.isEnabled()
    town.completer().popup().hide()
    assert composer.form.message.isVisible(), "now it is meant"


def test_while_i_dont_share_it_says_that_nobody_sees_it_yet(composer: Composer, stage: Any) -> None:
    assert not composer.form.held_back.isVisible()
    stage.team.take(SharingChanged(Sharing.PAUSED))
    assert composer.form.held_back.isVisible()
    assert composer.form.held_back.text().startswith("Paused: colleagues see you as offline")
    stage.team.take(SharingChanged(Sharing.ON))
    assert not composer.form.held_back.isVisible()


def test_what_is_ticked_is_posted_once_it_is_shared(
    composer: Composer, stage: Any, qtbot: QtBot
) -> None:
    form = composer.form
    assert form.posted.text() == "Also post in stream"
    assert not form.posted.isEnabled(), "nothing is said yet"
    qtbot.keyClicks(form.text.editor, "Invoices bounce")
    form.posted.click()
    form.chip(Kind.STRUGGLING_WITH).click()
    assert form.posted.text() == "Ask as a question"
    assert composer.draft.posted
    composer.share()
    qtbot.waitUntil(lambda: not composer.isVisible())
    assert [type(each) for each in stage.node.posted] == [SetStatus, SayPost]
    assert stage.node.posted[1] == SayPost(PostKind.QUESTION, "")
    composer.open_at(QRect())
    assert not form.posted.isChecked(), "each time anew"


def test_who_rewords_a_struggle_is_told_what_becomes_of_the_question(
    composer: Composer, stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    composer.hide()
    me = stage.team.me
    on = Activity(Kind.STRUGGLING_WITH, "Invoices bounce")
    stage.team.roster.apply([replace(me, status=replace(me.status, activity=on))])
    at = datetime.fromtimestamp(stage.now / 1000, UTC).isoformat()
    stage.node.answers[ShowQuestion] = {"text": on.text, "at": at}
    composer.open_at(QRect())
    line = composer.form.asked
    qtbot.waitUntil(lambda: line.asked is not None)
    assert line.isHidden()
    composer.form.text.set_text("Invoices bounce on #vat")
    assert line.text() == "Your question is changed with it."
    composer.form.chip(Kind.WORKING_ON).click()
    assert line.isHidden()
    composer.hide()
    stage.node.answers[ShowQuestion] = None
    composer.open_at(QRect())
    composer.form.chip(Kind.STRUGGLING_WITH).click()
    composer.form.text.set_text("Invoices bounce again")
    assert line.isHidden()


def test_a_post_that_is_refused_says_so_and_the_draft_stays(
    composer: Composer, stage: Any, qtbot: QtBot
) -> None:
    qtbot.keyClicks(composer.form.text.editor, "Invoices bounce")
    composer.form.posted.click()
    stage.node.error = Refused("No.")
    composer._post(SayPost(PostKind.ACTIVITY, "Invoices bounce"))
    qtbot.waitUntil(lambda: composer.form.message.text() == "No.")
    assert composer.isVisible()
    assert composer.draft.posted


def test_jobs_are_joined_and_left_at_once(
    composer: Composer, stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    jobs = factories.jobs()
    stage.team.take(JobsChanged(jobs))
    assert composer.form.jobs.text() == "Tender Rabelink"
    composer.form.jobs.chosen.emit(jobs[0].id, True)
    composer.form.jobs.chosen.emit(jobs[1].id, False)
    assert stage.node.posted == [JoinJob(jobs[0].id), LeaveJob(jobs[1].id)]
    with qtbot.waitSignal(composer.jobs_wanted):
        composer.form.jobs.all_wanted.emit()
    assert not composer.isVisible()


@pytest.fixture
def offered(stage: Any, tmp_path: Path, qtbot: QtBot) -> Composer:
    """I share something, drafts are on, and a work tree is on a branch."""
    (tmp_path / "tree" / ".git").mkdir(parents=True)
    (tmp_path / "tree" / ".git" / "HEAD").write_text("ref: refs/heads/feature/peppol-inbox\n")
    stage.node.post(SetStatus(activity=Activity(Kind.THINKING_ABOUT, "Lunch")))
    qtbot.waitUntil(lambda: stage.team.my_status.activity is not None)
    stage.node.posted.clear()
    cues = Cues(stage.team, stage.preferences)
    cues.sources = CueSources(on=True, folders=(str(tmp_path / "tree"),))
    made = Composer(stage.team, stage.towns, cues)
    qtbot.addWidget(made)
    made.open_at(QRect())
    qtbot.waitUntil(lambda: made.isActiveWindow() and made.form.cues.isVisible())
    return made


def test_without_being_asked_for_no_draft_is_offered(composer: Composer) -> None:
    assert not composer.form.cues.isVisible()
    assert not composer.form.cues.rows


def test_a_draft_is_offered_beside_what_i_share_and_a_click_takes_it(
    offered: Composer, stage: Any, qtbot: QtBot
) -> None:
    form = offered.form
    (row,) = form.cues.rows
    assert form.text.text == "Lunch"
    assert not row.key.isVisible(), "Tab goes on where something stands"
    qtbot.keyClick(form.text.editor, Qt.Key.Key_Tab)
    assert form.text.text == "Lunch"
    assert row.hasFocus(), "which leads to it"
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert (form.kind, form.text.text) == (Kind.WORKING_ON, "peppol inbox")
    assert form.text.editor.hasFocus()
    assert not form.cues.isVisible()
    assert offered.touched
    assert stage.node.posted == [], "nothing is sent by itself"
    form.text.editor.undo()
    assert form.text.text == "Lunch"


def test_in_an_empty_text_tab_takes_it_and_the_next_goes_on(
    offered: Composer, stage: Any, qtbot: QtBot
) -> None:
    form = offered.form
    high = offered.height()
    form.chip(Kind.THINKING_ABOUT).click()
    qtbot.keyClicks(form.text.editor, "half")
    assert not form.cues.isVisible(), "who types knows what to say"
    assert offered.height() < high
    form.text.put("")
    assert form.cues.rows[0].key.isVisible()
    qtbot.keyClick(form.text.editor, Qt.Key.Key_Tab)
    assert (form.kind, form.text.text) == (Kind.WORKING_ON, "peppol inbox")
    qtbot.keyClick(form.text.editor, Qt.Key.Key_Tab)
    assert not form.text.editor.hasFocus()
    assert form.text.text == "peppol inbox"
    assert stage.node.posted == []


def test_turned_off_the_offer_goes(offered: Composer) -> None:
    offered.hide()
    offered._cues.sources = CueSources(on=False, folders=offered._cues.sources.folders)
    offered.open_at(QRect())
    assert offered.form.cues.isHidden()


def test_an_entry_brings_its_end_along(offered: Composer, stage: Any) -> None:
    end = stage.now + 3_600_000
    offered.form.cues.learn(Found((Cue(CueKind.ENTRY, "Kick-off", "Kick-off", end),)))
    offered._ready()
    offered.form.cues.rows[0].click()
    assert offered.draft.until == end
    offered.restore(Draft())
    offered.form.cues.taken.emit(Cue(CueKind.ENTRY, "Over", "Over", stage.now))
    assert offered.draft.until is Until.AFTERNOON
