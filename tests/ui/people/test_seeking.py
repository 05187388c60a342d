"""Who says what is typed."""

import pytest

from presencemap.domain.roster import Group
from presencemap.ui.people import seeking
from presencemap.ui.people.ranking import Who
from presencemap.ui.people.seeking import Seeking

ANN, BO, CY = ("ann", Group.EVERYONE), ("bo", Group.HERE), ("cy", Group.EVERYONE)
EVERYBODY: list[Who] = [BO, ANN, CY]
WORDS = {"ann": " ann gent java", "bo": " bo ghent", "cy": " cy genk"}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many were looked through, each time."""
    found, counts = seeking.found_by, list[int]()

    def counting(text: str, known: list[tuple[Who, str]]) -> list[tuple[Who, str]]:
        counts.append(len(known))
        return found(text, known)

    monkeypatch.setattr(seeking, "found_by", counting)
    return counts


def test_each_letter_asks_whom_the_one_before_kept(asked: list[int]) -> None:
    seek = Seeking()
    assert seek.fresh
    seek.begin(EVERYBODY, WORDS)
    assert not seek.fresh
    assert seek.who_say("g") == EVERYBODY
    assert seek.who_say("ge") == [ANN, CY]
    assert seek.who_say("GÉNT") == [ANN]
    assert asked == [3, 3, 2]
    assert seek.who_say("ge") == [ANN, CY], "known from before"
    assert seek.who_say("") == EVERYBODY
    assert asked == [3, 3, 2]
    assert seek.who_say("gent ja") == [ANN]
    assert seek.who_say("java bo") == []


def test_when_somebody_says_something_else_everybody_is_asked(asked: list[int]) -> None:
    seek = Seeking()
    seek.begin(EVERYBODY, WORDS)
    seek.who_say("gent")
    seek.forget()
    assert seek.fresh
    seek.begin(EVERYBODY, WORDS | {"cy": " cy gent"})
    assert seek.who_say("gent") == [ANN, CY]
    assert asked == [3, 3]
