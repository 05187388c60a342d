"""The frame of a question: its answers beside the words, or below them."""

import pytest
from pytestqt.qtbot import QtBot

from presencemap.ui.banners.question_banner import QuestionBanner
from presencemap.ui.controls import Button
from presencemap.ui.theme import Appearance


@pytest.fixture
def banner(look: Appearance, qtbot: QtBot) -> QuestionBanner:
    made = QuestionBanner("clock")
    qtbot.addWidget(made)
    return made


def test_a_question_is_shown_read_and_answered(banner: QuestionBanner) -> None:
    done: list[str] = []
    yes, no = Button("Yes"), Button("No")
    banner.lay_out(((yes, lambda: done.append("yes")), (no, lambda: done.append("no"))))
    assert banner.isHidden()
    banner.ask("Still there?", "It ended.")
    assert not banner.isHidden()
    assert banner.accessibleName() == "Still there? It ended."
    no.click()
    assert done == ["no"]


def test_the_answers_are_beside_the_words_where_there_is_room(
    banner: QuestionBanner, qtbot: QtBot
) -> None:
    yes = Button("Yes")
    banner.lay_out(((yes, lambda: None),))
    banner.ask("Still there?", "It ended.")
    banner.resize(1000, 60)
    banner.show()
    banner.grab()
    assert yes.mapTo(banner, yes.rect().center()).x() > 800
    banner.resize(360, 120)
    qtbot.waitUntil(
        lambda: yes.mapTo(banner, yes.rect().topLeft()).y() > banner.words.geometry().bottom()
    )
