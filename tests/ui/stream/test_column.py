"""Where rows of unlike heights begin, also of very many."""

import random

from presencemap.ui.stream.column import Column


def test_rows_lie_one_below_the_other() -> None:
    column = Column(10)
    column.reset(3, 10)
    assert column.measure(1, 25) == 15
    assert [column.top(row) for row in range(3)] == [0, 10, 35]
    assert column.height == 45
    assert [column.at(y) for y in (-5, 0, 9, 10, 34, 35, 44, 99)] == [0, 0, 0, 1, 1, 2, 2, 2]
    assert [column.is_measured(row) for row in range(3)] == [False, True, False]
    column.forget(1)
    assert (column.is_measured(1), column.of(1)) == (False, 25)


def test_rows_come_and_go_at_both_ends_and_between() -> None:
    column = Column(10)
    column.reset(1, 10)
    column.measure(0, 30)
    column.grow(2)
    column.insert(1)
    assert [column.of(row) for row in range(len(column))] == [10, 30, 10, 10]
    assert column.remove(1) == 30
    assert (column.height, len(column)) == (30, 3)


def test_many_rows_are_found_as_if_they_were_added_up() -> None:
    dice = random.Random(7)
    column = Column(20)
    column.reset(3000, 20)
    heights = [20] * 3000
    for _ in range(800):
        row, high = dice.randrange(3000), dice.randrange(1, 90)
        column.measure(row, high)
        heights[row] = high
    for row in dice.sample(range(3000), 50):
        top = sum(heights[:row])
        assert column.top(row) == top
        assert column.at(top) == row
        assert column.at(top + heights[row] - 1) == row
    assert column.height == sum(heights)
