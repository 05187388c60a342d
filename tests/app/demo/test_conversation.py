"""The conversation: each speaks in time, and of what was said before."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

import pytest

from presencemap.app.commands import Command
from presencemap.app.demo.conversation import Conversation, Heard
from presencemap.app.demo.script import Script
from presencemap.app.post_commands import Follow, ReactToPost, SayPost
from presencemap.domain.errors import NotFound, Refused
from presencemap.domain.post import PostKind, ReactionKind

Answer = Callable[[Command], Any]


class FakeNode:
    """Answers at once."""

    def __init__(self, answer: Answer) -> None:
        self.posted: list[Command] = []
        self.answer = answer

    def post(self, command: Command) -> Future[Any]:
        self.posted.append(command)
        answer: Future[Any] = Future()
        found = self.answer(command)
        if isinstance(found, Exception):
            answer.set_exception(found)
        else:
            answer.set_result(found)
        return answer


def heard(*posts: dict[str, Any], follows: dict[str, list[str]] | None = None) -> Heard:
    person = {"talents": [], "contacts": [], "said_ago": 1, "first": {}, "day": []}
    people = [{"name": name, **person} for name in ("An", "Bo", "Mo")]
    written = {
        "team": "T", "scenes": [], "me": people[2], "cast": people[:2], "posts": posts,
        "follows": follows or {},
    }  # fmt: skip
    return Heard(Script.model_validate(written), {}, {"An": "a", "Mo": "m"})


def talk(known: Heard, answer: Answer = lambda _: "id") -> tuple[Conversation, FakeNode, FakeNode]:
    an, bo = FakeNode(answer), FakeNode(answer)
    return Conversation(known, {"An": an, "Bo": bo}), an, bo  # type: ignore[dict-item]


ASKS = {"by": "An", "at": 3, "kind": "question", "key": "q", "text": "Who?"}
SAYS = {"by": "Bo", "at": 5, "kind": "reply", "to": "q", "text": "I", "links": [["a.b", "A"]]}
THANKS = {"by": "Mo", "at": 6, "kind": "thank", "to": "q"}


def test_each_speaks_in_time_about_what_was_said() -> None:
    conversation, an, bo = talk(heard(ASKS, SAYS, {**THANKS, "by": "Bo"}))
    conversation.go_on(2)
    assert an.posted == []
    conversation.go_on(4)
    assert an.posted == [SayPost(PostKind.QUESTION, "Who?")]
    conversation.go_on(9)
    assert bo.posted == [
        SayPost(PostKind.REPLY, "I", ("a.b",), "id", ("A",)),
        ReactToPost("id", ReactionKind.THANK),
    ]


def test_who_has_not_heard_of_it_yet_waits() -> None:
    tries = iter([NotFound("not here yet"), "id"])
    conversation, _, bo = talk(heard(ASKS, SAYS), lambda c: next(tries) if c.reply_to else "q")  # type: ignore[union-attr]
    for _ in range(4):
        conversation.go_on(9)
    assert len(bo.posted) == 2


def test_what_is_about_somebody_who_does_not_play_is_dropped() -> None:
    conversation, _, bo = talk(heard({**ASKS, "by": "Mo"}, SAYS))
    for _ in range(200):
        conversation.go_on(9)
    assert bo.posted == []
    assert not conversation._again


def test_they_follow_whom_and_what_the_script_says_of_those_who_are_there() -> None:
    conversation, an, bo = talk(heard(follows={"An": ["Mo", "Bo", "#vat"], "Bo": ["An"]}))
    conversation.follow()
    assert an.posted == [Follow("m"), Follow(topic="#vat")]
    assert bo.posted == [Follow("a")]


@pytest.mark.expects_log("could not")
def test_what_fails_is_logged() -> None:
    conversation, an, _ = talk(heard(ASKS, follows={"An": ["Mo"]}), lambda _: Refused("no"))
    conversation.follow()
    conversation.go_on(9)
    assert len(an.posted) == 2
