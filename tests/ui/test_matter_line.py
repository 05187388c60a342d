"""What a colleague is to be helped with, in a line."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from presencemap.ui.matter import Matter
from presencemap.ui.matter_line import matter_line


def test_it_is_what_they_said_else_what_they_are_on(
    stage: Any, factories: Any, qtbot: QtBot
) -> None:
    card = stage.team.roster.card(factories.person_id(1))

    def words(matter: Matter | None) -> list[str]:
        line = matter_line(card, stage.now, matter)
        assert line is not None
        qtbot.addWidget(line)
        return [label.text() for label in line.findChildren(QLabel) if label.text()]

    assert words(Matter(card.person.id, "Who knows? #vat")) == ["Who knows?"]
    assert words(None) == ["Peppol invoices bounce on the customer’s VAT number format"]
    bare = replace(card, status=replace(card.status, activity=None))
    assert matter_line(bare, stage.now, None) is None
