"""Saying something new: a question or what I am on; who follows its topics is told beforehand."""

from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from presencemap.app.notices import SharingChanged
from presencemap.app.post_commands import SayPost, ShowFollows
from presencemap.domain.availability import Sharing
from presencemap.domain.errors import Refused
from presencemap.domain.post import PostKind
from presencemap.ui.stream.post_form import PostForm


@pytest.fixture
def form(stage: Any, factories: ModuleType, qtbot: QtBot) -> PostForm:
    following = [factories.person_id(n) for n in (1, 2, 3, 5)]

    def follows(asked: ShowFollows) -> dict[str, Any]:
        by = {topic: following if topic == "#peppol" else [] for topic in asked.topics}
        by |= {topic: following[:1] for topic in asked.topics if topic == "#vat"}
        return {"people": [], "topics": [], "followers": [], "by_topic": by}

    stage.node.answers[ShowFollows] = follows
    made = PostForm(stage.team)
    qtbot.addWidget(made)
    made.resize(600, 200)
    made.show()
    return made


def test_a_question_an_activity_or_a_link(form: PostForm, stage: Any, qtbot: QtBot) -> None:
    form.begin("Who knows?")
    qtbot.keyClick(form.say.box.editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not form.say.box.text)
    form.share.click()
    form.say.set_text("Reading")
    form.say.send.click()
    qtbot.waitUntil(lambda: not form.say.box.text)
    form.say.set_text("https://docs.example/a")
    form.say.title.setText("The rule")
    form.say.send.click()
    qtbot.waitUntil(lambda: not form.say.box.text)
    assert [command for command in stage.node.posted if isinstance(command, SayPost)] == [
        SayPost(PostKind.QUESTION, "Who knows?"),
        SayPost(PostKind.ACTIVITY, "Reading"),
        SayPost(PostKind.LINK, "", ("https://docs.example/a",), titles=("The rule",)),
    ]
    assert form.say.titles == ()


def test_a_question_needs_words(form: PostForm) -> None:
    form.say.set_text("https://docs.example/a")
    assert not form.say.send.isEnabled()
    form.share.click()
    assert form.say.send.isEnabled()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("x #peppol", "Followers of #peppol: Joris, Lotte, Fien and 1 more"),
        ("x #vat", "Followers of #vat: Joris"),
        ("x #none", "Nobody follows #none yet; the whole team can see it."),
    ],
)
def test_who_follows_its_topics_is_told_before(
    form: PostForm, qtbot: QtBot, text: str, told: str
) -> None:
    assert form.audience.isHidden()
    with qtbot.waitSignal(form.resized):
        form.say.set_text(text)
    assert form.audience.text() == told
    form.say.set_text("no topic")
    assert form.audience.isHidden()


def test_what_failed_is_said_and_the_words_stay(form: PostForm, stage: Any, qtbot: QtBot) -> None:
    form.begin("Who knows?")
    stage.node.error = Refused("Not now.")
    form.say.send.click()
    qtbot.waitUntil(lambda: form.message.text() == "Not now.")
    assert form.say.box.text == "Who knows?"
    form.begin("Something else")
    assert form.say.box.text == "Who knows?", "nothing typed is lost"


def test_while_sharing_is_paused_nothing_is_posted(form: PostForm, stage: Any) -> None:
    form.say.set_text("Who knows?")
    stage.team.take(SharingChanged(Sharing.PAUSED))
    assert not form.say.send.isEnabled()
    assert form.audience.text().startswith("Sharing is paused")
    stage.team.take(SharingChanged(Sharing.ON))
    assert form.say.send.isEnabled()
