"""One order of rows becomes another; who holds on to a row keeps it."""

from random import Random

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from presencemap.ui.people.keyed_rows import KeyedRows
from presencemap.ui.people.roster_model import Index
from presencemap.ui.steps import whole


class Letters(KeyedRows):
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        shown = index.isValid() and role == Qt.ItemDataRole.DisplayRole
        return self._keys[index.row()] if shown else None

    def show(self, keys: str) -> None:
        if [*keys] != self._keys:
            self.become(whole(self.changing([*keys])))

    def all(self) -> str:
        return "".join(str(self.index(row).data()) for row in range(self.rowCount()))


@pytest.fixture
def letters(qapp: QApplication) -> Letters:
    rows = Letters()
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    rows.tester = QAbstractItemModelTester(rows, mode)  # type: ignore[attr-defined]
    return rows


def test_whatever_comes_goes_and_moves(letters: Letters) -> None:
    random = Random(3)
    for _ in range(200):
        keys = "".join(random.sample("abcdefghij", random.randrange(11)))
        held = {key: QPersistentModelIndex(letters.index(r)) for r, key in enumerate(letters.all())}
        letters.show(keys)
        assert letters.all() == keys
        assert letters._rows == {key: row for row, key in enumerate(keys)}
        for key, index in held.items():
            assert index.isValid() == (key in keys)
            assert not index.isValid() or index.data() == key


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("abcd", "ad", ["went 1-2"]),
        ("ad", "abcd", ["came 1-2"]),
        ("abcdef", "ace", ["moved", "went 1-3"]),
        ("ace", "abcdef", ["came 3-5", "moved"]),
        ("abc", "cba", ["moved"]),
    ],
)
def test_each_is_told_once_however_far_apart(
    letters: Letters, before: str, after: str, told: list[str]
) -> None:
    letters.show(before)
    said: list[str] = []

    def span(what: str) -> object:
        def note(_parent: QModelIndex, first: int, last: int) -> None:
            said.append(f"{what} {first}-{last}")

        return note

    letters.rowsRemoved.connect(span("went"))
    letters.rowsInserted.connect(span("came"))
    letters.layoutChanged.connect(lambda: said.append("moved"))
    letters.show(after)
    assert said == told


def test_a_change_of_other_rows_is_reckoned_anew(letters: Letters) -> None:
    letters.show("abc")
    change = whole(letters.changing([*"cxa"]))
    letters.show("bd")
    letters.become(change)
    assert letters.all() == "cxa"
