"""A work that may take turns, done at once."""

from collections.abc import Generator

from presencemap.ui.steps import letting_go, whole


def test_it_goes_through_all_steps_to_what_comes_of_them() -> None:
    done = list[int]()

    def counting() -> Generator[None, None, str]:
        for number in range(3):
            done.append(number)
            yield
        return "made"

    assert whole(counting()) == "made"
    assert done == [0, 1, 2]


def test_what_was_is_let_go_a_few_at_once() -> None:
    past = [list(range(100)), [1]]
    sizes = [sum(map(len, past)) for _ in letting_go(past)]
    assert past == []
    assert sizes == [100, 70, 40, 10, 0]
    assert list(letting_go([])) == []
