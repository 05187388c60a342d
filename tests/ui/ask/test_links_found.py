"""My own links that fit what is asked."""

from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from presencemap.app.link_commands import ShowLinks
from presencemap.ui.ask.links_found import LinksFound
from presencemap.ui.people.contact_opener import ContactOpener


@pytest.fixture
def went() -> list[str]:
    return []


@pytest.fixture
def found(stage: Any, factories: ModuleType, went: list[str], qtbot: QtBot) -> LinksFound:
    def open_url(url: QUrl) -> bool:
        went.append(url.toString())
        return True

    stage.node.answers[ShowLinks] = factories.links()
    made = LinksFound(stage.team, ContactOpener(open_url=open_url))
    qtbot.addWidget(made)
    assert made.isHidden()
    return made


def titles(found: LinksFound) -> list[str]:
    return [found.rows.item(row).text() for row in range(found.rows.count())]


def test_those_with_words_enough_are_shown_and_opened(
    found: LinksFound, stage: Any, went: list[str], qtbot: QtBot
) -> None:
    found.seek("vat number format")
    qtbot.waitUntil(lambda: not found.isHidden())
    assert stage.node.posted[-1] == ShowLinks(about="vat number format")
    assert titles(found) == ["VAT numbers by country, with a regular expression for each"], (
        "what I shared stands among what was said"
    )
    found.rows.itemActivated.emit(found.rows.item(0))
    assert went == ["https://vat.example/formats"]
    found.seek(" ")
    assert found.isHidden()


def test_of_one_word_one_is_enough_and_a_topic_always(
    found: LinksFound, stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    one = factories.link("One", "a.example", because={"topics": [], "words": ["number"]})
    topic = factories.link("Topic", "b.example", because={"topics": ["vat"], "words": []})
    stage.node.answers[ShowLinks] = [topic, one]
    found.seek("number")
    qtbot.waitUntil(lambda: titles(found) == ["Topic", "One"])
    found.seek("number of #vat")
    qtbot.waitUntil(lambda: titles(found) == ["Topic"])
    stage.node.answers[ShowLinks] = []
    found.seek("lunch")
    qtbot.waitUntil(found.isHidden)


def test_an_answer_to_what_is_no_longer_asked_is_let_go(
    found: LinksFound, factories: ModuleType
) -> None:
    found.seek("number format")
    found.seek("")
    found._found("number format", factories.links())
    assert found.isHidden()
