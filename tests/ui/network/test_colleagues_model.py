"""The table of colleagues: what is shown, said and explained."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtTest import QAbstractItemModelTester

from presencemap.app.doctor.findings import judged
from presencemap.ui.network.colleagues_model import ColleaguesModel, Column

DISPLAY, SPOKEN = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def model(look: Any, factories: Any) -> ColleaguesModel:
    made = ColleaguesModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Warning)
    made.tell(factories.report(factories.team(12)))
    return made


def shown(model: ColleaguesModel, row: int) -> list[object]:
    return [model.data(model.index(row, column), DISPLAY) for column in Column]


def test_way_delay_and_age_of_each(model: ColleaguesModel) -> None:
    assert (model.rowCount(), model.columnCount()) == (12, 5)
    assert shown(model, 0) == ["Joris De Smedt", "Another network", "3 ms", "20 s ago", ""]
    assert shown(model, 2) == ["Fien Dhondt", "Heard through Joris", "", "20 s ago", ""]
    assert shown(model, 11) == ["Pieter Goossens", "Not reached", "", "2 days ago", ""]
    assert model.data(model.index(2, 0), SPOKEN) == ("Fien Dhondt, Heard through Joris, 20 s ago")


def test_who_is_not_reached_is_explained(model: ColleaguesModel) -> None:
    assert model.unreached() == 2
    model.show_only_unreached(only=True)
    assert [shown(model, row)[0] for row in range(model.rowCount())] == [
        "Hugo Wijnen",
        "Pieter Goossens",
    ]
    assert model.explained(0) == (
        "Hugo Wijnen closed Presence Map, or paused, 2 h ago. "
        "Ask Hugo Wijnen to open Presence Map and share."
    )
    assert model.explained(-1) == model.explained(2) == ""


def test_faces_sides_and_headings(model: ColleaguesModel) -> None:
    face = model.data(model.index(0, Column.NAME), Qt.ItemDataRole.DecorationRole)
    assert isinstance(face, QPixmap)
    assert model.data(model.index(0, Column.ROUTE), Qt.ItemDataRole.DecorationRole) is None
    assert model.data(model.index(0, Column.DELAY), Qt.ItemDataRole.TextAlignmentRole)
    assert model.data(model.index(0, Column.ROUTE), Qt.ItemDataRole.ForegroundRole)
    assert model.data(QModelIndex()) is None
    names = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(5)]
    assert names == ["Colleague", "Way", "Delay", "Last heard", "Verified"]
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0


def test_those_who_left_the_team_are_not_listed(model: ColleaguesModel, factories: Any) -> None:
    facts = factories.report(factories.team(3)).facts
    gone = tuple(replace(each, member=False) for each in facts.colleagues[:1])
    model.tell(judged(replace(facts, colleagues=(*gone, *facts.colleagues[1:]))))
    assert model.rowCount() == 2


def test_who_is_verified_has_a_shield_and_the_word_for_it(model: ColleaguesModel) -> None:
    joris, lotte = model.index(0, Column.VERIFIED), model.index(1, Column.VERIFIED)
    assert isinstance(model.data(joris, Qt.ItemDataRole.DecorationRole), QIcon)
    assert model.data(joris, Qt.ItemDataRole.ToolTipRole) == "Verified"
    assert str(model.data(model.index(0, 0), SPOKEN)).endswith(", Verified")
    assert model.data(lotte, Qt.ItemDataRole.DecorationRole) is None
    assert "Verified" not in str(model.data(model.index(1, 0), SPOKEN))
