"""A topic's panel in the place of the list, and what is done from it."""

from collections.abc import Iterator
from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from presencemap.app.job_commands import JoinJob, LeaveJob
from presencemap.app.notices import (
    FollowsChanged,
    JobsChanged,
    PostsChanged,
    RosterChanged,
    TopicsRenamed,
)
from presencemap.app.post_commands import (
    Follow,
    ReactToPost,
    ShowFollows,
    ShowOpenQuestions,
    ShowStream,
)
from presencemap.domain.errors import NotFound
from presencemap.domain.job import Job
from presencemap.domain.post import ReactionKind
from presencemap.domain.topic_graph import job_topic
from presencemap.domain.topic_names import TopicNames
from presencemap.ui.jobs.job_tags import JobTags
from presencemap.ui.lens import Lens
from presencemap.ui.main_window import MainWindow
from presencemap.ui.topics.panel import TopicPanel
from presencemap.ui.topics.panel_rows import LinkRow, PersonRow, QuestionCard
from tests.ui import topic_factories


@pytest.fixture
def panel(window: MainWindow, stage: Any, qtbot: QtBot) -> Iterator[TopicPanel]:
    """The panel of #peppol, in a team of forty."""
    stage.node.answers[ShowOpenQuestions] = topic_factories.questions()
    stage.node.answers[ShowStream] = topic_factories.links()
    stage.team.take(RosterChanged(topic_factories.on_topics(40)))
    with qtbot.waitSignal(window.ground.asking.changed):
        stage.team.take(PostsChanged())
    with qtbot.waitSignal(window.topics.surveyed):
        window.lenses.show_topics()
    window.topics.choose_topic("peppol")
    panel = window.desk.panel
    qtbot.waitUntil(lambda: bool(rows(panel, QuestionCard)) and bool(rows(panel, LinkRow)))
    yield panel
    window.hide()


def rows(panel: TopicPanel, kind: type[QWidget]) -> list[Any]:
    inner = panel._area.widget()
    return inner.findChildren(kind) if inner is not None else []


def test_it_tells_what_is_asked_who_is_on_it_and_links(
    panel: TopicPanel, window: MainWindow
) -> None:
    assert panel.isVisible()
    assert not window.people.view.isVisible()
    assert panel.title.text() == "#peppol"
    assert panel.summary.text().startswith("9 people now. Shares 5 people with #data")
    (card,) = rows(panel, QuestionCard)
    assert card.accessibleName().startswith("Nele asks: Why do invoices bounce")
    assert len(rows(panel, PersonRow)) == 9
    assert len(rows(panel, LinkRow)) == 2


def test_a_row_opens_the_card(panel: TopicPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.person_wanted) as wanted:
        rows(panel, PersonRow)[0].click()
    assert wanted.args is not None
    assert len(wanted.args[0]) == 64


def test_joining_following_and_sending(panel: TopicPanel, stage: Any, qtbot: QtBot) -> None:
    (card,) = rows(panel, QuestionCard)
    card.join.click()
    joined = ReactToPost(f"{1:032x}", ReactionKind.JOIN)
    assert stage.node.posted[-1] == joined
    panel.follow.click()
    assert stage.node.posted[-1] == Follow(topic="peppol", on=True)
    stage.node.answers[ShowFollows] = {"topics": ["Peppol"]}
    stage.team.take(FollowsChanged())
    qtbot.waitUntil(lambda: panel.follow.text() == "Following")
    panel.follow.click()
    assert stage.node.posted[-1] == Follow(topic="peppol", on=False)
    with qtbot.waitSignal(panel.send_wanted) as sent:
        rows(panel, QuestionCard)[0].send.click()
    assert sent.args is not None
    matter = sent.args[0]
    assert matter.post == f"{1:032x}"
    assert "#peppol" in matter.text


def test_who_joined_may_step_out(panel: TopicPanel, stage: Any, qtbot: QtBot) -> None:
    asked = topic_factories.asked(1, 3, "Why? #peppol", 0)
    stage.node.answers[ShowOpenQuestions] = [asked]
    stage.team.take(PostsChanged())
    qtbot.waitUntil(
        lambda: any(card.join.text() == "Step out" for card in rows(panel, QuestionCard))
    )
    rows(panel, QuestionCard)[0].join.click()
    assert stage.node.posted[-1] == ReactToPost(asked["id"], ReactionKind.LEAVE)


def test_a_link_is_opened_by_the_desktop(
    panel: TopicPanel, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        window.desk._opener, "_open_url", lambda url: opened.append(url.toString()) is None
    )
    rows(panel, LinkRow)[0].click()
    assert opened == ["https://docs.example/0"]


def test_what_fails_is_told(
    panel: TopicPanel, window: MainWindow, stage: Any, qtbot: QtBot
) -> None:
    stage.node.error = NotFound("gone")
    with qtbot.waitSignal(window.desk.told):
        panel.follow.click()


def test_the_list_comes_back(panel: TopicPanel, window: MainWindow, qtbot: QtBot) -> None:
    window.ground.look(Lens.WHERE)
    assert window.people.view.isVisible()
    window.ground.look(Lens.WHAT)
    assert panel.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.people.field.isVisible()
    window.topics.choose_topic("peppol")
    assert panel.isVisible()
    panel.close_button.click()
    assert window.topics.topic is None
    assert window.people.view.isVisible()


def test_a_topic_that_is_found_is_chosen_and_one_that_nobody_is_on_says_so(
    panel: TopicPanel, window: MainWindow
) -> None:
    window.top.find_field.topic.emit("knitting")
    assert panel.title.text() == "#knitting"
    assert panel.summary.text() == "Nobody is on it now."
    window.lenses.list_topic("data")
    assert window.people.view.isVisible()


def test_a_topic_that_gets_another_name_stays_chosen_with_all_that_is_part_of_it(
    panel: TopicPanel, window: MainWindow, stage: Any, qtbot: QtBot
) -> None:
    names = TopicNames({"peppol": "E-facturatie", "data": "peppol"})
    stage.team.take(TopicsRenamed(names))
    qtbot.waitUntil(lambda: panel.title.text() == "#E-facturatie")
    assert window.topics.topic == "E-facturatie"
    qtbot.waitUntil(lambda: "Also called #data, #peppol." in panel.summary.text())
    topics = {facts.id: facts.topics for facts in stage.team.roster.colleagues_facts()}
    on_it = {person for person, on in topics.items() if "E-facturatie" in on}
    assert len(on_it) > 9, "those of both"

    def shown() -> set[str]:
        about = panel._about
        return {each.facts.id for each in about.on_it} if about is not None else set()

    qtbot.waitUntil(lambda: shown() >= on_it)
    panel.menu.learn()
    assert [part.text() for part in panel.menu.parts] == ["Part #data again", "Part #peppol again"]
    stage.team.take(TopicsRenamed(TopicNames()))
    qtbot.waitUntil(lambda: panel.title.text() == "#peppol")


def test_a_job_is_shown_joined_and_left(
    panel: TopicPanel, window: MainWindow, stage: Any, qtbot: QtBot, factories: ModuleType
) -> None:
    crew = (factories.person_id(1), factories.person_id(2))
    job = Job("a1" * 16, "Peppol at Acme", ("peppol", "invoicing"), crew)
    with qtbot.waitSignal(window.topics.surveyed):
        stage.team.take(JobsChanged((job,)))
    assert [each.name for each in rows(panel, JobTags)[0]._jobs] == ["Peppol at Acme"]
    asked = len(stage.node.posted)
    panel.job_wanted.emit(job.id)
    assert window.topics.topic == job_topic(job.id)
    qtbot.waitUntil(lambda: len(rows(panel, PersonRow)) == 2)
    assert panel.title.text() == "Peppol at Acme"
    assert not any(isinstance(each, ShowStream) for each in stage.node.posted[asked:])
    panel.follow.click()
    assert stage.node.posted[-1] == JoinJob(job.id)
    mine = replace(job, people=(*crew, factories.person_id(0)))
    stage.team.take(JobsChanged((mine,)))
    assert panel.follow.text() == "Leave"
    panel.follow.click()
    assert stage.node.posted[-1] == LeaveJob(job.id)
    with qtbot.waitSignal(window.topics.surveyed):
        stage.team.take(JobsChanged((replace(job, people=()),)))
    qtbot.waitUntil(lambda: panel.summary.text() == "Nobody is on it now.")
    panel.topic_wanted.emit("invoicing")
    assert panel.title.text() == "#invoicing"


def test_the_panel_leads_to_where_they_are(
    panel: TopicPanel, window: MainWindow, qtbot: QtBot
) -> None:
    panel.where_wanted.connect(window.lenses.show_where)
    panel.where.click()
    assert window.ground.lens is Lens.WHERE
    assert window.people.view.isVisible()
    qtbot.waitUntil(lambda: window.people.people.shown < 20)
