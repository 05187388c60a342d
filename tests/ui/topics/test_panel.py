"""A topic's panel: what it shows of what it is told."""

from dataclasses import replace
from types import ModuleType

import pytest
from pytestqt.qtbot import QtBot

from presencemap.ui.controls import Label, QuietButton
from presencemap.ui.people.row_facts import row_facts
from presencemap.ui.theme import Appearance
from presencemap.ui.topics.about import About, SharedLink, Told
from presencemap.ui.topics.panel import TopicPanel
from presencemap.ui.topics.panel_rows import PersonRow


@pytest.fixture
def panel(qtbot: QtBot, look: Appearance) -> TopicPanel:
    made = TopicPanel()
    qtbot.addWidget(made)
    made.resize(300, 600)
    made.show()
    return made


def headings(panel: TopicPanel) -> list[str]:
    inner = panel._area.widget()
    assert inner is not None
    return [label.text() for label in inner.findChildren(Label)]


def test_only_what_there_is_has_a_heading(panel: TopicPanel) -> None:
    link = SharedLink("https://docs.example/1", "VAT", "Anna, 09:12")
    panel.show_about(About("vat", links=(link,)))
    assert panel.accessibleName() == "Topic vat"
    assert "Shared links" in headings(panel)
    assert "On it now" not in headings(panel)
    assert panel.follow.text() == "Follow"


def test_of_many_the_list_has_the_others(
    panel: TopicPanel, qtbot: QtBot, factories: ModuleType
) -> None:
    people = tuple(
        Told(row_facts(factories.card(n, f"Anna {n}"), factories.PLACES, None, factories.NOW))
        for n in range(30)
    )
    panel.show_about(About("vat", on_it=people))
    inner = panel._area.widget()
    assert inner is not None
    (more,) = inner.findChildren(QuietButton)
    assert more.text() == "Show all 30 in the list"
    with qtbot.waitSignal(panel.everybody_wanted) as wanted:
        more.click()
    assert wanted.args == ["vat"]


def test_the_same_again_keeps_the_place_that_one_scrolled_to(
    panel: TopicPanel, factories: ModuleType
) -> None:
    people = tuple(
        Told(row_facts(factories.card(n, f"Anna {n}"), factories.PLACES, None, factories.NOW))
        for n in range(30)
    )
    panel.show_about(About("vat", on_it=people))
    inner = panel._area.widget()
    panel.show_about(About("vat", on_it=people))
    assert panel._area.widget() is inner
    panel.show_about(About("vat", on_it=people[1:]))
    assert panel._area.widget() is not inner


def test_a_topic_leads_to_its_jobs_and_to_where_they_are(
    panel: TopicPanel, qtbot: QtBot, factories: ModuleType
) -> None:
    anna = Told(row_facts(factories.card(1, "Anna"), factories.PLACES, None, factories.NOW))
    job = factories.jobs()[0]
    panel.show_about(About("peppol", on_it=(anna,), jobs=(job,)))
    inner = panel._area.widget()
    assert inner is not None
    (tag,) = [each for each in inner.findChildren(QuietButton) if each.isVisible()]
    assert tag.text() == "Peppol at Acme"
    with qtbot.waitSignal(panel.job_wanted) as wanted:
        tag.click()
    assert wanted.args == [job.id]
    with qtbot.waitSignal(panel.where_wanted) as where:
        panel.where.click()
    assert where.args == ["peppol"]
    panel.show_about(About("peppol"))
    assert panel.where.isHidden()


def test_a_job_is_joined_and_left_and_leads_to_its_topics(
    panel: TopicPanel, qtbot: QtBot, factories: ModuleType
) -> None:
    job = factories.jobs()[0]
    people = tuple(
        Told(row_facts(factories.card(n, f"Anna {n}"), factories.PLACES, None, factories.NOW))
        for n in range(30)
    )
    about = About("job:a1", job=job, on_it=people)
    panel.show_about(about)
    assert panel.title.text() == "Peppol at Acme"
    assert panel.accessibleName() == "Job Peppol at Acme"
    assert panel.where.isHidden(), "the list has no filter for a job"
    assert panel.follow.text() == "Join"
    with qtbot.waitSignal(panel.crew_wanted) as joined:
        panel.follow.click()
    assert joined.args == [job.id, True]
    panel.show_about(replace(about, mine=True))
    assert panel.follow.text() == "Leave"
    with qtbot.waitSignal(panel.crew_wanted) as left:
        panel.follow.click()
    assert left.args == [job.id, False]
    inner = panel._area.widget()
    assert inner is not None
    assert len(inner.findChildren(PersonRow)) == 30, "all: the list can't show them"
    tags = inner.findChildren(QuietButton)
    assert [tag.text() for tag in tags] == ["#peppol", "#invoicing"]
    with qtbot.waitSignal(panel.topic_wanted) as wanted:
        tags[1].click()
    assert wanted.args == ["invoicing"]
