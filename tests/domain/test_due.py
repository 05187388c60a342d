"""Who has to be looked at again."""

from presencemap.domain.due import Due


def test_each_is_told_once_when_the_moment_has_come() -> None:
    due = Due()
    due.note("ann", 20)
    due.note("bo", 10)
    assert due.over(9) == []
    assert due.over(20) == ["bo", "ann"]
    assert due.over(99) == []


def test_the_last_word_counts() -> None:
    due = Due()
    for moment in (30, 10, 20, 20):
        due.note("ann", moment)
    due.note("bo", 5)
    due.note("bo", None)
    due.note("nobody", None)
    assert due.over(19) == []
    assert due.over(30) == ["ann"]
    due.note("ann", 30)
    assert due.over(30) == ["ann"]
