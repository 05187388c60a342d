"""The screen: whose posts, what is open beside them, what is said when there is nothing."""

from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import Qt, QUrl
from pytestqt.qtbot import QtBot

from presencemap.app.notices import PostsChanged, TopicsRenamed
from presencemap.app.post_commands import (
    Follow,
    ReactToPost,
    ShowDigest,
    ShowFollows,
    ShowPosts,
    ShowStream,
    ShowThread,
)
from presencemap.domain.errors import Refused
from presencemap.domain.post import ReactionKind
from presencemap.domain.topic_names import TopicNames
from presencemap.ui.people.contact_opener import ContactOpener
from presencemap.ui.stream.acts import Act
from presencemap.ui.stream.facts import PostFacts
from presencemap.ui.stream.feed import Scope
from presencemap.ui.stream.stream_page import StreamPage
from presencemap.ui.undo_bar import Deed


@pytest.fixture
def page(stage: Any, factories: ModuleType, qtbot: QtBot) -> StreamPage:
    stage.node.answers[ShowStream] = factories.posts()
    stage.node.answers[ShowThread] = factories.thread()
    stage.node.answers[ShowFollows] = factories.follows()
    stage.node.answers[ShowDigest] = factories.digest()
    made = opened(stage, qtbot)
    qtbot.waitUntil(lambda: bool(made.feed.rows))
    return made


def opened(stage: Any, qtbot: QtBot) -> StreamPage:
    made = StreamPage(stage.team, stage.preferences)
    qtbot.addWidget(made)
    made.resize(920, 1000)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def asked(stage: Any) -> list[ShowStream]:
    return [command for command in stage.node.posted if isinstance(command, ShowStream)]


def test_it_shows_whom_i_follow_everybody_or_a_topic(
    page: StreamPage, stage: Any, qtbot: QtBot
) -> None:
    assert asked(stage) == [ShowStream()]
    assert page.foot.words.text().startswith("Caught up")
    page.everybody.click()
    page.list.spot_clicked.emit("topic", "Peppol")
    assert (page.topic.text(), page.topic.isChecked()) == ("#Peppol", True)
    page.followed.click()
    page.topic.click()
    assert asked(stage)[1:] == [
        ShowStream(everybody=True),
        ShowStream(topic="#Peppol"),
        ShowStream(),
        ShowStream(topic="#Peppol"),
    ]
    qtbot.waitUntil(lambda: bool(page.feed.rows))


def test_a_thread_opens_beside_and_esc_closes_it(page: StreamPage, qtbot: QtBot) -> None:
    question = page.list.widgets[2]
    qtbot.mouseClick(question, Qt.MouseButton.LeftButton)
    assert page.talk.isVisible()
    assert page.list.isVisible()
    assert page.list.opened_post == page.feed.rows[2].id
    page.resize(480, 700)
    assert not page.list.isVisible()
    qtbot.keyClick(page.talk.close_button, Qt.Key.Key_Escape)
    assert (page.talk.isVisible(), page.list.isVisible()) == (False, True)
    assert page.list.opened_post == ""


def test_reply_has_the_caret_in_its_box(page: StreamPage, qtbot: QtBot) -> None:
    page.list.widgets[2].buttons[Act.REPLY].click()
    qtbot.waitUntil(lambda: len(page.talk.posts) == 4)
    assert page.talk.say.box.editor.hasFocus()


def test_new_posts_wait_behind_a_pill(
    page: StreamPage, stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    assert page.fresh.isHidden()
    new = factories.post(70, 3, "Fresh", 0)
    stage.node.answers[ShowStream] = [new, *factories.posts()]
    stage.team.take(PostsChanged(frozenset({new["id"]})))
    qtbot.waitUntil(page.fresh.isVisible)
    assert page.list.widgets[0].post == page.feed.rows[0]
    page.fresh.click()
    assert page.feed.rows[0].text == "Fresh"
    assert page.fresh.isHidden()


def test_people_links_and_what_it_is_about_can_be_clicked(
    page: StreamPage, factories: ModuleType, qtbot: QtBot
) -> None:
    gone_to: list[QUrl] = []
    page.opener = ContactOpener(page, lambda url: not gone_to.append(url))
    with qtbot.waitSignal(page.person_wanted) as wanted:
        page.list.spot_clicked.emit("person", factories.person_id(1))
    assert wanted.args == [factories.person_id(1)]
    page.list.spot_clicked.emit("link", "https://docs.peppol.example/vat")
    assert [url.toString() for url in gone_to] == ["https://docs.peppol.example/vat"]
    with qtbot.waitSignal(page.keep_wanted) as wanted:
        page.list.spot_clicked.emit("keep", "https://docs.peppol.example/vat")
    assert wanted.args[0]["url"] == "https://docs.peppol.example/vat"
    assert wanted.args[0]["title"]
    with qtbot.assertNotEmitted(page.keep_wanted):
        page.list.spot_clicked.emit("keep", "https://unknown.example")
    page.list.spot_clicked.emit("post", page.feed.rows[2].id)
    assert page.talk.root == page.feed.rows[2].id
    page.talk.close_thread()
    page.list.spot_clicked.emit("post", "unknown")
    assert page.talk.root == ""


def test_a_line_of_the_digest_opens_its_thread(
    page: StreamPage, stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    qtbot.waitUntil(page.digest.isVisible)
    assert page.list.widgets[0].y() > page.digest.geometry().bottom()
    stage.node.answers[ShowPosts] = factories.thread()[:1]
    page.digest.acts[1].click()
    qtbot.waitUntil(lambda: page.talk.root == factories.thread()[0]["id"])
    first = page.list.widgets[0].y()
    page.digest.done.click()
    qtbot.waitUntil(lambda: page.list.widgets[0].y() < first)


def test_nothing_yet_and_what_failed(stage: Any, factories: ModuleType, qtbot: QtBot) -> None:
    stage.node.answers[ShowStream] = []
    stage.node.answers[ShowDigest] = factories.digest()
    made = opened(stage, qtbot)
    qtbot.waitUntil(lambda: made.foot.words.text().startswith("What colleagues ask"))
    made.show_topic("vat")
    qtbot.waitUntil(lambda: made.foot.words.text().startswith("Nobody wrote"))
    stage.node.error = Refused("The disk is full.")
    made.everybody.click()
    assert made.foot.words.text() == "Fetching …"
    qtbot.waitUntil(lambda: made.foot.words.text() == "The disk is full.")
    stage.node.error = None
    made.foot.again.click()
    qtbot.waitUntil(made.foot.again.isHidden)


def test_what_is_done_with_a_post_is_asked_and_what_failed_said(
    page: StreamPage, stage: Any, qtbot: QtBot
) -> None:
    question = page.list.widgets[2]
    question.buttons[Act.THANK].click()
    assert stage.node.posted[-1] == ReactToPost(page.feed.rows[2].id, ReactionKind.THANK)
    stage.node.error = Refused("Not now.")
    question.buttons[Act.JOIN].click()
    qtbot.waitUntil(lambda: page.message.text() == "Not now.")
    with qtbot.waitSignal(page.dialog_wanted) as wanted:
        question.buttons[Act.RESHARE].click()
    wanted.args[0].close()


def test_a_link_or_an_introduction_is_for_what_the_post_says(
    page: StreamPage, qtbot: QtBot
) -> None:
    question, widget = page.feed.rows[2], page.list.widgets[2]
    with qtbot.waitSignal(page.link_wanted) as wanted:
        widget.buttons[Act.LINK].click()
    assert wanted.args == [question.matter]
    widget.setFocus()
    with qtbot.waitSignal(page.introduction_wanted) as wanted:
        qtbot.keyClick(widget, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert wanted.args == [question.matter]


def test_words_taken_back_can_be_said_again(
    page: StreamPage, stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    mine, deeds = page.feed.rows[0], list[Deed]()
    page.deeds.offered.connect(deeds.append)
    stage.node.answers[ShowThread] = factories.posts()[:1]
    page.open_thread(mine)
    retract = page.list.widgets[0].buttons[Act.RETRACT]
    retract.click()
    assert page.form.say.box.text == mine.text
    assert retract.isHidden(), "it is being taken back"
    deeds[0].undo()
    assert page.form.say.box.text == "", "it stays, and isn't said twice"
    assert not retract.isHidden()
    retract.click()
    page.form.say.box.set_text("Something else")
    deeds[1].undo()
    assert page.form.say.box.text == "Something else"
    retract.click()
    assert page.form.say.box.text == "Something else"
    deeds[2].finish()
    qtbot.waitUntil(page.talk.isHidden)


def test_an_answer_taken_back_can_be_said_again_in_its_thread(
    page: StreamPage, stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    _, answer, asked = factories.posts()[:3]
    answer |= {"me": True, "person": factories.person_id(0)}
    stage.node.answers[ShowThread] = [asked, answer]
    page.open_thread(PostFacts.read(asked))
    qtbot.waitUntil(lambda: page.talk.shows(answer["id"]))
    page.deeds.do(Act.RETRACT, PostFacts.read(answer))
    said = "Same in Utrecht. The rule text is here: https://docs.peppol.example/vat"
    qtbot.waitUntil(lambda: page.talk.say.box.text == said)
    assert page.form.say.box.text == ""
    assert not page.talk.isHidden()


def test_a_topic_that_gets_another_name_stays_shown_under_it(page: StreamPage, stage: Any) -> None:
    page.show_topic("pc")
    stage.team.take(TopicsRenamed(TopicNames({"pc": "Computer"})))
    assert (page.topic.text(), page.feed.scope) == ("#Computer", Scope(topic="Computer"))
    assert page.topic_bar.topic == "Computer"
    page.everybody.click()
    assert page.topic_bar.isHidden()
    stage.team.take(TopicsRenamed(TopicNames({"pc": "COMPUTER"})))
    assert page.feed.scope == Scope(everybody=True)
    page.topic.click()
    assert (page.topic.text(), page.feed.scope) == ("#COMPUTER", Scope(topic="COMPUTER"))
    stage.team.take(TopicsRenamed(TopicNames()))
    assert page.feed.scope == Scope(topic="pc"), "as it was"


def test_a_topic_is_followed_from_its_stream_and_who_follows_nobody_told(
    page: StreamPage, stage: Any, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: page.following.known)
    assert page.hint.isHidden()
    page.show_topic("Peppol")
    assert page.topic_bar.follow.text() == "Unfollow #Peppol"
    page.topic_bar.follow.click()
    assert stage.node.posted[-1] == Follow(topic="#peppol", on=False)
    nothing = {"people": [], "topics": [], "followers": [], "by_topic": {}}
    stage.node.answers[ShowFollows] = nothing
    page.followed.click()
    page.following.ask()
    qtbot.waitUntil(page.hint.isVisible)
    with qtbot.waitSignal(page.dialog_wanted) as wanted:
        page.follows.click()
    wanted.args[0].close()


def test_a_post_is_opened_from_elsewhere_and_what_is_gone_opens_nothing(
    page: StreamPage, stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    stage.node.answers[ShowPosts] = []
    page.open_post("aa")
    with qtbot.assertNotEmitted(page.wanted, wait=0):
        page.open_post("aa")
    stage.node.answers[ShowPosts] = factories.posts()[2:3]
    with qtbot.waitSignal(page.wanted):
        page.open_post(factories.posts()[2]["id"])
    qtbot.waitUntil(lambda: page.talk.root == factories.posts()[2]["id"])
    stage.node.error = Refused("Not now.")
    with qtbot.waitSignal(page.wanted):
        page.open_post("aa")
    assert page.message.text() == "Not now."
    stage.node.error = None


def test_the_pill_stays_in_the_middle_when_a_thread_opens_or_closes(
    page: StreamPage, stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    new = factories.post(70, 3, "Fresh", 0)
    stage.node.answers[ShowStream] = [new, *factories.posts()]
    stage.team.take(PostsChanged(frozenset({new["id"]})))
    qtbot.waitUntil(page.fresh.isVisible)
    before = page.list.width()
    for opens in (True, False):
        if opens:
            page.open_thread(page.feed.rows[2])
        else:
            page.talk.close_button.click()
        assert (page.list.width() < before) is opens
        assert abs(page.fresh.geometry().center().x() - page.list.geometry().center().x()) <= 1


def test_the_title_stands_over_the_posts(page: StreamPage) -> None:
    page.resize(1300, 800)
    first = page.digest.mapTo(page, page.digest.rect().topLeft()).x()
    assert page._title.mapTo(page, page._title.rect().topLeft()).x() == first


def test_the_keyboard_that_comes_is_on_the_posts_that_are_seen(page: StreamPage) -> None:
    page.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert page.list.widgets[0].hasFocus()
    page.resize(480, 700)
    page.open_thread(page.feed.rows[2])
    assert not page.list.isVisible()
    page.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert any(widget.hasFocus() for widget in page.talk.list.widgets)
