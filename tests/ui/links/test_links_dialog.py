"""My links: kept, found, opened, erased and put back."""

from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from presencemap.app.link_commands import RemoveLink, SaveLink, ShowLinks
from presencemap.domain.errors import Refused
from presencemap.ui.links.links_dialog import LinksDialog
from presencemap.ui.people.contact_opener import ContactOpener


@pytest.fixture
def went() -> list[str]:
    return []


@pytest.fixture
def dialog(stage: Any, factories: ModuleType, went: list[str], qtbot: QtBot) -> LinksDialog:
    QGuiApplication.clipboard().clear()
    stage.node.answers[ShowLinks] = factories.links()

    def open_url(url: QUrl) -> bool:
        went.append(url.toString())
        return True

    made = LinksDialog(stage.team, opener=ContactOpener(open_url=open_url))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.rows.count() == 6)
    return made


def test_an_address_is_kept_and_words_are_looked_for(
    dialog: LinksDialog, stage: Any, qtbot: QtBot
) -> None:
    dialog.field.setText("vat")
    assert stage.node.posted[-1] == ShowLinks("vat")
    assert dialog.save.isHidden()
    dialog.field.setText("https://new.example")
    assert not dialog.save.isHidden()
    dialog.title.setText("New #vat")
    dialog.field.setFocus()
    dialog.submit()
    assert SaveLink("https://new.example", "New #vat") in stage.node.posted
    qtbot.waitUntil(lambda: dialog.field.text() == "")
    dialog.submit()
    assert not dialog.isVisible()


def test_the_clipboard_is_offered_where_it_has_an_address(dialog: LinksDialog) -> None:
    assert not dialog.paste.isEnabled()
    QGuiApplication.clipboard().setText("https://copied.example")
    assert dialog.paste.isEnabled()
    dialog.paste.click()
    assert dialog.field.text() == "https://copied.example"
    QGuiApplication.clipboard().setText("Guide to #vat: https://copied.example/x")
    dialog.paste.click()
    assert (dialog.field.text(), dialog.title.text()) == (
        "https://copied.example/x",
        "Guide to #vat",
    )
    QGuiApplication.clipboard().clear()


def test_words_beside_an_address_are_its_title(dialog: LinksDialog, stage: Any) -> None:
    dialog.field.setText("https://new.example the guide we used")
    assert not dialog.save.isHidden()
    assert dialog.title.isHidden()
    dialog.save.click()
    assert SaveLink("https://new.example", "the guide we used") in stage.node.posted


def test_the_chosen_one_is_opened(
    dialog: LinksDialog, factories: ModuleType, went: list[str]
) -> None:
    dialog.follow.click()
    dialog._open()
    dialog._remove()
    assert went == [], "none is chosen"
    dialog.rows.choose("https://vat.example/formats")
    dialog.follow.click()
    assert went == ["https://vat.example/formats"]


def test_what_is_erased_can_be_put_back(
    dialog: LinksDialog, stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    gone = factories.links()[1]
    stage.node.answers[RemoveLink] = gone
    dialog.rows.choose(gone["url"])
    assert dialog.undo.isHidden()
    dialog.remove.click()
    assert RemoveLink(gone["url"]) in stage.node.posted
    qtbot.waitUntil(lambda: not dialog.undo.isHidden())
    dialog.undo.click()
    assert stage.node.posted[-1] == SaveLink(gone["url"], gone["title"], ("vat",))
    qtbot.waitUntil(dialog.undo.isHidden)
    dialog._put_back()
    assert not [each for each in stage.node.posted if isinstance(each, SaveLink)][1:], "once"


def test_nothing_yet_and_nothing_found_are_said(
    dialog: LinksDialog, stage: Any, qtbot: QtBot
) -> None:
    stage.node.answers[ShowLinks] = []
    dialog.field.setText("gardening")
    qtbot.waitUntil(lambda: "None of your links" in dialog._nothing.text())
    dialog.field.clear()
    assert "Nothing is kept yet" in dialog._nothing.text()
    stage.node.error = Refused("500 links are saved.")
    dialog.field.setText("https://new.example")
    dialog._save()
    qtbot.waitUntil(lambda: dialog.message == "500 links are saved.")
    dialog.field.setText("words")
    dialog._save()
