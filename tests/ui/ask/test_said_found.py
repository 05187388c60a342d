from types import ModuleType
from typing import Any

from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from presencemap.app.knowledge.findings import Findings
from presencemap.ui.ask.said_found import SaidFound
from presencemap.ui.filling import Filling
from presencemap.ui.people.contact_opener import ContactOpener


def test_rows_come_and_go_and_a_link_opens_by_an_address_of_our_own(
    stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    found = SaidFound(stage.team, ContactOpener(open_url=open_url), Filling(stage.team))
    qtbot.addWidget(found)
    findings = factories.findings("peppol")
    found.show_findings(findings, str.upper)
    rows = found.rows
    assert len(rows) == 3
    found.show_findings(findings, str.upper)
    assert found.rows == rows
    with qtbot.waitSignal(found.thread_wanted) as said:
        rows[1].thread_wanted.emit("aa")
    assert said.args == ["aa"]
    rows[0].link_wanted.emit("https://docs.peppol.example/rules")
    rows[0].link_wanted.emit("javascript:alert(1)")
    assert opened == ["https://docs.peppol.example/rules"]
    found.show_findings(Findings("x"), str.upper)
    assert found.rows == []
    assert found.isHidden()
