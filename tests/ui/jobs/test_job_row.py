"""A job in the list of all."""

from dataclasses import replace
from types import ModuleType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from presencemap.ui.jobs.job_row import JobRow
from presencemap.ui.theme import Appearance


class Stage:
    def __init__(self, factories: ModuleType, qtbot: QtBot) -> None:
        people = {card.person.id: card.person for card in factories.team(12).cards}
        self.row = JobRow(people.get)
        qtbot.addWidget(self.row)
        self.row.resize(560, 70)
        with qtbot.waitActive(self.row):
            self.row.show()
            self.row.activateWindow()
        self.peppol, self.tender, self.move = factories.jobs()
        self.me = factories.person_id(0)

    def words(self) -> list[str]:
        labels = self.row.findChildren(QLabel)
        return [label.text() for label in labels if label.isVisibleTo(self.row)]


@pytest.fixture
def stage(look: Appearance, factories: ModuleType, qtbot: QtBot) -> Stage:
    return Stage(factories, qtbot)


def test_it_says_what_and_who_and_is_joined_or_left(stage: Stage, qtbot: QtBot) -> None:
    row = stage.row
    row.show_job(stage.peppol, stage.me)
    assert stage.words() == ["Peppol at Acme", "#peppol #invoicing", "Joris De Smedt, Lotte Maes"]
    assert row.act.accessibleName() == "Join Peppol at Acme"
    assert row.accessibleName() == "Peppol at Acme #peppol #invoicing, Joris De Smedt, Lotte Maes"
    for job, said, wanted in ((stage.peppol, "Join", True), (stage.tender, "Leave", False)):
        row.show_job(job, stage.me)
        assert row.act.text() == said
        with qtbot.waitSignal(row.join_wanted) as joined:
            row.act.click()
        assert joined.args == [job.id, wanted]


def test_one_that_rests_has_neither_faces_nor_topics(stage: Stage) -> None:
    stage.row.show_job(stage.move, stage.me)
    assert stage.words() == ["Move to the Kompas building", "Nobody is on it: it rests"]
    assert not [face for face in stage.row._faces if face.isVisibleTo(stage.row)]


def test_it_is_renamed_by_enter(stage: Stage, qtbot: QtBot) -> None:
    row = stage.row
    row.show_job(stage.peppol, stage.me)
    assert row.rename.accessibleName() == "Rename Peppol at Acme"
    row.rename.click()
    assert row.field.text() == "Peppol at Acme #peppol #invoicing"
    qtbot.keyClicks(row.field, "Peppol #vat")
    row.show_job(replace(stage.peppol, people=()), stage.me)
    assert row.field.text() == "Peppol #vat", "what is typed stays"
    with qtbot.waitSignal(row.rename_wanted) as renamed:
        qtbot.keyClick(row.field, Qt.Key.Key_Return)
    assert renamed.args == [stage.peppol.id, "Peppol #vat"]
    assert row.field.isHidden()
    assert row.rename.hasFocus()


@pytest.mark.parametrize("typed", ["", "  "])
def test_esc_and_nothing_typed_leave_the_name(stage: Stage, qtbot: QtBot, typed: str) -> None:
    row = stage.row
    row.show_job(stage.move, stage.me)
    row.rename.click()
    with qtbot.assertNotEmitted(row.rename_wanted):
        qtbot.keyClick(row.field, Qt.Key.Key_Escape)
        row.rename.click()
        row.field.setText(typed)
        qtbot.keyClick(row.field, Qt.Key.Key_Enter)
    assert stage.words()[0] == "Move to the Kompas building"
