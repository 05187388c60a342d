"""A link and an introduction leave only when they can't be undone any more."""

from collections.abc import Iterator
from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from presencemap.app.commands import (
    DropUnsent,
    Introduce,
    KeepUnsent,
    SendUnsent,
    ShowUnsent,
    WriteNote,
)
from presencemap.app.link_commands import RemoveLink, SaveLink, ShowLinks
from presencemap.app.unsent import Unsent
from presencemap.domain.errors import EnvironmentFault, Refused
from presencemap.ui.dialog import Dialog
from presencemap.ui.helping import Helping
from presencemap.ui.links.links_dialog import LinksDialog
from presencemap.ui.links.send_dialog import LinkDraft, SendLinkDialog
from presencemap.ui.links.wording import new_link
from presencemap.ui.main_window import MainWindow
from presencemap.ui.matter import Matter
from presencemap.ui.notes.introduce_dialog import IntroduceDialog


@pytest.fixture
def shown() -> list[Dialog]:
    return []


@pytest.fixture
def helping(
    stage: Any, window: MainWindow, shown: list[Dialog], factories: ModuleType, qtbot: QtBot
) -> Iterator[Helping]:
    stage.node.answers[ShowLinks] = factories.links()

    def show(dialog: Dialog) -> None:
        qtbot.addWidget(dialog)
        shown.append(dialog)

    made = Helping(stage.team, window, show)
    yield made
    made.stop()


def sent_link(helping: Helping, shown: list[Dialog], qtbot: QtBot) -> SendLinkDialog:
    dialog = shown[-1]
    assert isinstance(dialog, SendLinkDialog)
    qtbot.waitUntil(lambda: dialog.link is not None)
    dialog.box.set_text("Look")
    dialog.submit()
    return dialog


def kept(stage: Any) -> dict[str, KeepUnsent]:
    return {each.name: each for each in stage.node.posted if isinstance(each, KeepUnsent)}


def sent(stage: Any) -> list[object]:
    """What left, of what was kept before."""
    leaving = [each.name for each in stage.node.posted if isinstance(each, SendUnsent)]
    return [kept(stage)[name].wanted for name in leaving]


def dropped(stage: Any) -> list[str]:
    return [each.name for each in stage.node.posted if isinstance(each, DropUnsent)]


def offered(helping: Helping, qtbot: QtBot) -> str:
    """What can be undone, once it is kept."""
    qtbot.waitUntil(lambda: helping.bar.deed is not None)
    return helping.bar.accessibleName()


def test_a_link_leaves_after_its_time_or_is_taken_back_as_it_was(
    helping: Helping, shown: list[Dialog], stage: Any, window: MainWindow, factories: ModuleType,
    qtbot: QtBot,
) -> None:  # fmt: skip
    joris = factories.person_id(1)
    window.open_person(joris)
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    sent_link(helping, shown, qtbot)
    assert helping.bar.deed is None, "not before it is kept"
    assert offered(helping, qtbot).startswith("To Joris: Peppol BIS")
    assert sent(stage) == [], "it can still be undone"
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert sent(stage) == []
    assert dropped(stage) == [*kept(stage)]
    again = shown[-1]
    assert isinstance(again, SendLinkDialog)
    assert again.box.text == "Look", "what was written isn't lost"
    sent_link(helping, shown, qtbot)
    offered(helping, qtbot)
    helping.bar.finish()
    [note] = sent(stage)
    assert isinstance(note, WriteNote)
    assert note.person == joris
    qtbot.waitUntil(lambda: dropped(stage) == [*kept(stage)])
    assert not [each for each in stage.node.posted if isinstance(each, SaveLink)]


def test_a_new_link_is_kept_once_it_is_sent(
    helping: Helping, shown: list[Dialog], stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    helping.send_link(factories.person_id(2))
    dialog = shown[-1]
    assert isinstance(dialog, SendLinkDialog)
    dialog.field.setText("https://new.example")
    dialog.submit()
    helping.stop()
    assert SaveLink("https://new.example") in stage.node.posted
    assert len(sent(stage)) == 1, "what waits leaves before the window goes"


def test_a_note_is_begun_where_the_pointer_rests(
    helping: Helping, window: MainWindow, factories: ModuleType, qtbot: QtBot
) -> None:
    """That it is wired alone: who opens notes has no more to do with the pointer."""
    for hover in (window.map.hover, window.ground.floor.plan.hover, window.topics.hover):
        with qtbot.waitSignal(window.card.note_requested) as asked:
            hover.note_wanted.emit(factories.person_id(2))
        assert asked.args == [factories.person_id(2)]


def test_an_introduction_waits_too(
    helping: Helping, shown: list[Dialog], stage: Any, window: MainWindow, factories: ModuleType,
    qtbot: QtBot,
) -> None:  # fmt: skip
    window.map.hover.introduction_wanted.emit(factories.person_id(1))
    dialog = shown[-1]
    assert isinstance(dialog, IntroduceDialog)
    dialog.choose(factories.person_id(5))
    dialog.submit()
    assert offered(helping, qtbot) == "A note to Joris and Amina"
    assert sent(stage) == []
    helping.bar.undo()
    again = shown[-1]
    assert isinstance(again, IntroduceDialog)
    assert again is not dialog
    again.submit()
    offered(helping, qtbot)
    stage.node.error = Refused("Not now.")
    helping.bar.finish()
    qtbot.waitUntil(lambda: helping.bar.accessibleName() == "Not sent: Not now.")
    stage.node.error = None
    helping.bar.button.click()
    assert isinstance(shown[-1], IntroduceDialog)
    assert shown[-1].chosen == stage.team.roster.card(factories.person_id(5))
    assert dropped(stage) == [*kept(stage)], "it is in the dialog again"


def test_what_cant_be_kept_opens_again(
    helping: Helping, shown: list[Dialog], stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    helping.send_link(factories.person_id(2))
    dialog = shown[-1]
    assert isinstance(dialog, SendLinkDialog)
    dialog.field.setText("https://new.example")
    stage.node.error = EnvironmentFault("The disk is full.")
    dialog.submit()
    assert offered(helping, qtbot) == "Not sent: The disk is full."
    stage.node.error = None
    helping.bar.button.click()
    assert isinstance(shown[-1], SendLinkDialog)
    assert shown[-1].field.text() == "https://new.example"
    assert sent(stage) == []


def unsent(stage: Any, ago: int = 0) -> list[Unsent]:
    """What was kept, as the node shows it at the next start."""
    found = []
    for each in kept(stage).values():
        intro = each.wanted if isinstance(each.wanted, Introduce) else None
        note = each.wanted if isinstance(each.wanted, WriteNote) else None
        found.append(Unsent(each.name, stage.now - ago, each.draft, note, intro))
    return found


@pytest.fixture
def crashed(
    helping: Helping, shown: list[Dialog], stage: Any, factories: ModuleType, qtbot: QtBot
) -> Helping:
    """A link to Joris and an introduction waited, both, as the app came to its end."""
    stage.node.holding = True
    helping.send_link(factories.person_id(1), LinkDraft(new_link("https://new.example"), "Look"))
    shown[-1].submit()
    helping.introduce(factories.person_id(1))
    dialog = shown[-1]
    assert isinstance(dialog, IntroduceDialog)
    dialog.choose(factories.person_id(5))
    dialog.submit()
    stage.node.holding = False
    assert len(kept(stage)) == 2
    return helping


def test_what_a_crash_held_up_is_offered_again_and_leaves(
    crashed: Helping, shown: list[Dialog], stage: Any, window: MainWindow, qtbot: QtBot
) -> None:
    stage.node.answers[ShowUnsent] = unsent(stage)
    anew = Helping(stage.team, window, shown.append)
    qtbot.waitUntil(lambda: anew.bar.accessibleName() == "A note to Joris and Amina")
    assert len(sent(stage)) == 1, "what was said before it has left"
    anew.bar.finish()
    assert len(sent(stage)) == 2
    assert stage.node.posted.count(SaveLink("https://new.example")) == 1, "kept as it left"


def test_what_it_held_up_for_long_waits_for_a_click(
    crashed: Helping, shown: list[Dialog], stage: Any, window: MainWindow, qtbot: QtBot
) -> None:
    [link, _] = stage.node.answers[ShowUnsent] = unsent(stage, ago=3_600_000)
    stage.node.answers[ShowUnsent] = [link]
    anew = Helping(stage.team, window, shown.append)
    assert offered(anew, qtbot) == "Not sent yet: To Joris: new.example"
    anew.bar.finish()
    assert (sent(stage), dropped(stage)) == ([], []), "it is still kept"
    again = Helping(stage.team, window, shown.append)
    offered(again, qtbot)
    again.bar.button.click()
    assert isinstance(shown[-1], SendLinkDialog)
    assert shown[-1].box.text == "Look"
    assert dropped(stage) == [link.name]
    once = Helping(stage.team, window, shown.append)
    offered(once, qtbot)
    once.bar.dismiss.click()
    assert dropped(stage) == [link.name, link.name]
    shown[-1].close()


def test_for_who_is_gone_it_is_said(
    crashed: Helping, stage: Any, window: MainWindow, qtbot: QtBot
) -> None:
    [link, _] = unsent(stage)
    draft = link.draft.replace(link.note.person if link.note else "", "f" * 64)
    stage.node.answers[ShowUnsent] = [replace(link, draft=draft)]
    told: list[str] = []
    stage.team.running = False
    anew = Helping(stage.team, window, lambda _: None)
    anew.told.connect(told.append)
    stage.team.running = True
    stage.team.changed.emit()
    qtbot.waitUntil(lambda: told != [])
    assert told[0].endswith("Who it was for is no longer in the team.")
    assert dropped(stage) == [link.name]


def test_it_is_asked_again_of_a_node_that_wasnt_there(
    stage: Any, window: MainWindow, qtbot: QtBot
) -> None:
    asked: list[object] = []

    def answer(command: object) -> list[Unsent]:
        asked.append(command)
        return []

    stage.node.answers[ShowUnsent] = answer
    stage.team.running = False
    made = Helping(stage.team, window, lambda _: None)
    made._not_found(Refused("not yet"))
    stage.team.running = True
    stage.team.changed.emit()
    stage.team.changed.emit()
    assert len(asked) == 1
    made._not_found(Refused("not yet"))
    stage.team.changed.emit()
    assert len(asked) == 2


def test_a_dropped_link_is_kept_or_sent_to_whose_card_it_falls_on(
    helping: Helping, shown: list[Dialog], stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    link = new_link("https://new.example", "New")
    kept = factories.link("New", "new.example", known=False)
    stage.node.answers[SaveLink] = kept
    for person in ("", factories.person_id(0), "nobody"):
        helping.drop.dropped.emit(link, person)
        qtbot.waitUntil(lambda: helping.bar.deed is not None)
        assert helping.bar.accessibleName() == "Kept for you alone: New"
        helping.bar.undo()
        assert stage.node.posted[-2:] == [
            SaveLink("https://new.example", "New"),
            RemoveLink("https://new.example"),
        ]
    assert shown == []
    stage.node.answers[SaveLink] = kept | {"known": True}
    helping.drop.dropped.emit(link, "")
    qtbot.waitUntil(lambda: helping.bar.deed is not None)
    helping.bar.button.click()
    assert isinstance(shown[-1], LinksDialog), "to undo it would erase what was there before"
    helping.drop.dropped.emit(link, factories.person_id(1))
    assert isinstance(shown[-1], SendLinkDialog)
    assert shown[-1].link == link


def test_what_cant_be_kept_is_said(helping: Helping, stage: Any, qtbot: QtBot) -> None:
    link = new_link("https://new.example")
    assert link is not None
    stage.node.error = Refused("500 links are saved.")
    with qtbot.waitSignal(helping.told) as said:
        helping.save_link(link)
    assert said.args == ["500 links are saved."]


def test_my_links_are_in_the_menu_and_a_stranger_is_sent_nothing(
    helping: Helping, shown: list[Dialog], window: MainWindow
) -> None:
    window.top.links_wanted.emit()
    assert isinstance(shown[-1], LinksDialog)
    helping.send_link("nobody")
    helping.introduce("nobody")
    assert len(shown) == 1


def test_what_is_for_a_question_comes_back_for_it_when_it_is_undone(
    helping: Helping, shown: list[Dialog], stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    asked = Matter(factories.person_id(1), "Who has a checklist? #releases", post="f" * 32)
    helping.send_link_for(asked)
    sent_link(helping, shown, qtbot)
    assert offered(helping, qtbot).startswith("Answer to Joris: ")
    helping.bar.undo()
    again = shown[-1]
    assert isinstance(again, SendLinkDialog)
    assert again.public.isChecked()
    again.reject()
    helping.introduce_for(asked)
    dialog = shown[-1]
    assert isinstance(dialog, IntroduceDialog)
    assert dialog.topic.text() == "#releases"
    dialog.choose(factories.person_id(5))
    dialog.submit()
    offered(helping, qtbot)
    helping.bar.undo()
    dialog = shown[-1]
    assert isinstance(dialog, IntroduceDialog)
    assert stage.node.searched[-1] == asked.text, "who fits best is sought for it again"
