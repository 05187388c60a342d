"""Work that is many takes turns of the event loop."""

from collections.abc import Iterator
from math import inf

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from presencemap.ui import turns
from presencemap.ui.turns import Rounds, Turns, _Turn, alone, turn


@pytest.fixture
def owner(qtbot: QtBot) -> QObject:
    return QObject()


def steps(done: list[str], name: str, count: int) -> Iterator[None]:
    for number in range(count):
        done.append(f"{name}{number}")
        yield


def test_what_fits_is_done_at_once(owner: QObject) -> None:
    done, late = list[str](), list[None]()
    work = Turns(owner)
    work.late.connect(lambda: late.append(None))
    work.begin(steps(done, "a", 500))
    assert len(done) == 500
    assert not work.busy
    assert late == []


@pytest.mark.usefixtures("in_turns")
def test_the_rest_comes_in_later_turns(owner: QObject, qtbot: QtBot) -> None:
    done: list[str] = []
    work = Turns(owner)
    with qtbot.waitSignal(work.late):
        work.begin(steps(done, "a", 3))
        assert done == ["a0"]
        assert work.busy
    assert done == ["a0", "a1", "a2"]
    assert not work.busy


@pytest.mark.usefixtures("in_turns")
def test_another_work_replaces_it_also_from_within(owner: QObject, qtbot: QtBot) -> None:
    done: list[str] = []
    work = Turns(owner)

    def restless() -> Iterator[None]:
        yield
        work.begin(steps(done, "b", 2))
        yield
        done.append("never")

    with qtbot.waitSignal(work.late):
        work.begin(steps(done, "a", 3))
        work.begin(restless())
    assert done == ["a0", "b0", "b1"]


@pytest.mark.usefixtures("in_turns")
def test_stopped_it_does_no_more(owner: QObject) -> None:
    done: list[str] = []
    work = Turns(owner)
    work.begin(steps(done, "a", 3))
    work.stop()
    work._go_on()
    assert done == ["a0"]
    assert not work.busy


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """This thread's time; turns of three seconds, full after three, with one to draw."""
    now = [100.0]
    monkeypatch.setattr(turns, "TURN", 3.0)
    monkeypatch.setattr(turns, "FULL", 3.0)
    monkeypatch.setattr(turns, "DRAWING", 1.0)
    monkeypatch.setattr(turns, "FEW", 0)
    monkeypatch.setattr(turns, "thread_time", lambda: now[0])
    return now


def test_all_who_work_in_a_turn_share_it(now: list[float]) -> None:
    turn = _Turn()
    over = turn.over()
    now[0] += 1.0
    assert not over()
    assert not turn.is_spent
    over = turn.over()
    now[0] += 2.0
    assert over()
    assert turn.is_spent
    turn.begin()
    assert not turn.is_spent
    over = turn.over()
    now[0] += 1.0
    assert not over()


def test_a_step_that_would_not_fit_any_more_is_left(now: list[float]) -> None:
    turn = _Turn()
    over = turn.over()
    now[0] += 2.0
    assert over(), "another as long would end a second too late"
    turn.begin()
    over = turn.over()
    for _ in range(5):
        now[0] += 0.5
        assert over() == (now[0] >= 104.5), "the shorter the steps, the more of them"


@pytest.fixture
def long(owner: QObject) -> tuple[Turns, list[str], Iterator[None]]:
    """A work with a short step and a long one."""
    done = list[str]()

    def work() -> Iterator[None]:
        done.append("short")
        yield
        yield from alone()
        done.append("long")
        yield

    return Turns(owner, few=20), done, work()


Long = tuple[Turns, list[str], Iterator[None]]


@pytest.mark.usefixtures("in_turns")
def test_a_long_step_begins_a_turn_and_is_all_of_it(
    long: Long, owner: QObject, qtbot: QtBot
) -> None:
    turns, done, work = long
    turns.begin(work)
    assert done == ["short"], "though so few steps would be done at once"
    assert turn.is_spent
    other = Turns(owner)
    other.begin(steps(done, "other", 20))
    assert done == ["short", "other0"], "nobody adds much to a turn that is spent"
    qtbot.waitUntil(lambda: not (turns.busy or other.busy))
    assert "long" in done


def test_where_a_turn_has_hardly_begun_a_long_step_comes_at_once(long: Long) -> None:
    turns, done, work = long
    turns.begin(work)
    assert done == ["short", "long"]
    assert not turns.busy


def test_what_was_painted_counts_and_no_two_turns_are_left_to_painting(now: list[float]) -> None:
    turn = _Turn()
    now[0] += 1.0
    assert not turn.is_full
    over = turn.over()
    now[0] += 1.0
    assert over(), "a second less, since something was painted"
    turn.begin()
    now[0] += 3.0
    assert turn.is_full
    assert turn.is_full, "for whoever asks in it"
    turn.begin()
    now[0] += 4.0
    assert not turn.is_full
    over = turn.over()
    now[0] += 0.5
    assert not over(), "half a turn's time"
    now[0] += 1.0
    assert over()
    turn.begin()
    now[0] += 3.0
    assert turn.is_full


def test_all_that_is_drawn_in_a_turn_shares_it(now: list[float]) -> None:
    turn = _Turn()
    now[0] += 9.0
    over = turn.drawing()
    assert not over()
    now[0] += 1.0
    assert over()
    assert turn.drawing()(), "of the same turn"
    assert not turn.drawing(2)()
    now[0] += 1.0
    assert turn.drawing(2)()
    turn.begin()
    assert not turn.drawing()()


def test_what_a_step_brings_has_its_part_of_the_turn_whoever_works(now: list[float]) -> None:
    turn = _Turn()
    over = turn.over(0, after=1.0)
    assert [over() for _ in range(3)] == [False, False, True]
    assert turn.over(0)(), "the same turn"
    turn.begin()
    assert not turn.over(0)(), "the next"


def test_a_dialog_within_a_step_is_other_turns(now: list[float]) -> None:
    turn = _Turn()
    over = turn.over(0)
    turn.begin()
    now[0] += 1.0
    assert not over()


def test_who_goes_on_in_a_spent_turn_stands_in_line(now: list[float]) -> None:
    turn = _Turn()

    def took(*who: str) -> str:
        """Who worked in a turn in which all of them would."""
        turn.begin()
        went = ""
        for each in who:
            if not turn.is_left_by(each):
                turn.over()
                now[0] += 3.0
                went += each
        return went

    assert [took("a", "b", "c") for _ in range(7)] == [*"abcabca"]
    assert [took("a", "b") for _ in range(5)] == ["b", "", "a", "b", "a"], "c has stopped"
    assert [took("a") for _ in range(3)] == ["", "a", "a"], "nobody waits for b for ever"


def test_who_waited_goes_though_others_begin_something_in_every_turn(now: list[float]) -> None:
    turn = _Turn()
    left = list[bool]()
    for _ in range(4):
        turn.begin()
        turn.over()
        now[0] += 3.0
        turn._waited = True  # what was begun is no painting
        left.append(turn.is_left_by("a"))
    assert left == [True, False, True, False]


def test_a_few_steps_fit_in_any_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "TURN", 0.0)
    monkeypatch.setattr(turns, "FEW", 2)
    over = _Turn().over()
    assert [over() for _ in range(4)] == [False, False, True, True]


def test_the_event_loop_tells_each_turn(owner: QObject, qtbot: QtBot) -> None:
    Turns(owner)
    turn.over()
    assert turn._works_until is not None
    qtbot.wait(1)
    assert turn._works_until is None


def test_who_goes_on_waits_while_a_turn_is_full(
    owner: QObject, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "TURN", 0.0)
    monkeypatch.setattr(turns, "FEW", 0)
    done, work = list[str](), Turns(owner)
    work.begin(steps(done, "a", 2))
    monkeypatch.setattr(turns, "FULL", -inf)
    turn.begin()
    work._go_on()
    assert done == ["a0"]
    turn.begin()
    work._go_on()
    assert done == ["a0", "a1"]
    qtbot.waitUntil(lambda: not work.busy)


def test_a_round_waits_where_others_have_worked(
    owner: QObject, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "TURN", 0.0)
    done = list[str]()
    rounds = Rounds(owner, lambda: steps(done, "a", 1))
    turn.over()
    rounds.ask()
    rounds.ask()
    assert done == []
    qtbot.waitUntil(lambda: not rounds.busy)
    assert done == ["a0", "a0"]


def test_large_steps_look_at_the_time_sooner(
    owner: QObject, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "TURN", 0.0)
    done: list[str] = []
    work = Turns(owner, few=0)
    with qtbot.waitSignal(work.late):
        work.begin(steps(done, "a", 3))
        assert done == ["a0"]
    assert done == ["a0", "a1", "a2"]


def test_few_steps_are_certain_only_when_a_work_begins(
    owner: QObject, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "TURN", 0.0)
    done: list[str] = []
    work = Turns(owner, few=3)
    with qtbot.waitSignal(work.late):
        work.begin(steps(done, "a", 7))
        assert len(done) == 4
        turn.begin()
        work._go_on()
        assert len(done) == 5


@pytest.mark.usefixtures("in_turns")
def test_a_round_that_is_asked_for_meanwhile_comes_once_after_it(
    owner: QObject, qtbot: QtBot
) -> None:
    done: list[str] = []
    names = iter("abc")
    rounds = Rounds(owner, lambda: steps(done, next(names), 2))
    rounds.ask()
    rounds.ask()
    rounds.ask()
    assert done == ["a0"]
    qtbot.waitUntil(lambda: not rounds.busy)
    assert done == ["a0", "a1", "b0", "b1"]
    rounds.ask()
    rounds.ask()
    rounds.stop()
    qtbot.wait(10)
    assert done == ["a0", "a1", "b0", "b1", "c0"]
