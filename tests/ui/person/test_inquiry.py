"""What a page asks of the node, and of whom an answer is."""

from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from presencemap.app.commands import ShowInviter
from presencemap.app.notices import JobsChanged, PostsChanged, RosterChanged
from presencemap.app.post_commands import ShowSaid
from presencemap.domain.availability import Availability
from presencemap.ui.person.inquiry import Inquiry
from presencemap.ui.person.person_page import PersonPage


class Scene:
    def __init__(self, stage: Any, factories: ModuleType, qtbot: QtBot) -> None:
        self.stage, self.node, self.made, self.qtbot = stage, stage.node, factories, qtbot
        self.page = PersonPage(stage.team.roster)
        self.inquiry = Inquiry(stage.team, self.page)
        self.joris, self.lotte = stage.cards[1], stage.cards[2]
        self.node.answers = {ShowSaid: [], ShowInviter: None}
        self.node.findings = factories.findings

    def say(self, *views: dict[str, Any]) -> None:
        self.node.answers[ShowSaid] = list(views)
        self.stage.team.take(PostsChanged())

    def posts(self) -> list[str]:
        return [row.findChildren(QLabel)[0].text() for row in self.page.recent.rows]

    def alike(self) -> list[str]:
        return [cell.person for cell in self.page.alike.cells if not cell.isHidden()]


@pytest.fixture
def scene(stage: Any, factories: ModuleType, qtbot: QtBot) -> Scene:
    made = Scene(stage, factories, qtbot)
    qtbot.addWidget(made.page)
    made.page.resize(900, 700)
    made.page.show()
    return made


def test_what_was_said_is_asked_for_once_and_again_when_something_is_said(
    scene: Scene, qtbot: QtBot
) -> None:
    scene.say(scene.made.post(1, 1, "First"))
    assert not [each for each in scene.node.posted if isinstance(each, ShowSaid)], "nobody looks"
    scene.page.open(scene.joris.person.id)
    qtbot.waitUntil(lambda: scene.posts() == ["First"])
    assert scene.node.posted.count(ShowSaid(scene.joris.person.id)) == 1
    scene.say(scene.made.post(2, 1, "Second"), scene.made.post(1, 1, "First"))
    qtbot.waitUntil(lambda: scene.posts() == ["Second", "First"])
    scene.page.close_card()
    scene.node.posted.clear()
    scene.stage.team.take(PostsChanged())
    assert scene.node.posted == []


def test_what_they_are_on_isnt_said_twice(scene: Scene, qtbot: QtBot) -> None:
    on = scene.joris.status.activity.text
    scene.say(scene.made.post(1, 1, on, kind="question"), scene.made.post(2, 1, "Else"))
    scene.page.open(scene.joris.person.id)
    qtbot.waitUntil(lambda: scene.posts() == ["Else"])


def test_an_answer_about_somebody_else_is_nothing(scene: Scene, qtbot: QtBot) -> None:
    scene.node.holding = True
    scene.page.open(scene.joris.person.id)
    scene.node.holding = False
    scene.say(scene.made.post(9, 2, "Lotte's"))
    scene.page.open(scene.lotte.person.id)
    qtbot.waitUntil(lambda: scene.posts() == ["Lotte's"])
    scene.node.release()
    qtbot.wait(20)
    assert scene.posts() == ["Lotte's"]


def test_who_let_them_in_is_asked_of_whom_i_havent_verified(scene: Scene, qtbot: QtBot) -> None:
    scene.node.answers[ShowInviter] = scene.lotte.person.id
    scene.page.open(scene.joris.person.id)
    labels = scene.page.findChildren(QLabel)
    words = "Not verified, vouched for by Lotte Maes"
    qtbot.waitUntil(lambda: words in [label.text() for label in labels])
    scene.node.posted.clear()
    sure = replace(scene.lotte, verified=True)
    scene.stage.team.take(RosterChanged((sure,)))
    for person in (scene.lotte.person.id, scene.stage.cards[0].person.id):
        scene.page.open(person)
        qtbot.waitUntil(lambda person=person: ShowSaid(person) in scene.node.posted)
    qtbot.wait(20)
    assert not [each for each in scene.node.posted if isinstance(each, ShowInviter)]


def test_who_is_on_the_same_is_searched_by_what_they_are_on(scene: Scene, qtbot: QtBot) -> None:
    scene.page.open(scene.joris.person.id)
    amina, sara = scene.made.person_id(5), scene.made.person_id(6)
    qtbot.waitUntil(lambda: scene.alike() == [amina, sara])
    assert scene.node.searched == [scene.joris.status.activity.text]
    status = replace(scene.joris.status, activity=None)
    scene.stage.team.take(RosterChanged((replace(scene.joris, status=status),)))
    assert scene.alike() == [], "they say nothing, now or before"
    scene.say(scene.made.post(1, 1, "On #vat", topics=["vat"]))
    qtbot.waitUntil(lambda: scene.node.searched[1:] == ["#vat"])


def test_they_are_shown_as_they_are_now(scene: Scene, qtbot: QtBot) -> None:
    scene.page.open(scene.joris.person.id)
    qtbot.waitUntil(lambda: len(scene.alike()) == 2)
    amina = scene.stage.cards[5]
    status = replace(amina.status, availability=Availability.AWAY)
    scene.stage.team.take(RosterChanged((replace(amina, status=status),)))
    faces = [cell._face.accessibleName() for cell in scene.page.alike.cells]
    assert faces[0] == "Amina El Idrissi, Away"
    scene.stage.team.take(RosterChanged((), (amina.person.id,)))
    assert scene.alike() == [scene.made.person_id(6)]


def test_jobs_are_theirs(scene: Scene) -> None:
    jobs = scene.made.jobs()
    scene.stage.team.take(JobsChanged(jobs))
    person = jobs[0].people[0]
    scene.page.open(person)
    shown = [tag.text() for tag in scene.page.jobs.tags if not tag.isHidden()]
    assert jobs[0].name in shown
    scene.stage.team.take(JobsChanged(()))
    assert not [tag for tag in scene.page.jobs.tags if not tag.isHidden()]
