"""What is said beforehand of a status that ends."""

import pytest
from pydantic import ValidationError

from presencemap.protocol.end import EndBody

SAID = {"rev": 1, "upto": 4, "of": "a" * 32, "after": 1_800_000_000_000}


def test_says_up_to_which_status_and_from_when_on() -> None:
    assert EndBody(**SAID).model_dump() == SAID


@pytest.mark.parametrize("wrong", [{"upto": 0}, {"of": "a" * 31}, {"after": -1}, {"more": 1}])
def test_and_nothing_else(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        EndBody(**SAID | wrong)
