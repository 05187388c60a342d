"""Somebody's jobs on their card."""

from types import ModuleType

import pytest
from pytestqt.qtbot import QtBot

from presencemap.domain.job import Job
from presencemap.ui.jobs.job_tags import JobTags
from presencemap.ui.theme import Appearance


@pytest.fixture
def tags(look: Appearance, qtbot: QtBot) -> JobTags:
    made = JobTags()
    qtbot.addWidget(made)
    return made


def test_each_leads_to_who_is_on_it(tags: JobTags, factories: ModuleType, qtbot: QtBot) -> None:
    jobs = factories.jobs()
    tags.show_jobs(jobs[:2])
    assert not tags.isHidden()
    assert [tag.text() for tag in tags.tags] == ["Peppol at Acme", "Tender Rabelink"]
    assert tags.tags[0].accessibleName() == "Peppol at Acme, job: show who is on it"
    assert tags.tags[0].toolTip() == "Peppol at Acme #peppol #invoicing: who is on it"
    with qtbot.waitSignal(tags.wanted) as wanted:
        tags.tags[1].click()
    assert wanted.args == [jobs[1].id]


def test_the_next_person_s_take_their_place(tags: JobTags, factories: ModuleType) -> None:
    tags.show_jobs(factories.jobs())
    tags.show_jobs([Job("d", "A & <b>B</b>")])
    shown = [tag.text() for tag in tags.tags if tag.isVisibleTo(tags)]
    assert shown == ["A && <b>B</b>"]
    tags.tags[2].click()
    tags.show_jobs(())
    assert tags.isHidden()
