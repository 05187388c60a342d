from types import ModuleType
from typing import Any

from pytestqt.qtbot import QtBot

from presencemap.app.knowledge.findings import Findings
from presencemap.ui.ask.understood import Understood
from presencemap.ui.controls import Chip


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
