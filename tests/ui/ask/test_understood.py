from types import ModuleType
from typing import Any

from pytestqt.qtbot import QtBot

from presencemap.app.knowledge.findings import Findings
from presencemap.ui.ask.understood import Understood
from presencemap.ui.controls import Chip, Tag
from presencemap.ui.theme import Appearance


def test_topics_and_talents_are_said_and_examples_can_be_clicked(
    stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    made = Understood()
    qtbot.addWidget(made)
    made.show_findings(factories.findings("peppol"))
    assert made.shown == ("#peppol", "#invoicing", "talent: Peppol", "talent: Integration")
    assert made.findChildren(Chip) == []
    long = "A talent with a name that is much too long for a chip"
    made.show_findings(Findings("", examples=("#vat", long)))
    made.show_findings(Findings("", examples=("#vat", long)))
    first, second = made.findChildren(Chip)
    assert second.text().endswith("…")
    assert second.accessibleName() == f"Ask about {long}"
    with qtbot.waitSignal(made.chosen) as said:
        first.click()
    assert said.args == ["vat"]
    made.show_findings(Findings("x"))
    assert made.isHidden()


def test_tags_are_not_made_anew_for_other_words(look: Appearance, qtbot: QtBot) -> None:
    made = Understood()
    qtbot.addWidget(made)
    made.resize(600, 60)
    made.show_findings(Findings("x", topics=("vat", "peppol"), talents=("Xml",)))
    tags = made.findChildren(Tag)
    made.show_findings(Findings("y", topics=("invoicing",), talents=("Java", "Peppol")))
    said = made.findChildren(Tag)
    assert set(tags) <= set(said)
    in_order = sorted((tag for tag in said if not tag.isHidden()), key=lambda tag: tag.x())
    assert [tag.text() for tag in in_order] == ["#invoicing", "talent: Java", "talent: Peppol"]
    made.show_findings(Findings("", examples=("#vat",)))
    assert [tag for tag in said if not tag.isHidden()] == []
