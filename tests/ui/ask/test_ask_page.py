"""Who knows about ...?, as a screen."""

from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from presencemap.app.knowledge.findings import Findings
from presencemap.app.knowledge.inquiry import NAMED, SAID
from presencemap.app.link_commands import ShowLinks
from presencemap.app.notices import (
    InvitingChanged,
    JobsChanged,
    PostsChanged,
    Reading,
    RosterChanged,
)
from presencemap.domain.errors import NodeNotRunning
from presencemap.domain.team import Inviters
from presencemap.ui.ask.ask_page import AskPage
from presencemap.ui.reading_order import ReadingWindow
from presencemap.ui.theme import Appearance, Mode


@pytest.fixture
def open_page(stage: Any, factories: ModuleType, qtbot: QtBot) -> Callable[[], AskPage]:
    def open_it() -> AskPage:
        made = AskPage(stage.team)
        qtbot.addWidget(made)
        made.resize(1200, 760)
        with qtbot.waitActive(made):
            made.show()
            made.activateWindow()
        return made

    stage.node.findings = factories.findings
    return open_it


@pytest.fixture
def page(open_page: Callable[[], AskPage]) -> AskPage:
    return open_page()


def ask(page: AskPage, text: str, qtbot: QtBot) -> None:
    page.field.setText(text)
    qtbot.waitUntil(lambda: page.found.text == text)


def test_what_an_answer_may_need_is_there_before_it(page: AskPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(page.said._rows.made) == SAID)
    assert len(page.people._rows.made) == NAMED
    assert page.people.hits == []
    made = page.people._rows.made[0]
    ask(page, "vat", qtbot)
    qtbot.waitUntil(lambda: bool(page.people.hits))
    assert page.people.hits[0] is made
    assert made.isVisible()
    assert made.height() == made.heightForWidth(made.width()), "as high as it was never before"


def test_the_page_keeps_its_width_where_an_answer_gets_too_long(
    page: AskPage, qtbot: QtBot
) -> None:
    bar, wide = page.area.verticalScrollBar(), page.area.viewport().width()
    assert not bar.isEnabled()
    page.resize(page.width(), 300)
    ask(page, "vat", qtbot)
    qtbot.waitUntil(bar.isEnabled)
    assert page.area.viewport().width() == wide


def test_another_look_makes_a_suggested_question_nobodys_own(
    page: AskPage, look: Appearance, qtbot: QtBot
) -> None:
    ask(page, "vat", qtbot)
    qtbot.waitUntil(lambda: page.everyone.box.text == "Vat? #peppol")
    look.set_mode(Mode.DARK)
    look.set_mode(Mode.LIGHT)
    ask(page, "", qtbot)
    qtbot.waitUntil(lambda: page.everyone.box.text == "")


def test_who_comes_types_at_once_and_has_examples(page: AskPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(page.understood.shown))
    assert page.field.hasFocus()
    assert page.state.text().startswith("Type a few words")
    assert page.invite.isHidden()
    page.understood.chosen.emit("vat")
    qtbot.waitUntil(lambda: page.found.text == "vat")
    assert page.people.isVisible()


def test_each_letter_is_looked_for_and_all_that_is_found_is_shown(
    page: AskPage, stage: Any, qtbot: QtBot
) -> None:
    qtbot.keyClicks(page.field, "vat")
    qtbot.waitUntil(lambda: page.found.text == "vat")
    assert stage.node.searched[-3:] == ["v", "va", "vat"]
    asked = {type(command) for command in stage.node.posted}
    assert asked == {ShowLinks}, "nobody else hears of it"
    assert page.state.isHidden()
    assert len(page.said.rows) == 3
    assert len(page.everyone.rows) == 2
    qtbot.waitUntil(lambda: page.everyone.box.text == "Vat? #peppol")


def test_an_answer_to_what_was_typed_before_is_passed_over(page: AskPage, qtbot: QtBot) -> None:
    ask(page, "vat", qtbot)
    page._show(Findings("va"))
    assert page.found.text == "vat"


def test_where_nothing_is_found_everyone_can_be_asked(page: AskPage, qtbot: QtBot) -> None:
    ask(page, "nothing here", qtbot)
    assert page.state.text() == "Nobody has said anything about that yet. Ask everyone."
    assert page.people.isHidden()
    assert page.everyone.ask.isEnabled()


def test_while_all_is_read_that_is_said_and_asked_anew(
    page: AskPage, stage: Any, qtbot: QtBot
) -> None:
    stage.node.findings = lambda text: Findings(text, left=5)
    ask(page, "vat", qtbot)
    assert page.state.text() == "Nothing yet; not all is read."
    before = len(stage.node.searched)
    stage.team.take(Reading(88_000, 100_000))
    read, of = map(page.locale().toString, (12_000, 100_000))
    assert page.reading.text() == f"Reading what your colleagues said: {read} of {of}"
    assert page.reading.isVisible()
    stage.node.findings = Findings
    stage.team.take(Reading(0, 100_000))
    qtbot.waitUntil(page.reading.isHidden)
    assert stage.node.searched[before:] == ["vat", "vat"]


def test_what_is_taken_back_is_looked_for_anew(page: AskPage, stage: Any, qtbot: QtBot) -> None:
    ask(page, "vat", qtbot)
    before = len(stage.node.searched)
    stage.team.take(PostsChanged(frozenset({"of no one here"})))
    assert len(stage.node.searched) == before
    stage.team.take(PostsChanged(frozenset({page.found.said[0].post})))
    stage.team.take(PostsChanged())
    assert stage.node.searched[before:] == ["vat", "vat"]


def test_jobs_are_looked_for_anew_when_they_change(
    page: AskPage, stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    ask(page, "vat", qtbot)
    assert len(page.jobs.rows) == 1
    stage.node.findings = lambda text: Findings(text, jobs=factories.jobs())
    stage.team.take(JobsChanged(factories.jobs()))
    qtbot.waitUntil(lambda: len(page.jobs.rows) == 3)
    assert page.people.hits == []
    assert page.state.isHidden(), "a job alone is something too"


def test_keys_go_from_the_field_to_who_was_found(page: AskPage, qtbot: QtBot) -> None:
    ask(page, "vat", qtbot)
    first = page.people.hits[0]
    with qtbot.waitSignal(page.person_wanted) as said:
        qtbot.keyClick(page.field, Qt.Key.Key_Return)
    assert said.args == [first.person]
    qtbot.keyClick(page.field, Qt.Key.Key_Down)
    assert first.hasFocus()
    qtbot.keyClick(first, Qt.Key.Key_Up)
    assert page.field.hasFocus()
    qtbot.keyClick(page.field, Qt.Key.Key_Escape)
    assert page.field.text() == ""
    qtbot.keyClick(page.field, Qt.Key.Key_Escape)


def test_who_is_alone_is_told_so(
    open_page: Callable[[], AskPage], stage: Any, qtbot: QtBot
) -> None:
    others = tuple(card.person.id for card in stage.cards[1:])
    stage.team.take(RosterChanged((), others))
    page = open_page()
    assert page.state.text().startswith("You are the first")
    with qtbot.waitSignal(page.invite_wanted):
        qtbot.mouseClick(page.invite, Qt.MouseButton.LeftButton)
    stage.team.take(InvitingChanged(mine=False, inviters=Inviters.STEWARDS))
    assert page.invite.isHidden()
    assert page.state.text().endswith("Ask one of them.")
    stage.team.take(RosterChanged(stage.cards))
    assert page.invite.isHidden()
    assert page.state.text().startswith("Type a few words")


def test_without_a_node_that_is_said(
    open_page: Callable[[], AskPage], stage: Any, qtbot: QtBot
) -> None:
    stage.node.error = NodeNotRunning("off")
    page = open_page()
    qtbot.waitUntil(lambda: "isn't connected" in page.state.text())


def test_it_asks_nothing_while_it_is_not_shown(page: AskPage, stage: Any) -> None:
    page.hide()
    before = len(stage.node.searched)
    page.field.setText("vat")
    assert len(stage.node.searched) == before


def test_asking_everyone_goes_below_where_it_is_narrow(page: AskPage, qtbot: QtBot) -> None:
    ask(page, "vat", qtbot)
    assert page.everyone.x() > page.field.x()
    page.resize(460, 760)
    qtbot.waitUntil(lambda: page.everyone.y() > page.said.y())
    assert page.area.widget().width() <= 460
    assert not page.grab().isNull()


def test_tab_goes_from_a_hit_to_its_own_buttons_then_to_the_next_and_last_to_the_right(
    stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    stage.node.findings = factories.findings
    window, page = ReadingWindow(), AskPage(stage.team)
    qtbot.addWidget(window)
    window.setCentralWidget(page)
    window.resize(1280, 800)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    ask(page, "vat", qtbot)
    page.people.anyone.click()
    qtbot.waitUntil(lambda: len(page.people.hits) > 1 and page.everyone.isVisible())
    page.field.setFocus()
    passed: list[QWidget] = []
    while (focus := QApplication.focusWidget()) not in passed:
        assert focus is not None
        passed.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    for hit in page.people.hits:
        at = passed.index(hit)
        own = [each for each in (hit.contact, hit.note, hit.more) if each.isVisible()]
        assert passed[at + 1 : at + 1 + len(own)] == own
    places = [passed.index(hit) for hit in page.people.hits]
    assert places == sorted(places)
    right = [at for at, each in enumerate(passed) if page.everyone.isAncestorOf(each)]
    assert right
    assert right[0] > places[-1] + 3, "what is at the right comes after who was found"
