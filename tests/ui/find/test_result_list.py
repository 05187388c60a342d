"""The rows of what was found: what they say, and that they are painted."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from presencemap.domain.finding import Subject, SubjectKind
from presencemap.ui.find.result_list import DETAIL, SUBJECT, ResultDelegate, ResultModel
from presencemap.ui.find.subjects import Known, subjects


@pytest.fixture
def model(stage: Any) -> Iterator[ResultModel]:
    made = ResultModel(stage.team.roster)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(made, mode)
    yield made
    assert tester.model() is made, "it looked until now"


def person(stage: Any, name: str) -> Subject:
    card = next(card for card in stage.cards if card.person.name == name)
    return Subject(SubjectKind.PERSON, card.person.id, name)


def place(stage: Any, name: str) -> Subject:
    found = subjects(Known(stage.cards, stage.places, stage.now))
    return next(each for each in found if each.kind is SubjectKind.PLACE and each.name == name)


def details(model: ResultModel) -> list[object]:
    return [model.index(row).data(DETAIL) for row in range(model.rowCount())]


def test_a_line_more_about_each(model: ResultModel, stage: Any) -> None:
    desk = place(stage, "Desk D4")
    model.show(
        [
            person(stage, "Joris De Smedt"),
            place(stage, "Acme"),
            desk,
            Subject(SubjectKind.TOPIC, "peppol", "#peppol", people=1),
            Subject(SubjectKind.TOPIC, "vat", "#vat", people=2),
            Subject(SubjectKind.TOWN, "Gent, BE", "Gent, BE"),
            Subject(SubjectKind.PLACE, "home", "Home"),
        ]
    )
    told = details(model)
    assert str(told[0]).startswith("Acme, Gent · Peppol")
    assert told[1:6] == [
        "Gent · 3 colleagues",
        "Gent office · 1 colleague",
        "1 colleague",
        "2 colleagues",
        "Town, show on the map",
    ]
    spoken = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Acme, Gent · 3 colleagues"
    assert model.index(2).data(SUBJECT) == desk
    assert model.index(2).data() == "Desk D4"
    assert model.index(2).data(Qt.ItemDataRole.ToolTipRole) is None
    assert model.subject(9) is None
    assert model.index(9).data() is None


def test_who_or_what_is_gone_isnt_shown(model: ResultModel) -> None:
    gone = [Subject(kind, "f" * 64, "Gone") for kind in (SubjectKind.PERSON, SubjectKind.PLACE)]
    model.show(gone)
    assert model.rowCount() == 0


def test_each_kind_is_painted_and_the_chosen_one_differs(model: ResultModel, stage: Any) -> None:
    kinds = [
        person(stage, "Joris De Smedt"),
        place(stage, "Acme"),
        Subject(SubjectKind.TOPIC, "peppol", "#peppol"),
        Subject(SubjectKind.TOWN, "Gent, BE", "Gent, BE"),
    ]
    model.show(kinds)
    delegate = ResultDelegate()
    pictures = []
    for row in (*range(len(kinds)), 0):
        option = QStyleOptionViewItem()
        option.rect = QRect(0, 0, 300, 44)  # type: ignore[attr-defined]
        if len(pictures) == len(kinds):
            option.state |= QStyle.StateFlag.State_Selected  # type: ignore[attr-defined]
        drawn = QPixmap(300, 44)
        drawn.fill(Qt.GlobalColor.black)
        painter = QPainter(drawn)
        delegate.paint(painter, option, model.index(row))
        painter.end()
        pictures.append(drawn.toImage())
    assert all(a != b for at, a in enumerate(pictures) for b in pictures[at + 1 :])
    assert delegate.sizeHint(QStyleOptionViewItem(), model.index(0)).height() >= 44
