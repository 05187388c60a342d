"""Threads: versions of a post are its author's, and nothing stays of what is gone."""

import pytest

from presencemap.domain.post import ReactionKind
from presencemap.protocol import threads as module
from presencemap.protocol.shelf import Held
from presencemap.protocol.threads import Threads
from tests.protocol.adds import post, reaction
from tests.protocol.lan import NOW
from tests.protocol.statements import ANNA

FIRST = Held.of(post("first"), NOW)
EDIT = Held.of(post("edited", 2, at=NOW + 1, edits=(FIRST.record,)), NOW)
ID = FIRST.post or b""
OTHER = bytes(15) + b"1"


def test_of_several_versions_the_last_stands() -> None:
    threads = Threads()
    assert threads.get(ID) is None
    threads.put(EDIT)
    threads.put(FIRST)
    assert threads.get(ID) is EDIT
    assert set(map(id, threads.versions(ID))) == {id(EDIT), id(FIRST)}
    threads.take_off(EDIT)
    assert threads.get(ID) is FIRST


def test_nobody_edits_anothers_post() -> None:
    threads = Threads()
    threads.put(FIRST)
    forged = post("I never said so", 1, author=ANNA, at=NOW + 1, edits=(FIRST.record,))
    threads.put(Held.of(forged, NOW))
    assert threads.get(ID) is FIRST


def test_what_is_about_a_post_comes_and_goes() -> None:
    threads = Threads()
    thanks = Held.of(reaction(ID, ReactionKind.THANK), NOW)
    reply = Held.of(post("re", 3, of=ID), NOW)
    for each in (FIRST, thanks, reply):
        threads.put(each)
    assert list(threads.about(ID)) == [thanks, reply]
    assert threads.named(ID.hex()[:7]) == threads.named(ID.hex()) == [ID]
    assert threads.named("0" * 32) == []
    for each in (thanks, reply, FIRST):
        threads.take_off(each)
    assert list(threads.about(ID)) == threads.named("") == []
    assert not threads._posts
    assert not threads._about


def test_what_changed_is_told_once_unless_it_is_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    threads = Threads()
    threads.put(FIRST)
    thanks = Held.of(reaction(OTHER, ReactionKind.THANK), NOW)
    threads.put(thanks)
    assert threads.news() == {ID, OTHER}
    threads.take_off(thanks)
    assert threads.news() == {OTHER}
    assert threads.news() == frozenset()
    monkeypatch.setattr(module, "MANY", 1)
    for held in (thanks, EDIT, Held.of(post("third", 8), NOW)):
        threads.put(held)
    assert threads.news() is None
    assert threads.news() == frozenset()
