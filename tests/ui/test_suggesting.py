"""Who could help and what I have on it, as the node finds it, with the reason."""

from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from presencemap.app.knowledge.findings import Findings
from presencemap.app.link_commands import ShowLinks
from presencemap.domain.errors import Refused
from presencemap.domain.expertise import Expert, Reason, Sign
from presencemap.domain.topic_names import TopicNames
from presencemap.ui.dialog import Dialog
from presencemap.ui.helping import Helping
from presencemap.ui.links.send_dialog import SendLinkDialog
from presencemap.ui.main_window import MainWindow
from presencemap.ui.notes.introduce_dialog import IntroduceDialog
from presencemap.ui.people.suggestions import Suggestions
from presencemap.ui.suggesting import Suggesting


@pytest.fixture
def shown() -> list[Dialog]:
    return []


@pytest.fixture
def suggestions(
    stage: Any, window: MainWindow, shown: list[Dialog], factories: ModuleType, qtbot: QtBot
) -> Iterator[Suggestions]:
    def show(dialog: Dialog) -> None:
        qtbot.addWidget(dialog)
        shown.append(dialog)

    def expert(number: int, *signs: Sign) -> Expert:
        reasons = tuple(Reason(sign, 1, ("Peppol",)) for sign in signs)
        return Expert(factories.person_id(number), reasons)

    stage.node.answers[ShowLinks] = factories.links()
    stage.node.findings = lambda text: Findings(
        text,
        people=(
            expert(1, Sign.TALENT),
            expert(4, Sign.WORKED),
            expert(0, Sign.TALENT),
            expert(5, Sign.WORKED, Sign.TALENT),
            expert(99, Sign.TALENT),
            expert(8, Sign.TALENT),
        ),
    )
    helping = Helping(stage.team, window, show)
    Suggesting(stage.team, window.card, helping)
    yield window.card.suggestions
    helping.stop()


def test_who_clearly_knows_is_named_with_the_reason(
    suggestions: Suggestions, window: MainWindow, shown: list[Dialog], factories: ModuleType,
    qtbot: QtBot,
) -> None:  # fmt: skip
    window.open_person(factories.person_id(1))
    qtbot.waitUntil(lambda: suggestions.isVisible() and suggestions.people[1].isVisible())
    said = [row.button.accessibleName() for row in suggestions.people]
    assert said == [
        "Introduce to Amina El Idrissi: Listed Peppol",
        "Introduce to Hugo Wijnen: Listed Peppol",
    ], "neither Joris himself, nor me, nor who only wrote a word of it"
    suggestions.people[0].button.click()
    dialog = shown[-1]
    assert isinstance(dialog, IntroduceDialog)
    assert dialog.chosen is not None
    assert dialog.chosen.person.id == factories.person_id(5)
    assert "Amina" in dialog.box.text, "the draft is about them"


def test_who_has_a_mere_word_in_common_is_not_named(
    suggestions: Suggestions, stage: Any, window: MainWindow, factories: ModuleType, qtbot: QtBot
) -> None:
    lean, likely = (
        Expert(factories.person_id(number), (Reason(Sign.TALENT, 1, ("Lean",)),), near=near)
        for number, near in ((5, 0.2), (8, 0.4))
    )
    stage.node.findings = lambda text: Findings(text, people=(lean, likely))
    window.open_person(factories.person_id(1))
    qtbot.waitUntil(lambda: suggestions.isVisible() and suggestions.people[0].isVisible())
    said = [row.button.accessibleName() for row in suggestions.people if row.isVisible()]
    assert said == ["Introduce to Hugo Wijnen: Listed Lean"]


def test_a_link_of_mine_that_fits_is_offered_with_the_reason(
    suggestions: Suggestions, window: MainWindow, shown: list[Dialog], factories: ModuleType,
    qtbot: QtBot,
) -> None:  # fmt: skip
    window.open_person(factories.person_id(1))
    qtbot.waitUntil(suggestions.link.isVisible)
    said = suggestions.link.button.accessibleName()
    assert "You shared this on #peppol in June: send it?" in said
    suggestions.link.button.click()
    dialog = shown[-1]
    assert isinstance(dialog, SendLinkDialog)
    assert dialog.link == factories.links()[0]


def test_one_that_i_kept_is_said_to_be_kept(
    suggestions: Suggestions, stage: Any, window: MainWindow, factories: ModuleType, qtbot: QtBot
) -> None:
    stage.node.answers[ShowLinks] = factories.links()[1:]
    window.open_person(factories.person_id(1))
    qtbot.waitUntil(suggestions.link.isVisible)
    said = suggestions.link.button.accessibleName()
    assert "You kept this on “number”, “format” in November: send it?" in said


def test_what_has_little_in_common_and_what_fails_suggest_nothing(
    suggestions: Suggestions, stage: Any, window: MainWindow, factories: ModuleType, qtbot: QtBot
) -> None:
    stage.node.answers[ShowLinks] = factories.links()[2:]
    window.open_person(factories.person_id(1))
    qtbot.waitUntil(suggestions.isVisible)
    assert not suggestions.link.isVisible()
    stage.node.error = Refused("Not now.")
    window.open_person(factories.person_id(2))
    qtbot.waitUntil(lambda: stage.node.searched[-1].startswith("Cut-over"))
    assert not suggestions.isVisible()


def test_what_was_found_for_another_is_not_shown(
    suggestions: Suggestions, stage: Any, window: MainWindow, factories: ModuleType, qtbot: QtBot
) -> None:
    stage.node.findings = None
    window.open_person(factories.person_id(1))
    stage.node.answers[ShowLinks] = []
    stage.node.findings = lambda text: Findings(
        text, people=(Expert(factories.person_id(5), (Reason(Sign.TALENT, 1, ("Lean",)),), near=1),)
    )
    window.open_person(factories.person_id(2))
    qtbot.waitUntil(suggestions.isVisible)
    assert not suggestions.link.isVisible(), "that one fitted what Joris is on"


def test_once_a_topic_is_called_otherwise_the_reason_says_so(
    suggestions: Suggestions, stage: Any, window: MainWindow, factories: ModuleType, qtbot: QtBot
) -> None:
    window.open_person(factories.person_id(1))
    qtbot.waitUntil(suggestions.link.isVisible)
    assert "on #peppol in June" in suggestions.link.button.accessibleName()
    link = factories.links()[0] | {"because": {"topics": ["e-invoicing"], "words": []}}
    stage.node.answers[ShowLinks] = [link]
    stage.team.roster.set_names(TopicNames({"peppol": "e-invoicing"}))
    qtbot.waitUntil(lambda: "on #e-invoicing in June" in suggestions.link.button.accessibleName())
    window.card.close_card()
    asked = len(stage.node.posted)
    stage.team.roster.set_names(TopicNames())
    assert len(stage.node.posted) == asked, "nobody looks"
