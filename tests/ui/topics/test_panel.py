"""A topic's panel: what it shows of what it is told."""

from types import ModuleType

import pytest
from pytestqt.qtbot import QtBot

from presencemap.ui.controls import Label, QuietButton
from presencemap.ui.people.row_facts import row_facts
from presencemap.ui.theme import Appearance
from presencemap.ui.topics.about import About, SharedLink, Told
from presencemap.ui.topics.panel import TopicPanel


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
