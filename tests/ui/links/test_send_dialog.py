"""Sending a link: best matches first, a new one kept, and a line with it."""

from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from presencemap.app.commands import WriteNote
from presencemap.app.link_commands import ShowLinks
from presencemap.app.notices import RosterChanged, SharingChanged
from presencemap.app.post_commands import SayPost, ShowQuestion
from presencemap.domain.availability import Sharing
from presencemap.domain.errors import ProfileUnreadable
from presencemap.domain.post import PostKind
from presencemap.ui.links.send_dialog import LinkDraft, SendLinkDialog
from presencemap.ui.links.wording import new_link
from presencemap.ui.matter import Matter

Opened = Callable[..., SendLinkDialog]


@pytest.fixture
def opened(stage: Any, factories: ModuleType, qtbot: QtBot) -> Opened:
    QGuiApplication.clipboard().clear()
    stage.node.answers[ShowLinks] = factories.links()

    def open_it(
        draft: LinkDraft | None = None, person: int = 1, matter: Matter | None = None
    ) -> SendLinkDialog:
        card = stage.team.roster.card(factories.person_id(person))
        dialog = SendLinkDialog(stage.team, card, draft, matter=matter)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: dialog.rows.count() == len(stage.node.answers[ShowLinks]))
        return dialog

    return open_it


def sent(dialog: SendLinkDialog) -> tuple[WriteNote, LinkDraft]:
    draft = drafted(dialog)
    note = draft.command(dialog._card.person.id)
    assert isinstance(note, WriteNote)
    return note, draft


def drafted(dialog: SendLinkDialog) -> LinkDraft:
    said: list[LinkDraft] = []
    dialog.sent.connect(said.append)
    dialog.submit()
    assert not dialog.isVisible()
    [draft] = said
    return draft


def test_the_best_match_for_what_they_are_on_is_one_click_away(
    opened: Opened, stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    dialog = opened()
    asked = next(each for each in stage.node.posted if isinstance(each, ShowLinks))
    assert asked.about == "Peppol invoices bounce on the customer’s VAT number format #peppol"
    best = factories.links()[0]
    assert dialog.link == best
    dialog.box.set_text("  See rule 7. ")
    note, draft = sent(dialog)
    assert note == WriteNote(factories.person_id(1), f"See rule 7. {best['title']}: {best['url']}")
    assert not draft.keep, "it is mine already"
    assert note not in stage.node.posted, "it is sent by whoever lets it be undone"


def test_a_new_address_is_named_kept_and_sent(
    opened: Opened, factories: ModuleType, qtbot: QtBot
) -> None:
    dialog = opened()
    assert dialog.title.isHidden()
    dialog.field.setText("https://new.example/page")
    assert not dialog.title.isHidden()
    assert dialog.rows.isHidden()
    dialog.title.setText("A new page #peppol")
    note, draft = sent(dialog)
    assert note.text == "A new page #peppol: https://new.example/page"
    assert draft.keep
    again = opened(draft)
    assert (again.field.text(), again.title.text()) == (
        "https://new.example/page",
        "A new page #peppol",
    )
    again.keep.setChecked(False)
    again.title.clear()
    note, draft = sent(again)
    assert (note.text, draft.keep) == ("https://new.example/page", False)


def test_words_look_among_mine(opened: Opened, stage: Any, qtbot: QtBot) -> None:
    dialog = opened()
    stage.node.answers[ShowLinks] = []
    dialog.field.setText("gardening")
    assert stage.node.posted[-1] == ShowLinks("gardening", dialog._about)
    qtbot.waitUntil(dialog.rows.isHidden)
    assert "None of your links" in dialog._nothing.text()
    assert not dialog.main.isEnabled()
    dialog.submit()
    assert dialog.isVisible()
    dialog.field.clear()
    assert "No links are saved yet" in dialog._nothing.text()


def test_the_box_is_as_high_whatever_else_is_there(
    opened: Opened, stage: Any, qtbot: QtBot
) -> None:
    dialog = opened()
    before = dialog.box.height()
    stage.node.answers[ShowLinks] = []
    dialog.field.setText("nothing like it")
    qtbot.waitUntil(dialog.rows.isHidden)
    dialog.layout().activate()
    assert dialog.box.height() == before == dialog.box.sizeHint().height()


def test_what_was_copied_is_offered_and_not_chosen(
    opened: Opened, stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText("https://copied.example/page")
    stage.node.answers[ShowLinks] = []
    card = stage.team.roster.card(factories.person_id(2))
    dialog = SendLinkDialog(stage.team, card)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog.rows.count() == 1)
    assert dialog.link is None
    dialog.rows.choose("https://copied.example/page")
    assert dialog.main.isEnabled()
    _, draft = sent(dialog)
    assert draft.keep
    QGuiApplication.clipboard().clear()


def test_an_address_followed_by_words_is_a_link_with_its_title(opened: Opened) -> None:
    dialog = opened()
    dialog.field.setText("https://x.example/z the guide we used")
    assert dialog.rows.isHidden()
    assert dialog.title.isHidden(), "what it is was said"
    assert dialog._called.text() == "Called “the guide we used”"
    _, draft = sent(dialog)
    assert draft.note() == "the guide we used: https://x.example/z"
    assert draft.keep


def test_one_that_was_dropped_or_taken_back_stands_in_it(
    opened: Opened, factories: ModuleType
) -> None:
    dropped = opened(LinkDraft(new_link("https://new.example", "New")))
    assert dropped.link == new_link("https://new.example", "New")
    mine = factories.links()[3]
    again = opened(LinkDraft(mine, "Look"))
    assert (again.link, again.box.text) == (mine, "Look")


def test_while_nothing_can_be_sent_it_says_why(
    opened: Opened, stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    dialog = opened()
    stage.team.take(SharingChanged(Sharing.PAUSED))
    assert "paused" in dialog.message
    assert not dialog.main.isEnabled()
    stage.team.take(SharingChanged(Sharing.ON))
    assert (dialog.message, dialog.main.isEnabled()) == ("", True)
    stage.team.take(RosterChanged((), (factories.person_id(1),)))
    assert "no longer in the team" in dialog.message
    assert not dialog.main.isEnabled()


def test_a_damaged_file_is_said(opened: Opened, stage: Any, qtbot: QtBot) -> None:
    dialog = opened()
    stage.node.error = ProfileUnreadable("links is damaged.")
    dialog.field.setText("vat")
    qtbot.waitUntil(lambda: "links is damaged." in dialog.message)


def test_to_an_open_question_it_is_an_answer_unless_i_want_it_private(
    opened: Opened, stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    stage.node.answers[ShowQuestion] = {"id": "ab" * 16}
    dialog = opened()
    qtbot.waitUntil(dialog.public.isVisible)
    assert dialog.public.isChecked()
    assert "whole team" in dialog._readers.text()
    best = factories.links()[0]
    draft = drafted(dialog)
    answer = draft.command(factories.person_id(1))
    assert answer == SayPost(PostKind.REPLY, "", (best["url"],), "ab" * 16, (best["title"],))
    again = opened(draft)
    qtbot.waitUntil(again.public.isVisible)
    assert again.public.isChecked()
    again.public.setChecked(False)
    assert "only Joris and you" in again._readers.text()
    again.box.set_text("Look")
    note, private = sent(again)
    assert note.text.startswith("Look Peppol BIS")
    last = opened(private)
    qtbot.waitUntil(last.public.isVisible)
    assert not last.public.isChecked(), "it stays as private as it was"


def test_for_a_question_in_the_stream_its_words_count_and_it_is_an_answer(
    opened: Opened, stage: Any, factories: ModuleType
) -> None:
    joris, asked = factories.person_id(1), "Who has a release checklist? #releases"
    dialog = opened(matter=Matter(joris, asked, PostKind.QUESTION, "f" * 32))
    assert ShowLinks("", asked) in stage.node.posted
    assert not [each for each in stage.node.posted if isinstance(each, ShowQuestion)]
    assert "Who has a release checklist?" in [each.text() for each in dialog.findChildren(QLabel)]
    dialog.rows.choose(factories.links()[0]["url"])
    answer = drafted(dialog).command(joris)
    assert isinstance(answer, SayPost)
    assert (answer.kind, answer.reply_to) == (PostKind.REPLY, "f" * 32)


def test_for_an_activity_it_is_a_note_unless_everybody_may_see_it(
    opened: Opened, factories: ModuleType
) -> None:
    joris = factories.person_id(1)
    matter = Matter(joris, "Reading the rules", PostKind.ACTIVITY, "e" * 32)
    dialog = opened(matter=matter)
    dialog.rows.choose(factories.links()[0]["url"])
    sent(dialog)
    dialog = opened(matter=matter)
    dialog.rows.choose(factories.links()[0]["url"])
    dialog.public.click()
    draft = drafted(dialog)
    assert isinstance(draft.command(joris), SayPost)
    assert opened(draft, matter=matter).public.isChecked(), "as it was when it was taken back"


def test_an_answer_that_comes_to_a_closed_dialog_is_nobody_s(
    opened: Opened, stage: Any, qtbot: QtBot
) -> None:
    stage.node.answers[ShowQuestion] = {"id": "ab" * 16}
    dialog = opened()
    delete(SendLinkDialog(stage.team, dialog._card))
    qtbot.waitUntil(dialog.public.isVisible)


def test_without_a_link_a_note_is_its_line() -> None:
    assert LinkDraft(None, " Look ").note() == "Look"
