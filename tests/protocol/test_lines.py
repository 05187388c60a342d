"""Lines: whose and on what, the newest first, however posts came and went."""

import pytest

from presencemap.domain.post import PostKind, ReactionKind
from presencemap.protocol import lines as module
from presencemap.protocol.lines import QUESTIONS, Lines, rank
from presencemap.protocol.shelf import Held
from tests.protocol.adds import post, reaction
from tests.protocol.lan import NOW
from tests.protocol.statements import ANNA, BRAM

EARLY = Held.of(post("the #vat code", 1, at=NOW), NOW)
LATE = Held.of(post("#VAT and #peppol", 2, at=NOW + 2), NOW)
HERS = Held.of(post("nothing in particular", 1, author=ANNA, at=NOW + 1), NOW)
NO_POST = Held.of(reaction(EARLY.post or b"", ReactionKind.THANK), NOW)


def filled() -> Lines:
    lines = Lines()
    for held in (LATE, EARLY, HERS, NO_POST):
        lines.put(held)
    return lines


def test_the_newest_of_several_lines_come_first_each_once() -> None:
    lines = filled()
    assert list(lines.newest([BRAM.id, ANNA.id, "#vat"], None)) == [LATE, HERS, EARLY]
    assert list(lines.newest(["#peppol", "#nothing"], None)) == [LATE]
    assert list(lines.newest([ANNA.id, "#vat"], rank(LATE))) == [HERS, EARLY]
    assert list(lines.newest([BRAM.id], rank(EARLY))) == []


def test_what_was_read_tells_the_topics() -> None:
    lines = filled()
    assert lines.topics == []
    lines.read()
    assert sorted(lines.topics) == ["peppol", "vat"], (
        "a person's line and that of questions is none"
    )


def test_questions_on_a_topic_have_a_line() -> None:
    lines = Lines()
    said = [
        Held.of(post(text, number, kind=kind), NOW)
        for number, (text, kind) in enumerate(
            (
                ("who knows #vat?", PostKind.QUESTION),
                ("who knows?", PostKind.QUESTION),
                ("on #vat", PostKind.ACTIVITY),
            ),
            start=1,
        )
    ]
    for held in said:
        lines.put(held)
    assert list(lines.newest([QUESTIONS], None)) == said[:1]
    lines.take_off(said[0])
    assert list(lines.newest([QUESTIONS], None)) == []


def test_what_comes_later_takes_its_place_in_the_line() -> None:
    lines = filled()
    assert list(lines.newest([BRAM.id], None)) == [LATE, EARLY]
    between = Held.of(post("between", 3, at=NOW + 1), NOW)
    lines.put(between)
    assert list(lines.newest([BRAM.id], None)) == [LATE, between, EARLY]


def test_nothing_stays_of_what_is_gone_read_or_not() -> None:
    for read in (False, True):
        lines = filled()
        if read:
            assert lines.read() is False
        for held in (NO_POST, LATE, HERS, EARLY):
            lines.take_off(held)
        assert lines.is_read
        assert not lines._lines


def test_topics_are_read_a_few_at_a_time_what_came_last_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "READ_AT_ONCE", 1)
    lines = filled()
    assert list(lines.newest(["#vat"], None)) == [EARLY], "put last"
    assert lines.is_read is False
    assert lines.read() is False
    assert list(lines.newest(["#vat"], None)) == [LATE, EARLY]
