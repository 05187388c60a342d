"""A work that may take turns, done at once."""

from collections.abc import Generator

from presencemap.ui.steps import whole


def test_it_goes_through_all_steps_to_what_comes_of_them() -> None:
    done = list[int]()

    def counting() -> Generator[None, None, str]:
        for number in range(3):
            done.append(number)
            yield
        return "made"

    assert whole(counting()) == "made"
    assert done == [0, 1, 2]
