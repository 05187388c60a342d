"""The inbox: any thread in, one wake-up, the GUI thread out."""

import threading
from concurrent.futures import Future
from functools import partial
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from presencemap.app.notices import (
    JobsChanged,
    PlacesChanged,
    RosterChanged,
    Started,
    TopicsRenamed,
    WindowRequested,
)
from presencemap.domain.place import PlaceTree
from presencemap.domain.topic_names import TopicNames
from presencemap.ui.inbox import Inbox, merged


def test_notices_come_in_order_on_the_gui_thread(qtbot: QtBot) -> None:
    inbox = Inbox()
    heard: list[tuple[object, bool]] = []
    inbox.noticed.connect(
        lambda notice: heard.append((notice, QThread.currentThread() is inbox.thread()))
    )
    sent = [Started(f"team {n}", "", "", "") for n in range(200)]
    thread = threading.Thread(target=lambda: [inbox.take(notice) for notice in sent])
    thread.start()
    thread.join()
    assert heard == []
    qtbot.waitUntil(lambda: len(heard) == 200)
    assert heard == [(notice, True) for notice in sent]


def test_a_busy_window_is_woken_once(qtbot: QtBot) -> None:
    inbox = Inbox()
    woken: list[None] = []
    inbox._woken.connect(lambda: woken.append(None))
    heard: list[object] = []
    inbox.noticed.connect(heard.append)
    for _ in range(50):
        inbox.take(WindowRequested())
    assert len(woken) == 1
    qtbot.waitUntil(lambda: len(heard) == 50)
    inbox.take(WindowRequested())
    assert len(woken) == 2


def test_roster_changes_in_a_row_become_one(factories: ModuleType) -> None:
    old = factories.card(1, "Joris", place="gent")
    new = factories.card(1, "Joris", place="acme")
    other = factories.card(2, "Lotte")
    places = PlacesChanged(PlaceTree())
    batch = [RosterChanged((old,)), RosterChanged((other, new)), places, RosterChanged((old,))]
    assert merged(batch) == [RosterChanged((new, other)), places, RosterChanged((old,))]


def test_of_what_is_told_as_a_whole_the_newest_is_where_the_first_was(
    factories: ModuleType,
) -> None:
    jobs = [JobsChanged(()) for _ in range(2)]
    places = [PlacesChanged(PlaceTree()) for _ in range(3)]
    roster, started = RosterChanged((factories.card(1, "Joris"),)), Started("", "", "", "")
    names = [TopicsRenamed(TopicNames({"a": name})) for name in "bc"]
    batch = [started, places[0], jobs[0], roster, places[1], started, places[2], jobs[1], *names]
    told = merged(batch)
    assert told == [started, places[2], jobs[1], roster, started, names[1]]
    assert told[1] is places[2]
    assert told[2] is jobs[1]


@pytest.mark.parametrize("fails", [False, True])
def test_an_answer_comes_on_the_gui_thread(qtbot: QtBot, fails: bool) -> None:
    inbox = Inbox()
    future: Future[Any] = Future()
    heard: list[tuple[str, object]] = []
    inbox.follow(future, lambda r: heard.append(("done", r)), lambda e: heard.append(("no", e)))
    error = ValueError("no")
    answer = (lambda: future.set_exception(error)) if fails else (lambda: future.set_result(3))
    thread = threading.Thread(target=answer)
    thread.start()
    thread.join()
    assert heard == []
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ([("no", error)] if fails else [("done", 3)])


def test_a_cancelled_answer_calls_nobody(qtbot: QtBot) -> None:
    inbox = Inbox()
    future: Future[Any] = Future()
    heard: list[object] = []
    inbox.follow(future, heard.append, heard.append)
    inbox.noticed.connect(heard.append)
    future.cancel()
    inbox.take(WindowRequested())
    qtbot.waitUntil(lambda: heard == [WindowRequested()])


def test_a_closed_inbox_drops_what_waits(qtbot: QtBot) -> None:
    inbox = Inbox()
    heard: list[object] = []
    inbox.noticed.connect(heard.append)
    inbox.take(WindowRequested())
    inbox.close()
    inbox.take(WindowRequested())
    qtbot.wait(1)
    assert heard == []


def test_an_answer_for_a_window_that_has_gone_is_dropped(qtbot: QtBot) -> None:
    inbox, heard = Inbox(), list[object]()

    class Asker(QObject):
        def done(self, answer: object) -> None:
            heard.append((self.objectName(), answer))

    gone, there = Asker(), Asker()
    for done in (gone.done, partial(gone.done), there.done):
        future: Future[Any] = Future()
        inbox.follow(future, done, lambda _: None)
        future.set_result(3)
    delete(gone)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [("", 3)]


@pytest.mark.usefixtures("in_turns")
def test_what_takes_long_is_handed_out_in_turns_and_in_order(
    qtbot: QtBot, factories: ModuleType
) -> None:
    inbox, heard, turns = Inbox(), list[object](), list[None]()
    inbox._soon.timeout.connect(lambda: turns.append(None))

    def hear(notice: object) -> None:
        heard.append(notice)
        if len(heard) == 1:
            # They meet the one that waits.
            inbox.take(RosterChanged((factories.card(1, "Joris"),)))
            inbox.take(RosterChanged((factories.card(2, "Lotte"),)))

    inbox.noticed.connect(hear)
    sent = [Started(f"team {n}", "", "", "") for n in range(3)]
    for notice in sent:
        inbox.take(notice)
    qtbot.waitUntil(lambda: len(heard) == 4)
    assert len(turns) == 4
    people = (factories.card(1, "Joris"), factories.card(2, "Lotte"))
    assert heard == [*sent, RosterChanged(people)]


def test_whoever_fails_at_an_answer_leaves_the_others_theirs(qtbot: QtBot) -> None:
    inbox, heard = Inbox(), list[object]()

    def fails(_answer: object) -> None:
        raise RuntimeError("never mind")

    for done in (fails, heard.append):
        future: Future[Any] = Future()
        inbox.follow(future, done, heard.append)
        future.set_result(3)
    with qtbot.captureExceptions() as failed:
        qtbot.waitUntil(lambda: heard == [3])
    assert [str(error) for _, error, _ in failed] == ["never mind"]
